//! An e-mail shortly before midnight: a diagnosis is wrong. No address, no grounds, and the identity number in plain text.

use serde_json::{Value, json};

use super::office::{Office, each, find};

const NAME: &str = "Sivert Moen";
pub const NUMBER: &str = "22918821159";
pub const CASE: &str = "2026/00001-a";

/// The request as a caseworker types it.
pub fn request() -> Value {
    json!({
        "received_at": "2026-03-02T23:47:00+01:00", "channel": "epost", "language": "nb",
        "person": {"name": NAME, "identity_number": NUMBER, "email": "sivert.moen@example.no"},
        "text": format!("Diagnosen dere har på meg i NPR er feil. Sykehuset satte den i 2019. Jeg er {NUMBER}."),
        "demands": [{"register": "npr", "right": "retting"}],
    })
}

/// An office that has registered it.
pub fn office() -> Office {
    let mut office = Office::at("2026-03-03T09:00:00+01:00");
    office.keep_secret(&[NAME, "Moen", NUMBER, "sivert.moen", "Diagnosen"]);
    office.register(&request());
    office
}

/// The same, with the question sent: the case waits.
fn waiting() -> Office {
    let office = office();
    let output = office.argument("identitet.pdf");
    office.done(&["letter", "issue", CASE, "--kind", "identity-request", "--send", "epost", "-o", &output]);
    office
}

#[test]
fn it_counts_on_the_day_it_came_and_proposes_to_ask_who_it_is() {
    let office = office();
    let case = office.show(CASE);
    assert_eq!(case["received_on"], "2026-03-02", "13 minutes before midnight in Norway");
    assert_eq!(case["due_on"], "2026-04-07", "after Easter");
    let proposal = find(&case["proposals"], "action", "identity-request");
    assert_eq!(proposal["proposed"], true);
    assert!(proposal["why"].as_str().expect("why").contains("hvem som helst kan ha sendt den"));
    assert_eq!(case["next_step"]["target"], "identity-request");
    assert_eq!(case["status"], "uten-grunnlag");
    assert_eq!(each(&case["warnings"], "code"), ["identity-request", "grounds-request"]);
}

#[test]
fn the_e_mail_back_names_neither_register_nor_illness_nor_number() {
    let office = office();
    let composed = office.done(&["letter", "compose", CASE, "--kind", "identity-request", "--send", "epost"]);
    assert_eq!(composed["problems"], json!([]));
    let text = composed["text"].as_str().expect("text").to_lowercase();
    for silent in
        ["npr", "pasientregister", "diagnos", "sykehus", "helseregister", "retting", "§ 25", NUMBER, "fødselsnummer"]
    {
        assert!(!text.contains(silent), "the e-mail names «{silent}»:\n{text}");
    }
    for said in ["navn", "postadresse", "senest tirsdag 17. mars 2026"] {
        assert!(text.contains(said), "the e-mail says «{said}»:\n{text}");
    }
    assert!(!text.contains("legitimasjon") && !text.contains("pass"), "nothing more is asked for than is needed");
}

#[test]
fn issuing_it_stops_the_clock() {
    let office = waiting();
    let case = office.show(CASE);
    assert_eq!(case["state"], "suspended");
    assert_eq!(case["status"], "sjekker-id");
    assert_eq!(case["due_on"], Value::Null);
    assert_eq!(case["days_left"], Value::Null);
    assert_eq!(case["late"], false);
    assert_eq!(case["paused_since_on"], "2026-03-03");
    assert_eq!(case["identity"]["status"], "asked");
    assert_eq!(case["deadline"]["due_on"], Value::Null);
    assert_eq!(
        case["deadline"]["open_suspension"],
        json!({"since_on": "2026-03-03", "due_if_answered_on": "2026-04-07"})
    );
    let suspension = &case["suspensions"][0];
    assert_eq!(suspension["ground"], "identitet");
    assert_eq!(suspension["asked_on"], "2026-03-03");
    assert_eq!(suspension["reply_by_on"], "2026-03-17");
    assert_eq!(suspension["answered_on"], Value::Null);
    assert_eq!(case["letters"][0]["channel"], "epost");
    let again = office.argument("igjen.pdf");
    let refused =
        office.refused(&["letter", "issue", CASE, "--kind", "identity-request", "--send", "epost", "-o", &again], 3);
    assert_eq!(refused["code"], "already-asked");
    assert!(!office.path("igjen.pdf").exists());
}

#[test]
fn an_answer_moves_the_dates_by_the_days_that_it_took() {
    // Asked 3 March. The base is 2 April; 2 to 6 April are Easter.
    for (answered, due) in [
        ("2026-03-03", "2026-04-07"),
        ("2026-03-10", "2026-04-09"),
        ("2026-03-17", "2026-04-16"),
        ("2026-04-20", "2026-05-20"),
    ] {
        let mut office = waiting();
        office.at_instant("2026-04-21T09:00:00+02:00");
        let case = office.done(&["case", "resume", CASE, "--on", answered, "--ground", "identitet"]);
        assert_eq!(case["due_on"], due, "answered {answered}");
        assert_eq!(case["state"], "open");
        assert_eq!(case["suspensions"][0]["answered_on"], answered);
        assert_eq!(office.done(&["case", "list"])["cases"][0]["due_on"], due);
        office.is_whole();
    }
}

#[test]
fn confirming_the_identity_ends_the_wait() {
    let mut office = waiting();
    office.at_instant("2026-03-10T09:00:00+01:00");
    let case = office.done(&["case", "check", CASE, "identitet", "--result", "ja", "--note", "underskrevet brev"]);
    assert_eq!(case["identity"]["status"], "confirmed");
    assert_eq!(case["state"], "open");
    assert_eq!(case["due_on"], "2026-04-09");
    let check = find(&case["checks"], "id", "identitet");
    assert_eq!(
        (&check["result"], &check["by"], &check["on"]),
        (&json!("ja"), &json!("administrator"), &json!("2026-03-10"))
    );
    assert_eq!(find(&case["proposals"], "action", "identity-request")["proposed"], false);
    office.is_whole();
}

#[test]
fn it_reads_well_at_a_terminal() {
    let office = office();
    let output = office.argument("identitet.pdf");
    office.done(&["letter", "issue", CASE, "--kind", "identity-request", "--send", "epost", "-o", &output]);
    insta::assert_snapshot!("sample_03_show", office.run(&["case", "show", CASE]).out);
}
