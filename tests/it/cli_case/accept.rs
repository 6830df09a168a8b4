//! `deadline what-if --accept`: a day of receipt that was registered wrongly, corrected with the very list that was shown.

use serde_json::{Value, json};

use super::office::{Office, each, keys};

const LEAD: &str = "Turid Aasen";
const REASON: &str = "Stempelet gjaldt naboposten.";

fn request(received_on: &str, demands: &[(&str, &str)]) -> Value {
    let demands: Vec<_> =
        demands.iter().map(|(register, right)| json!({ "register": register, "right": right })).collect();
    json!({
        "received_on": received_on, "channel": "brev", "language": "nb",
        "person": {"name": "Tiril Eng", "address": {"lines": ["Skogveien 3", "2406 Elverum"], "country": "NO"}},
        "text": "Hvilke opplysninger har dere om meg?", "demands": demands,
    })
}

/// Two requests, the first with two cases; registered on Thursday 5 March 2026 and seen on Tuesday 10 March.
fn office() -> Office {
    let mut office = Office::at("2026-03-05T09:00:00+01:00");
    office.register(&request("2026-03-05", &[("kpr", "innsyn"), ("npr", "innsyn")]));
    office.register(&request("2026-03-04", &[("kpr", "innsyn")]));
    office.let_in(LEAD, "leder");
    office.at_instant("2026-03-10T09:00:00+01:00");
    office
}

fn what_if<'a>(received: &'a [&'a str]) -> Vec<&'a str> {
    let each = received.iter().flat_map(|one| ["--received", one]);
    ["deadline", "what-if"].into_iter().chain(each).collect()
}

/// Accepts what is supposed, by the digest of a list.
fn accepting<'a>(received: &'a [&'a str], shown: &'a Value) -> Vec<&'a str> {
    let digest = shown["digest"].as_str().expect("a digest");
    [what_if(received), vec!["--accept", digest, "--reason", REASON]].concat()
}

fn due(case: &Value) -> (&str, &str) {
    (case["received_on"].as_str().expect("a day"), case["due_on"].as_str().expect("a day"))
}

#[test]
fn a_lead_accepts_the_list_and_every_case_of_the_request_moves() {
    let office = office();
    let received = ["2026/00001-a=2026-03-03"];
    let shown = office.done_as(LEAD, &what_if(&received));
    assert_eq!(each(&shown["moved"], "case"), ["2026/00001-a", "2026/00001-b"]);
    assert_eq!(shown["acceptable"], true);
    assert_eq!(due(&office.show("2026/00001-a")), ("2026-03-05", "2026-04-07"), "looking has changed nothing");

    let accepted = office.done_as(LEAD, &accepting(&received, &shown));
    assert_eq!(keys(&accepted), ["moved", "receipts", "text"]);
    assert_eq!(
        accepted["text"],
        "Henvendelse 2026/00001: mottatt 03.03.2026, rettet fra 05.03.2026. Saker med nye datoer: 2."
    );
    assert_eq!(
        accepted["receipts"],
        json!([{ "request": "2026/00001", "from_on": "2026-03-05", "to_on": "2026-03-03" }])
    );
    assert_eq!(accepted["moved"], shown["moved"], "what was accepted is what was shown");
    for case in ["2026/00001-a", "2026/00001-b"] {
        let shown = office.show(case);
        // 3 April 2026 is langfredag, and the first working day after Easter is the 7th.
        assert_eq!(due(&shown), ("2026-03-03", "2026-04-07"), "{case}");
        assert_eq!(shown["deadline"]["base_on"], "2026-04-03");
        assert_eq!(
            shown["deadline"]["steps"][0]["text"],
            "Henvendelsen kom inn tirsdag 3. mars 2026. Fristen regnes fra denne dagen. \
             Datoen er rettet fra 5. mars 2026, som ble registrert først."
        );
        let last = shown["timeline"].as_array().expect("entries").last().expect("an entry").clone();
        assert_eq!((&last["kind"], &last["actor"]), (&json!("receipt-corrected"), &json!(LEAD)));
        assert_eq!(
            last["text"],
            format!("Mottaksdatoen er rettet: mottatt 03.03.2026, rettet fra 05.03.2026. «{REASON}»")
        );
        let first = &shown["timeline"][0]["text"];
        assert!(first.as_str().is_some_and(|text| text.contains("Den kom 05.03.2026")), "the record keeps it: {first}");
    }
    assert_eq!(due(&office.show("2026/00002-a")), ("2026-03-04", "2026-04-07"), "another request stays");
    assert_eq!(
        each(&office.done(&["case", "list", "--search", "naboposten"])["cases"], "case").len(),
        2,
        "the reason is found"
    );
    office.is_whole();
}

