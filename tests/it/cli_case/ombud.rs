//! The data protection officer's own inbox, through the built program: kept, noted, closed, made a request, and nobody else's.

use serde_json::{Value, json};

use super::office::{Office, each};

const OFFICER: &str = "Ida Moen";
const LEAD: &str = "Eva Li";
const WORKER: &str = "Per Haug";
/// What the officer wrote down, which stands nowhere else.
const NOTE: &str = "Eleven er redd for at læreren leser meldingene.";

fn office() -> Office {
    let mut office = Office::at("2026-02-10T09:00:00+01:00");
    office.keep_secret(&["Solveig Kvitnes", "solveig@example.org", "redd for"]);
    for (name, role) in [(OFFICER, "personvernombud"), (LEAD, "leder"), (WORKER, "saksbehandler")] {
        office.let_in(name, role);
    }
    office
}

fn receive(office: &Office, enquiry: &Value) -> Value {
    let file = office.write("henvendelse.json", &enquiry.to_string());
    office.done_as(OFFICER, &["ombud", "receive", "--file", &file])
}

fn enquiry() -> Value {
    json!({
        "received_on": "2026-02-03", "source": "barn", "name": "Solveig Kvitnes", "contact": "solveig@example.org",
        "text": "Kan jeg få se hva som står om meg?"
    })
}

/// What the officer lets go over: no note, and no day of receipt, which is the enquiry's own.
fn goes_over() -> Value {
    json!({
        "channel": "epost", "language": "nb",
        "person": {"name": "Solveig Kvitnes", "email": "solveig@example.org"},
        "text": "Innsyn i egne opplysninger.", "demands": [{"register": "npr", "right": "innsyn"}]
    })
}

#[test]
fn an_enquiry_is_noted_and_closed() {
    let office = office();
    let kept = receive(&office, &enquiry());
    assert_eq!(
        (&kept["number"], &kept["state"], &kept["source_label"]),
        (&json!(1), &json!("apen"), &json!("Fra et barn"))
    );
    assert_eq!(kept["secrecy_source"], "Personopplysningsloven § 18");
    let noted = office.done_as(OFFICER, &["ombud", "note", "1", "--text", NOTE]);
    assert_eq!((&noted["notes"][0]["text"], &noted["notes"][0]["by"]), (&json!(NOTE), &json!(OFFICER)));
    receive(&office, &json!({"received_on": "2026-02-09", "source": "chatbot", "text": "Hvem leser dette?"}));
    let inbox = office.done_as(OFFICER, &["ombud", "list"]);
    assert_eq!(each(&inbox["enquiries"], "source"), ["chatbot", "barn"], "the newest first");
    assert_eq!(inbox["enquiries"][1]["notes"], 1);
    assert!(inbox["enquiries"][1]["name"].is_null() && inbox["enquiries"][1]["text"].is_null(), "not in the list");
    let closed = office.done_as(OFFICER, &["ombud", "close", "1", "--outcome", "besvart"]);
    assert_eq!((&closed["state"], &closed["outcome"]), (&json!("avsluttet"), &json!("besvart")));
    let twice = office.refused_as(OFFICER, &["ombud", "close", "1", "--outcome", "henvist"], 3);
    assert_eq!(twice["code"], "already-recorded");
    office.done_as(OFFICER, &["ombud", "note", "1", "--text", "Hun skrev igjen."]);
    let shown = office.done_as(OFFICER, &["ombud", "show", "1"]);
    assert_eq!(shown["notes"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&shown["name"], &shown["text"]),
        (&json!("Solveig Kvitnes"), &json!("Kan jeg få se hva som står om meg?"))
    );
    assert_eq!(office.refused_as(OFFICER, &["ombud", "show", "3"], 4)["code"], "not-found");
    office.is_whole();
}

