//! What was done with many cases is undone by new entries, and only where nobody has done anything since.

use personvernsak::api::desk::{BulkInput, CaseAssign, CaseShowInput, Desk, RequestInput, UserAdd};
use personvernsak::api::session::{Settings, StoreCreate};
use serde_json::json;

const NAMES: [&str; 3] = ["Kari Myhre", "Aud Lid", "Odd Vik"];
const PASSPHRASE: &str = "blåbær på tur i fjellet";

fn desk(folder: &std::path::Path) -> Desk {
    let now = Some("2026-02-03T09:00:00Z".parse().expect("an instant"));
    let store = folder.join("lager");
    let mut desk = Desk::new(store.clone(), Settings { now, ..Settings::default() });
    let made = StoreCreate {
        store,
        organisation: "helsedirektoratet".to_owned(),
        name: NAMES[0].to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    desk.store_create(&made, true).expect("a store");
    for name in &NAMES[1..] {
        let user = json!({"name": name, "role": "saksbehandler", "passphrase": PASSPHRASE});
        desk.user_add(&serde_json::from_value::<UserAdd>(user).expect("a user")).expect("added");
    }
    let draft = json!({"draft": {
        "received_on": "2026-01-31", "channel": "brev", "language": "nb", "person": {"name": "Torleiv Kvamsdal"},
        "text": "Jeg ber om dette.",
        "demands": [{"register": "kpr", "right": "innsyn"}, {"register": "npr", "right": "innsyn"},
                    {"register": "hpr", "right": "innsyn"}],
    }});
    desk.request_register(&serde_json::from_value::<RequestInput>(draft).expect("a draft")).expect("registered");
    desk
}

fn assignees(desk: &mut Desk) -> Vec<Option<String>> {
    ["a", "b", "c"]
        .map(|letter| {
            let case = format!("2026/00001-{letter}");
            desk.case_show(&CaseShowInput { case }).expect("a case").summary.assignee
        })
        .to_vec()
}

fn assign(desk: &mut Desk, case: &str, to: &str) {
    let given = CaseAssign { case: case.to_owned(), to: to.to_owned(), if_version: None };
    desk.case_assign(&given).expect("assigned");
}

#[test]
fn cases_go_back_to_whoever_had_them_unless_they_were_given_away_since() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path());
    assign(&mut desk, "2026/00001-b", NAMES[2]);
    let some = |name: &str| Some(name.to_owned());
    let before = assignees(&mut desk);
    assert_eq!(before, [None, some(NAMES[2]), None]);

    let all = BulkInput {
        action: "assign".to_owned(),
        to: some(NAMES[1]),
        list: Some(Default::default()),
        ..BulkInput::default()
    };
    let opened = desk.bulk_open(&all).expect("begun");
    assert!((opened.cases, opened.can_be_undone) == (3, true));
    assert_eq!(desk.bulk_check().expect("checked").done.len(), 3);
    assert_eq!(desk.bulk_run().expect("done").done.len(), 3);
    assert_eq!(assignees(&mut desk), vec![some(NAMES[1]); 3]);
    // Somebody gives one of them on before it is undone.
    assign(&mut desk, "2026/00001-c", NAMES[0]);
    let undone = desk.bulk_undo().expect("undone");
    assert_eq!((undone.done.len(), undone.left), (2, 0));
    assert_eq!(undone.stopped[0].case, "2026/00001-c");
    assert_eq!(assignees(&mut desk), [None, some(NAMES[2]), some(NAMES[0])]);
    let timeline = desk.case_show(&CaseShowInput { case: "2026/00001-a".to_owned() }).expect("a case").timeline;
    let texts: Vec<&str> = timeline.iter().rev().take(2).map(|entry| entry.text.as_str()).collect();
    assert!(texts.contains(&"Saken er ikke lenger tildelt noen."), "{texts:?}");
    assert!(desk.store_verify(None).expect("checked").ok);

    let close = BulkInput { action: "close".to_owned(), to: None, ..all };
    assert!(!desk.bulk_open(&close).expect("begun").can_be_undone);
    assert_eq!(desk.bulk_check().expect("checked").stopped.len(), 3);
    assert_eq!(desk.bulk_undo().expect_err("refused").code, "cannot-be-undone");
    desk.bulk_close();
    assert_eq!(desk.bulk_run().expect_err("nothing is open").code, "no-bulk");
}

#[test]
fn a_question_that_was_recorded_in_many_cases_is_corrected_unless_it_was_answered() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path());
    let hold = BulkInput {
        action: "suspend".to_owned(),
        ground: Some("presisering".to_owned()),
        on: Some("2026-02-02".to_owned()),
        reply_by: Some("2026-02-16".to_owned()),
        list: Some(Default::default()),
        ..BulkInput::default()
    };
    let due = |desk: &mut Desk, letter: &str| {
        let case = format!("2026/00001-{letter}");
        desk.case_show(&CaseShowInput { case }).expect("a case").summary.due_on
    };
    let before = due(&mut desk, "a");
    assert!(before.is_some());
    desk.bulk_open(&hold).expect("begun");
    desk.bulk_check().expect("checked");
    assert_eq!(desk.bulk_run().expect("done").done.len(), 3);
    assert_eq!(due(&mut desk, "a"), None, "the clock stands still");
    let answered = json!({"case": "2026/00001-b", "on": "2026-02-03"});
    desk.case_resume(&serde_json::from_value(answered).expect("an input")).expect("resumed");
    let undone = desk.bulk_undo().expect("undone");
    assert_eq!(undone.done, ["2026/00001-c", "2026/00001-a"]);
    assert_eq!(undone.stopped[0].case, "2026/00001-b");
    assert_eq!(due(&mut desk, "a"), before);
    assert!(desk.store_verify(None).expect("checked").ok);
}
