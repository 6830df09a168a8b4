//! `personvernsak request`.

use clap::{Args, Subcommand};

use super::{GlobalOptions, Report, case_after, case_text, desk, document, import};
use crate::api::desk::{CaseShowInput, RequestInput, RequestShowInput};
use crate::api::draft::RequestDraft;
use crate::api::{Failure, intake};

/// What follows `request`.
#[derive(Subcommand, Debug)]
pub(super) enum RequestCommand {
    /// Registrer en henvendelse fra en JSON-fil
    Register(RegisterArguments),
    /// Registrer mange henvendelser fra en tabell (CSV, XLSX) eller en JSON-liste
    #[command(long_about = import::ABOUT)]
    Import(import::ImportArguments),
    /// Vis andre saker til samme person om samme register og rettighet, ved siden av denne
    Similar {
        /// Saksnummeret, for eksempel 2026/00012-a
        case: String,
    },
    /// Vis en henvendelse med alle sakene
    Show {
        /// Nummeret, for eksempel 2026/00012
        request: String,
    },
}

/// What follows `request register`.
#[derive(Args, Debug)]
pub(super) struct RegisterArguments {
    /// Filen, eller «-» for standard inn
    file: String,
}

pub(super) fn run(command: &RequestCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        RequestCommand::Import(arguments) => import::run(arguments, global),
        RequestCommand::Similar { case } => {
            let similar = desk::unlocked(global)?.case_similar(&CaseShowInput { case: case.clone() })?;
            let text = case_after::similar_text(&similar);
            Ok(Report::done(&similar, text))
        }
        RequestCommand::Show { request } => {
            let shown = desk::unlocked(global)?.request_show(&RequestShowInput { request: request.clone() })?;
            let text = case_text::request(&shown);
            Ok(Report::done(&shown, text))
        }
        RequestCommand::Register(arguments) => {
            document::one_from_standard_input(&arguments.file, global)?;
            let draft: RequestDraft = document::read(&arguments.file, "{\"received_on\": …}", intake::unreadable)?;
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
