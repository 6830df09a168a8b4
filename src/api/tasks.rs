//! The tasks of a case, as they are shown, and open tasks across cases.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::case::{CaseAnswer, WarningAnswer};
use super::spoken::{say, spoken};
use crate::casework::ids::CaseNumber;
use crate::casework::request::{Case, Phase, Task, TaskEnd, TaskEvent};
use crate::law::register::{Register, Unit};
use crate::usecase::ports::FoundTask;
use crate::usecase::{Opened, Rules};
use crate::wording::dates::long_date;
use crate::wording::{Language, Trilingual};

/// What a unit is asked for.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct TaskAnswer {
    pub number: u32,
    pub unit: String,
    pub unit_label: String,
    /// What is asked for; `None` once it is erased.
    pub text: Option<String>,
    pub asked_on: String,
    /// By when the answer is wanted; the last reminder's day, where there was one.
    pub due_on: String,
    pub owner: String,
    pub reminded_on: Vec<String>,
    /// `open`, `answered` or `dropped`.
    pub state: String,
    /// Whether it is open and its day has passed.
    pub late: bool,
    pub answered_on: Option<String>,
    /// What the answer was, or why it was not needed.
    pub note: Option<String>,
    /// Words that remind the unit, to be copied; they name the case and nobody in it. Only while it is open.
    pub chaser: Option<ChaserAnswer>,
}

/// Words that remind a unit, in each language.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ChaserAnswer {
    pub nb: String,
    pub nn: String,
    pub en: String,
}

/// A unit that can be asked, and what the catalogue proposes to ask it for.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct UnitAnswer {
    pub unit: String,
    pub label: String,
    pub proposal: Option<String>,
    pub source: Option<String>,
}

/// Open tasks across cases, by day.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct TaskListAnswer {
    pub tasks: Vec<OpenTaskAnswer>,
}

/// An open task and the case that it belongs to.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct OpenTaskAnswer {
    pub case: String,
    pub title: String,
    pub number: u32,
    pub unit: String,
    pub unit_label: String,
    pub asked_on: String,
    pub due_on: String,
    pub late: bool,
    pub owner: String,
    /// The last day to answer the person; `None` while the clock stands still.
    pub answer_due_on: Option<String>,
}

impl From<Trilingual> for ChaserAnswer {
    fn from(text: Trilingual) -> Self {
        Self { nb: text.nb.into_owned(), nn: text.nn.into_owned(), en: text.en.into_owned() }
    }
}

