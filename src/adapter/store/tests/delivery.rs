//! The same delivery is registered once, whoever sends it and however often.

use super::*;
use crate::usecase::ports::FaultClass;

/// A delivery with this key of the sender's; `seed` makes the identifiers, which two sendings never share.
fn delivery(office: &Office, key: &str, seed: u128) -> Sample {
    Sample { delivery: Some(office.store.delivery_mark(key)), ..Sample::new(seed) }
}

#[test]
fn a_delivery_is_known_again() {
    let mut office = Office::new();
    let (first, again) = (delivery(&office, "altinn-7", 1), delivery(&office, "altinn-7", 2));
    let registered = office.store.commit(&first.commit()).expect("registered");
    assert!(!registered.known);
    let known = office.store.commit(&again.commit()).expect("known");
    assert_eq!(known, Committed { known: true, ..registered });
    // What happened to it since does not matter, nor that another was registered.
    office.change(registered.number, vec![Event::CaseClosed { case: letter(0) }], Vec::new());
    let other = delivery(&office, "altinn-8", 3);
    assert!(!office.store.commit(&other.commit()).expect("registered").known);
    let known = office.store.commit(&delivery(&office, "altinn-7", 4).commit()).expect("known");
    assert_eq!((known.number, known.version, known.known), (registered.number, 4, true));
    assert_eq!(office.store.verify(None).expect("verified").requests, 2);
}

#[test]
fn the_same_key_for_something_else_is_refused() {
    let mut office = Office::new();
    let first = delivery(&office, "altinn-7", 1);
    office.register(&first);
    let another_day = Sample { received_on: day("2026-02-03"), ..delivery(&office, "altinn-7", 2) }.commit();
    let fewer_demands = Sample { rights: vec![Right::Access], ..delivery(&office, "altinn-7", 3) }.commit();
    let mut other_words = delivery(&office, "altinn-7", 4).commit();
    for (_, content) in &mut other_words.contents {
        if let Content::Text(words) = content {
            words.push('!');
        }
    }
    for commit in [another_day, fewer_demands, other_words] {
        let refused = office.store.commit(&commit).expect_err("another delivery");
        let StoreError::Fault { class: FaultClass::Conflict, code, message } = refused else { panic!("{refused}") };
        assert_eq!(code, "idempotency-conflict");
        assert!(message.nb.contains("2026/00001") && message.nb.contains("ny nøkkel"), "{}", message.nb);
    }
    assert_eq!(office.store.status().expect("a status").counts.requests, 1);
}

/// The catalogue may have changed between two sendings: what the program made of the words is not compared.
#[test]
fn another_route_is_the_same_delivery() {
    let mut office = Office::new();
    let first = delivery(&office, "altinn-7", 1);
    office.register(&first);
    let mut again = delivery(&office, "altinn-7", 2).commit();
    for event in &mut again.events {
        if let Event::CaseOpened(opened) = event {
            opened.route.track = Track::General;
        }
    }
    assert!(office.store.commit(&again).expect("known").known);
}

#[test]
fn an_erased_or_sealed_row_does_not_make_it_another() {
    let mut office = Office::new();
    let odd = crate::usecase::ports::NewUser {
        name: "Odd Vik",
        role: Role::Caseworker,
        cleared: false,
        passphrase: PASSPHRASE,
    };
    office.store.add_user(&odd).expect("let in");
    let sample = Sample { protection: Protection::Confidential, ..delivery(&office, "altinn-7", 1) };
    let number = office.register(&sample);
    let mut odd = office.another("Odd Vik").expect("unlocked");
    let again = Sample { protection: Protection::Confidential, ..delivery(&office, "altinn-7", 2) };
    assert!(odd.commit(&again.commit()).expect("known").known);
    let erased = Event::ContentErased { content: sample.id(1), ground: "bevaringstid".to_owned(), approved_by: vec![] };
    office.change(number, vec![erased], Vec::new());
    assert!(office.store.commit(&again.commit()).expect("known").known);
}

#[test]
fn deliveries_that_come_at_once_are_one_request() {
    let mut office = Office::new();
    let mut other = office.another("Kari Myhre").expect("unlocked");
    let mark = |key: u128| office.store.delivery_mark(&format!("altinn-{key}"));
    let marks: Vec<_> = (0..20).map(mark).collect();
    let send = |store: &mut SqliteStore, seed: u128| -> Vec<Committed> {
        let sample = |place: usize| Sample { delivery: Some(marks[place]), ..Sample::new(seed + place as u128) };
        (0..marks.len()).map(|place| store.commit(&sample(place).commit()).expect("registered")).collect()
    };
    let (ours, theirs) = std::thread::scope(|scope| {
        let theirs = scope.spawn(|| send(&mut other, 1_000));
        (send(&mut office.store, 1), theirs.join().expect("sent"))
    });
    for (one, other) in ours.iter().zip(&theirs) {
        assert_eq!(one.number, other.number);
        assert_ne!(one.known, other.known, "registered by one of the two");
    }
    let verified = office.store.verify(None).expect("verified");
    assert_eq!((verified.requests, verified.problems), (20, vec![]));
}

/// A log that holds one delivery twice, as an older program could leave it: no row is lost over it.
#[test]
fn making_the_rows_anew_loses_none() {
    let mut office = Office::new();
    office.register(&delivery(&office, "altinn-7", 1));
    office.harm("UPDATE request_row SET delivery = NULL");
    office.register(&delivery(&office, "altinn-7", 2));
    office.store.rebuild().expect("rebuilt");
    let verified = office.store.verify(None).expect("verified");
    assert_eq!((verified.requests, verified.problems), (2, vec![]));
}

#[test]
fn the_senders_key_is_not_kept_and_its_mark_means_nothing_elsewhere() {
    let mut office = Office::new();
    office.register(&delivery(&office, "Odd Kvalheim 13046112345", 1));
    for column in ["body", "kind", "actor"] {
        let found: i64 = office
            .store
            .connection
            .query_row(&format!("SELECT count(*) FROM event WHERE instr({column}, 'Kvalheim') > 0"), [], |row| {
                row.get(0)
            })
            .expect("a count");
        assert_eq!(found, 0, "{column}");
    }
    let row: String =
        office.store.connection.query_row("SELECT delivery FROM request_row", [], |row| row.get(0)).expect("a row");
    assert_eq!(row.parse(), Ok(office.store.delivery_mark("Odd Kvalheim 13046112345")));
    let store_key = |seed| super::super::secret::Key::generate(&mut Counter(seed)).expect("a key");
    assert_ne!(store_key(1).delivery_mark("altinn-7"), store_key(2).delivery_mark("altinn-7"));
}
