//! Complaints: whether an appeal came in time, where a complaint stands, and what it leaves as it was. The table is written to
//! be read by somebody who knows the law and not the code.

use std::fmt::Write as _;

use chrono::NaiveDate;
use personvernsak::casework::access::Role;
use personvernsak::casework::channel::{Recipient, SendChannel};
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::projection;
use personvernsak::casework::request::{
    Arrival, ComplaintKind, ComplaintOutcome, ComplaintState, ComplaintTiming, ComplaintView, Decision, Delivery,
    DeliveryStep, Event, LateGround, LetterIssued, NewComplaint, Refusal, ReopenGround, Request, ReturnReason,
};
use personvernsak::law::rights::Outcome;
use personvernsak::wording::Language;

use crate::case_letters::{CASE, id, issue, opened};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn after(mut request: Request, events: &[Event], on: &str) -> Request {
    events.iter().for_each(|event| request.apply(event, day(on)));
    request
}

/// A refusal after helseregisterloven § 25 that was sent on Friday 20 February 2026; three weeks end on 13 March.
fn refused_by(channel: SendChannel) -> Request {
    let decided = Event::CaseDecided {
        case: CASE,
        outcome: Outcome::Refused,
        reasons: id(8),
        legal_basis: Vec::new(),
        grounds: Vec::new(),
    };
    let sent = Event::LetterIssued(LetterIssued {
        sequence: 2,
        cases: vec![CASE],
        kind: LetterKind::Section25Decision,
        language: Language::Nb,
        dated_on: day("2026-02-20"),
        channel,
        pages: 1,
        file: id(80),
        digest: id(81),
        text: None,
        supersedes: None,
        to: None,
        copies: Vec::new(),
    });
    after(opened(day("2026-02-02")), &[decided, sent], "2026-02-20")
}

fn on_its_way(on: &str, what: DeliveryStep) -> Event {
    Event::LetterDelivery(Delivery { letter: 2, to: Recipient::Person, on: day(on), what })
}

fn brought(kind: ComplaintKind, received: &str, posted: Option<&str>) -> NewComplaint {
    NewComplaint {
        kind,
        received_on: day(received),
        posted_on: posted.map(day),
        reply_by_on: None,
        about: (id(60), "Opplysningene er feil.".to_owned()),
    }
}

fn done(request: &Request, decision: Result<Decision, Vec<Refusal>>, on: &str) -> Request {
    after(request.clone(), &decision.expect("allowed").events, on)
}

fn code<T: std::fmt::Debug>(result: Result<T, Vec<Refusal>>) -> &'static str {
    result.expect_err("refused")[0].code.id()
}

fn appealed(request: &Request, received: &str, posted: Option<&str>) -> Request {
    let new = brought(ComplaintKind::Appeal, received, posted);
    done(request, request.register_complaint(CASE, new, day("2027-06-01")), received)
}

