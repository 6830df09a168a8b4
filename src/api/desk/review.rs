//! The data protection officer's review of the dates of cases.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case_show::CaseShow;
use crate::api::failure::Failure;
use crate::api::intake::LONGEST_TEXT;
use crate::api::review::{ReviewListAnswer, SampleAnswer};
use crate::casework::request::{ReviewOutcome, ReviewedDate};

/// Draws a sample among the cases that were received in a period.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReviewDraw {
    pub from: String,
    pub to: String,
    pub count: u32,
    /// The same seed, period and size among the same cases give the same sample.
    pub seed: u32,
}

/// The cases whose dates are reviewed.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReviewList {
    /// Only those where something is left to do.
    pub open: bool,
}

/// Flags a case whose dates may be wrong.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReviewFlag {
    pub case: String,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// What the officer thinks of a date or of a pause.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReviewSay {
    pub case: String,
    /// A date of the case's review; nothing where it is of a pause.
    pub date: Option<String>,
    /// The place of the pause among the questions of the case; nothing where it is of a date.
    pub pause: Option<u32>,
    /// Why it is not right; nothing where the officer agrees.
    pub against: Option<String>,
    pub if_version: Option<u32>,
}

/// Answers what the officer does not agree with.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReviewReply {
    pub case: String,
    pub text: String,
    pub if_version: Option<u32>,
}

/// Decides where the officer and whoever answered differ.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReviewDecide {
    pub case: String,
    /// `blir-staende`, `rettes` or `rettes-delvis`.
    pub outcome: String,
    pub text: String,
    pub if_version: Option<u32>,
}

impl Desk {
    /// Draws a sample and takes its cases up. No person is shown, so no reading is entered.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn review_draw(&mut self, given: &ReviewDraw) -> Result<SampleAnswer, Failure> {
        let (from_on, to_on, ()) =
            input::together((input::date("from", &given.from), input::date("to", &given.to), Ok(())))?;
        let sample = self.workplace()?.draw_reviews((from_on, to_on), given.count, given.seed)?;
        Ok(SampleAnswer::of(&sample))
    }

    /// The cases whose dates are reviewed, and those that are worth it. Of a person they have what the work list has.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn review_list(&mut self, given: &ReviewList) -> Result<ReviewListAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let list = workplace.date_reviews(given.open)?;
        Ok(ReviewListAnswer::of(&list, &workplace))
    }

    /// Flags a case.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn review_flag(&mut self, given: &ReviewFlag) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let reason = input::text("reason", &given.reason, LONGEST_TEXT)?;
        let opened = self.workplace()?.flag_for_review(number, reason, given.if_version)?;
        self.show(&opened, number)
    }

    /// Records what the officer thinks of a date or of a pause.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn review_say(&mut self, given: &ReviewSay) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let against = given.against.as_deref().map(|why| input::text("against", why, LONGEST_TEXT)).transpose()?;
        let known = ReviewedDate::ALL.map(ReviewedDate::id);
        let opened = match (given.date.as_deref(), given.pause) {
            (None, Some(pause)) => self.workplace()?.view_pause(number, pause, against, given.if_version)?,
            (Some(date), None) => {
                let date = input::choice("date", date, ReviewedDate::from_id, &known)?;
                self.workplace()?.view_date(number, date, against, given.if_version)?
            }
            (None, None) | (Some(_), Some(_)) => return Err(input::not_among("date", &known)),
        };
        self.show(&opened, number)
    }

    /// Answers the officer.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn review_reply(&mut self, given: &ReviewReply) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let text = input::text("text", &given.text, LONGEST_TEXT)?;
        let opened = self.workplace()?.answer_review(number, text, given.if_version)?;
        self.show(&opened, number)
    }

    /// Decides where the two differ.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn review_decide(&mut self, given: &ReviewDecide) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let known = ReviewOutcome::ALL.map(ReviewOutcome::id);
        let outcome = input::choice("outcome", &given.outcome, ReviewOutcome::from_id, &known)?;
        let text = input::text("text", &given.text, LONGEST_TEXT)?;
        let opened = self.workplace()?.decide_review(number, outcome, text, given.if_version)?;
        self.show(&opened, number)
    }
}
