//! Breaches of personal data security: until when they are notified, where one stands, and what it leaves as it was. The table is
//! written to be read by somebody who knows the law and not the code.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDateTime, Utc};
use personvernsak::casework::projection::{self, Reminder, ReminderKind};
use personvernsak::casework::request::{
    Breach, BreachAspect, BreachFound, BreachState, BreachStep, BreachVerdict, CorrectedBreach, Decision, NewBreach,
    NotNotified, NotToNotify, Notification, PersonsNews, PersonsWord, Refusal, Request,
};
use personvernsak::law::calendar::{oslo_date, oslo_instant, oslo_time};
use personvernsak::law::deadline::{NOTIFICATION_DOUBT, breach_derivation, breach_notified_by};

use crate::case_letters::{CASE, id, opened};

fn wall(text: &str) -> DateTime<Utc> {
    let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a date and a time of day");
    oslo_instant(wall).expect("a time that is on the clock")
}

#[test]
fn seventy_two_hours_go_by_whatever_the_clock_on_the_wall_is_set_to() {
    for (known, due, why) in [
        ("2026-03-02 08:00", "2026-03-05 08:00", "three days in the week"),
        ("2026-03-06 15:45", "2026-03-09 15:45", "a weekend is counted as any other days"),
        ("2026-04-02 12:00", "2026-04-05 12:00", "Easter as well: Maundy Thursday to Easter Sunday"),
        ("2026-03-25 23:59", "2026-03-28 23:59", "the night before the clocks go forward"),
        ("2026-03-26 01:59", "2026-03-29 01:59", "a minute before they do"),
        ("2026-03-26 02:00", "2026-03-29 03:00", "02:00 is not on the clock that night"),
        ("2026-03-26 02:30", "2026-03-29 03:30", "nor is 02:30"),
        ("2026-03-27 14:30", "2026-03-30 15:30", "the hour that was left out does not count"),
        ("2026-03-29 01:59", "2026-04-01 02:59", "known in the last minute before"),
        ("2026-03-29 03:00", "2026-04-01 03:00", "known in the first minute after"),
        ("2026-10-22 01:30", "2026-10-25 01:30", "before the clocks go back"),
        ("2026-10-22 02:30", "2026-10-25 02:30", "the first 02:30 of the two"),
        ("2026-10-23 14:30", "2026-10-26 13:30", "the hour that comes twice counts twice"),
        ("2026-10-25 02:30", "2026-10-28 01:30", "known at a 02:30 that comes twice: the first of them is taken"),
        ("2026-10-25 03:00", "2026-10-28 03:00", "known after both"),
        ("2026-12-29 23:59", "2027-01-01 23:59", "across New Year"),
        ("2026-12-31 00:00", "2027-01-03 00:00", "from midnight to midnight"),
        ("2028-02-27 10:15", "2028-03-01 10:15", "across a leap day"),
    ] {
        let due_at = breach_notified_by(wall(known));
        assert_eq!(oslo_time(due_at).format("%Y-%m-%d %H:%M").to_string(), due, "{known}: {why}");
        assert_eq!((due_at - wall(known)).num_minutes(), 72 * 60, "{known}: {why}");
    }
    // 03:30 is 72 hours before the second 02:30.
    let (first, second) = (wall("2026-10-25 02:30"), breach_notified_by(wall("2026-10-22 03:30")));
    assert_eq!((second - first).num_minutes(), 60);
}

