//! Searches with known answers, what is gone once it is erased, and what putting in order costs.

use super::*;
use crate::casework::projection::Figure;
use crate::casework::search::Query;
use crate::law::rights::Outcome;
use crate::usecase::ports::{StateFilter, WorkListCursor, WorkListQuery};

/// The cases with a text that has these words, the newest first.
fn found_in(office: &mut Office, words: &str, within: WorkListQuery) -> Vec<String> {
    let query = Query::parse(words).expect("a search");
    let today = if within.figure.is_some() { within.today } else { day("2026-02-10") };
    let within = WorkListQuery { limit: 100, today, ..within };
    let page = office.store.search(&query, &within).expect("searched");
    assert!(page.next.is_none());
    page.rows.into_iter().map(|(case, _)| case.to_string()).collect()
}

fn found(office: &mut Office, words: &str) -> Vec<String> {
    found_in(office, words, WorkListQuery::default())
}

fn note(office: &mut Office, number: RequestNumber, place: u16, seed: u128, text: &str) {
    let event = Event::NoteAdded { case: letter(place), text: id(seed), telephone_on: None };
    office.change(number, vec![event], vec![(id(seed), Content::Text(text.to_owned()))]);
}

/// Three requests: a text about both cases of each, grounds about one, and notes.
fn office() -> Office {
    let mut office = Office::new();
    let numbers: Vec<_> = (1..=3).map(|seed| office.register(&Sample::new(seed))).collect();
    note(&mut office, numbers[0], 0, 7_001, "Ringte Kåre Bergs kontor om journalen fra 1994. Blåbær og ål.");
    note(&mut office, numbers[2], 1, 7_002, "Vi venter på journalene til sykehuset ved berget.");
    office
}

#[test]
fn known_answers() {
    let both = ["2026/00003-a", "2026/00003-b", "2026/00002-a", "2026/00002-b", "2026/00001-a", "2026/00001-b"];
    let grounds = ["2026/00003-b", "2026/00002-b", "2026/00001-b"];
    let (first, third): (&[&str], &[&str]) = (&["2026/00001-a"], &["2026/00003-b"]);
    for (words, expected) in [
        // The text of a request is about each of its cases, in any form of the word and in any order.
        ("opplysningane", &both[..]),
        ("Opplysning", &both),
        ("opplysninger slettar", &both),
        ("tungt", &grounds),
        ("tungt opplysningane", &[]),
        // A note is about its case. The newest case comes first.
        ("journal", &["2026/00003-b", "2026/00001-a"]),
        ("journalen 1994", first),
        ("199", &[]),
        // A name is found as it is written and never by its stem; a word by its stem.
        ("berg", third),
        ("bergs kontor", first),
        ("Bergs", &["2026/00003-b", "2026/00001-a"]),
        ("kåre", first),
        ("kare", &[]),
        ("blåbær", first),
        ("blabær", &[]),
        ("al", &[]),
        ("ål", first),
        // Signs and the words of other programs' searches are nothing special.
        ("\"journal\" 1994*", first),
        ("journal NOT sykehuset", &[]),
        ("names:kåre", &[]),
        ("kvalheim", &[]),
    ] {
        let mut office = office();
        assert_eq!(found(&mut office, words), expected, "{words}");
        office.store.rebuild().expect("rebuilt");
        assert_eq!(found(&mut office, words), expected, "{words}, made anew");
    }
}

#[test]
fn a_search_is_narrowed_like_the_list_and_finds_what_is_closed() {
    let mut office = office();
    let narrowed = |office: &mut Office, query| found_in(office, "opplysningane", query);
    let register = |id: &str| WorkListQuery { register: id.parse().ok(), ..WorkListQuery::default() };
    assert_eq!(narrowed(&mut office, register("kpr")).len(), 6);
    assert_eq!(narrowed(&mut office, register("npr")).len(), 0);
    let track = WorkListQuery { track: Some(Track::Section25), ..WorkListQuery::default() };
    assert_eq!(narrowed(&mut office, track), ["2026/00003-b", "2026/00002-b", "2026/00001-b"]);
    let due = |day_of: &str| WorkListQuery { due_before: Some(day(day_of)), ..WorkListQuery::default() };
    assert_eq!(
        (narrowed(&mut office, due("2026-03-03")).len(), narrowed(&mut office, due("2026-03-02")).len()),
        (6, 0)
    );

    let figure = |figure, today: &str| WorkListQuery { figure: Some(figure), today: day(today), ..Default::default() };
    for (of, today, found) in [
        (Figure::Late, "2026-03-03", 6),
        (Figure::Late, "2026-03-02", 0),
        (Figure::DueWithin7, "2026-03-02", 6),
        (Figure::Paused, "2026-03-02", 0),
        (Figure::Extended, "2026-03-02", 0),
        (Figure::Unanswered, "2026-03-02", 6),
    ] {
        assert_eq!(narrowed(&mut office, figure(of, today)).len(), found, "{of:?} {today}");
    }

    let number = "2026/00002".parse().expect("a number");
    let decided = Event::CaseDecided {
        case: letter(0),
        outcome: Outcome::NoData,
        reasons: id(7_003),
        legal_basis: vec![],
        grounds: Vec::new(),
    };
    let reasons = vec![(id(7_003), Content::Text("Det finst ikkje opplysningar.".to_owned()))];
    office.change(number, vec![decided, Event::CaseClosed { case: letter(0) }], reasons);
    assert_eq!(found(&mut office, "finst"), ["2026/00002-a"]);
    let closed = WorkListQuery { states: vec![StateFilter::Closed], ..WorkListQuery::default() };
    assert_eq!(narrowed(&mut office, closed), ["2026/00002-a"]);
}

