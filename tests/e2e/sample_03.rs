//! One real request all the way in the real window: an e-mail that asks for rectification in NPR, from somebody who has
//! not shown who they are and gives no grounds. It takes three weeks, and the window is opened anew on each day.

use std::path::Path;

use crate::accessibility;
use crate::casework::{self, Written};
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const REQUEST: &str =
    "Hei, diagnosen min i NPR er feil. Det står noe fra et sykehus i 2019 som aldri har stemt. Rett det opp.";

const REASONS: &str =
    "Journalen fra sykehuset viser at diagnosen ble fjernet i 2020, og at registeret ikke fikk vite det.";

const CASE: &str = "2026/00001-a";

/// The morning after the e-mail, the day with who and where, and the day with the grounds.
const FIRST: &str = "2026-03-03T08:00:00Z";
const SECOND: &str = "2026-03-10T09:00:00Z";
const THIRD: &str = "2026-03-24T09:00:00Z";

#[tokio::test]
async fn an_email_from_nobody_becomes_a_decision_in_three_weeks() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Office::at(folder.path(), FIRST).leave();
    somebody_asks(&store).await;
    they_say_who_they_are(&store).await;
    they_say_why_and_get_the_decision(&store).await;
}

/// The e-mail is registered, and answered twice by e-mail: it came, and who are you.
async fn somebody_asks(store: &Path) {
    let window = unlock(store, FIRST, CASEWORKER).await;
    window.control("n").await;
    window.see("Det som kom inn").await;
    window.choose("Kanal", "E-post").await;
    window.write("Mottatt", "02.03.2026").await;
    window.write("Navn", "Sivert Moen").await;
    window.write("Fødselsnummer", "22918821159").await;
    window.write("E-post", "sivert.moen@example.no").await;
    window.write("Teksten i henvendelsen", REQUEST).await;
    window.write("Legg til register: navn eller forkortelse", &format!("npr{}", key::ENTER)).await;
    window.tick("Retting i NPR").await;
    window.see("tirsdag 7. april 2026").await;
    window.control(key::ENTER).await;
    window.see(CASE).await;
    window.see("Be om identitet og adresse: foreslått").await;
    window.see("Be om begrunnelse: foreslått").await;
    window.picture("30-from-nobody").await;

    casework::begin(&window, "acknowledgement").await;
    issue(&window, "acknowledgement", "2. mars 2026", "2026/00001-2").await;
    casework::begin(&window, "identity-request").await;
    nothing_is_said_of_the_register(&window).await;
    issue(&window, "identity-request", "postadresse", "2026/00001-3").await;
    window.see("Sjekker ID").await;
    window.see("Satt på vent").await;
    window.see("Spurt 03.03.2026, svar ønsket innen 17.03.2026. Ikke besvart.").await;
    window.picture("31-waiting-for-identity").await;
    window.close().await.expect("the window closes");
}

/// By e-mail no register and no number may be named.
async fn nothing_is_said_of_the_register(window: &Window) {
    let named = "const text = document.querySelector('.structure').textContent;
                 return ['NPR', 'pasientregister', 'diagnose', '22918821159', 'retting'].filter(word => text.includes(word)).join()";
    assert_eq!(window.run(named, vec![]).await, "", "the e-mail names what it may not");
}

/// The answer tells who and where, so that the question of grounds can go by post.
async fn they_say_who_they_are(store: &Path) {
    let window = unlock(store, SECOND, CASEWORKER).await;
    window.press(CASE).await;
    window.see("Sjekkliste").await;
    window.press("Registrer svaret").await;
    window.see("Når identiteten er bekreftet").await;
    window.write("Adresse", &format!("Fjellveien 3{}2609 Lillehammer", key::ENTER)).await;
    window.choose("Identiteten er", "Bekreftet").await;
    window.choose("Hvordan", "Brev til registrert adresse").await;
    accessibility::check(&window, "opplysninger om personen").await;
    window.picture("32-who-they-are").await;
    window.press("Lagre").await;
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
    window.see("Besvart 10.03.2026").await;
    window.see("torsdag 9. april 2026").await;

    casework::begin(&window, "section-25-grounds-request").await;
    issue(&window, "section-25-grounds-request", "hva som er riktig", "2026/00001-4").await;
    window.see("Venter på svar").await;
    window.close().await.expect("the window closes");
}

/// The grounds come, the case is assessed beside the queue and decided, and the letter goes out.
async fn they_say_why_and_get_the_decision(store: &Path) {
    let window = unlock(store, THIRD, CASEWORKER).await;
    window.press("§ 25-saker").await;
    window.see("Bedt om").await;
    window.picture("33-asked-for").await;
    window.press(CASE).await;
    window.see("Sjekkliste").await;
    window.press("Registrer svaret").await;
    window.see("Gjenoppta saken").await;
    accessibility::check(&window, "svaret kom").await;
    window.press("Gjenoppta saken").await;
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
    window.see("Besvart 24.03.2026").await;

    casework::answer_every_check(&window).await;
    casework::decide(&window, "Rettet", REASONS).await;
    casework::begin(&window, "section-25-decision").await;
    window.write("Dato det er gjort innen", "10. april 2026").await;
    window.write("Det som skal stå der", "Diagnosen fra 2019 er fjernet.").await;
    window.see("Diagnosen fra 2019 er fjernet.").await;
    issue(&window, "section-25-decision", "Du får medhold", "2026/00001-5").await;
    carry_out(&window).await;
    casework::close(&window).await;
    keyboard::check(&window, "tom arbeidsliste").await;
    window.close().await.expect("the window closes");
}

/// What was decided is carried out before the case can be closed, and whoever has the data is told.
async fn carry_out(window: &Window) {
    window.press("Registrer tiltaket").await;
    window.see("Hva er gjort, og hva viser det?").await;
    accessibility::check(window, "tiltak").await;
    window.write("Hva er gjort, og hva viser det?", "Rettet i registeret, sett i et nytt uttrekk.").await;
    window.press("Lagre").await;
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
    window.press("Registrer tiltaket").await;
    window.see("Tiltaket trengs ikke").await;
    window.tick("Tiltaket trengs ikke").await;
    window.write("Hvorfor trengs det ikke?", "Opplysningene er ikke utlevert til noen.").await;
    window.press("Lagre").await;
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
    window.press("Tiltak").await;
    window.see("trengs ikke").await;
    window.picture("35-measures").await;
    accessibility::check(window, "tiltakene").await;
}

async fn issue(window: &Window, kind: &str, words: &str, number: &str) {
    casework::issue(window, Written { kind, language: "nb", words, number }).await;
}
