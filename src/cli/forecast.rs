//! `personvernsak deadline forecast`.

use std::io::{self, IsTerminal, Write};

use clap::Args;

use super::{GlobalOptions, Report, desk};
use crate::api::Failure;
use crate::api::forecast::{BackTestAnswer, BandAnswer, ForecastAnswer, ForecastInput, ForecastProgress};
use crate::wording::dates::short_date;

/// How many weeks lie between the lines of the table.
const LINES_APART: u32 = 4;

/// What follows `deadline forecast`.
#[derive(Args, Clone, Debug)]
pub(super) struct ForecastArguments {
    /// Hvor mange uker fram
    #[arg(long, value_name = "N")]
    weeks: Option<u32>,
    /// Tallet tilfeldighetene begynner med. Samme tall og samme lager gir samme prognose
    #[arg(long, value_name = "N")]
    seed: Option<u32>,
    /// Hvor mange ganger ukene kjøres
    #[arg(long, value_name = "N")]
    runs: Option<u32>,
    /// Bare dette registeret
    #[arg(long, value_name = "ID", conflicts_with = "back_test")]
    register: Option<String>,
    /// Lag prognoser fra dager som har vært, og sammenlign med det som hendte
    #[arg(long, conflicts_with = "weeks")]
    back_test: bool,
}

pub(super) fn run(arguments: &ForecastArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let ForecastArguments { weeks, seed, runs, register, back_test } = arguments.clone();
    let given = ForecastInput { weeks, seed, runs, register };
    let mut desk = desk::unlocked(global)?;
    if back_test {
        let answer = desk.deadline_back_test(&given)?;
        return Ok(Report::done(&answer, tested(&answer)));
    }
    let answer = desk.deadline_forecast(&given, &mut tell)?;
    Ok(Report::done(&answer, written(&answer)))
}

/// Says on a terminal how far the forecast has come, in a line that is written over and at last wiped out.
fn tell(progress: ForecastProgress) {
    let ForecastProgress { done, of } = progress;
    let mut terminal = io::stderr();
    if !terminal.is_terminal() {
        return;
    }
    let line = if done < of { format!("Regner: {done} av {of} kjøringer") } else { String::new() };
    // What cannot be told of is done all the same.
    let _ = write!(terminal, "\r\x1b[K{line}");
}

/// The forecast in words: a line for every fourth week, then the registers, hands, and what all rests on.
fn written(answer: &ForecastAnswer) -> String {
    let last = answer.weeks.len() as u32;
    let shown = |week: u32| week.is_multiple_of(LINES_APART) || week == last;
    let mut lines = vec![
        format!("Sene saker i dag: {}", answer.late_now),
        format!(
            "Historikk: {} uker fra {}, {} saker. {} kjøringer, frø {}.",
            answer.history_weeks,
            day(&answer.since_on),
            answer.history_cases,
            answer.runs,
            answer.seed
        ),
        String::new(),
        "Uker  Dag         Sene saker  8 av 10 kjøringer".to_owned(),
    ];
    lines.extend(answer.weeks.iter().filter(|week| shown(week.week)).map(|week| {
        let (on, late) = (day(&week.on), week.late);
        format!("{:>4}  {on}  {:>10}  {}", week.week, late.median, margin(late))
    }));
    if answer.register.is_none() {
        lines.push(String::new());
        lines.push(format!("Etter {last} uker, etter register:"));
        lines.extend(answer.registers.iter().filter_map(|of| {
            let late = of.late.last()?;
            Some(format!("  {}: {} ({}), i dag {}", of.label, late.median, margin(*late), of.late_now))
        }));
        lines.push(String::new());
        lines.push(answer.hands_text.clone());
    }
    if answer.one_of > 1 {
        lines.push(format!("Historikken er lest fra en av {} henvendelser.", answer.one_of));
    }
    lines.push(String::new());
    lines.push("Prognosen bygger på dette:".to_owned());
    lines.extend(answer.assumptions.iter().map(|one| format!("- {one}")));
    lines.join("\n")
}

fn tested(answer: &BackTestAnswer) -> String {
    let Some(coverage) = answer.coverage else {
        return "Historikken er for kort til å gå tilbake i. Prøv igjen senere.".to_owned();
    };
    let mut lines = vec!["Laget på    Uker  Sene saker  8 av 10 kjøringer  Ble  Ubesvarte  Ble".to_owned()];
    lines.extend(answer.checked.iter().map(|one| {
        let (on, late) = (day(&one.made_on), one.late);
        let unanswered = margin(one.unanswered);
        format!(
            "{on}  {:>4}  {:>10}  {:>17}  {:>3}  {unanswered:>9}  {:>3}",
            one.weeks,
            late.median,
            margin(late),
            one.happened,
            one.were_unanswered
        )
    }));
    lines.push(String::new());
    lines.extend(answer.by_weeks.iter().map(|of| {
        format!(
            "{} uker fram: {} av {} innenfor. Midten bommet med {}, og «som i dag» med {} (midterste bom).",
            of.weeks, of.within, of.forecasts, of.median_error, of.unchanged_error
        )
    }));
    lines.push(format!("Sene saker innenfor i alt: {coverage} av 100. Åtti av hundre er ventet."));
    if let Some(coverage) = answer.unanswered_coverage {
        lines.push(format!("Ubesvarte saker innenfor i alt: {coverage} av 100."));
    }
    lines.join("\n")
}

fn margin(band: BandAnswer) -> String {
    format!("{}–{}", band.low, band.high)
}

fn day(text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), short_date)
}
