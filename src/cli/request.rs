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
    /// Vis hva samme person har bedt om før, ved siden av en sak eller en henvendelse som ikke er registrert ennå
    #[command(group = clap::ArgGroup::new("beside").required(true).args(["case", "draft"]))]
    Similar {
        /// Saksnummeret, for eksempel 2026/00012-a: andre saker om samme register og rettighet
        case: Option<String>,
        /// JSON-filen som skal registreres, eller «-» for standard inn: alle andre henvendelser fra personen
        #[arg(long, value_name = "FILE.json")]
        draft: Option<String>,
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
        RequestCommand::Similar { draft: Some(file), .. } => {
            let input = RequestInput { draft: draft(file, global)?, files: None };
            let earlier = desk::unlocked(global)?.request_similar(&input)?;
            let text = case_after::earlier_text(&earlier);
            Ok(Report::done(&earlier, text))
        }
        RequestCommand::Similar { case, draft: None } => {
            let case = case.clone().unwrap_or_default();
            let similar = desk::unlocked(global)?.case_similar(&CaseShowInput { case })?;
            let text = case_after::similar_text(&similar);
            Ok(Report::done(&similar, text))
        }
        RequestCommand::Show { request } => {
            let shown = desk::unlocked(global)?.request_show(&RequestShowInput { request: request.clone() })?;
            let text = case_text::request(&shown);
            Ok(Report::done(&shown, text))
        }
        RequestCommand::Register(arguments) => {
            let draft = draft(&arguments.file, global)?;
            let registered = desk::unlocked(global)?.request_register(&RequestInput { draft, files: None })?;
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

/// A request as it stands in a file.
fn draft(file: &str, global: &GlobalOptions) -> Result<RequestDraft, Failure> {
    document::one_from_standard_input(file, global)?;
    document::read(file, "{\"received_on\": …}", intake::unreadable)
}
