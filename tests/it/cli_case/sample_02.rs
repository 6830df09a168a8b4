//! A letter in nynorsk: erase what KPR holds of a treatment long ago. Grounds and documentation are given.

use std::fs;

use serde_json::{Value, json};

use super::office::{Office, each, find};

const NAME: &str = "Åsmund Hauge";
const NUMBER: &str = "04875421129";

/// The request as a caseworker types it.
pub fn request() -> Value {
    json!({
        "received_on": "2026-01-31", "channel": "brev", "language": "nn",
        "person": {
            "name": NAME, "identity_number": NUMBER,
            "address": {"lines": ["Sjøgata 4", "6900 Florø"], "country": "NO"},
        },
        "text": "Kommunen behandla meg for rusproblem i 1994 og 1995. Eg krev at KPR slettar opplysningane om det.",
        "attachments": [{"title": "fråsegn frå fastlegen", "pages": 2}],
        "demands": [{
            "register": "kpr", "right": "sletting",
            "grounds": "Det er meir enn tretti år sidan, og det er sterkt belastande at det framleis ligg der.",
        }],
    })
}

/// An office that has registered it.
pub fn office() -> Office {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    office.keep_secret(&[NAME, "Hauge", NUMBER, "Sjøgata", "rusproblem", "belastande"]);
    office.register(&request());
    office
}

#[test]
fn it_becomes_a_section_25_case_that_asks_for_nothing() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    let registered = office.register(&request());
    assert_eq!(registered["request"], "2026/00001");
    assert_eq!(registered["warnings"], json!([]), "nothing is to be asked for");
    assert_eq!(registered["cases"][0]["case"], "2026/00001-a");

    let listed = office.done(&["case", "list", "--track", "section-25"]);
    assert_eq!(each(&listed["cases"], "case"), ["2026/00001-a"]);
    assert_eq!(office.done(&["case", "list", "--track", "general"])["cases"], json!([]));

    let case = office.show("2026/00001-a");
    assert_eq!(case["track"], "section-25");
    assert_eq!(case["nominal_on"], "2026-02-28");
    assert_eq!(case["due_on"], "2026-03-02");
    assert_eq!(case["days_left"], 27);
    assert_eq!(each(&case["deadline"]["steps"], "op"), ["received", "add_months", "clamp", "roll"]);
    assert_eq!(
        case["deadline"]["steps"][3]["text"],
        "28. februar 2026 er en lørdag. Fristen flyttes til neste virkedag, mandag 2. mars 2026."
    );
    assert_eq!(each(&case["proposals"], "action"), ["identity-request", "grounds-request"]);
    for (action, why) in [
        ("identity-request", "ingen rimelig tvil om hvem som spør. Du trenger ikke be om identitet."),
        ("grounds-request", "Kravet er begrunnet, og dokumentasjon er lagt ved. Du trenger ikke be om mer."),
    ] {
        let proposal = find(&case["proposals"], "action", action);
        assert_eq!(proposal["proposed"], false, "{action}");
        assert!(proposal["why"].as_str().expect("why").ends_with(why), "{action}: {}", proposal["why"]);
        assert!(!proposal["source"].as_str().expect("a source").is_empty());
    }
    assert_eq!(case["person"]["masked_identity"], "048754*****");
    assert!(find(&case["checks"], "id", "begrenset-lagring")["text"].as_str().expect("text").contains("§ 4-3"));
}

