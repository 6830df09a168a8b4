//! `personvernsak letter`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::{Args, Subcommand};

use super::files::{self, OutputFile};
use super::{GlobalOptions, Report, desk};
use crate::api::desk::{DELIVERY_STEPS, IssuedLetter, LetterDelivery, LetterNumber, LettersInput, StoppedLetter};
use crate::api::letter::{ComposedAnswer, LetterAnswer, LetterInput};
use crate::api::{Exit, Failure};
use crate::casework::ids::DocumentNumber;
use crate::casework::letter::LetterKind;

/// What follows `letter`.
#[derive(Subcommand, Debug)]
pub(super) enum LetterCommand {
    /// Skriv et brev og vis hva som hindrer at det sendes
    Compose(ComposeArguments),
    /// Send et brev til godkjenning hos en leder
    AskApproval(ComposeArguments),
    /// Ferdigstill et brev: nummer, avtrykk og PDF
    Issue(IssueArguments),
    /// Ferdigstill mange brev av samme type; et brev som ikke kan sendes, stopper ikke de andre
    Batch(BatchArguments),
    /// Hent et ferdig brev på nytt, byte for byte
    Reissue(ReissueArguments),
    /// Registrer hva som skjedde med et ferdig brev på veien til mottakeren
    Delivery(DeliveryArguments),
}

/// What a letter is made from.
#[derive(Args, Debug)]
pub(super) struct LetterArguments {
    /// Saksnumrene brevet gjelder
    cases: Vec<String>,
    #[arg(long, help = format!("Brevtypen: {}", kinds()))]
    kind: Option<String>,
    /// JSON-fil med feltene som fylles ut
    #[arg(long, value_name = "FILE.json")]
    fields: Option<String>,
    /// Hvordan brevet sendes: brev, epost, digital-postkasse, rekommandert eller utleveres
    #[arg(long)]
    send: Option<String>,
    /// Hvem brevet går til når noen handler for personen: person eller representant
    #[arg(long, value_name = "R")]
    to: Option<String>,
    /// Hvem som får kopi: person eller representant
    #[arg(long = "copy", value_name = "R")]
    copies: Vec<String>,
    /// Nummeret på brevet som dette brevet retter
    #[arg(long, value_name = "N")]
    corrects: Option<String>,
}

/// What follows `letter compose` and `letter ask-approval`.
#[derive(Args, Debug)]
pub(super) struct ComposeArguments {
    #[command(flatten)]
    letter: LetterArguments,
}

/// What follows `letter issue`.
#[derive(Args, Debug)]
pub(super) struct IssueArguments {
    #[command(flatten)]
    letter: LetterArguments,
    /// Utkastet som skal ferdigstilles
    #[arg(long, value_name = "ID", conflicts_with_all = ["cases", "kind", "fields", "send", "to", "copies", "corrects"])]
    draft: Option<String>,
    /// Datoen på brevet
    #[arg(long, value_name = "D")]
    dated: Option<String>,
    /// Hvor PDF-en skrives
    #[arg(short, long, value_name = "F.pdf")]
    output: PathBuf,
}

/// What follows `letter batch`.
#[derive(Args, Debug)]
pub(super) struct BatchArguments {
    /// Saksnumrene; saker i samme henvendelse får ett brev, men et svar gjelder én sak
    #[arg(required_unless_present = "cases_file")]
    cases: Vec<String>,
    /// En fil med et saksnummer på hver linje, eller «-» for standard inn
    #[arg(long, value_name = "F", conflicts_with = "cases")]
    cases_file: Option<String>,
    #[arg(long, help = format!("Brevtypen: {}", kinds()))]
    kind: String,
    /// JSON-fil med feltene som fylles ut, likt i alle brevene
    #[arg(long, value_name = "FILE.json")]
    fields: Option<String>,
    /// Bare vis hva som hindrer hvert brev
    #[arg(long)]
    check: bool,
    /// Mappen der PDF-ene skrives, hver med nummeret som navn
    #[arg(short, long, value_name = "DIR", required_unless_present = "check")]
    output: Option<PathBuf>,
}

/// What follows `letter reissue`.
#[derive(Args, Debug)]
pub(super) struct ReissueArguments {
    /// Brevets nummer
    letter: String,
    /// Hvor PDF-en skrives
    #[arg(short, long, value_name = "F.pdf")]
    output: PathBuf,
}

