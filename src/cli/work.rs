//! `personvernsak reminders`, and who is away: `personvernsak user away`, `back`, `absences` and `hand-over`.

use clap::Args;

use super::case_text::figures;
use super::store::counted;
use super::{GlobalOptions, Report, desk};
use crate::api::Failure;
use crate::api::colleagues::ColleaguesAnswer;
use crate::api::desk::{AbsenceEnd, AbsenceEnter, HandOver, ReminderPutOff};
use crate::api::reminders::{ReminderAnswer, RemindersAnswer};

/// What follows `reminders`.
#[derive(Args, Debug)]
pub(super) struct RemindersArguments {
    /// Utsett påminnelsen i denne saken
    #[arg(long, value_name = "N", requires = "kind", requires = "until")]
    put_off: Option<String>,
    /// Hva påminnelsen gjelder, slik listen sier det, for eksempel «svar-uteblitt» eller «oppgave-2»
    #[arg(long, value_name = "K", requires = "put_off")]
    kind: Option<String>,
    /// Dagen påminnelsen skal komme igjen
    #[arg(long, value_name = "D", requires = "put_off")]
    until: Option<String>,
}

/// What follows `user away`.
#[derive(Args, Debug)]
pub(super) struct AwayArguments {
    /// Den som er borte; du selv hvis du ikke sier noe
    name: Option<String>,
    /// Første dag
    #[arg(long, value_name = "D")]
    from: String,
    /// Siste dag
    #[arg(long, value_name = "D")]
    to: String,
    /// Vikaren, som ser sakene blant sine egne
    #[arg(long, value_name = "USER")]
    substitute: String,
}

/// What follows `user back`.
#[derive(Args, Debug)]
pub(super) struct BackArguments {
    /// Den som er tilbake; du selv hvis du ikke sier noe
    name: Option<String>,
}

/// What follows `user hand-over`.
#[derive(Args, Debug)]
pub(super) struct HandOverArguments {
    /// Den som har sakene
    from: String,
    /// Den som får dem
    #[arg(long, value_name = "USER")]
    to: String,
}

pub(super) fn reminders(given: RemindersArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let mut desk = desk::unlocked(global)?;
    let reminders = match given.put_off {
        Some(case) => desk.reminder_put_off(&ReminderPutOff {
            case,
            kind: given.kind.unwrap_or_default(),
            until: given.until.unwrap_or_default(),
        })?,
        None => desk.reminders()?,
    };
    let text = in_words(&reminders);
    Ok(Report::done(&reminders, text))
}

fn in_words(answer: &RemindersAnswer) -> String {
    let mut lines: Vec<String> = answer.reminders.iter().map(line).collect();
    if lines.is_empty() {
        lines.push(format!("Ingenting å minne om til og med {}.", figures(&answer.until_on)));
    }
    if answer.more {
        lines.push("Det er flere saker enn listen viser. Se arbeidslisten.".to_owned());
    }
    if !answer.put_off.is_empty() {
        lines.push("\nUtsatt".to_owned());
        lines.extend(answer.put_off.iter().map(line));
    }
    lines.join("\n")
}

fn line(reminder: &ReminderAnswer) -> String {
    let left = match reminder.days_left {
        0 => "i dag".to_owned(),
        left if left < 0 => format!("for {} siden", counted(left.unsigned_abs(), "dag", "dager")),
        left => format!("om {}", counted(left.unsigned_abs(), "dag", "dager")),
    };
    let covered = reminder.covered_for.as_ref().map_or_else(String::new, |name| format!(" · for {name}"));
    let until = reminder.put_off_until.as_deref().map_or_else(String::new, |day| format!(" · til {}", figures(day)));
    format!(
        "{} ({left})  {:<14} {}: {} [{}]{covered}{until}",
        figures(&reminder.on),
        reminder.case,
        reminder.title,
        reminder.label,
        reminder.kind
    )
}

pub(super) fn away(given: AwayArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let AwayArguments { name, from, to, substitute } = given;
    colleagues(desk::unlocked(global)?.absence_enter(&AbsenceEnter { name, from, to, substitute })?)
}

pub(super) fn back(given: BackArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    colleagues(desk::unlocked(global)?.absence_end(&AbsenceEnd { name: given.name })?)
}

pub(super) fn absences(global: &GlobalOptions) -> Result<Report, Failure> {
    colleagues(desk::unlocked(global)?.colleagues()?)
}

pub(super) fn hand_over(given: HandOverArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let handed = desk::unlocked(global)?.hand_over(&HandOver { from: given.from, to: given.to })?;
    let moved = counted(handed.moved.len() as u64, "sak", "saker");
    let mut lines = vec![format!("{moved} er flyttet fra {} til {}.", handed.from, handed.to)];
    lines.extend(handed.stopped.iter().map(|case| format!("{}: {}", case.case, case.message)));
    Ok(Report::done(&handed, lines.join("\n")))
}

fn colleagues(answer: ColleaguesAnswer) -> Result<Report, Failure> {
    let lines: Vec<String> = answer
        .colleagues
        .iter()
        .map(|each| match &each.away {
            Some(away) => format!(
                "{} · borte {} til {} · vikar {}",
                each.name,
                figures(&away.from_on),
                figures(&away.to_on),
                away.substitute
            ),
            None => each.name.clone(),
        })
        .collect();
    Ok(Report::done(&answer, lines.join("\n")))
}
