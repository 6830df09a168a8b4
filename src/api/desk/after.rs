//! What comes after the answer of a case.

use serde::Deserialize;
use ts_rs::TS;

use super::{CaseShowInput, Desk, input};
use crate::api::case_show::CaseShow;
use crate::api::failure::Failure;
use crate::api::intake::LONGEST_TEXT;
use crate::api::similar::SimilarAnswer;
use crate::casework::request::{ComplaintKind, ComplaintOutcome, ComplaintView, LateGround, ReopenGround, TieKind};
use crate::usecase::BroughtComplaint;

/// Opens a case again that had come to an end.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseReopen {
    pub case: String,
    /// One of the grounds of the case.
    pub ground: String,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// Registers a complaint about a case.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseComplaint {
    pub case: String,
    /// `forvaltningsklage` or `datatilsynet`.
    pub kind: String,
    pub received: String,
    /// When an appeal was posted, where that is known.
    pub posted: Option<String>,
    /// By when Datatilsynet asks for an answer.
    pub reply_by: Option<String>,
    pub about: String,
    pub if_version: Option<u32>,
}

/// The next step of a complaint: what the office thinks of it, that it wrote to Datatilsynet, or how it ended.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ComplaintNext {
    pub case: String,
    /// Its number in the case.
    pub complaint: u32,
    /// `vurdert`, `svart` or `avgjort`.
    pub step: String,
    /// What the office thinks of an appeal: `opprettholder`, `omgjor` or `avviser`.
    pub view: Option<String>,
    /// Why an appeal that came too late is treated: `ikke-lastes` or `saerlige-grunner`.
    pub late: Option<String>,
    /// How it ended.
    pub outcome: Option<String>,
    /// When the office wrote, or learned how it ended.
    pub on: Option<String>,
    pub note: String,
    pub if_version: Option<u32>,
}

/// Ties a case to one of another request of the same person.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseTieInput {
    pub case: String,
    /// The other case.
    pub of: String,
    /// `sammen` or `dublett`.
    pub how: String,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// The steps of a complaint.
pub const COMPLAINT_STEPS: [&str; 3] = ["vurdert", "svart", "avgjort"];

impl Desk {
    /// Registers a complaint about a case.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_complaint(&mut self, given: &CaseComplaint) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let kind =
            input::choice("kind", &given.kind, ComplaintKind::from_id, &ComplaintKind::ALL.map(ComplaintKind::id))?;
        let day = |path: &str, text: &Option<String>| text.as_deref().map(|text| input::date(path, text)).transpose();
        let (received_on, posted_on, reply_by_on) = input::together((
            input::date("received", &given.received),
            day("posted", &given.posted),
            day("reply_by", &given.reply_by),
        ))?;
        let about = input::text("about", &given.about, LONGEST_TEXT)?;
        let brought = BroughtComplaint { kind, received_on, posted_on, reply_by_on, about };
        let opened = self.workplace()?.register_complaint(number, brought, given.if_version)?;
        self.show(&opened, number)
    }

    /// The other cases of the person for the same register and right, each with what differs.
    ///
    /// # Errors
    /// [`Failure`]; for a protected person also where the user is not cleared.
    pub fn case_similar(&mut self, given: &CaseShowInput) -> Result<SimilarAnswer, Failure> {
        let number = input::case(&given.case)?;
        let similar = self.workplace()?.similar(number)?;
        Ok(SimilarAnswer::of(number, &similar))
    }

    /// Ties a case to one of another request; a duplicate is closed by it.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_tie(&mut self, given: &CaseTieInput) -> Result<CaseShow, Failure> {
        let (number, other) = (input::case(&given.case)?, input::case(&given.of)?);
        let how = input::choice("how", &given.how, TieKind::from_id, &TieKind::ALL.map(TieKind::id))?;
        let reason = input::text("reason", &given.reason, LONGEST_TEXT)?;
        let opened = self.workplace()?.tie(number, other, how, reason, given.if_version)?;
        self.show(&opened, number)
    }

    /// Takes a complaint a step further.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn complaint_next(&mut self, given: &ComplaintNext) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let note = input::text("note", &given.note, LONGEST_TEXT)?;
        let (complaint, if_version) = (given.complaint, given.if_version);
        let on = || input::date("on", given.on.as_deref().unwrap_or_default());
        let opened = match given.step.as_str() {
            "vurdert" => {
                let view = given.view.as_deref().unwrap_or_default();
                let view =
                    input::choice("view", view, ComplaintView::from_id, &ComplaintView::ALL.map(ComplaintView::id))?;
                let late = given
                    .late
                    .as_deref()
                    .map(|late| input::choice("late", late, LateGround::from_id, &LateGround::ALL.map(LateGround::id)));
                let view = (view, late.transpose()?);
                self.workplace()?.consider_complaint(number, complaint, view, note, if_version)?
            }
            "svart" => {
                let on = on()?;
                self.workplace()?.reply_to_complaint(number, complaint, on, note, if_version)?
            }
            "avgjort" => {
                let outcome = given.outcome.as_deref().unwrap_or_default();
                let known = ComplaintOutcome::ALL.map(ComplaintOutcome::id);
                let outcome = input::choice("outcome", outcome, ComplaintOutcome::from_id, &known)?;
                let on = on()?;
                self.workplace()?.decide_complaint(number, complaint, (outcome, on), note, if_version)?
            }
            _ => return Err(input::not_among("step", &COMPLAINT_STEPS)),
        };
        self.show(&opened, number)
    }

    /// Opens a case again. What was sent stays, and so do its dates in law.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_reopen(&mut self, given: &CaseReopen) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let ground =
            input::choice("ground", &given.ground, ReopenGround::from_id, &ReopenGround::ALL.map(ReopenGround::id))?;
        let reason = input::text("reason", &given.reason, LONGEST_TEXT)?;
        let opened = self.workplace()?.reopen_case(number, ground, reason, given.if_version)?;
        self.show(&opened, number)
    }
}
