//! What lists show of § 25 cases, against the table in `tests/cases/section-25.txt`.

use chrono::NaiveDate;
use personvernsak::casework::channel::{Channel, SendChannel};
use personvernsak::casework::ids::{CaseLetter, ContentId};
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::person::{IdentityStatus, Protection};
use personvernsak::casework::projection::{self, Section25Row};
use personvernsak::casework::request::{CheckResult, Event, LetterIssued, Opened, Registered, Request, RouteRecord};
use personvernsak::law::deadline::{PauseGround, RuleVersion};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::law::routing::Facts;
use personvernsak::wording::Language;
use uuid::Uuid;

const TABLE: &str = include_str!("../cases/section-25.txt");

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn id(number: u128) -> ContentId {
    ContentId(Uuid::from_u128(number))
}

fn case() -> CaseLetter {
    CaseLetter::at(0)
}

fn registered(with: &str, right: Right, track: Track) -> Vec<Event> {
    let registered = Registered {
        received_on: day("2026-02-02"),
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
        attachments: with.contains("vedlegg").then(|| id(3)),
        their_reference: None,
        delivery: None,
    };
    let opened = Opened {
        case: case(),
        register: "kpr".parse().expect("an id"),
        right,
        facts: Facts::default(),
        grounds: with.contains("begrunnelse").then(|| id(4)),
        route: RouteRecord {
            secure_by_on: None,
            track,
            mode: None,
            handled_by: "helsedirektoratet".parse().expect("an id"),
            checks: Vec::new(),
        },
    };
    vec![Event::RequestRegistered(registered), Event::CaseOpened(opened)]
}

fn letter(kind: LetterKind, sequence: u32) -> Event {
    Event::LetterIssued(LetterIssued {
        sequence,
        cases: vec![case()],
        kind,
        language: Language::Nb,
        dated_on: day("2026-02-05"),
        channel: SendChannel::Letter,
        pages: 1,
        file: id(5),
        digest: id(6),
        text: None,
        supersedes: None,
        to: None,
        copies: Vec::new(),
    })
}

fn asked(ground: PauseGround, letter: Option<u32>) -> Event {
    Event::CaseSuspended { case: case(), ground, asked_on: day("2026-02-05"), reply_by_on: day("2026-02-19"), letter }
}

/// The events behind what the table says has happened.
fn events(what: &str, right: Right, so_far: usize) -> Vec<Event> {
    let (word, rest) = what.split_once(' ').unwrap_or((what, ""));
    let ground = || rest.parse().expect("a ground");
    match word {
        "-" => Vec::new(),
        "spurt" => vec![asked(ground(), None)],
        "svart" => vec![Event::CaseResumed { case: case(), ground: ground(), answered_on: day("2026-02-16") }],
        "brev" => {
            let sequence = u32::try_from(so_far).expect("few events");
            let ground = if right == Right::Rectification {
                PauseGround::Clarification
            } else {
                PauseGround::Section25Documentation
            };
            vec![letter(LetterKind::Section25GroundsRequest, sequence), asked(ground, Some(sequence))]
        }
        "sjekk" => {
            let (check, result) = rest.split_once('=').expect("a point and its answer");
            let result = CheckResult::from_id(result).expect("an answer");
            vec![Event::CheckRecorded { case: case(), check: check.to_owned(), result, note: None }]
        }
        "avgjort" => {
            vec![Event::CaseDecided {
                case: case(),
                outcome: Outcome::NoData,
                reasons: id(7),
                legal_basis: Vec::new(),
                grounds: Vec::new(),
            }]
        }
        "sendt" => vec![letter(LetterKind::Section25Decision, 9)],
        "lukket" => vec![Event::CaseClosed { case: case() }],
        "trukket" => vec![Event::CaseWithdrawn { case: case(), withdrawn_on: day("2026-02-20") }],
        "videre" => vec![Event::CaseForwarded { case: case(), to: "fhi".parse().expect("an id") }],
        _ => panic!("«{what}» is nothing that happens"),
    }
}

fn row(log: &[Event]) -> Option<Section25Row> {
    let request = Request::after(log, day("2026-02-20")).expect("a registration");
    projection::rows(&request, None).remove(0).section_25
}

fn words(row: Section25Row) -> Vec<&'static str> {
    let step = |result: Option<CheckResult>| result.map_or("gjenstar", CheckResult::id);
    let (burdensome, public_interest) =
        row.assessment.map_or(("-", "-"), |steps| (step(steps.burdensome), step(steps.public_interest)));
    vec![row.grounds.id(), row.documents.id(), burdensome, public_interest, row.stage.id()]
}

#[test]
fn the_table_holds() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for line in TABLE.lines().filter(|line| !line.starts_with('#') && line.contains('|')) {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let [right, with, happened, wanted @ ..] = columns.as_slice() else {
            panic!("a row has eight columns: {line}")
        };
        let right: Right = right.parse().expect("a right");
        let mut log = registered(with, right, Track::Section25);
        for what in happened.split(',').map(str::trim) {
            let more = events(what, right, log.len());
            log.extend(more);
        }
        let found = words(row(&log).expect("a § 25 case"));
        if found != wanted {
            wrong.push(format!("{line}\n  the program says {}", found.join(" | ")));
        }
        rows += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows > 30, "{rows} rows were read");
}

#[test]
fn a_case_on_another_track_has_none_of_it() {
    for track in Track::ALL.into_iter().filter(|track| *track != Track::Section25) {
        assert_eq!(row(&registered("begrunnelse vedlegg", Right::Erasure, track)), None, "{track}");
    }
}