/// The tasks of a case, in the order of asking.
#[must_use]
pub fn tasks(
    opened: &Opened,
    case: &Case,
    number: CaseNumber,
    answer_due_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<TaskAnswer> {
    (1_u32..).zip(&case.tasks).map(|(place, task)| of(opened, task, (number, place), answer_due_on, today)).collect()
}

fn of(
    opened: &Opened,
    task: &Task,
    (case, number): (CaseNumber, u32),
    answer_due_on: Option<NaiveDate>,
    today: NaiveDate,
) -> TaskAnswer {
    let (state, answered_on, note) = match task.end {
        None => ("open", None, None),
        Some(TaskEnd::Answered { on, note }) => ("answered", Some(on), Some(note)),
        Some(TaskEnd::Dropped { reason }) => ("dropped", None, Some(reason)),
    };
    TaskAnswer {
        number,
        unit: task.asked.unit.id().to_owned(),
        unit_label: task.asked.unit.label().get(spoken()).to_owned(),
        text: opened.words(task.asked.text).map(str::to_owned),
        asked_on: task.asked.asked_on.to_string(),
        due_on: task.due_on.to_string(),
        owner: task.owner.clone(),
        reminded_on: task.reminded_on.iter().map(ToString::to_string).collect(),
        state: state.to_owned(),
        late: task.is_open() && task.due_on < today,
        answered_on: answered_on.map(|day| day.to_string()),
        note: note.and_then(|id| opened.words(id)).map(str::to_owned),
        chaser: task.is_open().then(|| task.chaser(&case.to_string(), number, answer_due_on).into()),
    }
}

/// What to look out for in the tasks of a case: a unit that has not answered in time, a day after the case's own, and a
/// decision that does not wait for what was asked. `due_on` is the last day to answer the person, `internal_on` the office's own.
#[must_use]
pub fn warnings(
    case: &Case,
    due_on: Option<NaiveDate>,
    internal_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<WarningAnswer> {
    let mut warnings = Vec::new();
    let mut add = |code: &str, message: String| warnings.push(WarningAnswer { code: code.to_owned(), message });
    for (number, task) in case.open_tasks() {
        let unit = task.asked.unit.label();
        let unit = unit.get(spoken());
        let day = long_date(task.due_on, spoken());
        if task.due_on < today {
            add(
                "task-late",
                say!(
                    format!("Oppgave {number} ({unit}) skulle vært besvart {day}. Purr på enheten."),
                    format!("Oppgåve {number} ({unit}) skulle vore svara på {day}. Purr på eininga."),
                    format!("Task {number} ({unit}) was to be answered by {day}. Remind the unit."),
                ),
            );
        } else if let Some(due_on) = due_on.filter(|due_on| task.due_on > *due_on) {
            let due = long_date(due_on, spoken());
            add(
                "task-after-deadline",
                say!(
                    format!(
                        "Oppgave {number} ({unit}) har svar innen {day}, etter svarfristen {due}. Fristen løper også mens enheten sjekker."
                    ),
                    format!(
                        "Oppgåve {number} ({unit}) har svar innan {day}, etter svarfristen {due}. Fristen går også mens eininga sjekkar."
                    ),
                    format!(
                        "Task {number} ({unit}) is to be answered by {day}, after the last day to answer, {due}. That period also runs while the unit checks."
                    ),
                ),
            );
        } else if let Some(internal_on) = internal_on.filter(|internal_on| task.due_on > *internal_on) {
            let internal = long_date(internal_on, spoken());
            add(
                "task-after-internal",
                say!(
                    format!("Oppgave {number} ({unit}) har svar innen {day}, etter den interne fristen {internal}."),
                    format!("Oppgåve {number} ({unit}) har svar innan {day}, etter den interne fristen {internal}."),
                    format!("Task {number} ({unit}) is to be answered by {day}, after the internal date, {internal}."),
                ),
            );
        }
    }
    let open = case.open_tasks().count();
    if case.phase == Phase::Decided && open > 0 {
        let message = if open == 1 {
            say!(
                "Saken er avgjort mens en oppgave er åpen. Sjekk at svaret ikke endrer noe.".to_owned(),
                "Saka er avgjord mens ei oppgåve er open. Sjekk at svaret ikkje endrar noko.".to_owned(),
                "The case is decided while a task is open. Check that the answer changes nothing.".to_owned(),
            )
        } else {
            say!(
                format!("Saken er avgjort mens {open} oppgaver er åpne. Sjekk at svarene ikke endrer noe."),
                format!("Saka er avgjord mens {open} oppgåver er opne. Sjekk at svara ikkje endrar noko."),
                format!("The case is decided while {open} tasks are open. Check that the answers change nothing."),
            )
        };
        add("tasks-open", message);
    }
    warnings
}

/// The units that can be asked in a case, those that the catalogue proposes first.
#[must_use]
pub fn units(case: &Case, register: Option<&Register>) -> Vec<UnitAnswer> {
    let right = case.opened.right;
    let proposed = register.into_iter().flat_map(|register| &register.units).filter(|unit| unit.is_for(right));
    let mut units: Vec<UnitAnswer> = proposed
        .map(|proposal| UnitAnswer {
            proposal: Some(proposal.text.get(spoken()).to_owned()),
            source: Some(proposal.source.citation(spoken())),
            ..plain(proposal.unit)
        })
        .collect();
    for unit in Unit::ALL {
        if !units.iter().any(|known| known.unit == unit.id()) {
            units.push(plain(unit));
        }
    }
    units
}

fn plain(unit: Unit) -> UnitAnswer {
    let label = unit.label().get(spoken()).to_owned();
    UnitAnswer { unit: unit.id().to_owned(), label, proposal: None, source: None }
}

/// An event of a task in words; the unit is the one that was asked.
#[must_use]
pub fn told(opened: &Opened, event: &TaskEvent, language: Language) -> String {
    let task = opened.request.case(event.case).and_then(|case| case.task(event.task));
    let unit = task.map_or(Unit::Other, |task| task.asked.unit);
    event.told(unit).get(language).to_owned()
}

impl OpenTaskAnswer {
    /// A task that was found, as it is on a day.
    #[must_use]
    pub fn of(found: &FoundTask, rules: &Rules, today: NaiveDate) -> Option<Self> {
        let task = found.row.tasks.iter().find(|task| task.number == found.task)?;
        let case = CaseAnswer::of(found.case, &found.row, rules, today);
        Some(Self {
            case: case.case,
            title: case.title,
            number: task.number,
            unit: task.unit.id().to_owned(),
            unit_label: task.unit.label().get(spoken()).to_owned(),
            asked_on: task.asked_on.to_string(),
            due_on: task.due_on.to_string(),
            late: task.due_on < today,
            owner: task.owner.clone(),
            answer_due_on: case.due_on,
        })
    }
}