#[test]
fn nobody_else_has_the_inbox() {
    let office = office();
    receive(&office, &enquiry());
    office.done_as(OFFICER, &["ombud", "note", "1", "--text", NOTE]);
    let file = office.write("over.json", &goes_over().to_string());
    let code = office.write("kode", "0000-0000-0000-0000-0000-0000-0000-0000\n");
    let commands: [&[&str]; 10] = [
        &["ombud", "receive", "--file", &office.argument("henvendelse.json")],
        &["ombud", "list"],
        &["ombud", "show", "1"],
        &["ombud", "note", "1", "--text", "Hei."],
        &["ombud", "close", "1", "--outcome", "besvart"],
        &["ombud", "to-request", "1", "--file", &file],
        &["ombud", "erase", "1", "--ground", "bedt-om"],
        &["ombud", "retention", "--months", "12"],
        &["ombud", "recovery-code"],
        &["ombud", "recover", "--code-file", &code],
    ];
    for command in commands {
        for name in [LEAD, WORKER] {
            assert_eq!(office.refused_as(name, command, 3)["code"], "role", "{name}: {command:?}");
        }
        assert_eq!(office.refused(command, 3)["code"], "role", "administrator: {command:?}");
    }
    // That the officer looked is entered; at what, is not.
    office.done_as(OFFICER, &["ombud", "show", "1"]);
    let log = office.done(&["access-log"]);
    let entry = log["entries"].as_array().expect("entries").iter().find(|entry| entry["what"] == "enquiries");
    assert_eq!(entry.expect("an entry")["text"], "Så på personvernombudets innboks");
    assert!(!log.to_string().contains("Kvitnes"));
}

#[test]
fn an_enquiry_becomes_a_request_that_was_received_when_it_reached_the_officer() {
    let office = office();
    receive(&office, &enquiry());
    office.done_as(OFFICER, &["ombud", "note", "1", "--text", NOTE]);
    let mut otherwise = goes_over();
    otherwise["received_on"] = json!("2026-02-10");
    let file = office.write("over.json", &otherwise.to_string());
    let refused = office.refused_as(OFFICER, &["ombud", "to-request", "1", "--file", &file], 3);
    assert_eq!(
        (&refused["code"], &refused["source"]),
        (&json!("date-order"), &json!("Personvernforordningen art. 12 nr. 3"))
    );

    let file = office.write("over.json", &goes_over().to_string());
    let passed_on = office.done_as(OFFICER, &["ombud", "to-request", "1", "--file", &file]);
    assert_eq!(passed_on["registered"]["request"], "2026/00001");
    let (enquiry, case) = (&passed_on["enquiry"], &passed_on["registered"]["cases"][0]);
    assert_eq!((&enquiry["state"], &enquiry["request"]), (&json!("blitt-sak"), &json!("2026/00001")));
    assert_eq!(enquiry["notes"][0]["text"], NOTE, "the notes stay with the officer");
    assert_eq!((&case["received_on"], &case["due_on"]), (&json!("2026-02-03"), &json!("2026-03-03")));
    // A caseworker sees what went over, and nothing else.
    let shown = office.done_as(WORKER, &["case", "show", "2026/00001-a"]);
    assert_eq!(shown["text"], "Innsyn i egne opplysninger.");
    for secret in [NOTE, "Kan jeg få se hva"] {
        assert!(!shown.to_string().contains(secret), "{secret}");
    }
    let again = office.refused_as(OFFICER, &["ombud", "to-request", "1", "--file", &file], 3);
    assert_eq!(again["code"], "already-recorded");
    // The officer registers a request so and in no other way.
    let request = office.write("vanlig.json", &otherwise.to_string());
    assert_eq!(office.refused_as(OFFICER, &["request", "register", &request], 3)["code"], "role");
    office.is_whole();
}

#[test]
fn what_cannot_be_an_enquiry_is_refused() {
    let office = office();
    for (field, value, exit) in [
        ("received_on", json!("2026-02-11"), 3),
        ("received_on", Value::Null, 2),
        ("source", json!("ukjent"), 2),
        ("text", json!(" "), 2),
        ("fodselsnummer", json!("1"), 2),
    ] {
        let mut wrong = enquiry();
        wrong[field] = value;
        let file = office.write("henvendelse.json", &wrong.to_string());
        office.refused_as(OFFICER, &["ombud", "receive", "--file", &file], exit);
    }
    assert!(office.done_as(OFFICER, &["ombud", "list"])["enquiries"].as_array().expect("a list").is_empty());
}

