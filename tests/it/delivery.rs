//! What becomes of letters on their way: which steps follow which, what an appeal is counted from, and that no deadline moves.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use personvernsak::casework::channel::{LetterCopy, Reach, Recipient, SendChannel};
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::projection::rows;
use personvernsak::casework::request::{
    AppealStart, Arrival, DeliveryReport, DeliveryStep, Event, IdentityShown, LetterIssued, Request, ReturnReason,
    Standing,
};
use personvernsak::law::rights::Outcome;
use personvernsak::wording::Language;
use proptest::prelude::*;

use crate::case_letters::{CASE, id, opened};

const SENT: &str = "2026-03-02";
const TODAY: &str = "2026-03-31";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A request whose decision went out on 2 March by a channel, with a copy by post.
fn decided(channel: SendChannel) -> Request {
    let mut request = opened(day("2026-02-02"));
    let decided = Event::CaseDecided {
        case: CASE,
        outcome: Outcome::NoData,
        reasons: id(80),
        legal_basis: Vec::new(),
        grounds: Vec::new(),
    };
    request.apply(&decided, day(SENT));
    let letter = LetterIssued {
        sequence: 2,
        cases: vec![CASE],
        kind: LetterKind::Section25Decision,
        language: Language::Nb,
        dated_on: day(SENT),
        channel,
        pages: 1,
        file: id(90),
        digest: id(91),
        text: None,
        supersedes: None,
        to: Some(Recipient::Person),
        copies: vec![LetterCopy { to: Recipient::Representative, channel: SendChannel::Letter }],
    };
    request.apply(&Event::LetterIssued(letter), day(SENT));
    request
}

const EVERYWHERE: Reach = Reach { post: true, mailbox: true, email: true };

/// A step in the words of the table: `retur ukjent-adresse 2026-03-05`.
fn step(words: &str) -> DeliveryReport {
    let words: Vec<&str> = words.split_whitespace().collect();
    let what = match words.as_slice() {
        ["retur", reason, _] => DeliveryStep::Returned(ReturnReason::from_id(reason).expect("a reason")),
        ["ulest", _] => DeliveryStep::Unopened,
        ["varsel", _] => DeliveryStep::NoticedAgain,
        ["igjen", channel, _] => DeliveryStep::SentAgain(SendChannel::from_id(channel).expect("a channel")),
        ["fremme", "hentet", _] => DeliveryStep::Arrived(Arrival::Collected),
        ["fremme", "apnet", _] => DeliveryStep::Arrived(Arrival::Opened),
        ["fremme", "utlevert", _] => DeliveryStep::Arrived(Arrival::HandedOver(IdentityShown::Document)),
        ["fremme", "kvittering", _] => DeliveryStep::Arrived(Arrival::Receipt),
        _ => panic!("{words:?}"),
    };
    let on = day(words.last().expect("a date"));
    DeliveryReport { letter: 2, to: None, on, what }
}

/// What a row of steps comes to: the standing, or the first step that is refused and why.
fn told(channel: SendChannel, steps: &[&str]) -> String {
    let mut request = decided(channel);
    for words in steps {
        match request.record_delivery(step(words), |_| EVERYWHERE, day(TODAY)) {
            Ok(decision) => decision.events.iter().for_each(|event| request.apply(event, day(TODAY))),
            Err(refusals) => {
                let [refusal] = refusals.as_slice() else { panic!("{refusals:#?}") };
                return format!("✗ «{words}» {}: {}", refusal.code.id(), refusal.message.nb);
            }
        }
    }
    let letter = request.letter(2).expect("the letter");
    let states = request.deliveries_of(letter);
    assert_eq!(states.len(), 2);
    assert_eq!(states[1].standing, Standing::Sent, "what happens to the letter does not happen to the copy");
    let appeal = match request.appeal_start(CASE) {
        Some(AppealStart::Sent(on)) => format!("klage regnes fra sending {on}"),
        Some(AppealStart::MadeAvailable(on)) => format!("klage regnes fra varsel {on}"),
        Some(AppealStart::Arrived(on)) => format!("klage regnes fra {on}"),
        Some(AppealStart::NotArrived) => "klagefristen er ukjent".to_owned(),
        None => panic!("a decision"),
    };
    let notice = states[0].second_notice_from_on().map_or(String::new(), |on| format!(", andre varsel fra {on}"));
    format!("{}{notice}; {appeal}", states[0].standing.label().nb)
}

