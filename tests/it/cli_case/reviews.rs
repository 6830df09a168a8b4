//! The data protection officer's review of dates, through the built program: drawn, looked at, answered, decided, with the officer's view
//! standing beside the decision.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const A: &str = "2026/00001-a";
const B: &str = "2026/00002-a";
const OFFICER: &str = "Ida Moen";
const LEAD: &str = "Eva Li";
const WORKER: &str = "Per Haug";

/// An office with six cases, one of them of a protected person, an officer, a lead and a caseworker.
fn office() -> Office {
    let mut office = Office::at("2026-02-10T09:00:00+01:00");
    office.keep_secret(&["Tora Vik", "Fjellveien"]);
    for number in 1..=6 {
        let mut person =
            json!({"name": "Tora Vik", "address": {"lines": ["Fjellveien 8", "2312 Ottestad"], "country": "NO"}});
        if number == 6 {
            person = json!({"name": "Tora Vik", "protection": "fortrolig"});
        }
        office.register(&json!({
            "received_on": "2026-02-02", "channel": "brev", "language": "nb", "person": person,
            "text": "Hva står det om meg?", "demands": [{"register": "npr", "right": "innsyn"}],
        }));
    }
    for (name, role) in [(OFFICER, "personvernombud"), (LEAD, "leder"), (WORKER, "saksbehandler")] {
        office.let_in(name, role);
    }
    office
}

fn draw(office: &Office, count: &str, seed: &str) -> Value {
    let period = ["review", "draw", "--from", "2026-02-01", "--to", "2026-02-28"];
    office.done_as(OFFICER, &[&period[..], &["--count", count, "--seed", seed]].concat())
}

fn disagree(office: &Office, case: &str) -> Value {
    let why = "Pausen skal ikke regnes med.";
    office.done_as(OFFICER, &["review", "date", case, "--date", "answer", "--disagree", why])
}

#[test]
fn the_officer_disagrees_and_the_lead_decides() {
    let office = office();
    let before = office.show(A);
    let flagged = office.done_as(WORKER, &["review", "flag", A, "--reason", "Er pausen riktig?"]);
    assert_eq!(flagged["review"]["state"], "skal-vurderes");
    assert_eq!(flagged["review"]["taken_up"][0]["reason"], "Er pausen riktig?");
    let viewed = disagree(&office, A);
    assert_eq!(viewed["review"]["state"], "venter-svar");
    assert!(each(&viewed["warnings"], "code").contains(&"review"), "{}", viewed["warnings"]);
    let agreed = office.done_as(OFFICER, &["review", "date", A, "--date", "refusal", "--agree"]);
    let view = &find(&agreed["review"]["dates"], "date", "refusal")["views"][0];
    assert_eq!((&view["agrees"], &view["on"], &view["by"]), (&json!(true), &json!("2026-03-02"), &json!(OFFICER)));

    let decide = ["review", "decide", A, "--outcome", "blir-staende", "--text", "Pausen hadde grunnlag."];
    assert_eq!(office.refused_as(LEAD, &decide, 3)["code"], "review-unanswered");
    let reply = ["review", "answer", A, "--text", "Det var rimelig tvil om identiteten."];
    assert_eq!(office.done_as(WORKER, &reply)["review"]["state"], "venter-avgjorelse");
    for (name, arguments) in [(WORKER, &decide[..]), (OFFICER, &decide[..]), (OFFICER, &reply[..])] {
        assert_eq!(office.refused_as(name, arguments, 3)["code"], "role", "{name}");
    }
    let open = office.done_as(LEAD, &["review", "list", "--open"]);
    assert_eq!(
        (&open["reviews"][0]["case"]["case"], &open["reviews"][0]["state"]),
        (&json!(A), &json!("venter-avgjorelse"))
    );
    let decided = office.done_as(LEAD, &decide)["review"].clone();
    assert_eq!((&decided["state"], &decided["decisions"][0]["by"]), (&json!("ferdig"), &json!(LEAD)));
    // What the officer thinks stands beside it as it was.
    let view = &find(&decided["dates"], "date", "answer")["views"][0];
    assert_eq!(
        (&view["agrees"], &view["reason"], &view["by"], &view["moved"]),
        (&json!(false), &json!("Pausen skal ikke regnes med."), &json!(OFFICER), &json!(false))
    );
    assert_eq!(
        (&decided["source"], &decided["doubtful"]),
        (&json!("Personvernforordningen art. 38 nr. 3"), &json!(true))
    );
    assert!(office.done_as(LEAD, &["review", "list", "--open"])["reviews"].as_array().expect("a list").is_empty());
    assert_eq!(each(&office.done_as(LEAD, &["review", "list"])["reviews"], "state"), ["ferdig"]);

    let after = office.show(A);
    for date in ["due_on", "refusal_due_on", "extension_notice_due_on", "state", "deadline"] {
        assert_eq!(after[date], before[date], "{date}");
    }
    let told: Vec<&str> = (after["timeline"].as_array().expect("a timeline").iter())
        .filter(|entry| entry["kind"].as_str().is_some_and(|kind| kind.starts_with("review-")))
        .map(|entry| entry["text"].as_str().expect("text"))
        .collect();
    assert_eq!(
        told,
        [
            "Flagget til gjennomgang av datoene. «Er pausen riktig?»",
            "Personvernombudet er uenig i datoen: svarfrist 02.03.2026. «Pausen skal ikke regnes med.»",
            "Personvernombudet er enig i datoen: siste dag for avslag 02.03.2026.",
            "Svar til personvernombudet om datoene. «Det var rimelig tvil om identiteten.»",
            "Leder har avgjort uenigheten om datoene: datoen blir stående. «Pausen hadde grunnlag.»",
        ]
    );
    let screen = office.run(&["case", "show", A]).out;
    assert!(screen.contains("Gjennomgang av datoene: Personvernombudet har vurdert datoer"), "{screen}");
    assert!(
        screen.contains("[answer] Uenig: Svarfrist 02.03.2026 «Pausen skal ikke regnes med.» (Ida Moen)"),
        "{screen}"
    );
    office.is_whole();
}

