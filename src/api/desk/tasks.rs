//! What is done with the tasks of a case, and with what was recorded by mistake.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case_show::CaseShow;
use crate::api::failure::Failure;
use crate::api::intake::LONGEST_TEXT;
use crate::api::tasks::{OpenTaskAnswer, TaskListAnswer};
use crate::casework::request::WrongEntry;
use crate::usecase::TaskToAsk;

/// Asks a unit for something.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseTaskAsk {
    pub case: String,
    pub unit: String,
    /// What is asked for.
    pub text: String,
    /// When it was asked; today, where nothing is said.
    pub asked_on: Option<String>,
    pub due_on: String,
    /// Who follows it up; whoever asks, where nobody is named.
    pub owner: Option<String>,
    pub if_version: Option<u32>,
}

/// What is done with a task.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseTaskChange {
    pub case: String,
    pub task: u32,
    /// `remind`, `give`, `answer` or `drop`.
    pub what: String,
    /// When it was; today, where nothing is said. Not for `give` and `drop`.
    pub on: Option<String>,
    /// By when the answer is wanted now, for `remind`.
    pub due_on: Option<String>,
    /// Who follows it up from now on, for `give`.
    pub to: Option<String>,
    /// What the answer was, for `answer`; why it is not needed, for `drop`.
    pub note: Option<String>,
    pub if_version: Option<u32>,
}

/// Corrects what was recorded by mistake: a question to the person, or the proposal of a longer deadline.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseCorrect {
    pub case: String,
    /// The question, in the order of asking, from 1; nothing for the proposal of a longer deadline.
    pub suspension: Option<u32>,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// What can be done with a task.
const CHANGES: [&str; 4] = ["remind", "give", "answer", "drop"];

impl Desk {
    /// Asks a unit for something that a case needs.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_task_ask(&mut self, given: &CaseTaskAsk) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let mut workplace = self.workplace()?;
        let today = workplace.today();
        let (unit, text, due_on) = input::together((
            input::word("unit", &given.unit),
            input::text("text", &given.text, LONGEST_TEXT),
            input::date("due_on", &given.due_on),
        ))?;
        let asked_on = given.asked_on.as_deref().map_or(Ok(today), |day| input::date("asked_on", day))?;
        let owner = given.owner.clone().filter(|owner| !owner.trim().is_empty());
        let task = TaskToAsk { unit, text, asked_on, due_on, owner };
        let opened = workplace.ask_task(number, task, given.if_version)?;
        self.show(&opened, number)
    }

    /// Reminds a unit, gives a task to somebody else, or records that it was answered or is not needed.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_task_change(&mut self, given: &CaseTaskChange) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let mut workplace = self.workplace()?;
        let (today, task, version) = (workplace.today(), given.task, given.if_version);
        let on = || given.on.as_deref().map_or(Ok(today), |day| input::date("on", day));
        let note = || input::text("note", given.note.as_deref().unwrap_or_default(), LONGEST_TEXT);
        let opened = match given.what.as_str() {
            "remind" => {
                let due_on = input::date("due_on", given.due_on.as_deref().unwrap_or_default())?;
                workplace.remind_task(number, task, on()?, due_on, version)?
            }
            "give" => workplace.give_task(number, task, given.to.as_deref().unwrap_or_default(), version)?,
            "answer" => workplace.answer_task(number, task, on()?, note()?, version)?,
            "drop" => workplace.drop_task(number, task, note()?, version)?,
            _ => return Err(input::not_among("what", &CHANGES)),
        };
        self.show(&opened, number)
    }

    /// The open tasks that the user follows up, and those of the colleagues whom they cover for, by day.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn task_list(&mut self) -> Result<TaskListAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let (today, found) = (workplace.today(), workplace.my_tasks()?);
        let tasks = found.iter().filter_map(|found| OpenTaskAnswer::of(found, workplace.rules, today)).collect();
        Ok(TaskListAnswer { tasks })
    }

    /// Corrects what was recorded by mistake.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for what the person was told in a letter; nothing was changed.
    pub fn case_correct(&mut self, given: &CaseCorrect) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let reason = input::text("reason", &given.reason, LONGEST_TEXT)?;
        let entry = given.suspension.map_or(WrongEntry::Extension, WrongEntry::Suspension);
        let opened = self.workplace()?.correct_entry(number, entry, reason, given.if_version)?;
        self.show(&opened, number)
    }
}
