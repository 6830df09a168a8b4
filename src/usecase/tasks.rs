//! Tasks of a case, and what was recorded by mistake in it.

use chrono::NaiveDate;

use super::ports::{FoundTask, WorkOf};
use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::ids::CaseNumber;
use crate::casework::request::{NewTask, WrongEntry};
use crate::law::register::Unit;

/// What a unit is to be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskToAsk {
    /// The unit.
    pub unit: Unit,
    /// What is asked for, in words.
    pub text: String,
    /// When it was asked.
    pub asked_on: NaiveDate,
    /// By when the answer is wanted.
    pub due_on: NaiveDate,
    /// Who follows it up; whoever asks, where nobody is named.
    pub owner: Option<String>,
}

/// The most tasks that are listed at a time.
const MOST_TASKS: u32 = 500;

impl Workplace<'_> {
    /// Asks a unit for something that a case needs.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn ask_task(&mut self, case: CaseNumber, task: TaskToAsk, if_version: Option<u32>) -> Result<Opened, Problem> {
        let TaskToAsk { unit, text, asked_on, due_on, owner } = task;
        self.user.require(Permission::ChangeCases)?;
        let owner = owner.unwrap_or_else(|| self.user.name.clone());
        self.require_worker(&owner)?;
        let new = NewTask { unit, text: self.identifiers.content_id(), asked_on, due_on, owner };
        self.change(case, if_version, |request, letter, today| request.ask_task(letter, new, text, today))
    }

    /// Records that a unit was reminded.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn remind_task(
        &mut self,
        case: CaseNumber,
        task: u32,
        reminded_on: NaiveDate,
        due_on: NaiveDate,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        self.change(case, if_version, |request, letter, today| {
            request.remind_task(letter, task, reminded_on, due_on, today)
        })
    }

    /// Gives a task to another user.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn give_task(
        &mut self,
        case: CaseNumber,
        task: u32,
        to: &str,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        self.user.require(Permission::ChangeCases)?;
        self.require_worker(to)?;
        self.change(case, if_version, |request, letter, _| request.give_task(letter, task, to))
    }

    /// Records the answer to a task.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn answer_task(
        &mut self,
        case: CaseNumber,
        task: u32,
        answered_on: NaiveDate,
        note: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, today| {
            request.answer_task(letter, task, answered_on, (id, note), today)
        })
    }

    /// Records that a task is not needed any more.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn drop_task(
        &mut self,
        case: CaseNumber,
        task: u32,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, _| request.drop_task(letter, task, (id, reason)))
    }

    /// Corrects what was recorded by mistake.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn correct_entry(
        &mut self,
        case: CaseNumber,
        entry: WrongEntry,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, _| request.correct_entry(letter, entry, (id, reason)))
    }

    /// The open tasks that the user follows up, and those of the colleagues whom they cover for, by day.
    ///
    /// # Errors
    /// The store's.
    pub fn my_tasks(&mut self) -> Result<Vec<FoundTask>, Problem> {
        self.user.require(Permission::Read)?;
        let names = self.own_names()?;
        Ok(self.store.open_tasks(&WorkOf { names, until: None, limit: MOST_TASKS })?)
    }

    /// Passes if somebody by this name can take cases.
    ///
    /// # Errors
    /// [`Problem::UnknownUser`].
    pub(super) fn require_worker(&mut self, name: &str) -> Result<(), Problem> {
        let works = self.store.users()?.iter().any(|user| user.name == name && user.role.may(Permission::ChangeCases));
        if works { Ok(()) } else { Err(Problem::UnknownUser) }
    }
}
