//! `personvernsak ombud`: the data protection officer's own inbox.

use std::path::PathBuf;

use clap::Subcommand;

use super::case_text::{figures, wall_clock};
use super::{GlobalOptions, Report, desk, document, passphrase};
use crate::api::desk::{
    OmbudClose, OmbudErase, OmbudNote, OmbudReceive, OmbudRecover, OmbudRetention, OmbudShow, OmbudToRequest,
};
use crate::api::enquiries::{EnquiryAnswer, InboxAnswer};
use crate::api::{Failure, intake};

/// What follows `ombud`.
#[derive(Subcommand, Debug)]
pub(super) enum OmbudCommand {
    /// Ta vare på en henvendelse til personvernombudet
    Receive {
        /// JSON-filen, eller «-» for standard inn
        #[arg(long, value_name = "FILE.json")]
        file: String,
    },
    /// Vis innboksen
    List,
    /// Vis en henvendelse
    Show {
        /// Nummeret i innboksen
        number: u32,
    },
    /// Skriv et fortrolig notat, som bare personvernombudet leser
    Note {
        /// Nummeret i innboksen
        number: u32,
        /// Notatet
        #[arg(long, value_name = "T")]
        text: String,
    },
    /// Avslutt en henvendelse
    Close {
        /// Nummeret i innboksen
        number: u32,
        /// Utfallet: besvart, henvist, ingen-tiltak eller ikke-onsket
        #[arg(long, value_name = "U")]
        outcome: String,
    },
    /// Registrer en henvendelse som sak: det som står i filen, går over, og notatene blir her
    ToRequest {
        /// Nummeret i innboksen
        number: u32,
        /// JSON-filen, som til «request register», eller «-» for standard inn
        #[arg(long, value_name = "FILE.json")]
        file: String,
    },
    /// Slett en henvendelse som er avsluttet; av en som er blitt sak, bare notatene
    Erase {
        /// Nummeret i innboksen
        number: u32,
        /// Grunnen: bevaringstid, ikke-nodvendig eller bedt-om
        #[arg(long, value_name = "G")]
        ground: String,
    },
    /// Bestem hvor lenge henvendelser bevares etter siste oppføring
    Retention {
        /// Antall måneder, fra 1 til 120
        #[arg(long, value_name = "N", required_unless_present = "none")]
        months: Option<u32>,
        /// Ingen tid: ingenting forfaller til sletting av seg selv
        #[arg(long, conflicts_with = "months")]
        none: bool,
    },
    /// Lag en kode som åpner innboksen for et nytt personvernombud når ingen med nøkkelen er igjen
    RecoveryCode,
    /// Åpne innboksen med en slik kode
    Recover {
        /// Fil med koden på første linje, eller «-» for standard inn
        #[arg(long, value_name = "FILE")]
        code_file: PathBuf,
    },
}

pub(super) fn run(command: OmbudCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        OmbudCommand::Receive { file } => {
            document::one_from_standard_input(&file, global)?;
            let enquiry = document::read(&file, "{\"received_on\": …}", intake::unreadable)?;
            show(&desk::unlocked(global)?.ombud_receive(&OmbudReceive { enquiry })?)
        }
        OmbudCommand::List => {
            let inbox = desk::unlocked(global)?.ombud_list()?;
            Ok(Report::done(&inbox, list_text(&inbox)))
        }
        OmbudCommand::Show { number } => show(&desk::unlocked(global)?.ombud_show(&OmbudShow { number })?),
        OmbudCommand::Note { number, text } => show(&desk::unlocked(global)?.ombud_note(&OmbudNote { number, text })?),
        OmbudCommand::Close { number, outcome } => {
            show(&desk::unlocked(global)?.ombud_close(&OmbudClose { number, outcome })?)
        }
        OmbudCommand::ToRequest { number, file } => {
            document::one_from_standard_input(&file, global)?;
            let draft = document::read(&file, "{\"channel\": …}", intake::unreadable)?;
            let passed_on = desk::unlocked(global)?.ombud_to_request(&OmbudToRequest { number, draft })?;
            let text = format!(
                "Henvendelsen er registrert som {}, mottatt {}. Notatene dine blir i innboksen.",
                passed_on.registered.request,
                figures(&passed_on.enquiry.received_on)
            );
            Ok(Report::done(&passed_on, text))
        }
        OmbudCommand::Erase { number, ground } => {
            let inbox = desk::unlocked(global)?.ombud_erase(&OmbudErase { number, ground })?;
            let whole = inbox.erased.iter().any(|erased| erased.number == number);
            let text = if whole { "Henvendelsen er slettet." } else { "Notatene er slettet. Saken står." };
            Ok(Report::done(&inbox, text.to_owned()))
        }
        OmbudCommand::Retention { months, none: _ } => {
            let inbox = desk::unlocked(global)?.ombud_retention(&OmbudRetention { months })?;
            let text = format!("{} {}", kept_text(&inbox), inbox.retention.doubt);
            Ok(Report::done(&inbox, text))
        }
        OmbudCommand::RecoveryCode => {
            let made = desk::unlocked(global)?.ombud_recovery_code()?;
            Ok(Report::done(&made, format!("{}\n\n{}", made.code, made.told)))
        }
        OmbudCommand::Recover { code_file } => {
            let mut desk = desk::unlocked(global)?;
            let options = GlobalOptions { passphrase_file: Some(code_file), ..global.clone() };
            let code = passphrase::ask(&options, "Gjenopprettingskode")?;
            let inbox = desk.ombud_recover(&OmbudRecover { code })?;
            let text = "Innboksen er åpnet. Koden er brukt opp: lag en ny med «ombud recovery-code».";
            Ok(Report::done(&inbox, text.to_owned()))
        }
    }
}

