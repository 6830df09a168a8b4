//! `personvernsak request`.

use std::io::Read;

use clap::{Args, Subcommand};

use super::{GlobalOptions, Report, case_text, desk, files};
use crate::api::desk::RequestInput;
use crate::api::draft::RequestDraft;
use crate::api::{Exit, Failure, intake};

/// What follows `request`.
#[derive(Subcommand, Debug)]
pub(super) enum RequestCommand {
    /// Registrer en henvendelse fra en JSON-fil
    Register(RegisterArguments),
}

/// What follows `request register`.
#[derive(Args, Debug)]
pub(super) struct RegisterArguments {
    /// Filen, eller «-» for standard inn
    file: String,
}

pub(super) fn run(command: &RequestCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        RequestCommand::Register(arguments) => {
            if arguments.file == "-" && global.passphrase_file.as_ref().is_some_and(|file| file.as_os_str() == "-") {
                return Err(Failure::new(
                    Exit::NotWellFormed,
                    "usage",
                    "Henvendelsen og passfrasen kan ikke begge komme fra standard inn. Legg en av dem i en fil.",
                ));
            }
            let draft = read(&arguments.file)?;
            let registered = desk::unlocked(global)?.request_register(&RequestInput { draft })?;
            let mut text = format!("Henvendelsen er registrert som {}.", registered.request);
            for case in &registered.cases {
                text.push_str(&format!(
                    "\n{}  {} ({}). Frist: {}",
                    case.case,
                    case.title,
                    case.track_label,
                    case_text::due(case)
                ));
            }
            for warning in &registered.warnings {
                text.push_str(&format!("\nMerk: {}", warning.message));
            }
            Ok(Report::done(&registered, text))
        }
    }
}

fn read(file: &str) -> Result<RequestDraft, Failure> {
    let mut bytes = Vec::new();
    files::open(file)?.read_to_end(&mut bytes).map_err(|_| files::unreadable(file))?;
    // A list of values without names would be taken field by field in their order.
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|first| *first == b'[') {
        return Err(intake::unreadable("", "Henvendelsen må være ett JSON-objekt: {\"received_on\": …}."));
    }
    let deserializer = &mut serde_json::Deserializer::from_slice(&bytes);
    serde_path_to_error::deserialize(deserializer)
        .map_err(|error| intake::unreadable(&path(&error), &what(error.inner())))
}

/// The field that cannot be read, as far as it has a name that a field can have: a name that is none may be somebody's.
fn path(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let path = error.path().to_string();
    let named = |segment: &str| {
        let name = segment.split('[').next().unwrap_or_default();
        name.len() <= 40 && name.chars().all(|letter| letter.is_ascii_lowercase() || "_-?".contains(letter))
    };
    path.split('.').take_while(|segment| named(segment)).collect::<Vec<_>>().join(".")
}

/// What is wrong and where, without the words of the document: they may be personal data.
fn what(error: &serde_json::Error) -> String {
    let place = format!("(linje {}, tegn {})", error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Eof => format!("JSON-dokumentet slutter for tidlig {place}. Skriv det ferdig."),
        serde_json::error::Category::Syntax => format!("Dette er ikke gyldig JSON {place}. Rett skrivemåten."),
        serde_json::error::Category::Data if error.to_string().starts_with("unknown field") => {
            format!("Feltet finnes ikke {place}. Rett navnet eller fjern det.")
        }
        serde_json::error::Category::Data => format!("Verdien har feil type {place}. Rett den."),
        serde_json::error::Category::Io => format!("Filen kunne ikke leses {place}. Prøv igjen."),
    }
}
