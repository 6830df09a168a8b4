//! A letter on its way: it comes back, the address is corrected, it goes again and arrives; and who gets it beside whom.

use std::fs;

use serde_json::{Value, json};

use super::office::{Office, each, find};
use super::sample_02;

const DECISION: &str = "2026/00001-2";

/// Sample 02 with a decision that went out by post on 12 February.
fn decided() -> Office {
    let mut office = sample_02::office();
    office.at_instant("2026-02-12T10:00:00+01:00");
    for (check, result) in [("identitet", "ja"), ("begrunnelse", "ja"), ("dokumentasjon", "ja"), ("art-17", "nei")] {
        office.done(&["case", "check", "2026/00001-a", check, "--result", result]);
    }
    let reasons = office.write("grunngiving.txt", "Vi fann ikkje noko om deg.\n");
    office.done(&["case", "decide", "2026/00001-a", "--outcome", "ingen-opplysninger", "--reasons-file", &reasons]);
    office
}

fn issue(office: &Office, more: &[&str]) -> Value {
    let output = office.argument("vedtak.pdf");
    let issue = ["letter", "issue", "2026/00001-a", "--kind", "section-25-decision", "-o", &output];
    office.done(&[&issue, more].concat())
}

fn delivery(office: &Office, words: &[&str]) -> Value {
    office.done(&[&["letter", "delivery", DECISION], words].concat())
}

fn appeal(case: &Value) -> &Value {
    find(&case["other_dates"], "id", "appeal")
}

#[test]
fn a_returned_letter_is_sent_again_to_the_corrected_address_and_arrives() {
    let mut office = decided();
    let letter = issue(&office, &[]);
    assert_eq!(letter["message_title"], "Brev frå Helsedirektoratet, 2026/00001-2");
    assert_eq!(letter["file_name"], "2026-00001-2.pdf");
    assert_eq!(letter["deliveries"], json!([]));
    assert_eq!(letter["recipients"][0]["to"], "person");
    assert_eq!(letter["recipients"][0]["standing"], "sent");
    assert_eq!(office.show("2026/00001-a")["appeal_due_on"], "2026-03-05");
    let bytes = fs::read(office.path("vedtak.pdf")).expect("the letter");
    let due = office.show("2026/00001-a")["due_on"].clone();

    office.at_instant("2026-02-17T10:00:00+01:00");
    let returned = delivery(&office, &["--returned", "--on", "2026-02-16", "--reason", "ukjent-adresse"]);
    assert_eq!(
        returned["deliveries"][0]["text"],
        "Brevet til den saken gjelder kom i retur 16.02.2026: ukjent adresse."
    );
    assert_eq!(returned["recipients"][0]["standing"], "returned");
    let case = office.show("2026/00001-a");
    assert_eq!(case["next_step"]["action"], "delivery");
    assert_eq!(case["next_step"]["target"], DECISION);
    assert_eq!(case["next_step"]["label"], "Sjekk adressen og send på nytt");
    assert_eq!(each(&case["warnings"], "code"), ["letter-returned", "appeal-not-running"]);
    assert_eq!(case["appeal_due_on"], Value::Null);
    assert_eq!(appeal(&case), &Value::Null);
    assert_eq!(case["due_on"], due, "no deadline moves");
    let found = office.done(&["case", "list", "--undelivered"]);
    assert_eq!(each(&found["cases"], "case"), ["2026/00001-a"]);
    assert_eq!(
        found["cases"][0]["undelivered"],
        json!({
            "what": "retur", "label": "Brev i retur", "from_on": "2026-02-16",
        })
    );

    let update = office.write(
        "person.json",
        &json!({"person": {"address": {"lines": ["Fjordgata 9", "6900 Florø"], "country": "NO"}}}).to_string(),
    );
    office.done(&["case", "person", "2026/00001-a", "--file", &update]);
    let again = delivery(&office, &["--sent-again", "--on", "2026-02-17", "--channel", "rekommandert"]);
    assert_eq!(again["recipients"][0]["channel"], "rekommandert");
    assert_eq!(again["recipients"][0]["sent_on"], "2026-02-17");
    assert_eq!(again["sha256"], letter["sha256"]);
    let case = office.show("2026/00001-a");
    assert_eq!(appeal(&case)["on"], "2026-03-10");
    assert_eq!(appeal(&case)["assumed"], true);
    assert_eq!(office.done(&["case", "list", "--undelivered"])["cases"], json!([]));
    let output = office.argument("igjen.pdf");
    office.done(&["letter", "reissue", DECISION, "-o", &output]);
    assert_eq!(fs::read(&output).expect("the letter"), bytes, "the same bytes, byte for byte");

    office.at_instant("2026-02-23T10:00:00+01:00");
    let arrived = delivery(&office, &["--delivered", "--on", "2026-02-20", "--by", "hentet"]);
    assert_eq!(each(&arrived["deliveries"], "what"), ["returned", "sent-again", "delivered"]);
    assert_eq!(arrived["recipients"][0]["standing"], "delivered");
    assert_eq!(arrived["recipients"][0]["standing_on"], "2026-02-20");
    let case = office.show("2026/00001-a");
    assert_eq!(appeal(&case)["on"], "2026-03-13");
    assert_eq!(appeal(&case)["assumed"], false);
    assert_eq!(case["next_step"]["action"], "close");
    let timeline = each(&case["timeline"], "text");
    assert!(timeline.contains(&"Brev 2026/00001-2 kom frem til den saken gjelder 20.02.2026: hentet."), "{timeline:?}");
    office.is_whole();
}

