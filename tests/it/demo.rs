//! The demonstration: what `./run --demo` shows.

use std::path::Path;
use std::process::Command;

use chrono::{DateTime, Utc};
use personvernsak::adapter::load;
use personvernsak::api::case::CaseAnswer;
use personvernsak::api::demo;
use personvernsak::api::desk::{CASE_STATES, CaseList, Desk};
use personvernsak::api::session::{Settings, StoreCreate};
use personvernsak::law::rights::{Right, Track};

const PASSPHRASE: &str = "bare til prøve";

/// A store with the demonstration, made at an instant.
fn demonstration(folder: &Path, now: &str) -> Desk {
    let now: DateTime<Utc> = now.parse().expect("an instant");
    let store = folder.join("store");
    let mut desk = Desk::new(store.clone(), Settings { now: Some(now), seed: Some("demo".to_owned()) });
    let new = StoreCreate {
        store,
        organisation: "helsedirektoratet".to_owned(),
        name: demo::USER.to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    desk.store_create(&new, true).expect("a store");
    assert_eq!(demo::fill(&mut desk, now, PASSPHRASE), Ok(60), "{now}");
    desk
}

#[test]
fn sixty_requests_stand_in_the_list_some_late_some_paused() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = demonstration(folder.path(), "2026-11-22T09:00:00Z");
    let cases = every_case(&mut desk);
    assert!(cases.iter().filter(|case| case.late).count() >= 5);
    assert!(cases.iter().filter(|case| case.state == "suspended").count() >= 4);
    for track in Track::ALL {
        assert!(cases.iter().any(|case| case.track == track.id()), "{track}");
    }
    for right in Right::ALL {
        assert!(cases.iter().any(|case| case.right == right.id()), "{right}");
    }
    for register in load::embedded().expect("the catalogue").catalogue.registers() {
        assert!(cases.iter().any(|case| case.register == register.id.as_str()), "{}", register.id);
    }
    assert!(desk.store_verify(None).expect("a verdict").ok);
}

/// Every case in every state.
fn every_case(desk: &mut Desk) -> Vec<CaseAnswer> {
    CASE_STATES
        .into_iter()
        .flat_map(|state| {
            let wanted = CaseList { state: Some(state.to_owned()), limit: Some(500), ..CaseList::default() };
            desk.case_list(&wanted).expect("the list").cases
        })
        .collect()
}

#[test]
fn a_store_that_is_there_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let passphrase = folder.path().join("passphrase");
    std::fs::write(&passphrase, "bare til prøve\n").expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_personvernsak"))
        .args(["demo", "--store"])
        .arg(folder.path())
        .arg("--passphrase-file")
        .arg(&passphrase)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(passphrase.exists());
}
