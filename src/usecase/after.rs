//! What comes after the answer of a case: it is opened again, and somebody complains.

use chrono::NaiveDate;

use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::ids::CaseNumber;
use crate::casework::request::{
    ComplaintKind, ComplaintOutcome, ComplaintView, LateGround, NewComplaint, ReopenGround,
};

impl Workplace<'_> {
    /// Opens a case again that had come to an end.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn reopen_case(
        &mut self,
        case: CaseNumber,
        ground: ReopenGround,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let (id, role) = (self.identifiers.content_id(), self.user.role);
        self.change(case, if_version, |request, letter, _| request.reopen(letter, ground, (id, reason), role))
    }

    /// Registers a complaint about a case.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn register_complaint(
        &mut self,
        case: CaseNumber,
        brought: BroughtComplaint,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let BroughtComplaint { kind, received_on, posted_on, reply_by_on, about } = brought;
        let about = (self.identifiers.content_id(), about);
        let new = NewComplaint { kind, received_on, posted_on, reply_by_on, about };
        self.change(case, if_version, |request, letter, today| request.register_complaint(letter, new, today))
    }

    /// Records what the office thinks of an appeal.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn consider_complaint(
        &mut self,
        case: CaseNumber,
        complaint: u32,
        view: (ComplaintView, Option<LateGround>),
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, today| {
            request.consider_complaint(letter, complaint, view, (id, reason), today)
        })
    }

    /// Records that the office has written to Datatilsynet.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn reply_to_complaint(
        &mut self,
        case: CaseNumber,
        complaint: u32,
        on: NaiveDate,
        note: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, today| {
            request.reply_to_complaint(letter, complaint, on, (id, note), today)
        })
    }

    /// Records how a complaint ended with the body that decides it.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn decide_complaint(
        &mut self,
        case: CaseNumber,
        complaint: u32,
        outcome: (ComplaintOutcome, NaiveDate),
        note: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, today| {
            request.decide_complaint(letter, complaint, outcome, (id, note), today)
        })
    }
}

/// A complaint that is brought, before its words have a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroughtComplaint {
    /// Where it was made.
    pub kind: ComplaintKind,
    /// When it reached the office.
    pub received_on: NaiveDate,
    /// When it was posted, where that is known.
    pub posted_on: Option<NaiveDate>,
    /// By when Datatilsynet asks for an answer.
    pub reply_by_on: Option<NaiveDate>,
    /// What it is about.
    pub about: String,
}
