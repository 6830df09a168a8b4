//! One person by the whole identity number, or cases by the words in them; the number stays nowhere.

use serde_json::json;

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const NUMBER: &str = "22918821159";

#[tokio::test]
async fn a_person_is_found_by_the_whole_number_and_a_case_by_its_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let other = office.register("kpr", "sletting", "2026-01-31", Some("Det tynger meg hver dag."));
    let wanted = office.receive(json!({
        "received_on": "2026-02-10", "channel": "brev", "language": "nb",
        "person": {"name": "Sivert Moen", "identity_number": NUMBER,
                   "address": {"lines": ["Fjellveien 3", "2609 Lillehammer"], "country": "NO"}},
        "text": "Jeg vil se hva som står om brannskaden min.",
        "demands": [{"register": "npr", "right": "innsyn"}],
    }));
    let window = unlock(&office.leave(), NOW, CASEWORKER).await;
    listed(&window, &[&other, &wanted]).await;

    search(&window, NUMBER).await;
    window.see("Søk: én person").await;
    listed(&window, &[&wanted]).await;
    the_number_is_gone(&window).await;
    accessibility::check(&window, "søk etter person").await;
    window.picture("50-one-person").await;

    search(&window, "22918821158").await;
    window.see("Trolig er et siffer skrevet feil").await;
    listed(&window, &[]).await;
    accessibility::check(&window, "søk med feil siffer").await;

    search(&window, "brannskade").await;
    window.see("Søk: brannskade").await;
    listed(&window, &[&wanted]).await;
    window.press("Nullstill").await;
    listed(&window, &[&other, &wanted]).await;
    window.close().await.expect("the window closes");
}

/// Types into the search field, which Ctrl F goes to, and searches.
async fn search(window: &Window, words: &str) {
    window.control("f").await;
    window.keys(&format!("{words}{}", key::ENTER)).await;
}

async fn listed(window: &Window, cases: &[&str]) {
    let script = format!(
        "return JSON.stringify([...document.querySelectorAll('.work-list-table [data-case]')]
           .map(row => row.dataset.case).sort()) === JSON.stringify({})",
        json!(cases)
    );
    window.until(&format!("{cases:?} alone in the list"), &script).await;
}

/// The field forgets what was searched for, and neither page nor title tells it.
async fn the_number_is_gone(window: &Window) {
    let told = "return [document.title, location.href, document.documentElement.outerHTML,
                  ...[...document.querySelectorAll('input')].map(field => field.value)].some(text => text.includes(arguments[0]))";
    assert_eq!(window.run(told, vec![json!(NUMBER)]).await, json!(false), "the number stands somewhere on the page");
}
