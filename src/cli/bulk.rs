//! `personvernsak case bulk`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde::Serialize;

use super::files::{self, OutputFile};
use super::views::FilterArguments;
use super::{GlobalOptions, Report, desk};
use crate::api::desk::{BulkEntry, BulkInput, BulkStep, CaseList, Desk, StoppedCase};
use crate::api::{Exit, Failure};

/// What follows `case bulk`.
#[derive(Subcommand, Debug)]
pub(super) enum BulkCommand {
    /// Fordel sakene til en bruker
    Assign {
        /// Brukeren
        #[arg(long, value_name = "USER")]
        to: String,
        #[command(flatten)]
        undo_file: UndoFile,
        #[command(flatten)]
        which: Box<Which>,
    },
    /// Sett sakene på vent etter et spørsmål som er sendt på annen måte
    Suspend {
        /// Grunnen: identitet, fullmakt, presisering eller par25-dokumentasjon
        #[arg(long)]
        ground: String,
        /// Dagen det ble spurt
        #[arg(long, value_name = "D")]
        on: String,
        /// Dagen det er bedt om svar innen
        #[arg(long, value_name = "D")]
        reply_by: String,
        #[command(flatten)]
        undo_file: UndoFile,
        #[command(flatten)]
        which: Box<Which>,
    },
    /// Avslutt sakene
    Close {
        #[command(flatten)]
        which: Box<Which>,
    },
    /// Angre det som ble gjort, i de sakene der ingen har gjort noe siden
    Undo {
        /// Filen som ble skrevet med «--undo-file», eller «-» for standard inn
        file: String,
    },
}

/// Where what undoing takes is kept.
#[derive(Args, Debug)]
pub(super) struct UndoFile {
    /// Skriv en fil som «case bulk undo» kan angre dette med
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    undo_file: Option<PathBuf>,
}

/// Which cases: those that are named, or those that the filters leave.
#[derive(Args, Debug)]
pub(super) struct Which {
    /// Fil med saksnumre, eller «-» for standard inn
    #[arg(long, value_name = "FILE")]
    cases: Option<String>,
    /// Alle saker, der ingen filtre er gitt
    #[arg(long)]
    all: bool,
    /// Sakene i denne lagrede visningen
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    #[command(flatten)]
    filters: FilterArguments,
    /// Bare saker der alle disse ordene står i samme tekst
    #[arg(long, value_name = "TEXT", conflicts_with = "in_force")]
    search: Option<String>,
    /// Si hva som ville skjedd med hver sak, uten å endre noe
    #[arg(long)]
    dry_run: bool,
}

/// What became of each case, or would.
#[derive(Debug, Default, Serialize)]
struct BulkAnswer {
    dry_run: bool,
    done: Vec<String>,
    stopped: Vec<StoppedCase>,
}

impl BulkAnswer {
    fn add(&mut self, step: BulkStep) -> bool {
        self.done.extend(step.done);
        self.stopped.extend(step.stopped);
        step.left > 0
    }
}

pub(super) fn run(command: BulkCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    let (which, undo_file, input) = match command {
        BulkCommand::Assign { to, undo_file, which } => {
            let input = BulkInput { action: "assign".to_owned(), to: Some(to), ..BulkInput::default() };
            (which, undo_file.undo_file, input)
        }
        BulkCommand::Suspend { ground, on, reply_by, undo_file, which } => {
            let input = BulkInput {
                action: "suspend".to_owned(),
                ground: Some(ground),
                on: Some(on),
                reply_by: Some(reply_by),
                ..BulkInput::default()
            };
            (which, undo_file.undo_file, input)
        }
        BulkCommand::Close { which } => (which, None, BulkInput { action: "close".to_owned(), ..BulkInput::default() }),
        BulkCommand::Undo { file } => return undo(&file, global),
    };
    let dry_run = which.dry_run;
    let cases = which.named(global)?;
    let mut desk = desk::unlocked(global)?;
    let input = match cases {
        Some(cases) => BulkInput { cases: Some(cases), ..input },
        None => BulkInput { list: Some(which.list(&mut desk)?), ..input },
    };
    let undo_file = undo_file.map(|path| OutputFile::begin(&path).map(|file| (file, path))).transpose()?;
    desk.bulk_open(&input)?;
    let mut answer = BulkAnswer { dry_run, ..BulkAnswer::default() };
    while answer.add(desk.bulk_check()?) {}
    if !dry_run {
        answer.done.clear();
        let run = run_all(&mut desk, &mut answer);
        // What was done before the store took nothing more can be undone as well.
        undo_file.map_or(Ok(()), |(file, path)| keep(file, &path, &desk.bulk_entries()?))?;
        run?;
    }
    let text = words(&answer);
    Ok(Report::done(&answer, text))
}

