//! A decision that a lead approves: asked for, sent back, mended, approved, issued and corrected, each by whom it belongs to.

use personvernsak::api::desk::{CaseDecide, Desk, SettingsSet};
use serde_json::json;

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const LEAD: &str = "Live Solbakken";
const REASON: &str = "Skriv også at du lette i arkivet.";

#[tokio::test]
async fn a_refusal_goes_from_its_writer_to_a_lead_and_back_and_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.add(LEAD, "leder");
    office.does(json!({ "second_person": true }), |desk: &mut Desk, input: &SettingsSet| desk.settings_set(input));
    let case = office.register("hpr", "retting", "2026-01-31", None);
    let decision =
        json!({ "case": case, "outcome": "avslag", "reasons": "Opplysningene er riktige.", "legal_basis": [] });
    office.does(decision, |desk: &mut Desk, input: &CaseDecide| desk.case_decide(input));
    let store = office.leave();

    let window = unlock(&store, NOW, CASEWORKER).await;
    open(&window, &case).await;
    window.control(key::ENTER).await;
    window.until_letter_is_drawn().await;
    window.see("En til må godkjenne brevet.").await;
    accessibility::check(&window, "brev som skal godkjennes").await;
    window.picture("80-letter-to-approve").await;
    window.press("Send til godkjenning").await;
    window.see("Brevet venter på godkjenning. Endrer du det").await;
    window.close().await.expect("the window closes");

    let window = unlock(&store, NOW, LEAD).await;
    open(&window, &case).await;
    window.see("Til godkjenning").await;
    window.control(key::ENTER).await;
    window.see("Kari Myhre har sendt brevet til godkjenning.").await;
    window.until_letter_is_drawn().await;
    accessibility::check(&window, "brev til godkjenning").await;
    keyboard::check(&window, "brev til godkjenning").await;
    window.picture("81-letter-for-the-lead").await;
    let fields = "return document.querySelectorAll('.structure textarea, .structure input').length";
    assert_eq!(window.run(fields, vec![]).await, json!(0), "whoever approves changes nothing");
    window.press("Send tilbake").await;
    window.control(key::ENTER).await;
    window.see("Skriv det som må rettes.").await;
    accessibility::check(&window, "send tilbake").await;
    window.write("Det som må rettes", REASON).await;
    window.picture("82-send-back").await;
    window.control(key::ENTER).await;
    window.see("Live Solbakken har sendt brevet tilbake:").await;
    window.close().await.expect("the window closes");

    let window = unlock(&store, NOW, CASEWORKER).await;
    open(&window, &case).await;
    window.control(key::ENTER).await;
    window.see(REASON).await;
    window.write("Begrunnelse", " Vi lette i arkivet også.").await;
    window.until("a letter that may be asked for", &ready("Send til godkjenning")).await;
    window.picture("83-sent-back").await;
    window.control(key::ENTER).await;
    window.see("Brevet venter på godkjenning. Endrer du det").await;
    window.close().await.expect("the window closes");

    let window = unlock(&store, NOW, LEAD).await;
    open(&window, &case).await;
    window.control(key::ENTER).await;
    window.until("a letter that may be approved", &ready("Godkjenn")).await;
    window.see("Vi lette i arkivet også.").await;
    window.control(key::ENTER).await;
    window.see("Live Solbakken har godkjent brevet.").await;
    window.until("a letter that may be issued", &ready("Ferdigstill og lås")).await;
    window.control(key::ENTER).await;
    window.see("Ferdigstille og låse brevet?").await;
    window.control(key::ENTER).await;
    window.see("Brevet er låst").await;
    it_is_corrected(&window, &case).await;
    window.close().await.expect("the window closes");
}

async fn open(window: &Window, case: &str) {
    window.see("Alle åpne saker").await;
    window.press(case).await;
    window.press("Brev").await;
    window.see("Sendte brev").await;
}

/// The one filled button says this, and can be pressed.
fn ready(words: &str) -> String {
    format!(
        "const main = document.querySelector('.letter-head .buttons button');
         return !!main?.innerText.startsWith({}) && main.getAttribute('aria-disabled') !== 'true'",
        json!(words)
    )
}

/// A letter that is wrong is not changed: a new one names it, and says what was wrong.
async fn it_is_corrected(window: &Window, case: &str) {
    window.press("Rett brevet").await;
    window.see("Retter brev 2026/00001-2").await;
    window.write("Det som var feil", "Vi skrev feil telefonnummer.").await;
    window.until_letter_is_drawn().await;
    window.until("a correction that may be asked for", &ready("Send til godkjenning")).await;
    accessibility::check(window, "et brev som retter et annet").await;
    window.picture("84-correction").await;
    window.press("Send til godkjenning").await;
    window.see("Brevet venter på godkjenning. Endrer du det").await;
    window.keys(key::ESCAPE).await;
    window.see("Hos den som godkjenner").await;
    window.see(&format!("sendt til godkjenning av {LEAD}")).await;
    window.see(case).await;
    window.picture("85-letters-of-the-case").await;
}
