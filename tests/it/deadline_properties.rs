//! What holds of every deadline, whatever the facts.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use personvernsak::law::calendar::{add_months, is_working_day};
use personvernsak::law::deadline::{Deadline, DeadlineInput, Pause, Step, compute, derive};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

fn day(number: i64) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");
    first.checked_add_days(Days::new(number.unsigned_abs())).expect("a day of the calendar")
}

/// Days from 1970 to 2099, counted from 1 January 1970.
fn any_receipt() -> impl Strategy<Value = i64> {
    0..47_482_i64
}

/// A pause as days after receipt, and its length; `None` for one that is open.
type Span = (i64, Option<i64>);

fn closed_span() -> impl Strategy<Value = Span> {
    (0..130_i64, 0..45_i64).prop_map(|(start, length)| (start, Some(length)))
}

fn any_span() -> impl Strategy<Value = Span> {
    (0..130_i64, prop_oneof![5 => (0..45_i64).prop_map(Some), 1 => Just(None)])
}

fn pauses(received: i64, spans: &[Span]) -> Vec<Pause> {
    let pause = |&(start, length): &Span| Pause {
        start_on: day(received + start),
        end_on: length.map(|length| day(received + start + length)),
    };
    spans.iter().map(pause).collect()
}

fn computed(received: i64, pauses: &[Pause], extended: Option<i64>) -> Option<Deadline> {
    let extended_on = extended.map(|after| day(received + after));
    DeadlineInput::new(day(received), pauses, extended_on).ok().map(|input| compute(&input))
}