fn run_all(desk: &mut Desk, answer: &mut BulkAnswer) -> Result<(), Failure> {
    while answer.add(desk.bulk_run()?) {}
    Ok(())
}

/// Writes a line for each case: its number, and the place of what was done in its log.
fn keep(mut file: OutputFile, path: &Path, entries: &[BulkEntry]) -> Result<(), Failure> {
    let lines: String = entries.iter().map(|entry| format!("{} {}\n", entry.case, entry.version)).collect();
    file.write(lines.as_bytes()).map_err(|error| files::unwritable(path, &error))?;
    file.finish()
}

fn undo(file: &str, global: &GlobalOptions) -> Result<Report, Failure> {
    super::document::one_from_standard_input(file, global)?;
    let lines = files::read_text(file)?;
    let entries = lines.lines().map(|line| {
        let (case, version) = line.split_once(' ')?;
        Some(BulkEntry { case: case.to_owned(), version: version.parse().ok()? })
    });
    let entries = entries.collect::<Option<Vec<_>>>().ok_or_else(|| {
        let message = "Dette er ikke en fil som «case bulk» har skrevet med «--undo-file». Velg den filen.";
        Failure::new(Exit::NotWellFormed, "not-undo-file", message)
    })?;
    let mut desk = desk::unlocked(global)?;
    desk.bulk_take_up(&entries)?;
    let mut answer = BulkAnswer::default();
    while answer.add(desk.bulk_undo()?) {}
    let text = told(&answer, ["er angret", "er ikke angret"]);
    Ok(Report::done(&answer, text))
}

impl Which {
    /// The cases that are named; `None` where a list says which.
    fn named(&self, global: &GlobalOptions) -> Result<Option<Vec<String>>, Failure> {
        let narrowed = self.filters.narrows() || self.view.is_some() || self.search.is_some();
        match &self.cases {
            Some(_) if narrowed || self.all => Err(which_cases()),
            Some(file) => {
                super::document::one_from_standard_input(file, global)?;
                Ok(Some(files::read_text(file)?.split_whitespace().map(str::to_owned).collect()))
            }
            None if narrowed != self.all => Ok(None),
            None => Err(which_cases()),
        }
    }

    fn list(self, desk: &mut Desk) -> Result<CaseList, Failure> {
        Ok(CaseList { search: self.search, ..self.filters.list(self.view.as_deref(), desk)? })
    }
}

/// Nobody changes every case because a filter was forgotten.
fn which_cases() -> Failure {
    let message = "Si hvilke saker det gjelder: --cases FIL, minst ett filter, eller --all for alle åpne saker.";
    Failure::new(Exit::NotWellFormed, "which-cases", message)
}

fn words(answer: &BulkAnswer) -> String {
    let what = if answer.dry_run { ["kan endres", "kan ikke endres"] } else { ["er endret", "er ikke endret"] };
    told(answer, what)
}

fn told(answer: &BulkAnswer, [done, stopped]: [&str; 2]) -> String {
    let cases = |count: usize| if count == 1 { "1 sak".to_owned() } else { format!("{count} saker") };
    let mut lines = vec![format!("{} {done}.", cases(answer.done.len()))];
    if !answer.stopped.is_empty() {
        lines.push(format!("{} {stopped}:", cases(answer.stopped.len())));
        lines.extend(answer.stopped.iter().map(|stopped| format!("- {}: {}", stopped.case, stopped.message)));
    }
    lines.join("\n")
}
