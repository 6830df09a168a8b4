//! Cases: one case, and everything that is done to it.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::breach::breaches;
use crate::api::case_show::CaseShow;
use crate::api::failure::{Exit, Failure};
use crate::api::intake::LONGEST_TEXT;
use crate::api::spoken::say;
use crate::casework::ids::CaseNumber;
use crate::casework::person::IdentityMethod;
use crate::casework::request::{CheckResult, Confirmation, IDENTITY};
use crate::usecase::Opened;

/// Which case is opened.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseShowInput {
    pub case: String,
}

/// Gives a case to a user.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseAssign {
    pub case: String,
    pub to: String,
    pub if_version: Option<u32>,
}

/// Takes a case, from whoever has it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseTake {
    pub case: String,
    pub if_version: Option<u32>,
}

/// Answers a point of the checklist.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseCheck {
    pub case: String,
    pub id: String,
    pub result: String,
    pub note: Option<String>,
    /// How it was confirmed who the person is, and on which day; only beside «ja» to `identitet`.
    pub method: Option<String>,
    pub on: Option<String>,
    pub if_version: Option<u32>,
}

/// Records a question to the person.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseSuspend {
    pub case: String,
    pub ground: String,
    pub on: String,
    pub reply_by: String,
    pub if_version: Option<u32>,
}

/// Records the answer.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseResume {
    pub case: String,
    pub on: String,
    pub ground: Option<String>,
    pub if_version: Option<u32>,
}

/// Writes a note.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseNote {
    pub case: String,
    pub text: String,
    /// The day of the telephone call that it is about.
    pub telephone_on: Option<String>,
    pub if_version: Option<u32>,
}

/// Decides a case.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseDecide {
    pub case: String,
    pub outcome: String,
    pub reasons: String,
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub legal_basis: Vec<String>,
    /// The grounds of the catalogue that the outcome rests on.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub grounds: Vec<String>,
    pub if_version: Option<u32>,
}

/// Closes a case.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseClose {
    pub case: String,
    pub if_version: Option<u32>,
}

/// How it was confirmed who the person is.
fn confirmation(given: &CaseCheck, result: CheckResult) -> Result<Confirmation, Failure> {
    let known = IdentityMethod::ALL.map(IdentityMethod::id);
    let method =
        given.method.as_deref().map(|id| input::choice("method", id, IdentityMethod::from_id, &known)).transpose()?;
    let how = Confirmation { method, on: given.on.as_deref().map(|on| input::date("on", on)).transpose()? };
    if how.is_unknown() || (given.id == IDENTITY && result == CheckResult::Yes) {
        return Ok(how);
    }
    let message = say!(
        "Måten og dagen hører bare til når sjekkpunktet «identitet» er besvart med «ja». Ta dem bort.",
        "Måten og dagen høyrer berre til når sjekkpunktet «identitet» er svart på med «ja». Ta dei bort.",
        "The method and the day belong only to a “yes” to the check of identity. Remove them.",
    );
    Err(Failure::new(Exit::NotWellFormed, "not-identity", message))
}

impl Desk {
    /// A case as it lies open on the desk. That it was opened is logged first.
    ///
    /// # Errors
    /// [`Exit::NotFound`] if there is none with this number.
    pub fn case_show(&mut self, given: &CaseShowInput) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let opened = self.workplace()?.show_case(number)?;
        self.show(&opened, number)
    }

    /// Gives a case to a user.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_assign(&mut self, given: &CaseAssign) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let opened = self.workplace()?.assign(number, &given.to, given.if_version)?;
        self.show(&opened, number)
    }

    /// Takes a case for the user, from whoever has it; the log says from whom.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_take(&mut self, given: &CaseTake) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let mut workplace = self.workplace()?;
        let own = workplace.user.name.clone();
        let opened = workplace.assign(number, &own, given.if_version)?;
        self.show(&opened, number)
    }

    /// Answers a point of the checklist.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_check(&mut self, given: &CaseCheck) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let result =
            input::choice("result", &given.result, CheckResult::from_id, &CheckResult::ALL.map(CheckResult::id))?;
        let note = given.note.as_deref().filter(|note| !note.trim().is_empty());
        let note = note.map(|note| input::text("note", note, LONGEST_TEXT)).transpose()?;
        let how = confirmation(given, result)?;
        let opened = self.workplace()?.record_check(number, &given.id, result, note, how, given.if_version)?;
        self.show(&opened, number)
    }

    /// Records that the person was asked for something.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_suspend(&mut self, given: &CaseSuspend) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let (ground, on, reply_by) = input::together((
            input::word("ground", &given.ground),
            input::date("on", &given.on),
            input::date("reply_by", &given.reply_by),
        ))?;
        let opened = self.workplace()?.suspend(number, ground, on, reply_by, given.if_version)?;
        self.show(&opened, number)
    }

    /// Records that the answer came.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_resume(&mut self, given: &CaseResume) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let ground = given.ground.as_deref().map(|ground| input::word("ground", ground)).transpose()?;
        let on = input::date("on", &given.on)?;
        let opened = self.workplace()?.resume(number, ground, on, given.if_version)?;
        self.show(&opened, number)
    }

    /// Writes a note.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_note(&mut self, given: &CaseNote) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let text = input::text("text", &given.text, LONGEST_TEXT)?;
        let telephone_on = given.telephone_on.as_deref().map(|day| input::date("telephone_on", day)).transpose()?;
        let opened = self.workplace()?.note(number, text, telephone_on, given.if_version)?;
        self.show(&opened, number)
    }

    /// Decides a case.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_decide(&mut self, given: &CaseDecide) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let outcome = input::word("outcome", &given.outcome)?;
        let reasons = input::text("reasons", &given.reasons, LONGEST_TEXT)?;
        let (legal_basis, grounds) = (given.legal_basis.clone(), given.grounds.clone());
        let opened = self.workplace()?.decide(number, outcome, reasons, legal_basis, grounds, given.if_version)?;
        self.show(&opened, number)
    }

    /// Closes a case whose answer is issued.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_close(&mut self, given: &CaseClose) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let opened = self.workplace()?.close(number, given.if_version)?;
        self.show(&opened, number)
    }

    pub(super) fn show(&mut self, opened: &Opened, number: CaseNumber) -> Result<CaseShow, Failure> {
        let mut workplace = self.workplace()?;
        let today = workplace.today();
        let pending = workplace.pending_letters(opened, number.letter)?;
        let absences = workplace.absences()?;
        let same = workplace.same_breaches(opened, number)?;
        let breaches = breaches(opened, number.letter, &same, workplace.now());
        CaseShow::of(opened, number, workplace.rules, today)
            .map(|case| {
                case.with_pending(&pending).with_breaches(breaches).seen_by(workplace.user).with_absences(
                    &absences,
                    workplace.user,
                    today,
                )
            })
            .ok_or_else(|| {
                let message = say!(
                    format!("Saken {number} finnes ikke."),
                    format!("Saka {number} finst ikkje."),
                    format!("There is no case {number}."),
                );
                Failure::new(Exit::NotFound, "not-found", message)
            })
    }
}
