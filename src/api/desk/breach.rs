//! A breach of personal data security that the work on a case has shown.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case_show::CaseShow;
use crate::api::failure::Failure;
use crate::api::intake::LONGEST_TEXT;
use crate::casework::ids::OutsideReference;
use crate::casework::request::{BreachAspect, NotNotified};
use crate::usecase::{BreachNews, BroughtBreach};

/// Registers a breach that a case has shown.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseBreach {
    pub case: String,
    /// When the office became aware of it: an instant, or date and time of day in Norway, `2026-03-27T14:30`.
    pub aware: String,
    /// `konfidensialitet`, `integritet` and `tilgjengelighet`, one of them at least.
    pub concerns: Vec<String>,
    pub about: String,
    /// Its number in the office's system for breaches.
    pub reference: Option<String>,
    pub if_version: Option<u32>,
}

/// What is next recorded of a breach.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct BreachNext {
    pub case: String,
    /// Its number in the case.
    pub breach: u32,
    /// `meldt`, `ikke-meldt`, `berorte`, `referanse` or `rettet`.
    pub step: String,
    /// When it was notified, or when the office became aware of it, as corrected.
    pub at: Option<String>,
    /// When it was notified, as corrected; nothing where that was right.
    pub notified_at: Option<String>,
    /// What it concerns, as corrected.
    #[ts(as = "Option<Vec<String>>", optional)]
    #[serde(default)]
    pub concerns: Vec<String>,
    /// Its number in the office's system for breaches, or that of the notification.
    pub reference: Option<String>,
    /// Why it is not notified: `ingen-risiko` or `ikke-avvik`.
    pub why: Option<String>,
    /// When the persons concerned were told; nothing where they are not to be.
    pub told_on: Option<String>,
    pub high_risk: Option<bool>,
    /// The reasons in words. A notification within the hours and persons who were told need none.
    pub note: Option<String>,
    pub if_version: Option<u32>,
}

/// What can be recorded of a breach.
pub const BREACH_STEPS: [&str; 5] = ["meldt", "ikke-meldt", "berorte", "referanse", "rettet"];

impl Desk {
    /// Registers a breach that a case has shown.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_breach(&mut self, given: &CaseBreach) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let (aware_at, aspects, about) = input::together((
            input::moment("aware", &given.aware),
            aspects(&given.concerns),
            input::text("about", &given.about, LONGEST_TEXT),
        ))?;
        let reference = reference(given.reference.as_deref())?;
        let brought = BroughtBreach { aware_at, aspects, about, reference };
        let opened = self.workplace()?.register_breach(number, brought, given.if_version)?;
        self.show(&opened, number)
    }

    /// Records what is next known of a breach, or done about it.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn breach_next(&mut self, given: &BreachNext) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let at =
            |path| -> Result<DateTime<Utc>, Failure> { input::moment(path, given.at.as_deref().unwrap_or_default()) };
        let note = || input::text("note", given.note.as_deref().unwrap_or_default(), LONGEST_TEXT);
        let any_note = || given.note.as_deref().filter(|note| !note.trim().is_empty()).map(|_| note()).transpose();
        let news = match given.step.as_str() {
            "meldt" => BreachNews::Notified(at("at")?, reference(given.reference.as_deref())?, any_note()?),
            "ikke-meldt" => {
                let why = given.why.as_deref().unwrap_or_default();
                let why = input::choice("why", why, NotNotified::from_id, &NotNotified::ALL.map(NotNotified::id))?;
                BreachNews::NotNotified(why, note()?)
            }
            "berorte" => {
                let told_on = given.told_on.as_deref().map(|day| input::date("told_on", day)).transpose()?;
                let Some(high_risk) = given.high_risk else {
                    return Err(input::not_among("high_risk", &["ja", "nei"]));
                };
                BreachNews::Persons(told_on, high_risk, any_note()?)
            }
            "referanse" => {
                let given = given.reference.as_deref().unwrap_or_default();
                BreachNews::Referred(input::known("reference", given.trim().parse())?)
            }
            "rettet" => {
                let (aware_at, aspects, why) = input::together((at("at"), aspects(&given.concerns), note()))?;
                let notified_at =
                    given.notified_at.as_deref().map(|at| input::moment("notified_at", at)).transpose()?;
                BreachNews::Corrected(aware_at, aspects, notified_at, why)
            }
            _ => return Err(input::not_among("step", &BREACH_STEPS)),
        };
        let opened = self.workplace()?.breach_next(number, given.breach, news, given.if_version)?;
        self.show(&opened, number)
    }
}

fn aspects(given: &[String]) -> Result<Vec<BreachAspect>, Failure> {
    let known = BreachAspect::ALL.map(BreachAspect::id);
    if given.is_empty() {
        return Err(input::not_among("concerns", &known));
    }
    given.iter().map(|word| input::choice("concerns", word, BreachAspect::from_id, &known)).collect()
}

/// A number of another system, if one is given.
fn reference(given: Option<&str>) -> Result<Option<OutsideReference>, Failure> {
    let given = given.map(str::trim).filter(|given| !given.is_empty());
    given.map(|given| input::known("reference", given.parse())).transpose()
}
