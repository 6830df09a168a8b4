//! Finding cases by keyboard alone: words, a number, a person, filters, a saved view, another order, and back to the same row.

use serde_json::json;

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::office::{CASEWORKER, Office, unlock_in};
use crate::window::{Theme, Window};
use personvernsak::api::desk::{CaseArchiveNumber, CaseAssign, Desk};

const NUMBER: &str = "22918821159";

#[tokio::test]
async fn cases_are_found_and_a_view_is_kept_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.add("Live Solbakken", "saksbehandler");
    let first = office.register("kpr", "sletting", "2026-01-31", Some("Det tynger meg hver dag."));
    let second = office.receive(json!({
        "received_on": "2026-02-10", "channel": "brev", "language": "nb", "their_reference": "NAV-2026/00881",
        "person": {"name": "Sivert Moen", "identity_number": NUMBER,
                   "address": {"lines": ["Fjellveien 3", "2609 Lillehammer"], "country": "NO"}},
        "text": "Jeg vil se hva som står om brannskaden min.",
        "demands": [{"register": "npr", "right": "innsyn"}],
    }));
    let third = office.register("npr", "innsyn", "2026-02-20", None);
    let fourth = office.register("kpr", "innsyn", "2026-02-24", None);
    office.does(json!({ "case": first, "number": "26/04711" }), |desk: &mut Desk, input: &CaseArchiveNumber| {
        desk.case_archive_number(input)
    });
    office.does(json!({ "case": third, "to": "Live Solbakken" }), |desk: &mut Desk, input: &CaseAssign| {
        desk.case_assign(input)
    });
    let store = office.leave();
    let window = unlock_in(Theme::Light, &store, NOW, CASEWORKER).await;
    window.page.set_window_size(1280, 800).await.expect("a window of this size");
    listed(&window, &[&first, &second, &third, &fourth]).await;

    // One field for words, numbers and persons; what it takes the typed for stands under it.
    window.control("f").await;
    window.keys("brannskade").await;
    window.see("Søker i henvendelser, notater og brev.").await;
    window.picture("finding-words").await;
    window.keys(key::ENTER).await;
    listed(&window, &[&second]).await;
    search(&window, "Sivert").await;
    window.see("En person finner du med hele fødselsnummeret.").await;
    for (typed, found) in [("26/04711", &first), ("NAV-2026/00881", &second), (third.as_str(), &third)] {
        window.control("f").await;
        window.keys(typed).await;
        window.see("Søker etter saks-, dokument- og arkivnummer").await;
        window.keys(key::ENTER).await;
        window.see(&format!("Nummer: {typed}")).await;
        listed(&window, &[found]).await;
    }
    search(&window, NUMBER).await;
    listed(&window, &[&second]).await;
    tab_to(&window, "Nullstill").await;
    window.keys(key::ENTER).await;

    // Whose they are, and filters beside each other.
    tab_to(&window, "Ufordelte").await;
    window.keys(key::ENTER).await;
    listed(&window, &[&first, &second, &fourth]).await;
    tab_to(&window, "Register").await;
    window.keys(key::ENTER).await;
    window.until("the registers", "return document.activeElement.classList.contains('menu-choice')").await;
    for _ in 0..60 {
        let here = window.run("return document.activeElement.innerText.trim()", vec![]).await;
        if here == json!("KPR") {
            break;
        }
        window.keys(key::DOWN).await;
    }
    window.keys(key::ENTER).await;
    listed(&window, &[&first, &fourth]).await;
    tab_to(&window, "Mottatt").await;
    window.keys(key::ENTER).await;
    window.see("De siste 7 dagene").await;
    window.picture("finding-days").await;
    accessibility::check(&window, "dager").await;
    window.keys(key::ENTER).await;
    listed(&window, &[&fourth]).await;
    accessibility::check(&window, "filtre").await;

    // The same list, by a name in the menu.
    tab_to(&window, "Lagre visning …").await;
    window.keys(key::ENTER).await;
    window.see("Visningen tar vare på filtrene").await;
    window.control(key::ENTER).await;
    window.see("Gi visningen et navn.").await;
    window.keys("Nytt i KPR").await;
    accessibility::check(&window, "lagre visning").await;
    window.picture("finding-save-view").await;
    window.control(key::ENTER).await;
    window
        .until(
            "the view in the menu",
            "return document.querySelector('.navigation-views')?.innerText.includes('Nytt i KPR')",
        )
        .await;
    tab_to(&window, "Nullstill").await;
    window.keys(key::ENTER).await;
    listed(&window, &[&first, &second, &third, &fourth]).await;
    tab_to(&window, "Nytt i KPR").await;
    window.keys(key::ENTER).await;
    listed(&window, &[&fourth]).await;
    tab_to(&window, "Nullstill").await;
    window.keys(key::ENTER).await;

    // Another order, which is kept: the newest first.
    tab_to(&window, "Rekkefølge: Frist").await;
    window.keys(key::ENTER).await;
    window.until("the orders", "return document.activeElement.type === 'radio'").await;
    window.picture("finding-order").await;
    accessibility::check(&window, "rekkefølge").await;
    window.keys(key::DOWN).await;
    window.see("Rekkefølge: Sist mottatt").await;
    window.keys(key::ESCAPE).await;
    in_order(&window, &[&fourth, &third, &second, &first]).await;

    // Into a case and back to the row that one came from.
    tab_to(&window, &fourth).await;
    window.keys(key::DOWN).await;
    window.keys(key::DOWN).await;
    on_row(&window, &second).await;
    window.keys(key::ENTER).await;
    window.until("the case", "return document.querySelector('h1')?.innerText.includes('Innsyn')").await;
    window.keys(key::ESCAPE).await;
    on_row(&window, &second).await;
    in_order(&window, &[&fourth, &third, &second, &first]).await;
    window.picture("finding-1280").await;
    window.page.set_window_size(1920, 1080).await.expect("a window of this size");
    window.picture("finding-1920").await;
    window.page.set_window_size(1280, 800).await.expect("a window of this size");
    for _ in 0..8 {
        window.control("+").await;
    }
    window.until("the size", "return innerWidth <= 330").await;
    window.until("nothing out at the side", "return document.scrollingElement.scrollWidth <= innerWidth + 1").await;
    window.picture("finding-400-percent").await;
    accessibility::check(&window, "listen i 400 prosent").await;
    window.close().await.expect("the window closes");

    // The order and the view outlive the window.
    let window = unlock_in(Theme::Dark, &store, NOW, CASEWORKER).await;
    window.page.set_window_size(1280, 800).await.expect("a window of this size");
    in_order(&window, &[&fourth, &third, &second, &first]).await;
    tab_to(&window, "Nytt i KPR").await;
    window.keys(key::ENTER).await;
    listed(&window, &[&fourth]).await;
    accessibility::check(&window, "visning i mørk drakt").await;
    window.picture("finding-dark").await;
    window.close().await.expect("the window closes");
}

