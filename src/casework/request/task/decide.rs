//! What may happen to a task.

use chrono::{Months, NaiveDate};

use super::super::decide::Decision;
use super::super::event::{Content, Event};
use super::super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::super::state::{Case, Phase, Request};
use super::{NewTask, Task, TaskEvent, TaskStep};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::wording::dates::long_date;
use crate::wording::{Language, Trilingual};

/// Why a task has a place in the record at all: what a case rests on is to be traceable.
const SOURCE: &str = "Personvernforordningen art. 12 nr. 3 og art. 5 nr. 2";

/// A day further ahead than this is a slip of the fingers.
const LONGEST_MONTHS: u32 = 12;

impl Request {
    /// Asks a unit for something that a case needs.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if the case is answered or has left the office, [`RefusalCode::DateOrder`] for a question
    /// before receipt or after today, or an answer that is wanted before it was asked for or in more than a year.
    pub fn ask_task(
        &self,
        case: CaseLetter,
        task: NewTask,
        words: String,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let state = self.workable(case)?;
        let mut refusals = Vec::new();
        if task.asked_on < self.registered.received_on || task.asked_on > today {
            refusals.push(refusal(
                RefusalCode::DateOrder,
                Some("asked_on"),
                Trilingual::fixed(
                    "Dagen du spurte, må ligge mellom mottak og i dag.",
                    "Dagen du spurde, må liggje mellom mottak og i dag.",
                    "The day you asked must be between receipt and today.",
                ),
                SOURCE,
            ));
        }
        refusals.extend(against_due(task.due_on, task.asked_on));
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let number = u32::try_from(state.tasks.len()).unwrap_or(u32::MAX).saturating_add(1);
        let id = task.text;
        let event = TaskEvent { case, task: number, what: TaskStep::Asked(task) };
        Ok(Decision::with(Event::Task(event), id, Content::Text(words)))
    }

    /// Records that the unit was reminded, and by when the answer is wanted now. It may be reminded several times.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`], [`RefusalCode::NoSuchTask`], [`RefusalCode::TaskEnded`], or [`RefusalCode::DateOrder`] for
    /// a reminder before the last time that the unit was asked or after today.
    pub fn remind_task(
        &self,
        case: CaseLetter,
        number: u32,
        reminded_on: NaiveDate,
        due_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let task = self.open_task(case, number)?;
        let mut refusals: Vec<Refusal> = Vec::new();
        if reminded_on < task.last_heard_on() || reminded_on > today {
            refusals.push(before_last_heard(task));
        }
        refusals.extend(against_due(due_on, reminded_on));
        if refusals.is_empty() {
            Ok(step(case, number, TaskStep::Reminded { reminded_on, due_on }))
        } else {
            Err(refusals)
        }
    }

    /// Gives a task to another user, who follows it up from now on.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`], [`RefusalCode::NoSuchTask`], [`RefusalCode::TaskEnded`], or
    /// [`RefusalCode::AlreadyRecorded`] if that user has it.
    pub fn give_task(&self, case: CaseLetter, number: u32, to: &str) -> Result<Decision, Vec<Refusal>> {
        let task = self.open_task(case, number)?;
        if task.owner == to {
            let message = Trilingual::fixed(
                "Brukeren følger allerede opp oppgaven. Velg en annen.",
                "Brukaren følgjer alt opp oppgåva. Vel ein annan.",
                "The user is already following up the task. Choose somebody else.",
            );
            return Err(vec![refusal(RefusalCode::AlreadyRecorded, Some("to"), message, OWN_RULE)]);
        }
        Ok(step(case, number, TaskStep::Given { to: to.to_owned() }))
    }

    /// Records that the unit answered.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`], [`RefusalCode::NoSuchTask`], [`RefusalCode::TaskEnded`], or [`RefusalCode::DateOrder`] for
    /// a day before it was asked or after today.
    pub fn answer_task(
        &self,
        case: CaseLetter,
        number: u32,
        answered_on: NaiveDate,
        (id, words): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let task = self.open_task(case, number)?;
        if answered_on < task.asked.asked_on || answered_on > today {
            let day = |language| long_date(task.asked.asked_on, language);
            let message = Trilingual::made(
                format!("Dagen svaret kom, må ligge mellom {}, da du spurte, og i dag.", day(Language::Nb)),
                format!("Dagen svaret kom, må liggje mellom {}, då du spurde, og i dag.", day(Language::Nn)),
                format!("The day the answer came must be between {}, when you asked, and today.", day(Language::En)),
            );
            return Err(vec![refusal(RefusalCode::DateOrder, Some("on"), message, SOURCE)]);
        }
        let event = TaskEvent { case, task: number, what: TaskStep::Answered { answered_on, note: id } };
        Ok(Decision::with(Event::Task(event), id, Content::Text(words)))
    }

    /// Records that the answer is not needed any more.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`], [`RefusalCode::NoSuchTask`] or [`RefusalCode::TaskEnded`].
    pub fn drop_task(
        &self,
        case: CaseLetter,
        number: u32,
        (id, words): (ContentId, String),
    ) -> Result<Decision, Vec<Refusal>> {
        self.open_task(case, number)?;
        let event = TaskEvent { case, task: number, what: TaskStep::Dropped { reason: id } };
        Ok(Decision::with(Event::Task(event), id, Content::Text(words)))
    }

