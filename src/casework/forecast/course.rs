//! What a case has been through, as far as a forecast depends on it.

use chrono::NaiveDate;

use crate::casework::projection::{CaseRow, DateFacts, QuestionRow};
use crate::law::deadline::{self, RuleVersion};
use crate::law::register::RegisterId;

/// What a case has been through. Of the person there is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The register.
    pub register: RegisterId,
    /// The day of receipt.
    pub received_on: NaiveDate,
    /// When the person got word; `None` for one who still waits for it.
    pub answered_on: Option<NaiveDate>,
    /// What the person was asked for.
    pub questions: Vec<QuestionRow>,
    /// When the notice of an extension in force was sent.
    pub notice_on: Option<NaiveDate>,
    /// The rules that the dates follow.
    pub rule_version: RuleVersion,
    /// Whoever has it.
    pub assignee: Option<String>,
}

/// Where an unanswered case stands on a day. Weeks are whole ones; less than nothing once the last day is past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The clock runs, and so many weeks are left.
    Running(i32),
    /// The clock stands still; so many would be left if the answer came now.
    Still(i32),
}

impl Place {
    /// Whether the last day is past.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Running(..0))
    }
}

impl Course {
    /// The course of a case of the work list; `None` for one that was opened again, which the law has no last day for, and for one that was
    /// closed without word, of which it is not known when.
    #[must_use]
    pub fn of(row: &CaseRow) -> Option<Self> {
        let known = row.reopened_on.is_none() && (row.answered_on.is_some() || row.is_unanswered());
        known.then(|| Self {
            register: row.register.clone(),
            received_on: row.received_on,
            answered_on: row.answered_on,
            questions: row.questions.clone(),
            notice_on: row.extension.map(|extension| extension.notice_on),
            rule_version: row.rule_version,
            assignee: row.assignee.clone(),
        })
    }

    /// Where the case stood when a day was over, by what had happened until then; `None` where it had not come in or was answered.
    #[must_use]
    pub fn place_on(&self, day: NaiveDate) -> Option<Place> {
        if self.received_on > day || self.answered_on.is_some_and(|answered_on| answered_on <= day) {
            return None;
        }
        let known = |asked: &&QuestionRow| asked.asked_on <= day;
        let as_then = |asked: &QuestionRow| QuestionRow { ended_on: asked.ended_on.filter(|on| *on <= day), ..*asked };
        let questions: Vec<QuestionRow> = self.questions.iter().filter(known).map(as_then).collect();
        let notice_on = self.notice_on.filter(|on| *on <= day);
        let facts = DateFacts::on(day, (self.received_on, notice_on, self.rule_version), &questions);
        let dates = deadline::compute(&facts.input());
        let weeks_until = |last_on: NaiveDate| (last_on - day).num_days().div_euclid(7) as i32;
        match (dates.due_on, dates.open_suspension) {
            (_, Some(open)) => Some(Place::Still(weeks_until(open.due_if_answered_on))),
            (Some(due_on), None) => Some(Place::Running(weeks_until(due_on))),
            (None, None) => None,
        }
    }
}
