//! Changing a case: check, pause, resume, note, assignment, decision, a longer deadline, and how it leaves the office.

use chrono::NaiveDate;

use super::ports::{Commit, Target};
use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::ids::{CaseLetter, CaseNumber, ContentId};
use crate::casework::person::{IdentityStatus, Person};
use crate::casework::projection;
use crate::casework::request::{
    CheckResult, Confirmation, Correction, Decision, MeasureFor, MeasureId, Refusal, Request,
};
use crate::law::calendar::oslo_date;
use crate::law::deadline::{ExtensionReason, PauseGround};
use crate::law::rights::Outcome;
use crate::wording::Language;

impl Workplace<'_> {
    /// Gives a case to a user.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn assign(&mut self, case: CaseNumber, to: &str, if_version: Option<u32>) -> Result<Opened, Problem> {
        self.user.require(Permission::ChangeCases)?;
        self.require_worker(to)?;
        self.change(case, if_version, |request, letter, _| request.assign(letter, to))
    }

    /// Answers a point of the checklist.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn record_check(
        &mut self,
        case: CaseNumber,
        check: &str,
        result: CheckResult,
        note: Option<String>,
        how: Confirmation,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let opened = self.open_case(case)?;
        let known: Vec<&str> = opened
            .request
            .case(case.letter)
            .map(|state| state.opened.route.checks.iter().map(|point| point.id.as_str()).collect())
            .unwrap_or_default();
        if !known.contains(&check) {
            return Err(Problem::UnknownCheck { check: check.to_owned(), known: known.join(", ") });
        }
        let note = note.map(|text| (self.identifiers.content_id(), text));
        self.change_opened(opened, case, if_version, |request, letter, today| {
            request.record_check(letter, check, result, note, how, today)
        })
    }

    /// Records that the person was asked for something by a letter that was sent elsewhere.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn suspend(
        &mut self,
        case: CaseNumber,
        ground: PauseGround,
        asked_on: NaiveDate,
        reply_by_on: NaiveDate,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        self.change(case, if_version, |request, letter, today| {
            request.suspend(letter, ground, asked_on, reply_by_on, today)
        })
    }

    /// Records that the answer came.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn resume(
        &mut self,
        case: CaseNumber,
        ground: Option<PauseGround>,
        answered_on: NaiveDate,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        self.change(case, if_version, |request, letter, today| request.resume(letter, ground, answered_on, today))
    }

    /// Writes an internal note.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn note(
        &mut self,
        case: CaseNumber,
        text: String,
        telephone_on: Option<NaiveDate>,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, today| request.note(letter, (id, text), telephone_on, today))
    }

    /// Adds a measure to a case.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn add_measure(
        &mut self,
        case: CaseNumber,
        to: MeasureFor,
        text: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, _| request.add_measure(letter, to, (id, text)))
    }

    /// Records that a measure was carried out on a day, or without one that it was not needed.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn settle_measure(
        &mut self,
        case: CaseNumber,
        measure: MeasureId,
        done_on: Option<NaiveDate>,
        note: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, today| {
            request.settle_measure(letter, measure, done_on, (id, note), today)
        })
    }

    /// Gives the request of a case its number in the office's own archive.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn give_archive_number(
        &mut self,
        case: CaseNumber,
        number: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, _, _| request.give_archive_number((id, number)))
    }

    /// Decides a case.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn decide(
        &mut self,
        case: CaseNumber,
        outcome: Outcome,
        reasons: String,
        legal_basis: Vec<String>,
        grounds: Vec<String>,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let opened = self.open_case(case)?;
        let legal_basis = self.legal_basis(&opened, case, legal_basis)?;
        self.grounds_fit(&opened, case, outcome, &grounds)?;
        let id = self.identifiers.content_id();
        self.change_opened(opened, case, if_version, |request, letter, _| {
            request.decide(letter, outcome, (id, reasons), legal_basis, grounds)
        })
    }

    /// Whether every ground that was chosen is one that the outcome can rest on today.
    fn grounds_fit(
        &self,
        opened: &Opened,
        case: CaseNumber,
        outcome: Outcome,
        chosen: &[String],
    ) -> Result<(), Problem> {
        let Some(state) = opened.request.case(case.letter) else { return Ok(()) };
        let known: Vec<&str> = (self.rules.catalogue.grounds(state.opened.right, self.today()))
            .filter(|ground| ground.outcomes.contains(&outcome))
            .map(|ground| ground.id.as_str())
            .collect();
        if chosen.iter().all(|id| known.contains(&id.as_str())) {
            Ok(())
        } else {
            Err(Problem::UnknownGround { known: known.join(", ") })
        }
    }

    /// The identifiers of the references that were chosen, each by identifier or as it is cited in any language, among those
    /// of the route.
    fn legal_basis(&self, opened: &Opened, case: CaseNumber, chosen: Vec<String>) -> Result<Vec<String>, Problem> {
        if chosen.is_empty() {
            return Ok(chosen);
        }
        let route = opened.request.case(case.letter).and_then(|state| opened.route(state, self.rules).ok());
        let references = route.map(|route| route.legal_basis).unwrap_or_default();
        chosen
            .into_iter()
            .map(|text| {
                references
                    .iter()
                    .find(|reference| {
                        let cited = |language| reference.citation.get(language) == text;
                        reference.id == text || Language::ALL.into_iter().any(cited)
                    })
                    .map(|reference| reference.id.clone())
                    .ok_or_else(|| Problem::UnknownLegalBasis {
                        known: references.iter().map(|reference| reference.id.as_str()).collect::<Vec<_>>().join(", "),
                    })
            })
            .collect()
    }

    /// Proposes a longer deadline.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn extend(
        &mut self,
        case: CaseNumber,
        reason: ExtensionReason,
        text: String,
        expected_on: NaiveDate,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, today| {
            request.extend(letter, reason, (id, text), expected_on, today)
        })
    }

    /// Sends a case on to the body that is responsible.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn forward(&mut self, case: CaseNumber, if_version: Option<u32>) -> Result<Opened, Problem> {
        self.change(case, if_version, |request, letter, _| request.forward(letter))
    }

    /// Records that the person withdrew the claim.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn withdraw(
        &mut self,
        case: CaseNumber,
        withdrawn_on: NaiveDate,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        self.change(case, if_version, |request, letter, today| request.withdraw(letter, withdrawn_on, today))
    }

    /// Corrects or completes what is known of the person. `read` makes the person as known from now on from the person as
    /// known so far, with what is new of who they are.
    ///
    /// # Errors
    /// What `read` fails with, or every [`Problem`]; nothing was changed.
    pub fn correct_person<E: From<Problem>>(
        &mut self,
        case: CaseNumber,
        if_version: Option<u32>,
        read: impl FnOnce(&Person) -> Result<(Person, Option<IdentityStatus>), E>,
    ) -> Result<Opened, E> {
        let opened = self.open_case(case)?;
        let Some(before) = opened.person().cloned() else { return Err(self.unseen(&opened).into()) };
        let (person, identity) = read(&before)?;
        let correction = Correction { id: self.identifiers.content_id(), person, identity };
        Ok(self.change_opened(opened, case, if_version, |request, letter, today| {
            request.correct_person(letter, &before, correction, today)
        })?)
    }

    /// Closes a case that is answered, sent on or withdrawn.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn close(&mut self, case: CaseNumber, if_version: Option<u32>) -> Result<Opened, Problem> {
        self.change(case, if_version, |request, letter, _| request.close(letter))
    }

    pub(super) fn change(
        &mut self,
        case: CaseNumber,
        if_version: Option<u32>,
        decide: impl FnOnce(&Request, CaseLetter, NaiveDate) -> Result<Decision, Vec<Refusal>>,
    ) -> Result<Opened, Problem> {
        let opened = self.open_case(case)?;
        self.change_opened(opened, case, if_version, decide)
    }

    pub(super) fn change_opened(
        &mut self,
        opened: Opened,
        case: CaseNumber,
        if_version: Option<u32>,
        decide: impl FnOnce(&Request, CaseLetter, NaiveDate) -> Result<Decision, Vec<Refusal>>,
    ) -> Result<Opened, Problem> {
        self.user.require(Permission::ChangeCases)?;
        opened.require_version(if_version)?;
        if opened.person().is_none() {
            return Err(self.unseen(&opened));
        }
        let decision = decide(&opened.request, case.letter, self.today()).map_err(Problem::Refused)?;
        self.commit(opened, decision)
    }

    /// Carries out a decision on an opened request; the request as it then is.
    pub(super) fn commit(&mut self, before: Opened, decision: Decision) -> Result<Opened, Problem> {
        self.commit_letter(before, decision, None)
    }

    /// The same, and the draft of the letter that is issued by it is gone with it.
    pub(super) fn commit_letter(
        &mut self,
        before: Opened,
        decision: Decision,
        draft: Option<ContentId>,
    ) -> Result<Opened, Problem> {
        let (after, mut commit) = self.prepare(&before, decision);
        commit.draft = draft;
        self.store.commit(&commit)?;
        self.committed(before.number, Some(before), after, commit)
    }

    /// A request as it is after a decision, and everything that carrying it out changes.
    pub(super) fn prepare(&self, before: &Opened, decision: Decision) -> (Request, Commit) {
        let at = self.now();
        let mut after = before.request.clone();
        for event in &decision.events {
            after.apply(event, oslo_date(at));
        }
        let corrected = decision.contents.iter().find(|(id, _)| *id == after.person);
        let person = corrected.and_then(|(_, content)| content.person()).or_else(|| before.person());
        let rows = projection::rows(&after, person);
        let commit = Commit {
            target: Target::Request { number: before.number, expected_version: before.request.version },
            at,
            actor: self.user.name.clone(),
            events: decision.events,
            contents: decision.contents,
            rows,
            draft: None,
        };
        (after, commit)
    }
}
