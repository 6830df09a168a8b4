//! `personvernsak letter`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::files::{self, OutputFile};
use super::{GlobalOptions, Report, desk};
use crate::api::desk::{IssuedLetter, LetterNumber};
use crate::api::letter::{ComposedAnswer, LetterInput};
use crate::api::{Exit, Failure};
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
    /// Hent et ferdig brev på nytt, byte for byte
    Reissue(ReissueArguments),
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
    #[arg(long, value_name = "ID", conflicts_with_all = ["cases", "kind", "fields", "send", "corrects"])]
    draft: Option<String>,
    /// Datoen på brevet
    #[arg(long, value_name = "D")]
    dated: Option<String>,
    /// Hvor PDF-en skrives
    #[arg(short, long, value_name = "F.pdf")]
    output: PathBuf,
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
        LetterCommand::Reissue(arguments) => {
            let mut output = OutputFile::begin(&arguments.output)?;
            let issued = desk::unlocked(global)?.letter_export(&LetterNumber { letter: arguments.letter })?;
            output.write(&issued.bytes).map_err(|error| files::unwritable(&arguments.output, &error))?;
            in_place(issued, output, &arguments.output)
        }
    }
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
