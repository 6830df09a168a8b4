//! `personvernsak report protocol`.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::files::{self, OutputFile};
use super::{GlobalOptions, Report, desk};
use crate::api::protocol::ProtocolInput;
use crate::api::{Exit, Failure, FieldProblem};

/// What follows `report protocol`.
#[derive(Args, Debug)]
pub(super) struct ProtocolArguments {
    /// Saken det gjelder
    #[arg(long, value_name = "N")]
    case: Option<String>,
    /// Eller saker mottatt fra og med denne dagen
    #[arg(long, value_name = "D")]
    from: Option<String>,
    /// Til og med denne dagen
    #[arg(long, value_name = "D")]
    to: Option<String>,
    /// Formatet: PDF eller JSON
    #[arg(long, value_name = "pdf|json")]
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
    cases: usize,
    head: String,
}

/// Writes the protocol of a case or a period to a file, in the language of `--lang`.
pub(super) fn run(arguments: ProtocolArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let pdf = match arguments.format.as_str() {
        "pdf" => true,
        "json" => false,
        _ => return Err(unknown_format()),
    };
    let mut output = OutputFile::begin(&arguments.output)?;
    let mut desk = desk::unlocked(global)?;
    let ProtocolArguments { case, from, to, .. } = arguments;
    let of = ProtocolInput { case, from, to, language: Some(global.lang.code().to_owned()) };
    let (protocol, bytes) = if pdf {
        desk.protocol_pdf(&of)?
    } else {
        let protocol = desk.protocol(&of)?;
        let document = Report::document(&protocol);
        (protocol, document)
    };
    output.write(&bytes).map_err(|error| files::unwritable(&arguments.output, &error))?;
    output.finish()?;
    let file = arguments.output.display().to_string();
    let written = Written { file, format: arguments.format, cases: protocol.cases.len(), head: protocol.head };
    let cases = if written.cases == 1 { "1 sak".to_owned() } else { format!("{} saker", written.cases) };
    let text = format!("Protokollen er skrevet til {} ({cases}).", written.file);
    Ok(Report::done(&written, text))
}

fn unknown_format() -> Failure {
    let (code, message) = ("unknown-format", "Dette formatet er ukjent. Velg PDF eller JSON.");
    let field = FieldProblem { path: "format".to_owned(), code: code.to_owned(), message: message.to_owned() };
    Failure::new(Exit::NotWellFormed, code, message).with_fields(vec![field])
}
