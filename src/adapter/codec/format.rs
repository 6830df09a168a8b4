//! The bytes of every kind of event and content, held fast: what was written last year must be read next year.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use uuid::Uuid;

use super::*;
use crate::casework::access::Role;
use crate::casework::audit::Digest;
use crate::casework::channel::{Channel, LetterCopy, Recipient, SendChannel};
use crate::casework::ids::{CaseLetter, ContentId, DeliveryMark};
use crate::casework::letter::LetterKind;
use crate::casework::person::{
    Address, Attachment, IdentityMethod, IdentityStatus, Person, Protection, Representative, RepresentativeKind, Scope,
    Seen,
};
use crate::casework::request::{
    Arrival, BreachAspect, BreachEvent, BreachFound, BreachStep, BreachVerdict, CaseTie, CheckPoint, CheckResult,
    ChildHeard, ComplaintEvent, ComplaintKind, ComplaintOutcome, ComplaintReceived, ComplaintStep, ComplaintView,
    Consideration, Content, DateReviewEvent, DateReviewStep, Delivery, DeliveryStep, Draw, Event, FileKind, FileOrigin,
    IdentityShown, LateGround, LetterIssued, NewFile, NewRedaction, NewReport, NewTask, NotNotified, NotToNotify,
    Notification, Opened, PersonsWord, ReceiptCorrection, RedactionBox, Registered, ReopenGround, ReportKind,
    ReportUse, ReturnReason, ReviewOutcome, Reviewed, ReviewedDate, RouteRecord, TaskEvent, TaskStep, TieKind, View,
    WrongEntry,
};
use crate::law::deadline::{ExtensionReason, PauseGround, RuleVersion};
use crate::law::register::Unit;
use crate::law::rights::{Mode, Outcome, Right, Track};
use crate::wording::Language;

fn id(number: u128) -> ContentId {
    ContentId(Uuid::from_u128(number))
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date")
}

fn registered(identity: IdentityStatus) -> Registered {
    Registered {
        received_on: day("2026-01-31"),
        received_at: chrono::DateTime::from_timestamp_micros(1_769_846_400_000_001),
        channel: Channel::Altinn,
        language: Language::Nn,
        organisation: "helsedirektoratet".parse().expect("an id"),
        rule_version: RuleVersion::V2026_01,
        person: id(1),
        protection: Protection::None,
        identity,
        representative: Some(id(2)),
        other_parent: None,
        inform_parents: Some(false),
        text: id(3),
        attachments: Some(id(4)),
        their_reference: Some(id(5)),
        delivery: Some(DeliveryMark::from_bytes([7; 16])),
    }
}

