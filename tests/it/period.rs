//! The figures of a period through the desk: what a naive count over the list of cases gives, the same in every form, and who may read them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use personvernsak::adapter::exchange::{ReadRow, TableFile};
use personvernsak::api::case::CaseAnswer;
use personvernsak::api::demo;
use personvernsak::api::desk::{CASE_STATES, CaseList, Desk};
use personvernsak::api::period::{PeriodAnswer, PeriodExport, PeriodInput, PeriodLine};
use personvernsak::api::session::{Settings, StoreCreate};
use personvernsak::wording::Language;
use tempfile::TempDir;

const PASSPHRASE: &str = "bare til prøve";

/// The demonstration, made at an instant.
pub struct Demonstration {
    pub folder: TempDir,
    pub desk: Desk,
}

pub fn demonstration(now: &str) -> Demonstration {
    let folder = tempfile::tempdir().expect("a folder");
    let now: DateTime<Utc> = now.parse().expect("an instant");
    let store = folder.path().join("store");
    let settings = Settings { now: Some(now), seed: Some("tall".to_owned()), ..Settings::default() };
    let mut desk = Desk::new(store.clone(), settings);
    let new = StoreCreate {
        store,
        organisation: "helsedirektoratet".to_owned(),
        name: demo::USER.to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    desk.store_create(&new, true).expect("a store");
    demo::fill(&mut desk, now, PASSPHRASE).expect("filled");
    Demonstration { folder, desk }
}

pub fn asked(from: &str, to: &str, by: Option<&str>, published: bool) -> PeriodInput {
    PeriodInput { from: from.to_owned(), to: to.to_owned(), by: by.map(str::to_owned), published, language: None }
}

fn value(answer: &PeriodAnswer, line: &PeriodLine, column: &str) -> Option<u64> {
    let place = answer.columns.iter().position(|each| each.id == column).unwrap_or_else(|| panic!("{column}"));
    line.values[place]
}

fn every_case(desk: &mut Desk) -> Vec<CaseAnswer> {
    let in_state = |state: &&str| {
        let wanted = CaseList { state: Some((*state).to_owned()), limit: Some(500), ..CaseList::default() };
        desk.case_list(&wanted).expect("the list").cases
    };
    CASE_STATES.iter().flat_map(in_state).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// What is counted of some cases, one by one, from what lists show.
fn naive(cases: &[&CaseAnswer], from: &str, to: &str) -> BTreeMap<&'static str, u64> {
    let within = |on: &str| from <= on && on <= to;
    let answered: Vec<&&CaseAnswer> =
        cases.iter().filter(|case| case.answered_on.as_deref().is_some_and(within)).collect();
    let on_time = answered.iter().filter(|case| case.answered_on <= case.due_on).count() as u64;
    let mut days: Vec<i64> = answered
        .iter()
        .map(|case| (day(case.answered_on.as_deref().expect("answered")) - day(&case.received_on)).num_days())
        .collect();
    days.sort_unstable();
    // The least value that so many of a hundred are at or below.
    let percentile = |percent: usize| {
        let enough = |value: &&i64| days.iter().filter(|day| day <= value).count() * 100 >= percent * days.len();
        days.iter().find(enough).map(|day| day.unsigned_abs())
    };
    let mut counts = BTreeMap::from([
        ("received", cases.iter().filter(|case| within(&case.received_on)).count() as u64),
        ("answered", answered.len() as u64),
        ("on_time", on_time),
        ("late", answered.len() as u64 - on_time),
        ("extended", answered.iter().filter(|case| case.extended_on.is_some()).count() as u64),
        ("innvilget", answered.iter().filter(|case| case.outcome.as_deref() == Some("innvilget")).count() as u64),
        ("oversendt", answered.iter().filter(|case| case.outcome.as_deref() == Some("oversendt")).count() as u64),
        ("trukket", answered.iter().filter(|case| case.outcome.as_deref() == Some("trukket")).count() as u64),
    ]);
    counts.extend(percentile(50).map(|days| ("median_days", days)));
    counts.extend(percentile(90).map(|days| ("ninetieth_days", days)));
    counts
}

#[test]
fn the_figures_are_a_naive_count_over_the_list_of_cases() {
    let mut demo = demonstration("2026-09-15T10:00:00Z");
    let cases = every_case(&mut demo.desk);
    assert!(cases.iter().all(|case| case.reopened_on.is_none()), "a reopened case is counted otherwise");
    for (from, to) in [("2026-01-01", "2026-12-31"), ("2026-08-01", "2026-08-31"), ("2026-09-01", "2026-09-15")] {
        let answer = demo.desk.period_figures(&asked(from, to, None, false)).expect("figures");
        let holds = |line: &PeriodLine, of: Vec<&CaseAnswer>| {
            for (column, count) in naive(&of, from, to) {
                assert_eq!(value(&answer, line, column), Some(count), "{from} {to} {} {column}", line.id);
            }
        };
        holds(&answer.total, cases.iter().collect());
        for table in &answer.tables {
            let key = |case: &CaseAnswer| match table.by.as_str() {
                "register" => Some(case.register.clone()),
                "right" => Some(case.right.clone()),
                "track" => Some(case.track.clone()),
                _ => None,
            };
            // What is received and answered in one month may stand in two lines of the months.
            for line in table.rows.iter().filter(|_| table.by != "month") {
                holds(line, cases.iter().filter(|case| key(case).as_deref() == Some(line.id.as_str())).collect());
            }
            for column in ["received", "answered", "late", "suspended_days", "avslag", "appeals"] {
                let sum: u64 = table.rows.iter().filter_map(|line| value(&answer, line, column)).sum();
                assert_eq!(Some(sum), value(&answer, &answer.total, column), "{} {column}", table.by);
            }
        }
        assert!(value(&answer, &answer.total, "answered") > Some(0) || from == "2026-09-01", "{from} {to}");
    }
}

/// The cells of a file, as words.
fn read(demo: &Demonstration, name: &str, bytes: &[u8]) -> Vec<Vec<String>> {
    let path = demo.folder.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    let mut table = TableFile::open(&path).expect("a table");
    let mut rows = Vec::new();
    while let Some(row) = table.next_row().expect("a row") {
        let ReadRow::Cells(_, cells) = row else { panic!("cells") };
        rows.push(cells.iter().map(|cell| cell.written().to_owned()).collect());
    }
    rows
}

/// What the document and the files say is what the window shows: the same lines, in the same order, with the same words.
#[test]
fn every_form_says_the_same() {
    let mut demo = demonstration("2027-01-02T10:00:00Z");
    for (published, language) in [(false, Language::Nb), (true, Language::Nn), (true, Language::En)] {
        let wanted = PeriodInput {
            language: Some(language.code().to_owned()),
            ..asked("2026-01-01", "2026-12-31", None, published)
        };
        let answer = demo.desk.period_figures(&wanted).expect("figures");
        let shown = |value: &Option<u64>| match value {
            Some(value) => value.to_string(),
            None if published => ":".to_owned(),
            None => String::new(),
        };
        let lines = answer.tables.iter().flat_map(|table| table.rows.iter().map(|row| (table.by.as_str(), row)));
        let lines: Vec<Vec<String>> = std::iter::once(("alle", &answer.total))
            .chain(lines)
            .map(|(by, line)| {
                let words = [by, &line.id, &line.label].map(str::to_owned);
                words.into_iter().chain(line.values.iter().map(shown)).collect()
            })
            .collect();
        for format in ["csv", "xlsx"] {
            let export = PeriodExport { figures: wanted.clone(), format: format.to_owned() };
            let bytes = demo.desk.period_file(&export).expect("a file");
            let mut rows = read(&demo, format, &bytes);
            let heads = rows.remove(0);
            assert_eq!(heads.len(), 27, "{heads:?}");
            let labels: Vec<_> = answer.columns.iter().map(|column| column.label.clone()).collect();
            assert_eq!(heads[3..], labels);
            rows.iter_mut().for_each(|row| row.resize(27, String::new()));
            assert_eq!(rows, lines, "{format}");
        }
    }
}

/// What is not published is told to be hidden, and every line stands there whether or not there is anything in it.
#[test]
fn what_is_published_hides_small_counts_and_has_every_line() {
    let mut demo = demonstration("2027-01-02T10:00:00Z");
    let whole = demo.desk.period_figures(&asked("2026-01-01", "2026-12-31", None, false)).expect("figures");
    let answer = demo.desk.period_figures(&asked("2026-01-01", "2026-12-31", None, true)).expect("figures");
    let rows = |by: &str| answer.tables.iter().find(|table| table.by == by).map_or(0, |table| table.rows.len());
    assert_eq!((rows("right"), rows("track"), rows("month")), (14, 5, 12));
    assert!(rows("register") > 30);
    let counts = ["received", "answered", "on_time", "late", "innvilget", "avslag", "appeals"];
    let mut hidden = 0;
    for table in &answer.tables {
        let of_whole = whole.tables.iter().find(|each| each.by == table.by).expect("a table");
        for line in &table.rows {
            let same = of_whole.rows.iter().find(|each| each.id == line.id);
            for column in counts {
                match value(&answer, line, column) {
                    Some(count) => {
                        assert!(count >= 5, "{} {column}", line.id);
                        assert_eq!(Some(count), same.and_then(|same| value(&whole, same, column)));
                    }
                    None => hidden += 1,
                }
            }
        }
    }
    assert!(hidden > 100, "{hidden}");
    assert!(value(&answer, &answer.total, "received") > Some(20), "the totals are there");
    assert!(answer.notes.iter().any(|note| note.contains("ikke avklart")), "that the limit is doubtful is told");
    assert_eq!(whole.notes.len() + 3, answer.notes.len());
}

#[test]
fn only_a_whole_year_that_is_over_is_published() {
    let mut demo = demonstration("2026-09-15T10:00:00Z");
    for (from, to, code) in [
        ("2026-01-01", "2026-12-31", "year-not-over"),
        ("2025-01-01", "2025-06-30", "not-one-year"),
        ("2024-01-01", "2025-12-31", "not-one-year"),
        ("2025-01-02", "2025-12-31", "not-one-year"),
    ] {
        let failure = demo.desk.period_figures(&asked(from, to, None, true)).expect_err("refused");
        assert_eq!((failure.code, failure.exit as u8), (code, 3), "{from} {to}");
        assert_eq!(failure.fields[0].path, "published");
    }
    assert!(demo.desk.period_figures(&asked("2025-01-01", "2025-12-31", None, true)).is_ok());
    let unknown =
        demo.desk.period_figures(&asked("2025-01-01", "2025-12-31", Some("person"), false)).expect_err("refused");
    assert_eq!((unknown.exit as u8, unknown.fields[0].path.as_str()), (2, "by"));
    let backwards = demo.desk.period_figures(&asked("2025-12-31", "2025-01-01", None, false)).expect_err("refused");
    assert_eq!(backwards.fields[0].code, "period-backwards");
}
