//! What would move if a day of receipt, a public holiday or a value of the rules were another. Looking changes nothing. That days of receipt
//! are corrected can be accepted, with the very list that was shown; holidays and rules are law and come with the program.

use chrono::NaiveDate;

use super::deadlines::DeadlinesQuery;
use super::ports::Days;
use super::problem::Problem;
use super::show::Opened;
use super::workplace::{Rules, Workplace};
use crate::casework::access::Permission;
use crate::casework::audit::Digest;
use crate::casework::ids::{CaseNumber, RequestNumber};
use crate::casework::projection::{CaseRow, Figure, Supposed, Supposition};
use crate::casework::request::{OtherReceipt, Rerouted};
use crate::law::deadline::{Deadline, Months};

/// What would move.
#[derive(Debug)]
pub struct WhatIf {
    /// How many unanswered cases were looked at.
    pub looked_at: usize,
    /// How many of them are late, and how many would be.
    pub late: (usize, usize),
    /// Those with a date that would move, in the order of the work list.
    pub moved: Vec<(CaseNumber, CaseRow, Supposed)>,
    /// By what this list is known again when it is accepted.
    pub digest: Digest,
    /// Why the user cannot accept it, if that is so.
    pub acceptance: Result<(), Problem>,
}

/// A day of receipt that was corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CorrectedReceipt {
    /// Whose.
    pub request: RequestNumber,
    /// The day that stood there.
    pub from_on: NaiveDate,
    /// The day that counts now.
    pub to_on: NaiveDate,
}

/// What was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The days of receipt.
    pub receipts: Vec<CorrectedReceipt>,
    /// The cases whose dates have moved, as the list had them.
    pub moved: Vec<(CaseNumber, CaseRow, Supposed)>,
}

/// What would move, and among how many.
struct Moves {
    looked_at: usize,
    late: (usize, usize),
    moved: Vec<(CaseNumber, CaseRow, Supposed)>,
}

