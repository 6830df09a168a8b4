//! The deadlines as a calendar for other programs. Nobody is named in it: a number, a register and a right.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use ts_rs::TS;

use super::case::CaseAnswer;
use super::spoken::say;
use crate::adapter::exchange::CalendarDay;
use crate::usecase::Rules;

/// Which cases are in the calendar; what is missing does not narrow it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct DeadlineCalendarInput {
    /// Only the user's own cases, and those of whom they cover for.
    pub mine: bool,
    pub register: Option<String>,
    pub track: Option<String>,
}

/// What the calendar is called.
#[must_use]
pub fn name() -> &'static str {
    say!("Svarfrister", "Svarfristar", "Reply deadlines")
}

/// The last day to answer a case, if it has one while its clock runs, with how often its request has changed and when it last did.
#[must_use]
pub fn day(case: &CaseAnswer, rules: &Rules, (revision, changed_at): (u32, DateTime<Utc>)) -> Option<CalendarDay> {
    let on = case.due_on.as_deref()?.parse().ok()?;
    let (number, register, right) = (&case.case, &case.register_label, case.right_label.to_lowercase());
    Some(CalendarDay {
        id: format!("{}.svarfrist.{}@personvernsak", number.replace('/', "-"), rules.office.body),
        on,
        title: say!(
            format!("Svarfrist {number} ({register}, {right})"),
            format!("Svarfrist {number} ({register}, {right})"),
            format!("Reply due {number} ({register}, {right})"),
        ),
        text: say!(
            "Siste dag for å svare. Hvorfor datoen er slik, står i saken i Personvernsak.",
            "Siste dag for å svare. Kvifor datoen er slik, står i saka i Personvernsak.",
            "The last day to reply. The case in Personvernsak says why the date is what it is.",
        )
        .to_owned(),
        revision,
        changed_at,
    })
}
