//! A letter in English from abroad: a claim that the person must send elsewhere, and one that is sent on.

use serde_json::{Value, json};

use super::office::Office;

const A: &str = "2026/00001-a";
const B: &str = "2026/00001-b";

fn office() -> Office {
    let mut office = Office::at("2026-03-02T09:00:00+01:00");
    office.keep_secret(&["Moira Sande", "Sande", "Quayside"]);
    office.register(&json!({
        "received_on": "2026-02-27", "channel": "brev", "language": "en",
        "person": {"name": "Moira Sande", "address": {"lines": ["4 Quayside", "Leith EH6 6LX"], "country": "GB"}},
        "text": "Please delete my account in Fastlegeportalen, and tell me what HelseID stores about me.",
        "demands": [
            {"register": "fastlegeportalen", "right": "sletting"},
            {"register": "helseid", "right": "innsyn"},
        ],
    }));
    office
}

fn text(office: &Office, cases: &[&str], kind: &str) -> String {
    let draft = office.done(&[&["letter", "compose"], cases, &["--kind", kind]].concat());
    assert_eq!((&draft["language"], &draft["problems"]), (&json!("en"), &json!([])), "{kind}: {draft}");
    draft["text"].as_str().expect("a text").to_owned()
}

fn issue(office: &Office, cases: &[&str], kind: &str) -> Value {
    let output = office.argument(&format!("{kind}.pdf"));
    let letter = office.done(&[&["letter", "issue"], cases, &["--kind", kind, "-o", &output]].concat());
    assert_eq!(letter["language"], "en");
    let bytes = std::fs::read(office.path(&format!("{kind}.pdf"))).expect("the letter");
    let file = String::from_utf8_lossy(&bytes);
    assert!(file.contains("/Lang(en)") || file.contains("/Lang (en)"), "a screen reader is told that it is English");
    letter
}

#[test]
fn whoever_writes_in_english_is_answered_in_english() {
    let office = office();
    let acknowledgement = text(&office, &[A, B], "acknowledgement");
    assert!(acknowledgement.contains("4 Quayside\nLeith EH6 6LX\nUNITED KINGDOM\n"), "{acknowledgement}");
    assert!(acknowledgement.contains("# We have received your requests"), "{acknowledgement}");
    assert!(acknowledgement.contains("by Friday 27 March 2026 at the latest"), "{acknowledgement}");
    issue(&office, &[A, B], "acknowledgement");

    assert_eq!(office.done(&["case", "forward", A])["mode"], "henvises");
    assert_eq!(office.done(&["case", "forward", B])["mode"], "oversendes");
    assert_eq!(office.show(A)["next_step"]["target"], "referral");
    let referral = text(&office, &[A], "referral");
    assert!(referral.contains("# You need to send your request to Fastlegeportalen AS"), "{referral}");
    assert!(referral.contains("We have not sent it on."), "{referral}");
    issue(&office, &[A], "referral");

    // Between Norwegian bodies the letter is Norwegian, whatever the person writes.
    let output = office.argument("forwarding.pdf");
    let sent_on = office.done(&["letter", "issue", B, "--kind", "forwarding", "-o", &output]);
    assert_eq!(sent_on["language"], "nb");
    let notice = text(&office, &[B], "forwarding-notice");
    assert!(notice.contains("We have sent your request to Norsk helsenett (Norwegian Health Network)"), "{notice}");
    issue(&office, &[B], "forwarding-notice");
    for case in [A, B] {
        assert_eq!(office.done(&["case", "close", case])["outcome"], "oversendt");
    }
    office.is_whole();
}
