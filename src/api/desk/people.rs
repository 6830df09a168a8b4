//! The people of a request, and what stands in force after its cases: numbers, who acts, what a child wants, reviews.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case_show::CaseShow;
use crate::api::draft::{OtherParentDraft, RepresentativeDraft};
use crate::api::failure::Failure;
use crate::api::intake;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 2_000;

/// Links another number to the person of a request.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseLinkNumber {
    pub case: String,
    pub number: String,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// Takes back that a number is the person's; numbers are counted from 1 among those that are linked.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseUnlinkNumber {
    pub case: String,
    pub place: u32,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// Says who acts for the person from now on; nobody where there is no representative.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseRepresentative {
    pub case: String,
    pub representative: Option<RepresentativeDraft>,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// Says who has parental responsibility for a child beside whoever acts for it; nobody where there is no parent.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseOtherParent {
    pub case: String,
    pub parent: Option<OtherParentDraft>,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// Records what a child wants; without `tell_parents` where it has not said whether the parents may know.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseHearChild {
    pub case: String,
    pub on: String,
    pub tell_parents: Option<bool>,
    /// Who heard the child, and what it said.
    pub text: String,
    pub if_version: Option<u32>,
}

/// Records that what is in force was looked at, and when it is looked at again.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseReview {
    pub case: String,
    pub next: String,
    /// Today where it is missing.
    pub on: Option<String>,
    pub note: Option<String>,
    pub if_version: Option<u32>,
}

/// Lifts what is in force.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseLift {
    pub case: String,
    pub on: String,
    pub reason: String,
    pub if_version: Option<u32>,
}

impl Desk {
    /// Links a D-number and a fødselsnummer of one person, with the reason.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_link_number(&mut self, given: &CaseLinkNumber) -> Result<CaseShow, Failure> {
        let case = input::case(&given.case)?;
        let number = input::identity_number("number", &given.number)?;
        let reason = input::text("reason", &given.reason, LONGEST_REASON)?;
        let opened = self.workplace()?.link_number(case, number, reason, given.if_version)?;
        self.show(&opened, case)
    }

    /// Takes back that a number is the person's.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_unlink_number(&mut self, given: &CaseUnlinkNumber) -> Result<CaseShow, Failure> {
        let case = input::case(&given.case)?;
        let reason = input::text("reason", &given.reason, LONGEST_REASON)?;
        let opened = self.workplace()?.unlink_number(case, given.place, reason, given.if_version)?;
        self.show(&opened, case)
    }

    /// Says who acts for the person from now on, for all cases of the request.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_representative(&mut self, given: &CaseRepresentative) -> Result<CaseShow, Failure> {
        let case = input::case(&given.case)?;
        let reason = input::text("reason", &given.reason, LONGEST_REASON)?;
        let mut workplace = self.workplace()?;
        let representative = given
            .representative
            .as_ref()
            .map(|representative| intake::check_representative(representative, workplace.rules))
            .transpose()?;
        let opened = workplace.change_representative(case, representative, reason, given.if_version)?;
        self.show(&opened, case)
    }

    /// Says who has parental responsibility for a child beside whoever acts for it, for all cases of the request.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_other_parent(&mut self, given: &CaseOtherParent) -> Result<CaseShow, Failure> {
        let case = input::case(&given.case)?;
        let reason = input::text("reason", &given.reason, LONGEST_REASON)?;
        let parent = given.parent.as_ref().map(intake::check_other_parent).transpose()?;
        let opened = self.workplace()?.change_other_parent(case, parent, reason, given.if_version)?;
        self.show(&opened, case)
    }

    /// Records what a child wants.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_hear_child(&mut self, given: &CaseHearChild) -> Result<CaseShow, Failure> {
        let case = input::case(&given.case)?;
        let on = input::date("on", &given.on)?;
        let text = input::text("text", &given.text, LONGEST_REASON)?;
        let opened = self.workplace()?.hear_child(case, on, given.tell_parents, text, given.if_version)?;
        self.show(&opened, case)
    }

    /// Records that a restriction or reservation was looked at and stays.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_review(&mut self, given: &CaseReview) -> Result<CaseShow, Failure> {
        let case = input::case(&given.case)?;
        let next = input::date("next", &given.next)?;
        let on = given.on.as_deref().map(|on| input::date("on", on)).transpose()?;
        let note = given.note.as_deref().filter(|note| !note.trim().is_empty());
        let note = note.map(|note| input::text("note", note, LONGEST_REASON)).transpose()?;
        let opened = self.workplace()?.review_in_force(case, on, next, note, given.if_version)?;
        self.show(&opened, case)
    }

    /// Lifts a restriction or reservation.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_lift(&mut self, given: &CaseLift) -> Result<CaseShow, Failure> {
        let case = input::case(&given.case)?;
        let on = input::date("on", &given.on)?;
        let reason = input::text("reason", &given.reason, LONGEST_REASON)?;
        let opened = self.workplace()?.lift(case, on, reason, given.if_version)?;
        self.show(&opened, case)
    }
}