/// The rule over again in another shape: paused days as a set, runs of neighbouring days as pauses.
fn by_days(received: i64, spans: &[Span], months: u32) -> (NaiveDate, NaiveDate) {
    let paused: BTreeSet<i64> = spans
        .iter()
        .flat_map(|&(start, length)| received + start..received + start + length.expect("a closed pause"))
        .collect();
    let number = |date: NaiveDate| date.signed_duration_since(day(0)).num_days();
    let working_from = |from: i64| (from..).find(|&n| is_working_day(day(n))).expect("a working day");
    let mut last = number(add_months(day(received), months));
    for &start in paused.iter().filter(|&&n| !paused.contains(&(n - 1))) {
        let length = (start..).take_while(|n| paused.contains(n)).count();
        let working_day_left = (start..=last).any(|n| is_working_day(day(n)));
        if working_day_left {
            last += i64::try_from(length).expect("a short run");
        } else if start <= working_from(last) {
            last = working_from(last) + i64::try_from(length).expect("a short run");
        }
    }
    (day(last), day(working_from(last)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_dates_are_those_of_the_rule_taken_day_by_day(
        received in any_receipt(),
        spans in vec(closed_span(), 0..6),
        extended in proptest::option::of(0..35_i64),
    ) {
        let pauses = pauses(received, &spans);
        if let Some(deadline) = computed(received, &pauses, extended) {
            let months = if extended.is_some() { 3 } else { 1 };
            let answer = by_days(received, &spans, months);
            prop_assert_eq!((deadline.nominal_on, deadline.due_on), (answer.0, Some(answer.1)));
            let one_month = by_days(received, &spans, 1);
            prop_assert_eq!(deadline.refusal_due_on, Some(one_month.1));
            prop_assert_eq!(deadline.extension_notice_due_on, Some(one_month.1));
        } else {
            prop_assert!(extended.is_some(), "only a late extension may be refused here");
            prop_assert!(day(received + extended.unwrap_or(0)) > by_days(received, &spans, 1).1);
        }
    }

    #[test]
    fn the_order_of_entry_changes_nothing(
        received in any_receipt(),
        (spans, shuffled) in vec(any_span(), 0..7).prop_flat_map(|spans| (Just(spans.clone()), Just(spans).prop_shuffle())),
        extended in proptest::option::of(0..28_i64),
    ) {
        let (one, other) = (pauses(received, &spans), pauses(received, &shuffled));
        prop_assert_eq!(computed(received, &one, extended), computed(received, &other, extended));
    }

    #[test]
    fn the_splitting_of_a_pause_changes_nothing(
        received in any_receipt(),
        spans in vec(any_span(), 1..6),
        cuts in vec((any::<Index>(), 0..45_i64), 1..8),
        extended in proptest::option::of(0..28_i64),
        today in 0..250_i64,
    ) {
        let mut split = spans.clone();
        for (which, at) in cuts {
            let which = which.index(split.len());
            let (start, length) = split[which];
            let at = length.map_or(at, |length| at.min(length));
            split[which] = (start, Some(at));
            split.push((start + at, length.map(|length| length - at)));
        }
        let (whole, parts) = (pauses(received, &spans), pauses(received, &split));
        let seen = |pauses: &[Pause]| {
            let extended_on = extended.map(|after| day(received + after));
            let input = DeadlineInput::new(day(received), pauses, extended_on).ok();
            input.map(|input| (compute(&input), compute(&input.seen_on(day(received + today)))))
        };
        prop_assert_eq!(seen(&whole), seen(&parts));
    }

    #[test]
    fn a_later_receipt_never_gives_an_earlier_date(
        received in any_receipt(),
        later in 0..40_i64,
        spans in vec(any_span(), 0..6),
        extended in proptest::option::of(0..28_i64),
    ) {
        let pauses = pauses(received + later, &spans);
        let extended_on = extended.map(|after| day(received + later + after));
        let early = DeadlineInput::new(day(received), &pauses, extended_on);
        let late = DeadlineInput::new(day(received + later), &pauses, extended_on);
        if let (Ok(early), Ok(late)) = (early, late) {
            let (early, late) = (compute(&early), compute(&late));
            // An open pause that counts only for the later one leaves that date unknown, which is no earlier date.
            prop_assert!(early.due_on.is_some() || late.due_on.is_none());
            prop_assert!(late.due_on.is_none_or(|late| early.due_on.is_some_and(|early| early <= late)));
            prop_assert!(late.refusal_due_on.is_none_or(|late| early.refusal_due_on.is_some_and(|early| early <= late)));
        }
    }

    #[test]
    fn no_date_to_act_by_is_a_day_off(
        received in any_receipt(),
        spans in vec(any_span(), 0..6),
        extended in proptest::option::of(0..28_i64),
        today in 0..200_i64,
    ) {
        let pauses = pauses(received, &spans);
        let extended_on = extended.map(|after| day(received + after));
        if let Ok(input) = DeadlineInput::new(day(received), &pauses, extended_on) {
            let deadline = compute(&input.seen_on(day(received + today)));
            let if_answered = deadline.open_suspension.map(|open| open.due_if_answered_on);
            let dates = [deadline.due_on, deadline.extension_notice_due_on, deadline.refusal_due_on, if_answered];
            for date in dates.into_iter().flatten() {
                prop_assert!(is_working_day(date), "{}", date);
            }
            prop_assert_eq!(deadline.due_on.is_none(), deadline.open_suspension.is_some());
        }
    }

    #[test]
    fn the_derivation_is_the_same_path_and_runs_again_to_the_same_date(
        received in any_receipt(),
        spans in vec(any_span(), 0..6),
        extended in proptest::option::of(0..28_i64),
    ) {
        let pauses = pauses(received, &spans);
        let extended_on = extended.map(|after| day(received + after));
        if let Ok(input) = DeadlineInput::new(day(received), &pauses, extended_on) {
            let deadline = compute(&input);
            let derivation = derive(&input);
            prop_assert_eq!(derivation.deadline, deadline);
            prop_assert_eq!(derivation.execute(), Ok(deadline.due_on));
            prop_assert_eq!(derivation.execute_one_month(), Ok(deadline.refusal_due_on));
            let days: u32 = derivation.steps.iter().filter_map(Step::days).sum();
            prop_assert_eq!(days, deadline.suspended_days);
            prop_assert!(derivation.steps.iter().all(|step| step.days() != Some(0)), "a step of no days");
        }
    }

    #[test]
    fn a_changed_step_is_found(received in any_receipt(), start in 0..20_i64, length in 1..40_i64, wrong in 1..9_u32) {
        let pauses = pauses(received, &[(start, Some(length))]);
        let input = DeadlineInput::new(day(received), &pauses, None).expect("right facts");
        let mut derivation = derive(&input);
        let index = derivation.steps.iter().position(|step| step.days().is_some()).expect("the pause counts");
        if let Step::AddPause { days, .. } = &mut derivation.steps[index] {
            *days += wrong;
        }
        prop_assert_eq!(derivation.execute().map_err(|differs| differs.index), Err(index));
    }

    #[test]
    fn no_date_of_the_calendar_overflows(
        received in extreme(),
        start in extreme(),
        end in proptest::option::of(extreme()),
        extended_on in proptest::option::of(extreme()),
        today in extreme(),
    ) {
        let pauses = [Pause { start_on: start, end_on: end }, Pause { start_on: start, end_on: None }];
        if let Ok(input) = DeadlineInput::new(received, &pauses, extended_on) {
            let deadline = compute(&input.seen_on(today));
            prop_assert!(deadline.base_on > deadline.received_on);
        }
    }
}

/// Dates at and beyond every edge that the program knows, and in between.
fn extreme() -> impl Strategy<Value = NaiveDate> {
    let edges = ["1969-12-31", "1970-01-01", "1970-01-31", "2999-11-30", "2999-12-31", "3000-01-01", "9999-12-31"];
    let edges: Vec<NaiveDate> = edges.iter().map(|text| text.parse().expect("a date")).collect();
    prop_oneof![
        Just(NaiveDate::MIN),
        Just(NaiveDate::MAX),
        proptest::sample::select(edges),
        (0..376_000_i64).prop_map(day),
    ]
}