#[test]
fn what_cannot_have_happened_is_refused_with_what_to_do() {
    let mut office = decided();
    issue(&office, &[]);
    office.at_instant("2026-02-17T10:00:00+01:00");
    let refused =
        |words: &[&str], code: i32| office.refused(&[&["letter", "delivery", DECISION], words].concat(), code);
    for (words, code) in [
        (&["--returned", "--on", "2026-02-11", "--reason", "avvist"][..], "date-order"),
        (&["--returned", "--on", "2026-02-18", "--reason", "avvist"], "date-order"),
        (&["--second-notice", "--on", "2026-02-17"], "delivery-does-not-fit"),
        (&["--delivered", "--on", "2026-02-13", "--by", "apnet"], "delivery-does-not-fit"),
        (&["--sent-again", "--on", "2026-02-17", "--channel", "epost"], "unsafe-channel"),
        (&["--returned", "--on", "2026-02-16", "--reason", "avvist", "--to", "representant"], "not-recipient"),
    ] {
        assert_eq!(refused(words, 3)["code"], code, "{words:?}");
    }
    for words in [
        &["--returned", "--on", "2026-02-16"][..],
        &["--returned", "--on", "2026-02-16", "--reason", "borte"],
        &["--returned", "--on", "i går", "--reason", "avvist"],
        &["--delivered", "--on", "2026-02-16", "--by", "utlevert"],
        &["--delivered", "--on", "2026-02-16", "--by", "hentet", "--identity", "kjent"],
        &["--on", "2026-02-16"],
        &["--returned", "--delivered", "--on", "2026-02-16"],
    ] {
        refused(words, 2);
    }
    let missing = ["letter", "delivery", "2026/00001-9", "--returned", "--on", "2026-02-16", "--reason", "avvist"];
    office.refused(&missing, 4);
    let conflict =
        ["letter", "delivery", DECISION, "--returned", "--on", "2026-02-16", "--reason", "avvist", "--if-version", "1"];
    office.refused(&conflict, 7);
    assert_eq!(office.show("2026/00001-a")["letters"][0]["deliveries"], json!([]));
}