fn events() -> Vec<Event> {
    let case = CaseLetter::at(1);
    let confirmed =
        IdentityStatus::Confirmed { method: Some(IdentityMethod::SignedLetter), on: Some(day("2026-02-01")) };
    let route = RouteRecord {
        secure_by_on: None,
        track: Track::Forward,
        mode: Some(Mode::Transfer),
        handled_by: "helfo".parse().expect("an id"),
        checks: vec![
            CheckPoint { id: "identitet".to_owned(), required: true },
            CheckPoint { id: "hjemmel".to_owned(), required: false },
        ],
    };
    let opened = Opened {
        case,
        register: "kpr".parse().expect("an id"),
        right: Right::Erasure,
        facts: [("hendelse", "2025-12-01"), ("yrke", "helsepersonell")].into_iter().collect(),
        grounds: Some(id(6)),
        route,
    };
    vec![
        Event::RequestRegistered(Registered { other_parent: Some(id(25)), ..registered(IdentityStatus::Asked) }),
        Event::RequestRegistered(registered(IdentityStatus::Unchecked)),
        Event::CaseOpened(opened),
        Event::CaseAssigned { case, to: "Kari Myhre".to_owned() },
        Event::CaseReleased { case },
        Event::IdentityChanged { status: confirmed },
        Event::CheckRecorded { case, check: "identitet".to_owned(), result: CheckResult::Yes, note: Some(id(7)) },
        Event::CheckRecorded { case, check: "hjemmel".to_owned(), result: CheckResult::NotApplicable, note: None },
        Event::CaseSuspended {
            case,
            ground: PauseGround::Section25Documentation,
            asked_on: day("2026-02-02"),
            reply_by_on: day("2026-02-16"),
            letter: None,
        },
        Event::CaseResumed { case, ground: PauseGround::Identity, answered_on: day("2026-02-10") },
        Event::NoteAdded { case, text: id(8), telephone_on: None },
        Event::CaseDecided {
            case,
            outcome: Outcome::NoData,
            reasons: id(9),
            legal_basis: vec!["gdpr-15".to_owned(), "hrl-25".to_owned()],
            grounds: Vec::new(),
        },
        Event::CaseDecided {
            case,
            outcome: Outcome::Refused,
            reasons: id(9),
            legal_basis: Vec::new(),
            grounds: vec!["popplyl-16-d".to_owned(), "andres-rettigheter-kopi".to_owned()],
        },
        Event::LetterIssued(LetterIssued {
            sequence: 2,
            cases: vec![CaseLetter::at(0), case],
            kind: LetterKind::Section25Decision,
            language: Language::Nb,
            dated_on: day("2026-02-20"),
            channel: SendChannel::DigitalMailbox,
            pages: 3,
            file: id(10),
            digest: id(11),
            text: None,
            supersedes: Some(1),
            to: None,
            copies: Vec::new(),
        }),
        Event::LetterIssued(LetterIssued {
            sequence: 5,
            cases: vec![case],
            kind: LetterKind::Acknowledgement,
            language: Language::Nn,
            dated_on: day("2026-02-21"),
            channel: SendChannel::Letter,
            pages: 1,
            file: id(14),
            digest: id(15),
            text: Some(id(40)),
            supersedes: None,
            to: Some(Recipient::Representative),
            copies: vec![LetterCopy { to: Recipient::Person, channel: SendChannel::DigitalMailbox }],
        }),
        on_its_way("2026-02-23", DeliveryStep::Returned(ReturnReason::UnknownAddress)),
        on_its_way("2026-02-24", DeliveryStep::SentAgain(SendChannel::RegisteredPost)),
        on_its_way("2026-03-03", DeliveryStep::Unopened),
        on_its_way("2026-03-04", DeliveryStep::NoticedAgain),
        on_its_way("2026-03-05", DeliveryStep::Arrived(Arrival::Collected)),
        on_its_way("2026-03-06", DeliveryStep::Arrived(Arrival::HandedOver(IdentityShown::Document))),
        Event::CaseClosed { case },
        Event::ReportAdded(NewReport {
            case,
            file: id(14),
            title: id(15),
            kind: ReportKind::Xlsx,
            size: 20_971_520,
            used_as: ReportUse::Report,
        }),
        Event::ReportRemoved { case, report: 1 },
        Event::FileAttached(NewFile {
            case,
            file: id(17),
            title: id(18),
            digest: id(19),
            kind: FileKind::Jpeg,
            size: 26_214_400,
            origin: FileOrigin::Person,
        }),
        Event::FileRetitled { file: 1, title: id(20) },
        Event::FileRemoved { file: 1, reason: id(21) },
        Event::FileRedacted(NewRedaction {
            of: 1,
            copy: NewFile {
                case,
                file: id(22),
                title: id(23),
                digest: id(24),
                kind: FileKind::Pdf,
                size: 4_711,
                origin: FileOrigin::Collected,
            },
            boxes: vec![RedactionBox {
                page: 2,
                left: 7_200,
                top: 10_050,
                width: 12_345,
                height: 1_400,
                ground: "popplyl-16-1-d".parse().expect("a ground"),
            }],
        }),
        Event::ExtensionProposed {
            case,
            reason: ExtensionReason::Complexity,
            text: id(12),
            expected_on: day("2026-04-20"),
        },
        Event::CaseExtended { case, notice_on: day("2026-02-25"), letter: 4 },
        Event::PersonReminded {
            case,
            ground: PauseGround::Clarification,
            reminded_on: day("2026-02-18"),
            reply_by_on: day("2026-03-04"),
            letter: 3,
        },
        Event::CaseForwarded { case, to: "mattilsynet".parse().expect("an id") },
        Event::CaseWithdrawn { case, withdrawn_on: day("2026-02-19") },
        Event::ApprovalAsked {
            kind: LetterKind::Answer,
            cases: vec![case],
            draft: id(14),
            by: "Kari Myhre".to_owned(),
        },
        Event::LetterApproved {
            kind: LetterKind::Answer,
            cases: vec![case],
            text: id(15),
            by: "Live Solbakken".to_owned(),
        },
        Event::LetterSentBack {
            kind: LetterKind::Answer,
            cases: vec![case],
            reason: id(16),
            by: "Live Solbakken".to_owned(),
        },
        complaint(ComplaintStep::Received(ComplaintReceived {
            kind: ComplaintKind::Appeal,
            received_on: day("2026-03-10"),
            posted_on: Some(day("2026-03-09")),
            about: id(18),
            reply_by_on: None,
            against: Some(2),
        })),
        complaint(ComplaintStep::Considered(Consideration {
            view: ComplaintView::Uphold,
            late: Some(LateGround::SpecialReasons),
            reason: id(19),
            on: day("2026-03-12"),
        })),
        complaint(ComplaintStep::Replied { on: day("2026-03-13"), note: id(20) }),
        complaint(ComplaintStep::Decided { outcome: ComplaintOutcome::SetAside, on: day("2026-06-13"), note: id(21) }),
        breach(BreachStep::Found(BreachFound {
            aware_at: instant(1_774_618_200_000_000),
            aspects: vec![BreachAspect::Confidentiality, BreachAspect::Availability],
            about: id(30),
            reference: None,
        })),
        breach(BreachStep::Corrected {
            aware_at: instant(1_774_614_600_000_000),
            aspects: vec![BreachAspect::Integrity],
            notified_at: None,
            reason: id(31),
        }),
        breach(BreachStep::Referred("AVVIK-2026/117".parse().expect("a reference"))),
        breach(BreachStep::Assessed(BreachVerdict::Notified(Notification {
            at: instant(1_774_890_000_000_000),
            reference: Some("26/04417-2".parse().expect("a reference")),
            note: Some(id(32)),
        }))),
        breach(BreachStep::Assessed(BreachVerdict::Not(NotToNotify {
            why: NotNotified::NoRisk,
            reason: id(33),
            on: day("2026-03-28"),
        }))),
        breach(BreachStep::Persons(PersonsWord { told_on: Some(day("2026-03-29")), high_risk: true, reason: None })),
        review(DateReviewStep::Drawn(Draw {
            seed: 7,
            from_on: day("2026-01-01"),
            to_on: day("2026-03-31"),
            size: 20,
            among: 412,
            list: Digest::of(b"2026/00001-a\n"),
        })),
        review(DateReviewStep::Flagged { reason: id(80) }),
        review(DateReviewStep::Viewed(View {
            of: Reviewed::Date { date: ReviewedDate::Answer, on: day("2026-03-02") },
            against: Some(id(81)),
        })),
        review(DateReviewStep::Viewed(View { of: Reviewed::Pause(1), against: None })),
        review(DateReviewStep::Answered { text: id(82) }),
        review(DateReviewStep::Decided { outcome: ReviewOutcome::Partly, text: id(83) }),
        tied(TieKind::Together),
        tied(TieKind::Duplicate),
        Event::CaseReopened { case, ground: ReopenGround::NewInformation, reason: id(17), by: Role::Lead },
        Event::PersonCorrected { person: id(13) },
        Event::Task(TaskEvent {
            case,
            task: 1,
            what: TaskStep::Asked(NewTask {
                unit: Unit::Municipality,
                text: id(20),
                asked_on: day("2026-02-05"),
                due_on: day("2026-02-16"),
                owner: "Kari Myhre".to_owned(),
            }),
        }),
        Event::Task(TaskEvent {
            case,
            task: 1,
            what: TaskStep::Reminded { reminded_on: day("2026-02-17"), due_on: day("2026-02-20") },
        }),
        Event::Task(TaskEvent { case, task: 1, what: TaskStep::Given { to: "Live Solbakken".to_owned() } }),
        Event::Task(TaskEvent {
            case,
            task: 1,
            what: TaskStep::Answered { answered_on: day("2026-02-19"), note: id(21) },
        }),
        Event::Task(TaskEvent { case, task: 2, what: TaskStep::Dropped { reason: id(22) } }),
        Event::EntryCorrected { case, entry: WrongEntry::Suspension(2), reason: id(23) },
        Event::EntryCorrected { case, entry: WrongEntry::Extension, reason: id(24) },
        Event::ReceiptCorrected(ReceiptCorrection {
            from_on: day("2026-01-31"),
            to_on: day("2026-01-29"),
            reason: id(25),
            secure_by_on: vec![(case, day("2026-01-29"))],
        }),
        Event::ReceiptCorrected(ReceiptCorrection {
            from_on: day("2026-01-29"),
            to_on: day("2026-01-31"),
            reason: id(26),
            secure_by_on: Vec::new(),
        }),
        Event::PersonNumberLinked { number: id(17), reason: id(18) },
        Event::PersonNumberUnlinked { number: id(17), reason: id(19) },
        Event::RepresentativeChanged { representative: Some(id(20)), reason: id(21) },
        Event::OtherParentChanged { parent: Some(id(20)), reason: id(21) },
        Event::ChildHeard(ChildHeard { heard_on: day("2026-02-12"), tell_parents: Some(false), words: id(22) }),
        Event::InForceReviewed { case, reviewed_on: day("2026-03-01"), next_on: day("2026-09-01"), note: Some(id(23)) },
        Event::InForceLifted { case, lifted_on: day("2026-09-02"), reason: id(24) },
        Event::ContentErased { content: id(8), ground: "bevaringstid".to_owned(), approved_by: vec!["Eva".to_owned()] },
    ]
}

