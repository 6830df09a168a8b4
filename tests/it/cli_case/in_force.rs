//! Restrictions and reservations in force: when they are looked at again, and that a restriction is lifted only after the
//! person was told (GDPR Art. 18(3)).

use serde_json::{Value, json};

use super::office::{Office, each};

const RESTRICTED: &str = "2026/00001-a";

/// A restriction that was granted, answered and carried out on 10 March, and a claim for access.
fn office() -> Office {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.keep_secret(&["Tora Vik", "Fjellveien"]);
    office.register(&json!({
        "received_on": "2026-03-02", "channel": "brev", "language": "nb",
        "person": {"name": "Tora Vik", "address": {"lines": ["Fjellveien 8", "2312 Ottestad"], "country": "NO"}},
        "text": "Ikke bruk opplysningene før de er rettet.",
        "demands": [
            {"register": "hpr", "right": "begrensning", "facts": {"yrke": "helsepersonell"}},
            {"register": "npr", "right": "innsyn"},
        ],
    }));
    office.at_instant("2026-03-10T09:00:00+01:00");
    let reasons = office.write("grunn.txt", "Opplysningene er bestridt.");
    office.done(&["case", "decide", RESTRICTED, "--outcome", "innvilget", "--reasons-file", &reasons]);
    let output = office.argument("svar.pdf");
    let fields = office.write("felt.json", r#"{"granted": "Begrensningen gjelder fra i dag."}"#);
    office.done(&["letter", "issue", RESTRICTED, "--kind", "answer", "--fields", &fields, "-o", &output]);
    office
}

fn carried_out() -> Office {
    let office = office();
    for measure in ["gjennomforing", "underretning"] {
        office.done(&["case", "measure", RESTRICTED, measure, "--done", "2026-03-10", "--note", "Gjort."]);
    }
    office.done(&["case", "close", RESTRICTED]);
    office
}

fn in_force(office: &Office) -> Value {
    office.done(&["case", "list", "--in-force"])
}

#[test]
fn what_is_granted_stands_in_force_from_the_day_it_is_carried_out() {
    let office = office();
    assert_eq!(in_force(&office)["cases"], json!([]), "granted is not carried out");
    let early = office.refused(&["case", "review", RESTRICTED, "--next", "2026-09-01"], 3);
    assert_eq!(early["code"], "not-in-force");
    let office = carried_out();
    let page = in_force(&office);
    assert_eq!(each(&page["cases"], "case"), [RESTRICTED], "closed cases stand in the list");
    assert_eq!(
        page["cases"][0]["in_force"],
        json!({
            "kind": "begrensning", "label": "Begrenset bruk", "ground": "Personvernforordningen artikkel 18",
            "since_on": "2026-03-10", "review_on": null, "review_due": false,
        })
    );
    assert_eq!(office.done(&["case", "list"])["cases"][0]["in_force"], Value::Null);
}

#[test]
fn a_review_sets_the_next_day_and_the_day_warns() {
    let mut office = carried_out();
    let review = ["case", "review", RESTRICTED, "--next", "2026-09-01", "--note", "Fortsatt bestridt."];
    let case = office.done(&review);
    assert_eq!(case["in_force"]["review_on"], "2026-09-01");
    assert!(
        each(&case["timeline"], "text").contains(&"Vurdert 10.03.2026: gjelder fortsatt. Vurderes igjen 01.09.2026.")
    );
    for next in ["2026-03-10", "2026-02-01"] {
        assert_eq!(office.refused(&["case", "review", RESTRICTED, "--next", next], 3)["code"], "date-order");
    }
    let before = ["case", "review", RESTRICTED, "--next", "2026-10-01", "--on", "2026-03-09"];
    assert_eq!(office.refused(&before, 3)["fields"][0]["path"], "on", "before it was in force");
    office.at_instant("2026-09-01T09:00:00+02:00");
    let case = office.show(RESTRICTED);
    assert_eq!(case["in_force"]["review_due"], true);
    assert!(each(&case["warnings"], "code").contains(&"review-due"));
    office.is_whole();
}

#[test]
fn a_restriction_is_lifted_only_after_the_person_was_told() {
    let mut office = carried_out();
    office.at_instant("2026-04-13T09:00:00+02:00");
    let lift = ["case", "lift", RESTRICTED, "--on", "2026-04-13", "--reason", "Opplysningene er rettet."];
    let refused = office.refused(&lift, 3);
    assert_eq!(
        (&refused["code"], &refused["source"]),
        (&json!("notice-first"), &json!("Personvernforordningen art. 18 nr. 3"))
    );
    let output = office.argument("oppheves.pdf");
    let fields = json!({"lifted_on": "2026-04-20", "lift_reason": "Opplysningene er rettet."}).to_string();
    let fields = office.write("felt.json", &fields);
    let notice =
        ["letter", "issue", RESTRICTED, "--kind", "restriction-lift-notice", "--fields", &fields, "-o", &output];
    office.done(&notice);
    assert_eq!(office.show(RESTRICTED)["lift_notice_on"], "2026-04-13");
    office.at_instant("2026-04-20T09:00:00+02:00");
    let early = office.refused(&["case", "lift", RESTRICTED, "--on", "2026-04-12", "--reason", "Rettet."], 3);
    assert_eq!(early["code"], "date-order", "before the person was told");
    let case = office.done(&["case", "lift", RESTRICTED, "--on", "2026-04-20", "--reason", "Opplysningene er rettet."]);
    assert_eq!(case["in_force"], Value::Null);
    assert_eq!(case["lifted"], json!({"on": "2026-04-20", "reason": "Opplysningene er rettet."}));
    assert_eq!(in_force(&office)["cases"], json!([]));
    assert_eq!(office.refused(&lift, 3)["code"], "not-in-force", "only once");
    office.is_whole();
}

/// What nobody needs to be told of first is lifted at once; the list goes on from page to page by the day of the review.
#[test]
fn the_list_is_read_in_pages_by_the_day_of_the_review() {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    for _ in 0..5 {
        office.register(&json!({
            "received_on": "2026-03-02", "channel": "brev", "language": "nb", "person": {"name": "Tiril Eng"},
            "text": "Ikke send meg mer reklame.",
            "demands": [{"register": "nyhetsbrev", "right": "protest-markedsforing"}],
        }));
    }
    let reasons = office.write("grunn.txt", "Retten er ubetinget.");
    let case = |place: u32| format!("2026/{place:05}-a");
    for place in 1..=5 {
        let case = case(place);
        office.done(&["case", "decide", &case, "--outcome", "innvilget", "--reasons-file", &reasons]);
        office.done(&["case", "measure", &case, "gjennomforing", "--done", "2026-03-03", "--note", "Gjort."]);
    }
    for (place, next) in [(4, "2026-05-01"), (2, "2026-06-01"), (1, "2026-05-01")] {
        office.done(&["case", "review", &case(place), "--next", next]);
    }
    let order = [1, 4, 2, 3, 5].map(case);
    let mut read = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let mut words = vec!["case", "list", "--in-force", "--limit", "2"];
        words.extend(after.as_deref().into_iter().flat_map(|after| ["--after", after]));
        let page = office.done(&words);
        read.extend(each(&page["cases"], "case").into_iter().map(str::to_owned));
        after = page["next"].as_str().map(str::to_owned);
        if after.is_none() {
            break;
        }
        assert!(read.len() < 6, "the list ends");
    }
    assert_eq!(read, order, "those that nobody has set a day for come last");
    assert_eq!(office.refused(&["case", "list", "--in-force", "--overdue"], 2)["code"], "usage");
    office.at_instant("2026-03-04T09:00:00+01:00");
    office.done(&["case", "lift", &case(5), "--on", "2026-03-04", "--reason", "Personen vil ha nyhetsbrevet igjen."]);
    assert_eq!(in_force(&office)["cases"].as_array().map(Vec::len), Some(4));
    office.is_whole();
}