#[test]
fn only_a_lead_accepts_and_everybody_who_sees_the_list_is_told_who() {
    let office = office();
    let received = ["2026/00001=2026-03-03"];
    let shown = office.done_as(LEAD, &what_if(&received));
    for (name, role, said) in [
        ("odd", "personvernombud", "Rollen personvernombud kan ikke godta at frister flyttes. Be en leder."),
        ("anna", "administrator", "Rollen administrator kan ikke godta at frister flyttes. Be en leder."),
    ] {
        office.let_in(name, role);
        let looked = office.done_as(name, &what_if(&received));
        assert_eq!((&looked["acceptable"], &looked["acceptance"]), (&json!(false), &json!(said)));
        assert_eq!(looked["digest"], shown["digest"], "both see the same list");
        assert_eq!(office.refused_as(name, &accepting(&received, &shown), 3)["code"], "role", "{name}");
    }
    office.let_in("sara", "saksbehandler");
    assert_eq!(office.refused_as("sara", &accepting(&received, &shown), 3)["code"], "role");
    assert_eq!(due(&office.show("2026/00001-a")).0, "2026-03-05");
}

#[test]
fn another_list_than_was_shown_is_refused_and_nothing_is_changed() {
    let office = office();
    let received = ["2026/00001=2026-03-03"];
    let shown = office.done_as(LEAD, &what_if(&received));
    let version = |case: &str| office.show(case)["version"].clone();
    // A note moves no date, so the list is the same; the answer to a question moves one.
    let text = office.write("notat.txt", "Ringte ikke tilbake.");
    office.done(&["case", "note", "2026/00001-a", "--text-file", &text]);
    assert_eq!(office.done_as(LEAD, &what_if(&received))["digest"], shown["digest"]);
    office.done(&[
        "case",
        "suspend",
        "2026/00001-a",
        "--ground",
        "presisering",
        "--on",
        "2026-03-09",
        "--reply-by",
        "2026-03-23",
    ]);
    let before = version("2026/00001-a");
    let refused = office.refused_as(LEAD, &accepting(&received, &shown), 7);
    assert_eq!(refused["code"], "other-list");
    assert_eq!(refused["message"], "Listen er en annen enn den du så. Ingenting er endret. Se den på nytt.");
    // The digest of a list for another day is no other list's.
    let other = office.done_as(LEAD, &what_if(&["2026/00001=2026-03-02"]));
    assert_eq!(office.refused_as(LEAD, &accepting(&received, &other), 7)["code"], "other-list");
    assert_eq!(version("2026/00001-a"), before);
    let again = office.done_as(LEAD, &what_if(&received));
    office.done_as(LEAD, &accepting(&received, &again));
    assert_eq!(office.show("2026/00001-a")["received_on"], "2026-03-03");
    // The same once more would change nothing.
    let refused = office.refused_as(LEAD, &accepting(&received, &again), 3);
    assert_eq!(refused["code"], "nothing-to-correct");
    office.is_whole();
}

