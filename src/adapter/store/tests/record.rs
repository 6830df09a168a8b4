//! What is committed is there, all of it or none of it, and is read back as it was.

use super::*;
use crate::casework::request::CheckResult;
use crate::law::deadline::PauseGround;
use crate::law::rights::Outcome;
use crate::usecase::ports::{FaultClass, LetterDraft, NewUser};

#[test]
fn what_is_registered_is_read_back_as_it_was() {
    let mut office = Office::new();
    let sample = Sample::new(1);
    let commit = sample.commit();
    let committed = office.store.commit(&commit).expect("registered");
    assert_eq!((committed.number.to_string().as_str(), committed.version), ("2026/00001", 3));

    let stored = office.another("Kari Myhre").expect("unlocked").load(committed.number).expect("read").expect("there");
    let events: Vec<Event> = stored.log.iter().map(|recorded| recorded.event.clone()).collect();
    assert_eq!(events, commit.events);
    assert_eq!(stored.contents.into_iter().collect::<Vec<_>>(), {
        let mut contents = commit.contents.clone();
        contents.sort_by_key(|(id, _)| *id);
        contents
    });
    assert!(stored.log.iter().all(|recorded| recorded.at == at(0) && recorded.actor == "Kari Myhre"));
}

#[test]
fn every_kind_of_event_is_read_back_as_it_was() {
    let mut office = Office::new();
    let number = office.register(&Sample::new(1));
    let case = letter(0);
    let pdf = b"%PDF-1.7 not text: \xff\x00".to_vec();
    let events = vec![
        Event::CaseAssigned { case, to: "Kari Myhre".to_owned() },
        Event::IdentityChanged { status: IdentityStatus::Confirmed { method: None, on: Some(day("2026-02-03")) } },
        Event::CheckRecorded { case, check: "identitet".to_owned(), result: CheckResult::Yes, note: Some(id(901)) },
        Event::CaseSuspended {
            case,
            ground: PauseGround::Identity,
            asked_on: day("2026-02-03"),
            reply_by_on: day("2026-02-17"),
            letter: Some(2),
        },
        Event::CaseResumed { case, ground: PauseGround::Identity, answered_on: day("2026-02-05") },
        Event::NoteAdded { case, text: id(902), telephone_on: None },
        Event::CaseDecided {
            case,
            outcome: Outcome::NoData,
            reasons: id(903),
            legal_basis: vec!["gdpr-15".to_owned()],
            grounds: Vec::new(),
        },
        Event::LetterIssued(crate::casework::request::LetterIssued {
            sequence: 2,
            cases: vec![case, letter(1)],
            kind: crate::casework::letter::LetterKind::Answer,
            language: Language::Nn,
            dated_on: day("2026-02-06"),
            channel: crate::casework::channel::SendChannel::Letter,
            pages: 2,
            file: id(904),
            digest: id(905),
            text: None,
            supersedes: None,
            to: None,
            copies: Vec::new(),
        }),
        Event::CaseClosed { case },
        Event::ContentErased {
            content: id(902),
            ground: "arkivlova".to_owned(),
            approved_by: vec!["Eva Li".to_owned()],
        },
    ];
    let text = |words: &str| Content::Text(words.to_owned());
    let contents = vec![
        (id(901), text("Ringt.")),
        (id(902), text("Hugselapp.")),
        (id(903), text("Vi har ingen.")),
        (id(904), Content::File(pdf.clone())),
        (id(905), text(&crate::casework::audit::Digest::of(&pdf).to_string())),
    ];
    let committed = office.change(number, events.clone(), contents);
    assert_eq!(committed.version, 13);

    let stored = office.store.load(number).expect("read").expect("there");
    let read: Vec<Event> = stored.log.into_iter().skip(3).map(|recorded| recorded.event).collect();
    assert_eq!(read, events);
    assert_eq!(stored.contents.get(&id(901)), Some(&text("Ringt.")));
    assert_eq!(stored.contents.get(&id(902)), None, "erased");
    assert_eq!(stored.contents.get(&id(904)), None, "letters are read one by one");
    assert_eq!(office.store.file(number, id(904)).expect("read"), Some(pdf));
    assert_eq!(office.store.file(number, id(901)).expect("read"), None, "no letter");
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
}