#[test]
fn which_steps_follow_which() {
    use SendChannel::{DigitalMailbox, Email, HandedOver, Letter, RegisteredPost};
    let rows: &[(SendChannel, &[&str])] = &[
        (Letter, &[]),
        (Letter, &["retur ukjent-adresse 2026-03-01"]),
        (Letter, &["retur ukjent-adresse 2026-04-01"]),
        (Letter, &["retur ukjent-adresse 2026-03-06"]),
        (Letter, &["retur ukjent-adresse 2026-03-06", "retur avvist 2026-03-07"]),
        (Letter, &["retur ukjent-adresse 2026-03-06", "fremme kvittering 2026-03-09"]),
        (Letter, &["retur ukjent-adresse 2026-03-06", "igjen brev 2026-03-05"]),
        (Letter, &["retur ukjent-adresse 2026-03-06", "igjen brev 2026-03-09"]),
        (Letter, &["retur ukjent-adresse 2026-03-06", "igjen rekommandert 2026-03-09", "fremme hentet 2026-03-12"]),
        (Letter, &["retur ukjent-adresse 2026-03-06", "igjen rekommandert 2026-03-09", "retur ikke-hentet 2026-03-25"]),
        (Letter, &["retur ukjent-adresse 2026-03-06", "igjen epost 2026-03-09"]),
        (Letter, &["igjen rekommandert 2026-03-16", "fremme hentet 2026-03-19"]),
        (Letter, &["igjen rekommandert 2026-03-16"]),
        (Letter, &["fremme kvittering 2026-03-04"]),
        (Letter, &["fremme kvittering 2026-03-04", "fremme kvittering 2026-03-04"]),
        (Letter, &["fremme kvittering 2026-03-04", "fremme kvittering 2026-03-05"]),
        (Letter, &["fremme kvittering 2026-03-04", "igjen brev 2026-03-09"]),
        (Letter, &["fremme kvittering 2026-03-04", "retur avvist 2026-03-09"]),
        (Letter, &["fremme apnet 2026-03-04"]),
        (Letter, &["ulest 2026-03-10"]),
        (Letter, &["varsel 2026-03-10"]),
        (RegisteredPost, &["retur ikke-hentet 2026-03-18"]),
        (RegisteredPost, &["fremme hentet 2026-03-05"]),
        (RegisteredPost, &["fremme apnet 2026-03-05"]),
        (HandedOver, &["fremme kvittering 2026-03-05"]),
        (HandedOver, &["fremme utlevert 2026-03-05"]),
        (HandedOver, &["retur ikke-hentet 2026-03-20"]),
        (HandedOver, &["retur ukjent-adresse 2026-03-20"]),
        (Email, &["retur ukjent-adresse 2026-03-02", "igjen epost 2026-03-03"]),
        (Email, &["retur ikke-hentet 2026-03-03"]),
        (DigitalMailbox, &[]),
        (DigitalMailbox, &["ulest 2026-03-08"]),
        (DigitalMailbox, &["ulest 2026-03-09"]),
        (DigitalMailbox, &["ulest 2026-03-09", "ulest 2026-03-10"]),
        (DigitalMailbox, &["varsel 2026-03-08"]),
        (DigitalMailbox, &["varsel 2026-03-09"]),
        (DigitalMailbox, &["ulest 2026-03-09", "varsel 2026-03-10", "varsel 2026-03-11"]),
        (DigitalMailbox, &["varsel 2026-03-10", "ulest 2026-03-17"]),
        (DigitalMailbox, &["varsel 2026-03-10", "igjen brev 2026-03-17", "retur ukjent-adresse 2026-03-20"]),
        (DigitalMailbox, &["varsel 2026-03-10", "fremme apnet 2026-03-12"]),
        (DigitalMailbox, &["fremme apnet 2026-03-12", "varsel 2026-03-13"]),
        (DigitalMailbox, &["ulest 2026-03-10", "fremme apnet 2026-03-09"]),
        (DigitalMailbox, &["retur annet 2026-03-03", "varsel 2026-03-10"]),
        (DigitalMailbox, &["retur annet 2026-03-03", "igjen brev 2026-03-04"]),
        (DigitalMailbox, &["retur ukjent-adresse 2026-03-03"]),
        (DigitalMailbox, &["fremme hentet 2026-03-03"]),
    ];
    let mut table = String::new();
    for (channel, steps) in rows {
        writeln!(table, "{}: {}\n    {}", channel.id(), steps.join(" → "), told(*channel, steps)).expect("written");
    }
    insta::assert_snapshot!("which_steps_follow_which", table);
}

#[test]
fn only_who_got_the_letter_has_anything_to_record() {
    let request = decided(SendChannel::Letter);
    let report = |letter, to| DeliveryReport { letter, to, ..step("retur avvist 2026-03-05") };
    let code = |report| {
        let refused = request.record_delivery(report, |_| EVERYWHERE, day(TODAY));
        refused.err().and_then(|refusals| refusals.first().map(|refusal| refusal.code.id()))
    };
    assert_eq!(code(report(2, Some(Recipient::Body))), Some("not-recipient"));
    assert_eq!(code(report(3, None)), Some("not-recipient"));
    assert_eq!(code(report(2, Some(Recipient::Representative))), None);
}

