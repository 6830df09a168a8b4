//! One kind of letter for several cases, picked out in the work list by keyboard.

use serde_json::json;

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};

#[tokio::test]
async fn several_cases_get_a_letter_each_and_one_that_cannot_does_not_stop_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    for _ in 0..19 {
        office.register("hpr", "innsyn", "2026-02-10", None);
    }
    let unreachable = office.receive(json!({
        "received_on": "2026-02-12", "channel": "brev", "language": "nb",
        "person": {"name": "Ola \u{1F600} Nordli", "address": {"lines": ["Strandgata 7", "6700 Måløy"], "country": "NO"}},
        "text": "Jeg vil se hva dere har.", "demands": [{"register": "hpr", "right": "innsyn"}],
    }));
    let window = unlock(&office.leave(), NOW, CASEWORKER).await;

    window.press("Velg flere").await;
    window.see("0 valgt").await;
    window.run("document.querySelector('.work-list-table .row-button[tabindex=\"0\"]').focus()", vec![]).await;
    window.keys(" ").await;
    window.see("1 valgt").await;
    window.keys(key::DOWN).await;
    window.keys(" ").await;
    window.see("2 valgt").await;
    window.keys(" ").await;
    window.see("1 valgt").await;
    window.until("that nothing was opened", "return !document.querySelector('.case-head')").await;
    window.press("Velg alle 20").await;
    window.see("20 valgt").await;
    accessibility::check(&window, "valgte saker").await;
    keyboard::check(&window, "valgte saker").await;
    window.picture("86-picked").await;

    window.press("Send brev …").await;
    window.see("Send brev i 20 saker").await;
    window.choose("Brevtype", "Bekreftelse på mottak").await;
    window.see("19 brev kan sendes.").await;
    window.see("1 brev kan ikke sendes ennå:").await;
    window.see(&unreachable).await;
    window.see("U+1F600").await;
    accessibility::check(&window, "brev til flere").await;
    window.picture("87-letters-to-several").await;
    window.press("Send 19 brev").await;
    window.see("19 brev er ferdigstilt og låst.").await;
    accessibility::check(&window, "brev til flere, sendt").await;
    window.picture("88-letters-sent").await;
    window.press("Lukk").await;
    window.see("Velg flere").await;
    window.press("Velg flere").await;
    window.press("Velg alle 20").await;
    window.press("Send brev …").await;
    window.choose("Brevtype", "Beskjed om forsinkelse").await;
    window.see("20 brev kan ikke sendes ennå:").await;
    window.see("Hvorfor svaret ikke er kommet").await;
    window.picture("89-letters-that-cannot").await;
    window.press("Avbryt").await;
    window.keys(key::ESCAPE).await;
    window.see("Velg flere").await;
    window.close().await.expect("the window closes");
}