#[test]
fn numbers_have_no_gaps_and_begin_anew_each_year() {
    let mut office = Office::new();
    let year = |year, seed| Sample { year, ..Sample::new(seed) };
    let numbers = [year(2026, 1), year(2026, 2), year(2027, 3), year(2026, 4)].map(|sample| office.register(&sample));
    assert_eq!(numbers.map(|number| number.to_string()), ["2026/00001", "2026/00002", "2027/00001", "2026/00003"]);

    // A commit that fails halfway uses no number.
    let mut twice = year(2026, 9).commit();
    twice.contents.push(twice.contents[0].clone());
    assert!(office.store.commit(&twice).is_err());
    assert_eq!(office.register(&year(2026, 10)).to_string(), "2026/00004");
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
}

#[test]
fn what_stands_or_falls_together_does() {
    let mut office = Office::new();
    let (first, second) = (office.register(&Sample::new(1)), office.register(&Sample::new(2)));
    let version = |office: &mut Office, number| {
        u32::try_from(office.store.load(number).expect("read").expect("there").log.len()).expect("a version")
    };
    let assigned = |number, expected_version| Commit {
        target: Target::Request { number, expected_version },
        at: at(9),
        actor: "Odd Vik".to_owned(),
        events: vec![Event::CaseAssigned { case: letter(0), to: "Odd Vik".to_owned() }],
        contents: Vec::new(),
        rows: Vec::new(),
        draft: None,
    };
    let before = (version(&mut office, first), version(&mut office, second));
    let stale = [assigned(first, before.0), assigned(second, before.1 + 1)];
    assert_eq!(office.store.commit_together(&stale), Err(StoreError::Conflict));
    assert_eq!((version(&mut office, first), version(&mut office, second)), before, "neither");
    office.store.commit_together(&[assigned(first, before.0), assigned(second, before.1)]).expect("both");
    assert_eq!((version(&mut office, first), version(&mut office, second)), (before.0 + 1, before.1 + 1));
}

#[test]
fn whoever_comes_second_is_told() {
    let mut office = Office::new();
    let number = office.register(&Sample::new(1));
    let mut other = office.another("Kari Myhre").expect("unlocked");
    let assigned = |to: &str| vec![Event::CaseAssigned { case: letter(0), to: to.to_owned() }];
    let old = office.store.load(number).expect("read").expect("there");
    office.change(number, assigned("Kari Myhre"), Vec::new());
    let late = Commit {
        target: Target::Request { number, expected_version: old.log.len() as u32 },
        at: at(9),
        actor: "Odd Vik".to_owned(),
        events: assigned("Odd Vik"),
        contents: Vec::new(),
        rows: Vec::new(),
        draft: None,
    };
    assert_eq!(other.commit(&late), Err(StoreError::Conflict));
    assert_eq!(other.load(number).expect("read").expect("there").log.len(), 4);
}

#[test]
fn two_who_register_at_once_share_the_numbers_without_gaps() {
    let mut office = Office::new();
    let mut other = office.another("Kari Myhre").expect("unlocked");
    let register = |store: &mut SqliteStore, seeds: std::ops::Range<u128>| -> Vec<RequestNumber> {
        seeds.map(|seed| store.commit(&Sample::new(seed).commit()).expect("registered").number).collect()
    };
    let mut numbers = std::thread::scope(|scope| {
        let theirs = scope.spawn(|| register(&mut other, 1_000..1_030));
        let mut ours = register(&mut office.store, 1..31);
        ours.extend(theirs.join().expect("registered"));
        ours
    });
    numbers.sort_unstable();
    let expected: Vec<_> = (1..=60).filter_map(|sequence| RequestNumber::new(2026, sequence)).collect();
    assert_eq!(numbers, expected);
    let verified = office.store.verify(None).expect("verified");
    assert_eq!((verified.requests, verified.problems), (60, vec![]));
}