fn kept_text(inbox: &InboxAnswer) -> String {
    match inbox.retention.months {
        Some(1) => "Henvendelser bevares i 1 måned etter siste oppføring.".to_owned(),
        Some(months) => format!("Henvendelser bevares i {months} måneder etter siste oppføring."),
        None => "Det er ikke bestemt hvor lenge henvendelser bevares.".to_owned(),
    }
}

fn list_text(inbox: &InboxAnswer) -> String {
    let erased = inbox.erased.iter().map(|erased| {
        format!("{:>4}  Slettet {} av {}: {}", erased.number, wall_clock(&erased.at), erased.by, erased.ground_label)
    });
    if inbox.enquiries.is_empty() {
        return std::iter::once("Innboksen er tom.".to_owned()).chain(erased).collect::<Vec<_>>().join("\n");
    }
    let line = |enquiry: &crate::api::enquiries::EnquirySummary| {
        let request = enquiry.request.as_deref().map_or_else(String::new, |request| format!(" ({request})"));
        let due = match (&enquiry.erasable_on, enquiry.due) {
            (Some(_), true) => ". Kan slettes".to_owned(),
            (Some(day), false) => format!(". Kan slettes fra {}", figures(day)),
            (None, _) => String::new(),
        };
        format!(
            "{:>4}  {}  {}: {}{request}{due}",
            enquiry.number,
            figures(&enquiry.received_on),
            enquiry.source_label,
            enquiry.state_label
        )
    };
    inbox.enquiries.iter().map(line).chain(erased).collect::<Vec<_>>().join("\n")
}

fn show(enquiry: &EnquiryAnswer) -> Result<Report, Failure> {
    let mut lines = vec![format!(
        "Henvendelse {} til personvernombudet, mottatt {}. {}. {}",
        enquiry.number,
        figures(&enquiry.received_on),
        enquiry.source_label,
        enquiry.state_label
    )];
    let request = enquiry.request.iter().map(|request| format!("Sak: {request}"));
    let outcome = enquiry.outcome_label.iter().map(|outcome| format!("Utfall: {outcome}"));
    let name = enquiry.name.iter().map(|name| format!("Fra: {name}"));
    let contact = enquiry.contact.iter().map(|contact| format!("Kontakt: {contact}"));
    lines.extend(request.chain(outcome).chain(name).chain(contact));
    lines.push(format!("\n{}", enquiry.text));
    if !enquiry.notes.is_empty() {
        lines.push("\nFortrolige notater".to_owned());
        let notes = enquiry.notes.iter();
        lines.extend(notes.map(|note| format!("  {}  {}: {}", wall_clock(&note.at), note.by, note.text)));
    }
    lines.push(format!("\n{} ({}). {}", enquiry.secrecy, enquiry.secrecy_source, enquiry.doubt));
    Ok(Report::done(enquiry, lines.join("\n")))
}
