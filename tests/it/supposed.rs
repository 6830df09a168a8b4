//! Dates under a calendar or rules that somebody supposes: what holds of them, whatever is supposed.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use personvernsak::law::calendar::{Calendar, day_off, next_working_day};
use personvernsak::law::deadline::{DeadlineInput, Months, Pause, compute, derive};
use personvernsak::wording::Language;
use proptest::collection::vec;
use proptest::prelude::*;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day").checked_add_days(Days::new(number)).expect("a day")
}

fn days(numbers: &[u64]) -> Vec<NaiveDate> {
    numbers.iter().map(|number| day(*number)).collect()
}

/// Which day follows when a day of 2026 is supposed to be off, or a public holiday to be none.
#[test]
fn a_day_can_be_supposed_off_and_a_holiday_supposed_on() {
    for (off, on, from, wanted, why) in [
        ("2026-03-27", "", "2026-03-27", "2026-03-30", "a Friday off: the weekend comes after it"),
        ("2026-03-27", "", "2026-03-26", "2026-03-26", "the day before is not touched"),
        ("", "2026-04-06", "2026-04-03", "2026-04-06", "andre påskedag is a Monday like any other"),
        ("", "2026-04-05", "2026-04-05", "2026-04-07", "første påskedag is a Sunday all the same"),
        ("2026-04-07", "", "2026-04-02", "2026-04-08", "Easter is a day longer"),
        ("2026-05-15", "2026-05-14", "2026-05-14", "2026-05-14", "Friday in place of Kristi himmelfartsdag"),
        ("2026-05-15", "2026-05-14", "2026-05-15", "2026-05-18", "and then the weekend"),
    ] {
        let read = |text: &str| text.parse::<NaiveDate>().into_iter().collect::<Vec<_>>();
        let (off, on) = (read(off), read(on));
        let calendar = Calendar { supposed_off: &off, supposed_on: &on };
        let from: NaiveDate = from.parse().expect("a date");
        assert_eq!(calendar.next_working_day(from).to_string(), wanted, "{why}");
    }
}

#[test]
fn a_derivation_says_what_was_only_supposed() {
    let off = days(&[85]);
    let calendar = Calendar { supposed_off: &off, supposed_on: &[] };
    let received_on = "2026-02-27".parse().expect("a date");
    let input = DeadlineInput::supposing(received_on, &[], None, (calendar, Months { ordinary: 1, extended: 3 }));
    let steps = derive(&input.expect("facts")).steps;
    let last = steps.last().expect("a step");
    let said = Language::ALL.map(|language| last.text(language));
    assert_eq!(
        said,
        [
            "27. mars 2026 er her tenkt som helligdag. Fristen flyttes til neste virkedag, mandag 30. mars 2026.",
            "27. mars 2026 er her tenkt som heilagdag. Fristen blir flytta til neste yrkedag, måndag 30. mars 2026.",
            "27 March 2026 is supposed here to be a public holiday. The deadline moves to the next working day, \
             Monday 30 March 2026.",
        ]
    );
    let longer = Months { ordinary: 2, extended: 3 };
    let input = DeadlineInput::supposing(received_on, &[], None, (Calendar::LAW, longer)).expect("facts");
    assert_eq!(derive(&input).steps[1].text(Language::En), "Supposed here: 2 months after receipt, 27 April 2026.");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn where_nothing_is_supposed_the_dates_are_the_laws(
        received in 0..700_u64, start in 0..40_u64, length in 0..30_u64, extended in proptest::option::of(0..28_u64),
    ) {
        let pauses = [Pause { start_on: day(received + start), end_on: Some(day(received + start + length)) }];
        let extended_on = extended.map(|after| day(received + after));
        let law = DeadlineInput::new(day(received), &pauses, extended_on);
        let none = DeadlineInput::supposing(day(received), &pauses, extended_on, (Calendar::LAW, Months::LAW));
        prop_assert_eq!(law.map(|input| compute(&input)), none.map(|input| compute(&input)));
    }

    #[test]
    fn one_more_holiday_brings_no_date_nearer_and_one_fewer_moves_none_away(
        received in 0..700_u64, off in vec(0..800_u64, 0..6), on in vec(0..800_u64, 0..6),
    ) {
        let (off, on) = (days(&off), days(&on));
        let with = |supposed_off, supposed_on| {
            let calendar = Calendar { supposed_off, supposed_on };
            let input = DeadlineInput::supposing(day(received), &[], None, (calendar, Months::LAW)).expect("facts");
            compute(&input).due_on.expect("a running period")
        };
        let law = with(&[], &[]);
        prop_assert!(with(&off, &[]) >= law);
        prop_assert!(with(&[], &on) <= law);
        prop_assert!(with(&off, &on) >= with(&[], &on) && with(&off, &on) <= with(&off, &[]));
    }

    #[test]
    fn what_is_supposed_can_be_carried_out_step_by_step(
        received in 0..700_u64, start in 0..40_u64, length in 0..30_u64,
        off in vec(0..800_u64, 0..6), on in vec(0..800_u64, 0..6), months in 1..24_u32,
    ) {
        let (off, on) = (days(&off), days(&on));
        let calendar = Calendar { supposed_off: &off, supposed_on: &on };
        let pauses = [Pause { start_on: day(received + start), end_on: Some(day(received + start + length)) }];
        let months = Months { ordinary: months, extended: 3 };
        let input = DeadlineInput::supposing(day(received), &pauses, None, (calendar, months)).expect("facts");
        let derivation = derive(&input);
        prop_assert_eq!(derivation.execute_in(calendar), Ok(compute(&input).due_on));
    }

    #[test]
    fn the_laws_calendar_is_what_the_plain_functions_say(number in 0..40_000_u64) {
        let day = day(number);
        prop_assert_eq!(Calendar::LAW.next_working_day(day), next_working_day(day));
        prop_assert_eq!(Calendar::LAW.day_off(day), day_off(day));
        let all = [day];
        let without = Calendar { supposed_off: &[], supposed_on: &all };
        let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        prop_assert_eq!(without.day_off(day).is_some(), is_weekend);
    }
}
