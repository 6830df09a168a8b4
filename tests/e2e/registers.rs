//! The catalogue: found by name, by abbreviation and by words, read by keyboard alone, and answering what callers ask.

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::keyboard;
use crate::office::{Office, unlock};
use crate::window::Window;

const OMBUDSMAN: &str = "Nils Ombud";

#[tokio::test]
async fn the_catalogue_is_read_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.add(OMBUDSMAN, "personvernombud");
    // Whoever may change nothing may read it all the same.
    let window = unlock(&office.leave(), NOW, OMBUDSMAN).await;
    window.press("Registre").await;
    window.see("Regler slik de gjaldt").await;
    window
        .until("a register that is chosen", "return !!document.querySelector('.register-choice[aria-current]')")
        .await;

    who_decides_on_erasure_in_kpr(&window).await;
    accessibility::check(&window, "registre, rettigheter").await;
    keyboard::check(&window, "registre, rettigheter").await;
    window.picture("60-registers").await;

    the_tabs_say_the_rest(&window).await;
    a_fact_decides_the_way(&window).await;
    what_callers_ask_is_answered(&window).await;
    words_find_what_a_register_holds(&window).await;
    window.close().await.expect("the window closes");
}

async fn who_decides_on_erasure_in_kpr(window: &Window) {
    window.control("f").await;
    window.keys("kpr").await;
    window.keys(key::ENTER).await;
    window.see("Kommunalt pasient- og brukerregister (KPR)").await;
    let row =
        "const cells = [...document.querySelectorAll('[data-right=sletting] > *')].map(each => each.innerText.trim());
               return cells[2] === '§ 25' && cells[3] === 'Helsedirektoratet' && cells[4].includes('§ 25')";
    window.until("who decides on erasure, with the source", row).await;
    window.run("document.querySelector('.rights-table .row-button[tabindex=\"0\"]').focus()", vec![]).await;
    for _ in 0..3 {
        window.keys(key::DOWN).await;
    }
    let focused = "return document.activeElement.closest('tr').dataset.right === 'sletting'";
    window.until("the arrows at erasure", focused).await;
    window.keys(key::ENTER).await;
    window.see("Sjekkpunkter").await;
    window.see("helseregisterloven § 25").await;
}

async fn the_tabs_say_the_rest(window: &Window) {
    window.control(key::RIGHT).await;
    window.until("another tab", "return !document.querySelector('.rights-table')").await;
    window.press("Artikkel 15").await;
    window.see("Bokstav a: Formål").await;
    window.see("Bokstav h: Automatiserte avgjørelser").await;
    window.see("ikke gjentatt i nyere kilde").await;
    accessibility::check(window, "registre, artikkel 15").await;
    keyboard::check(window, "registre, artikkel 15").await;
    window.picture("61-registers-article-15").await;
    window.press("Ansvar og kontakt").await;
    window.see("Dette kontoret svarer").await;
    window.see("Folkehelseinstituttet").await;
    window.see("fra 01.01.2024").await;
    accessibility::check(window, "registre, ansvar").await;
    window.picture("62-registers-responsible").await;
}

async fn a_fact_decides_the_way(window: &Window) {
    window.control("f").await;
    window.keys("hpr").await;
    window.keys(key::ENTER).await;
    window.press("Rettigheter").await;
    let question = "Gjelder opplysningene helsepersonell for mennesker eller for dyr?";
    window.choose(question, "Dyrehelsepersonell (veterinær, fiskehelsebiolog)").await;
    let way =
        "const cells = [...document.querySelectorAll('[data-right=retting] > *')].map(each => each.innerText.trim());
               return cells[2] === 'Bistand' && cells[3] === 'Mattilsynet'";
    window.until("Mattilsynet for animal health personnel", way).await;
    accessibility::check(window, "registre, med opplysning").await;
    keyboard::check(window, "registre, med opplysning").await;
    window.picture("63-registers-facts").await;
}

async fn what_callers_ask_is_answered(window: &Window) {
    window.control("f").await;
    window.keys("fkr").await;
    window.keys(key::ENTER).await;
    window.see("Felles kontaktregister").await;
    let origin = window.find(".fact-chooser select").await;
    origin.select_by_value("folkeregisteret").await.expect("the origin");
    let way =
        "const cells = [...document.querySelectorAll('[data-right=retting] > *')].map(each => each.innerText.trim());
               return cells[2] === 'Henvises' && cells[3] === 'Skatteetaten'";
    window.until("Skatteetaten for a name from Folkeregisteret", way).await;
    window.picture("65-registers-fkr").await;

    window.control("f").await;
    window.keys("npr").await;
    window.keys(key::ENTER).await;
    window.see("Norsk pasientregister (NPR)").await;
    window.press("Innsynsrapporten").await;
    window.see("Dette utelater rapporten").await;
    window.see("Slik får personen resten").await;
    accessibility::check(window, "registre, innsynsrapporten").await;
    window.picture("66-registers-report").await;

    window.control("f").await;
    window.keys("kamera").await;
    window.keys(key::ENTER).await;
    window.see("Opplysningene blir slettet 7 dager etter hendelsen.").await;
    window.press("Rettigheter").await;
    accessibility::check(window, "registre, kort lagring").await;
    window.picture("67-registers-short-retention").await;
    keyboard::check(window, "registre, kort lagring").await;
}

async fn words_find_what_a_register_holds(window: &Window) {
    window.control("f").await;
    window.keys("diagnose").await;
    window.see("Omtaler «diagnose»").await;
    let found =
        "return !!document.querySelector('[data-register=kpr]') && !document.querySelector('[data-register=helseid]')";
    window.until("the registers that speak of it", found).await;
    window.keys(key::ESCAPE).await;
    window.until("all of them again", "return !!document.querySelector('[data-register=helseid]')").await;
    window.control("f").await;
    window.keys("kåpe og hatt").await;
    window.see("Ingen registre omtaler «kåpe og hatt».").await;
    accessibility::check(window, "registre, ingen treff").await;
    window.picture("64-registers-nothing").await;
}
