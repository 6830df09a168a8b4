//! What somebody does to the record behind the program's back is told.

use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};

use super::*;
use crate::usecase::ports::Verification;

fn three() -> Office {
    let mut office = Office::new();
    (1..=3).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    let number = "2026/00002".parse().expect("a number");
    let note = vec![Event::NoteAdded { case: letter(0), text: id(900), telephone_on: None }];
    office.change(number, note, vec![(id(900), Content::Text("Ring i morgon.".to_owned()))]);
    office
}

fn codes(verified: &Verification) -> Vec<(String, Option<u32>, &'static str)> {
    let number = |number: &Option<RequestNumber>| number.map(|number| number.to_string()).unwrap_or_default();
    verified.problems.iter().map(|problem| (number(&problem.request), problem.sequence, problem.code)).collect()
}

#[test]
fn an_untouched_record_is_in_order() {
    let mut office = three();
    let verified = office.store.verify(None).expect("verified");
    assert_eq!((verified.requests, verified.events, codes(&verified)), (3, 10, vec![]));
    let head: String = verified.head;
    assert_eq!(head.len(), 64);
    office.register(&Sample::new(9));
    assert_ne!(office.store.verify(None).expect("verified").head, head);
}

#[test]
fn a_row_changed_with_the_key_is_told() {
    const SECOND: &str = "request = 2026000000002";
    let code = |code| vec![("2026/00002", code)];
    for (sql, expected) in [
        (
            "UPDATE event SET body = CAST(replace(body, 'innsyn', 'sperring') AS BLOB) WHERE $ AND seq = 2",
            code("event-changed"),
        ),
        ("UPDATE event SET actor = 'Odd Vik' WHERE $ AND seq = 2", code("event-changed")),
        ("UPDATE event SET at = at + 1 WHERE $ AND seq = 4", code("event-changed")),
        ("UPDATE event SET kind = 'note-removed' WHERE $ AND seq = 4", code("event-unreadable")),
        ("UPDATE event SET hash = zeroblob(32) WHERE $ AND seq = 2", code("event-changed")),
        ("DELETE FROM event WHERE $ AND seq = 2", code("event-missing")),
        ("DELETE FROM event WHERE $ AND seq = 4", code("commit-differs")),
        ("DELETE FROM event WHERE $", code("commit-differs")),
        ("DELETE FROM commit_chain WHERE position = 2", vec![("2026/00003", "commit-missing")]),
        ("DELETE FROM commit_chain WHERE position = 4", code("event-uncommitted")),
        ("UPDATE commit_chain SET at = at + 1 WHERE position = 2", code("commit-changed")),
        ("UPDATE content SET bytes = x'7b7d' WHERE $ AND kind = 'text'", code("content-changed")),
        (
            "UPDATE content SET bytes = NULL, salt = NULL, mark = NULL WHERE $ AND kind = 'person'",
            code("content-missing"),
        ),
        ("DELETE FROM content WHERE $ AND kind = 'person'", code("content-missing")),
        (
            "INSERT INTO content (request, id, kind, sealed_for, salt, bytes) \
             VALUES (2026000000002, zeroblob(16), 'text', 'store', zeroblob(32), x'00')",
            code("content-unknown"),
        ),
        ("UPDATE case_row SET due_on = '2027-01-01' WHERE $", code("projection-differs")),
        ("UPDATE case_row SET due_order = '2027-01-01' WHERE $", code("projection-differs")),
        ("UPDATE request_row SET version = 9 WHERE $", code("projection-differs")),
        ("DELETE FROM case_row WHERE $", code("projection-differs")),
        ("INSERT INTO request_row VALUES (2026000000009, 1, 1, 0, NULL)", vec![("2026/00009", "projection-differs")]),
        (
            "INSERT INTO content SELECT 2026000000009, id, kind, sealed_for, salt, encapsulated, bytes, mark FROM content WHERE $ AND kind = 'person'",
            vec![("2026/00009", "content-unknown")],
        ),
        (
            "INSERT INTO letter_draft VALUES (zeroblob(16), 2026000000009, 'store', NULL, x'7b7d')",
            vec![("2026/00009", "draft-unknown")],
        ),
        (
            "INSERT INTO case_row (request, letter, register, \"right\", track, handled_by, phase, received_on, nominal_on, identity_asked, initials, protected, section_25_stage, grounds, documents, rule_version, kind) SELECT 2026000000009, letter, register, \"right\", track, handled_by, phase, received_on, nominal_on, identity_asked, initials, protected, section_25_stage, grounds, documents, rule_version, kind FROM case_row WHERE $",
            vec![("2026/00009", "projection-differs")],
        ),
        ("UPDATE case_row SET kind = kind % 2 + 1 WHERE $", code("projection-differs")),
        ("UPDATE content SET kind = 'note', mark = NULL WHERE $ AND kind = 'person'", code("content-changed")),
        (
            "CREATE TEMP TABLE other AS SELECT request, id, salt, bytes FROM content WHERE kind = 'text' AND $; \
             UPDATE content SET (salt, bytes) = (SELECT salt, bytes FROM other WHERE other.id <> content.id LIMIT 1) \
             WHERE kind = 'text' AND $",
            code("content-changed"),
        ),
        (
            "UPDATE content SET sealed_for = 'protected', salt = NULL, encapsulated = zeroblob(32) WHERE $ AND kind = 'person'",
            code("content-sealed-otherwise"),
        ),
        ("UPDATE figures SET section_25_assessed = 0", vec![("", "figures-differ")]),
    ] {
        let mut office = three();
        office.harm(&sql.replace('$', SECOND));
        let verified = office.store.verify(None).expect("verified");
        let found = codes(&verified);
        for (request, code) in expected {
            assert!(found.iter().any(|(at, _, told)| at == request && *told == code), "{sql}: {found:?}");
        }
        assert!(found.iter().all(|(request, ..)| request != "2026/00001"), "{sql}: {found:?}");
    }
}