fn contents() -> Vec<Content> {
    let address = Address::new(&["Strandgata 7".to_owned(), "6700 Måløy".to_owned()], "NO");
    vec![
        Content::Person(Box::new(Person {
            name: Some("Odd «Kval» Kvalheim".to_owned()),
            identity_number: None,
            born_on: Some(day("1961-04-13")),
            deceased_on: None,
            protection: Protection::None,
            address: address.clone(),
            email: None,
        })),
        Content::Representative(Representative {
            kind: RepresentativeKind::Guardian,
            name: "Siri Ås".to_owned(),
            address,
            evidence: Some("vergefullmakt".to_owned()),
            scope: Scope::default(),
            valid_to: None,
            seen: None,
        }),
        Content::Representative(Representative {
            kind: RepresentativeKind::Authorised,
            name: "Per Ås".to_owned(),
            address: None,
            evidence: None,
            scope: Scope { registers: vec!["kpr".parse().expect("an id")], rights: vec![Right::Access] },
            valid_to: Some(day("2026-12-31")),
            seen: Some(Seen { by: "Kari Myhre".to_owned(), on: day("2026-02-01") }),
        }),
        Content::Attachments(vec![
            Attachment { title: "Legeerklæring".to_owned(), pages: Some(2) },
            Attachment { title: "Brev".to_owned(), pages: None },
        ]),
        Content::Text("Første linje\nandre \"linje\"\u{1}".to_owned()),
    ]
}

