//! What becomes known of the people of a request: who acts, what a child wants, which numbers are one person's.

use chrono::NaiveDate;

use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::ids::CaseNumber;
use crate::casework::person::Representative;
use crate::law::identity::IdentityNumber;

impl Workplace<'_> {
    /// Records that the person of a request has another number as well, for all its cases.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn link_number(
        &mut self,
        case: CaseNumber,
        number: IdentityNumber,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let opened = self.open_case(case)?;
        let Some(person) = opened.person().cloned() else { return Err(self.unseen(&opened)) };
        let known: Vec<IdentityNumber> = opened.linked_numbers().filter_map(|(_, number)| number.cloned()).collect();
        let (id, reason_id) = (self.identifiers.content_id(), self.identifiers.content_id());
        self.change_opened(opened, case, if_version, |request, _, _| {
            request.link_number(&person, &known.iter().collect::<Vec<_>>(), (id, number), (reason_id, reason))
        })
    }

    /// Records that a number was not the person's after all. Numbers are counted from 1 among those that are linked.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn unlink_number(
        &mut self,
        case: CaseNumber,
        place: u32,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, _, _| request.unlink_number(place, (id, reason)))
    }

    /// Records who acts for the person from now on, for all cases of the request; `None` where nobody does any more.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn change_representative(
        &mut self,
        case: CaseNumber,
        representative: Option<Representative>,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let opened = self.open_case(case)?;
        let before = opened.representative().cloned();
        let after = representative.map(|representative| (self.identifiers.content_id(), representative));
        let reason = (self.identifiers.content_id(), reason);
        self.change_opened(opened, case, if_version, |request, _, today| {
            request.change_representative(before.as_ref(), after, reason, today)
        })
    }

    /// Records who has parental responsibility for a child beside whoever acts for it, for all cases of the request.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn change_other_parent(
        &mut self,
        case: CaseNumber,
        parent: Option<Representative>,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let opened = self.open_case(case)?;
        let Some(person) = opened.person().cloned() else { return Err(self.unseen(&opened)) };
        let before = opened.other_parent().cloned();
        let after = parent.map(|parent| (self.identifiers.content_id(), parent));
        let reason = (self.identifiers.content_id(), reason);
        self.change_opened(opened, case, if_version, |request, _, today| {
            request.change_other_parent((&person, before.as_ref()), after, reason, today)
        })
    }

    /// Records what a child wants, for all cases of the request.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn hear_child(
        &mut self,
        case: CaseNumber,
        heard_on: NaiveDate,
        tell_parents: Option<bool>,
        words: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, _, today| {
            request.hear_child(heard_on, tell_parents, (id, words), today)
        })
    }

    /// Records that what is in force in a case was looked at and stays, and when it is looked at again.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn review_in_force(
        &mut self,
        case: CaseNumber,
        reviewed_on: Option<NaiveDate>,
        next_on: NaiveDate,
        note: Option<String>,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let note = note.map(|text| (self.identifiers.content_id(), text));
        self.change(case, if_version, |request, letter, today| {
            request.review_in_force(letter, reviewed_on.unwrap_or(today), next_on, note, today)
        })
    }

    /// Lifts what is in force in a case.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn lift(
        &mut self,
        case: CaseNumber,
        lifted_on: NaiveDate,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, today| request.lift(letter, lifted_on, (id, reason), today))
    }
}
