//! `deadline forecast` and `deadline what-if`: who sees them, what they say, and that nothing is changed.

use serde_json::{Value, json};

use super::office::{Office, each, keys};

fn request(received_on: &str) -> Value {
    json!({
        "received_on": received_on, "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"]}},
        "text": "Hvilke opplysninger har dere om meg?",
        "demands": [{"register": "kpr", "right": "innsyn"}],
    })
}

/// Three cases: due on 27 March, on 30 March, and one that waits. Seen on Tuesday 10 March 2026.
fn office() -> Office {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    for received_on in ["2026-02-27", "2026-02-28", "2026-03-02"] {
        office.register(&request(received_on));
    }
    office.done(&[
        "case",
        "suspend",
        "2026/00003-a",
        "--ground",
        "identitet",
        "--on",
        "2026-03-03",
        "--reply-by",
        "2026-03-20",
    ]);
    office.at_instant("2026-03-10T09:00:00+01:00");
    office
}

#[test]
fn whoever_works_with_cases_alone_sees_no_forecast() {
    let office = office();
    for (name, role, may) in
        [("sara", "saksbehandler", false), ("lena", "leder", true), ("odd", "personvernombud", true)]
    {
        office.let_in(name, role);
        let supposed: &[&str] = &["deadline", "what-if", "--holiday", "2026-03-27"];
        if may {
            assert_eq!(office.done_as(name, supposed)["looked_at"], 3, "{name}");
            let refused = office.refused_as(name, &["deadline", "forecast"], 3);
            assert_eq!(refused["code"], "too-little-history", "{name}");
            assert_eq!(office.done_as(name, &["deadline", "forecast", "--back-test"])["coverage"], Value::Null);
        } else {
            for arguments in [supposed, &["deadline", "forecast"], &["deadline", "forecast", "--back-test"]] {
                assert_eq!(office.refused_as(name, arguments, 3)["code"], "role", "{arguments:?}");
            }
        }
    }
}

#[test]
fn a_forecast_is_refused_in_words_where_nobody_could_know() {
    let office = office();
    let refused = office.refused(&["deadline", "forecast"], 3);
    assert_eq!(
        refused["message"],
        "Historikken er for kort til en prognose. Hele uker: 1. Saker i dem: 0. Det trengs minst 8 uker og 30 saker. \
         Prøv igjen senere."
    );
    for (wrong, path) in [(["--weeks", "0"], "weeks"), (["--weeks", "27"], "weeks"), (["--runs", "5001"], "runs")] {
        let refused = office.refused(&[&["deadline", "forecast"], &wrong[..]].concat(), 2);
        assert_eq!((&refused["code"], &refused["fields"][0]["path"]), (&json!("not-well-formed"), &json!(path)));
    }
    assert_eq!(office.refused(&["deadline", "forecast", "--register", "kjps"], 2)["code"], "unknown-register");
    assert_eq!(office.refused(&["deadline", "forecast", "--back-test", "--weeks", "4"], 2)["code"], "usage");
}

#[test]
fn what_would_move_is_shown_with_how_it_is_derived_and_nothing_is_changed() {
    let office = office();
    let before = office.done(&["store", "verify"])["head"].clone();
    let shown = office.done(&["deadline", "what-if", "--holiday", "2026-03-27=Fredagsfri"]);
    assert_eq!(
        keys(&shown),
        [
            "acceptable",
            "acceptance",
            "digest",
            "late",
            "looked_at",
            "moved",
            "note",
            "supposed",
            "today",
            "would_be_late"
        ]
    );
    assert_eq!(shown["supposed"], json!(["27. mars 2026 (Fredagsfri) er helligdag."]));
    assert_eq!((&shown["looked_at"], &shown["late"], &shown["would_be_late"]), (&json!(3), &json!(0), &json!(0)));
    // 28 March is a Saturday: that case is due on Monday as it is.
    assert_eq!(each(&shown["moved"], "case"), ["2026/00001-a"]);
    let moved = &shown["moved"][0];
    assert_eq!(
        (&moved["due_on"], &moved["would_be_due_on"], &moved["days"]),
        (&json!("2026-03-27"), &json!("2026-03-30"), &json!(3))
    );
    assert_eq!(moved["now"]["due_on"], "2026-03-27");
    let last = moved["then"]["steps"].as_array().expect("steps").last().expect("a step");
    assert_eq!(
        last["text"],
        "27. mars 2026 er her tenkt som helligdag. Fristen flyttes til neste virkedag, mandag 30. mars 2026."
    );
    assert_eq!(office.done(&["store", "verify"])["head"], before, "nothing is written");
    assert_eq!(office.show("2026/00001-a")["due_on"], "2026-03-27");
}

