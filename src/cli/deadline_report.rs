//! `personvernsak report`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::figures_report::{self, FiguresArguments};
use super::files::{self, OutputFile};
use super::protocol_report::{self, ProtocolArguments};
use super::{GlobalOptions, Report, desk};
use crate::api::deadlines::{DeadlineReport, ReportInput, cases_as_csv};
use crate::api::{Exit, Failure, FieldProblem};

/// What follows `report`.
#[derive(Subcommand, Debug)]
pub(super) enum ReportCommand {
    /// Skriv fristene i en periode til en fil: alle saker, også besvarte, med siste dag for å svare i perioden
    Deadlines(DeadlinesArguments),
    /// Skriv tallene for en periode til en fil: mottatt, besvart, innen fristen, dager, utfall og klager
    Figures(FiguresArguments),
    /// Skriv protokollen over en sak eller en periode til en fil: hvert steg, hjemmelen og merkene i loggen
    Protocol(ProtocolArguments),
}

/// What follows `report deadlines`.
#[derive(Args, Debug)]
pub(super) struct DeadlinesArguments {
    /// Første dag i perioden
    #[arg(long, value_name = "D")]
    from: String,
    /// Siste dag i perioden
    #[arg(long, value_name = "D")]
    to: String,
    /// Formatet: json eller csv
    #[arg(long, value_name = "json|csv")]
    format: String,
    /// Hvor filen skrives
    #[arg(short, long, value_name = "F")]
    output: PathBuf,
}

/// What the report is written as.
#[derive(Clone, Copy)]
enum Format {
    Json,
    Csv,
}

/// What was written.
#[derive(Serialize)]
struct Written {
    file: String,
    format: String,
    from: String,
    to: String,
    cases: usize,
}

pub(super) fn run(command: ReportCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        ReportCommand::Deadlines(arguments) => deadlines(arguments, global),
        ReportCommand::Figures(arguments) => figures_report::run(arguments, global),
        ReportCommand::Protocol(arguments) => protocol_report::run(arguments, global),
    }
}

fn deadlines(arguments: DeadlinesArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let format = format(&arguments.format)?;
    let mut output = OutputFile::begin(&arguments.output)?;
    let report = desk::unlocked(global)?.deadline_report(&ReportInput { from: arguments.from, to: arguments.to })?;
    output.write(&bytes(&report, format)).map_err(|error| files::unwritable(&arguments.output, &error))?;
    output.finish()?;
    let written = Written {
        file: arguments.output.display().to_string(),
        format: arguments.format,
        from: report.from,
        to: report.to,
        cases: report.cases.len(),
    };
    let cases = if written.cases == 1 { "1 sak".to_owned() } else { format!("{} saker", written.cases) };
    let text = format!("Rapporten er skrevet til {} ({cases}).", written.file);
    Ok(Report::done(&written, text))
}

fn bytes(report: &DeadlineReport, format: Format) -> Vec<u8> {
    match format {
        Format::Csv => cases_as_csv(&report.cases),
        Format::Json => Report::document(report),
    }
}

fn format(text: &str) -> Result<Format, Failure> {
    let message = match text {
        "json" => return Ok(Format::Json),
        "csv" => return Ok(Format::Csv),
        "xlsx" | "pdf" => format!(
            "Denne utgaven av programmet skriver ikke rapporten som {text}. Velg csv, som regneark åpner, eller json."
        ),
        _ => "Dette formatet er ukjent. Velg json eller csv.".to_owned(),
    };
    let code = "unknown-format";
    let field = FieldProblem { path: "format".to_owned(), code: code.to_owned(), message: message.clone() };
    Err(Failure::new(Exit::NotWellFormed, code, message).with_fields(vec![field]))
}
