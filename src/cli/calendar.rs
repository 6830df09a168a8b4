//! `personvernsak calendar`.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::files::{self, OutputFile};
use super::{GlobalOptions, Report, desk};
use crate::api::Failure;
use crate::api::deadline_calendar::DeadlineCalendarInput;

/// What `--help` says.
pub(super) const ABOUT: &str = "\
Skriv svarfristene til en kalenderfil (.ics) som andre programmer kan åpne eller abonnere på.

Alle ubesvarte saker er med, unntatt de som står på vent eller er gjenåpnet, med saksnummer, register og rettighet, og uten
opplysninger om personen. Skriv filen på nytt til samme sted for å oppdatere den: programmer som abonnerer, kjenner igjen
sakene, og det som er besvart, blir borte.";

/// What follows `calendar`.
#[derive(Args, Debug)]
pub(super) struct CalendarArguments {
    /// Hvor filen skrives
    #[arg(short, long, value_name = "F")]
    output: PathBuf,
    /// Bare dine egne saker, og dem du er vikar for
    #[arg(long)]
    mine: bool,
    /// Bare dette registeret
    #[arg(long, value_name = "ID")]
    register: Option<String>,
    /// Bare dette sporet
    #[arg(long, value_name = "ID")]
    track: Option<String>,
}

/// What was written.
#[derive(Serialize)]
struct Written {
    file: String,
    deadlines: usize,
}

pub(super) fn run(arguments: CalendarArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let CalendarArguments { output, mine, register, track } = arguments;
    let mut file = OutputFile::begin(&output)?;
    let (bytes, deadlines) =
        desk::unlocked(global)?.deadline_calendar(&DeadlineCalendarInput { mine, register, track })?;
    file.write(&bytes).map_err(|error| files::unwritable(&output, &error))?;
    file.finish()?;
    let written = Written { file: output.display().to_string(), deadlines };
    let count = if deadlines == 1 { "1 frist".to_owned() } else { format!("{deadlines} frister") };
    let text = format!("Kalenderen er skrevet til {} ({count}).", written.file);
    Ok(Report::done(&written, text))
}
