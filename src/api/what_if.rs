//! What would move if a day of receipt, a public holiday or a value of the rules were another, as it is shown and as it is accepted.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::deadline::DeadlineAnswer;
use super::spoken::{say, spoken};
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{CaseRow, Supposed, Supposition};
use crate::law::calendar::public_holiday;
use crate::usecase::{Accepted, CorrectedReceipt, Rules, WhatIf};
use crate::wording::Trilingual;
use crate::wording::dates::{date_in_words, short_date};

/// What is supposed. What is left out is as it is.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WhatIfInput {
    /// Days that are supposed to be public holidays.
    pub holidays: Option<Vec<SupposedHoliday>>,
    /// Public holidays that are supposed to be none.
    pub not_holidays: Option<Vec<String>>,
    pub received: Option<Vec<SupposedReceipt>>,
    /// How many months the rules are supposed to give, and how many once the deadline is extended.
    pub months: Option<u32>,
    pub extended_months: Option<u32>,
}

/// The list of what would move, as it was shown, is accepted.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WhatIfAccept {
    pub supposed: WhatIfInput,
    /// The digest of the list that was shown.
    pub digest: String,
    /// Why the days of receipt are corrected.
    pub reason: String,
}

/// A day that is supposed to be a public holiday.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SupposedHoliday {
    pub on: String,
    pub name: Option<String>,
}

/// A request that is supposed to have come in on another day.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SupposedReceipt {
    /// The number of the request, or of one of its cases.
    pub number: String,
    pub on: String,
}

/// A case with a date that would move.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct MovedCase {
    pub case: String,
    pub register: String,
    pub register_label: String,
    pub right: String,
    pub right_label: String,
    /// The last day to answer now and then; `None` while the clock stands still.
    pub due_on: Option<String>,
    pub would_be_due_on: Option<String>,
    /// By how many days it would move; less than nothing where it comes nearer.
    pub days: Option<i64>,
    pub now: DeadlineAnswer,
    pub then: DeadlineAnswer,
}

/// What would move.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct WhatIfAnswer {
    pub today: String,
    /// What was supposed, a sentence for each.
    pub supposed: Vec<String>,
    /// How many unanswered cases were looked at.
    pub looked_at: u32,
    pub late: u32,
    pub would_be_late: u32,
    pub moved: Vec<MovedCase>,
    /// That nothing is changed, and where it would be.
    pub note: String,
    /// By what this very list is accepted, 64 hexadecimal digits.
    pub digest: String,
    /// Whether the user can accept it.
    pub acceptable: bool,
    /// What accepting it does, or who can or why nobody can.
    pub acceptance: String,
}

/// A day of receipt that was corrected.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CorrectedReceiptAnswer {
    pub request: String,
    pub from_on: String,
    pub to_on: String,
}

/// What was accepted.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct AcceptedAnswer {
    pub receipts: Vec<CorrectedReceiptAnswer>,
    pub moved: Vec<MovedCase>,
    /// What was done, in a sentence or two.
    pub text: String,
}

impl WhatIfAnswer {
    /// What would move, in words.
    #[must_use]
    pub fn of(
        found: &WhatIf,
        (supposition, given): (&Supposition, &WhatIfInput),
        rules: &Rules,
        today: chrono::NaiveDate,
    ) -> Self {
        let acceptance = match &found.acceptance {
            Ok(()) => ACCEPTING.get(spoken()).to_owned(),
            Err(problem) => problem.text().get(spoken()).to_owned(),
        };
        Self {
            today: today.to_string(),
            supposed: sentences(supposition, given),
            looked_at: found.looked_at as u32,
            late: found.late.0 as u32,
            would_be_late: found.late.1 as u32,
            moved: found.moved.iter().map(|moved| MovedCase::of(moved, rules)).collect(),
            note: NOTE.get(spoken()).to_owned(),
            digest: found.digest.to_string(),
            acceptable: found.acceptance.is_ok(),
            acceptance,
        }
    }
}

const NOTE: Trilingual = Trilingual::fixed(
    "Ingenting er endret. Helligdagene (helligdagsfredloven § 2; lov om 1 og 17 mai § 1) og fristreglene (personvernforordningen art. 12 nr. 3) er lov og følger med programmet, og en sak beholder reglene den fikk.",
    "Ingenting er endra. Heilagdagane (helligdagsfredlova § 2; lov om 1 og 17 mai § 1) og fristreglane (personvernforordninga art. 12 nr. 3) er lov og følgjer med programmet, og ei sak held på reglane ho fekk.",
    "Nothing has been changed. The public holidays (Public Holidays Act section 2; Act on 1 and 17 May section 1) and the rules (GDPR Art. 12(3)) are law and come with the program, and a case keeps the rules it was given.",
);