#[test]
fn it_goes_from_the_desk_to_the_envelope() {
    let mut office = office();

    let composed = office.done(&["letter", "compose", "2026/00001-a", "--kind", "acknowledgement"]);
    assert_eq!(composed["language"], "nn");
    assert_eq!(composed["recipient"], json!({"name": NAME, "role": "person"}));
    assert_eq!(composed["problems"], json!([]));
    let text = composed["text"].as_str().expect("text");
    for said in
        ["Vi fekk brevet ditt laurdag 31. januar 2026", "seinast måndag 2. mars 2026", "Vi treng ikkje meir frå deg"]
    {
        assert!(text.contains(said), "the acknowledgement says «{said}»:\n{text}");
    }
    assert!(!text.contains(NUMBER), "a letter never holds the number");

    let output = office.argument("stadfesting.pdf");
    let draft = composed["draft"].as_str().expect("a draft");
    let letter = office.done(&["letter", "issue", "--draft", draft, "-o", &output]);
    assert_eq!(letter["letter"], "2026/00001-2");
    assert_eq!(letter["dated_on"], "2026-02-03");
    assert!(fs::read(&output).expect("a file").starts_with(b"%PDF-"));
    assert_eq!(office.refused(&["letter", "issue", "--draft", draft, "-o", &output], 4)["code"], "not-found");

    office.at_instant("2026-02-10T10:00:00+01:00");
    for (check, result) in [("identitet", "ja"), ("begrunnelse", "ja"), ("dokumentasjon", "ja"), ("art-17", "nei")] {
        office.done(&["case", "check", "2026/00001-a", check, "--result", result]);
    }
    let reasons = office.write("grunngiving.txt", "Vi søkte i registeret 9. februar 2026 og fann ikkje noko om deg.\n");
    let decided =
        office.done(&["case", "decide", "2026/00001-a", "--outcome", "ingen-opplysninger", "--reasons-file", &reasons]);
    assert_eq!(decided["state"], "decided");
    assert_eq!(decided["outcome"], "ingen-opplysninger");

    let composed = office.done(&["letter", "compose", "2026/00001-a", "--kind", "section-25-decision"]);
    assert_eq!(composed["problems"], json!([]), "{}", composed["text"]);
    let text = composed["text"].as_str().expect("text");
    for said in
        ["ingen opplysningar", "9. februar 2026", "kommunen", "avgrensa lagring", "tre veker frå du fekk dette brevet"]
    {
        assert!(text.contains(said), "the decision says «{said}»:\n{text}");
    }
    let output = office.argument("vedtak.pdf");
    for day in ["2026-02-09", "2026-02-11"] {
        let dated = ["letter", "issue", "2026/00001-a", "--kind", "section-25-decision", "--dated", day, "-o", &output];
        let error = office.refused(&dated, 3);
        assert_eq!(error["code"], "dated-otherwise", "issuing is sending");
        assert_eq!(error["source"], "Forvaltningsloven §§ 27 og 29");
    }
    let letter = office.done(&["letter", "issue", "2026/00001-a", "--kind", "section-25-decision", "-o", &output]);
    assert_eq!(letter["letter"], "2026/00001-3");
    assert_eq!(letter["dated_on"], "2026-02-10");
    let twice = office.refused(&["letter", "issue", "2026/00001-a", "--kind", "section-25-decision", "-o", &output], 3);
    assert_eq!(twice["code"], "finished", "one decision, one letter, one time limit for an appeal");
    assert_eq!(office.done(&["case", "close", "2026/00001-a"])["state"], "closed");

    let again = office.argument("same.pdf");
    let reissued = office.done(&["letter", "reissue", "2026/00001-3", "-o", &again]);
    assert_eq!(reissued["sha256"], letter["sha256"]);
    assert_eq!(fs::read(&output).expect("a file"), fs::read(&again).expect("a file"), "byte for byte");

    office.is_whole();
    let status = office.done(&["store", "status"]);
    assert_eq!((&status["requests"], &status["cases"], &status["test"]), (&json!(1), &json!(1), &json!(true)));
    assert_eq!(status["organisation"], "helsedirektoratet");
    assert!(status["last_commit_at"].as_str().expect("an instant").starts_with("2026-02-10T09:00:00"));
}

#[test]
fn it_reads_well_at_a_terminal() {
    let mut office = office();
    insta::assert_snapshot!("sample_02_list", office.run(&["case", "list"]).out);
    insta::assert_snapshot!("sample_02_show", office.run(&["case", "show", "2026/00001-a"]).out);
    assert_eq!(
        office.run(&["store", "verify"]).out,
        "Kontrollerte 1 henvendelse, 2 hendelser og 1 oppslag. Alt stemmer.\n"
    );
    office.at_instant("2026-03-03T09:00:00+01:00");
    assert!(office.run(&["case", "list"]).out.contains("forfalt for 1 dag siden"));
}

#[test]
fn a_letter_that_cannot_be_written_where_it_should_uses_no_number() {
    let office = office();
    // As long as a name may be: the file itself would fit, what is written beside it first would not.
    let too_long = office.argument(&format!("{}.pdf", "a".repeat(251)));
    office.refused(&["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", &too_long], 1);
    assert_eq!(office.show("2026/00001-a")["letters"], json!([]));
    assert!(!office.path(&format!("{}.pdf", "a".repeat(251))).exists());
}