/// Types into the search field, which Ctrl F goes to, and searches.
async fn search(window: &Window, words: &str) {
    window.control("f").await;
    window.keys(&format!("{words}{}", key::ENTER)).await;
}

/// Presses Tab until what one would call by a name has the focus.
async fn tab_to(window: &Window, name: &str) {
    let here = "const element = document.activeElement;
                return (element.getAttribute('aria-label') ?? element.innerText ?? '').replace(/\\s+/g, ' ').trim()";
    for _ in 0..160 {
        if window.run(here, vec![]).await == json!(name) {
            return;
        }
        window.keys(key::TAB).await;
    }
    panic!("Tab never reaches «{name}»; the page says:\n{}", window.text().await);
}

async fn listed(window: &Window, cases: &[&str]) {
    rows(window, cases, ".sort()").await;
}

async fn in_order(window: &Window, cases: &[&str]) {
    rows(window, cases, "").await;
}

async fn rows(window: &Window, cases: &[&str], sorted: &str) {
    let script = format!(
        "return JSON.stringify([...document.querySelectorAll('.work-list-table [data-case]')]
           .map(row => row.dataset.case){sorted}) === JSON.stringify({})",
        json!(cases)
    );
    window.until(&format!("{cases:?} in the list"), &script).await;
}

async fn on_row(window: &Window, case: &str) {
    let script = format!("return document.activeElement.closest('[data-case]')?.dataset.case === '{case}'");
    window.until(&format!("the focus on {case}"), &script).await;
}
