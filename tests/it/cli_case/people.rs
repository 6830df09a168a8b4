//! Who the people of a request are: how an identity was confirmed, numbers of one person, who acts, and what a child wants.

use serde_json::{Value, json};

use super::office::{Office, each, find};
use super::readings::fed;

const A: &str = "2026/00001-a";
const NUMBER: &str = "13846120100";
const D_NUMBER: &str = "53846120285";

fn request(person: &Value) -> Value {
    json!({
        "received_on": "2026-03-02", "channel": "brev", "language": "nb", "person": person,
        "text": "Jeg vil se hva dere har om meg, og få det slettet.",
        "demands": [{"register": "npr", "right": "innsyn"}, {"register": "kpr", "right": "sletting"}],
    })
}

fn office() -> Office {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.keep_secret(&[NUMBER, D_NUMBER, "Tora", "Brekke"]);
    let address = json!({"lines": ["Fjellveien 8", "2312 Ottestad"]});
    office.register(&request(&json!({"name": "Tora Vik", "identity_number": D_NUMBER, "address": address})));
    office
}

#[test]
fn how_an_identity_came_to_be_confirmed_is_shown_with_who_and_when() {
    let mut office = office();
    office.done(&["case", "identity", A, "--status", "asked"]);
    office.at_instant("2026-03-09T09:00:00+01:00");
    let case = office.done(&["case", "identity", A, "--method", "rekommandert", "--on", "2026-03-06"]);
    assert_eq!(case["identity"]["status"], "confirmed");
    assert_eq!(case["identity"]["method"], "rekommandert");
    let history = &case["identity"]["history"];
    assert_eq!(each(history, "status"), ["unchecked", "asked", "confirmed"]);
    assert_eq!(
        history[2],
        json!({
            "status": "confirmed", "method": "rekommandert", "on": "2026-03-06", "by": "administrator",
            "method_label": "Rekommandert brev til registrert adresse", "recorded_on": "2026-03-09",
        })
    );
    let said = each(&case["timeline"], "text");
    assert!(
        said.contains(&"Identiteten er bekreftet 06.03.2026: rekommandert brev til registrert adresse."),
        "{said:?}"
    );
    assert_eq!(
        office.refused(&["case", "identity", A, "--method", "kopi-av-pass", "--on", "2026-03-06"], 2)["fields"][0]["path"],
        "identity.method"
    );
    let early = office.refused(&["case", "identity", A, "--method", "brev", "--on", "2026-02-01"], 3);
    assert_eq!(early["code"], "date-order");
    assert_eq!(office.refused(&["case", "identity", A], 2)["code"], "usage");
    office.is_whole();
}

