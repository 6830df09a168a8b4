//! The dates of a case beside those of its answer: when something takes effect, when a provisional reply is due, and until
//! when a decision can be appealed against.

use chrono::NaiveDate;

use super::input::DeadlineInput;
use super::rules::{self, Rule};
use super::{Deadline, compute};
use crate::law::calendar::{add_days, next_working_day};
use crate::law::rights::Right;

/// The days in which a decision can be appealed against, from when it arrived.
const APPEAL_DAYS: u32 = 21;

/// The last day for a provisional reply (foreløpig svar) in a case that ends in an enkeltvedtak: one month from receipt,
/// moved to a working day. Pauses do not move it.
///
/// Source: forvaltningsloven § 11 a third paragraph; forvaltningslovforskriften §§ 36 and 41.
#[must_use]
pub fn interim_reply_due_on(received_on: NaiveDate) -> NaiveDate {
    let Deadline { due_on, nominal_on, .. } = compute(&DeadlineInput::receipt(received_on));
    due_on.unwrap_or(nominal_on)
}

/// The last day to appeal against an enkeltvedtak that arrived on a day: three weeks, moved to a working day.
///
/// Source: forvaltningsloven §§ 29 and 30; domstolloven §§ 148 and 149.
#[must_use]
pub fn appeal_due_on(arrived_on: NaiveDate) -> NaiveDate {
    next_working_day(add_days(arrived_on, APPEAL_DAYS))
}

/// The rule by which a claim takes effect at once, without the month that an answer can take; `None` for a right that has
/// to be decided on first.
#[must_use]
pub fn effect_at_once(right: Right) -> Option<&'static Rule> {
    match right {
        Right::WithdrawConsent => Some(&rules::CONSENT_WITHDRAWN),
        Right::MarketingObjection => Some(&rules::MARKETING_ENDS),
        Right::Reservation => Some(&rules::OPTED_OUT),
        Right::LimitedStorage => Some(&rules::LIMITED_STORAGE),
        Right::Restriction => Some(&rules::RESTRICTED_MEANWHILE),
        Right::Access
        | Right::AccessLog
        | Right::Rectification
        | Right::Erasure
        | Right::Blocking
        | Right::Objection
        | Right::Portability
        | Right::AutomatedDecision
        | Right::Kassasjon => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_provisional_reply_is_due_a_month_from_receipt() {
        for (received, due) in [
            ("2026-01-31", "2026-03-02"), // 28 February is a Saturday.
            ("2026-03-02", "2026-04-07"), // 2 to 6 April are Easter.
            ("2026-06-15", "2026-07-15"),
        ] {
            assert_eq!(interim_reply_due_on(day(received)), day(due), "{received}");
        }
    }

    #[test]
    fn an_appeal_has_three_weeks() {
        for (arrived, due) in [
            ("2026-02-02", "2026-02-23"),
            ("2026-03-14", "2026-04-07"), // 4 April is the Saturday of Easter.
            ("2026-12-04", "2026-12-28"), // 25 December and the weekend.
        ] {
            assert_eq!(appeal_due_on(day(arrived)), day(due), "{arrived}");
        }
    }

    #[test]
    fn what_has_to_be_decided_on_takes_no_effect_at_once() {
        let at_once: Vec<&str> =
            Right::ALL.into_iter().filter(|right| effect_at_once(*right).is_some()).map(Right::id).collect();
        let expected = ["begrensning", "protest-markedsforing", "trekk-samtykke", "reservasjon", "begrenset-lagring"];
        assert_eq!(at_once, expected);
    }
}
