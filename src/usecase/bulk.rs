//! The same done with many cases. Each stands or falls by itself: one that a rule stops does not stop the others.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::ports::StoreError;
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::{Permission, User};
use crate::casework::ids::{CaseLetter, CaseNumber};
use crate::casework::request::{Decision, Event, Refusal, Request, WrongEntry};
use crate::law::deadline::PauseGround;

/// What is done with each case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkAction {
    /// It is given to a user.
    Assign {
        /// Whom.
        to: String,
    },
    /// It is recorded that the person was asked for something by a letter that was sent elsewhere.
    Suspend {
        /// For what.
        ground: PauseGround,
        /// When.
        asked_on: NaiveDate,
        /// By when an answer is asked for.
        reply_by_on: NaiveDate,
    },
    /// It is closed.
    Close,
}

/// A case that was changed, with where its log says how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BulkDone {
    /// The case.
    pub case: CaseNumber,
    /// The place of the change in the log of its request.
    pub version: u32,
}

impl BulkAction {
    fn decide(&self, request: &Request, case: CaseLetter, today: NaiveDate) -> Result<Decision, Vec<Refusal>> {
        match self {
            Self::Assign { to } => request.reassign(case, to),
            Self::Suspend { ground, asked_on, reply_by_on } => {
                request.suspend(case, *ground, *asked_on, *reply_by_on, today)
            }
            Self::Close => request.close(case),
        }
    }

    /// Whether what was done can be taken back by what the record calls a correction, and not by a new decision. A closed case
    /// is reopened, for a reason of its own, and is then decided and answered anew: that takes back more than the closing.
    #[must_use]
    pub fn can_be_undone(&self) -> bool {
        match self {
            Self::Assign { .. } | Self::Suspend { .. } => true,
            Self::Close => false,
        }
    }
}

impl Workplace<'_> {
    /// Whether this may be done at all, whichever cases it is about.
    ///
    /// # Errors
    /// [`Problem::Role`], or nobody of the name that cases are to be given to.
    pub fn may_do(&mut self, action: &BulkAction) -> Result<(), Problem> {
        self.user.require(Permission::ChangeCases)?;
        match action {
            BulkAction::Assign { to } => {
                let may = |user: &User| user.name == *to && user.role.may(Permission::ChangeCases);
                if self.store.users()?.iter().any(may) { Ok(()) } else { Err(Problem::UnknownUser) }
            }
            BulkAction::Suspend { .. } | BulkAction::Close => Ok(()),
        }
    }

    /// What would stop a case. Nothing is changed.
    ///
    /// # Errors
    /// What stops it.
    pub fn check_one(&mut self, case: CaseNumber, action: &BulkAction) -> Result<(), Problem> {
        self.user.require(Permission::ChangeCases)?;
        let opened = self.open_case(case)?;
        if opened.person().is_none() {
            return Err(self.unseen(&opened));
        }
        action.decide(&opened.request, case.letter, self.today()).map(drop).map_err(Problem::Refused)
    }

    /// Does it with one case.
    ///
    /// # Errors
    /// What stops it; the case was not changed.
    pub fn do_one(&mut self, case: CaseNumber, action: &BulkAction) -> Result<BulkDone, Problem> {
        let opened = self.change(case, None, |request, letter, today| action.decide(request, letter, today))?;
        Ok(BulkDone { case, version: opened.request.version })
    }

    /// Takes back what was done with a case, unless somebody has done more about it since: the case goes back to whoever had
    /// it, and a question that was recorded is corrected, for this reason.
    ///
    /// # Errors
    /// What stops it, among it that more was done since, or that the entry is none that is taken back; the case was not changed.
    pub fn take_back(&mut self, done: BulkDone, reason: String) -> Result<(), Problem> {
        self.user.require(Permission::ChangeCases)?;
        let letter = done.case.letter;
        let opened = self.open_case(done.case)?;
        let at = usize::try_from(done.version).ok().and_then(|version| version.checked_sub(1));
        let Some((before, [entry, since @ ..])) = at.and_then(|at| opened.log.split_at_checked(at)) else {
            return Err(StoreError::Conflict.into());
        };
        let given = |event: &Event| matches!(event, Event::CaseAssigned { case, .. } | Event::CaseReleased { case } if *case == letter);
        let asked = |event: &Event| matches!(event, Event::CaseSuspended { case, .. } if *case == letter);
        let ended = |event: &Event| matches!(event, Event::CaseResumed { case, .. } | Event::CaseClosed { case } if *case == letter);
        let more = |of_this: &dyn Fn(&Event) -> bool| since.iter().any(|recorded| of_this(&recorded.event));
        let before = Request::replay(before);
        let before = before.as_ref().and_then(|request| request.case(letter));
        let id = self.identifiers.content_id();
        let changed = if given(&entry.event) && !more(&given) {
            let had_before = before.and_then(|state| state.assignee.clone());
            self.change_opened(opened, done.case, None, |request, letter, _| match had_before {
                Some(name) => request.assign(letter, &name),
                None => request.release(letter),
            })
        } else if asked(&entry.event) && !more(&|event| asked(event) || ended(event)) {
            let questions = before.map_or(0, |state| state.suspensions.0.len()).saturating_add(1);
            let question = WrongEntry::Suspension(u32::try_from(questions).unwrap_or(u32::MAX));
            self.change_opened(opened, done.case, None, |request, letter, _| {
                request.correct_entry(letter, question, (id, reason))
            })
        } else {
            return Err(StoreError::Conflict.into());
        };
        changed.map(drop)
    }
}

/// The cases, each once, in the order in which they were named.
pub fn each_once(cases: Vec<CaseNumber>) -> Vec<CaseNumber> {
    let mut seen = BTreeSet::new();
    cases.into_iter().filter(|case| seen.insert(*case)).collect()
}
