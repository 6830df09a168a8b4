//! `personvernsak ombud`: the data protection officer's own inbox.

use clap::Subcommand;

use super::case_text::{figures, wall_clock};
use super::{GlobalOptions, Report, desk, document};
use crate::api::desk::{OmbudClose, OmbudNote, OmbudReceive, OmbudShow, OmbudToRequest};
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
    }
}

fn list_text(inbox: &InboxAnswer) -> String {
    if inbox.enquiries.is_empty() {
        return "Innboksen er tom.".to_owned();
    }
    let line = |enquiry: &crate::api::enquiries::EnquirySummary| {
        let request = enquiry.request.as_deref().map_or_else(String::new, |request| format!(" ({request})"));
        format!(
            "{:>4}  {}  {}: {}{request}",
            enquiry.number,
            figures(&enquiry.received_on),
            enquiry.source_label,
            enquiry.state_label
        )
    };
    inbox.enquiries.iter().map(line).collect::<Vec<_>>().join("\n")
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
