//! What holds of the dates of a case, whatever happens to it: only the notice extends, and nothing else that is said.

use chrono::{Days, NaiveDate};
use personvernsak::casework::ids::ContentId;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::request::{Event, Phase, Request, Suspension};
use personvernsak::law::deadline::{Deadline, ExtensionReason, PauseGround};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

use crate::case_letters::{CASE, issue, opened};

fn later(from: NaiveDate, days: u64) -> NaiveDate {
    from.checked_add_days(Days::new(days)).expect("a day of the calendar")
}

/// A question: how many days after receipt, on which ground, after how many days answered.
type Question = (u64, PauseGround, Option<u64>);

fn any_question() -> impl Strategy<Value = Question> {
    let ground = prop_oneof![Just(PauseGround::Clarification), Just(PauseGround::Section25Documentation)];
    (0..40_u64, ground, prop_oneof![4 => (0..40_u64).prop_map(Some), 1 => Just(None)])
}

/// A case with these questions, as it is on a day.
fn asked(received_on: NaiveDate, questions: &[Question]) -> Request {
    let mut request = opened(received_on);
    for (after, ground, answered) in questions {
        let asked_on = later(received_on, *after);
        if request.cases[0].suspensions.open().any(|open| open.ground == *ground) {
            continue;
        }
        let question = Event::CaseSuspended {
            case: CASE,
            ground: *ground,
            asked_on,
            reply_by_on: later(asked_on, 14),
            letter: None,
        };
        request.apply(&question, asked_on);
        if let Some(answered) = answered {
            let answered_on = later(asked_on, *answered);
            request.apply(&Event::CaseResumed { case: CASE, ground: *ground, answered_on }, answered_on);
        }
    }
    request
}

fn dates(request: &Request, today: NaiveDate) -> Deadline {
    request.deadline(&request.cases[0], today)
}

/// The state after a decision that must be allowed.
fn after(request: &Request, events: &[Event], recorded_on: NaiveDate) -> Request {
    let mut after = request.clone();
    events.iter().for_each(|event| after.apply(event, recorded_on));
    after
}

fn any_receipt() -> impl Strategy<Value = NaiveDate> {
    (0..20_000_u64).prop_map(|days| later(NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"), days))
}

proptest! {
    #[test]
    fn an_extension_never_gives_an_earlier_date(
        received_on in any_receipt(), questions in vec(any_question(), 0..4), on in 0..70_u64, seen in 0..120_u64,
    ) {
        let request = asked(received_on, &questions);
        let notice_on = later(received_on, on);
        let text = (ContentId(Uuid::from_u128(50)), "Vi må spørre flere steder.".to_owned());
        let Some(last_on) = request.extension_bounds(&request.cases[0], notice_on).last_on else { return Ok(()) };
        let proposed = match request.extend(CASE, ExtensionReason::Number, text, last_on, notice_on) {
            Ok(decision) => after(&request, &decision.events, notice_on),
            Err(refusals) => {
                let late = request.deadline(&request.cases[0], notice_on).extension_notice_due_on;
                prop_assert!(late.is_some_and(|late| late < notice_on), "{refusals:?}");
                return Ok(());
            }
        };
        let today = later(notice_on, seen);
        prop_assert_eq!(dates(&proposed, today), dates(&request, today), "proposing changes no date");

        // An answer that is recorded later than it came may take the ground from under the notice; not here.
        let known = |request: &Request| request.cases[0].suspensions.0.iter().all(|asked| {
            asked.asked_on <= notice_on && asked.answered_on.is_none_or(|answered| answered <= notice_on)
        });
        if !known(&request) || last_on <= notice_on {
            return Ok(());
        }
        let decision = issue(&proposed, LetterKind::ExtensionNotice, notice_on);
        prop_assert!(decision.is_ok(), "what may be proposed may be sent: {decision:?}");
        let extended = after(&proposed, &decision.expect("a decision"), notice_on);
        let (before, now) = (dates(&request, today), dates(&extended, today));
        prop_assert!(now.extended);
        prop_assert_eq!(before.refusal_due_on, now.refusal_due_on, "a refusal keeps its month");
        prop_assert!(now.nominal_on >= before.nominal_on);
        if let (Some(before), Some(now)) = (before.due_on, now.due_on) {
            prop_assert!(now >= before, "{now} is before {before}");
        }
        let text = (ContentId(Uuid::from_u128(51)), "Enda mer.".to_owned());
        prop_assert!(extended.extend(CASE, ExtensionReason::Number, text, last_on, notice_on).is_err(), "only once");
    }

    #[test]
    fn a_reminder_comes_only_when_the_time_to_reply_has_passed_and_changes_no_date(
        received_on in any_receipt(), questions in vec(any_question(), 1..4), on in 0..90_u64, seen in 0..120_u64,
    ) {
        let request = asked(received_on, &questions);
        let reminded_on = later(received_on, on);
        match issue(&request, LetterKind::Reminder, reminded_on) {
            Ok(events) => {
                let reminded = after(&request, &events, reminded_on);
                let today = later(reminded_on, seen);
                prop_assert_eq!(dates(&reminded, today), dates(&request, today));
                let open = reminded.cases[0].suspensions.open();
                prop_assert!(open.into_iter().all(|asked| asked.last_reply_by_on() == later(reminded_on, 14)));
                let again = issue(&reminded, LetterKind::Reminder, reminded_on);
                prop_assert!(again.is_err(), "not before the time that it gave has passed");
            }
            Err(refusals) => {
                let passed = |asked: &Suspension| asked.last_reply_by_on() < reminded_on;
                prop_assert!(!request.cases[0].suspensions.open().any(passed), "{refusals:?}");
            }
        }
    }

    #[test]
    fn leaving_the_office_changes_dates_as_an_answer_on_that_day_would(received_on in any_receipt(), questions in vec(any_question(), 0..4)) {
        let request = asked(received_on, &questions);
        let today = later(received_on, 100);
        let open: Vec<Event> = request.cases[0]
            .suspensions
            .open()
            .map(|open| Event::CaseResumed { case: CASE, ground: open.ground, answered_on: today.max(open.asked_on) })
            .collect();
        let answered = after(&request, &open, today);
        let forwarded = after(&request, &[Event::CaseForwarded { case: CASE, to: "nhn".parse().expect("an id") }], today);
        prop_assert_eq!(dates(&forwarded, today), dates(&answered, today));
        prop_assert_eq!(forwarded.cases[0].phase, Phase::Forwarded { told: false });
        let withdrawn = after(&request, &[Event::CaseWithdrawn { case: CASE, withdrawn_on: today }], today);
        prop_assert_eq!(dates(&withdrawn, today), dates(&answered, today));
    }
}