#[test]
fn a_store_that_another_holds_is_busy() {
    let mut office = Office::new();
    let other = office.another("Kari Myhre").expect("unlocked");
    other.connection.execute_batch("BEGIN IMMEDIATE").expect("held");
    office.store.connection.busy_timeout(std::time::Duration::from_millis(20)).expect("set");
    assert_eq!(office.store.commit(&Sample::new(1).commit()), Err(StoreError::Busy));
    other.connection.execute_batch("COMMIT").expect("let go");
    assert_eq!(office.register(&Sample::new(1)).to_string(), "2026/00001");
}

#[test]
fn an_unknown_number_is_no_error() {
    let mut office = Office::new();
    let number = "2026/00001".parse().expect("a number");
    assert_eq!(office.store.load(number), Ok(None));
    assert_eq!(office.store.file(number, id(1)), Ok(None));
}

#[test]
fn protected_persons_are_read_by_the_cleared_alone() {
    let mut office = Office::new();
    let odd = NewUser { name: "Odd Vik", role: Role::Caseworker, cleared: false, passphrase: PASSPHRASE };
    office.store.add_user(&odd).expect("let in");
    let sample = Sample { protection: Protection::Confidential, ..Sample::new(1) };
    // One without clearance may register it, and then does not see it.
    let mut odd = office.another("Odd Vik").expect("unlocked");
    let number = odd.commit(&sample.commit()).expect("registered").number;
    let seen = odd.load(number).expect("read").expect("there");
    assert_eq!((seen.log.len(), seen.contents.len()), (3, 0));
    assert_eq!(office.store.load(number).expect("read").expect("there").contents.len(), 4);
    let (page, ..) = (odd.work_list(&crate::usecase::ports::WorkListQuery { limit: 9, ..Default::default() }), ());
    assert!(page.expect("a page").rows.iter().all(|(_, row)| row.initials.is_empty() && row.protected));
    // Both find the record in order, each as far as they can see.
    assert_eq!(odd.verify(None).expect("verified").problems, []);
    assert_eq!(office.store.verify(None).expect("verified").problems, []);

    let draft = LetterDraft { cases: vec![number.case(letter(0))], ..draft(number) };
    odd.keep_draft(&draft).expect("kept");
    assert!(matches!(
        odd.draft(draft.id),
        Err(StoreError::Fault { class: FaultClass::Refused, code: "not-cleared", .. })
    ));
    assert_eq!(office.store.draft(draft.id), Ok(Some(draft)));
}

/// A colleague lets in the first who is cleared while this store is unlocked.
#[test]
fn a_key_that_was_made_since_is_found() {
    let mut office = Office::of(Role::Administrator, false);
    let mut other = office.another("Kari Myhre").expect("unlocked");
    let eva = NewUser { name: "Eva Li", role: Role::Caseworker, cleared: true, passphrase: PASSPHRASE };
    office.store.add_user(&eva).expect("let in");
    let sample = Sample { protection: Protection::Confidential, ..Sample::new(1) };
    let number = other.commit(&sample.commit()).expect("registered").number;
    let mut eva = office.another("Eva Li").expect("unlocked");
    assert_eq!(eva.load(number).expect("read").expect("there").contents.len(), 4);
}

/// A colleague lets somebody in between the looking and the unlocking.
#[test]
fn somebody_let_in_meanwhile_is_no_attack() {
    let mut office = Office::new();
    let locked = LockedStore::open(&office.path(), &Disk).expect("a store");
    let odd = NewUser { name: "Odd Vik", role: Role::Caseworker, cleared: false, passphrase: PASSPHRASE };
    office.store.add_user(&odd).expect("let in");
    let mut store = locked.unlock("Kari Myhre", &Passphrase::new(PASSPHRASE), Box::new(Counter(0))).expect("unlocked");
    assert_eq!(store.users().expect("users").len(), 2);
}