/// What follows `letter delivery`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("what").required(true).args(
    ["returned", "unopened", "second_notice", "sent_again", "delivered"]
))]
pub(super) struct DeliveryArguments {
    /// Brevets nummer
    letter: String,
    /// Brevet kom i retur
    #[arg(long)]
    returned: bool,
    /// Brevet ligger uåpnet i digital postkasse
    #[arg(long)]
    unopened: bool,
    /// Andre varsel er sendt
    #[arg(long)]
    second_notice: bool,
    /// Det samme brevet er sendt på nytt
    #[arg(long)]
    sent_again: bool,
    /// Brevet kom frem
    #[arg(long)]
    delivered: bool,
    /// Dagen det skjedde
    #[arg(long, value_name = "D")]
    on: String,
    /// Hvilken mottaker det gjelder, når flere fikk brevet: person, representant eller virksomhet
    #[arg(long, value_name = "R")]
    to: Option<String>,
    /// Hvorfor det kom i retur: ukjent-adresse, ikke-hentet, avvist eller annet
    #[arg(long)]
    reason: Option<String>,
    /// Hvordan det er sendt på nytt: brev, epost, digital-postkasse, rekommandert eller utleveres
    #[arg(long)]
    channel: Option<String>,
    /// Hva som viser at det kom frem: «hentet», «apnet», «utlevert» eller «kvittering»
    #[arg(long)]
    by: Option<String>,
    /// Hvordan identiteten ble sjekket ved utlevering: «legitimasjon», «innlogget-hoyt» eller «kjent»
    #[arg(long)]
    identity: Option<String>,
    /// Bare hvis henvendelsen har denne versjonen
    #[arg(long, value_name = "V")]
    if_version: Option<u32>,
}

impl DeliveryArguments {
    fn what(&self) -> &'static str {
        let given = [self.returned, self.unopened, self.second_notice, self.sent_again, self.delivered];
        given.into_iter().zip(DELIVERY_STEPS).find_map(|(given, step)| given.then_some(step)).unwrap_or_default()
    }
}

pub(super) fn run(command: LetterCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        LetterCommand::Compose(arguments) => {
            let composed = desk::unlocked(global)?.letter_draft(&input(arguments.letter, None)?)?;
            let text = compose_text(&composed);
            Ok(Report::done(&composed, text))
        }
        LetterCommand::AskApproval(arguments) => {
            let case = desk::unlocked(global)?.letter_ask_approval(&input(arguments.letter, None)?)?;
            Ok(Report::done(&case, format!("Brevet i sak {} er sendt til godkjenning.", case.summary.case)))
        }
        LetterCommand::Issue(arguments) => {
            // A number is never used for a letter that then cannot be written.
            let mut output = OutputFile::begin(&arguments.output)?;
            let mut desk = desk::unlocked(global)?;
            let mut keep = |bytes: &[u8]| output.write(bytes);
            let issued = match &arguments.draft {
                Some(draft) => desk.letter_issue_draft(draft, arguments.dated.as_deref(), &mut keep)?,
                None => desk.letter_issue_to(&input(arguments.letter, arguments.dated)?, &mut keep)?,
            };
            let letter = issued.answer.letter.clone();
            in_place(issued, output, &arguments.output).map_err(|failure| sent_all_the_same(failure, &letter))
        }
        LetterCommand::Batch(arguments) => batch(arguments, global),
        LetterCommand::Reissue(arguments) => {
            let mut output = OutputFile::begin(&arguments.output)?;
            let issued = desk::unlocked(global)?.letter_export(&LetterNumber { letter: arguments.letter })?;
            output.write(&issued.bytes).map_err(|error| files::unwritable(&arguments.output, &error))?;
            in_place(issued, output, &arguments.output)
        }
        LetterCommand::Delivery(arguments) => {
            let given = LetterDelivery {
                what: arguments.what().to_owned(),
                letter: arguments.letter,
                on: arguments.on,
                to: arguments.to,
                reason: arguments.reason,
                channel: arguments.channel,
                by: arguments.by,
                identity: arguments.identity,
                if_version: arguments.if_version,
            };
            let letter = desk::unlocked(global)?.letter_delivery(&given)?;
            let text = delivery_text(&letter);
            Ok(Report::done(&letter, text))
        }
    }
}

