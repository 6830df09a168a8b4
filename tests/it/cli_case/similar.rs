//! Two requests of one person: beside one another with what differs, tied by hand, and nothing joined by itself.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const FIRST: &str = "2026/00001-a";
const SECOND: &str = "2026/00002-a";
/// Synthetic: month + 80.
const NUMBER: &str = "21899535747";

fn request(received_on: &str, channel: &str, confirmed: bool, protection: &str, text: &str) -> Value {
    let identity = if confirmed {
        json!({"status": "confirmed", "method": "brev", "on": received_on})
    } else {
        json!({"status": "unchecked"})
    };
    json!({
        "received_on": received_on, "channel": channel, "language": "nb", "identity": identity,
        "person": {"name": "Kjetil Myrvang", "identity_number": NUMBER, "protection": protection},
        "text": text, "demands": [{"register": "npr", "right": "innsyn"}],
    })
}

/// Two requests for access to the same register, the second with its identity confirmed or not.
fn twice(first_confirmed: bool, second_confirmed: bool) -> Office {
    let mut office = Office::at("2026-03-10T09:00:00+01:00");
    office.keep_secret(&["Kjetil", "Myrvang", NUMBER]);
    office.register(&request("2026-03-02", "brev", first_confirmed, "ingen", "Hva står det om meg?"));
    office.register(&request("2026-03-09", "altinn", second_confirmed, "ingen", "Hva står det om meg i NPR?"));
    office
}

fn similar(office: &Office, case: &str) -> Value {
    office.done(&["request", "similar", case])
}

fn row<'a>(other: &'a Value, what: &str) -> &'a Value {
    find(&other["rows"], "what", what)
}

#[test]
fn what_differs_is_shown_and_every_request_that_is_shown_is_entered() {
    let office = twice(true, true);
    let shown = similar(&office, SECOND);
    assert_eq!(shown["searched"], true);
    assert_eq!(each(&shown["others"], "case"), [FIRST]);
    let other = &shown["others"][0];
    assert_eq!(other["kind"], "apen");
    for (what, here, there, differs) in [
        ("Mottatt", "09.03.2026", "02.03.2026", true),
        ("Kom", "Altinn", "Brev", true),
        ("Identitet", "Bekreftet", "Bekreftet", false),
        ("Tekst", "Hva står det om meg i NPR?", "Hva står det om meg?", true),
    ] {
        let row = row(other, what);
        assert_eq!((&row["here"], &row["there"], &row["differs"]), (&json!(here), &json!(there), &json!(differs)));
    }
    assert_eq!(other["against_duplicate"], Value::Null);
    let log = office.done(&["access-log", "2026/00001"]);
    assert!(each(&log["entries"], "actor").contains(&"administrator"), "the other request was read: {log}");
}

#[test]
fn the_newer_is_closed_as_a_duplicate_and_the_older_keeps_its_date() {
    let office = twice(true, true);
    let due = office.show(FIRST)["due_on"].clone();
    let reason = ["--reason", "Samme brev kom også i Altinn."];
    let older = office.refused(&[&["case", "duplicate", FIRST, "--of", SECOND], &reason[..]].concat(), 3);
    assert_eq!(older["code"], "date-order", "the earlier receipt rules");
    let case = office.done(&[&["case", "duplicate", SECOND, "--of", FIRST], &reason[..]].concat());
    assert_eq!((&case["state"], &case["ties"][0]["case"]), (&json!("closed"), &json!(FIRST)));
    let last = case["timeline"].as_array().expect("a timeline").last().expect("an event");
    assert_eq!(last["kind"], "case-duplicate");
    let first = office.show(FIRST);
    assert_eq!((&first["due_on"], &first["state"]), (&due, &json!("open")));
    assert_eq!(similar(&office, FIRST)["others"][0]["kind"], "avsluttet");
    let again = office.refused(&[&["case", "duplicate", SECOND, "--of", FIRST], &reason[..]].concat(), 3);
    assert_eq!(again["code"], "finished");
    office.done(&["store", "verify"]);
    office.done(&["store", "rebuild"]);
    assert_eq!(office.show(SECOND)["state"], "closed");
    office.done(&["case", "reopen", SECOND, "--ground", "kravet-star", "--reason", "Det gjaldt noe annet."]);
    assert_eq!(office.show(SECOND)["state"], "open", "a mistake is put right");
}

#[test]
fn nothing_is_closed_where_the_office_is_less_sure_of_one_of_them() {
    for (first, second) in [(true, false), (false, true)] {
        let office = twice(first, second);
        let refused = office.refused(&["case", "duplicate", SECOND, "--of", FIRST, "--reason", "Samme."], 3);
        assert_eq!(refused["code"], "weaker-identity", "{first} {second}");
        assert!(similar(&office, SECOND)["others"][0]["against_duplicate"].is_string());
        let case = office.done(&["case", "together", SECOND, "--with", FIRST, "--reason", "Samme tema."]);
        assert_eq!((&case["state"], &case["ties"][0]["how"]), (&json!("open"), &json!("sammen")), "that ends nothing");
    }
}

