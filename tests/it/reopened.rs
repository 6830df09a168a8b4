//! Opening a case again: where it may stand, on which ground, and that no date in law moves. The table is written to be read
//! by somebody who knows the law and not the code.

use std::fmt::Write as _;

use chrono::NaiveDate;
use personvernsak::casework::access::Role;
use personvernsak::casework::channel::{Recipient, SendChannel};
use personvernsak::casework::ids::ContentId;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::projection::{self, CaseRow, Figure};
use personvernsak::casework::request::{
    Delivery, DeliveryStep, Event, LetterIssued, Phase, ReopenGround, Request, ReturnReason,
};
use personvernsak::law::deadline::own_date;
use personvernsak::law::rights::Outcome;
use personvernsak::wording::Language;

use crate::case_letters::{CASE, id, issue, opened};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Received on 2 February; the legal date is 2 March.
fn received() -> Request {
    opened(day("2026-02-02"))
}

fn after(mut request: Request, events: &[Event], on: &str) -> Request {
    events.iter().for_each(|event| request.apply(event, day(on)));
    request
}

fn letter(kind: LetterKind, sequence: u32, on: &str, supersedes: Option<u32>) -> Event {
    Event::LetterIssued(LetterIssued {
        sequence,
        cases: vec![CASE],
        kind,
        language: Language::Nb,
        dated_on: day(on),
        channel: SendChannel::Letter,
        pages: 1,
        file: id(80),
        digest: id(81),
        text: None,
        supersedes,
        to: None,
        copies: Vec::new(),
    })
}

fn decided(outcome: Outcome) -> Event {
    Event::CaseDecided { case: CASE, outcome, reasons: id(8), legal_basis: Vec::new(), grounds: Vec::new() }
}

fn refused() -> Request {
    let sent = letter(LetterKind::Section25Decision, 2, "2026-02-20", None);
    after(received(), &[decided(Outcome::Refused), sent], "2026-02-20")
}

/// Where a case can stand, in words.
fn places() -> Vec<(&'static str, Request)> {
    let returned = Event::LetterDelivery(Delivery {
        letter: 2,
        to: Recipient::Person,
        on: day("2026-02-27"),
        what: DeliveryStep::Returned(ReturnReason::UnknownAddress),
    });
    let withdrawn = Event::CaseWithdrawn { case: CASE, withdrawn_on: day("2026-02-20") };
    let forwarded = Event::CaseForwarded { case: CASE, to: "helfo".parse().expect("an id") };
    let told = letter(LetterKind::ForwardingNotice, 2, "2026-02-20", None);
    vec![
        ("under arbeid", received()),
        ("avgjort, ikke sendt", after(received(), &[decided(Outcome::Refused)], "2026-02-20")),
        ("vedtak sendt", refused()),
        ("vedtak sendt, brevet i retur", after(refused(), &[returned], "2026-02-27")),
        ("vedtak sendt, saken avsluttet", after(refused(), &[Event::CaseClosed { case: CASE }], "2026-02-23")),
        ("kravet er trukket", after(received(), &[withdrawn], "2026-02-20")),
        ("sendt videre, personen vet det ikke", after(received(), std::slice::from_ref(&forwarded), "2026-02-20")),
        ("sendt videre, personen vet det", after(received(), &[forwarded, told], "2026-02-20")),
    ]
}

fn reason() -> (ContentId, String) {
    (id(70), "Journalen viste noe annet.".to_owned())
}

fn reopened(request: &Request, ground: ReopenGround, on: &str) -> Result<Request, String> {
    let decision = request.reopen(CASE, ground, reason(), Role::Lead);
    decision
        .map(|decision| after(request.clone(), &decision.events, on))
        .map_err(|refusals| refusals.iter().map(|refusal| refusal.code.id()).collect::<Vec<_>>().join(" "))
}

fn row(request: &Request) -> CaseRow {
    projection::rows(request, None).remove(0)
}

