//! What is wrong with how a command is written, in Norwegian and without repeating what was typed: it may be about a person.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::api::{Exit, Failure};

/// The failure for a command that cannot be read.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "clap has kinds that a person need not tell apart, and may add more"
)]
pub(super) fn failure(error: &Error) -> Failure {
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => "Kommandoen finnes ikke.".to_owned(),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "Kommandoen er ikke skrevet ferdig.".to_owned()
        }
        ErrorKind::UnknownArgument => match option(error) {
            Some(option) => format!("Valget {option} finnes ikke her."),
            None => "Kommandoen har et ord for mye.".to_owned(),
        },
        ErrorKind::MissingRequiredArgument => match named(error) {
            Some(missing) => format!("Dette mangler: {missing}."),
            None => "Noe mangler.".to_owned(),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => match named(error) {
            Some(option) => format!("Verdien til {option} kan ikke brukes."),
            None => "En verdi kan ikke brukes.".to_owned(),
        },
        ErrorKind::ArgumentConflict => match named(error) {
            Some(option) => format!("{option} står to ganger, eller kan ikke brukes sammen med resten."),
            None => "To valg kan ikke brukes sammen.".to_owned(),
        },
        // The other kinds are about how many values there are, or not about what was typed at all.
        _ => "Kommandoen er ikke riktig skrevet.".to_owned(),
    };
    Failure::new(
        Exit::NotWellFormed,
        "usage",
        format!("{what} Skriv «personvernsak --help», eller «--help» etter kommandoen, for å se hva som går an."),
    )
}

/// The option that clap does not know, without its value; `None` if it is no option but a word.
fn option(error: &Error) -> Option<String> {
    let typed = named(error)?;
    let name = typed.split('=').next()?;
    let plain = name.strip_prefix("--")?;
    plain.chars().all(|character| character.is_ascii_lowercase() || character == '-').then(|| name.to_owned())
}

/// The arguments that the error is about, as the program names them.
fn named(error: &Error) -> Option<String> {
    let names = error.get(ContextKind::InvalidArg)?;
    if let ContextValue::Strings(names) = names {
        return Some(names.join(", "));
    }
    if let ContextValue::String(name) = names { Some(name.clone()) } else { None }
}