#[test]
fn the_checklist_says_how_an_identity_was_confirmed_or_the_case_warns() {
    let mut office = office();
    office.at_instant("2026-03-06T09:00:00+01:00");
    let confirm = ["case", "check", A, "identitet", "--result", "ja"];
    let warns = |case: &Value| each(&case["warnings"], "code").contains(&"identity-method");
    let case = office.done(&confirm);
    assert_eq!((&case["identity"]["status"], &case["identity"]["method"]), (&json!("confirmed"), &Value::Null));
    assert!(warns(&case), "{}", case["warnings"]);
    let with = |more: &[&'static str]| [&confirm[..], more].concat();
    let case = office.done(&with(&["--method", "oppmote", "--on", "2026-03-04"]));
    assert_eq!((&case["identity"]["method"], &case["identity"]["on"]), (&json!("oppmote"), &json!("2026-03-04")));
    assert!(!warns(&case));
    assert_eq!(office.done(&confirm)["identity"]["method"], "oppmote", "what is known already stays");
    for (wrong, code, what) in [
        (with(&["--method", "kopi-av-pass"]), 2, "unknown-value"),
        (with(&["--on", "2026-02-30"]), 2, "not-well-formed"),
        (with(&["--method", "brev", "--on", "2026-02-01"]), 3, "date-order"),
        (vec!["case", "check", A, "identitet", "--result", "nei", "--method", "brev"], 2, "not-identity"),
    ] {
        assert_eq!(office.refused(&wrong, code)["code"], what, "{wrong:?}");
    }
    office.is_whole();
}

#[test]
fn two_numbers_of_one_person_are_linked_by_hand_and_each_finds_the_requests_of_both() {
    let mut office = office();
    office.register(&request(&json!({"name": "Tora Vik", "identity_number": NUMBER})));
    let found = |office: &Office, number: &str| {
        let answer = fed(office, &["case", "list", "--person", "-", "--json"], number);
        assert_eq!(answer.code, 0, "{}", answer.err);
        let page: Value = serde_json::from_str(&answer.out).expect("one document");
        each(&page["cases"], "request").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let both = ["2026/00001", "2026/00001", "2026/00002", "2026/00002"];
    assert_eq!(found(&office, D_NUMBER), both[..2]);
    let link = ["case", "link", A, "--number", "-", "--reason", "Samme navn, adresse og fødselsdag.", "--json"];
    let answer = fed(&office, &link, NUMBER);
    assert_eq!(answer.code, 0, "{}", answer.err);
    let case: Value = serde_json::from_str(&answer.out).expect("one document");
    assert!(!answer.out.contains(NUMBER), "the number is masked");
    let linked = &case["linked_numbers"][0];
    assert_eq!((&linked["place"], &linked["masked"]), (&json!(1), &json!("138461*****")));
    assert_eq!((&linked["kind"], &linked["by"]), (&json!("fodselsnummer"), &json!("administrator")));
    assert_eq!(linked["reason"], "Samme navn, adresse og fødselsdag.");
    for number in [D_NUMBER, NUMBER] {
        assert_eq!(found(&office, number), both, "each number leads to all");
    }
    office.is_whole();

    let refused = |words: &[&str], lines: &str, code: i32| {
        office.check_failure(&fed(&office, words, lines), code, &format!("{words:?}"))["code"].clone()
    };
    assert_eq!(refused(&link, NUMBER, 3), "already-recorded");
    assert_eq!(refused(&link, D_NUMBER, 3), "already-recorded");
    assert_eq!(refused(&link, "13846120101", 2), "not-well-formed");
    assert_eq!(refused(&["case", "link", A, "--number", NUMBER, "--reason", "x", "--json"], "", 2), "usage");
    let blank = ["case", "link", A, "--number", "-", "--reason", " ", "--json"];
    assert_ne!(fed(&office, &blank, "13846120119").code, 0, "a reason is asked for");

    let case = office.done(&["case", "unlink", A, "1", "--reason", "Det var en navnesøster."]);
    assert_eq!(case["linked_numbers"], json!([]));
    assert_eq!(found(&office, D_NUMBER), both[..2]);
    assert_eq!(found(&office, NUMBER), both[2..]);
    assert_eq!(office.refused(&["case", "unlink", A, "1", "--reason", "Igjen."], 3)["code"], "not-linked");
    office.at_instant("2026-03-04T09:00:00+01:00");
    let said = office.show(A);
    let said = each(&said["timeline"], "text");
    assert!(said.contains(&"Koblingen til et nummer er tatt bort. «Det var en navnesøster.»"), "{said:?}");
    office.is_whole();
}

#[test]
fn a_number_is_not_linked_to_nobody() {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.keep_secret(&[NUMBER]);
    office.register(&request(&json!({"name": "Ukjent"})));
    let link = ["case", "link", A, "--number", "-", "--reason", "Samme person.", "--json"];
    let refused = office.check_failure(&fed(&office, &link, NUMBER), 3, "nobody");
    assert_eq!(refused["code"], "no-number");
}

#[test]
fn an_authority_holds_for_what_it_covers_and_until_it_runs_out() {
    let mut office = office();
    let acting = json!({
        "kind": "fullmektig", "name": "Solveig Brekke", "evidence": "skriftlig fullmakt",
        "address": {"lines": ["Tangen 3", "6710 Raudeberg"]}, "registers": ["npr"], "rights": ["innsyn"],
        "valid_to": "2026-04-30", "seen_by": "Kari Myhre", "seen_on": "2026-03-03",
    });
    let file = office.write("fullmektig.json", &acting.to_string());
    let change = ["case", "representative", A, "--file", &file, "--reason", "Fullmakten kom i dag."];
    let case = office.done(&change);
    let shown = &case["representative"];
    assert_eq!((&shown["kind_label"], &shown["against"]), (&json!("Fullmektig"), &Value::Null));
    assert_eq!((&shown["registers"], &shown["valid_to"]), (&json!(["npr"]), &json!("2026-04-30")));
    assert_eq!(office.refused(&change, 3)["code"], "nothing-new");

    let to = |office: &Office, case: &str| {
        let letter = office.done(&["letter", "compose", case, "--kind", "acknowledgement"]);
        (letter["recipient"]["role"].clone(), letter["problems"].clone())
    };
    assert_eq!(to(&office, A).0, "fullmektig");
    assert_eq!(to(&office, "2026/00001-b").0, "person", "the authority does not cover erasure in KPR");
    let outside = office.show("2026/00001-b");
    assert_eq!(
        find(&outside["warnings"], "code", "out-of-authority")["message"],
        "Fullmakten omfatter ikke denne saken. Brev går til den saken gjelder, til dere har fått en ny fullmakt."
    );
    office.at_instant("2026-05-04T09:00:00+02:00");
    assert_eq!(to(&office, A).0, "person", "the authority has run out");
    let expired = office.show(A);
    let why = expired["representative"]["against"].as_str().expect("why");
    assert!(why.starts_with("Fullmakten gjaldt til 30.04.2026."), "{why}");

    let case = office.done(&["case", "representative", A, "--none", "--reason", "Fullmakten er trukket."]);
    assert_eq!(case["representative"], Value::Null);
    assert!(each(&case["warnings"], "code").iter().all(|code| *code != "out-of-authority"));
    let unknown = json!({"kind": "verge", "name": "Eva", "registers": ["finnes-ikke"], "seen_on": "2026-03-03"});
    let file = office.write("verge.json", &unknown.to_string());
    let refused = office.refused(&["case", "representative", A, "--file", &file, "--reason", "Verge."], 2);
    assert_eq!(each(&refused["fields"], "path"), ["representative.registers[0]", "representative.seen_by"]);
    office.is_whole();
}

#[test]
fn what_a_child_wants_decides_whether_the_parents_get_letters() {
    let office = Office::at("2026-03-03T09:00:00+01:00");
    let mut child =
        request(&json!({"name": "Live Vik", "born_on": "2012-06-01", "address": {"lines": ["Fjellveien 8"]}}));
    child["representative"] = json!({"kind": "forelder", "name": "Tora Vik", "address": {"lines": ["Fjellveien 8"]}});
    office.register(&child);
    let role = |office: &Office| {
        office.done(&["letter", "compose", A, "--kind", "acknowledgement"])["recipient"]["role"].clone()
    };
    assert_eq!(role(&office), "forelder");
    let words = "Helsesykepleier hørte barnet. Det vil ikke at foreldrene får vite om henvendelsen.";
    let case = office.done(&["case", "child", A, "--on", "2026-03-03", "--parents", "nei", "--text", words]);
    assert_eq!(case["inform_parents"], false);
    assert_eq!(case["child_heard"]["text"], words);
    assert_eq!(role(&office), "person");
    assert!(each(&case["warnings"], "code").contains(&"parents-not-told"));
    let late = office.refused(&["case", "child", A, "--on", "2026-03-04", "--text", "I morgen."], 3);
    assert_eq!(late["code"], "date-order");
    office.is_whole();
}

#[test]
fn a_child_may_have_another_parent_who_is_never_written_to_by_itself() {
    let office = Office::at("2026-03-03T09:00:00+01:00");
    let mut child = request(
        &json!({"name": "Tora Vik", "identity_number": NUMBER, "born_on": "2013-05-01", "protection": "ingen"}),
    );
    child["representative"] = json!({"kind": "forelder", "name": "Jon Vik"});
    child["other_parent"] = json!({"name": "Ane Lid", "evidence": "Folkeregisteret, sett 2. mars"});
    office.register(&child);
    let case = office.show(A);
    assert_eq!(
        case["other_parent"],
        json!({
            "name": "Ane Lid", "address": null, "evidence": "Folkeregisteret, sett 2. mars",
        })
    );
    let warning = find(&case["warnings"], "code", "other-parent")["message"].as_str().expect("words").to_owned();
    assert!(warning.contains("pasient- og brukerrettighetsloven § 3-4") && warning.contains("tvil"), "{warning}");
    let letter = office.done(&["letter", "compose", A, "--kind", "acknowledgement"]);
    assert_eq!(letter["recipient"]["name"], "Jon Vik", "the letter goes to whoever asked");
    let again = office.refused(&["case", "other-parent", A, "--none", "--reason", " "], 2);
    assert_eq!(again["fields"][0]["path"], "reason");
    let case = office.done(&["case", "other-parent", A, "--none", "--reason", "Bare én har foreldreansvar."]);
    assert_eq!(case["other_parent"], Value::Null);
    let nothing = office.refused(&["case", "other-parent", A, "--none", "--reason", "Bare én."], 3);
    assert_eq!(nothing["code"], "nothing-new");
    let named =
        ["case", "other-parent", A, "--name", "Ane Lid", "--address", "Tangen 3", "--address", "6710 Raudeberg"];
    let case = office.done(&[&named[..], &["--reason", "Ane ringte."]].concat());
    assert_eq!(case["other_parent"]["address"]["lines"], json!(["Tangen 3", "6710 Raudeberg"]));
    let case = office.done(&["case", "child", A, "--on", "2026-03-03", "--parents", "nei", "--text", "Nei."]);
    assert!(!each(&case["warnings"], "code").contains(&"other-parent"), "then neither of them is told");
    office.is_whole();
}

#[test]
fn nobody_is_the_other_parent_of_the_grown_up_and_no_address_betrays_a_child() {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    for (born_on, protection, address, code) in [
        ("2008-03-03", "ingen", false, "not-a-child"),
        ("2008-03-04", "ingen", true, ""),
        ("2013-05-01", "fortrolig", true, "address-of-protected"),
        ("2013-05-01", "fortrolig", false, ""),
    ] {
        let mut child = request(&json!({
            "name": "Tora Vik", "identity_number": NUMBER, "born_on": born_on, "protection": protection,
        }));
        child["person"].as_object_mut().expect("a person").remove("address");
        let address = address.then(|| json!({"lines": ["Tangen 3"], "country": "NO"}));
        child["other_parent"] = json!({"name": "Ane Lid", "address": address});
        let file = office.write("barn.json", &child.to_string());
        if code.is_empty() {
            office.done(&["request", "register", &file]);
        } else {
            let refused = office.refused(&["request", "register", &file], 3);
            assert_eq!(refused["fields"][0]["code"], code, "{born_on} {protection}");
        }
    }
    let mut child = request(&json!({"name": "Tora Vik", "identity_number": NUMBER, "born_on": "2013-05-01"}));
    child["representative"] =
        json!({"kind": "verge", "name": "Siri Ås", "seen_by": "Kari Myhre", "seen_on": "2026-03-04"});
    let file = office.write("verge.json", &child.to_string());
    let refused = office.refused(&["request", "register", &file], 3);
    assert_eq!(refused["fields"][0]["path"], "representative.seen_on", "no paper is seen tomorrow");
    for (today, warned) in [("2026-03-03", true), ("2026-03-04", false)] {
        office.at_instant(&format!("{today}T09:00:00+01:00"));
        let warnings = office.show(A)["warnings"].clone();
        assert_eq!(each(&warnings, "code").contains(&"other-parent"), warned, "18 years old on 4 March: {today}");
    }
}

#[test]
fn a_request_under_the_linked_number_is_found_beside_this_one() {
    let office = office();
    let mut again = request(&json!({"name": "Tora Vik", "identity_number": NUMBER}));
    again["demands"] = json!([{"register": "npr", "right": "innsyn"}]);
    office.register(&again);
    let beside = |case: &str| {
        let found = office.done(&["request", "similar", case]);
        each(&found["others"], "case").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(beside(A).is_empty(), "nobody has said that the numbers are of one person");
    fed(&office, &["case", "link", A, "--number", "-", "--reason", "Samme person.", "--json"], NUMBER);
    assert_eq!(beside(A), ["2026/00002-a"]);
    office.is_whole();
}