impl Workplace<'_> {
    /// The unanswered cases whose dates would move. One that was opened again is left out, since the law has no last day for it.
    ///
    /// # Errors
    /// [`Problem::Role`]; [`Problem::NotWaiting`] for a supposed day of receipt of a request without such a case, [`Problem::Supposed`]
    /// for one that the law says something against; or the store's.
    pub fn what_if(&mut self, supposed: &Supposition) -> Result<WhatIf, Problem> {
        let Moves { looked_at, late, moved } = self.moves(supposed)?;
        let acceptance = self.receipts_to_correct(supposed).map(drop);
        Ok(WhatIf { looked_at, late, digest: digest(supposed, &moved), moved, acceptance })
    }

    /// The list itself, without asking whether it can be accepted.
    fn moves(&mut self, supposed: &Supposition) -> Result<Moves, Problem> {
        self.user.require(Permission::Foresee)?;
        let today = self.today();
        let every = DeadlinesQuery { figure: Figure::Unanswered, register: None, track: None, due: Days::default() };
        let cases: Vec<_> = self.deadlines(&every)?.into_iter().filter(|(_, row)| row.reopened_on.is_none()).collect();
        let waits = |request| cases.iter().any(|(case, _)| case.request == request);
        if let Some((request, _)) = supposed.received.iter().find(|(request, _)| !waits(*request)) {
            return Err(Problem::NotWaiting(*request));
        }
        let (looked_at, mut late, mut moved) = (cases.len(), (0, 0), Vec::new());
        for (case, row) in cases {
            let dates = row.supposing(case.request, supposed, today).map_err(Problem::Supposed)?;
            late.0 += usize::from(dates.now.deadline.due_on.is_some_and(|due_on| due_on < today));
            late.1 += usize::from(dates.then.deadline.due_on.is_some_and(|due_on| due_on < today));
            if dates.moves() {
                moved.push((case, row, dates));
            }
        }
        Ok(Moves { looked_at, late, moved })
    }

    /// Accepts that days of receipt are corrected and that the cases of a list move by it, in one transaction. `shown` is the digest of the
    /// list that the user saw.
    ///
    /// # Errors
    /// [`Problem::Role`] for anybody but a lead, [`Problem::ComesWithProgram`], [`Problem::OtherList`] where other cases or other dates would
    /// move now, and every other [`Problem`]; nothing was changed.
    pub fn accept_what_if(&mut self, supposed: &Supposition, shown: Digest, reason: &str) -> Result<Accepted, Problem> {
        let Moves { moved, .. } = self.moves(supposed)?;
        let corrections = self.receipts_to_correct(supposed)?;
        if digest(supposed, &moved) != shown {
            return Err(Problem::OtherList);
        }
        let (today, mut receipts, mut commits) = (self.today(), Vec::new(), Vec::new());
        for (opened, other) in corrections {
            let reason = (self.identifiers.content_id(), reason.to_owned());
            let decision = opened.request.correct_receipt(&other, reason, today).map_err(Problem::Refused)?;
            let from_on = opened.request.registered.received_on;
            receipts.push(CorrectedReceipt { request: opened.number, from_on, to_on: other.on });
            commits.push(self.prepare(&opened, decision).1);
        }
        self.store.commit_together(&commits)?;
        Ok(Accepted { receipts, moved })
    }

    /// The requests whose day of receipt is supposed to be another, where nothing is against that it is accepted.
    fn receipts_to_correct(&mut self, supposed: &Supposition) -> Result<Vec<(Opened, OtherReceipt)>, Problem> {
        if !(supposed.holidays.is_empty() && supposed.not_holidays.is_empty() && supposed.months == Months::LAW) {
            return Err(Problem::ComesWithProgram);
        }
        self.user.require(Permission::AcceptMoves)?;
        let (today, mut corrections) = (self.today(), Vec::new());
        for number in requests(supposed) {
            let Some(on) = supposed.received_on(number) else { continue };
            let opened = self.find_request(number)?.ok_or_else(|| Problem::NotFound(number.to_string()))?;
            if opened.person().is_none() {
                return Err(self.unseen(&opened));
            }
            let routes = reroutes(&opened, on, self.rules);
            let other = OtherReceipt { on, routes, duplicates: self.duplicates_of(&opened)? };
            let against = opened.request.against_receipt(&other, today);
            if !against.is_empty() {
                return Err(Problem::Refused(against));
            }
            corrections.push((opened, other));
        }
        Ok(corrections)
    }
}

/// The requests whose day of receipt is supposed to be another, each once and in order.
fn requests(supposed: &Supposition) -> Vec<RequestNumber> {
    let mut requests: Vec<RequestNumber> = supposed.received.iter().map(|(request, _)| *request).collect();
    requests.sort_unstable();
    requests.dedup();
    requests
}

/// The routes of a request's cases by the rules of the day that stands there, and by those of another.
fn reroutes(opened: &Opened, on: NaiveDate, rules: &Rules) -> Vec<Rerouted> {
    let by = |case, day| opened.route_received(case, rules, day).ok();
    let cases = opened.request.cases.iter();
    let now = opened.request.registered.received_on;
    cases.map(|case| Rerouted { case: case.opened.case, now: by(case, now), then: by(case, on) }).collect()
}

/// By what a list is known again: what is supposed, and every case on it with its dates now and then.
fn digest(supposed: &Supposition, moved: &[(CaseNumber, CaseRow, Supposed)]) -> Digest {
    let received = requests(supposed).into_iter().map(|request| (request, supposed.received_on(request)));
    let mut text = format!("{:?} {:?} {:?}\n", supposed.holidays, supposed.not_holidays, supposed.months);
    text.extend(received.map(|(request, on)| format!("{request} {on:?}\n")));
    let dates = |of: &Deadline| {
        let if_answered = of.open_suspension.map(|open| open.due_if_answered_on);
        [Some(of.received_on), of.due_on, of.extension_notice_due_on, of.refusal_due_on, if_answered]
    };
    let line = |(case, _, of): &(CaseNumber, CaseRow, Supposed)| {
        format!("{case} {:?} {:?}\n", dates(&of.now.deadline), dates(&of.then.deadline))
    };
    text.extend(moved.iter().map(line));
    Digest::of(text.as_bytes())
}