#[test]
fn an_appeal_is_in_time_late_or_nobody_knows() {
    let letter = refused_by(SendChannel::Letter);
    let arrived = on_its_way("2026-02-26", DeliveryStep::Arrived(Arrival::Collected));
    let back = on_its_way("2026-02-26", DeliveryStep::Returned(ReturnReason::UnknownAddress));
    let decisions = [
        ("brev sendt 20.02., ingen vet når det kom frem", letter.clone()),
        ("brev sendt 20.02., hentet 26.02.", after(letter.clone(), &[arrived], "2026-02-26")),
        ("digital postkasse 20.02.", refused_by(SendChannel::DigitalMailbox)),
        ("brev sendt 20.02., i retur", after(letter, &[back], "2026-02-26")),
    ];
    let mut table = String::new();
    for (decision, request) in decisions {
        writeln!(table, "{decision}").expect("written");
        for (received, posted) in [
            ("2026-03-13", None),
            ("2026-03-16", None),
            ("2026-03-16", Some("2026-03-13")),
            ("2026-03-19", None),
            ("2026-03-20", None),
            ("2027-02-20", None),
            ("2027-02-22", None),
        ] {
            let request = appealed(&request, received, posted);
            let complaint = &request.cases[0].complaints[0];
            let timing = match request.complaint_timing(complaint).expect("an appeal has a time") {
                ComplaintTiming::InTime => "i tide".to_owned(),
                ComplaintTiming::Late(last_on) => format!("for sent, fristen var {last_on}"),
                ComplaintTiming::Unknown => "ukjent".to_owned(),
            };
            let year = if request.is_after_a_year(complaint) { ", mer enn ett år etter" } else { "" };
            let posted = posted.map_or_else(String::new, |posted| format!(" (postlagt {posted})"));
            writeln!(table, "  klagen kom {received}{posted}: {timing}{year}").expect("written");
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_late_appeal_is_treated_on_a_ground_and_never_after_a_year() {
    let arrived = on_its_way("2026-02-23", DeliveryStep::Arrived(Arrival::Collected));
    let request = after(refused_by(SendChannel::Letter), &[arrived], "2026-02-23");
    let consider = |request: &Request, view, late| {
        request.consider_complaint(CASE, 1, (view, late), (id(61), "Fordi.".to_owned()), day("2027-06-01"))
    };
    let late = appealed(&request, "2026-04-10", None);
    assert_eq!(code(consider(&late, ComplaintView::Uphold, None)), "complaint-late");
    assert_eq!(code(consider(&late, ComplaintView::Change, None)), "complaint-late");
    for ground in LateGround::ALL {
        assert!(consider(&late, ComplaintView::Uphold, Some(ground)).is_ok());
    }
    assert!(consider(&late, ComplaintView::Dismiss, None).is_ok());
    let in_time = appealed(&request, "2026-03-10", None);
    assert_eq!(code(consider(&in_time, ComplaintView::Uphold, Some(LateGround::NotToBlame))), "ground-does-not-fit");
    let old = appealed(&request, "2027-03-01", None);
    assert_eq!(code(consider(&old, ComplaintView::Uphold, Some(LateGround::NotToBlame))), "complaint-late");
    assert!(consider(&old, ComplaintView::Dismiss, None).is_ok());
}

#[test]
fn an_appeal_goes_from_here_to_the_appeals_body_and_back_and_moves_no_date_of_the_case() {
    let before = refused_by(SendChannel::Letter);
    let request = appealed(&before, "2026-03-10", None);
    let state = |request: &Request| request.cases[0].complaints[0].state();
    let due = |request: &Request| request.cases[0].complaints[0].due_on();
    let today = day("2026-03-12");
    assert_eq!((state(&request), due(&request)), (ComplaintState::Received, Some(day("2026-03-24"))));
    assert_eq!(code(issue(&request, LetterKind::ComplaintForwarding, today)), "not-decided");
    let words = || (id(62), "Ingenting nytt.".to_owned());
    let view = (ComplaintView::Uphold, None);
    let upheld = done(&request, request.consider_complaint(CASE, 1, view, words(), today), "2026-03-12");
    assert_eq!(state(&upheld), ComplaintState::ToSend);
    let outcome = (ComplaintOutcome::SetAside, day("2026-06-10"));
    assert_eq!(code(upheld.decide_complaint(CASE, 1, outcome, words(), day("2026-06-10"))), "not-forwarded");
    let letter = issue(&upheld, LetterKind::ComplaintForwarding, today).expect("it may be sent");
    let sent = after(upheld, &letter, "2026-03-12");
    assert_eq!((state(&sent), due(&sent)), (ComplaintState::Elsewhere, None));
    assert_eq!(sent.cases[0].complaints[0].sent, Some((3, today)));
    assert_eq!(code(issue(&sent, LetterKind::ComplaintForwarding, today)), "nothing-open", "it is sent once");
    let ordered = (ComplaintOutcome::Ordered, day("2026-06-10"));
    assert_eq!(code(sent.decide_complaint(CASE, 1, ordered, words(), day("2026-06-10"))), "outcome-does-not-fit");
    let decided = done(&sent, sent.decide_complaint(CASE, 1, outcome, words(), day("2026-06-10")), "2026-06-10");
    assert_eq!((state(&decided), due(&decided)), (ComplaintState::ToReopen, Some(day("2026-06-24"))));
    let rows = |request: &Request| projection::rows(request, None).remove(0);
    assert_eq!(rows(&decided).due_on, rows(&before).due_on, "the dates of the case are its own");
    assert_eq!(rows(&decided).answered_on, rows(&before).answered_on);
    let again = decided.reopen(CASE, ReopenGround::DecidedAgainst, words(), Role::Caseworker);
    let again = done(&decided, again, "2026-06-11");
    assert_eq!(state(&again), ComplaintState::Done);
    assert_eq!(again.cases[0].complaints[0].reopened_on, Some(day("2026-06-11")));
}

#[test]
fn a_complaint_to_datatilsynet_has_the_day_that_it_gives() {
    let request = opened(day("2026-02-02"));
    let mut new = brought(ComplaintKind::Authority, "2026-03-10", None);
    assert!(
        request.register_complaint(CASE, new.clone(), day("2026-03-10")).is_ok(),
        "also where nothing was answered"
    );
    let own = done(&request, request.register_complaint(CASE, new.clone(), day("2026-03-10")), "2026-03-10");
    assert_eq!(own.cases[0].complaints[0].due_on(), Some(day("2026-03-24")), "else the office's own");
    new.reply_by_on = Some(day("2026-04-05"));
    let asked = done(&request, request.register_complaint(CASE, new.clone(), day("2026-03-10")), "2026-03-10");
    assert_eq!(asked.cases[0].complaints[0].due_on(), Some(day("2026-04-05")), "a Sunday: theirs, as they wrote it");
    let words = || (id(62), "Vi har sendt dem saken.".to_owned());
    let today = day("2026-04-01");
    let view = (ComplaintView::Uphold, None);
    assert_eq!(code(asked.consider_complaint(CASE, 1, view, words(), today)), "track-does-not-fit");
    assert_eq!(code(asked.reply_to_complaint(CASE, 1, day("2026-03-01"), words(), today)), "date-order");
    let replied = done(&asked, asked.reply_to_complaint(CASE, 1, today, words(), today), "2026-04-01");
    assert_eq!(replied.cases[0].complaints[0].state(), ComplaintState::Elsewhere);
    let outcome = (ComplaintOutcome::NoAction, today);
    let ended = done(&replied, replied.decide_complaint(CASE, 1, outcome, words(), today), "2026-04-01");
    assert_eq!(ended.cases[0].open_complaint(), None);
    assert_eq!(code(ended.decide_complaint(CASE, 1, outcome, words(), today)), "already-recorded");
    assert_eq!(code(ended.decide_complaint(CASE, 2, outcome, words(), today)), "no-such-complaint");
}

#[test]
fn what_cannot_be_is_refused() {
    let sent = refused_by(SendChannel::Letter);
    let today = day("2026-03-20");
    let register = |request: &Request, new| code(request.register_complaint(CASE, new, today));
    let appeal = |received, posted| brought(ComplaintKind::Appeal, received, posted);
    assert_eq!(register(&opened(day("2026-02-02")), appeal("2026-03-10", None)), "track-does-not-fit");
    for (received, posted, why) in [
        ("2026-02-19", None, "before the decision was sent"),
        ("2026-03-21", None, "after today"),
        ("2026-03-10", Some("2026-03-11"), "posted after it came"),
        ("2026-03-10", Some("2026-02-19"), "posted before the decision was sent"),
    ] {
        assert_eq!(register(&sent, appeal(received, posted)), "date-order", "{why}");
    }
    let mut asked = appeal("2026-03-10", None);
    asked.reply_by_on = Some(today);
    assert_eq!(register(&sent, asked), "date-order", "nobody but Datatilsynet asks for an answer by a day");
    let once = appealed(&sent, "2026-03-10", None);
    assert_eq!(register(&once, appeal("2026-03-10", None)), "already-recorded");
}
