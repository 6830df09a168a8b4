//! The course of a case: a longer deadline, another body, a claim withdrawn, and what becomes known of the person.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case_show::CaseShow;
use crate::api::draft::PersonUpdate;
use crate::api::failure::Failure;
use crate::api::intake;
use crate::casework::person::Person;

/// The longest reasons for a longer deadline, in characters: they stand in the notice.
const LONGEST_REASONS: usize = 4_000;

/// Proposes a longer deadline.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseExtend {
    pub case: String,
    pub reason: String,
    pub text: String,
    pub expected: String,
    pub if_version: Option<u32>,
}

/// Sends a case on to the body that is responsible.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseForward {
    pub case: String,
    pub if_version: Option<u32>,
}

/// Records that the person withdrew the claim.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseWithdraw {
    pub case: String,
    pub on: String,
    pub if_version: Option<u32>,
}

/// Corrects or completes what is known of the person; what is missing stays as it is.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CasePerson {
    pub case: String,
    pub update: PersonUpdate,
    pub if_version: Option<u32>,
}

impl Desk {
    /// Proposes a longer deadline. It is in force when the notice of it is issued.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_extend(&mut self, given: &CaseExtend) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let (reason, text, expected_on) = input::together((
            input::word("reason", &given.reason),
            input::text("text", &given.text, LONGEST_REASONS),
            input::date("expected", &given.expected),
        ))?;
        let opened = self.workplace()?.extend(number, reason, text, expected_on, given.if_version)?;
        self.show(&opened, number)
    }

    /// Sends a case on to the body that is responsible.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_forward(&mut self, given: &CaseForward) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let opened = self.workplace()?.forward(number, given.if_version)?;
        self.show(&opened, number)
    }

    /// Records that the person withdrew the claim.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_withdraw(&mut self, given: &CaseWithdraw) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let on = input::date("on", &given.on)?;
        let opened = self.workplace()?.withdraw(number, on, given.if_version)?;
        self.show(&opened, number)
    }

    /// Corrects or completes what is known of the person, for all cases of the request.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_person(&mut self, given: &CasePerson) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let read = |before: &Person| intake::check_person(&given.update, before);
        let opened = self.workplace()?.correct_person(number, given.if_version, read)?;
        self.show(&opened, number)
    }
}
