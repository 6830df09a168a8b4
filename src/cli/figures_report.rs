//! `personvernsak report figures`.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::files::{self, OutputFile};
use super::{GlobalOptions, Report, desk};
use crate::api::period::{PeriodExport, PeriodInput};
use crate::api::{Exit, Failure, FieldProblem};

/// What follows `report figures`.
#[derive(Args, Debug)]
pub(super) struct FiguresArguments {
    /// Første dag i perioden
    #[arg(long, value_name = "D")]
    from: String,
    /// Siste dag i perioden
    #[arg(long, value_name = "D")]
    to: String,
    /// Hva tallene er delt etter: register, rettighet, spor eller måned; uten dette en tabell for hver
    #[arg(long, value_name = "register|right|track|month")]
    by: Option<String>,
    /// Skjul små tall, så rapporten kan offentliggjøres; gjelder et helt kalenderår
    #[arg(long)]
    published: bool,
    /// Formatet: JSON, CSV, XLSX eller PDF
    #[arg(long, value_name = "json|csv|xlsx|pdf")]
    format: String,
    /// Hvor filen skrives
    #[arg(short, long, value_name = "F")]
    output: PathBuf,
}

/// What was written.
#[derive(Serialize)]
struct Written {
    file: String,
    format: String,
    from: String,
    to: String,
    published: bool,
}

/// Writes the figures of a period to a file, in the language of `--lang`.
pub(super) fn run(arguments: FiguresArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    if !FORMATS.contains(&arguments.format.as_str()) {
        return Err(unknown_format());
    }
    let mut output = OutputFile::begin(&arguments.output)?;
    let mut desk = desk::unlocked(global)?;
    let FiguresArguments { from, to, by, published, format, output: path } = arguments;
    let language = Some(global.lang.code().to_owned());
    let figures = PeriodInput { from: from.clone(), to: to.clone(), by, published, language };
    let bytes = if format == "json" {
        Report::document(&desk.period_figures(&figures)?)
    } else {
        desk.period_file(&PeriodExport { figures, format: format.clone() })?
    };
    output.write(&bytes).map_err(|error| files::unwritable(&path, &error))?;
    output.finish()?;
    let file = path.display().to_string();
    let text = format!("Rapporten er skrevet til {file}.");
    Ok(Report::done(&Written { file, format, from, to, published }, text))
}

const FORMATS: [&str; 4] = ["json", "csv", "xlsx", "pdf"];

fn unknown_format() -> Failure {
    let (code, message) = ("unknown-format", "Dette formatet er ukjent. Velg JSON, CSV, XLSX eller PDF.");
    let field = FieldProblem { path: "format".to_owned(), code: code.to_owned(), message: message.to_owned() };
    Failure::new(Exit::NotWellFormed, code, message).with_fields(vec![field])
}
