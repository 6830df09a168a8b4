//! Derivations as people read them, in each language.

use std::fmt::Write;

use chrono::NaiveDate;
use personvernsak::law::deadline::{DeadlineInput, Pause, derive};
use personvernsak::wording::Language;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn told(received: &str, pauses: &[(&str, Option<&str>)], extended: Option<&str>) -> String {
    let pauses: Vec<Pause> =
        pauses.iter().map(|(start, end)| Pause { start_on: date(start), end_on: end.map(date) }).collect();
    let input = DeadlineInput::new(date(received), &pauses, extended.map(date)).expect("right facts");
    let derivation = derive(&input);
    let mut text = String::new();
    for language in Language::ALL {
        writeln!(text, "[{language}]").expect("room");
        for step in &derivation.steps {
            let to_on = step.to_on().map_or_else(|| "-".to_owned(), |day| day.to_string());
            let rule = step.rule();
            writeln!(text, "{to_on} {} ({})", step.operation(), rule.id).expect("room");
            writeln!(text, "    {}\n    {}", step.text(language), rule.source.get(language)).expect("room");
        }
    }
    text
}

#[test]
fn month_end_and_saturday() {
    insta::assert_snapshot!(told("2026-01-31", &[], None));
}

#[test]
fn easter() {
    insta::assert_snapshot!(told("2026-03-02", &[], None));
}

#[test]
fn pauses_of_one_and_of_several_days() {
    insta::assert_snapshot!(told(
        "2026-02-02",
        &[("2026-02-16", Some("2026-02-19")), ("2026-02-05", Some("2026-02-06")), ("2026-02-10", Some("2026-02-10"))],
        None
    ));
}

#[test]
fn late_begun_pause() {
    insta::assert_snapshot!(told("2026-01-31", &[("2026-02-28", Some("2026-03-14"))], None));
}

#[test]
fn pause_after_the_deadline() {
    insta::assert_snapshot!(told("2026-01-31", &[("2026-03-03", Some("2026-03-10"))], None));
}

#[test]
fn open_pause() {
    insta::assert_snapshot!(told("2026-02-02", &[("2026-02-05", None)], None));
}

#[test]
fn extension_with_pause() {
    insta::assert_snapshot!(told("2026-01-31", &[("2026-02-27", Some("2026-03-13"))], Some("2026-03-10")));
}
