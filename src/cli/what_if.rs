//! `personvernsak deadline what-if`.

use clap::Args;

use super::{GlobalOptions, Report, desk};
use crate::api::deadline::DeadlineAnswer;
use crate::api::what_if::{
    AcceptedAnswer, MovedCase, SupposedHoliday, SupposedReceipt, WhatIfAccept, WhatIfAnswer, WhatIfInput,
};
use crate::api::{Exit, Failure};
use crate::wording::dates::short_date;

/// What follows `deadline what-if`.
#[derive(Args, Clone, Debug)]
pub(super) struct WhatIfArguments {
    /// En dag som tenkes som helligdag, med et navn om du vil
    #[arg(long, value_name = "D[=NAVN]")]
    holiday: Vec<String>,
    /// En helligdag som tenkes bort
    #[arg(long, value_name = "D")]
    not_holiday: Vec<String>,
    /// En annen mottaksdato for en henvendelse
    #[arg(long, value_name = "SAK=D")]
    received: Vec<String>,
    /// Hvor mange måneder fristen er, regnet fra mottak
    #[arg(long, value_name = "N")]
    months: Option<u32>,
    /// Hvor mange måneder en forlenget frist er, regnet fra mottak
    #[arg(long, value_name = "N")]
    extended_months: Option<u32>,
    /// Godta listen, slik den ble vist med dette avtrykket: mottaksdatoen rettes
    #[arg(long, value_name = "AVTRYKK", requires = "reason")]
    accept: Option<String>,
    /// Hvorfor mottaksdatoen rettes
    #[arg(long, value_name = "TEKST", requires = "accept")]
    reason: Option<String>,
}

pub(super) fn run(arguments: &WhatIfArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let WhatIfArguments { holiday, not_holiday, received, months, extended_months, accept, reason } = arguments.clone();
    let holidays = holiday.iter().map(|text| match text.split_once('=') {
        Some((on, name)) => SupposedHoliday { on: on.to_owned(), name: Some(name.to_owned()) },
        None => SupposedHoliday { on: text.clone(), name: None },
    });
    let receipt = |text: &String| match text.rsplit_once('=') {
        Some((number, on)) => Ok(SupposedReceipt { number: number.to_owned(), on: on.to_owned() }),
        None => Err(Failure::new(
            Exit::NotWellFormed,
            "receipt-not-written-right",
            "Skriv saksnummeret og datoen slik: --received 2026/00001-a=2026-01-31.",
        )),
    };
    let given = WhatIfInput {
        holidays: Some(holidays.collect()),
        not_holidays: Some(not_holiday),
        received: Some(received.iter().map(receipt).collect::<Result<_, _>>()?),
        months,
        extended_months,
    };
    let mut desk = desk::unlocked(global)?;
    if let (Some(digest), Some(reason)) = (accept, reason) {
        let answer = desk.deadline_accept(&WhatIfAccept { supposed: given, digest, reason })?;
        return Ok(Report::done(&answer, accepted(&answer)));
    }
    let answer = desk.deadline_what_if(&given)?;
    Ok(Report::done(&answer, written(&answer)))
}

/// What would move, in words: the cases first, each with how its new last day is reached.
fn written(answer: &WhatIfAnswer) -> String {
    let mut lines = vec!["Hvis dette var slik:".to_owned()];
    lines.extend(answer.supposed.iter().map(|one| format!("- {one}")));
    lines.push(String::new());
    lines.push(format!(
        "{} av {} ubesvarte saker får andre datoer. Sene saker i dag: {}, og da: {}.",
        answer.moved.len(),
        answer.looked_at,
        answer.late,
        answer.would_be_late
    ));
    for case in &answer.moved {
        lines.push(String::new());
        lines.extend(moved(case));
    }
    lines.push(String::new());
    lines.push(answer.note.clone());
    lines.push(answer.acceptance.clone());
    if answer.acceptable {
        lines.push(format!("Avtrykk: {}", answer.digest));
    }
    lines.join("\n")
}

/// What was accepted, in words: the days of receipt, then the cases as the list had them.
fn accepted(answer: &AcceptedAnswer) -> String {
    let mut lines = vec![answer.text.clone()];
    for case in &answer.moved {
        lines.push(String::new());
        lines.extend(moved(case));
    }
    lines.join("\n")
}

/// The last day to answer; while the clock stands still, what it would be if the answer came today.
fn last_day(dates: &DeadlineAnswer) -> String {
    let written = |day: &str| day.parse().map_or_else(|_| day.to_owned(), short_date);
    match (&dates.due_on, &dates.open_suspension) {
        (Some(due_on), _) => written(due_on),
        (None, Some(open)) => format!("på vent ({} hvis svar i dag)", written(&open.due_if_answered_on)),
        (None, None) => "på vent".to_owned(),
    }
}

fn moved(case: &MovedCase) -> Vec<String> {
    let due = format!("{} → {}", last_day(&case.now), last_day(&case.then));
    let head = format!("{}  {}  {}: {due}", case.case, case.register_label, case.right_label);
    let steps = case.then.steps.iter().map(|step| format!("    {}", step.text));
    std::iter::once(head).chain(steps).collect()
}
