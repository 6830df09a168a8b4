//! After the answer, in the real window and by keyboard alone: an appeal is registered and considered, the case is opened
//! again, and a second request of the same person is set beside the first and closed as a duplicate.

use personvernsak::api::desk::{CaseCheck, CaseDecide, Desk};
use personvernsak::api::letter::LetterInput;
use serde_json::json;

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::{Theme, Window};

/// An office with a refused claim after § 25 that was told, and two requests for access that came a day apart.
fn office(folder: &std::path::Path) -> (std::path::PathBuf, String, String, String) {
    let mut office = Office::at(folder, "2026-02-02T09:00:00+01:00");
    let refused = office.register("npr", "retting", "2026-01-31", Some("Datoen er feil."));
    let person = json!({"name": "Torleiv Kvamsdal", "identity_number": "13846107759",
        "address": {"lines": ["Sjøgata 12", "6700 Måløy"], "country": "NO"}});
    let mut access = |received_on: &str, channel: &str, text: &str| {
        office.receive(json!({
            "received_on": received_on, "channel": channel, "language": "nb", "person": person,
            "identity": {"status": "confirmed", "method": "brev", "on": received_on},
            "text": text, "demands": [{"register": "hpr", "right": "innsyn", "facts": {"yrke": "helsepersonell"}}],
        }))
    };
    let first = access("2026-01-30", "brev", "Hva står det om meg?");
    let second = access("2026-02-01", "altinn", "Hva står det om meg i HPR?");
    let check = json!({"case": refused, "id": "identitet", "result": "ja"});
    office.does(check, |desk: &mut Desk, input: &CaseCheck| desk.case_check(input));
    let decided = json!({"case": refused, "outcome": "avslag", "reasons": "Journalen viser at datoen er riktig."});
    office.does(decided, |desk: &mut Desk, input: &CaseDecide| desk.case_decide(input));
    let letter = json!({"cases": [refused], "kind": "section-25-decision", "send": "brev"});
    office.does(letter, |desk: &mut Desk, input: &LetterInput| desk.letter_issue(input));
    (office.leave(), refused, first, second)
}

/// What has the focus, by its name.
const FOCUSED: &str = "const at = document.activeElement; return (at?.getAttribute('aria-label') ?? at?.innerText ?? '').replace(/\\s+/g, ' ').trim()";

/// Goes to a button or a tab with Tab and the arrows, and presses it with Enter: no mouse.
pub async fn reach(window: &Window, name: &str) {
    // What is wanted may stand in the tab that is shown, so that is left first.
    let mut arrows = 12;
    for _ in 0..200 {
        let at = window.run(FOCUSED, vec![]).await;
        if at.as_str().is_some_and(|at| at.starts_with(name)) {
            window.keys(key::ENTER).await;
            return;
        }
        let among_tabs = window.run("return document.activeElement?.getAttribute('role') === 'tab'", vec![]).await;
        // The tabs are one stop, and the arrows go through them all once.
        arrows = if among_tabs == json!(true) && arrows < 12 { arrows + 1 } else { 0 };
        window.keys(if arrows > 0 { key::RIGHT } else { key::TAB }).await;
    }
    panic!("the keyboard never comes to «{name}»");
}

pub async fn open(window: &Window, case: &str) {
    window.until("the case in the list", &format!("return document.body.innerText.includes('{case}')")).await;
    window.press(case).await;
    window.until("the case", "return !!document.querySelector('.case-head')").await;
}

