//! Identity numbers: the table, another library's verdicts, which errors are found, and that nothing leaks.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use personvernsak::law::identity::{
    ControlDigit, ControlRule, IdentityKind, IdentityNumber, IdentityProblem, mask_unchecked,
};
use personvernsak::wording::Language;
use proptest::prelude::*;

const TABLE: &str = include_str!("../cases/identity.txt");
const ORACLE: &str = include_str!("../cases/identity-oracle.csv");

fn verdict(text: &str) -> String {
    match IdentityNumber::parse(text) {
        Ok(number) => {
            let synthetic = if number.synthetic() { "ja" } else { "nei" };
            format!("{} | {synthetic} | {}", number.kind().code(), number.rule().code())
        }
        Err(problem) => format!("ugyldig | {}", problem.code()),
    }
}

#[test]
fn the_table_holds() {
    let mut wrong = Vec::new();
    let mut seen = Vec::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#') && line.contains('|')) {
        let (number, expected) = line.split_once('|').expect("a row has columns");
        let expected = expected.split('|').map(str::trim).collect::<Vec<_>>().join(" | ");
        let found = verdict(number);
        seen.extend(found.split(" | ").map(str::to_owned));
        if found != expected {
            wrong.push(format!("«{number}»: the table says {expected}, the program {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));

    let kinds = IdentityKind::ALL.map(IdentityKind::code);
    let rules = ControlRule::ALL.map(ControlRule::code);
    let problems = every_problem().map(IdentityProblem::code);
    for value in kinds.iter().chain(&rules).chain(&problems) {
        assert!(seen.iter().any(|found| found == value), "no row of the table shows {value}");
    }
}

fn every_problem() -> [IdentityProblem; 6] {
    [
        IdentityProblem::Missing,
        IdentityProblem::NotDigits,
        IdentityProblem::Length { digits: 10 },
        IdentityProblem::ImpossibleDate,
        IdentityProblem::WrongControlDigit(ControlDigit::First),
        IdentityProblem::WrongControlDigit(ControlDigit::Second),
    ]
}

/// Why our answer differs from that of the other library, where it knowingly does.
fn known_difference(number: &str) -> Option<&'static str> {
    let month: u8 = number[2..4].parse().expect("digits");
    match (number.as_bytes()[0], month) {
        (b'8' | b'9', _) => Some("FH-nummer: the library does not know them and reads a date"),
        (_, 66..=77) => Some("month + 65: the library does not know the series of Norsk helsenett"),
        (_, 41..=52) if first_remainder(number) != 0 => {
            Some("month + 40: the library applies the rule from 2032, which is announced for two kinds only")
        }
        _ => None,
    }
}

fn first_remainder(number: &str) -> u32 {
    let weights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    number.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum::<u32>() % 11
}

#[test]
fn another_library_agrees_but_for_named_differences() {
    let mut compared = 0;
    let mut differences = std::collections::BTreeMap::<&str, u32>::new();
    for row in ORACLE.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let columns = row.split(',').collect::<Vec<_>>();
        let [number, validity, kind, reasons] = columns[..] else { panic!("four columns: {row}") };
        let theirs = match kind {
            "fnr" => "fodselsnummer false",
            "tnr" => "fodselsnummer true",
            "dnr" => "d-nummer false",
            "dnr-and-tnr" => "d-nummer true",
            "hnr" | "dnr-and-hnr" => "h-nummer false",
            _ if reasons.contains("date") => "date",
            _ => "checksum",
        };
        let ours = match IdentityNumber::parse(number) {
            Ok(number) => format!("{} {}", number.kind().code(), number.synthetic()),
            Err(IdentityProblem::ImpossibleDate) => "date".to_owned(),
            Err(IdentityProblem::WrongControlDigit(_)) => "checksum".to_owned(),
            Err(problem) => problem.code().to_owned(),
        };
        assert_eq!(validity == "valid", !kind.is_empty(), "{row}");
        compared += 1;
        match known_difference(number) {
            None => assert_eq!(ours, theirs, "{row}"),
            Some(reason) if ours != theirs => *differences.entry(reason).or_default() += 1,
            Some(_) => {}
        }
    }
    assert!(compared > 250, "only {compared} rows");
    assert_eq!(differences.len(), 3, "each named difference is shown by a row: {differences:?}");
}

/// Eleven digits whose first control digit leaves `remainder` and whose second fits; none if one would be 10.
fn with_control_digits(nine: &str, remainder: u32) -> Option<String> {
    let mut digits = nine.bytes().map(|digit| u32::from(digit - b'0')).collect::<Vec<_>>();
    for (weights, remainder) in [(&[3, 7, 6, 1, 8, 9, 4, 5, 2][..], remainder), (&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 0)] {
        let sum = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>();
        let digit = (11 + remainder - sum % 11) % 11;
        if digit == 10 {
            return None;
        }
        digits.push(digit);
    }
    Some(digits.iter().map(u32::to_string).collect())
}

prop_compose! {
    /// A number of any kind and series, built from its parts, with what it ought to be told as.
    fn any_number()(
        day in 1_u32..=28, month in 1_u32..=12, year in 0_u32..=99, individual in 0_u32..=999,
        raised in any::<bool>(), added in prop::sample::select(vec![0_u32, 40, 65, 80]),
        shared in prop::option::weighted(0.2, (8_u32..=9, 0_u32..100_000_000)), remainder in 0_u32..=3,
    ) -> (String, IdentityKind, bool, u32) {
        match shared {
            Some((first, rest)) => (format!("{first}{rest:08}"), IdentityKind::FhNummer, false, 0),
            None => {
                let first = if raised { day + 40 } else { day };
                let kind = match (added, raised) {
                    (40, _) => IdentityKind::HNummer,
                    (_, true) => IdentityKind::DNummer,
                    (_, false) => IdentityKind::Foedselsnummer,
                };
                let nine = format!("{first:02}{:02}{year:02}{individual:03}", month + added);
                (nine, kind, added >= 65, if added == 40 { 0 } else { remainder })
            }
        }
    }
}

proptest! {
    #[test]
    fn every_kind_is_told_from_its_parts((nine, kind, synthetic, remainder) in any_number()) {
        let text = with_control_digits(&nine, remainder);
        prop_assume!(text.is_some());
        let number = IdentityNumber::parse(&text.unwrap_or_default()).expect("built to be right");
        prop_assert_eq!(number.kind(), kind);
        prop_assert_eq!(number.synthetic(), synthetic);
        let relaxed = matches!(kind, IdentityKind::Foedselsnummer | IdentityKind::DNummer);
        let rule = match (remainder, relaxed) {
            (0, true) => ControlRule::Both,
            (0, false) => ControlRule::Before2032,
            _ => ControlRule::From2032,
        };
        prop_assert_eq!(number.rule(), rule);
    }

    /// By both rules: the second control digit alone sees to it.
    #[test]
    fn a_single_wrong_digit_is_always_found((nine, _, _, remainder) in any_number()) {
        let text = with_control_digits(&nine, remainder);
        prop_assume!(text.is_some());
        let right = text.unwrap_or_default().into_bytes();
        for place in 0..11 {
            for digit in b'0'..=b'9' {
                let mut wrong = right.clone();
                wrong[place] = digit;
                let parsed = IdentityNumber::parse(std::str::from_utf8(&wrong).expect("digits"));
                prop_assert_eq!(parsed.is_ok(), wrong == right, "place {}", place + 1);
            }
        }
    }

    /// By both rules: the second control digit alone sees to it.
    #[test]
    fn two_neighbours_that_changed_places_are_always_found((nine, _, _, remainder) in any_number()) {
        let text = with_control_digits(&nine, remainder);
        prop_assume!(text.is_some());
        let right = text.unwrap_or_default().into_bytes();
        for place in 0..10 {
            let mut wrong = right.clone();
            wrong.swap(place, place + 1);
            let parsed = IdentityNumber::parse(std::str::from_utf8(&wrong).expect("digits"));
            prop_assert_eq!(parsed.is_ok(), wrong == right, "places {} and {}", place + 1, place + 2);
        }
    }

    /// By today's rule only: see the test below for one that the rule from 2032 lets through.
    #[test]
    fn the_first_three_digits_swapped_with_those_six_places_on_are_found_by_todays_rule((nine, _, _, _) in any_number()) {
        let text = with_control_digits(&nine, 0);
        prop_assume!(text.is_some());
        let right = text.unwrap_or_default().into_bytes();
        for place in 0..3 {
            let mut wrong = right.clone();
            wrong.swap(place, place + 6);
            if wrong != right
                && let Ok(number) = IdentityNumber::parse(std::str::from_utf8(&wrong).expect("digits"))
            {
                prop_assert_eq!(number.rule(), ControlRule::From2032, "places {} and {}", place + 1, place + 7);
            }
        }
    }

    #[test]
    fn nothing_that_is_shown_holds_the_last_five_digits((nine, _, _, remainder) in any_number(), blank in any::<bool>()) {
        let text = with_control_digits(&nine, remainder);
        prop_assume!(text.is_some());
        let text = text.unwrap_or_default();
        let (shown, hidden) = text.split_at(6);
        let typed = if blank { format!("{shown} {hidden}") } else { text.clone() };
        let number = IdentityNumber::parse(&typed).expect("built to be right");
        let masked = format!("{shown}*****");
        prop_assert_eq!(number.masked(), masked.clone());
        prop_assert_eq!(number.to_string(), masked.clone());
        prop_assert_eq!(format!("{number:?}"), format!("IdentityNumber({masked})"));
        prop_assert_eq!(format!("{number:#?}"), format!("IdentityNumber({masked})"));
        prop_assert_eq!(mask_unchecked(&typed), masked);
        prop_assert_eq!(number.expose(), text);
    }

    #[test]
    fn any_text_is_answered_and_never_repeated(text in "\\PC{0,20}|[0-9 ]{0,16}|[0-9]{11}|[0-9]{0,11}[^0-9][0-9]{0,11}") {
        let masked = mask_unchecked(&text);
        prop_assert!(masked.ends_with("*****") && masked.chars().count() == 11, "{}", masked);
        if let Err(problem) = IdentityNumber::parse(&text) {
            for language in Language::ALL {
                let words = problem.text();
                let digits = words.get(language).chars().filter(char::is_ascii_digit).collect::<String>();
                prop_assert!(digits.len() <= 4, "only counts of digits stand in «{}»", words.get(language));
            }
            let shown = format!("{problem} {problem:?}");
            prop_assert!(text.trim().len() < 6 || !shown.contains(text.trim()), "{}", shown);
        }
    }
}

#[test]
fn no_rule_finds_that_the_fourth_and_the_tenth_digit_changed_places() {
    let right = IdentityNumber::parse("13846120100").expect("right");
    let swapped = IdentityNumber::parse("13806120140");
    assert_eq!(right.rule(), ControlRule::Both);
    assert_eq!(swapped.err(), Some(IdentityProblem::ImpossibleDate), "here the date tells it, not the control digits");
    let found = (0..1000).find_map(|individual| {
        let right = with_control_digits(&format!("138161{individual:03}"), 0)?;
        let mut swapped = right.clone().into_bytes();
        swapped.swap(3, 9);
        let swapped = String::from_utf8(swapped).expect("digits");
        let number = IdentityNumber::parse(&swapped).ok()?;
        (swapped != right && number.rule() == ControlRule::Both).then_some(swapped)
    });
    assert!(found.is_some());
}

#[test]
fn the_rule_from_2032_lets_digits_six_places_apart_change_places() {
    let found = (0..1000).find_map(|individual| {
        let right = with_control_digits(&format!("138461{individual:03}"), 1)?;
        let mut swapped = right.clone().into_bytes();
        swapped.swap(1, 7);
        let swapped = String::from_utf8(swapped).expect("digits");
        (swapped != right && IdentityNumber::parse(&swapped).is_ok()).then_some(swapped)
    });
    let number = IdentityNumber::parse(&found.expect("there is one")).expect("right");
    assert_eq!(number.rule(), ControlRule::From2032);
}

#[test]
fn every_problem_says_what_to_do_in_three_languages() {
    let mut page = String::new();
    for problem in every_problem() {
        page.push_str(&format!("{}\n", problem.code()));
        for language in Language::ALL {
            page.push_str(&format!("  {language}  {}\n", problem.text().get(language)));
        }
    }
    insta::assert_snapshot!("identity_problems", page);
}

fn identity(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_personvernsak"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A command that refuses its arguments ends without reading, and the pipe breaks: that is no failure here.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

#[test]
fn the_command_reports_every_line_and_fails_with_2_if_one_is_invalid() {
    let output = identity(&["identity", "-", "--json"], "138461 20100\n13846120101\n");
    assert_eq!(output.status.code(), Some(2));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one document");
    let first = &report["numbers"][0];
    assert_eq!(first["masked"], "138461*****");
    assert_eq!((&first["valid"], &first["kind"]), (&true.into(), &"fodselsnummer".into()));
    assert_eq!((&first["synthetic"], &first["rule"], &first["problem"]), (&true.into(), &"both".into(), &().into()));
    let second = &report["numbers"][1];
    assert_eq!((&second["valid"], &second["kind"], &second["rule"]), (&false.into(), &().into(), &().into()));
    assert!(second["problem"].as_str().is_some_and(|text| text.contains("ellevte sifferet")));
    let error: serde_json::Value = serde_json::from_slice(&output.stderr).expect("one line");
    assert_eq!(error["error"]["fields"][0]["path"], "numbers[1]");
    assert_eq!(error["error"]["fields"][0]["code"], "second-control-digit");

    let output = identity(&["identity", "-", "--json"], "13846120100");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn the_command_writes_no_number_and_takes_none_as_an_argument() {
    for arguments in [&["identity", "13846120100"][..], &["identity", "-", "13846120100"], &["identity", "-"]] {
        for json in [false, true] {
            let arguments = arguments.iter().copied().chain(json.then_some("--json")).collect::<Vec<_>>();
            let output = identity(&arguments, "13846120100\n13846120101\nx13846120100\n1384612010\n");
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            let shown = [output.stdout, output.stderr].concat();
            assert!(!String::from_utf8_lossy(&shown).contains("20100"), "{arguments:?}");
        }
    }
}

#[test]
fn a_megabyte_on_one_line_and_no_line_at_all_are_answered() {
    let output = identity(&["identity", "-", "--json"], &"1".repeat(1 << 20));
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.len() < 1000);
    let output = identity(&["identity", "-", "--json"], "");
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b"{\"numbers\":[]}\n"[..]));
}