/// The key is handed on by an officer alone; whoever comes after reads what came before.
#[test]
fn a_new_officer_is_let_in_by_an_officer() {
    let office = office();
    receive(&office, &enquiry());
    let file = office.write("Nora Dahl", "blåbær på tur i fjellet Nora Dahl\n");
    let add = ["user", "add", "Nora Dahl", "--role", "personvernombud", "--new-passphrase-file", &file];
    assert_eq!(office.refused(&add, 3)["code"], "not-cleared");
    office.done_as(OFFICER, &add);
    assert_eq!(office.done_as("Nora Dahl", &["ombud", "show", "1"])["name"], "Solveig Kvitnes");
}

#[test]
fn an_enquiry_is_due_for_erasure_when_its_time_is_over_and_is_erased_for_a_reason() {
    let mut office = office();
    receive(&office, &enquiry());
    let refused = office.refused_as(OFFICER, &["ombud", "erase", "1", "--ground", "bedt-om"], 3);
    assert_eq!(refused["code"], "not-ended");
    office.done_as(OFFICER, &["ombud", "close", "1", "--outcome", "besvart"]);
    // Until the officer has decided for how long, nothing is due.
    let inbox = office.done_as(OFFICER, &["ombud", "list"]);
    assert_eq!((&inbox["retention"]["months"], &inbox["enquiries"][0]["due"]), (&Value::Null, &json!(false)));
    assert_eq!(inbox["retention"]["source"], "Personvernforordningen art. 5 nr. 1 bokstav e");
    assert_eq!(
        office.refused_as(OFFICER, &["ombud", "erase", "1", "--ground", "bevaringstid"], 3)["code"],
        "date-order"
    );
    for (months, code) in [("0", 2), ("121", 2)] {
        office.refused_as(OFFICER, &["ombud", "retention", "--months", months], code);
    }
    let inbox = office.done_as(OFFICER, &["ombud", "retention", "--months", "12"]);
    let line = &inbox["enquiries"][0];
    assert_eq!((&line["erasable_on"], &line["due"]), (&json!("2027-02-10"), &json!(false)));
    assert_eq!(inbox["retention"]["changed_by"], OFFICER);
    office.at_instant("2027-02-09T12:00:00+01:00");
    let early = office.refused_as(OFFICER, &["ombud", "erase", "1", "--ground", "bevaringstid"], 3);
    assert_eq!(
        (&early["code"], &early["source"]),
        (&json!("date-order"), &json!("Personvernforordningen art. 5 nr. 1 bokstav e"))
    );
    office.at_instant("2027-02-10T12:00:00+01:00");
    assert_eq!(office.done_as(OFFICER, &["ombud", "list"])["enquiries"][0]["due"], true);
    let inbox = office.done_as(OFFICER, &["ombud", "erase", "1", "--ground", "bevaringstid"]);
    assert_eq!(inbox["enquiries"], json!([]));
    let erased = &inbox["erased"][0];
    assert_eq!(
        (&erased["number"], &erased["by"], &erased["ground_label"]),
        (&json!(1), &json!(OFFICER), &json!("Bevaringstiden er ute"))
    );
    for command in [
        &["ombud", "show", "1"][..],
        &["ombud", "note", "1", "--text", "Hei."],
        &["ombud", "erase", "1", "--ground", "bedt-om"],
    ] {
        assert_eq!(office.refused_as(OFFICER, command, 3)["code"], "finished", "{command:?}");
    }
    let next = json!({"received_on": "2027-02-10", "source": "annet", "text": "Et annet spørsmål."});
    assert_eq!(receive(&office, &next)["number"], 2, "no number is used twice");
    assert_eq!(office.done_as(OFFICER, &["ombud", "retention", "--none"])["retention"]["months"], Value::Null);
    office.is_whole();
}