#[tokio::test]
async fn an_appeal_is_followed_the_case_opened_again_and_a_duplicate_closed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, refused, first, second) = office(folder.path());
    let window = unlock(&store, NOW, CASEWORKER).await;

    open(&window, &refused).await;
    reach(&window, "Mer").await;
    reach(&window, "Registrer klage").await;
    window.see("Klagen får egne datoer.").await;
    accessibility::check(&window, "registrer klage").await;
    window.control(key::ENTER).await;
    window.see("Skriv med få ord hva klagen gjelder.").await;
    window.write("Hva gjelder klagen?", "Hun mener at sykehuset tok feil.").await;
    window.picture("95-register-complaint").await;
    window.control(key::ENTER).await;
    window.see("Klagen er registrert.").await;
    window.see("Klage mottatt").await;

    // The next step is to look at the appeal.
    window.control(key::ENTER).await;
    window.see("Hva mener vi om klagen?").await;
    accessibility::check(&window, "vurder klagen").await;
    window.choose("Hva mener vi om klagen?", "Vi gir medhold og endrer vedtaket").await;
    window.write("Hvorfor?", "Sykehuset har rettet journalen.").await;
    window.picture("96-consider-complaint").await;
    window.control(key::ENTER).await;
    window.see("Klagen er oppdatert.").await;
    reach(&window, "Etter svaret").await;
    window.see("Sykehuset har rettet journalen.").await;
    accessibility::check(&window, "etter svaret").await;
    window.picture("97-after-the-answer").await;

    window.control(key::ENTER).await;
    window.see("Hvorfor gjenåpnes saken?").await;
    accessibility::check(&window, "gjenåpne").await;
    window.choose("Hvorfor gjenåpnes saken?", "Vi gir klageren medhold").await;
    window.write("Hva har skjedd?", "Vi gir medhold i klagen.").await;
    window.picture("98-reopen").await;
    window.control(key::ENTER).await;
    window.see("Saken er gjenåpnet.").await;
    window.see("Loven gir ingen ny.").await;
    accessibility::check(&window, "gjenåpnet").await;
    window.picture("99-reopened").await;
    window.keys(key::ESCAPE).await;

    open(&window, &second).await;
    reach(&window, "Andre henvendelser").await;
    window.see(&first).await;
    window.see("Hva står det om meg i HPR?").await;
    accessibility::check(&window, "andre henvendelser").await;
    window.picture("100-other-requests").await;
    reach(&window, &format!("Dette er samme henvendelse: {first}")).await;
    window.see("Fristen regnes fra dagen den kom.").await;
    accessibility::check(&window, "dublett").await;
    window.write("Hvorfor?", "Samme krav, sendt på nytt i Altinn.").await;
    window.picture("101-duplicate").await;
    window.control(key::ENTER).await;
    window.see("Saken er lukket som dublett.").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn what_leaves_a_trace_is_passed_over_by_the_arrows_and_opened_by_enter() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _, first, second) = office(folder.path());
    let request = first.split('-').next().expect("a request");
    let focused = "return document.activeElement?.getAttribute('role') === 'tab' && document.activeElement.innerText";
    let window = unlock(&store, NOW, CASEWORKER).await;
    open(&window, &second).await;
    window.press("Sjekkliste").await;
    let mut passed = Vec::new();
    for _ in 0..8 {
        window.keys(key::RIGHT).await;
        passed.push(window.run(focused, vec![]).await.as_str().unwrap_or_default().to_owned());
        if passed.last().is_some_and(|tab| tab == "Andre henvendelser") {
            window.see("Trykk Enter for å se andre henvendelser fra personen.").await;
        }
    }
    assert_eq!(passed[4..], ["Personen", "Andre henvendelser", "Vedlegg0", "Oppslagslogg"]);
    window.close().await.expect("the window closes");
    let mut office = Office::back_at(&store, NOW);
    assert_eq!(office.readings(Some(request)), [""; 0], "the arrows read nobody else's request");
    office.leave();

    let window = unlock(&store, NOW, CASEWORKER).await;
    open(&window, &second).await;
    window.press("Sjekkliste").await;
    for _ in 0..6 {
        window.keys(key::RIGHT).await;
    }
    accessibility::check(&window, "en fane som venter").await;
    window.picture("106-tab-that-waits").await;
    window.keys(key::ENTER).await;
    window.see(&first).await;
    window.see("Hva står det om meg i HPR?").await;
    window.close().await.expect("the window closes");
    assert_eq!(Office::back_at(&store, NOW).readings(Some(request)), ["request"]);
}

#[tokio::test]
async fn what_comes_after_fits_in_the_dark_and_at_400_percent() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _, _, second) = office(folder.path());
    let store = store.display().to_string();
    let window = Window::open_in(Theme::Dark, &["--now", NOW, "--store", &store]).await;
    window.write("Passfrase", crate::first_run::PASSPHRASE).await;
    window.keys(key::ENTER).await;
    open(&window, &second).await;
    reach(&window, "Andre henvendelser").await;
    window.see("Ulikt").await;
    accessibility::check(&window, "andre henvendelser i mørkt").await;
    window.picture("102-other-requests-dark").await;
    for _ in 0..8 {
        window.control("+").await;
    }
    window.until("the size", "return innerWidth <= 480").await;
    let sideways = "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
    assert_eq!(window.run(sideways, vec![]).await, json!(0), "nothing runs out at the side");
    accessibility::check(&window, "andre henvendelser i 400 %").await;
    let table = "document.querySelector('.beside').scrollIntoView(); return true";
    window.until("the table", table).await;
    window.picture("103-other-requests-400").await;
    reach(&window, "Mer").await;
    let menu = "return document.querySelector('.menu').getBoundingClientRect().right <= innerWidth";
    window.until("the whole menu in the window", menu).await;
    window.picture("105-menu-400").await;
    reach(&window, "Registrer klage").await;
    window.until("the dialog", "return !!document.querySelector('dialog[open]')").await;
    assert_eq!(window.run(sideways, vec![]).await, json!(0), "nothing runs out at the side");
    window.picture("104-register-complaint-400").await;
    window.close().await.expect("the window closes");
}
