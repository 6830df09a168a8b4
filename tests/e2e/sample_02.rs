//! One real request all the way in the real window: a letter in nynorsk that asks for erasure in KPR.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::accessibility;
use crate::casework::{self, Written};
use crate::first_run::{make_store, open_at};
use crate::hands::key;
use crate::keyboard;
use crate::window::Window;

const REQUEST: &str = "Eg ber dykk slette det KPR har om rusbehandlinga eg fekk hos kommunen i 1994 og 1995. Eg har vore \
                       rusfri i tretti år, og det tyngjer meg kvar dag at dette ligg der. Fråsegn frå fastlegen ligg ved.";

const REASONS: &str = "Kommunalt pasient- og brukarregister har ikkje opplysningar om deg frå 1994 og 1995. Registeret \
                       har opplysningar om omsorgstenester frå 2017. Journalen frå behandlinga ligg hos kommunen.";

const CASE: &str = "2026/00001-a";

#[tokio::test]
async fn a_request_for_erasure_goes_from_the_desk_to_the_envelope() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = open_at(folder.path()).await;
    make_store(&window).await;

    fill_in(&window).await;
    the_route_and_the_dates_appear(&window).await;
    window.control(key::ENTER).await;
    window.see(CASE).await;

    it_stands_among_the_section_25_cases(&window).await;
    the_case_shows_its_dates_and_what_is_not_asked_for(&window).await;
    casework::begin(&window, "acknowledgement").await;
    issue(&window, "acknowledgement", "Vi fekk brevet ditt", "2026/00001-2").await;
    open(&window, "2026/00001-2", "2026-00001-2.pdf").await;
    casework::answer_every_check(&window).await;
    casework::decide(&window, "Ingen opplysninger", REASONS).await;
    casework::begin(&window, "section-25-decision").await;
    window.write("Opplysningene kravet gjelder", "rusbehandling hos kommunen i 1994 og 1995").await;
    let answer = "Vi fann ingen opplysningar om rusbehandling hos kommunen i 1994 og 1995";
    issue(&window, "section-25-decision", answer, "2026/00001-3").await;
    save(&window, "2026/00001-3", &folder.path().join("vedtak.pdf")).await;
    casework::close(&window).await;
    window.close().await.expect("the window closes");
}

async fn fill_in(window: &Window) {
    window.control("n").await;
    window.see("Det som kom inn").await;
    window.choose("Kanal", "Brev").await;
    window.write("Mottatt", "31.01.2026").await;
    window.tick("Nynorsk").await;
    window.write("Navn", "Torleiv Kvamsdal").await;
    window.write("Fødselsnummer", "13846107759").await;
    window.write("Adresse", &format!("Sjøgata 12{}6700 Måløy", key::ENTER)).await;
    window.write("Teksten i henvendelsen", REQUEST).await;
    window.press("Legg til vedlegg").await;
    window.write("Vedlegg 1: tittel", "Fråsegn frå fastlegen").await;
    window.rewrite("Vedlegg 1: sider", "2").await;
    window.write("Legg til register: navn eller forkortelse", &format!("kpr{}", key::ENTER)).await;
    window.tick("Sletting i KPR").await;
}

async fn the_route_and_the_dates_appear(window: &Window) {
    window.write("Grunner som personen gir", "Det tyngjer meg kvar dag at dette ligg der").await;
    window.see("1 sak blir opprettet").await;
    window.see("mandag 2. mars 2026").await;
    window.see("Helsedirektoratet").await;
    window.press("Hvorfor denne datoen?").await;
    window.see("28. feb").await;
    accessibility::check(window, "ny henvendelse").await;
    window.picture("04-intake").await;
    keyboard::check(window, "ny henvendelse").await;
}

async fn it_stands_among_the_section_25_cases(window: &Window) {
    window.press("§ 25-saker").await;
    window.until("the case in the list", "return !!document.querySelector('[data-case=\"2026/00001-a\"]')").await;
    window.see("T.K.").await;
    window.see("3 dager igjen").await;
    accessibility::check(window, "§ 25-saker").await;
    window.picture("05-section-25").await;
    keyboard::check(window, "§ 25-saker").await;
    window.press(CASE).await;
    window.see("Sjekkliste").await;
}

async fn the_case_shows_its_dates_and_what_is_not_asked_for(window: &Window) {
    window.see("mandag 2. mars 2026").await;
    window.see("28.02.2026").await;
    window.see("Be om identitet og adresse: ikke nødvendig").await;
    window.see("Be om begrunnelse: ikke nødvendig").await;
    accessibility::check(window, "sak").await;
    window.picture("06-case").await;
    keyboard::check(window, "sak").await;
    window.press("Tidslinje").await;
    window.picture("07-timeline").await;
}

async fn issue(window: &Window, kind: &str, words: &str, number: &str) {
    casework::issue(window, Written { kind, language: "nn", words, number }).await;
}

/// Opens an issued letter in the system's viewer.
async fn open(window: &Window, letter: &str, file: &str) {
    window.press(&format!("Vis brev {letter}")).await;
    window.press("Åpne PDF").await;
    let (name, pdf) = window.viewed().await;
    assert_eq!(name, file);
    assert!(pdf.starts_with(b"%PDF-1.7"), "what was opened is no PDF");
    window.press("Tilbake til saken").await;
    window.see("Sendte brev").await;
}

/// The system's own dialog cannot be seen from here, so the page's call names the file itself.
async fn save(window: &Window, letter: &str, path: &Path) {
    let call = "const [letter, path, done] = arguments;
                window.__TAURI_INTERNALS__.invoke('letter_save', {input: {letter, path}})
                  .then(saved => done(saved.path), failure => done(JSON.stringify(failure)))";
    let arguments = vec![json!(letter), json!(path)];
    let saved = window.page.execute_async(call, arguments).await.expect("the page answers");
    assert_eq!(saved, json!(path));
    let pdf = fs::read(path).expect("the saved letter");
    assert!(pdf.starts_with(b"%PDF-1.7"), "the saved letter is no PDF");
}