#[test]
fn several_days_are_corrected_together_or_not_at_all() {
    let office = office();
    // The person was asked on 5 March in the second request, so that one had come by then.
    office.done(&[
        "case",
        "note",
        "2026/00002-a",
        "--text-file",
        &office.write("notat.txt", "Ringte."),
        "--telephone",
        "2026-03-04",
    ]);
    let both = ["2026/00001=2026-03-03", "2026/00002=2026-03-05"];
    let shown = office.done_as(LEAD, &what_if(&both));
    assert_eq!(shown["acceptable"], false);
    assert_eq!(
        shown["acceptance"],
        "Henvendelsen var kommet inn 4. mars 2026: personen og kontoret snakket på telefon den dagen. \
         Velg den dagen eller en tidligere."
    );
    let refused = office.refused_as(LEAD, &accepting(&both, &shown), 3);
    assert_eq!((&refused["code"], &refused["fields"][0]["path"]), (&json!("date-order"), &json!("received")));
    assert_eq!(office.show("2026/00001-a")["received_on"], "2026-03-05");
    let both = ["2026/00001=2026-03-03", "2026/00002=2026-03-02"];
    let shown = office.done_as(LEAD, &what_if(&both));
    let accepted = office.done_as(LEAD, &accepting(&both, &shown));
    assert_eq!(each(&accepted["receipts"], "request"), ["2026/00001", "2026/00002"]);
    assert_eq!(office.show("2026/00002-a")["received_on"], "2026-03-02");
    office.is_whole();
}

#[test]
fn what_is_law_and_what_is_missing_is_refused() {
    let office = office();
    let holiday = office.done_as(LEAD, &["deadline", "what-if", "--holiday", "2026-04-07"]);
    assert_eq!(holiday["acceptable"], false);
    assert_eq!(
        holiday["acceptance"],
        "Bare en mottaksdato kan godtas. Helligdagene og fristreglene er lov og følger med programmet."
    );
    let note = holiday["note"].as_str().expect("a note");
    assert!(
        note.contains("helligdagsfredloven § 2") && note.contains("personvernforordningen art. 12 nr. 3"),
        "{note}"
    );
    let digest = holiday["digest"].as_str().expect("a digest");
    let accept = |more: &[&str], code| office.refused_as(LEAD, &[&["deadline", "what-if"], more].concat(), code);
    let refused = accept(&["--holiday", "2026-04-07", "--accept", digest, "--reason", REASON], 3);
    assert_eq!((&refused["code"], &refused["rule"]), (&json!("comes-with-the-program"), &json!("one-month")));
    let refused = accept(&["--months", "2", "--accept", digest, "--reason", REASON], 3);
    assert_eq!(refused["code"], "comes-with-the-program");
    let received = ["--received", "2026/00001=2026-03-03"];
    let refused = accept(&[&received[..], &["--accept", digest, "--reason", "  "]].concat(), 2);
    assert_eq!(refused["fields"][0]["path"], "reason");
    let refused = accept(&[&received[..], &["--accept", "abc", "--reason", REASON]].concat(), 2);
    assert_eq!(refused["fields"][0]["path"], "digest");
    assert_eq!(accept(&[&received[..], &["--accept", digest]].concat(), 2)["code"], "usage");
}

/// A letter that was sent keeps what it says; whoever has the case is told of it.
#[test]
fn letters_that_were_sent_stay_and_those_to_come_have_the_right_day() {
    let office = office();
    let file = office.argument("brev.pdf");
    let issue = |case: &str| {
        office.done(&["letter", "issue", case, "--kind", "acknowledgement", "-o", &file]);
    };
    issue("2026/00001-a");
    let received = ["2026/00001=2026-03-03"];
    let shown = office.done_as(LEAD, &what_if(&received));
    office.done_as(LEAD, &accepting(&received, &shown));
    let warned = office.show("2026/00001-a")["warnings"].clone();
    let warning = warned.as_array().expect("warnings").iter().find(|each| each["code"] == "told-another-receipt");
    assert_eq!(
        warning.expect("a warning")["message"],
        "Mottaksdatoen er rettet etter at brev ble sendt. De kan oppgi en annen dato eller frist: 2026/00001-2. \
         Vurder et rettet brev."
    );
    let composed = office.done(&["letter", "compose", "2026/00001-b", "--kind", "acknowledgement"]);
    let text = composed["text"].as_str().expect("text");
    assert!(text.contains("3. mars 2026") && !text.contains("5. mars 2026 "), "{text}");
    issue("2026/00001-b");
    let said = |case: &str| office.show(case)["warnings"].to_string().contains("told-another-receipt");
    assert!(said("2026/00001-a") && !said("2026/00001-b"), "the letter of the other case has the right day");
    // The letter fixed the day by which the request had come.
    let later = office.done_as(LEAD, &what_if(&["2026/00001=2026-03-06"]));
    assert_eq!(later["acceptable"], false);
    office.is_whole();
}

