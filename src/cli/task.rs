//! `personvernsak case task`, `case correct` and `case take`, and `personvernsak task list`.

use clap::{ArgGroup, Args, Subcommand};

use super::case::{IfVersion, show};
use super::case_text::figures;
use super::{GlobalOptions, Report, desk, files};
use crate::api::desk::{CaseCorrect, CaseTaskAsk, CaseTaskChange};
use crate::api::tasks::{OpenTaskAnswer, TaskAnswer};
use crate::api::{Exit, Failure};

/// What follows `task`.
#[derive(Subcommand, Debug)]
pub(super) enum TaskCommand {
    /// Vis de åpne oppgavene du følger opp, også for kolleger du er vikar for
    List,
}

/// What follows `case task`.
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("change").required(true).args(["ask", "remind", "give", "answer", "drop"]))]
pub(super) struct TaskArguments {
    /// Saksnummeret
    case: String,
    /// Spør en enhet: registerenhet, helseforetak, ssb, skattedirektoratet, kommune, databehandler eller annen
    #[arg(long, value_name = "UNIT", requires = "text_file", requires = "due")]
    ask: Option<String>,
    /// Purr på oppgaven med dette nummeret
    #[arg(long, value_name = "K", requires = "due")]
    remind: Option<u32>,
    /// Gi oppgaven med dette nummeret til en annen bruker
    #[arg(long, value_name = "K", requires = "to")]
    give: Option<u32>,
    /// Registrer svaret på oppgaven med dette nummeret
    #[arg(long, value_name = "K", requires = "note")]
    answer: Option<u32>,
    /// Oppgaven med dette nummeret trengs ikke lenger
    #[arg(long, value_name = "K", requires = "reason")]
    drop: Option<u32>,
    /// Filen med det du spør om, eller «-» for standard inn
    #[arg(long, value_name = "FILE")]
    text_file: Option<String>,
    /// Dagen du vil ha svar innen
    #[arg(long, value_name = "D")]
    due: Option<String>,
    /// Dagen det skjedde; i dag hvis du ikke sier noe
    #[arg(long, value_name = "D")]
    on: Option<String>,
    /// Brukeren som følger opp oppgaven; du selv hvis du ikke sier noe
    #[arg(long, value_name = "USER", requires = "ask")]
    owner: Option<String>,
    /// Brukeren som får oppgaven
    #[arg(long, value_name = "USER")]
    to: Option<String>,
    /// Hva svaret var
    #[arg(long, value_name = "T")]
    note: Option<String>,
    /// Hvorfor oppgaven ikke trengs
    #[arg(long, value_name = "T")]
    reason: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case correct`.
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("entry").required(true).args(["suspension", "extension"]))]
pub(super) struct CorrectArguments {
    /// Saksnummeret
    case: String,
    /// Nummeret på spørsmålet til personen som ble registrert ved en feil
    #[arg(long, value_name = "K")]
    suspension: Option<u32>,
    /// Forslaget om lengre frist ble registrert ved en feil
    #[arg(long)]
    extension: bool,
    /// Hvorfor
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

pub(super) fn change(given: TaskArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let (case, if_version) = (given.case, given.version.if_version);
    if let Some(unit) = given.ask {
        let text = files::read_text(&given.text_file.unwrap_or_default())?;
        return show(desk::unlocked(global)?.case_task_ask(&CaseTaskAsk {
            case,
            unit,
            text,
            asked_on: given.on,
            due_on: given.due.unwrap_or_default(),
            owner: given.owner,
            if_version,
        }));
    }
    let steps = [("remind", given.remind), ("give", given.give), ("answer", given.answer), ("drop", given.drop)];
    let Some((what, task)) = steps.into_iter().find_map(|(what, task)| Some((what, task?))) else {
        return Err(Failure::new(Exit::NotWellFormed, "usage", "Si hva som skal skje med oppgaven."));
    };
    show(desk::unlocked(global)?.case_task_change(&CaseTaskChange {
        case,
        task,
        what: what.to_owned(),
        on: given.on,
        due_on: given.due,
        to: given.to,
        note: given.note.or(given.reason),
        if_version,
    }))
}

pub(super) fn correct(given: CorrectArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let CorrectArguments { case, suspension, extension: _, reason, version } = given;
    show(desk::unlocked(global)?.case_correct(&CaseCorrect {
        case,
        suspension,
        reason,
        if_version: version.if_version,
    }))
}

pub(super) fn run(command: &TaskCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        TaskCommand::List => {
            let list = desk::unlocked(global)?.task_list()?;
            let text = if list.tasks.is_empty() {
                "Du følger ikke opp noen åpne oppgaver.".to_owned()
            } else {
                list.tasks.iter().map(line).collect::<Vec<_>>().join("\n")
            };
            Ok(Report::done(&list, text))
        }
    }
}

fn line(task: &OpenTaskAnswer) -> String {
    let late = if task.late { " (forfalt)" } else { "" };
    format!(
        "{}{late}  {:<14} oppgave {}: {} · {} · {}",
        figures(&task.due_on),
        task.case,
        task.number,
        task.unit_label,
        task.title,
        task.owner
    )
}

/// A task of a case, a line; the words that remind the unit stand in the document.
pub(super) fn in_case(task: &TaskAnswer) -> String {
    let state = match task.state.as_str() {
        "answered" => format!("besvart {}", task.answered_on.as_deref().map(figures).unwrap_or_default()),
        "dropped" => "trengs ikke".to_owned(),
        _ if task.late => format!("forfalt {}", figures(&task.due_on)),
        _ => format!("svar innen {}", figures(&task.due_on)),
    };
    let words = [task.text.as_deref(), task.note.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" – ");
    format!("  [{state}] {}: {}. {words} ({})", task.number, task.unit_label, task.owner)
}
