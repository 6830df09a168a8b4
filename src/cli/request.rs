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
    let deserializer = &mut serde_json::Deserializer::from_slice(&bytes);
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        intake::unreadable(if path == "." { "" } else { &path }, &place(error.inner()))
    })
}

/// Where and what, without the words of the document: they may be personal data.
fn place(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        serde_json::error::Category::Syntax | serde_json::error::Category::Eof => "dokumentet er ikke gyldig JSON",
        serde_json::error::Category::Data => "feltet hører ikke hjemme her, eller verdien har feil type",
        serde_json::error::Category::Io => "filen kunne ikke leses",
    };
    format!("{what} (linje {}, tegn {}).", error.line(), error.column())
}