#[test]
fn a_holiday_can_be_thought_away_a_receipt_moved_and_a_rule_changed() {
    let mut office = office();
    office.at_instant("2026-03-10T09:00:00+01:00");
    office.register(&request("2026-03-05"));
    // 5 April 2026 is første påskedag, and the Monday after it is a public holiday too.
    let due = |shown: &Value, case: &str| {
        let moved = shown["moved"].as_array().expect("cases").iter().find(|moved| moved["case"] == case);
        moved.map(|moved| (moved["due_on"].clone(), moved["would_be_due_on"].clone()))
    };
    let shown = office.done(&["deadline", "what-if", "--not-holiday", "2026-04-06"]);
    assert_eq!(due(&shown, "2026/00004-a"), Some((json!("2026-04-07"), json!("2026-04-06"))));
    assert_eq!(shown["supposed"], json!(["6. april 2026 (andre påskedag) er ikke helligdag."]));

    let shown = office.done(&["deadline", "what-if", "--received", "2026/00001-a=2026-02-09"]);
    assert_eq!(each(&shown["moved"], "case"), ["2026/00001-a"]);
    assert_eq!(due(&shown, "2026/00001-a"), Some((json!("2026-03-27"), json!("2026-03-09"))));
    assert_eq!((&shown["late"], &shown["would_be_late"]), (&json!(0), &json!(1)));

    let shown = office.done(&["deadline", "what-if", "--months", "2"]);
    assert_eq!(due(&shown, "2026/00001-a"), Some((json!("2026-03-27"), json!("2026-04-27"))));
    assert_eq!(shown["moved"][0]["then"]["steps"][1]["text"], "Her tenkt: 2 måneder etter mottak, 27. april 2026.");
    // One that waits has no last day, now or then, but the day that it would be is another.
    let waits = &shown["moved"].as_array().expect("cases").iter().find(|moved| moved["case"] == "2026/00003-a");
    let waits = waits.expect("the one that waits");
    assert_eq!((&waits["due_on"], &waits["would_be_due_on"]), (&Value::Null, &Value::Null));
    let if_answered = |of: &str| waits[of]["open_suspension"]["due_if_answered_on"].clone();
    assert_eq!((if_answered("now"), if_answered("then")), (json!("2026-04-09"), json!("2026-05-11")));
}

#[test]
fn what_cannot_be_supposed_is_refused() {
    let office = office();
    for (wrong, code, what) in [
        (&[][..], 2, "nothing-supposed"),
        (&["--holiday", "2026-03-28"], 2, "unknown-value"),
        (&["--not-holiday", "2026-03-27"], 2, "unknown-value"),
        (&["--received", "2026/00001-a"], 2, "receipt-not-written-right"),
        (&["--received", "2026/00009-a=2026-02-09"], 4, "not-waiting"),
        (&["--received", "2026/00001-a=2026-03-11"], 3, "receipt-in-future"),
        (&["--received", "2026/00003=2026-03-05"], 3, "pause-before-receipt"),
        (&["--months", "0"], 2, "unknown-value"),
    ] {
        let refused = office.refused(&[&["deadline", "what-if"], wrong].concat(), code);
        assert_eq!(refused["code"], what, "{wrong:?}: {}", refused["message"]);
    }
}
