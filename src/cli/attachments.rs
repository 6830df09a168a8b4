//! `personvernsak case attach`, `case attachments`, `case attachment` and `case redact`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};

use super::case::{IfVersion, show};
use super::files::{self, OutputFile};
use super::{GlobalOptions, Report, desk, document};
use crate::api::attachments::{FileAnswer, RedactionAnswer};
use crate::api::case_show::CaseShow;
use crate::api::desk::{
    AttachmentSaved, Brought, CaseAttach, CaseAttachment, CaseAttachmentRemove, CaseAttachmentReport,
    CaseAttachmentTitle, CaseRedact, CaseShowInput, RedactBox, RedactWords,
};
use crate::api::{Exit, Failure};
use crate::casework::audit::Digest;

/// What follows `case attach`.
#[derive(Args, Debug)]
pub(super) struct AttachArguments {
    /// Saksnummeret
    case: String,
    /// Filen: PDF, PNG, JPEG, tekst, CSV, XLSX, DOCX, ODT eller EML, høyst 25 MB
    file: PathBuf,
    /// Hva filen heter i saken
    #[arg(long, value_name = "T")]
    title: String,
    /// Hvor filen kommer fra: «person» eller «innhentet»
    #[arg(long, default_value = "innhentet", value_name = "F")]
    from: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case attachment`.
#[derive(Subcommand, Debug)]
pub(super) enum AttachmentCommand {
    /// Lagre et vedlegg som fil
    Save {
        /// Saksnummeret
        case: String,
        /// Nummeret på vedlegget
        file: u32,
        /// Filen som skrives
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Gi et vedlegg ny tittel
    Title {
        /// Saksnummeret
        case: String,
        /// Nummeret på vedlegget
        file: u32,
        /// Den nye tittelen
        #[arg(long, value_name = "T")]
        title: String,
        #[command(flatten)]
        version: IfVersion,
    },
    /// Ta bort et vedlegg og slett det
    Remove {
        /// Saksnummeret
        case: String,
        /// Nummeret på vedlegget
        file: u32,
        /// Hvorfor
        #[arg(long, value_name = "T")]
        reason: String,
        #[command(flatten)]
        version: IfVersion,
    },
    /// Legg et vedlegg ved svaret på innsyn, slik det er
    Report {
        /// Saksnummeret
        case: String,
        /// Nummeret på vedlegget
        file: u32,
        /// Hva filen heter i brevet, hvis det er noe annet enn i saken
        #[arg(long, value_name = "T")]
        title: Option<String>,
        #[command(flatten)]
        version: IfVersion,
    },
    /// Vis ordene i en PDF og hvor de står, i punkter fra øverste venstre hjørne
    Words {
        /// Saksnummeret
        case: String,
        /// Nummeret på vedlegget
        file: u32,
    },
}

/// What follows `case redact`.
#[derive(Args, Debug)]
pub(super) struct RedactArguments {
    /// Saksnummeret
    case: String,
    /// Nummeret på vedlegget som skal sladdes
    file: u32,
    /// JSON-filen med feltene og ordene som skal sladdes, eller «-» for standard inn
    #[arg(long, value_name = "FILE.json")]
    boxes: String,
    /// Hva kopien heter i saken
    #[arg(long, value_name = "T")]
    title: Option<String>,
    /// Skriv kopien til denne filen, og legg den ikke i saken
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    version: IfVersion,
}

/// The document that `--boxes` names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RedactDocument {
    #[serde(default)]
    boxes: Vec<RedactBox>,
    #[serde(default)]
    words: Vec<RedactWords>,
}

/// The files of a case.
#[derive(Serialize)]
struct FilesAnswer<'a> {
    case: &'a str,
    version: u32,
    attachments: &'a [FileAnswer],
}

/// A redacted copy that was kept, with the case as it then is.
#[derive(Serialize)]
struct RedactedAnswer {
    #[serde(flatten)]
    copy: RedactionAnswer,
    sha256: Option<String>,
}

pub(super) fn attach(given: AttachArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let AttachArguments { case, file, title, from, version } = given;
    let file = Brought::Path(file);
    show(desk::unlocked(global)?.case_attach(CaseAttach { case, file, title, from, if_version: version.if_version }))
}

pub(super) fn list(case: String, global: &GlobalOptions) -> Result<Report, Failure> {
    let case = desk::unlocked(global)?.case_show(&CaseShowInput { case })?;
    let answer = FilesAnswer { case: &case.summary.case, version: case.version, attachments: &case.files };
    let text = if case.files.is_empty() { "Saken har ingen vedlegg.".to_owned() } else { lines(&case).join("\n") };
    Ok(Report::done(&answer, text))
}

/// The files of a case, each on a line.
pub(super) fn lines(case: &CaseShow) -> Vec<String> {
    let line = |file: &FileAnswer| {
        let title = file.title.as_deref().unwrap_or("slettet");
        let size = file.size.div_ceil(1024);
        let copy = file.redacts.map_or_else(String::new, |of| format!(", sladdet kopi av {of}: {}", file.redacted));
        let from = file.from_label.to_lowercase();
        format!("  {}. {title} ({}, {size} kB, {from}{copy})", file.number, file.kind_label)
    };
    case.files.iter().map(line).collect()
}

pub(super) fn run(command: AttachmentCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    let mut desk = desk::unlocked(global)?;
    match command {
        AttachmentCommand::Save { case, file, output } => {
            let mut target = OutputFile::begin(&output)?;
            let found = desk.case_attachment_bytes(&CaseAttachment { case, file })?;
            target.write(&found.bytes).map_err(|error| files::unwritable(&output, &error))?;
            target.finish()?;
            let sha256 = Digest::of(&found.bytes).to_string();
            let size = u32::try_from(found.bytes.len()).unwrap_or(u32::MAX);
            let text = format!("Vedlegg {file} er lagret i {}.\nSHA-256 {sha256}", output.display());
            Ok(Report::done(&AttachmentSaved { path: output, sha256, size }, text))
        }
        AttachmentCommand::Title { case, file, title, version } => {
            show(desk.case_attachment_title(&CaseAttachmentTitle { case, file, title, if_version: version.if_version }))
        }
        AttachmentCommand::Remove { case, file, reason, version } => {
            let if_version = version.if_version;
            show(desk.case_attachment_remove(&CaseAttachmentRemove { case, file, reason, if_version }))
        }
        AttachmentCommand::Report { case, file, title, version } => {
            let if_version = version.if_version;
            show(desk.case_attachment_report(&CaseAttachmentReport { case, file, title, if_version }))
        }
        AttachmentCommand::Words { case, file } => {
            let words = desk.case_attachment_words(&CaseAttachment { case, file })?;
            let mut lines = Vec::new();
            for (number, page) in (1..).zip(&words.pages) {
                lines.push(format!("Side {number} ({} × {} punkter)", page.width, page.height));
                lines.extend(page.words.iter().map(|word| {
                    format!(
                        "  {:8.2} {:8.2} {:8.2} {:8.2}  {}",
                        word.left, word.top, word.width, word.height, word.text
                    )
                }));
            }
            Ok(Report::done(&words, lines.join("\n")))
        }
    }
}

pub(super) fn redact(given: RedactArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    document::one_from_standard_input(&given.boxes, global)?;
    let example =
        "{\"boxes\": [{\"page\": 1, \"left\": 72, \"top\": 100, \"width\": 90, \"height\": 14, \"ground\": …}]}";
    let wanted: RedactDocument = document::read(&given.boxes, example, unreadable)?;
    let (boxes, words) = (wanted.boxes, wanted.words);
    let RedactArguments { case, file, title, output, version, .. } = given;
    let redact = CaseRedact { case, file, boxes, words, title, if_version: version.if_version };
    let mut desk = desk::unlocked(global)?;
    let Some(output) = output else {
        let (case, copy) = desk.case_redact(&redact)?;
        let kept = copy.number.and_then(|number| case.files.iter().find(|file| file.number == number));
        let sha256 = kept.and_then(|file| file.sha256.clone());
        let text =
            format!("Vedlegg {} er en sladdet kopi av vedlegg {file}.{}", copy.number.unwrap_or_default(), left(&copy));
        return Ok(Report::done(&RedactedAnswer { copy, sha256 }, text));
    };
    let mut target = OutputFile::begin(&output)?;
    let (copy, bytes) = desk.case_redact_preview(&redact)?;
    target.write(&bytes).map_err(|error| files::unwritable(&output, &error))?;
    target.finish()?;
    let text = format!("Den sladdede kopien er skrevet til {}.{}", output.display(), left(&copy));
    Ok(Report::done(&RedactedAnswer { copy, sha256: Some(Digest::of(&bytes).to_string()) }, text))
}

/// What was covered and still stands elsewhere, in words.
fn left(copy: &RedactionAnswer) -> String {
    let line = |word: &crate::api::attachments::LeftWordAnswer| {
        let pages = word.pages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        format!("\nMerk: «{}» er sladdet, men står også usladdet på side {pages}.", word.word)
    };
    copy.left.iter().map(line).collect()
}

fn unreadable(path: &str, message: &str) -> Failure {
    let failure = Failure::new(Exit::NotWellFormed, "boxes", message);
    if path.is_empty() {
        return failure;
    }
    let field =
        crate::api::FieldProblem { path: path.to_owned(), code: "boxes".to_owned(), message: message.to_owned() };
    failure.with_fields(vec![field])
}