    /// Moves what one user has of a case to another: the case itself, and the open tasks that they follow up.
    ///
    /// # Errors
    /// [`RefusalCode::NothingOpen`] if the first has nothing of it.
    pub fn hand_over(&self, case: CaseLetter, from: &str, to: &str) -> Result<Decision, Vec<Refusal>> {
        let state = self.unclosed(case)?;
        let assigned = state.assignee.as_deref() == Some(from);
        let mut events: Vec<Event> =
            assigned.then(|| Event::CaseAssigned { case, to: to.to_owned() }).into_iter().collect();
        let followed = state.open_tasks().filter(|(_, task)| task.owner == from);
        events.extend(
            followed
                .map(|(task, _)| Event::Task(TaskEvent { case, task, what: TaskStep::Given { to: to.to_owned() } })),
        );
        if events.is_empty() {
            let message = Trilingual::fixed(
                "Brukeren har verken saken eller en åpen oppgave i den.",
                "Brukaren har verken saka eller ei open oppgåve i ho.",
                "The user has neither the case nor an open task in it.",
            );
            return Err(vec![refusal(RefusalCode::NothingOpen, Some("from"), message, OWN_RULE)]);
        }
        Ok(Decision::of(events))
    }

    fn open_task(&self, case: CaseLetter, number: u32) -> Result<&Task, Vec<Refusal>> {
        let state = self.unclosed(case)?;
        let Some(task) = state.task(number) else {
            let message = Trilingual::fixed(
                "Saken har ingen oppgave med dette nummeret. Se oppgavene i saken.",
                "Saka har inga oppgåve med dette nummeret. Sjå oppgåvene i saka.",
                "The case has no task with this number. See the tasks of the case.",
            );
            return Err(vec![refusal(RefusalCode::NoSuchTask, Some("task"), message, SOURCE)]);
        };
        if task.is_open() {
            return Ok(task);
        }
        let message = Trilingual::fixed(
            "Oppgaven er ferdig. Trenger du mer, lag en ny oppgave.",
            "Oppgåva er ferdig. Treng du meir, lag ei ny oppgåve.",
            "The task is finished. If you need more, make a new task.",
        );
        Err(vec![refusal(RefusalCode::TaskEnded, Some("task"), message, SOURCE)])
    }
}

fn step(case: CaseLetter, task: u32, what: TaskStep) -> Decision {
    Decision::of(vec![Event::Task(TaskEvent { case, task, what })])
}

fn against_due(due_on: NaiveDate, from: NaiveDate) -> Option<Refusal> {
    let last = from.checked_add_months(Months::new(LONGEST_MONTHS)).unwrap_or(NaiveDate::MAX);
    let message = if due_on < from {
        Trilingual::fixed(
            "Dagen du vil ha svar, kan ikke være før dagen du spør.",
            "Dagen du vil ha svar, kan ikkje vere før dagen du spør.",
            "The day by which you want an answer cannot be before the day you ask.",
        )
    } else if due_on > last {
        Trilingual::fixed(
            "Dagen du vil ha svar, er mer enn ett år frem. Sjekk årstallet.",
            "Dagen du vil ha svar, er meir enn eitt år fram. Sjekk årstalet.",
            "The day by which you want an answer is more than a year ahead. Check the year.",
        )
    } else {
        return None;
    };
    Some(refusal(RefusalCode::DateOrder, Some("due_on"), message, SOURCE))
}

fn before_last_heard(task: &Task) -> Refusal {
    let day = |language| long_date(task.last_heard_on(), language);
    let message = Trilingual::made(
        format!("Dagen du purret, må ligge mellom {}, da enheten sist hørte fra deg, og i dag.", day(Language::Nb)),
        format!("Dagen du purra, må liggje mellom {}, då eininga sist høyrde frå deg, og i dag.", day(Language::Nn)),
        format!(
            "The day of the reminder must be between {}, when the unit last heard from you, and today.",
            day(Language::En)
        ),
    );
    refusal(RefusalCode::DateOrder, Some("on"), message, SOURCE)
}

/// Why a case with open tasks is not closed; `None` where it has none.
pub(in super::super) fn against_closing(state: &Case) -> Option<Refusal> {
    let closes = match state.phase {
        Phase::Answered | Phase::Withdrawn | Phase::Forwarded { .. } => true,
        Phase::Open | Phase::Decided | Phase::Closed => false,
    };
    let open: Vec<_> = state.open_tasks().map(|(number, task)| (number, task.asked.unit.label())).collect();
    (closes && !open.is_empty()).then(|| {
        let listed = |language| {
            open.iter().map(|(number, unit)| format!("{number} ({})", unit.get(language))).collect::<Vec<_>>().join(", ")
        };
        let message = Trilingual::made(
            format!(
                "Saken kan ikke avsluttes mens den har åpne oppgaver: {}. Registrer svaret, eller si hvorfor det ikke trengs.",
                listed(Language::Nb)
            ),
            format!(
                "Saka kan ikkje avsluttast mens ho har opne oppgåver: {}. Registrer svaret, eller sei kvifor det ikkje trengst.",
                listed(Language::Nn)
            ),
            format!(
                "The case cannot be closed while it has open tasks: {}. Record the answer, or say why it is not needed.",
                listed(Language::En)
            ),
        );
        refusal(RefusalCode::TasksOpen, None, message, SOURCE)
    })
}