#[test]
fn how_the_hours_were_counted_is_told_in_three_languages() {
    let mut told = String::new();
    for known in ["2026-03-06 15:45", "2026-03-27 14:30", "2026-10-23 14:30", "2026-12-31 00:00"] {
        let words = breach_derivation(wall(known));
        writeln!(told, "{known}\n  {}\n  {}\n  {}", words.nb, words.nn, words.en).expect("written");
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_is_shown_of_a_breach_stands_in_three_languages() {
    let reference = "AVVIK-2026/117".parse().expect("a reference");
    let (at, on) = (wall("2026-03-09 15:46"), "2026-03-10".parse().expect("a date"));
    let persons = |told_on, high_risk| BreachStep::Persons(PersonsWord { told_on, high_risk, reason: None });
    let settled = |why| BreachStep::Assessed(BreachVerdict::Not(NotToNotify { why, reason: id(71), on }));
    let aspects = BreachAspect::ALL.to_vec();
    let found = BreachFound { aware_at: at, aspects: aspects.clone(), about: id(70), reference: None };
    let steps = [
        BreachStep::Found(found),
        BreachStep::Corrected { aware_at: at, aspects: aspects.clone(), notified_at: None, reason: id(71) },
        BreachStep::Corrected { aware_at: at, aspects, notified_at: Some(at), reason: id(71) },
        BreachStep::Referred(reference),
        BreachStep::Assessed(BreachVerdict::Notified(Notification { at, reference: None, note: None })),
        settled(NotNotified::NoRisk),
        settled(NotNotified::NoBreach),
        persons(Some(on), true),
        persons(None, false),
    ];
    let words =
        (BreachState::ALL.into_iter().flat_map(|state| [Some(state.label()), state.to_do()].into_iter().flatten()))
            .chain(BreachAspect::ALL.map(BreachAspect::label))
            .chain(NotNotified::ALL.map(NotNotified::label))
            .chain(steps.iter().map(|step| step.told(2)))
            .chain([NOTIFICATION_DOUBT]);
    let shown: Vec<String> = words.map(|words| format!("{}\n  {}\n  {}\n", words.nb, words.nn, words.en)).collect();
    insta::assert_snapshot!(shown.concat());
}

fn done(request: &Request, decision: Result<Decision, Vec<Refusal>>, at: &str) -> Request {
    let mut request = request.clone();
    let events = decision.expect("allowed").events;
    events.iter().for_each(|event| request.apply(event, oslo_date(wall(at))));
    request
}

fn code<T: std::fmt::Debug>(result: Result<T, Vec<Refusal>>) -> &'static str {
    result.expect_err("refused")[0].code.id()
}

fn found(at: &str) -> NewBreach {
    NewBreach {
        aware_at: wall(at),
        aspects: vec![BreachAspect::Availability, BreachAspect::Confidentiality, BreachAspect::Availability],
        about: (id(70), "Brevet gikk til feil adresse.".to_owned()),
        reference: None,
    }
}

/// A case that showed a breach on Friday 6 March 2026 at 15:45; the 72 hours end on Monday 9 March at 15:45.
fn shown() -> Request {
    let request = opened("2026-02-02".parse().expect("a date"));
    done(
        &request,
        request.register_breach(CASE, found("2026-03-06 15:45"), wall("2026-03-06 16:00")),
        "2026-03-06 16:00",
    )
}

fn breach(request: &Request) -> &Breach {
    &request.cases[0].breaches[0]
}

fn corrected_to(aware: &str, notified: Option<&str>) -> CorrectedBreach {
    CorrectedBreach {
        aware_at: wall(aware),
        aspects: vec![BreachAspect::Confidentiality],
        notified_at: notified.map(wall),
        reason: words(),
    }
}

fn words() -> (personvernsak::casework::ids::ContentId, String) {
    (id(71), "Fordi.".to_owned())
}

#[test]
fn a_breach_is_notified_and_the_persons_told_and_no_date_of_the_case_moves() {
    let before = opened("2026-02-02".parse().expect("a date"));
    let request = shown();
    assert_eq!(breach(&request).found.aspects, [BreachAspect::Confidentiality, BreachAspect::Availability]);
    assert_eq!(
        (breach(&request).state(), breach(&request).due_at()),
        (BreachState::ToAssess, Some(wall("2026-03-09 15:45")))
    );
    let row = |request: &Request| projection::rows(request, None).remove(0);
    let today = "2026-03-07".parse().expect("a date");
    let kinds: Vec<Reminder> = row(&request).reminders(today, None);
    let of_breach = Reminder { kind: ReminderKind::Breach(1), on: "2026-03-09".parse().expect("a date") };
    assert!(kinds.contains(&of_breach), "{kinds:?}");
    assert_eq!(row(&request).due_on, row(&before).due_on, "the dates of the case are its own");
    assert_eq!(row(&before).reminders(today, None).len() + 1, kinds.len());

    let (at, now) = (wall("2026-03-09 15:45"), wall("2026-03-10 09:00"));
    let notified = done(&request, request.notify_breach(CASE, 1, (at, None), None, now), "2026-03-10 09:00");
    assert_eq!(breach(&notified).is_in_time(), Some(true), "the last minute is in time");
    assert_eq!((breach(&notified).state(), breach(&notified).due_at()), (BreachState::ToTell, Some(at)));
    let news = PersonsNews { told_on: "2026-03-10".parse().ok(), high_risk: true, reason: None };
    let told = done(&notified, notified.tell_of_breach(CASE, 1, news, now), "2026-03-10 09:00");
    assert_eq!((breach(&told).state(), told.cases[0].open_breach()), (BreachState::Done, None));
    assert_eq!(row(&told).breach, None);
}

#[test]
fn a_late_notification_says_why_also_where_it_turns_out_late_afterwards() {
    let request = shown();
    let (late, now) = (wall("2026-03-09 15:46"), wall("2026-03-10 09:00"));
    assert_eq!(code(request.notify_breach(CASE, 1, (late, None), None, now)), "delay-unexplained");
    let explained =
        done(&request, request.notify_breach(CASE, 1, (late, None), Some(words()), now), "2026-03-10 09:00");
    assert_eq!((breach(&explained).is_in_time(), breach(&explained).state()), (Some(false), BreachState::ToTell));

    let in_time =
        done(&request, request.notify_breach(CASE, 1, (wall("2026-03-09 15:45"), None), None, now), "2026-03-10 09:00");
    let earlier = corrected_to("2026-03-05 10:00", None);
    let corrected = done(&in_time, in_time.correct_breach(CASE, 1, earlier.clone(), now), "2026-03-10 09:00");
    assert_eq!((breach(&corrected).is_in_time(), breach(&corrected).state()), (Some(false), BreachState::ToExplain));
    assert_eq!(breach(&corrected).corrections, [words().0]);
    assert_eq!(code(corrected.correct_breach(CASE, 1, earlier, now)), "nothing-new");
    let at = wall("2026-03-09 15:45");
    let again = done(&corrected, corrected.notify_breach(CASE, 1, (at, None), Some(words()), now), "2026-03-10 09:00");
    assert_eq!(breach(&again).state(), BreachState::ToTell);
    assert_eq!(breach(&again).notifications.len(), 1, "the same notification, with what was missing");
}

#[test]
fn what_is_told_after_the_notification_is_a_supplement_and_no_delay() {
    let request = shown();
    let (at, later, now) = (wall("2026-03-09 10:00"), wall("2026-03-20 12:00"), wall("2026-03-20 13:00"));
    let notified = done(&request, request.notify_breach(CASE, 1, (at, None), None, now), "2026-03-20 13:00");
    let more = done(&notified, notified.notify_breach(CASE, 1, (later, None), None, now), "2026-03-20 13:00");
    let times = |request: &Request| breach(request).notifications.iter().map(|told| told.at).collect::<Vec<_>>();
    assert_eq!((times(&more), breach(&more).is_in_time()), (vec![at, later], Some(true)));
    assert_eq!(breach(&more).state(), BreachState::ToTell);
    assert_eq!(code(more.notify_breach(CASE, 1, (later, None), None, now)), "already-recorded");
    let first = wall("2026-03-08 10:00");
    let earlier = done(&more, more.notify_breach(CASE, 1, (first, None), None, now), "2026-03-20 13:00");
    assert_eq!(times(&earlier), [first, at, later], "the earliest is the notification, whenever it was recorded");

    // The time of the notification was recorded wrongly.
    let late = corrected_to("2026-03-06 15:45", Some("2026-03-10 09:00"));
    let wrong = done(&notified, notified.correct_breach(CASE, 1, late, now), "2026-03-20 13:00");
    assert_eq!((breach(&wrong).is_in_time(), breach(&wrong).state()), (Some(false), BreachState::ToExplain));
    for (aware, told, why) in [
        ("2026-03-06 15:45", "2026-03-06 15:44", "before the breach was known"),
        ("2026-03-06 15:45", "2026-03-20 13:01", "not yet"),
    ] {
        assert_eq!(code(notified.correct_breach(CASE, 1, corrected_to(aware, Some(told)), now)), "date-order", "{why}");
    }
    let none = corrected_to("2026-03-06 15:00", Some("2026-03-09 10:00"));
    assert_eq!(code(request.correct_breach(CASE, 1, none, now)), "outcome-does-not-fit", "it was not notified");
    let both = corrected_to("2026-03-09 11:00", Some("2026-03-09 12:00"));
    let moved = done(&notified, notified.correct_breach(CASE, 1, both, now), "2026-03-20 13:00");
    assert_eq!(times(&moved), [wall("2026-03-09 12:00")]);
}

#[test]
fn a_notified_breach_stays_notified() {
    let request = shown();
    let (at, now) = (wall("2026-03-07 09:00"), wall("2026-03-07 10:00"));
    let today = "2026-03-07".parse().expect("a date");
    let notified = done(&request, request.notify_breach(CASE, 1, (at, None), None, now), "2026-03-07 10:00");
    let settled = |request: &Request, why| request.settle_breach(CASE, 1, why, words(), today);
    assert_eq!(code(settled(&notified, NotNotified::NoRisk)), "outcome-does-not-fit");
    let nothing = done(&notified, settled(&notified, NotNotified::NoBreach), "2026-03-07 10:00");
    let shown = breach(&nothing);
    assert_eq!((shown.state(), shown.is_in_time()), (BreachState::Done, Some(true)));
    assert_eq!(shown.notification().map(|told| told.at), Some(at));
    let again = done(&nothing, nothing.notify_breach(CASE, 1, (at, None), None, now), "2026-03-07 10:00");
    assert_eq!(breach(&again).state(), BreachState::ToTell, "it was a breach after all");
}

#[test]
fn what_is_not_notified_has_a_reason_and_can_be_thought_of_anew() {
    let request = shown();
    let (today, now) = ("2026-03-07".parse().expect("a date"), wall("2026-03-07 10:00"));
    let none = done(&request, request.settle_breach(CASE, 1, NotNotified::NoRisk, words(), today), "2026-03-07 10:00");
    assert_eq!((breach(&none).state(), breach(&none).is_in_time()), (BreachState::Done, None));
    let high = PersonsNews { told_on: None, high_risk: true, reason: Some(words()) };
    assert_eq!(code(none.tell_of_breach(CASE, 1, high.clone(), now)), "outcome-does-not-fit");
    let risky = done(&request, request.tell_of_breach(CASE, 1, high.clone(), now), "2026-03-07 10:00");
    assert_eq!(breach(&risky).state(), BreachState::ToAssess);
    assert_eq!(code(risky.settle_breach(CASE, 1, NotNotified::NoRisk, words(), today)), "outcome-does-not-fit");
    let nothing = done(&risky, risky.settle_breach(CASE, 1, NotNotified::NoBreach, words(), today), "2026-03-07 10:00");
    assert_eq!(breach(&nothing).state(), BreachState::Done);
    assert_eq!(code(nothing.tell_of_breach(CASE, 1, high, now)), "outcome-does-not-fit", "there is nothing to tell of");
    // It was a breach after all, and one without risk: the high risk is taken back, and no more than that is said of nobody.
    let back = PersonsNews { told_on: None, high_risk: false, reason: Some(words()) };
    let never =
        done(&request, request.settle_breach(CASE, 1, NotNotified::NoBreach, words(), today), "2026-03-07 10:00");
    assert_eq!(code(never.tell_of_breach(CASE, 1, back.clone(), now)), "outcome-does-not-fit");
    let taken = done(&nothing, nothing.tell_of_breach(CASE, 1, back, now), "2026-03-07 10:00");
    let low = done(&taken, taken.settle_breach(CASE, 1, NotNotified::NoRisk, words(), today), "2026-03-07 10:00");
    assert_eq!(breach(&low).not_notified(), Some(NotNotified::NoRisk));
    let at = wall("2026-03-07 09:00");
    let after_all = done(&none, none.notify_breach(CASE, 1, (at, None), None, now), "2026-03-07 10:00");
    assert_eq!(breach(&after_all).state(), BreachState::ToTell);
}

#[test]
fn what_cannot_be_is_refused() {
    let request = shown();
    let now = wall("2026-03-07 10:00");
    for (at, why) in [("2026-03-07 10:01", "not yet"), ("2018-07-19 12:00", "before the regulation held")] {
        assert_eq!(code(request.register_breach(CASE, found(at), now)), "date-order", "{why}");
    }
    assert_eq!(code(request.register_breach(CASE, found("2026-03-06 15:45"), now)), "already-recorded");
    for (at, why) in [("2026-03-06 15:44", "before it was known"), ("2026-03-07 10:01", "not yet")] {
        assert_eq!(code(request.notify_breach(CASE, 1, (wall(at), None), None, now)), "date-order", "{why}");
    }
    let told = |on: Option<&str>, reason| PersonsNews {
        told_on: on.map(|on| on.parse().expect("a date")),
        high_risk: false,
        reason,
    };
    assert_eq!(code(request.tell_of_breach(CASE, 1, told(Some("2026-03-05"), None), now)), "date-order");
    assert_eq!(code(request.tell_of_breach(CASE, 1, told(Some("2026-03-08"), None), now)), "date-order");
    assert_eq!(code(request.tell_of_breach(CASE, 1, told(None, None), now)), "reason-missing");
    let number = || "AVVIK-2026/117".parse().expect("a reference");
    let referred = done(&request, request.refer_breach(CASE, 1, number()), "2026-03-07 10:00");
    assert_eq!(code(referred.refer_breach(CASE, 1, number())), "nothing-new");
    assert_eq!(code(referred.refer_breach(CASE, 2, number())), "no-such-breach");
    let at = wall("2026-03-07 09:00");
    let notified = done(&request, request.notify_breach(CASE, 1, (at, None), None, now), "2026-03-07 10:00");
    assert_eq!(code(notified.notify_breach(CASE, 1, (at, None), None, now)), "already-recorded");
    let after_it = corrected_to("2026-03-07 09:30", None);
    assert_eq!(code(notified.correct_breach(CASE, 1, after_it, now)), "date-order");
    let news = told(Some("2026-03-06"), None);
    let told = done(&request, request.tell_of_breach(CASE, 1, news, now), "2026-03-07 10:00");
    let next_day = corrected_to("2026-03-07 00:00", None);
    assert_eq!(code(told.correct_breach(CASE, 1, next_day, now)), "date-order", "after the persons were told");
}