#[test]
fn pages_of_any_size_give_the_same_cases() {
    let mut office = office();
    let whole = found(&mut office, "opplysningane");
    let query = Query::parse("opplysningane").expect("a search");
    for limit in 1..=4 {
        let (mut list, mut after): (Vec<String>, Option<WorkListCursor>) = (Vec::new(), None);
        loop {
            let within = WorkListQuery { limit, after, ..WorkListQuery::default() };
            let page = office.store.search(&query, &within).expect("searched");
            assert!(page.rows.len() <= limit as usize);
            list.extend(page.rows.iter().map(|(case, _)| case.to_string()));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(list, whole, "{limit}");
    }
}

#[test]
fn nothing_of_a_protected_person_is_in_the_index() {
    let mut office = office();
    let number = office.register(&Sample { protection: Protection::Confidential, ..Sample::new(4) });
    note(&mut office, number, 0, 7_004, "Kvitveisen står ved husveggen.");
    assert_eq!(found(&mut office, "kvitveisen"), Vec::<String>::new());
    assert_eq!(found(&mut office, "opplysningane").len(), 6);
    assert!(!in_index(&office, "kvitvei"));
    office.store.rebuild().expect("rebuilt");
    assert_eq!(found(&mut office, "kvitveisen"), Vec::<String>::new());
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
}

/// Whether some page of the index holds these bytes. A word may share its beginning with the one before it.
fn in_index(office: &Office, bytes: &str) -> bool {
    let blocks: Vec<Vec<u8>> = office
        .store
        .connection
        .prepare("SELECT block FROM search_index_data")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("the pages");
    blocks.iter().any(|block| block.windows(bytes.len()).any(|window| window == bytes.as_bytes()))
}

#[test]
fn words_are_gone_from_the_index_at_once_when_a_text_is_erased() {
    let mut office = office();
    let number = office.register(&Sample::new(5));
    note(&mut office, number, 0, 7_005, "Kvitveisen står ved husveggen, sier Ragnhild Vårsol.");
    while office.store.tidy().expect("in order") {}
    assert_eq!(found(&mut office, "kvitveisen vårsol"), ["2026/00004-a"]);
    assert!(in_index(&office, "itvei") && in_index(&office, "årsol"));
    let erased = Event::ContentErased { content: id(7_005), ground: "bevaringstid".to_owned(), approved_by: vec![] };
    office.change(number, vec![erased], Vec::new());
    assert_eq!(found(&mut office, "kvitveisen"), Vec::<String>::new());
    for bytes in ["itvei", "årsol", "husvegg", "agnhild"] {
        assert!(!in_index(&office, bytes), "{bytes}");
    }
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
    let rebuilt = office.store.rebuild().expect("rebuilt");
    assert_eq!(rebuilt.digest_before, rebuilt.digest_after);
}

#[test]
fn an_index_that_lacks_or_adds_is_told() {
    for (harm, made_anew) in [
        ("DELETE FROM search_row WHERE of_letter = 0", true),
        ("UPDATE search_row SET of_letter = 1 WHERE of_letter = 0", true),
        ("INSERT INTO search_index (search_index) VALUES ('delete-all')", true),
        ("INSERT INTO search_row VALUES ((2026000000001 << 20) + 999, zeroblob(16), NULL)", true),
    ] {
        let mut office = office();
        office.harm(harm);
        let problems = office.store.verify(None).expect("verified").problems;
        assert!(problems.iter().any(|problem| problem.code == "search-differs"), "{harm}: {problems:?}");
        office.store.rebuild().expect("rebuilt");
        assert_eq!(office.store.verify(None).expect("verified").problems.is_empty(), made_anew, "{harm}");
    }
}

/// Pieces are left lying while somebody registers and merged when nobody waits, a little at a time.
#[test]
fn putting_in_order_merges_what_registering_left() {
    let mut office = Office::new();
    let pieces = |office: &Office| -> i64 {
        let segments = "SELECT count(DISTINCT segid) FROM search_index_idx";
        office.store.connection.query_row(segments, [], |row| row.get(0)).expect("a count")
    };
    (1..=60).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    assert!(pieces(&office) >= 60, "{}", pieces(&office));
    while office.store.tidy().expect("in order") {}
    assert!(pieces(&office) < 16, "{}", pieces(&office));
    assert!(!office.store.tidy().expect("in order"), "nothing is left to do");
    let query = Query::parse("opplysningane").expect("a search");
    let within = WorkListQuery { limit: 200, ..WorkListQuery::default() };
    assert_eq!(office.store.search(&query, &within).expect("searched").rows.len(), 120);
    assert_eq!(office.store.verify(None).expect("verified").problems, []);
}

/// However common a word is, a page reads as many texts as it has cases: no sorting, no reading to the end.
#[test]
fn the_plan_reads_from_the_newest_and_sorts_nothing() {
    let office = office();
    let plan: Vec<String> = office
        .store
        .connection
        .prepare(
            "EXPLAIN QUERY PLAN SELECT request FROM search_index CROSS JOIN search_row ON search_row.id = search_index.rowid \
             CROSS JOIN case_row ON case_row.request = search_row.id >> 20 \
             AND (search_row.of_letter IS NULL OR case_row.letter = search_row.of_letter) \
             WHERE search_index MATCH 'stems : a' AND search_index.rowid < 9 ORDER BY search_index.rowid DESC",
        )
        .and_then(|mut statement| statement.query_map([], |row| row.get(3))?.collect())
        .expect("a plan");
    assert_eq!(plan.len(), 3, "{plan:?}");
    assert!(plan.iter().all(|step| !step.contains("B-TREE") && !step.starts_with("SCAN case_row")), "{plan:?}");
}