/// A digital mailbox: a second notice a week after, and an appeal that runs from when the letter was there.
#[test]
fn a_letter_left_unopened_is_noticed_once_more() {
    let mut office = decided();
    issue(&office, &["--send", "digital-postkasse"]);
    office.at_instant("2026-02-18T10:00:00+01:00");
    assert_eq!(office.show("2026/00001-a")["next_step"]["action"], "close");
    let early = ["letter", "delivery", DECISION, "--second-notice", "--on", "2026-02-18"];
    assert_eq!(
        office.refused(&early, 3)["message"],
        "Mottakeren har én uke på seg til å åpne brevet. Vent til torsdag 19. februar 2026."
    );
    office.at_instant("2026-02-19T10:00:00+01:00");
    let case = office.show("2026/00001-a");
    assert_eq!(case["next_step"]["label"], "Andre varsel");
    assert_eq!(case["undelivered"]["what"], "ikke-apnet");
    let recipient = &case["letters"][0]["recipients"][0];
    assert_eq!(recipient["second_notice_from_on"], "2026-02-19");
    assert_eq!(find(&recipient["actions"], "id", "second-notice")["proposed"], true);
    assert_eq!(
        find(&recipient["actions"], "id", "returned")["choices"],
        json!([{"id": "annet", "label": "Annen grunn"}])
    );
    delivery(&office, &["--unopened", "--on", "2026-02-19"]);
    let noticed = delivery(&office, &["--second-notice", "--on", "2026-02-19"]);
    assert_eq!(noticed["recipients"][0]["standing_label"], "Andre varsel sendt");
    assert_eq!(office.show("2026/00001-a")["next_step"]["action"], "close");
    office.at_instant("2026-02-25T10:00:00+01:00");
    delivery(&office, &["--delivered", "--on", "2026-02-24", "--by", "apnet"]);
    let case = office.show("2026/00001-a");
    assert_eq!(appeal(&case)["on"], "2026-03-05", "from when it was there, opened or not");
    assert!(appeal(&case)["source"].as_str().expect("a source").contains("§ 11"));
    office.is_whole();
}

fn represented() -> Office {
    let mut office = Office::at("2026-09-01T09:00:00+02:00");
    office.keep_secret(&["Isak Bjørnli", "Eline Moen", "Torget 1"]);
    office.register(&json!({
        "received_on": "2026-08-31", "channel": "brev", "language": "nb",
        "person": {
            "name": "Isak Bjørnli", "identity_number": "03914833026",
            "address": {"lines": ["Bakkeveien 2", "9510 Alta"], "country": "NO"},
        },
        "representative": {
            "kind": "fullmektig", "name": "Advokat Eline Moen", "evidence": "Skriftlig fullmakt",
            "address": {"lines": ["Torget 1", "9510 Alta"], "country": "NO"},
        },
        "text": "Klienten min vil ha kopi.",
        "demands": [{"register": "blaresept", "right": "innsyn"}],
    }));
    office
}

#[test]
fn whoever_acts_for_the_person_gets_it_and_the_person_a_copy_where_asked() {
    let office = represented();
    let compose = ["letter", "compose", "2026/00001-a", "--kind", "acknowledgement"];
    let plain = office.done(&compose);
    assert_eq!((&plain["to"], &plain["recipient"]["role"]), (&json!("representant"), &json!("fullmektig")));
    assert_eq!(each(&plain["choices"], "id"), ["representant", "person"]);
    assert!(!plain["text"].as_str().expect("a text").contains("Isak Bjørnli (den saken gjelder)"));

    let copied = office.done(&[&compose[..], &["--copy", "person"]].concat());
    assert_eq!(copied["problems"], json!([]));
    assert!(copied["text"].as_str().expect("a text").contains("Isak Bjørnli (den saken gjelder)"));
    let draft = copied["draft"].as_str().expect("a draft");
    let letter = office.done(&["letter", "issue", "--draft", draft, "-o", &office.argument("brev.pdf")]);
    assert_eq!(each(&letter["recipients"], "to"), ["representant", "person"]);
    assert_eq!(each(&letter["recipients"], "label"), ["Fullmektig", "Den saken gjelder"]);
    assert_eq!(letter["recipients"][1]["copy"], true);

    // Each of the two has a course of their own.
    let returned =
        ["letter", "delivery", "2026/00001-2", "--returned", "--on", "2026-09-01", "--reason", "ukjent-adresse"];
    let letter = office.done(&[&returned[..], &["--to", "person"]].concat());
    assert_eq!(each(&letter["recipients"], "standing"), ["sent", "returned"]);

    let instead = office.done(&[&compose[..], &["--to", "person"]].concat());
    assert_eq!((&instead["to"], &instead["recipient"]["name"]), (&json!("person"), &json!("Isak Bjørnli")));
    let log = office.done(&["case", "show", "2026/00001-a"]);
    assert!(!log["timeline"].to_string().contains("Moen"), "{}", log["timeline"]);
    office.is_whole();
}

