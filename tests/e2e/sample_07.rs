//! Letters that are new to somebody who reads them: in English to a person abroad who must go to another body, and to one
//! whose answer is late.

use personvernsak::api::desk::CaseForward;
use serde_json::json;

use crate::casework::{self, Written};
use crate::office::{CASEWORKER, Office, unlock};

const NOW: &str = "2026-03-03T09:00:00Z";

#[tokio::test]
async fn a_person_abroad_is_referred_in_english_and_a_late_answer_is_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let abroad = office.receive(json!({
        "received_on": "2026-02-27", "channel": "brev", "language": "en",
        "person": {"name": "Moira Sande", "address": {"lines": ["4 Quayside", "Leith EH6 6LX"], "country": "GB"}},
        "text": "Please delete my account in Fastlegeportalen.",
        "demands": [{"register": "fastlegeportalen", "right": "sletting"}],
    }));
    office.does(json!({ "case": abroad }), |desk, input: &CaseForward| desk.case_forward(input));
    let late = office.register("kpr", "sletting", "2026-01-31", Some("Det er en stor belastning."));
    let store = office.leave();

    let window = unlock(&store, NOW, CASEWORKER).await;
    window.press(&abroad).await;
    casework::begin(&window, "referral").await;
    let words = "You have to send the request there yourself.";
    casework::issue(&window, Written { kind: "referral", language: "en", words, number: "2026/00001-2" }).await;

    window.press("Arbeidsliste").await;
    window.press(&late).await;
    casework::begin(&window, "delay-notice").await;
    window.write("Hvorfor svaret ikke er kommet", "Vi venter på opplysninger fra kommunen.").await;
    window.write("Dagen svaret kan ventes", "20.03.2026").await;
    let words = "fredag 20. mars 2026";
    casework::issue(&window, Written { kind: "delay-notice", language: "nb", words, number: "2026/00002-2" }).await;
    window.close().await.expect("the window closes");
}
