//! What the office has decided for itself: internal dates, and who may decide on them.

use serde_json::{Value, json};

use crate::cli_case::office::keys;
use crate::cli_case::sample_02;

const CASE: &str = "2026/00001-a";

#[test]
fn the_internal_date_is_as_many_days_before_the_law_s_as_the_office_says() {
    let office = sample_02::office();
    // Sample 02 came on a Saturday, and its answer is due on Monday 2 March.
    assert_eq!(office.show(CASE)["due_on"], "2026-03-02");
    for (days, internal_on) in [("5", json!("2026-02-25")), ("1", json!("2026-02-27")), ("0", Value::Null)] {
        let settings = office.done(&["settings", "set", "--internal-days", days]);
        assert_eq!(settings["internal_days"].as_u64().unwrap_or_default().to_string(), days);
        assert_eq!(office.show(CASE)["internal_due_on"], internal_on, "{days} in the case");
        let list = office.done(&["case", "list"]);
        let row = list["cases"].as_array().expect("cases").iter().find(|row| row["case"] == CASE).expect("the case");
        assert_eq!(row["internal_due_on"], internal_on, "{days} in the list");
        assert_eq!(row["due_on"], "2026-03-02", "the law's date stands");
    }
    office.is_whole();
}

/// Neither the log nor the rows of the list know of it: what the office wants is no part of a case.
#[test]
fn an_internal_date_changes_no_case() {
    let office = sample_02::office();
    let before = office.done(&["store", "verify"])["head"].clone();
    let digest = office.done(&["store", "rebuild"])["digest_after"].clone();
    office.done(&["settings", "set", "--internal-days", "7"]);
    assert_eq!(office.done(&["store", "verify"])["head"], before);
    assert_eq!(office.done(&["store", "rebuild"])["digest_after"], digest);
}

#[test]
fn the_settings_say_what_the_office_is() {
    let office = sample_02::office();
    let settings = office.done(&["settings", "show"]);
    assert_eq!(
        keys(&settings),
        [
            "catalogue",
            "changed_at",
            "changed_by",
            "format",
            "internal_days",
            "last_tested_restore_at",
            "letter_texts",
            "may",
            "most_internal_days",
            "office",
            "second_person",
            "store",
            "test",
            "users"
        ]
    );
    assert_eq!((&settings["internal_days"], &settings["changed_by"]), (&Value::Null, &Value::Null));
    let profile = &settings["office"];
    assert_eq!((&profile["id"], &profile["name"]), (&json!("helsedirektoratet"), &json!("Helsedirektoratet")));
    assert_eq!(profile["ombudsman"]["text"], "personvernombud@helsedirektoratet.no");
    let registers = profile["answers"].as_array().expect("registers");
    let kpr = registers.iter().find(|answers| answers["register"]["id"] == "kpr").expect("KPR");
    assert_eq!(kpr["in_force"], true);
    assert!(registers.iter().all(|answers| answers["source"].as_str().is_some_and(|source| !source.is_empty())));
    let changed = office.done(&["settings", "set", "--internal-days", "3"]);
    assert_eq!(changed["changed_by"], "administrator");
    assert!(changed["changed_at"].as_str().is_some_and(|at| at.starts_with("2026-")), "{changed}");
}

#[test]
fn each_role_may_what_the_core_says_and_is_shown_no_more() {
    let office = sample_02::office();
    for role in ["saksbehandler", "leder", "personvernombud", "administrator2"] {
        office.let_in(role, role.trim_end_matches('2'));
    }
    let everybody = json!(["saksbehandler", "leder", "personvernombud", "administrator"]);
    for (user, sets, backs_up, adds, cleared) in [
        ("saksbehandler", false, false, json!([]), false),
        ("leder", true, false, json!(["saksbehandler"]), false),
        ("personvernombud", false, false, json!(["personvernombud"]), false),
        ("administrator2", true, true, everybody, true),
    ] {
        let shown = office.run_as(user, &["settings", "show"]);
        assert_eq!(shown.code, 0, "everybody may read: {}", shown.err);
        let settings: Value = serde_json::from_str(&shown.out).expect("one document");
        assert_eq!(
            settings["may"],
            json!({
                "decide_for_office": sets, "back_up": backs_up, "add_roles": adds, "add_cleared": cleared,
                "replace_letter_texts": backs_up,
            }),
            "{user}"
        );
        let set = office.run_as(user, &["settings", "set", "--internal-days", "4"]);
        if sets {
            assert_eq!(set.code, 0, "{user}: {}", set.err);
        } else {
            let refused = office.check_failure(&set, 3, user);
            let message = refused["message"].as_str().expect("a text");
            assert!(message.contains("kan ikke endre det kontoret bestemmer selv. Be en leder"), "{message}");
        }
    }
}

#[test]
fn a_number_of_days_that_cannot_be_is_told() {
    let office = sample_02::office();
    for days in ["29", "1000"] {
        let refused = office.refused(&["settings", "set", "--internal-days", days], 2);
        assert_eq!(refused["fields"][0]["path"], "internal_days");
        assert!(refused["message"].as_str().expect("a text").contains("fra 1 til 28"), "{refused}");
    }
    for days in ["-1", "fem", ""] {
        office.refused(&["settings", "set", "--internal-days", days], 2);
    }
    assert_eq!(office.done(&["settings", "show"])["internal_days"], Value::Null);
}