fn tied(how: TieKind) -> Event {
    let other = "2026/00007-a".parse().expect("a case number");
    Event::CaseTied(CaseTie { case: CaseLetter::at(1), other, how, reason: id(22) })
}

fn complaint(what: ComplaintStep) -> Event {
    Event::Complaint(ComplaintEvent { case: CaseLetter::at(1), complaint: 1, what })
}

fn breach(what: BreachStep) -> Event {
    Event::Breach(BreachEvent { case: CaseLetter::at(1), breach: 1, what })
}

fn review(what: DateReviewStep) -> Event {
    Event::DateReview(DateReviewEvent { case: CaseLetter::at(1), what })
}

fn instant(micros: i64) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_micros(micros).expect("an instant")
}

fn on_its_way(on: &str, what: DeliveryStep) -> Event {
    Event::LetterDelivery(Delivery { letter: 5, to: Recipient::Person, on: day(on), what })
}

#[test]
fn bytes_never_change_and_are_read_back() {
    let mut lines = String::new();
    for event in events() {
        let hashes: BTreeMap<_, _> = event.contents().into_iter().map(|id| (id, Digest::of(id.0.as_bytes()))).collect();
        let bytes = encode_event(&event, &hashes);
        writeln!(lines, "{} {}", event.kind(), String::from_utf8_lossy(&bytes)).expect("written");
        assert_eq!(decode_event(event.kind(), &bytes), Ok(DecodedEvent { event, hashes }));
    }
    for content in contents() {
        let bytes = encode_content(&content);
        writeln!(lines, "{} {}", content.kind(), String::from_utf8_lossy(&bytes)).expect("written");
        assert_eq!(decode_content(content.kind(), &bytes), Ok(content));
    }
    insta::assert_snapshot!("bytes", lines);
}

#[test]
fn every_kind_of_event_is_among_them() {
    let mut kinds: Vec<_> = events().iter().map(Event::kind).collect();
    kinds.dedup();
    assert_eq!(kinds.len(), 66, "a new kind of event needs its bytes held here");
}

#[test]
fn letters_stand_as_they_are() {
    let file = Content::File(vec![0, 255, 10]);
    assert_eq!(encode_content(&file), [0, 255, 10]);
    assert_eq!(decode_content("file", &[0, 255, 10]), Ok(file));
}

#[test]
fn what_is_not_known_is_refused() {
    let closed = br#"{"case":"b"}"#;
    assert!(decode_event("case-closed", closed).is_ok());
    for (kind, bytes, problem) in [
        ("case-opened-2", &closed[..], CodecProblem::UnknownKind),
        ("case-closed", br#"{"case":"b","why":1}"#, CodecProblem::UnknownField),
        ("case-closed", br#"{}"#, CodecProblem::Field("case")),
        ("case-closed", br#"{"case":"B"}"#, CodecProblem::Field("case")),
        ("case-closed", br#"["b"]"#, CodecProblem::NotAnObject),
        ("case-closed", b"\xff", CodecProblem::NotAnObject),
        ("note-added", br#"{"case":"b","text":"00000000-0000-0000-0000-000000000008"}"#, CodecProblem::Field("hashes")),
        (
            "note-added",
            br#"{"case":"b","text":"00000000-0000-0000-0000-000000000008","hashes":{}}"#,
            CodecProblem::Field("hashes"),
        ),
    ] {
        assert_eq!(decode_event(kind, bytes), Err(problem), "{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(decode_content("poem", b"{}"), Err(CodecProblem::UnknownKind));
}