/// Everything after the change is written anew with right hashes: only the chain through the store is left to tell.
#[test]
fn a_request_whose_whole_log_is_written_anew_is_told() {
    let mut office = three();
    let number = "2026/00003".parse().expect("a number");
    office.harm("DELETE FROM event WHERE request = 2026000000003; DELETE FROM content WHERE request = 2026000000003");
    let commit = Sample { received_on: day("2026-02-20"), ..Sample::new(3) }.commit();
    let SqliteStore { connection, keys, ring, .. } = &office.store;
    let for_all = super::super::content::SealedFor::Store;
    let key = super::super::number::key(number);
    let hashes = super::super::content::keep(connection, (keys, ring), &mut Counter(5), key, for_all, &commit.contents)
        .expect("kept");
    let stamp = super::super::log::Stamp { at: 1, actor: "Kari Myhre" };
    let start = (0, crate::casework::audit::Digest::GENESIS);
    super::super::log::append(connection, number, start, stamp, &commit.events, &hashes).expect("written");
    office.store.rebuild().expect("rebuilt");
    let found = codes(&office.store.verify(None).expect("verified"));
    assert_eq!(found, [("2026/00003".to_owned(), Some(3), "commit-differs")]);
}

#[test]
fn what_was_erased_may_be_gone_and_must_be() {
    let mut office = three();
    let number = "2026/00002".parse().expect("a number");
    let erased = Event::ContentErased { content: id(900), ground: "bevaringstid".to_owned(), approved_by: vec![] };
    office.change(number, vec![erased], Vec::new());
    assert_eq!(codes(&office.store.verify(None).expect("verified")), []);
    office
        .harm("UPDATE content SET salt = zeroblob(32), bytes = x'00' WHERE request = 2026000000002 AND bytes IS NULL");
    let found = codes(&office.store.verify(None).expect("verified"));
    assert_eq!(found, [("2026/00002".to_owned(), Some(4), "content-left")]);
}

#[test]
fn the_digest_of_an_erased_letter_is_erased_with_it() {
    let mut office = three();
    let number = "2026/00002".parse().expect("a number");
    let pdf = b"%PDF-1.7".to_vec();
    let digest = crate::casework::audit::Digest::of(&pdf).to_string();
    let issued = Event::LetterIssued(crate::casework::request::LetterIssued {
        sequence: 2,
        cases: vec![letter(0)],
        kind: crate::casework::letter::LetterKind::Answer,
        language: Language::Nn,
        dated_on: day("2026-02-06"),
        channel: crate::casework::channel::SendChannel::Letter,
        pages: 1,
        file: id(910),
        digest: id(911),
        text: None,
        supersedes: None,
        to: None,
        copies: Vec::new(),
    });
    let contents = vec![(id(910), Content::File(pdf)), (id(911), Content::Text(digest.clone()))];
    office.change(number, vec![issued], contents);
    let in_log = |office: &Office| -> i64 {
        let sql = "SELECT count(*) FROM event WHERE instr(body, ?1) > 0";
        office.store.connection.query_row(sql, [&digest], |row| row.get(0)).expect("a count")
    };
    assert_eq!(in_log(&office), 0);
    let erased = |content| Event::ContentErased { content, ground: "bevaringstid".to_owned(), approved_by: vec![] };
    office.change(number, vec![erased(id(910))], Vec::new());
    let found = codes(&office.store.verify(None).expect("verified"));
    assert_eq!(found, [("2026/00002".to_owned(), Some(5), "content-left")]);
    office.change(number, vec![erased(id(911))], Vec::new());
    assert_eq!(codes(&office.store.verify(None).expect("verified")), []);
    assert!(!office.store.load(number).expect("read").expect("there").contents.contains_key(&id(911)));
}