#[test]
fn what_became_a_request_loses_the_officers_notes_alone() {
    let office = office();
    receive(&office, &enquiry());
    office.done_as(OFFICER, &["ombud", "note", "1", "--text", NOTE]);
    let file = office.write("over.json", &goes_over().to_string());
    office.done_as(OFFICER, &["ombud", "to-request", "1", "--file", &file]);
    let inbox = office.done_as(OFFICER, &["ombud", "erase", "1", "--ground", "ikke-nodvendig"]);
    assert_eq!((&inbox["enquiries"][0]["state"], &inbox["erased"]), (&json!("blitt-sak"), &json!([])));
    let shown = office.done_as(OFFICER, &["ombud", "show", "1"]);
    assert_eq!((&shown["notes"], &shown["request"]), (&json!([]), &json!("2026/00001")));
    assert_eq!(shown["text"], "Kan jeg få se hva som står om meg?");
    let twice = office.refused_as(OFFICER, &["ombud", "erase", "1", "--ground", "bedt-om"], 3);
    assert_eq!(twice["code"], "already-recorded");
    assert_eq!(office.done_as(WORKER, &["case", "show", "2026/00001-a"])["text"], "Innsyn i egne opplysninger.");
    office.is_whole();
}

/// The only officer leaves: the inbox stays closed to everybody until the next officer opens it with the code from the safe.
#[test]
fn a_new_officer_opens_the_inbox_with_the_code_from_the_safe() {
    let office = office();
    receive(&office, &enquiry());
    let refused = office.refused(&["user", "remove", OFFICER], 3);
    assert_eq!(refused["code"], "inbox-would-be-lost", "nobody else opens it, and no code does");
    let code = office.done_as(OFFICER, &["ombud", "recovery-code"]);
    let file = office.write("kode", &format!("{}\n", code["code"].as_str().expect("a code")));
    assert_eq!(office.done_as(OFFICER, &["ombud", "list"])["recovery_code"], true);
    for name in [LEAD, WORKER, OFFICER] {
        let code = if name == OFFICER { "access-stays" } else { "role" };
        if name != LEAD {
            assert_eq!(office.refused_as(name, &["user", "remove", name], 3)["code"], code, "{name}");
        }
    }
    assert_eq!(office.done(&["user", "remove", OFFICER])["name"], OFFICER);
    assert_eq!(office.refused_as(OFFICER, &["ombud", "list"], 5)["code"], "locked");

    office.let_in("Nora Dahl", "personvernombud");
    let closed = office.refused_as("Nora Dahl", &["ombud", "list"], 3);
    assert_eq!(closed["code"], "inbox-closed");
    let wrong = office.write("feil", "7K3M\n");
    let refused = office.refused_as("Nora Dahl", &["ombud", "recover", "--code-file", &wrong], 3);
    assert_eq!(refused["code"], "recovery-code");
    let inbox = office.done_as("Nora Dahl", &["ombud", "recover", "--code-file", &file]);
    assert_eq!((&inbox["enquiries"][0]["number"], &inbox["recovery_code"]), (&json!(1), &json!(false)));
    assert_eq!(office.done_as("Nora Dahl", &["ombud", "show", "1"])["name"], "Solveig Kvitnes");
    office.is_whole();
}

#[test]
fn whoever_has_open_cases_hands_them_over_first() {
    let office = office();
    let request = office.write(
        "sak.json",
        &json!({
            "received_on": "2026-02-03", "channel": "epost", "language": "nb",
            "person": {"name": "Solveig Kvitnes", "email": "solveig@example.org"},
            "text": "Innsyn.", "demands": [{"register": "npr", "right": "innsyn"}]
        })
        .to_string(),
    );
    office.done(&["request", "register", &request]);
    office.done(&["case", "assign", "2026/00001-a", "--to", WORKER]);
    assert_eq!(office.refused(&["user", "remove", WORKER], 3)["code"], "has-cases");
    office.done(&["user", "hand-over", WORKER, "--to", LEAD]);
    assert_eq!(office.done(&["user", "remove", WORKER])["role"], "saksbehandler");
    assert_eq!(office.refused(&["user", "remove", WORKER], 4)["code"], "unknown-user");
    assert_eq!(office.refused(&["user", "remove", "administrator"], 3)["code"], "access-stays");
    let names = office.done(&["user", "list"]);
    assert_eq!(each(&names["users"], "name"), ["administrator", OFFICER, LEAD]);
}
