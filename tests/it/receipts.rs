//! A day of receipt that was registered wrongly: what stands against correcting it, and that the dates are then those of a request that was
//! registered rightly from the start.

use chrono::{Days, NaiveDate};
use personvernsak::casework::channel::SendChannel;
use personvernsak::casework::ids::CaseNumber;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::projection::{self, CaseRow};
use personvernsak::casework::request::{
    CheckResult, Confirmation, Event, LetterIssued, OtherReceipt, Refusal, Request, WrongEntry,
};
use personvernsak::law::deadline::{PauseGround, derive};
use personvernsak::law::rights::Outcome;
use personvernsak::wording::Language;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::case_letters::{CASE, id, opened};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn to(on: NaiveDate) -> OtherReceipt {
    OtherReceipt { on, routes: Vec::new(), duplicates: Vec::new() }
}

/// The request after its day of receipt was corrected, which must be allowed.
fn corrected(request: &Request, on: NaiveDate, today: NaiveDate) -> Request {
    let decision = request.correct_receipt(&to(on), (id(70), "Stemplet feil.".to_owned()), today);
    let mut after = request.clone();
    decision.expect("allowed").events.iter().for_each(|event| after.apply(event, today));
    after
}

fn asked(on: &str) -> Event {
    let (ground, asked_on) = (PauseGround::Clarification, day(on));
    Event::CaseSuspended { case: CASE, ground, asked_on, reply_by_on: day("2026-03-24"), letter: None }
}

fn letter(kind: LetterKind, on: &str) -> Event {
    Event::LetterIssued(LetterIssued {
        sequence: 2,
        cases: vec![CASE],
        kind,
        language: Language::Nb,
        dated_on: day(on),
        channel: SendChannel::Letter,
        pages: 1,
        file: id(80),
        digest: id(81),
        text: None,
        supersedes: None,
        to: None,
        copies: Vec::new(),
    })
}

fn decided() -> Event {
    let (outcome, reasons) = (Outcome::NoData, id(8));
    Event::CaseDecided { case: CASE, outcome, reasons, legal_basis: Vec::new(), grounds: Vec::new() }
}

fn telephone(on: &str) -> Event {
    Event::NoteAdded { case: CASE, text: id(9), telephone_on: Some(day(on)) }
}

fn withdrawn(on: &str) -> Event {
    Event::CaseWithdrawn { case: CASE, withdrawn_on: day(on) }
}

/// A request that came on Monday 2 March 2026 as it was registered, on 9 March, seen on 12 March: what has happened in it, another day of
/// receipt, and what stands against that day, «-» for nothing.
#[test]
fn what_stands_against_another_day_of_receipt() {
    let mistaken = Event::EntryCorrected { case: CASE, entry: WrongEntry::Suspension(1), reason: id(71) };
    let mut request = opened(day("2026-03-02"));
    request.registered_on = day("2026-03-09");
    for (what, events, on, wanted) in [
        ("the wrong stamp", vec![], "2026-02-27", "-"),
        ("a later day", vec![], "2026-03-05", "-"),
        ("the day on which it was registered", vec![], "2026-03-09", "-"),
        ("the day after", vec![], "2026-03-10", "date-order"),
        ("the day that stands there", vec![], "2026-03-02", "nothing-to-correct"),
        ("today it was there already", vec![], "2026-03-12", "date-order"),
        ("a day that has not come", vec![], "2026-03-13", "future-receipt"),
        ("a year that is hardly meant", vec![], "1926-03-02", "date-order"),
        ("the person was asked that day", vec![asked("2026-03-05")], "2026-03-05", "-"),
        ("the person was asked the day before", vec![asked("2026-03-04")], "2026-03-05", "date-order"),
        ("that question was a mistake", vec![asked("2026-03-04"), mistaken], "2026-03-05", "-"),
        ("somebody phoned the day before", vec![telephone("2026-03-04")], "2026-03-05", "date-order"),
        ("a letter was sent", vec![letter(LetterKind::Acknowledgement, "2026-03-04")], "2026-03-05", "date-order"),
        ("a letter that is not the answer", vec![letter(LetterKind::Acknowledgement, "2026-03-10")], "2026-02-27", "-"),
        ("decided, and not told", vec![decided()], "2026-02-27", "-"),
        ("answered", vec![decided(), letter(LetterKind::Answer, "2026-03-10")], "2026-02-27", "issued-as-letter"),
        (
            "answered, and the day that stands there",
            vec![decided(), letter(LetterKind::Answer, "2026-03-10")],
            "2026-03-02",
            "issued-as-letter nothing-to-correct",
        ),
        (
            "told who answers",
            vec![letter(LetterKind::ForwardingNotice, "2026-03-10")],
            "2026-02-27",
            "issued-as-letter",
        ),
        ("withdrawn, and no letter", vec![withdrawn("2026-03-10")], "2026-02-27", "-"),
        ("withdrawn before that day", vec![withdrawn("2026-03-06")], "2026-03-09", "date-order"),
        ("closed", vec![withdrawn("2026-03-10"), Event::CaseClosed { case: CASE }], "2026-02-27", "finished"),
    ] {
        let mut request = request.clone();
        events.iter().for_each(|event| request.apply(event, day("2026-03-10")));
        let against = request.against_receipt(&to(day(on)), day("2026-03-12"));
        let codes: Vec<_> = against.iter().map(|refusal| refusal.code.id()).collect();
        assert_eq!(if codes.is_empty() { "-".to_owned() } else { codes.join(" ") }, wanted, "{what}");
        let decided = request.correct_receipt(&to(day(on)), (id(70), "Feil.".to_owned()), day("2026-03-12"));
        assert_eq!(decided.err().unwrap_or_default(), against, "{what}");
    }
}