#[test]
fn a_store_that_was_cut_back_is_told_by_its_earlier_head() {
    let mut office = three();
    let head = |office: &mut Office, known| office.store.verify(known).expect("verified");
    let first = crate::casework::audit::Digest::from_hex(&head(&mut office, None).head).expect("a head");
    office.register(&Sample::new(9));
    let last = crate::casework::audit::Digest::from_hex(&head(&mut office, Some(first)).head).expect("a head");
    assert_eq!(codes(&head(&mut office, Some(first))), []);
    assert_eq!(codes(&head(&mut office, Some(last))), []);
    // Everything of the last commit taken away, lists made anew: nothing inside the store tells.
    office.harm(
        "DELETE FROM commit_chain WHERE request = 2026000000004; DELETE FROM event WHERE request = 2026000000004; \
         DELETE FROM content WHERE request = 2026000000004",
    );
    office.store.rebuild().expect("rebuilt");
    assert_eq!(codes(&head(&mut office, None)), []);
    assert_eq!(codes(&head(&mut office, Some(first))), []);
    assert_eq!(codes(&head(&mut office, Some(last))), [(String::new(), None, "head-not-found")]);
}

/// Every page of the file in turn, one bit each: told on unlocking or by the check, never a panic, never «in order».
#[test]
fn a_flipped_bit_anywhere_in_the_file_is_told() {
    let office = three();
    office.store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("written");
    let path = office.path().join(super::super::DATABASE);
    let pages = fs::metadata(&path).expect("the file").len() / 4096;
    assert!(pages > 10, "{pages}");
    drop(office.store);
    let folder = office.folder;
    for page in 0..pages {
        flip(&path, page * 4096 + 1_234);
        let lager = folder.path().join("lager");
        let unlocked = LockedStore::open(&lager, &Disk)
            .and_then(|locked| locked.unlock("Kari Myhre", &Passphrase::new(PASSPHRASE), Box::new(Counter(0))));
        match unlocked {
            Ok(mut store) => {
                let verified = store.verify(None).expect("verified");
                assert!(verified.problems.iter().any(|problem| problem.code == "page-damaged"), "page {page}");
            }
            Err(problem) => assert!(matches!(problem, StoreProblem::Damaged { .. }), "page {page}: {problem}"),
        }
        flip(&path, page * 4096 + 1_234);
    }
}

fn flip(path: &Path, place: u64) {
    let mut file = fs::OpenOptions::new().read(true).write(true).open(path).expect("the file");
    let mut byte = [0];
    file.seek(SeekFrom::Start(place)).and_then(|_| file.read_exact(&mut byte)).expect("a byte");
    byte[0] ^= 1;
    file.seek(SeekFrom::Start(place)).and_then(|_| file.write_all(&byte)).expect("written");
}

#[test]
fn a_damaged_log_is_not_read_as_a_request() {
    let mut office = three();
    let number = "2026/00002".parse().expect("a number");
    office.harm("UPDATE event SET actor = 'Odd Vik' WHERE request = 2026000000002 AND seq = 2");
    let problem = office.store.load(number).expect_err("told").to_string();
    assert!(problem.contains("2026/00002") && problem.contains("hendelse 2"), "{problem}");
    let mut office = three();
    office.harm("UPDATE content SET salt = zeroblob(32) WHERE request = 2026000000002 AND kind = 'person'");
    let problem = office.store.load(number).expect_err("told").to_string();
    assert!(problem.contains("Innhold som hører til 2026/00002"), "{problem}");
}

#[test]
fn projections_made_anew_are_the_same() {
    let mut office = three();
    let rebuilt = office.store.rebuild().expect("rebuilt");
    // Requests, cases, the figures, and texts that are searched.
    assert_eq!(rebuilt.rows, 3 + 6 + 1 + 7);
    assert_eq!(rebuilt.digest_before, rebuilt.digest_after);
    office.harm("UPDATE case_row SET assignee = 'Odd Vik'; DELETE FROM request_row; UPDATE figures SET requests = 7");
    let mended = office.store.rebuild().expect("rebuilt");
    assert_ne!(mended.digest_before, rebuilt.digest_before);
    assert_eq!(mended.digest_after, rebuilt.digest_after);
    assert_eq!(codes(&office.store.verify(None).expect("verified")), []);
}