/// The month of a request that came twice runs from the first, and by when data have to be secured follows from receipt as well.
#[test]
fn what_else_follows_from_receipt() {
    let mut office = Office::at("2026-03-10T09:00:00+01:00");
    let number = "21899535747";
    office.keep_secret(&["Kjetil", "Myrvang", number]);
    let of = |received_on: &str, register: &str, protection: &str| {
        let mut request = request(received_on, &[(register, "innsyn")]);
        request["person"] = json!({"name": "Kjetil Myrvang", "identity_number": number, "protection": protection});
        request["identity"] = json!({"status": "confirmed", "method": "brev", "on": "2026-03-10"});
        request
    };
    office.register(&of("2026-03-02", "npr", "ingen"));
    office.register(&of("2026-03-05", "npr", "ingen"));
    office.register(&of("2026-03-06", "kamera", "ingen"));
    office.register(&of("2026-03-06", "npr", "fortrolig"));
    office.let_in(LEAD, "leder");
    let same = ["case", "duplicate", "2026/00002-a", "--of", "2026/00001-a", "--reason", "Kom også i Altinn."];
    office.done(&same);
    let too_late = ["2026/00001=2026-03-06"];
    let shown = office.done_as(LEAD, &what_if(&too_late));
    assert_eq!(
        shown["acceptance"],
        "Sak 2026/00002-a er lukket som dublett av denne og kom 5. mars 2026. Fristen regnes fra den som kom først. \
         Velg den dagen eller en tidligere."
    );
    assert_eq!(office.refused_as(LEAD, &accepting(&too_late, &shown), 3)["code"], "date-order");
    assert_eq!(office.show("2026/00003-a")["secure_by_on"], "2026-03-06");
    // The fourth is of a protected person, whom a lead may see.
    let received = ["2026/00001=2026-03-05", "2026/00003=2026-03-03", "2026/00004=2026-03-04"];
    let shown = office.done_as(LEAD, &what_if(&received));
    office.done_as(LEAD, &accepting(&received, &shown));
    assert_eq!(office.show("2026/00001-a")["received_on"], "2026-03-05", "the day on which its duplicate came");
    assert_eq!(office.show("2026/00003-a")["secure_by_on"], "2026-03-03");
    assert_eq!(office.show("2026/00004-a")["received_on"], "2026-03-04");
    office.is_whole();
}

/// What somebody reads at a terminal: the list with its digest, and what was accepted.
#[test]
fn the_words_at_a_terminal_say_how_to_accept() {
    let office = office();
    let as_lead = |arguments: &[&str]| {
        let mut command = office.bare();
        command.arg("--store").arg(office.path("lager")).args(["--user", LEAD, "--now", "2026-03-10T09:00:00+01:00"]);
        command.arg("--passphrase-file").arg(office.path(LEAD)).args(arguments);
        super::office::Answer::of(&command.output().expect("the program starts")).out
    };
    let received = ["2026/00002=2026-02-27"];
    let shown = office.done_as(LEAD, &what_if(&received));
    let said = as_lead(&what_if(&received));
    let end = format!("Avtrykk: {}\n", shown["digest"].as_str().expect("a digest"));
    assert!(said.ends_with(&end) && said.contains("Du kan godta listen."), "{said}");
    insta::assert_snapshot!(as_lead(&accepting(&received, &shown)));
}
