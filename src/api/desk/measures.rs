//! What is carried out after a decision, and the office's own archive number.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case_show::CaseShow;
use crate::api::failure::Failure;
use crate::api::intake::LONGEST_TEXT;
use crate::casework::request::MeasureFor;

/// The longest number in an archive, in characters.
const LONGEST_NUMBER: usize = 200;

/// Adds a measure.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseMeasureAdd {
    pub case: String,
    /// `databehandler`, `mottaker` or `annet`.
    pub to: String,
    pub text: String,
    pub if_version: Option<u32>,
}

/// Records that a measure was carried out, or without a day that it was not needed.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseMeasureSettle {
    pub case: String,
    pub measure: String,
    pub done_on: Option<String>,
    /// What shows that it was done, or why it was not needed.
    pub note: String,
    pub if_version: Option<u32>,
}

/// Gives the request of a case its number in the office's own archive.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseArchiveNumber {
    pub case: String,
    pub number: String,
    pub if_version: Option<u32>,
}

impl Desk {
    /// Adds a measure to a case.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_measure_add(&mut self, given: &CaseMeasureAdd) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let to = input::choice("to", &given.to, MeasureFor::from_id, &MeasureFor::ALL.map(MeasureFor::id))?;
        let text = input::text("text", &given.text, LONGEST_TEXT)?;
        let opened = self.workplace()?.add_measure(number, to, text, given.if_version)?;
        self.show(&opened, number)
    }

    /// Records that a measure was carried out, or was not needed.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_measure_settle(&mut self, given: &CaseMeasureSettle) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let (measure, done_on, note) = input::together((
            input::word("measure", &given.measure),
            given.done_on.as_deref().map(|day| input::date("done_on", day)).transpose(),
            input::text("note", &given.note, LONGEST_TEXT),
        ))?;
        let opened = self.workplace()?.settle_measure(number, measure, done_on, note, given.if_version)?;
        self.show(&opened, number)
    }

    /// Gives the request of a case its number in the office's own archive.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_archive_number(&mut self, given: &CaseArchiveNumber) -> Result<CaseShow, Failure> {
        let case = input::case(&given.case)?;
        let number = input::text("number", &given.number, LONGEST_NUMBER)?;
        let opened = self.workplace()?.give_archive_number(case, number, given.if_version)?;
        self.show(&opened, case)
    }
}
