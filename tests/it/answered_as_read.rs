//! What a change answers with is made of what was committed. Here every answer is held against the request as it is read
//! back from the disk.

use std::collections::BTreeMap;

use personvernsak::adapter::exchange::{FileReader, TableReader};
use personvernsak::adapter::pdf::{PdfDrawer, PdfReader, PdfRedactor};
use personvernsak::adapter::store::{LockedStore, Passphrase};
use personvernsak::adapter::system::{FixedClock, FreshIdentifiers, SystemFileSystems, SystemRandomness};
use personvernsak::api::draft::RequestDraft;
use personvernsak::api::{intake, session};
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::request::{CheckResult, Confirmation};
use personvernsak::law::deadline::PauseGround;
use personvernsak::law::rights::Outcome;
use personvernsak::usecase::ports::Store;
use personvernsak::usecase::{LetterRequest, Opened, Readers, Workplace};

use crate::cli_case::office::{Office, PASSPHRASE};

const NOW: &str = "2026-02-03T10:00:00.123456Z";

/// Works in an office's store as one of its users.
pub fn at_work(office: &Office, name: &str, work: impl FnOnce(&mut Workplace<'_>)) {
    let locked = LockedStore::open(&office.path("lager"), &SystemFileSystems).expect("a store");
    let mut store = locked.unlock(name, &Passphrase::new(PASSPHRASE), Box::new(SystemRandomness)).expect("unlocked");
    let clock = || FixedClock::at(NOW.parse().expect("an instant"));
    let user = store.users().expect("users").into_iter().find(|user| user.name == name).expect("the user");
    work(&mut Workplace {
        store: &mut store,
        clock: &clock(),
        identifiers: &mut FreshIdentifiers::new(Box::new(clock()), Box::new(SystemRandomness)),
        drawer: &PdfDrawer,
        readers: Readers { pdf: &PdfReader, tables: &TableReader, files: &FileReader, redactor: &PdfRedactor },
        rules: &session::rules("helsedirektoratet").expect("rules"),
        user: &user,
    });
}

fn holds(desk: &mut Workplace<'_>, answered: &Opened) {
    let read = desk.find_request(answered.number).expect("read").expect("there");
    let (answered, read) = (format!("{answered:#?}"), format!("{read:#?}"));
    let differs: Vec<_> = answered.lines().zip(read.lines()).filter(|(answered, read)| answered != read).collect();
    assert!(answered == read, "answered and read: {:#?}", differs.first());
}

pub fn draft(name: &str) -> RequestDraft {
    serde_json::from_value(serde_json::json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nn", "their_reference": "A-17",
        "person": {"name": name, "identity_number": null,
                   "address": {"lines": ["Strandgata 7", "6700 Ma\u{30a}løy"], "country": "NO"}},
        "text": "  Eg ber om innsyn, og om sletting.  ", "attachments": [{"title": "Stadfesting", "pages": 2}],
        "idempotency_key": "levering-1",
        "demands": [{"register": "kpr", "right": "innsyn"}, {"register": "kpr", "right": "sletting", "grounds": "Det er tungt."}]
    }))
    .expect("a draft")
}

#[test]
fn every_answer_to_a_change_is_what_is_read_back() {
    at_work(&Office::at(NOW), "administrator", |desk| {
        let today = desk.today();
        let new = intake::check(&draft("Ma\u{30a}rit Lid"), desk.rules, desk.identifiers, today).expect("a request");
        let registered = desk.register(new, Vec::new()).expect("registered");
        holds(desk, &registered);
        let again = intake::check(&draft("Ma\u{30a}rit Lid"), desk.rules, desk.identifiers, today).expect("a request");
        let again = desk.register(again, Vec::new()).expect("the same delivery");
        assert_eq!(again.number, registered.number);
        holds(desk, &again);

        let case = registered.number.case(registered.request.cases[1].opened.case);
        let asked =
            desk.suspend(case, PauseGround::Clarification, today, today + chrono::Days::new(14), None).expect("asked");
        holds(desk, &asked);
        let note = desk.note(case, "Ringte; må ringe igjen.".to_owned(), Some(today), None).expect("noted");
        holds(desk, &note);
        let resumed = desk.resume(case, None, today, None).expect("resumed");
        holds(desk, &resumed);
        let checked = desk.record_check(
            case,
            "sterkt-belastende",
            CheckResult::No,
            Some("Fann ikkje.".to_owned()),
            Confirmation::default(),
            None,
        );
        holds(desk, &checked.expect("checked"));
        let decided = desk.decide(case, Outcome::NoData, "Vi har ikkje noko.".to_owned(), Vec::new(), Vec::new(), None);
        holds(desk, &decided.expect("decided"));
        let wanted = LetterRequest {
            cases: vec![case],
            kind: LetterKind::Acknowledgement,
            fields: BTreeMap::new(),
            send: None,
            to: None,
            copies: Vec::new(),
            dated_on: None,
            corrects: None,
        };
        desk.issue_letter(&wanted, None).expect("issued");
        let noted = desk.note(case, "Sendt.".to_owned(), None, None).expect("noted");
        holds(desk, &noted);
    });
}

#[test]
fn what_somebody_may_not_read_is_not_in_the_answer_either() {
    let office = Office::at(NOW);
    let passphrase = office.write("ny", &format!("{PASSPHRASE}\n"));
    office.done(&["user", "add", "Nina Lie", "--role", "saksbehandler", "--new-passphrase-file", &passphrase]);
    at_work(&office, "Nina Lie", |desk| {
        let mut draft = draft("Anon Lid");
        let person = draft.person.as_mut().expect("a person");
        person.protection = Some("fortrolig".to_owned());
        person.address = None;
        let today = desk.today();
        let new = intake::check(&draft, desk.rules, desk.identifiers, today).expect("a request");
        let registered = desk.register(new, Vec::new()).expect("registered");
        holds(desk, &registered);
    });
}
