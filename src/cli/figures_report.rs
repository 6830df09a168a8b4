//! `personvernsak report figures`.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::files::{self, OutputFile};
use super::{GlobalOptions, Report, desk};
use crate::api::desk::FileFormat;
use crate::api::period::PeriodInput;
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
    let format = format(&arguments.format)?;
    let mut output = OutputFile::begin(&arguments.output)?;
    let mut desk = desk::unlocked(global)?;
    let FiguresArguments { from, to, by, published, .. } = arguments;
    let figures = desk.period_figures_in(&PeriodInput { from, to, by, published }, global.lang)?;
    let bytes = match format {
        Some(format) => desk.period_file(&figures, format)?,
        None => Report::document(&figures),
    };
    output.write(&bytes).map_err(|error| files::unwritable(&arguments.output, &error))?;
    output.finish()?;
    let file = arguments.output.display().to_string();
    let text = format!("Rapporten er skrevet til {file}.");
    let written = Written { file, format: arguments.format, from: figures.from, to: figures.to, published };
    Ok(Report::done(&written, text))
}

/// The format, or nothing for `json`, which is the answer itself.
fn format(text: &str) -> Result<Option<FileFormat>, Failure> {
    if text == "json" {
        return Ok(None);
    }
    FileFormat::from_id(text).map(Some).ok_or_else(|| {
        let (code, message) = ("unknown-format", "Dette formatet er ukjent. Velg JSON, CSV, XLSX eller PDF.");
        let field = FieldProblem { path: "format".to_owned(), code: code.to_owned(), message: message.to_owned() };
        Failure::new(Exit::NotWellFormed, code, message).with_fields(vec![field])
    })
}