/// A fault has the same code whether it comes through the port or not.
#[test]
fn a_fault_keeps_its_code_through_the_port() {
    let mut office = Office::new();
    let mut add = |name: &'static str, passphrase: &'static str| match office.store.add_user(&NewUser {
        name,
        role: Role::Caseworker,
        cleared: false,
        passphrase,
    }) {
        Err(StoreError::Fault { class, code, .. }) => (class, code),
        other => panic!("{other:?}"),
    };
    assert_eq!(add("Kari Myhre", PASSPHRASE), (FaultClass::Refused, "user-exists"));
    assert_eq!(add("Odd Vik", "kort"), (FaultClass::Refused, "weak-passphrase"));
    assert_eq!(add(" ", PASSPHRASE), (FaultClass::NotWellFormed, "bad-user-name"));
}

#[test]
fn nobody_keeps_what_nobody_can_read() {
    let mut office = Office::of(Role::Administrator, false);
    let sample = Sample { protection: Protection::Confidential, ..Sample::new(1) };
    let refused = office.store.commit(&sample.commit()).expect_err("nobody is cleared");
    assert!(refused.to_string().contains("Legg først til en bruker"), "{refused}");
    assert_eq!(office.store.status().expect("a status").counts.requests, 0);
}

fn draft(number: RequestNumber) -> LetterDraft {
    LetterDraft {
        id: id(77),
        cases: vec![number.case(letter(0)), number.case(letter(1))],
        kind: crate::casework::letter::LetterKind::Answer,
        fields: [("svar".to_owned(), "Vi har ingen opplysningar.".to_owned())].into(),
        send: None,
        corrects: None,
        to: None,
        copies: Vec::new(),
    }
}

#[test]
fn a_draft_is_kept_replaced_and_forgotten() {
    let mut office = Office::new();
    let number = office.register(&Sample::new(1));
    let mut draft = draft(number);
    office.store.keep_draft(&draft).expect("kept");
    draft.fields.insert("merknad".to_owned(), "Meir.".to_owned());
    office.store.keep_draft(&draft).expect("kept");
    assert_eq!(office.store.draft(draft.id), Ok(Some(draft.clone())));
    // A commit that is refused leaves it; the one that issues the letter takes it away.
    let issues = |events| Commit { events, draft: Some(draft.id), ..Sample::new(9).commit() };
    office.store.commit(&issues(Vec::new())).expect_err("refused");
    assert_eq!(office.store.draft(draft.id), Ok(Some(draft.clone())));
    office.store.commit(&issues(Sample::new(9).commit().events)).expect("issued");
    assert_eq!(office.store.draft(draft.id), Ok(None));
}

#[test]
fn the_disk_has_every_commit_when_it_returns() {
    let mut office = Office::new();
    let settings = |name| {
        office
            .store
            .connection
            .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
            .expect(name)
    };
    use rusqlite::types::Value::{Integer, Text};
    for (name, value) in [
        ("journal_mode", Text("wal".to_owned())),
        ("synchronous", Integer(2)),
        ("foreign_keys", Integer(1)),
        ("secure_delete", Integer(1)),
        ("cache_size", Integer(-65536)),
        ("busy_timeout", Integer(5000)),
        ("trusted_schema", Integer(0)),
    ] {
        assert_eq!(settings(name), value, "{name}");
    }
    let loaded = office.store.connection.query_row("SELECT load_extension('x')", [], |_| Ok(()));
    assert!(loaded.expect_err("refused").to_string().contains("not authorized"));
    office.register(&Sample::new(1));
}

#[test]
fn a_full_disk_leaves_nothing_half_written() {
    let mut office = Office::new();
    office.register(&Sample::new(1));
    let pages: i64 = office.store.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).expect("a count");
    office.store.connection.execute_batch(&format!("PRAGMA max_page_count = {pages}")).expect("a limit");
    let words = "Ei lang forklaring. ".repeat(5_000);
    let note = vec![Event::NoteAdded { case: letter(0), text: id(500), telephone_on: None }];
    let number = "2026/00001".parse().expect("a number");
    let full = office.try_change(number, note, vec![(id(500), Content::Text(words))]).expect_err("full");
    assert!(full.to_string().contains("Disken er full. Ingenting ble lagret."), "{full}");
    assert!(matches!(full, StoreError::Fault { class: FaultClass::Unusable, code: "disk-full", .. }), "{full:?}");
    assert_eq!(office.store.load(number).expect("read").expect("there").log.len(), 3);
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
}
