//! The facts of a period: what a naive search through all cases gives, whatever the period, and read from indexes alone.

use super::figures::{every_case, extended_office};
use super::*;
use crate::adapter::store::statistics;
use crate::casework::ids::CaseLetter;
use crate::casework::projection::CaseRow;
use crate::casework::request::{ComplaintEvent, ComplaintKind, ComplaintReceived, ComplaintStep, ReopenGround};
use crate::casework::statistics::{Answered, Complained, Facts, Kind, Month, Received};
use crate::usecase::ports::ReportStore as _;

/// The office of the figures, with an answered case that was opened again, and complaints.
fn complained_office() -> Office {
    let mut office = extended_office();
    let number = |place: u32| RequestNumber::new(2026, place).expect("a number");
    let answered = every_case(&office).into_iter().filter(|(_, row)| row.answered_on.is_some());
    let answered: Vec<_> = answered.map(|(case, _)| case).collect();
    let reopened = answered.last().expect("an answered case");
    let reopens = Event::CaseReopened {
        case: reopened.letter,
        ground: ReopenGround::OurError,
        reason: id(9_001),
        by: Role::Lead,
    };
    office.change(reopened.request, vec![reopens], vec![(id(9_001), Content::Text("Svaret var feil.".to_owned()))]);
    complain(&mut office, (number(1), letter(0)), 1, ComplaintKind::Authority, "2026-03-05");
    complain(&mut office, (number(1), letter(0)), 2, ComplaintKind::Authority, "2026-04-05");
    complain(&mut office, (answered[0].request, answered[0].letter), 1, ComplaintKind::Appeal, "2026-03-12");
    office
}

fn complain(office: &mut Office, case: (RequestNumber, CaseLetter), complaint: u32, kind: ComplaintKind, on: &str) {
    let about = id(9_100 + u128::from(complaint) + if kind == ComplaintKind::Appeal { 50 } else { 0 });
    let received =
        ComplaintReceived { kind, received_on: day(on), posted_on: None, about, reply_by_on: None, against: None };
    let what = ComplaintStep::Received(received);
    let came = Event::Complaint(ComplaintEvent { case: case.1, complaint, what });
    office.change(case.0, vec![came], vec![(about, Content::Text("Eg klagar.".to_owned()))]);
}

fn kind(row: &CaseRow) -> Kind {
    Kind { register: row.register.clone(), right: row.right, track: row.track }
}

/// What every case says, one by one.
fn naive(office: &Office, from_on: NaiveDate, to_on: NaiveDate) -> Facts {
    let within = |on: NaiveDate| from_on <= on && on <= to_on;
    let mut facts = Facts::default();
    for (_, row) in every_case(office) {
        if within(row.received_on) {
            let month = Month::of(row.received_on);
            let same = |other: &&mut Received| (&other.kind, other.month) == (&kind(&row), month);
            match facts.received.iter_mut().find(same) {
                Some(other) => other.count += 1,
                None => facts.received.push(Received { kind: kind(&row), month, count: 1 }),
            }
        }
        if let Some(answered_on) = row.first_answered_on.filter(|on| within(*on)) {
            facts.answered.push(Answered {
                kind: kind(&row),
                received_on: row.received_on,
                answered_on,
                due_on: row.due_on,
                suspended_days: row.suspended_days,
                extended: row.extension.is_some(),
                outcome: row.outcome,
            });
        }
        for made in row.complaints_made.iter().filter(|made| within(made.received_on)) {
            facts.complaints.push(Complained { kind: kind(&row), to: made.kind, received_on: made.received_on });
        }
    }
    sorted(facts)
}

/// In one order, with what open and closed cases of a kind say apart put together.
fn sorted(mut facts: Facts) -> Facts {
    facts.received.sort_by_key(|received| (received.kind.clone(), received.month));
    facts.received.dedup_by(|later, earlier| {
        let same = (&later.kind, later.month) == (&earlier.kind, earlier.month);
        if same {
            earlier.count += later.count;
        }
        same
    });
    facts.answered.sort_by_key(|answered| format!("{answered:?}"));
    facts.complaints.sort_by_key(|complained| format!("{complained:?}"));
    facts
}