#[test]
fn it_is_sent_again_only_to_somebody_who_can_be_reached_so() {
    let mut request = decided(SendChannel::Letter);
    let returned = request.record_delivery(step("retur avvist 2026-03-05"), |_| EVERYWHERE, day(TODAY));
    returned.expect("recorded").events.iter().for_each(|event| request.apply(event, day(TODAY)));
    for (channel, reach, code) in [
        ("brev", Reach { mailbox: true, ..Reach::default() }, Some("unreachable")),
        ("rekommandert", Reach::default(), Some("unreachable")),
        ("digital-postkasse", Reach { post: true, ..Reach::default() }, Some("unreachable")),
        ("digital-postkasse", Reach { mailbox: true, ..Reach::default() }, None),
        ("utleveres", Reach::default(), None),
        ("epost", EVERYWHERE, Some("unsafe-channel")),
    ] {
        let again = request.record_delivery(step(&format!("igjen {channel} 2026-03-06")), |_| reach, day(TODAY));
        let found = again.err().and_then(|refusals| refusals.first().map(|refusal| refusal.code.id()));
        assert_eq!(found, code, "{channel}");
    }
}

/// A receipt of the request is no message that somebody has to be told of twice (eForvaltningsforskriften § 8).
#[test]
fn a_receipt_left_unopened_needs_no_second_notice() {
    for kind in LetterKind::ALL {
        let mut request = opened(day("2026-02-02"));
        let mut letter = decided(SendChannel::DigitalMailbox).letter(2).expect("a letter").clone();
        letter.kind = kind;
        request.apply(&Event::LetterIssued(letter.clone()), day(SENT));
        let from_on = request.deliveries_of(&letter)[0].second_notice_from_on();
        let expected = kind != LetterKind::Acknowledgement && !kind.goes_to_body();
        assert_eq!(from_on.is_some(), expected, "{kind:?}");
    }
}

/// What was issued before it was recorded whom it went to, went by the rule of then.
#[test]
fn an_old_letter_has_the_recipient_that_the_rule_gave_it() {
    let mut request = decided(SendChannel::Letter);
    let mut letter = request.letter(2).expect("a letter").clone();
    (letter.to, letter.copies) = (None, Vec::new());
    assert_eq!(request.addressee(&letter), Recipient::Person);
    request.registered.representative = Some(id(3));
    assert_eq!(request.addressee(&letter), Recipient::Representative);
    letter.kind = LetterKind::Forwarding;
    assert_eq!(request.addressee(&letter), Recipient::Body);
}

fn any_step() -> impl Strategy<Value = (usize, DeliveryStep, u64)> {
    let steps = ReturnReason::ALL
        .map(DeliveryStep::Returned)
        .into_iter()
        .chain(SendChannel::ALL.map(DeliveryStep::SentAgain))
        .chain([Arrival::Collected, Arrival::Opened, Arrival::Receipt].map(DeliveryStep::Arrived))
        .chain(IdentityShown::ALL.map(|shown| DeliveryStep::Arrived(Arrival::HandedOver(shown))))
        .chain([DeliveryStep::Unopened, DeliveryStep::NoticedAgain])
        .collect::<Vec<_>>();
    (0..2_usize, proptest::sample::select(steps), 0..40_u64)
}

proptest! {
    /// Whatever becomes of a letter, every date of the answer is what it was, and the log says as much when it is read again.
    #[test]
    fn nothing_that_becomes_of_a_letter_moves_a_deadline(
        channel in proptest::sample::select(SendChannel::ALL.to_vec()),
        steps in proptest::collection::vec(any_step(), 0..12),
    ) {
        let mut request = decided(channel);
        let mut before = rows(&request, None);
        let today = day(TODAY);
        for (to, what, after) in steps {
            let to = Some([Recipient::Person, Recipient::Representative][to]);
            let on = day(SENT) + Days::new(after);
            let report = DeliveryReport { letter: 2, to, on, what };
            if let Ok(decision) = request.record_delivery(report, |_| EVERYWHERE, today) {
                decision.events.iter().for_each(|event| request.apply(event, today));
                prop_assert!(on <= today);
            }
        }
        let mut after = rows(&request, None);
        for row in before.iter_mut().chain(&mut after) {
            (row.appeal, row.undelivered) = (None, None);
        }
        prop_assert_eq!(before, after);
        let case = request.case(CASE).expect("the case");
        prop_assert_eq!(request.deadline(case, today), decided(channel).deadline(case, today));
    }
}
