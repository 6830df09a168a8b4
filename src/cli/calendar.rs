//! `personvernsak calendar`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde::Serialize;

use super::case_text::wall_clock;
use super::files::{self, OutputFile};
use super::{GlobalOptions, Report, desk};
use crate::api::calendar_files::{CalendarFileAnswer, CalendarFilesAnswer};
use crate::api::deadline_calendar::DeadlineCalendarInput;
use crate::api::desk::{CalendarFileKeep, CalendarFileStop};
use crate::api::{Exit, Failure};

/// What `--help` says.
pub(super) const ABOUT: &str = "\
Skriv svarfristene til en kalenderfil (.ics) som andre programmer kan åpne eller abonnere på.

Alle ubesvarte saker er med, unntatt de som står på vent eller er gjenåpnet, med saksnummer, register og rettighet, og uten
opplysninger om personen. Skriv filen på nytt til samme sted for å oppdatere den: programmer som abonnerer, kjenner igjen
sakene, og det som er besvart, blir borte.

Med «keep» holder programmet filen oppdatert selv, så lenge noen har lageret åpent.";

/// What follows `calendar`.
#[derive(Args, Debug)]
#[command(subcommand_negates_reqs = true)]
pub(super) struct CalendarArguments {
    #[command(subcommand)]
    command: Option<CalendarCommand>,
    /// Hvor filen skrives
    #[arg(short, long, value_name = "F", required = true)]
    output: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

/// Which cases are in the calendar.
#[derive(Args, Debug)]
struct Which {
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

#[derive(Subcommand, Debug)]
enum CalendarCommand {
    /// Hold en kalenderfil oppdatert fra nå av
    Keep {
        /// Hvor filen skal ligge
        #[arg(short, long, value_name = "F")]
        output: PathBuf,
        /// Kontorets fil: alle som har lageret åpent, holder den oppdatert
        #[arg(long, conflicts_with = "mine")]
        office: bool,
        #[command(flatten)]
        which: Which,
    },
    /// Vis filene som holdes oppdatert, og når de sist ble skrevet
    Status,
    /// Oppdater filene nå
    Update,
    /// Slutt å holde en fil oppdatert
    Stop {
        /// Kontorets fil
        #[arg(long)]
        office: bool,
        /// La filen ligge som den er
        #[arg(long, required_unless_present = "remove_file", conflicts_with = "remove_file")]
        keep_file: bool,
        /// Fjern filen
        #[arg(long)]
        remove_file: bool,
    },
}

impl From<Which> for DeadlineCalendarInput {
    fn from(Which { mine, register, track }: Which) -> Self {
        Self { mine, register, track }
    }
}

/// What was written.
#[derive(Serialize)]
struct Written {
    file: String,
    deadlines: usize,
}

pub(super) fn run(arguments: CalendarArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let mut desk = match arguments.command {
        None => return write(&arguments.output.unwrap_or_default(), arguments.which, global),
        Some(_) => desk::unlocked(global)?,
    };
    let files = match arguments.command {
        Some(CalendarCommand::Keep { output, office, which }) => {
            desk.calendar_file_keep(&CalendarFileKeep { calendar: which.into(), office, path: output })?
        }
        Some(CalendarCommand::Update) => desk.calendar_files_update()?,
        Some(CalendarCommand::Stop { office, keep_file: _, remove_file }) => {
            desk.calendar_file_stop(&CalendarFileStop { office, remove_file })?
        }
        Some(CalendarCommand::Status) | None => desk.calendar_files()?,
    };
    // Of the office's file answers who may choose its place.
    let office = files.office.as_ref().filter(|_| files.may_office);
    let wrong = files.own.as_ref().into_iter().chain(office).any(|file| file.problem.is_some());
    let report = Report::done(&files, in_words(&files));
    Ok(if wrong { report.with_fault(Exit::Other) } else { report })
}

/// Writes the calendar once.
fn write(output: &Path, which: Which, global: &GlobalOptions) -> Result<Report, Failure> {
    let mut file = OutputFile::begin(output)?;
    let (bytes, deadlines) = desk::unlocked(global)?.deadline_calendar(&which.into())?;
    file.write(&bytes).map_err(|error| files::unwritable(output, &error))?;
    file.finish()?;
    let written = Written { file: output.display().to_string(), deadlines };
    let count = if deadlines == 1 { "1 frist".to_owned() } else { format!("{deadlines} frister") };
    let text = format!("Kalenderen er skrevet til {} ({count}).", written.file);
    Ok(Report::done(&written, text))
}

fn in_words(files: &CalendarFilesAnswer) -> String {
    let mut text = String::new();
    for (whose, file) in [("Din kalenderfil", &files.own), ("Kontorets kalenderfil", &files.office)] {
        let Some(CalendarFileAnswer { path, written_at, problem, .. }) = file else { continue };
        let _ = writeln!(text, "{whose}: {path}");
        if let Some(at) = written_at {
            let _ = writeln!(text, "  Sist skrevet {}", wall_clock(at));
        }
        if let Some(problem) = problem {
            let _ = writeln!(text, "  {problem}");
        }
    }
    if text.is_empty() { "Ingen kalenderfil blir holdt oppdatert.".to_owned() } else { text.trim_end().to_owned() }
}
