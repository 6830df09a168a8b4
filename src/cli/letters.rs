//! `personvernsak letters`: the texts of the letters, the program's own and the office's.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::{GlobalOptions, Report, desk};
use crate::api::desk::LetterTextsFolder;
use crate::api::letter_texts::{self, LetterTextsAnswer, LetterTextsCheck, TextChanges};
use crate::api::session::built_in_letter_texts;
use crate::api::{Exit, Failure};
use crate::casework::letter::LetterKind;

/// What follows `letters`.
#[derive(Args, Debug)]
#[allow(clippy::option_option, reason = "«--install» names a folder, or takes «--built-in» beside it")]
pub(super) struct LettersArguments {
    /// Skriv programmets brevtekster til en ny eller tom mappe, så de kan endres der
    #[arg(long, value_name = "DIR")]
    export: Option<PathBuf>,
    /// Se om brevtekstene i mappen i --from kan tas i bruk, og hva som blir annerledes
    #[arg(long, requires = "from", conflicts_with_all = ["export", "install"])]
    check: bool,
    /// Mappen med brevtekstene som skal sjekkes. Det den ikke har, er som i programmet
    #[arg(long, value_name = "DIR", requires = "check")]
    from: Option<PathBuf>,
    /// Ta brevtekstene i en mappe i bruk, for brev fra nå av. Har de feil, er de gamle fortsatt i bruk
    #[arg(long, value_name = "DIR", num_args = 0..=1, conflicts_with = "export")]
    install: Option<Option<PathBuf>>,
    /// Sammen med --install: ta programmets egne brevtekster i bruk igjen
    #[arg(long, requires = "install")]
    built_in: bool,
}

#[derive(Serialize)]
struct KindsAnswer {
    kinds: Vec<KindAnswer>,
}

#[derive(Serialize)]
struct KindAnswer {
    kind: &'static str,
    label: String,
}

/// Lists, writes, checks or takes into use.
pub(super) fn run(arguments: &LettersArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    if let Some(folder) = &arguments.export {
        let written = letter_texts::export(folder)?;
        let text =
            format!("Skrev {} filer til {}. README.md der sier hvordan de endres.", written.files, written.folder);
        return Ok(Report::done(&written, text));
    }
    if let Some(folder) = &arguments.from {
        return Ok(checked(&letter_texts::check(folder, &built_in_letter_texts()?)));
    }
    match adopted(&arguments.install, arguments.built_in)? {
        None => Ok(list(global)),
        Some(None) => Ok(installed(&desk::unlocked(global)?.letter_texts_reset()?)),
        Some(Some(folder)) => {
            let folder = LetterTextsFolder { folder: folder.clone() };
            Ok(installed(&desk::unlocked(global)?.letter_texts_install(&folder)?))
        }
    }
}

/// What is to be taken into use, if anything is: what lies in a folder, or without one the program's own.
///
/// # Errors
/// [`Exit::NotWellFormed`] for both at once, and for neither.
#[allow(clippy::option_option, reason = "«--install» names a folder, or takes «--built-in» beside it")]
pub(super) fn adopted(install: &Option<Option<PathBuf>>, built_in: bool) -> Result<Option<Option<&PathBuf>>, Failure> {
    match (install, built_in) {
        (None, _) => Ok(None),
        (Some(None), true) => Ok(Some(None)),
        (Some(Some(folder)), false) => Ok(Some(Some(folder))),
        (Some(None), false) | (Some(Some(_)), true) => Err(Failure::new(
            Exit::NotWellFormed,
            "usage",
            "Skriv enten «--install MAPPE», eller «--install --built-in» for det som følger med programmet.",
        )),
    }
}

fn list(global: &GlobalOptions) -> Report {
    let label = |kind: LetterKind| kind.label().get(global.lang).to_owned();
    let kinds: Vec<KindAnswer> =
        LetterKind::ALL.into_iter().map(|kind| KindAnswer { kind: kind.id(), label: label(kind) }).collect();
    let text = kinds.iter().map(|kind| format!("{:<28} {}", kind.kind, kind.label)).collect::<Vec<_>>().join("\n");
    Report::done(&KindsAnswer { kinds }, text)
}

fn checked(check: &LetterTextsCheck) -> Report {
    if check.ok {
        return Report::done(check, format!("Ingen feil.\n{}", told(&check.changes)));
    }
    let faults = check.problems.iter().map(|fault| format!("{}:{}: {}", fault.file, fault.line, fault.message));
    Report::done(check, faults.collect::<Vec<_>>().join("\n")).with_fault(Exit::Other)
}

fn installed(installed: &LetterTextsAnswer) -> Report {
    let what = if installed.built_in { "Programmets egne brevtekster er" } else { "Brevtekstene i mappen er" };
    Report::done(installed, format!("{what} tatt i bruk.\n{}", told(&installed.changes)))
}

/// What changes, in words.
fn told(changes: &TextChanges) -> String {
    let mut text = String::new();
    for letter in &changes.letters {
        let _ = writeln!(text, "  - {} ({})", letter.label, letter.languages.join(", "));
    }
    for (changed, what) in [
        (changes.references, "Henvisningene til regler"),
        (changes.names, "Navnet i brevhodet"),
        (changes.logo, "Logoen i brevhodet"),
    ] {
        if changed {
            let _ = writeln!(text, "  - {what}");
        }
    }
    if text.is_empty() { "Ingenting blir annerledes.".to_owned() } else { format!("Annerledes:\n{}", text.trim_end()) }
}