#[test]
fn what_was_answered_before_is_a_repetition_and_no_duplicate() {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.register(&request("2026-03-02", "brev", true, "ingen", "Hva står det om meg?"));
    let reasons = office.write("grunn.txt", "Vi fant ingenting.\n");
    office.done(&["case", "decide", FIRST, "--outcome", "ingen-opplysninger", "--reasons-file", &reasons]);
    let output = office.argument("svar.pdf");
    office.done(&["letter", "issue", FIRST, "--kind", "answer", "--send", "utleveres", "-o", &output]);
    office.at_instant("2026-05-04T09:00:00+02:00");
    office.register(&request("2026-05-04", "brev", true, "ingen", "Hva står det om meg?"));
    let other = &similar(&office, SECOND)["others"][0];
    assert_eq!(other["kind"], "besvart");
    assert_eq!(row(other, "Utfall")["there"], "Ingen opplysninger");
    assert_eq!(row(other, "Tekst")["differs"], false);
    let refused = office.refused(&["case", "duplicate", SECOND, "--of", FIRST, "--reason", "Samme."], 3);
    assert_eq!(refused["code"], "not-similar");
}

#[test]
fn a_request_that_is_typed_is_set_beside_what_the_person_asked_before() {
    let mut office = twice(true, true);
    office.at_instant("2026-03-20T09:00:00+01:00");
    let mut typed = request("2026-03-19", "epost", false, "ingen", "Slett det dere har, og vis meg det først.");
    typed["representative"] = json!({"kind": "verge", "name": "Siri Ås"});
    typed["demands"] = json!([{"register": "npr", "right": "innsyn"}, {"register": "kpr", "right": "sletting"}]);
    let file = office.write("ny.json", &typed.to_string());
    let shown = office.done(&["request", "similar", "--draft", &file]);
    assert_eq!((&shown["searched"], &shown["more"]), (&json!(true), &json!(false)));
    assert_eq!(each(&shown["others"], "request"), ["2026/00002", "2026/00001"], "the newest first");
    let other = &shown["others"][1];
    assert_eq!((&other["kind"], &other["alike"]), (&json!("apen"), &json!(true)));
    for (what, here, there, differs) in [
        ("Mottatt", "19.03.2026", "02.03.2026", true),
        ("Kom", "E-post", "Brev", true),
        ("Registre", "KPR, NPR", "NPR", true),
        ("Rettigheter", "Innsyn, Sletting", "Innsyn", true),
        ("Handler for personen", "Verge: Siri Ås", "–", true),
        ("Identitet", "Ikke kontrollert", "Bekreftet", true),
        ("Fakta", "–", "–", false),
        ("Tekst", "Slett det dere har, og vis meg det først.", "Hva står det om meg?", true),
        ("Utfall", "–", "–", false),
    ] {
        let row = row(other, what);
        assert_eq!((&row["here"], &row["there"], &row["differs"]), (&json!(here), &json!(there), &json!(differs)));
    }
    for earlier in ["2026/00001", "2026/00002"] {
        let log = office.done(&["access-log", earlier]);
        assert_eq!(log["entries"][0]["what"], "request", "that it was shown is entered: {log}");
        assert_eq!(office.show(&format!("{earlier}-a"))["state"], "open", "nothing is joined or closed");
    }
    typed["person"]["identity_number"] = json!(null);
    let file = office.write("uten.json", &typed.to_string());
    assert_eq!(office.done(&["request", "similar", "--draft", &file])["searched"], false);
}

#[test]
fn others_and_those_who_are_protected_are_not_shown() {
    let mut office = Office::at("2026-03-10T09:00:00+01:00");
    office.keep_secret(&["Kjetil", "Myrvang", NUMBER]);
    office.register(&request("2026-03-02", "brev", true, "fortrolig", "Hva står det om meg?"));
    office.register(&request("2026-03-09", "brev", true, "fortrolig", "Hva står det om meg?"));
    office.register(&json!({
        "received_on": "2026-03-09", "channel": "brev", "language": "nb", "person": {"name": "Odd Lie"},
        "text": "Hva står det om meg?", "demands": [{"register": "npr", "right": "innsyn"}],
    }));
    assert_eq!(similar(&office, "2026/00003-a")["searched"], false, "no number, nothing to be known by");
    office.let_in("Kari", "saksbehandler");
    let refused = office.refused_as("Kari", &["request", "similar", SECOND], 3);
    assert_eq!(refused["code"], "not-cleared");
    let typed = office.write("ny.json", &request("2026-03-09", "brev", true, "ingen", "Hva står det?").to_string());
    let shown = office.done_as("Kari", &["request", "similar", "--draft", &typed]);
    assert_eq!(shown["others"], json!([]), "who is not cleared learns nothing of a protected person's requests");
    let tie = ["case", "together", "2026/00003-a", "--with", SECOND, "--reason", "x"];
    assert_eq!(office.refused_as("Kari", &tie, 3)["code"], "not-cleared");
    let other_person = office.refused(&["case", "together", "2026/00003-a", "--with", FIRST, "--reason", "x"], 3);
    assert_eq!(other_person["code"], "not-similar");
}
