//! `personvernsak case bulk`.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::{GlobalOptions, Report, desk, files};
use crate::api::desk::{BulkInput, BulkStep, CaseList, StoppedCase};
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
        which: Which,
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
        which: Which,
    },
    /// Avslutt sakene
    Close {
        #[command(flatten)]
        which: Which,
    },
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
    /// Bare dette sporet
    #[arg(long)]
    track: Option<String>,
    /// Bare dette registeret
    #[arg(long)]
    register: Option<String>,
    /// Bare denne rettigheten
    #[arg(long)]
    right: Option<String>,
    /// Bare denne tilstanden
    #[arg(long)]
    state: Option<String>,
    /// Bare mine saker
    #[arg(long)]
    mine: bool,
    /// Bare saker som er forfalt
    #[arg(long)]
    overdue: bool,
    /// Bare saker der alle disse ordene står i samme tekst
    #[arg(long, value_name = "TEXT")]
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
    let (which, input) = match command {
        BulkCommand::Assign { to, which } => {
            (which, BulkInput { action: "assign".to_owned(), to: Some(to), ..BulkInput::default() })
        }
        BulkCommand::Suspend { ground, on, reply_by, which } => {
            let input = BulkInput {
                action: "suspend".to_owned(),
                ground: Some(ground),
                on: Some(on),
                reply_by: Some(reply_by),
                ..BulkInput::default()
            };
            (which, input)
        }
        BulkCommand::Close { which } => (which, BulkInput { action: "close".to_owned(), ..BulkInput::default() }),
    };
    let dry_run = which.dry_run;
    let input = which.into_input(input, global)?;
    let mut desk = desk::unlocked(global)?;
    desk.bulk_open(&input)?;
    let mut answer = BulkAnswer { dry_run, ..BulkAnswer::default() };
    while answer.add(desk.bulk_check()?) {}
    if !dry_run {
        answer.done.clear();
        while answer.add(desk.bulk_run()?) {}
    }
    let text = words(&answer);
    Ok(Report::done(&answer, text))
}

impl Which {
    fn into_input(self, input: BulkInput, global: &GlobalOptions) -> Result<BulkInput, Failure> {
        let list = CaseList {
            track: self.track,
            register: self.register,
            right: self.right,
            state: self.state,
            mine: self.mine,
            overdue: self.overdue,
            search: self.search,
            ..CaseList::default()
        };
        let narrowed = list.mine
            || list.overdue
            || [&list.track, &list.register, &list.right, &list.state, &list.search].into_iter().any(Option::is_some);
        match self.cases {
            Some(_) if narrowed || self.all => Err(which_cases()),
            Some(file) => {
                super::document::one_from_standard_input(&file, global)?;
                let cases = files::read_text(&file)?.split_whitespace().map(str::to_owned).collect();
                Ok(BulkInput { cases: Some(cases), ..input })
            }
            None if narrowed != self.all => Ok(BulkInput { list: Some(list), ..input }),
            None => Err(which_cases()),
        }
    }
}

/// Nobody changes every case because a filter was forgotten.
fn which_cases() -> Failure {
    let message = "Si hvilke saker det gjelder: --cases FIL, minst ett filter, eller --all for alle åpne saker.";
    Failure::new(Exit::NotWellFormed, "which-cases", message)
}

fn words(answer: &BulkAnswer) -> String {
    let cases = |count: usize| if count == 1 { "1 sak".to_owned() } else { format!("{count} saker") };
    let what = if answer.dry_run { "kan endres" } else { "er endret" };
    let mut lines = vec![format!("{} {what}.", cases(answer.done.len()))];
    if !answer.stopped.is_empty() {
        let what = if answer.dry_run { "kan ikke endres" } else { "er ikke endret" };
        lines.push(format!("{} {what}:", cases(answer.stopped.len())));
        lines.extend(answer.stopped.iter().map(|stopped| format!("- {}: {}", stopped.case, stopped.message)));
    }
    lines.join("\n")
}