#[test]
fn the_facts_of_a_period_are_what_every_case_says() {
    let mut office = complained_office();
    let mut seen = [0; 3];
    for (from, to) in [
        ("2026-01-01", "2026-12-31"),
        ("2026-02-02", "2026-02-02"),
        ("2026-02-03", "2026-03-08"),
        ("2026-03-09", "2026-03-31"),
        ("2026-04-01", "2026-04-30"),
        ("2027-01-01", "2027-12-31"),
    ] {
        let found = sorted(office.store.facts(day(from), day(to)).expect("facts"));
        assert_eq!(found, naive(&office, day(from), day(to)), "{from} {to}");
        let counts = [found.received.len(), found.answered.len(), found.complaints.len()];
        seen.iter_mut().zip(counts).for_each(|(seen, count)| *seen += usize::from(count > 0));
    }
    assert!(seen.iter().all(|seen| *seen > 1), "each was in a period, and not in all: {seen:?}");
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
    let rebuilt = office.store.rebuild().expect("rebuilt");
    assert_eq!(rebuilt.digest_before, rebuilt.digest_after);
}

/// The first answer ended the month of GDPR Art. 12(3), whatever comes after.
#[test]
fn a_case_that_is_opened_again_keeps_the_day_of_its_answer() {
    let office = complained_office();
    let (_, row) = every_case(&office).into_iter().find(|(_, row)| row.reopened_on.is_some()).expect("a reopened case");
    assert_eq!((row.answered_on, row.outcome), (None, None));
    assert_eq!(row.first_answered_on, Some(day("2026-03-09")));
}

#[test]
fn a_period_is_read_from_indexes_alone() {
    let office = complained_office();
    let plan = statistics::plan(&office.store.connection).expect("a plan");
    let reads: Vec<_> = plan.iter().filter(|line| line.contains(" cases ")).collect();
    assert_eq!(
        reads,
        [
            "SEARCH cases USING COVERING INDEX case_row_open_received (received_on>? AND received_on<?)",
            "SEARCH cases USING COVERING INDEX case_row_closed_received (received_on>? AND received_on<?)",
            "SEARCH cases USING COVERING INDEX case_row_first_answered (first_answered_on>? AND first_answered_on<?)",
            "SCAN cases USING COVERING INDEX case_row_complained",
        ],
        "{plan:#?}"
    );
}

/// What somebody hands over as proof is held against the record when it is made.
#[test]
fn the_proof_of_a_request_holds_and_a_changed_log_gives_none() {
    let mut office = complained_office();
    let requests = [1, 2].map(|place| RequestNumber::new(2026, place).expect("a number"));
    let proof = office.store.proof(&requests).expect("a proof");
    let verified = office.store.verify(None).expect("verified");
    assert_eq!((proof.head.to_string(), proof.access_head.to_string()), (verified.head, verified.access_head));
    for (of, number) in proof.requests.iter().zip(requests) {
        let stored = office.store.load(number).expect("loaded").expect("a request");
        assert_eq!((of.request, of.events.len()), (number, stored.log.len()));
        let last = of.commits.last().expect("a commit");
        assert_eq!(last.version as usize, stored.log.len(), "the last commit carried the last event");
        assert!(of.commits.is_sorted_by_key(|commit| commit.position));
    }
    for harm in [
        "UPDATE event SET actor = 'Odd Vik' WHERE request = 2026000000002 AND seq = 2",
        "UPDATE commit_chain SET at = at + 1 WHERE request = 2026000000002",
        "UPDATE commit_chain SET head = zeroblob(32) WHERE request = 2026000000002",
        "DELETE FROM commit_chain WHERE request = 2026000000002",
    ] {
        let mut office = complained_office();
        office.harm(harm);
        assert!(office.store.proof(&requests[1..]).is_err(), "{harm}");
        assert!(office.store.proof(&requests[..1]).is_ok(), "{harm}: the other request is whole");
    }
}