/// Sample 08: 15 years, fortrolig address, and the parents are not to know.
#[test]
fn a_protected_child_is_handed_the_letter_and_the_parent_gets_none() {
    let mut office = Office::at("2026-11-25T09:00:00+01:00");
    office.keep_secret(&["Runa Vik", "Turid Vik"]);
    office.register(&json!({
        "received_on": "2026-11-24", "channel": "telefon", "language": "nn",
        "person": {"name": "Runa Vik", "identity_number": "12861160090", "born_on": "2011-06-12", "protection": "fortrolig"},
        "identity": {"status": "confirmed", "method": "brev", "on": "2026-11-24"},
        "representative": {
            "kind": "forelder", "name": "Turid Vik",
        },
        "inform_parents": false,
        "text": "Runa vil vite kva som står om henne.",
        "demands": [{"register": "frikort", "right": "innsyn"}],
    }));
    let compose = ["letter", "compose", "2026/00001-a", "--kind", "acknowledgement"];
    let plain = office.done(&compose);
    assert_eq!(plain["to"], "person", "whoever may not have it does not get it because nobody chose");
    assert_eq!(plain["problems"], json!([]));
    assert!(find(&plain["choices"], "id", "representant")["barred"].is_string());
    for barred in [&["--to", "representant"][..], &["--copy", "representant"]] {
        let composed = office.done(&[&compose[..], barred].concat());
        assert_eq!(each(&composed["problems"], "check"), ["recipients"], "{barred:?}");
    }

    let letter =
        office.done(&["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", &office.argument("b.pdf")]);
    assert_eq!(letter["channel"], "utleveres");
    office.at_instant("2026-11-27T09:00:00+01:00");
    let again = ["letter", "delivery", "2026/00001-2", "--sent-again", "--on", "2026-11-26", "--channel", "brev"];
    assert_eq!(office.refused(&again, 3)["code"], "unsafe-channel");
    let hand = ["letter", "delivery", "2026/00001-2", "--delivered", "--on", "2026-11-26", "--by", "utlevert"];
    office.refused(&hand, 2);
    let letter = office.done(&[&hand[..], &["--identity", "legitimasjon"]].concat());
    assert_eq!(letter["deliveries"][0]["identity"], "legitimasjon");
    assert_eq!(
        letter["deliveries"][0]["text"],
        "Brevet kom frem til den saken gjelder 26.11.2026: utlevert (viste legitimasjon)."
    );
    office.is_whole();
}

#[test]
fn an_answer_about_fristbrudd_goes_by_registered_post() {
    let office = Office::at("2026-03-10T09:00:00+01:00");
    office.register(&json!({
        "received_on": "2026-03-02", "channel": "brev", "language": "nb",
        "person": {
            "name": "Gro Lundby", "identity_number": "21859014035",
            "address": {"lines": ["Elvegata 9", "7013 Trondheim"], "country": "NO"},
        },
        "text": "Hva har dere om meg?",
        "demands": [{"register": "fristbrudd", "right": "innsyn"}],
    }));
    let case = office.show("2026/00001-a");
    if case["track"] == "general" {
        for check in case["checks"].as_array().expect("checks") {
            let id = check["id"].as_str().expect("an id");
            office.done(&["case", "check", "2026/00001-a", id, "--result", "ja"]);
        }
        let reasons = office.write("grunn.txt", "Vi fant ingenting.\n");
        let decide = ["case", "decide", "2026/00001-a", "--outcome", "ingen-opplysninger", "--reasons-file", &reasons];
        office.done(&decide);
        let compose = ["letter", "compose", "2026/00001-a", "--kind", "answer"];
        assert_eq!(office.done(&compose)["send"], "rekommandert");
        let by_post = office.done(&[&compose[..], &["--send", "brev"]].concat());
        assert!(each(&by_post["problems"], "check").contains(&"channel"));
    }
}