#[test]
fn where_a_case_stands_and_the_ground_say_whether_it_is_opened_again_and_no_date_in_law_moves() {
    let mut table = String::new();
    for (place, request) in places() {
        writeln!(table, "{place}").expect("written");
        for ground in ReopenGround::ALL {
            let came_to = match reopened(&request, ground, "2026-03-09") {
                Err(code) => format!("nei: {code}"),
                Ok(again) => {
                    assert_eq!(row(&again).due_on, row(&request).due_on, "{place}: the date in law stays");
                    assert_eq!(again.letters, request.letters, "{place}: what was sent stays");
                    let today = day("2026-03-10");
                    let late = row(&again).is_in(Figure::Late, today);
                    let own = again.reopened_on(&again.cases[0]).map(own_date);
                    format!(
                        "ja. Frist i loven: {}, {}. Intern frist: {}.",
                        row(&again).due_on.expect("a date"),
                        if late { "forfalt" } else { "holdt med svaret som ble sendt" },
                        own.map_or_else(|| "som før".to_owned(), |day| day.to_string()),
                    )
                }
            };
            writeln!(table, "  {}: {came_to}", ground.label().nb).expect("written");
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn what_was_decided_is_settled_anew_and_what_was_added_by_hand_stays_settled() {
    let again = reopened(&refused(), ReopenGround::OurError, "2026-03-09").expect("opened again");
    let case = &again.cases[0];
    assert_eq!((case.phase, &case.decision), (Phase::Open, &None));
    assert_eq!(case.reopenings[0].answer, Some(2), "the answer that was sent");
    assert_eq!(row(&again).answered_on, None);
    assert_eq!(row(&again).outcome, None, "an open case has come to nothing yet");
    assert!(!row(&again).is_in(Figure::DueWithin30, day("2026-02-25")), "its month was over with the first answer");
    assert!(row(&again).is_in(Figure::Unanswered, day("2026-03-10")), "yet the person waits for word");
    let text = (id(71), "For mange steder.".to_owned());
    let longer = again.extend(
        CASE,
        personvernsak::law::deadline::ExtensionReason::Number,
        text,
        day("2026-04-20"),
        day("2026-02-24"),
    );
    assert_eq!(longer.expect_err("no month is left to extend")[0].code.id(), "extension-late");
}

#[test]
fn a_new_answer_ends_it_again_as_a_letter_of_its_own_or_in_place_of_the_first() {
    let again = reopened(&refused(), ReopenGround::ComplaintUpheld, "2026-03-09").expect("opened again");
    let replaces = |request: &Request| {
        let issuing = personvernsak::casework::request::Issuing {
            kind: LetterKind::Section25Decision,
            cases: &[CASE],
            dated_on: day("2026-03-12"),
            agreed: false,
            corrects: Some(2),
        };
        request.may_issue(issuing, day("2026-03-12"))
    };
    assert_eq!(replaces(&again).expect_err("nothing is decided")[0].code.id(), "not-decided");
    assert_eq!(
        issue(&again, LetterKind::Section25Decision, day("2026-03-12")).expect_err("nothing is decided")[0].code.id(),
        "not-decided"
    );
    let decided = after(again, &[decided(Outcome::Erased)], "2026-03-12");
    assert!(replaces(&decided).is_ok());
    for supersedes in [None, Some(2)] {
        let sent = letter(LetterKind::Section25Decision, 3, "2026-03-12", supersedes);
        let answered = after(decided.clone(), &[sent], "2026-03-12");
        assert_eq!(answered.cases[0].phase, Phase::Answered, "{supersedes:?}");
        assert_eq!(answered.reopened_on(&answered.cases[0]), None);
        assert_eq!(row(&answered).answered_on, Some(day("2026-02-20")), "the person first got word then");
        assert_eq!(answered.answer(CASE).map(|letter| letter.sequence), Some(3), "the new answer holds");
        assert_eq!(answered.letters.len(), 2, "and the first one stays");
        assert_eq!(answered.cases[0].open_measures().count(), 2, "what was decided now has to be carried out");
    }
}

#[test]
fn a_correction_of_another_letter_ends_nothing() {
    let request = after(refused(), &[letter(LetterKind::Section25Decision, 3, "2026-02-24", Some(2))], "2026-02-24");
    assert_eq!(request.cases[0].phase, Phase::Answered);
    let closed = after(request, &[Event::CaseClosed { case: CASE }], "2026-02-25");
    let again = after(closed, &[letter(LetterKind::Section25Decision, 4, "2026-02-26", Some(3))], "2026-02-26");
    assert_eq!(again.cases[0].phase, Phase::Closed, "what is closed stays closed");
}
