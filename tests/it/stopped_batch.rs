//! Letters for a selection, stopped on the way: what was issued is whole, and what was left is as it was.

use std::collections::BTreeMap;
use std::io;

use personvernsak::api::intake;
use personvernsak::casework::ids::CaseNumber;
use personvernsak::casework::letter::LetterKind;
use personvernsak::usecase::{BatchRequest, Problem, Workplace};

use crate::answered_as_read::{at_work, draft};
use crate::cli_case::office::Office;

const NOW: &str = "2026-02-03T10:00:00.123456Z";

/// Forty requests, and what an acknowledgement of each takes.
fn selection(desk: &mut Workplace<'_>) -> BatchRequest {
    let today = desk.today();
    let cases = (0..40).map(|number| {
        let mut given = draft("Åse Kval");
        given.idempotency_key = Some(format!("levering-{number}"));
        let request = intake::check(&given, desk.rules, desk.identifiers, today).expect("a request");
        let opened = desk.register(request, Vec::new()).expect("registered");
        opened.number.case(opened.request.cases[0].opened.case)
    });
    let cases: Vec<CaseNumber> = cases.collect();
    BatchRequest { cases, kind: LetterKind::Acknowledgement, fields: BTreeMap::new() }
}

#[test]
fn what_is_left_when_it_is_stopped_is_as_it_was() {
    let office = Office::at(NOW);
    at_work(&office, "administrator", |desk| {
        let batch = selection(desk);
        let mut heard = Vec::new();
        let letters = desk
            .issue_letters(&batch, &mut |_, _| Ok(()), &mut |done| {
                heard.push(done);
                done == 0
            })
            .expect("a batch");
        let (issued, left): (Vec<_>, Vec<_>) = letters.iter().partition(|letter| letter.outcome.is_some());
        assert_eq!(heard, [0, issued.len()], "it is heard how far it has come");
        assert!(!issued.is_empty() && !left.is_empty(), "some are issued and some are left");
        for letter in &letters {
            let case = letter.cases[0];
            let opened = desk.find_request(case.request).expect("read").expect("there");
            assert_eq!(opened.request.letters.len(), usize::from(letter.outcome.is_some()), "{case}");
        }
    });
    office.is_whole();
}

/// A letter whose file cannot be written gets no number, and the next ones are written all the same.
#[test]
fn a_file_that_cannot_be_written_stops_its_own_letter() {
    at_work(&Office::at(NOW), "administrator", |desk| {
        let batch = selection(desk);
        let full = |number: personvernsak::casework::ids::DocumentNumber, _: &[u8]| {
            if number.to_string().starts_with("2026/00003-") { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        };
        let letters = desk.issue_letters(&batch, &mut { full }, &mut |_| true).expect("a batch");
        for letter in &letters {
            let failed = matches!(letter.outcome, Some(Err(Problem::Output(_))));
            assert_eq!(failed, letter.cases[0].to_string() == "2026/00003-a", "{:?}", letter.cases);
            let opened = desk.find_request(letter.cases[0].request).expect("read").expect("there");
            assert_eq!(opened.request.letters.is_empty(), failed);
        }
    });
}
