//! The data protection officer's review of the dates of cases: drawn in a sample, flagged, looked at, answered and decided.

use chrono::NaiveDate;

use super::ports::{Days, StateFilter, WorkListQuery};
use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::ids::{CaseNumber, ContentId, RequestNumber};
use crate::casework::projection::{CaseRow, DateDoubt};
use crate::casework::request::{self, Decision, Draw, Refusal, ReviewOutcome, ReviewedDate};

/// How many rows are read at a time where every case of a period is drawn among.
const PAGE: u32 = 1_000;
/// How many reviewed cases are listed at most: the newest.
const MOST: u32 = 500;
/// Among so many open cases, those that are due first, doubtful dates are looked for.
const LOOKED_AT: u32 = 1_000;
/// How many cases are proposed at most.
const MOST_PROPOSED: usize = 100;

/// A sample that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// How.
    pub draw: Draw,
    /// The cases, in the order of their numbers.
    pub cases: Vec<CaseNumber>,
}

/// The cases whose dates are reviewed, and those that are worth it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateReviewList {
    /// Those that were taken up, the newest first.
    pub cases: Vec<(CaseNumber, CaseRow)>,
    /// Open ones that nobody has taken up, with what speaks for it, those that are due first at the top.
    pub proposed: Vec<(CaseNumber, CaseRow, Vec<DateDoubt>)>,
}

impl Workplace<'_> {
    /// Draws a sample among the cases that were received in a period, and takes it up. How it was drawn stands in the log of each. The same
    /// draw once more gives the same cases and changes nothing.
    ///
    /// # Errors
    /// Every [`Problem`]. After a conflict some of the cases may be taken up already; the same draw once more takes up the others.
    pub fn draw_reviews(
        &mut self,
        (from_on, to_on): (NaiveDate, NaiveDate),
        size: u32,
        seed: u32,
    ) -> Result<Sample, Problem> {
        self.user.require(Permission::ReviewDates)?;
        let among = self.received_between(from_on, to_on)?;
        let (draw, cases) = request::draw((seed, size), (from_on, to_on), among).map_err(Problem::Refused)?;
        let mut commits = Vec::new();
        for same_request in cases.chunk_by(|one, other| one.request == other.request) {
            let Some(number) = same_request.first().map(|case| case.request) else { continue };
            let opened = self.found(number)?;
            let taken = same_request.iter().filter_map(|case| opened.request.take_up_drawn(case.letter, draw));
            let events: Vec<_> = taken.collect();
            if !events.is_empty() {
                commits.push(self.prepare(&opened, Decision { events, contents: Vec::new() }).1);
            }
        }
        for done in self.store.commit_many(&commits)? {
            done?;
        }
        Ok(Sample { draw, cases })
    }

    /// Flags a case whose dates may be wrong.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn flag_for_review(
        &mut self,
        case: CaseNumber,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.review(Permission::FlagDates, case, if_version, |opened, _| {
            opened.request.flag_for_review(case.letter, (id, reason))
        })
    }

    /// Says what the officer thinks of a date of a case, as it is today; `against` says why it is not right.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn view_date(
        &mut self,
        case: CaseNumber,
        date: ReviewedDate,
        against: Option<String>,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let against = self.words(against);
        self.review(Permission::ReviewDates, case, if_version, |opened, today| {
            let row = opened.rows().into_iter().nth(case.letter.index());
            let dates = row.map(|row| row.reviewable(today)).unwrap_or_default();
            let on = dates.into_iter().find(|(known, _)| *known == date).map(|(_, on)| on);
            opened.request.view_date(case.letter, date, on, against)
        })
    }

    /// Says whether the ground of a pause holds; `against` says why it does not.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn view_pause(
        &mut self,
        case: CaseNumber,
        pause: u32,
        against: Option<String>,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let against = self.words(against);
        self.review(Permission::ReviewDates, case, if_version, |opened, _| {
            opened.request.view_pause(case.letter, pause, against)
        })
    }

    /// Answers what the officer does not agree with.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn answer_review(
        &mut self,
        case: CaseNumber,
        text: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.review(Permission::ChangeCases, case, if_version, |opened, _| {
            opened.request.answer_review(case.letter, (id, text))
        })
    }

    /// Decides where the officer and whoever answered differ.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn decide_review(
        &mut self,
        case: CaseNumber,
        outcome: ReviewOutcome,
        text: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.review(Permission::DecideReview, case, if_version, |opened, _| {
            opened.request.decide_review(case.letter, outcome, (id, text))
        })
    }

    /// The cases whose dates are reviewed, or only those where something is left to do, and those that are worth it.
    ///
    /// # Errors
    /// The store's.
    pub fn date_reviews(&mut self, open: bool) -> Result<DateReviewList, Problem> {
        self.user.require(Permission::Read)?;
        let today = self.today();
        let cases = self.store.reviewed_cases(open, MOST)?;
        let query = WorkListQuery { today, limit: LOOKED_AT, ..WorkListQuery::default() };
        let doubtful = self.store.work_list(&query)?.rows.into_iter().filter(|(_, row)| row.review.is_none());
        let proposed = doubtful.filter_map(|(case, row)| {
            let doubts = row.date_doubts(today);
            (!doubts.is_empty()).then_some((case, row, doubts))
        });
        Ok(DateReviewList { cases, proposed: proposed.take(MOST_PROPOSED).collect() })
    }

    /// Every case that was received in a period, in whatever state.
    fn received_between(&mut self, from_on: NaiveDate, to_on: NaiveDate) -> Result<Vec<CaseNumber>, Problem> {
        let mut query = WorkListQuery {
            today: self.today(),
            received: Days { from: Some(from_on), to: Some(to_on) },
            states: StateFilter::ALL.to_vec(),
            limit: PAGE,
            ..WorkListQuery::default()
        };
        let mut cases = Vec::new();
        loop {
            let page = self.store.work_list(&query)?;
            cases.extend(page.rows.into_iter().map(|(case, _)| case));
            query.after = page.next;
            if query.after.is_none() {
                return Ok(cases);
            }
        }
    }

    fn found(&mut self, number: RequestNumber) -> Result<Opened, Problem> {
        self.find_request(number)?.ok_or_else(|| Problem::NotFound(number.to_string()))
    }

    fn words(&mut self, text: Option<String>) -> Option<(ContentId, String)> {
        text.map(|text| (self.identifiers.content_id(), text))
    }

    /// A step of a review. It is about dates alone, so whoever is not cleared for the person takes it as well, and it is taken after the
    /// person is erased.
    fn review(
        &mut self,
        permission: Permission,
        case: CaseNumber,
        if_version: Option<u32>,
        decide: impl FnOnce(&Opened, NaiveDate) -> Result<Decision, Vec<Refusal>>,
    ) -> Result<Opened, Problem> {
        self.user.require(permission)?;
        let opened = self.open_case(case)?;
        opened.require_version(if_version)?;
        let decision = decide(&opened, self.today()).map_err(Problem::Refused)?;
        self.commit(opened, decision)
    }
}