const ACCEPTING: Trilingual = Trilingual::fixed(
    "Du kan godta listen. Da rettes mottaksdatoen, og sakene i listen får de nye datoene. Den første datoen blir stående i tidslinjen.",
    "Du kan godta lista. Då blir mottaksdatoen retta, og sakene i lista får dei nye datoane. Den første datoen blir ståande i tidslinja.",
    "You can accept the list. The date of receipt is then corrected, and the cases in the list get the new dates. The first date stays in the timeline.",
);

impl MovedCase {
    fn of((case, row, dates): &(CaseNumber, CaseRow, Supposed), rules: &Rules) -> Self {
        let (now, then) = (dates.now.deadline.due_on, dates.then.deadline.due_on);
        let register = rules.catalogue.get(&row.register);
        Self {
            case: case.to_string(),
            register: row.register.to_string(),
            register_label: register.map_or(row.register.as_str(), |of| of.short.as_str()).to_owned(),
            right: row.right.id().to_owned(),
            right_label: row.right.label(spoken()),
            due_on: now.map(|day| day.to_string()),
            would_be_due_on: then.map(|day| day.to_string()),
            days: now.zip(then).map(|(now, then)| (then - now).num_days()),
            now: DeadlineAnswer::of(&dates.now, spoken()),
            then: DeadlineAnswer::of(&dates.then, spoken()),
        }
    }
}

impl AcceptedAnswer {
    /// What was accepted, in words.
    #[must_use]
    pub fn of(accepted: &Accepted, rules: &Rules) -> Self {
        let receipts = accepted.receipts.iter();
        let told = receipts.clone().map(|CorrectedReceipt { request, from_on, to_on }| {
            let (from, to) = (short_date(*from_on), short_date(*to_on));
            say!(
                format!("Henvendelse {request}: mottatt {to}, rettet fra {from}."),
                format!("Førespurnad {request}: motteken {to}, retta frå {from}."),
                format!("Request {request}: received {to}, corrected from {from}."),
            )
        });
        let moved = accepted.moved.len();
        let counted = say!(
            format!("Saker med nye datoer: {moved}."),
            format!("Saker med nye datoar: {moved}."),
            format!("Cases with new dates: {moved}."),
        );
        Self {
            text: told.chain([counted]).collect::<Vec<_>>().join(" "),
            receipts: receipts
                .map(|CorrectedReceipt { request, from_on, to_on }| CorrectedReceiptAnswer {
                    request: request.to_string(),
                    from_on: from_on.to_string(),
                    to_on: to_on.to_string(),
                })
                .collect(),
            moved: accepted.moved.iter().map(|moved| MovedCase::of(moved, rules)).collect(),
        }
    }
}

/// What is supposed, a sentence for each thing.
fn sentences(supposition: &Supposition, given: &WhatIfInput) -> Vec<String> {
    let mut said = Vec::new();
    for (place, on) in supposition.holidays.iter().enumerate() {
        let on = date_in_words(*on, spoken());
        let name = given.holidays.iter().flatten().nth(place).and_then(|day| day.name.as_deref());
        let name = name.map_or_else(String::new, |name| format!(" ({name})"));
        said.push(say!(
            format!("{on}{name} er helligdag."),
            format!("{on}{name} er heilagdag."),
            format!("{on}{name} is a public holiday."),
        ));
    }
    for on in &supposition.not_holidays {
        let name = public_holiday(*on).map_or(Trilingual::fixed("", "", ""), |holiday| holiday.name());
        let (on, name) = (date_in_words(*on, spoken()), name.get(spoken()));
        said.push(say!(
            format!("{on} ({name}) er ikke helligdag."),
            format!("{on} ({name}) er ikkje heilagdag."),
            format!("{on} ({name}) is not a public holiday."),
        ));
    }
    for (request, on) in &supposition.received {
        let on = date_in_words(*on, spoken());
        said.push(say!(
            format!("Henvendelse {request} kom inn {on}."),
            format!("Førespurnad {request} kom inn {on}."),
            format!("Request {request} came in on {on}."),
        ));
    }
    if let Some(months) = given.months {
        said.push(say!(
            format!("Måneder fra mottak til svarfristen: {months}."),
            format!("Månader frå mottak til svarfristen: {months}."),
            format!("Months from receipt until the answer is due: {months}."),
        ));
    }
    if let Some(months) = given.extended_months {
        said.push(say!(
            format!("Måneder fra mottak til en forlenget svarfrist: {months}."),
            format!("Månader frå mottak til ein forlengd svarfrist: {months}."),
            format!("Months from receipt until an extended answer is due: {months}."),
        ));
    }
    said
}