fn said(refusals: &[Refusal]) -> Vec<&str> {
    refusals.iter().map(|refusal| &*refusal.message.nb).collect()
}

#[test]
fn a_refusal_says_what_shows_that_it_had_come() {
    let mut request = opened(day("2026-03-02"));
    request.registered_on = day("2026-03-09");
    let later = to(day("2026-03-06"));
    let today = day("2026-03-12");
    request.apply(&telephone("2026-03-05"), today);
    assert_eq!(
        said(&request.against_receipt(&later, today)),
        [
            "Henvendelsen var kommet inn 5. mars 2026: personen og kontoret snakket på telefon den dagen. Velg den dagen eller en tidligere."
        ]
    );
    let confirmed = Confirmation { method: None, on: Some(day("2026-03-04")) };
    let checked = request.record_check(CASE, "identitet", CheckResult::Yes, None, confirmed, today).expect("recorded");
    checked.events.iter().for_each(|event| request.apply(event, today));
    assert!(said(&request.against_receipt(&later, today))[0].contains("4. mars 2026: identiteten ble bekreftet"));
    let came: CaseNumber = "2026/00004-a".parse().expect("a number");
    let duplicates = vec![(came, day("2026-03-03"))];
    let against = request.against_receipt(&OtherReceipt { on: day("2026-03-04"), duplicates, ..later }, today);
    assert_eq!(
        said(&against),
        [
            "Sak 2026/00004-a er lukket som dublett av denne og kom 3. mars 2026. Fristen regnes fra den som kom først. Velg den dagen eller en tidligere."
        ]
    );
    assert_eq!(against[0].source, "Personvernforordningen art. 12 nr. 3; forvaltningslovforskriften § 36");
}

#[test]
fn the_derivation_tells_the_day_that_was_registered_first() {
    let mut request = opened(day("2026-03-02"));
    request.registered_on = day("2026-03-09");
    let receipt = |request: &Request| {
        let input = request.cases[0].deadline_input(&request.registered, &[]);
        let steps = derive(&input.corrected(request.receipt_corrected_from())).steps;
        Language::ALL.map(|language| steps[0].text(language))
    };
    let today = day("2026-03-12");
    let first = corrected(&request, day("2026-02-27"), today);
    assert_eq!(
        receipt(&first),
        [
            "Henvendelsen kom inn fredag 27. februar 2026. Fristen regnes fra denne dagen. \
             Datoen er rettet fra 2. mars 2026, som ble registrert først.",
            "Førespurnaden kom inn fredag 27. februar 2026. Fristen blir rekna frå denne dagen. \
             Datoen er retta frå 2. mars 2026, som blei registrert først.",
            "The request arrived on Friday 27 February 2026. The deadline is counted from that day. \
             The date is corrected from 2 March 2026, which was registered first.",
        ]
    );
    let second = corrected(&first, day("2026-03-03"), today);
    assert!(receipt(&second)[0].contains("3. mars 2026.") && receipt(&second)[0].contains("rettet fra 2. mars 2026"));
    assert_eq!(receipt(&corrected(&second, day("2026-03-02"), today)), receipt(&request));
}

fn later(from: NaiveDate, days: u64) -> NaiveDate {
    from.checked_add_days(Days::new(days)).expect("a day of the calendar")
}

/// A request that came on a day, was registered on another, and in which questions were asked and answered so many days after that.
fn with_questions(received_on: NaiveDate, registered_on: NaiveDate, questions: &[(u64, u64)]) -> Request {
    let mut request = opened(received_on);
    request.registered_on = registered_on;
    for (after, length) in questions {
        let (ground, asked_on) = (PauseGround::Clarification, later(registered_on, *after));
        let reply_by_on = later(asked_on, 14);
        request.apply(&Event::CaseSuspended { case: CASE, ground, asked_on, reply_by_on, letter: None }, asked_on);
        let answered_on = later(asked_on, *length);
        request.apply(&Event::CaseResumed { case: CASE, ground, answered_on }, answered_on);
    }
    request
}

fn rows(request: &Request) -> Vec<CaseRow> {
    projection::rows(request, None)
}

proptest! {
    #[test]
    fn the_dates_are_those_of_a_request_that_was_registered_rightly(
        wrong in 0..60_u64, right in 0..60_u64, questions in vec((0..40_u64, 0..30_u64), 0..3), seen in 100..200_u64,
    ) {
        let start = day("2026-01-02");
        let registered_on = later(start, 60);
        let (wrong, right, today) = (later(start, wrong), later(start, right), later(start, seen));
        prop_assume!(wrong != right);
        let as_wrong = with_questions(wrong, registered_on, &questions);
        let as_right = with_questions(right, registered_on, &questions);
        let mended = corrected(&as_wrong, right, today);
        prop_assert_eq!(rows(&mended), rows(&as_right));
        prop_assert_eq!(mended.deadline(&mended.cases[0], today), as_right.deadline(&as_right.cases[0], today));

        let back = corrected(&mended, wrong, today);
        prop_assert_eq!(rows(&back), rows(&as_wrong));
        prop_assert_eq!(back.receipt_corrected_from(), None);
        prop_assert_eq!(back.version, as_wrong.version + 2, "the log keeps both");
    }
}
