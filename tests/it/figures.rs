//! Which figures of the deadlines a case is in, day by day, against the table in `tests/cases/figures.txt`.

use chrono::NaiveDate;
use personvernsak::casework::access::Role;
use personvernsak::casework::channel::SendChannel;
use personvernsak::casework::ids::{CaseLetter, ContentId};
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::projection::{self, Figure};
use personvernsak::casework::request::{Event, LetterIssued, ReopenGround, Request};
use personvernsak::law::deadline::ExtensionReason;
use personvernsak::law::rights::Outcome;
use personvernsak::wording::Language;
use uuid::Uuid;

use crate::case_letters;

const TABLE: &str = include_str!("../cases/figures.txt");

fn day(month_and_day: &str) -> NaiveDate {
    format!("2026-{month_and_day}").parse().expect("a date")
}

fn id(number: u128) -> ContentId {
    ContentId(Uuid::from_u128(number))
}

const CASE: CaseLetter = CaseLetter::at(0);

fn letter(request: &Request, kind: LetterKind, dated_on: NaiveDate) -> Event {
    Event::LetterIssued(LetterIssued {
        sequence: request.next_document(),
        cases: vec![CASE],
        kind,
        language: Language::Nb,
        dated_on,
        channel: SendChannel::Letter,
        pages: 1,
        file: id(90),
        digest: id(91),
        text: None,
        supersedes: None,
        to: None,
        copies: Vec::new(),
    })
}

/// What happened, in the words of the table.
fn events(request: &Request, words: &[&str], on: NaiveDate) -> Vec<Event> {
    let proposed = |expected: &str| Event::ExtensionProposed {
        case: CASE,
        reason: ExtensionReason::Complexity,
        text: id(8),
        expected_on: day(expected),
    };
    match words {
        ["spurt", ground, reply_by] => vec![Event::CaseSuspended {
            case: CASE,
            ground: ground.parse().expect("a ground"),
            asked_on: on,
            reply_by_on: day(reply_by),
            letter: None,
        }],
        ["svart", ground] => {
            vec![Event::CaseResumed { case: CASE, ground: ground.parse().expect("a ground"), answered_on: on }]
        }
        ["foreslått", expected] => vec![proposed(expected)],
        ["forlenget", expected] => {
            let number = request.next_document();
            let notice = letter(request, LetterKind::ExtensionNotice, on);
            vec![proposed(expected), notice, Event::CaseExtended { case: CASE, notice_on: on, letter: number }]
        }
        ["avgjort"] => vec![Event::CaseDecided {
            case: CASE,
            outcome: Outcome::Dismissed,
            reasons: id(7),
            legal_basis: Vec::new(),
            grounds: Vec::new(),
        }],
        ["besvart"] => vec![letter(request, LetterKind::Section25Decision, on)],
        ["videre"] => vec![Event::CaseForwarded { case: CASE, to: "fhi".parse().expect("an id") }],
        ["meldt", "videre"] => vec![letter(request, LetterKind::ForwardingNotice, on)],
        ["trukket"] => vec![Event::CaseWithdrawn { case: CASE, withdrawn_on: on }],
        ["gjenåpnet"] => {
            vec![Event::CaseReopened { case: CASE, ground: ReopenGround::OurError, reason: id(6), by: Role::Lead }]
        }
        ["avsluttet"] => vec![Event::CaseClosed { case: CASE }],
        _ => panic!("«{words:?}» is nothing that happens"),
    }
}

/// A request of 2 February 2026 with one claim for erasure, and what happened to it.
pub fn request(happened: &str) -> Request {
    let mut request = case_letters::opened(day("02-02"));
    for step in happened.split(',').map(str::trim).filter(|step| *step != "-") {
        let words: Vec<&str> = step.split_whitespace().collect();
        let (on, words) = words.split_first().expect("a day");
        for event in events(&request, words, day(on)) {
            request.apply(&event, day(on));
        }
    }
    request
}

#[test]
fn a_case_is_in_these_figures_on_these_days() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    let mut seen = [0; Figure::ALL.len()];
    for line in TABLE.lines().filter(|line| !line.starts_with('#') && line.contains('|')) {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let [happened, today, wanted] = columns[..] else { panic!("three columns: {line}") };
        let row = projection::rows(&request(happened), None).remove(0);
        let found: Vec<&str> =
            Figure::ALL.into_iter().filter(|figure| row.is_in(*figure, day(today))).map(Figure::id).collect();
        seen.iter_mut().zip(Figure::ALL).for_each(|(seen, figure)| *seen += i32::from(found.contains(&figure.id())));
        let found = if found.is_empty() { "-".to_owned() } else { found.join(" ") };
        if found != wanted {
            wrong.push(format!("{line}\n    the program says {found}"));
        }
        rows += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(rows, 43, "every row was read");
    assert!(seen.iter().all(|seen| *seen > 2), "a figure is hardly in the table: {seen:?}");
}

/// When the person got word, which a report tells beside the last day.
#[test]
fn a_row_says_when_the_person_got_word() {
    for (happened, answered_on) in [
        ("-", None),
        ("02-20 avgjort", None),
        ("02-20 avgjort, 02-24 besvart", Some("02-24")),
        ("02-20 avgjort, 02-24 besvart, 02-25 avsluttet", Some("02-24")),
        ("02-20 avgjort, 02-24 besvart, 03-01 besvart", Some("02-24")),
        ("02-10 videre", None),
        ("02-10 videre, 02-11 meldt videre", Some("02-11")),
        ("02-10 trukket", Some("02-10")),
        ("02-10 avsluttet", None),
    ] {
        let row = projection::rows(&request(happened), None).remove(0);
        assert_eq!(row.answered_on, answered_on.map(day), "{happened}");
    }
}
