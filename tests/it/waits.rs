//! When a case stops waiting, against the table in `tests/cases/waits.txt`, and what holds of it whatever happened.

use chrono::{Days, NaiveDate};
use personvernsak::casework::ids::{CaseLetter, ContentId};
use personvernsak::casework::person::IdentityStatus;
use personvernsak::casework::projection::{self, CaseRow};
use personvernsak::casework::request::{Event, ProposedAction, Request, proposals};
use personvernsak::law::deadline::PauseGround;
use personvernsak::law::rights::Outcome;
use proptest::prelude::*;
use uuid::Uuid;

use crate::case_letters;

const TABLE: &str = include_str!("../cases/waits.txt");

fn day(month_and_day: &str) -> NaiveDate {
    format!("2026-{month_and_day}").parse().expect("a date")
}

fn id(number: u128) -> ContentId {
    ContentId(Uuid::from_u128(number))
}

fn case() -> CaseLetter {
    CaseLetter::at(0)
}

/// A request of 2 February 2026 with one claim for erasure.
fn request() -> Request {
    case_letters::opened(day("02-02"))
}

fn asked(ground: PauseGround, asked_on: NaiveDate) -> Event {
    let reply_by_on = asked_on.checked_add_days(Days::new(14)).expect("a date");
    Event::CaseSuspended { case: case(), ground, asked_on, reply_by_on, letter: None }
}

fn decided() -> Event {
    Event::CaseDecided {
        case: case(),
        outcome: Outcome::Dismissed,
        reasons: id(7),
        legal_basis: Vec::new(),
        grounds: Vec::new(),
    }
}

fn forwarded() -> Event {
    Event::CaseForwarded { case: case(), to: "fhi".parse().expect("an id") }
}

fn event(words: &[&str], on: NaiveDate) -> Event {
    match words {
        ["spurt", ground] => asked(ground.parse().expect("a ground"), on),
        ["svart", ground, answered_on] => Event::CaseResumed {
            case: case(),
            ground: ground.parse().expect("a ground"),
            answered_on: day(answered_on),
        },
        ["avgjort"] => decided(),
        ["videre"] => forwarded(),
        ["trukket"] => Event::CaseWithdrawn { case: case(), withdrawn_on: on },
        _ => panic!("«{words:?}» is nothing that happens"),
    }
}

fn row(request: &Request) -> CaseRow {
    projection::rows(request, None).remove(0)
}

#[test]
fn a_case_that_is_decided_or_sent_on_waits_no_longer() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for line in TABLE.lines().filter(|line| !line.starts_with('#') && line.contains('|')) {
        let (happened, wanted) = line.split_once('|').expect("columns");
        let mut request = request();
        for step in happened.split(',') {
            let words: Vec<&str> = step.split_whitespace().collect();
            let (on, words) = words.split_first().expect("a day");
            request.apply(&event(words, day(on)), day(on));
        }
        let row = row(&request);
        let shown = [row.due_on, row.question_since_on, row.pauses_from_on]
            .map(|day| day.map_or_else(|| "-".to_owned(), |day| day.format("%m-%d").to_string()));
        if shown.to_vec() != wanted.split('|').map(str::trim).collect::<Vec<_>>() {
            wrong.push(format!("{line}\n    the program says {}", shown.join(" | ")));
        }
        rows += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(rows, 15, "every row was read");
}

#[test]
fn identity_is_checked_only_while_the_case_waits_for_it() {
    let asks = |request: &Request| {
        let proposals = proposals(request, &request.cases[0], false, false, day("02-06"));
        let identity = proposals.into_iter().find(|proposal| proposal.action == ProposedAction::AskIdentity);
        identity.expect("a proposal about identity").proposed
    };
    let mut request = request();
    assert!(asks(&request), "there is no address");
    request.apply(&asked(PauseGround::Identity, day("02-05")), day("02-05"));
    assert!(row(&request).identity_asked, "a question that was sent elsewhere counts");
    assert!(!asks(&request), "and is not asked again");
    let answered = Event::CaseResumed { case: case(), ground: PauseGround::Identity, answered_on: day("02-06") };
    request.apply(&answered, day("02-06"));
    request.identity = IdentityStatus::Asked;
    request.apply(&asked(PauseGround::Clarification, day("02-06")), day("02-06"));
    assert!(!row(&request).identity_asked, "it waits for something else now");
}

fn any_ground() -> impl Strategy<Value = PauseGround> {
    prop::sample::select(PauseGround::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// However much is asked, a case that is decided or sent on has a date and waits for nothing; and deciding anew later
    /// moves no date.
    #[test]
    fn deciding_never_leaves_a_case_without_a_date(
        questions in prop::collection::vec((any_ground(), 0..60_u64), 0..5),
        after in 0..40_u64,
        again in 0..40_u64,
        sent_on in any::<bool>(),
    ) {
        let received_on = day("02-02");
        let later = |days: u64| received_on.checked_add_days(Days::new(days)).expect("a date");
        let mut request = request();
        let mut last = 0;
        for (ground, asked_after) in questions {
            request.apply(&asked(ground, later(asked_after)), later(asked_after));
            last = last.max(asked_after);
        }
        let end = if sent_on { forwarded() } else { decided() };
        request.apply(&end, later(last + after));
        let first = row(&request);
        prop_assert!(first.due_on.is_some());
        prop_assert_eq!((first.question_since_on, first.pauses_from_on), (None, None));
        prop_assert_eq!(first.paused_since_on(later(400)), None);
        request.apply(&end, later(last + after + again));
        prop_assert_eq!(row(&request).due_on, first.due_on);
    }
}
