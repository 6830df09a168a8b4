//! What would move if a day of receipt, a public holiday or a value of the rules were another, as it is shown.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::deadline::DeadlineAnswer;
use super::spoken::{say, spoken};
use crate::casework::projection::Supposition;
use crate::law::calendar::public_holiday;
use crate::usecase::{Rules, WhatIf};
use crate::wording::Trilingual;

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
}

impl WhatIfAnswer {
    /// What would move, in words.
    #[must_use]
    pub fn of(
        found: WhatIf,
        (supposition, given): (&Supposition, &WhatIfInput),
        rules: &Rules,
        today: chrono::NaiveDate,
    ) -> Self {
        let moved = found.moved.into_iter().map(|(case, row, dates)| {
            let (now, then) = (dates.now.deadline.due_on, dates.then.deadline.due_on);
            let register = rules.catalogue.get(&row.register);
            MovedCase {
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
        });
        Self {
            today: today.to_string(),
            supposed: sentences(supposition, given),
            looked_at: found.looked_at as u32,
            late: found.late.0 as u32,
            would_be_late: found.late.1 as u32,
            moved: moved.collect(),
            note: NOTE.get(spoken()).to_owned(),
        }
    }
}

const NOTE: Trilingual = Trilingual::fixed(
    "Ingenting er endret. Helligdagene og fristreglene følger med programmet, og en sak beholder reglene den fikk.",
    "Ingenting er endra. Heilagdagane og fristreglane følgjer med programmet, og ei sak held på reglane ho fekk.",
    "Nothing has been changed. The public holidays and the rules come with the program, and a case keeps the rules it was given.",
);

/// What is supposed, a sentence for each thing.
fn sentences(supposition: &Supposition, given: &WhatIfInput) -> Vec<String> {
    let mut said = Vec::new();
    for (place, on) in supposition.holidays.iter().enumerate() {
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
        let name = name.get(spoken());
        said.push(say!(
            format!("{on} ({name}) er ikke helligdag."),
            format!("{on} ({name}) er ikkje heilagdag."),
            format!("{on} ({name}) is not a public holiday."),
        ));
    }
    for (request, on) in &supposition.received {
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
