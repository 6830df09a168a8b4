//! `personvernsak settings`: what the office is, and what it has decided for itself.

use std::fmt::Write;

use clap::{Args, Subcommand};

use super::register_text::days;
use super::{GlobalOptions, Report, desk};
use crate::api::Failure;
use crate::api::adopted::SourceAnswer;
use crate::api::desk::SettingsSet;
use crate::api::settings::SettingsAnswer;
use crate::wording::Language;

/// What follows `settings`.
#[derive(Subcommand, Debug)]
pub(super) enum SettingsCommand {
    /// Vis kontoret, brukerne og de interne fristene
    Show,
    /// Endre det kontoret selv bestemmer
    Set(SetArguments),
}

/// What follows `settings set`.
#[derive(Args, Debug)]
pub(super) struct SetArguments {
    /// Så mange dager før svarfristen vil kontoret ha svaret ute: 1 til 28, eller 0 for ingen intern frist
    #[arg(long, value_name = "N", required_unless_present = "second_person")]
    internal_days: Option<u32>,
    /// Om en leder skal godkjenne avslag, slettinger og vedtak etter § 25 før de sendes: ja eller nei
    #[arg(long, value_name = "ja|nei", value_parser = ["ja", "nei"])]
    second_person: Option<String>,
}

/// Shows or changes the settings.
pub(super) fn run(command: &SettingsCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    let mut desk = desk::unlocked(global)?;
    let settings = match command {
        SettingsCommand::Show => desk.settings_show()?,
        SettingsCommand::Set(arguments) => {
            let second_person = arguments.second_person.as_deref().map(|word| word == "ja");
            desk.settings_set(&SettingsSet { internal_days: arguments.internal_days, second_person })?
        }
    };
    Ok(Report::done(&settings, write(&settings)))
}

fn write(settings: &SettingsAnswer) -> String {
    let office = &settings.office;
    let mut text = format!("{} svarer for\n", office.name);
    for answers in &office.answers {
        let days = days(answers.valid_from.as_deref(), answers.valid_to.as_deref(), Language::Nb);
        let _ = writeln!(text, "  - {}{days} [{}]", answers.register.name, answers.source);
    }
    for (label, said) in [("Personvernombud", &office.ombudsman), ("Klageinstans", &office.appeal)] {
        if let Some(said) = said {
            let _ = writeln!(text, "{label}: {} [{}]", said.text, said.source);
        }
    }
    let internal = match settings.internal_days {
        Some(1) => "1 dag før svarfristen".to_owned(),
        Some(days) => format!("{days} dager før svarfristen"),
        None => "ingen".to_owned(),
    };
    let approved = if settings.second_person { "ja" } else { "nei" };
    let _ = writeln!(text, "En leder godkjenner avslag, slettinger og vedtak etter § 25: {approved}");
    let _ = write!(text, "Intern frist: {internal}");
    if let (Some(at), Some(by)) = (&settings.changed_at, &settings.changed_by) {
        let _ = write!(text, " (bestemt {at} av {by})");
    }
    for (what, source) in [("Katalogen", &settings.catalogue), ("Brevtekstene", &settings.letter_texts)] {
        let _ = write!(text, "\n{what}: {}", in_words(source));
    }
    text.push_str("\nBrukere\n");
    for user in &settings.users {
        let cleared = if user.cleared { " · klarert for skjermede personer" } else { "" };
        let _ = writeln!(text, "  - {} · {}{cleared}", user.name, user.role);
    }
    text.truncate(text.trim_end().len());
    text
}

/// Where something comes from, in words.
fn in_words(source: &SourceAnswer) -> String {
    let (at, by) = (source.taken_at.as_deref().unwrap_or_default(), source.taken_by.as_deref().unwrap_or_default());
    match source.state {
        "own" => format!("kontorets egen, tatt i bruk {at} av {by}"),
        "unreadable" => format!(
            "PROGRAMMETS EGEN, siden kontorets egen fra {at} ikke kan leses. Ta den i bruk på nytt i en utgave uten feil."
        ),
        _ => "programmets egen".to_owned(),
    }
}