fn batch(arguments: BatchArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let cases = match &arguments.cases_file {
        Some(file) => files::read_text(file)?.split_whitespace().map(str::to_owned).collect(),
        None => arguments.cases,
    };
    let fields = arguments.fields.as_deref().map(read_fields).transpose()?.unwrap_or_default();
    let given = LettersInput { cases, kind: arguments.kind, fields };
    let mut desk = desk::unlocked(global)?;
    let Some(folder) = arguments.output.filter(|_| !arguments.check) else {
        let checked = desk.letters_check(&given)?;
        let text = format!("{}{}", count(checked.ready.len(), "kan sendes"), told(&checked.stopped));
        return Ok(Report::done(&checked, text));
    };
    fs::create_dir_all(&folder).map_err(|error| files::unwritable(&folder, &error))?;
    let mut keep = |number: DocumentNumber, bytes: &[u8]| -> io::Result<()> {
        let name = format!("{}.pdf", number.to_string().replace('/', "-"));
        let mut file = OutputFile::begin(&folder.join(name)).map_err(|failure| io::Error::other(failure.message))?;
        file.write(bytes)?;
        file.finish().map_err(|failure| io::Error::other(failure.message))
    };
    let answer = desk.letters_issue_to(&given, &mut keep, &mut |_| true)?;
    let text = format!("{}{}", count(answer.issued.len(), "er sendt"), told(&answer.stopped));
    Ok(Report::done(&answer, text))
}

fn count(letters: usize, what: &str) -> String {
    format!("{letters} brev {what}.")
}

fn told(stopped: &[StoppedLetter]) -> String {
    let lines = stopped.iter().map(|letter| format!("\n- {}: {}", letter.cases.join(", "), letter.message));
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("\n{}{lines}", count(stopped.len(), "kan ikke sendes ennå")) }
}

/// Where a letter stands on its way to each of those who get it, and what happened.
fn delivery_text(letter: &LetterAnswer) -> String {
    let mut lines = vec![format!("Brev {} – {}", letter.letter, letter.message_title)];
    for recipient in &letter.recipients {
        let copy = if recipient.copy { " (kopi)" } else { "" };
        lines.push(format!("{}{copy}: {}, {}", recipient.label, recipient.channel_label, recipient.standing_label));
    }
    lines.extend(letter.deliveries.iter().map(|delivery| format!("- {}", delivery.text)));
    lines.join("\n")
}

fn input(arguments: LetterArguments, dated_on: Option<String>) -> Result<LetterInput, Failure> {
    let kind = arguments.kind.ok_or_else(|| {
        Failure::new(Exit::NotWellFormed, "usage", format!("Si hvilket brev det er: --kind {}.", kinds()))
    })?;
    let fields = arguments.fields.as_deref().map(read_fields).transpose()?.unwrap_or_default();
    Ok(LetterInput {
        cases: arguments.cases,
        kind,
        fields,
        send: arguments.send,
        to: arguments.to,
        copies: arguments.copies,
        dated_on,
        if_version: None,
        corrects: arguments.corrects,
    })
}

/// The ids of every kind of letter, as a sentence lists them.
fn kinds() -> String {
    let ids = LetterKind::ALL.map(LetterKind::id);
    ids.split_last().map_or_else(String::new, |(last, rest)| format!("{} eller {last}", rest.join(", ")))
}

fn read_fields(file: &str) -> Result<BTreeMap<String, String>, Failure> {
    serde_json::from_str(&files::read_text(file)?).map_err(|error| {
        let message = format!(
            "Filen med felter kan ikke leses (linje {}, tegn {}). Skriv ett JSON-objekt med felt og tekst.",
            error.line(),
            error.column()
        );
        Failure::new(Exit::NotWellFormed, "invalid-fields", message)
    })
}

fn compose_text(composed: &ComposedAnswer) -> String {
    let mut text = composed.text.clone();
    if composed.problems.is_empty() {
        text.push_str("\n\nBrevet kan sendes.");
    } else {
        text.push_str("\n\nKan ikke sendes ennå:");
        for problem in &composed.problems {
            text.push_str(&format!("\n- {} {}", problem.message, problem.todo));
        }
    }
    text
}

/// The failure for a file that was taken away between the record and its place: the letter has its number.
fn sent_all_the_same(failure: Failure, letter: &str) -> Failure {
    let message =
        format!("{} Brevet er ferdigstilt som {letter}. Hent det med «letter reissue {letter}».", failure.message);
    Failure { message, ..failure }
}

fn in_place(issued: IssuedLetter, output: OutputFile, path: &Path) -> Result<Report, Failure> {
    output.finish()?;
    let mut answer = issued.answer;
    answer.file = Some(path.display().to_string());
    let pages = if answer.pages == 1 { "1 side".to_owned() } else { format!("{} sider", answer.pages) };
    let text = format!("Brev {} er skrevet til {} ({pages}).", answer.letter, path.display());
    Ok(Report::done(&answer, text))
}