#[test]
fn a_sample_is_drawn_again_as_it_was() {
    let office = office();
    let first = draw(&office, "3", "7");
    assert_eq!((&first["among"], &first["size"]), (&json!(6), &json!(3)));
    let drawn = each_text(&first["cases"]);
    assert_eq!(drawn.len(), 3);
    let versions = |office: &Office| drawn.iter().map(|case| office.show(case)["version"].clone()).collect::<Vec<_>>();
    let before = versions(&office);
    assert_eq!(draw(&office, "3", "7"), first, "the same seed, period, size and store");
    assert_eq!(versions(&office), before, "and nothing is recorded twice");
    let listed = office.done_as(OFFICER, &["review", "list", "--open"]);
    let mut numbers: Vec<&str> =
        listed["reviews"].as_array().expect("a list").iter().filter_map(|one| one["case"]["case"].as_str()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, drawn);
    let taken = &office.show(&drawn[0])["review"]["taken_up"][0];
    assert_eq!((&taken["how"], &taken["list_sha256"]), (&json!("trukket"), &first["list_sha256"]));
    assert_eq!(
        taken["text"],
        "Trukket ut til gjennomgang av datoene: inntil 3 av 6 saker mottatt 01.02.2026–28.02.2026, startverdi 7."
    );
    for name in [LEAD, WORKER] {
        let arguments = ["review", "draw", "--from", "2026-02-01", "--to", "2026-02-28", "--count", "3", "--seed", "1"];
        assert_eq!(office.refused_as(name, &arguments, 3)["code"], "role");
    }
    let empty = ["review", "draw", "--from", "2025-02-01", "--to", "2025-02-28", "--count", "3", "--seed", "1"];
    assert_eq!(office.refused_as(OFFICER, &empty, 3)["code"], "nothing-to-review");
    office.is_whole();
}

fn each_text(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|one| one.as_str().expect("text").to_owned()).collect()
}

#[test]
fn a_pause_that_was_asked_for_late_is_proposed_and_reviewed() {
    let office = office();
    let asked = ["case", "suspend", B, "--ground", "identitet", "--on", "2026-02-09", "--reply-by", "2026-02-23"];
    office.done(&asked);
    let list = office.done_as(OFFICER, &["review", "list"]);
    let proposed = &list["proposals"][0];
    assert_eq!((&proposed["case"]["case"], &proposed["why"][0]["code"]), (&json!(B), &json!("asked-late")));
    let refused = office.refused_as(OFFICER, &["review", "date", B, "--date", "answer", "--agree"], 3);
    assert_eq!(refused["code"], "no-such-date-of-case", "the clock stands still");
    let viewed = office.done_as(OFFICER, &["review", "pause", B, "1", "--does-not", "Identiteten var kjent."]);
    let pause = &viewed["review"]["pauses"][0];
    assert_eq!((&pause["pause"], &pause["views"][0]["reason"]), (&json!(1), &json!("Identiteten var kjent.")));
    let list = office.done_as(OFFICER, &["review", "list"]);
    assert!(list["proposals"].as_array().expect("a list").is_empty(), "taken up");
    office.is_whole();
}

/// Two read the same version, and the second is told what the first did.
#[test]
fn a_view_of_what_has_changed_since_is_refused() {
    let office = office();
    let version = office.show(A)["version"].to_string();
    office.done_as(WORKER, &["case", "take", A]);
    let view = ["review", "date", A, "--date", "answer", "--agree", "--if-version", &version];
    let refused = office.refused_as(OFFICER, &view, 7);
    assert_eq!((&refused["code"], &refused["fields"][0]["code"]), (&json!("conflict"), &json!("case-assigned")));
}

/// Whoever is not cleared reviews the dates of a protected person's case all the same; what is written is sealed as everything else of it.
#[test]
fn the_dates_of_a_protected_case_are_reviewed_without_clearance() {
    let office = office();
    let case = "2026/00006-a";
    let viewed = disagree(&office, case);
    assert_eq!(viewed["review"]["state"], "venter-svar");
    let view = &find(&viewed["review"]["dates"], "date", "answer")["views"][0];
    assert_eq!((&view["agrees"], &view["reason"]), (&json!(false), &Value::Null));
    let shown = office.show(case);
    assert_eq!(
        find(&shown["review"]["dates"], "date", "answer")["views"][0]["reason"],
        "Pausen skal ikke regnes med.",
        "the administrator who made the store is cleared"
    );
    office.is_whole();
}
