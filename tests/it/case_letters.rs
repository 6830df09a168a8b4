//! Which letter may be issued when: every kind against every place where a case can stand, as a table.

use std::fmt::Write as _;

use chrono::NaiveDate;
use personvernsak::casework::channel::{Channel, SendChannel};
use personvernsak::casework::ids::{CaseLetter, ContentId};
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::person::{IdentityStatus, Protection};
use personvernsak::casework::request::{
    CarriedOut, Event, LetterIssued, LetterToIssue, MeasureFor, MeasureId, Opened, Refusal, Registered, Request,
    RouteRecord,
};
use personvernsak::law::deadline::{ExtensionReason, PauseGround, RuleVersion};
use personvernsak::law::rights::{Mode, Outcome, Right, Track};
use personvernsak::law::routing::Facts;
use personvernsak::wording::Language;
use uuid::Uuid;

/// The only case of the requests here.
pub const CASE: CaseLetter = CaseLetter::at(0);

pub fn id(number: u128) -> ContentId {
    ContentId(Uuid::from_u128(number))
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A request with one open case: erasure in KPR after helseregisterloven § 25.
pub fn opened(received_on: NaiveDate) -> Request {
    routed(received_on, Right::Erasure, Track::Section25, None)
}

fn routed(received_on: NaiveDate, right: Right, track: Track, mode: Option<Mode>) -> Request {
    let registered = Event::RequestRegistered(Registered {
        received_on,
        received_at: None,
        channel: Channel::Letter,
        language: Language::Nb,
        organisation: "helsedirektoratet".parse().expect("an id"),
        rule_version: RuleVersion::CURRENT,
        person: id(1),
        protection: Protection::None,
        identity: IdentityStatus::Unchecked,
        representative: None,
        other_parent: None,
        inform_parents: None,
        text: id(2),
        attachments: None,
        their_reference: None,
        delivery: None,
    });
    let opened = Event::CaseOpened(Opened {
        case: CASE,
        register: "kpr".parse().expect("an id"),
        right,
        facts: Facts::none(),
        grounds: None,
        route: RouteRecord {
            track,
            mode,
            handled_by: "helsedirektoratet".parse().expect("an id"),
            checks: Vec::new(),
            secure_by_on: None,
        },
    });
    Request::after([&registered, &opened], received_on).expect("a registration")
}

/// The events of issuing a letter on a day, or every rule against it.
pub fn issue(request: &Request, kind: LetterKind, today: NaiveDate) -> Result<Vec<Event>, Vec<Refusal>> {
    issue_to(request, kind, today, false)
}

/// The same where the person agreed to the claim being sent on.
fn issue_agreed(request: &Request, kind: LetterKind, today: NaiveDate) -> Result<Vec<Event>, Vec<Refusal>> {
    issue_to(request, kind, today, true)
}

fn issue_to(request: &Request, kind: LetterKind, today: NaiveDate, agreed: bool) -> Result<Vec<Event>, Vec<Refusal>> {
    let issued = LetterIssued {
        sequence: request.next_document(),
        cases: vec![CASE],
        kind,
        language: Language::Nb,
        dated_on: today,
        channel: SendChannel::Letter,
        pages: 1,
        file: id(90),
        digest: id(91),
        text: None,
        supersedes: None,
        to: None,
        copies: Vec::new(),
    };
    let letter = LetterToIssue {
        issued,
        bytes: Vec::new(),
        sha256: String::new(),
        words: String::new(),
        reply_by_on: None,
        agreed,
        carries_out: Vec::new(),
    };
    request.issue(letter, today).map(|decision| decision.events)
}

/// What one letter does, or why it may not be issued.
fn told(request: &Request, kind: LetterKind, today: NaiveDate) -> String {
    match issue(request, kind, today) {
        Ok(events) => events.iter().map(Event::kind).collect::<Vec<_>>().join(" "),
        Err(refusals) => {
            refusals.iter().map(|refusal| format!("× {}", refusal.code.id())).collect::<Vec<_>>().join(" ")
        }
    }
}

/// A decision with this outcome.
fn decided_with(outcome: Outcome) -> Vec<Event> {
    vec![Event::CaseDecided { case: CASE, outcome, reasons: id(8), legal_basis: Vec::new(), grounds: Vec::new() }]
}

/// A decision with this outcome, and the letter that tells it.
fn answered_with(outcome: Outcome) -> Vec<Event> {
    let letter = LetterIssued {
        sequence: 2,
        cases: vec![CASE],
        kind: LetterKind::Answer,
        language: Language::Nb,
        dated_on: day("2026-03-09"),
        channel: SendChannel::Letter,
        pages: 1,
        file: id(80),
        digest: id(81),
        text: None,
        supersedes: None,
        to: None,
        copies: Vec::new(),
    };
    [decided_with(outcome), vec![Event::LetterIssued(letter)]].concat()
}

/// Where a case stands: a name, its right, track and mode, and what has happened to it.
type Place = (&'static str, Right, Track, Option<Mode>, Vec<Event>);

#[test]
fn which_letter_may_be_issued_when() {
    let (received_on, today) = (day("2026-03-02"), day("2026-03-10"));
    let asked = |ground| Event::CaseSuspended {
        case: CASE,
        ground,
        asked_on: today,
        reply_by_on: day("2026-03-24"),
        letter: Some(2),
    };
    let proposed = Event::ExtensionProposed {
        case: CASE,
        reason: ExtensionReason::Complexity,
        text: id(9),
        expected_on: day("2026-05-04"),
    };
    let extended = Event::CaseExtended { case: CASE, notice_on: today, letter: 2 };
    let decided = Event::CaseDecided {
        case: CASE,
        outcome: Outcome::NoData,
        reasons: id(8),
        legal_basis: Vec::new(),
        grounds: Vec::new(),
    };
    let sent = |kind| match issue(&with(&opened(received_on), &[decided.clone(), forwarded()], today), kind, today) {
        Ok(events) => events,
        Err(refusals) => panic!("{refusals:?}"),
    };
    let answered = {
        let request = with(&opened(received_on), std::slice::from_ref(&decided), today);
        issue(&request, LetterKind::Answer, today).expect("an answer")
    };
    let agreed = {
        let request =
            with(&routed(received_on, Right::Access, Track::Forward, Some(Mode::Refer)), &[forwarded()], today);
        issue_agreed(&request, LetterKind::Forwarding, today).expect("the claim is sent on")
    };
    let places: [Place; 24] = [
        ("åpen, sletting etter § 25", Right::Erasure, Track::Section25, None, vec![]),
        ("åpen, retting etter § 25", Right::Rectification, Track::Section25, None, vec![]),
        ("åpen, innsyn", Right::Access, Track::General, None, vec![]),
        ("venter på identitet", Right::Access, Track::General, None, vec![asked(PauseGround::Identity)]),
        (
            "venter på dokumentasjon",
            Right::Erasure,
            Track::Section25,
            None,
            vec![asked(PauseGround::Section25Documentation)],
        ),
        (
            "venter på presisering",
            Right::Rectification,
            Track::Section25,
            None,
            vec![asked(PauseGround::Clarification)],
        ),
        ("lengre frist foreslått", Right::Access, Track::General, None, vec![proposed.clone()]),
        ("fristen forlenget", Right::Access, Track::General, None, vec![proposed.clone(), extended.clone()]),
        ("vedtak, fristen forlenget", Right::Erasure, Track::Section25, None, vec![proposed, extended]),
        ("avgjort", Right::Access, Track::General, None, vec![decided.clone()]),
        ("besvart", Right::Access, Track::General, None, [vec![decided.clone()], answered].concat()),
        ("sendt videre, oversendes", Right::Access, Track::Forward, Some(Mode::Transfer), vec![forwarded()]),
        ("sendt videre, henvises", Right::Access, Track::Forward, Some(Mode::Refer), vec![forwarded()]),
        (
            "sendt videre med samtykke",
            Right::Access,
            Track::Forward,
            Some(Mode::Refer),
            [vec![forwarded()], agreed.clone()].concat(),
        ),
        (
            "sendt videre, og personen vet det",
            Right::Access,
            Track::Forward,
            Some(Mode::Assist),
            [vec![forwarded()], sent(LetterKind::Forwarding), sent(LetterKind::ForwardingNotice)].concat(),
        ),
        (
            "trukket",
            Right::Access,
            Track::General,
            None,
            vec![Event::CaseWithdrawn { case: CASE, withdrawn_on: today }],
        ),
        ("avsluttet", Right::Access, Track::General, None, vec![Event::CaseClosed { case: CASE }]),
        ("vedtak sendt", Right::Erasure, Track::Section25, None, answered_with(Outcome::Refused)),
        (
            "vedtak sendt, avsluttet",
            Right::Erasure,
            Track::Section25,
            None,
            [answered_with(Outcome::Refused), vec![Event::CaseClosed { case: CASE }]].concat(),
        ),
        ("slettet, svaret sendt", Right::Erasure, Track::General, None, answered_with(Outcome::Erased)),
        ("bruken begrenset, svaret sendt", Right::Restriction, Track::General, None, answered_with(Outcome::Granted)),
        ("bruken begrenset, ikke sendt", Right::Restriction, Track::General, None, decided_with(Outcome::Granted)),
        ("søknad om kassasjon", Right::Kassasjon, Track::General, None, vec![]),
        ("søknad om kassasjon, avvist", Right::Kassasjon, Track::General, None, decided_with(Outcome::Dismissed)),
    ];
    let mut table = String::new();
    for (name, right, track, mode, events) in places {
        writeln!(table, "{name}").expect("written");
        let request = with(&routed(received_on, right, track, mode), &events, today);
        for kind in LetterKind::ALL {
            writeln!(table, "  {:<26} {}", kind.id(), told(&request, kind, today)).expect("written");
        }
    }
    insta::assert_snapshot!("which_letter_may_be_issued_when", table);
}

#[test]
fn a_delay_may_be_told_once_the_last_day_is_near() {
    // One month from Monday 2 March is Thursday 2 April; Easter moves it to Tuesday 7 April.
    let request = opened(day("2026-03-02"));
    for (today, allowed) in [
        ("2026-03-10", false),
        ("2026-03-27", false),
        ("2026-03-30", true),
        ("2026-04-07", true),
        ("2026-04-08", true),
        ("2026-06-01", true),
    ] {
        assert_eq!(issue(&request, LetterKind::DelayNotice, day(today)).is_ok(), allowed, "{today}");
    }
    // It moves no date: the case is as late after it as before.
    let today = day("2026-04-08");
    let events = issue(&request, LetterKind::DelayNotice, today).expect("a notice of delay");
    let told = with(&request, &events, today);
    let due_on = |request: &Request| request.deadline(request.case(CASE).expect("a case"), today).due_on;
    assert_eq!(due_on(&told), Some(day("2026-04-07")));
    assert_eq!(due_on(&told), due_on(&request));
    assert!(issue(&told, LetterKind::DelayNotice, today).is_ok(), "a new delay is told anew");
    assert!(issue(&told, LetterKind::InterimReply, today).is_ok());
}

fn forwarded() -> Event {
    Event::CaseForwarded { case: CASE, to: "nhn".parse().expect("an id") }
}

fn with(request: &Request, events: &[Event], recorded_on: NaiveDate) -> Request {
    let mut after = request.clone();
    events.iter().for_each(|event| after.apply(event, recorded_on));
    after
}

#[test]
fn an_answer_asked_for_on_the_day_of_the_letter_is_no_answer_asked_for() {
    let today = day("2026-03-10");
    let request = opened(day("2026-03-02"));
    let issued = LetterIssued {
        sequence: 2,
        cases: vec![CASE],
        kind: LetterKind::ClarificationRequest,
        language: Language::Nb,
        dated_on: today,
        channel: SendChannel::Letter,
        pages: 1,
        file: id(90),
        digest: id(91),
        text: None,
        supersedes: None,
        to: None,
        copies: Vec::new(),
    };
    for (reply_by_on, allowed) in [(today, false), (day("2026-03-09"), false), (day("2026-03-11"), true)] {
        let letter = LetterToIssue {
            issued: issued.clone(),
            bytes: Vec::new(),
            sha256: String::new(),
            words: String::new(),
            reply_by_on: Some(reply_by_on),
            agreed: false,
            carries_out: Vec::new(),
        };
        assert_eq!(request.issue(letter, today).is_ok(), allowed, "{reply_by_on}");
    }
}

#[test]
fn a_letter_to_a_recipient_settles_the_open_measure_that_it_carries_out() {
    let (received_on, today) = (day("2026-03-02"), day("2026-03-10"));
    let added = |text| Event::MeasureAdded { case: CASE, to: MeasureFor::Recipient, text: id(text) };
    let events = [answered_with(Outcome::Erased), vec![added(60), added(61)]].concat();
    let request = with(&routed(received_on, Right::Erasure, Track::General, None), &events, today);
    let issued = |request: &Request, measures: &[MeasureId]| {
        let letter = LetterIssued {
            sequence: request.next_document(),
            cases: vec![CASE],
            kind: LetterKind::RecipientsNotice,
            language: Language::Nb,
            dated_on: today,
            channel: SendChannel::Letter,
            pages: 1,
            file: id(90),
            digest: id(91),
            text: None,
            supersedes: None,
            to: None,
            copies: Vec::new(),
        };
        let carries_out = (70..)
            .zip(measures)
            .map(|(note, measure)| CarriedOut {
                case: CASE,
                measure: *measure,
                note: id(note),
                words: "Sendt i brev 2026/00001-3.".to_owned(),
            })
            .collect();
        let letter = LetterToIssue {
            issued: letter,
            bytes: Vec::new(),
            sha256: String::new(),
            words: String::new(),
            reply_by_on: None,
            agreed: false,
            carries_out,
        };
        let decision = request.issue(letter, today).expect("issued");
        assert_eq!(decision.contents.len(), decision.events.iter().flat_map(Event::contents).count());
        with(request, &decision.events, today)
    };
    let open = |request: &Request| request.case(CASE).expect("a case").open_measures().collect::<Vec<_>>();
    assert_eq!(open(&request), [MeasureId::CarryOut, MeasureId::Recipients, MeasureId::Added(1), MeasureId::Added(2)]);
    let once = issued(&request, &[MeasureId::Added(2)]);
    assert_eq!(open(&once), [MeasureId::CarryOut, MeasureId::Recipients, MeasureId::Added(1)]);
    assert_eq!(once.case(CASE).expect("a case").settled[&MeasureId::Added(2)].done_on, Some(today));
    // A measure that is settled, or that there is none of, is not settled again.
    let twice = issued(&once, &[MeasureId::Added(2), MeasureId::Added(9)]);
    assert_eq!(open(&twice), open(&once));
    assert_eq!(twice.version, once.version + 1);
    assert_eq!(open(&issued(&twice, &[])), open(&once));
}
