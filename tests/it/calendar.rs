//! The calendar, day by day, against an independent table of public holidays.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use personvernsak::law::calendar::{is_working_day, next_working_day, public_holiday};
use personvernsak::wording::Language;

const TABLE: &str = include_str!("../cases/holidays-1970-2099.csv");

fn table() -> BTreeMap<NaiveDate, &'static str> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
    let row = |line: &'static str| {
        let (date, name) = line.split_once(',')?;
        Some((date.parse().ok()?, name))
    };
    rows.map(|line| row(line).unwrap_or_else(|| panic!("«{line}» is no row"))).collect()
}

fn days() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");
    first.iter_days().take_while(|day| day < &NaiveDate::from_ymd_opt(2100, 1, 1).expect("a day"))
}

#[test]
fn public_holidays_are_those_of_the_table_on_every_day_of_130_years() {
    let table = table();
    assert_eq!(table.len(), 1550, "the table was read in full");
    let mut count = 0;
    for day in days() {
        assert_eq!(public_holiday(day).is_some(), table.contains_key(&day), "{day}");
        count += 1;
    }
    assert_eq!(count, 47_482);
}

#[test]
fn each_holiday_has_the_name_of_the_table() {
    for (day, names) in table() {
        let name = public_holiday(day).map(|holiday| holiday.name().get(Language::Nb).to_lowercase());
        let name = name.unwrap_or_else(|| panic!("{day} is no holiday"));
        let known = match name.as_str() {
            "offentlig høytidsdag" => "arbeidernes dag",
            "grunnlovsdagen" => "grunnlovsdag",
            other => other,
        };
        assert!(names.to_lowercase().split("; ").any(|listed| listed == known), "{day}: {name} is not in {names}");
    }
}

#[test]
fn a_working_day_is_no_weekend_and_no_holiday() {
    let table = table();
    for day in days() {
        let weekend = matches!(day.format("%a").to_string().as_str(), "Sat" | "Sun");
        assert_eq!(is_working_day(day), !weekend && !table.contains_key(&day), "{day}");
    }
}

#[test]
fn the_next_working_day_is_the_first_one_from_the_day_itself() {
    let mut next = None;
    for day in days().collect::<Vec<_>>().into_iter().rev() {
        if is_working_day(day) {
            next = Some(day);
        }
        if let Some(expected) = next {
            assert_eq!(next_working_day(day), expected, "{day}");
        }
    }
}
