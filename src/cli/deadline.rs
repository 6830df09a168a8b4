//! `personvernsak deadline`: the dates that follow from receipt, pauses and extension, and why. Reads no store, no clock.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{GlobalOptions, Report, deadline_text, forecast, what_if};
use crate::api::dates::{parse_date, unreadable};
use crate::api::deadline::{DeadlineAnswer, deadline_failure};
use crate::api::{Failure, FieldProblem};
use crate::law::deadline::{DeadlineField, DeadlineInput, DeadlineProblem, Pause, derive, receipt_in_future};
use crate::wording::Language;

/// The facts of a deadline, as they are written.
#[derive(Args, Clone, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct DeadlineArguments {
    #[command(subcommand)]
    command: Option<DeadlineCommand>,
    /// Dagen henvendelsen kom inn (ÅÅÅÅ-MM-DD)
    #[arg(long, value_name = "D")]
    received: Option<String>,
    /// Tid saken sto på vent: fra dagen det ble spurt, til dagen svaret kom. Uten siste dato venter saken ennå
    #[arg(long, value_name = "D..D | D..")]
    suspended: Vec<String>,
    /// Dagen varselet om forlengelse ble sendt
    #[arg(long, value_name = "D")]
    extended_on: Option<String>,
    /// Dagen som gjelder som i dag. Uten den regnes et svar som kommet samme dag som saken ble satt på vent
    #[arg(long, value_name = "D")]
    today: Option<String>,
}

/// What follows `deadline`, beside the facts of one.
#[derive(Subcommand, Clone, Debug)]
enum DeadlineCommand {
    /// Hvor mange saker som blir sene i ukene som kommer, og hvor mange flere hender som trengs
    Forecast(forecast::ForecastArguments),
    /// Hvilke saker som flytter seg hvis en helligdag, en mottaksdato eller en regel var en annen. Ingenting endres
    WhatIf(what_if::WhatIfArguments),
}

struct Facts {
    received_on: NaiveDate,
    pauses: Vec<Pause>,
    extended_on: Option<NaiveDate>,
    today: Option<NaiveDate>,
}

/// Computes the dates and tells how.
pub(super) fn run(arguments: &DeadlineArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    match &arguments.command {
        Some(DeadlineCommand::Forecast(given)) => return forecast::run(given, global),
        Some(DeadlineCommand::WhatIf(given)) => return what_if::run(given, global),
        None => {}
    }
    let language = global.lang;
    let facts = read(arguments, language).map_err(|fields| unreadable(fields, language))?;
    let input = check(&facts).map_err(|problems| deadline_failure(&problems, language, path_of))?;
    let derivation = derive(&input);
    let answer = DeadlineAnswer::of(&derivation, language);
    Ok(Report::done(&answer, deadline_text::write(&derivation, language)))
}

fn check(facts: &Facts) -> Result<DeadlineInput<'_>, Vec<DeadlineProblem>> {
    let in_future = facts.today.and_then(|today| receipt_in_future(facts.received_on, today));
    let input = DeadlineInput::new(facts.received_on, &facts.pauses, facts.extended_on);
    match (input, in_future) {
        (Ok(input), None) => Ok(facts.today.map_or(input, |today| input.seen_on(today))),
        (Ok(_), Some(problem)) => Err(vec![problem]),
        (Err(problems), in_future) => Err(in_future.into_iter().chain(problems).collect()),
    }
}

fn path_of(field: DeadlineField) -> String {
    match field {
        DeadlineField::Received => "received".to_owned(),
        DeadlineField::Pause(index) => suspended_path(index),
        DeadlineField::Extended => "extended_on".to_owned(),
    }
}

fn suspended_path(index: usize) -> String {
    format!("suspended[{index}]")
}

fn read(arguments: &DeadlineArguments, language: Language) -> Result<Facts, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let received_on = match &arguments.received {
        Some(text) => kept(parse_date("received", text, language), &mut problems),
        None => {
            problems.push(received_missing(language));
            None
        }
    };
    let spans = arguments.suspended.iter().enumerate();
    let pauses = spans.filter_map(|(index, text)| read_pause(index, text, language, &mut problems)).collect();
    let mut optional = |path: &str, text: &Option<String>| {
        text.as_ref().and_then(|text| kept(parse_date(path, text, language), &mut problems))
    };
    let extended_on = optional("extended_on", &arguments.extended_on);
    let today = optional("today", &arguments.today);
    match received_on {
        Some(received_on) if problems.is_empty() => Ok(Facts { received_on, pauses, extended_on, today }),
        Some(_) | None => Err(problems),
    }
}

fn read_pause(index: usize, text: &str, language: Language, problems: &mut Vec<FieldProblem>) -> Option<Pause> {
    let path = suspended_path(index);
    let Some((start, end)) = text.split_once("..") else {
        problems.push(FieldProblem { path, code: "span-not-written-right".to_owned(), message: span_shape(language) });
        return None;
    };
    let start_on = kept(parse_date(&path, start, language), problems);
    if end.is_empty() {
        return start_on.map(|start_on| Pause { start_on, end_on: None });
    }
    let end_on = kept(parse_date(&path, end, language), problems);
    start_on.zip(end_on).map(|(start_on, end_on)| Pause { start_on, end_on: Some(end_on) })
}

fn kept(read: Result<NaiveDate, FieldProblem>, problems: &mut Vec<FieldProblem>) -> Option<NaiveDate> {
    read.map_err(|problem| problems.push(problem)).ok()
}

fn received_missing(language: Language) -> FieldProblem {
    let message = match language {
        Language::Nb => "Mottaksdatoen mangler. Skriv dagen henvendelsen kom inn: --received ÅÅÅÅ-MM-DD.",
        Language::Nn => "Mottaksdatoen manglar. Skriv dagen førespurnaden kom inn: --received ÅÅÅÅ-MM-DD.",
        Language::En => "The date of receipt is missing. Write the day the request arrived: --received YYYY-MM-DD.",
    };
    FieldProblem { path: "received".to_owned(), code: "missing".to_owned(), message: message.to_owned() }
}

fn span_shape(language: Language) -> String {
    match language {
        Language::Nb => {
            "Pausen kan ikke leses. Skriv den som ÅÅÅÅ-MM-DD..ÅÅÅÅ-MM-DD, eller ÅÅÅÅ-MM-DD.. om den er åpen."
        }
        Language::Nn => {
            "Pausen kan ikkje lesast. Skriv han som ÅÅÅÅ-MM-DD..ÅÅÅÅ-MM-DD, eller ÅÅÅÅ-MM-DD.. om han er open."
        }
        Language::En => "The pause cannot be read. Write it as YYYY-MM-DD..YYYY-MM-DD, or YYYY-MM-DD.. if it is open.",
    }
    .to_owned()
}
