//! A breach of personal data security, in the real window and by keyboard alone: it is registered, its hours are seen, it is notified
//! too late with reasons, and the persons concerned are told.

use personvernsak::api::desk::{CaseBreach, CaseTake, Desk};
use serde_json::json;

use crate::accessibility;
use crate::after::{open, reach};
use crate::first_run::NOW;
use crate::hands::key;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::{Theme, Window};

const F9: &str = "\u{e039}";
const SPACE: &str = " ";

/// An office with two cases, of which the second has shown a breach this morning, an hour before the window is opened.
fn office(folder: &std::path::Path) -> (std::path::PathBuf, String, String) {
    let mut office = Office::at(folder, "2026-02-27T08:45:00Z");
    let first = office.register("npr", "innsyn", "2026-02-23", None);
    let second = office.register("kpr", "innsyn", "2026-02-24", None);
    for case in [&first, &second] {
        office.does(json!({ "case": case }), |desk: &mut Desk, input: &CaseTake| desk.case_take(input));
    }
    let found = json!({"case": second, "aware": "2026-02-27T09:00", "concerns": ["konfidensialitet"],
        "about": "Et brev til en annen lå i konvolutten.", "reference": "AVVIK-2026/117"});
    office.does(found, |desk: &mut Desk, input: &CaseBreach| desk.case_breach(input));
    (office.leave(), first, second)
}

/// Goes to a box with Tab and ticks it with the space bar.
async fn tick(window: &Window, name: &str) {
    let focused = "const box = document.activeElement; return box?.type === 'checkbox' ? box.labels[0].innerText : ''";
    for _ in 0..40 {
        if window.run(focused, vec![]).await == json!(name) {
            window.keys(SPACE).await;
            return;
        }
        window.keys(key::TAB).await;
    }
    panic!("the keyboard never comes to the box «{name}»");
}

#[tokio::test]
async fn a_breach_is_registered_notified_late_with_reasons_and_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, first, second) = office(folder.path());
    let window = unlock(&store, NOW, CASEWORKER).await;

    open(&window, &first).await;
    reach(&window, "Mer").await;
    reach(&window, "Registrer avvik").await;
    window.see("Fristene i saken blir som de er.").await;
    accessibility::check(&window, "registrer avvik").await;
    window.control(key::ENTER).await;
    window.see("Skriv et klokkeslett.").await;
    window.see("Velg minst én.").await;
    window.rewrite("Dag", "24.02.2026").await;
    window.write("Klokkeslett", "8.30").await;
    window.write("Hva har skjedd?", "Brevet gikk til feil adresse.").await;
    tick(&window, "Konfidensialitet").await;
    window.write("Nummer i avvikssystemet", "avvik-2026/117").await;
    window.picture("130-register-breach").await;
    window.control(key::ENTER).await;
    window.see("Avviket er registrert.").await;

    reach(&window, "Avvik").await;
    window
        .see("Ble kjent tirsdag 24. februar 2026 kl. 08.30. 72 timer. Frist fredag 27. februar 2026 kl. 08.30.")
        .await;
    window.see("Fristen gikk ut for 1 time siden.").await;
    window.see("Regelen kan leses på flere måter").await;
    window.see(&second).await;
    accessibility::check(&window, "avvik").await;
    window.picture("131-breach-late").await;

    // The next step is to notify it, and too late without a reason is refused.
    window.control(key::ENTER).await;
    window.see("Hva vil du registrere?").await;
    accessibility::check(&window, "oppdater avvik").await;
    window.write("Klokkeslett", "9.45").await;
    window.control(key::ENTER).await;
    window.see("En melding etter 72 timer skal begrunne forsinkelsen.").await;
    accessibility::check(&window, "avvik meldt for sent").await;
    window.picture("132-breach-needs-reasons").await;
    window.write("Hvorfor ble det meldt for sent?", "Vi måtte finne ut hvem som fikk brevet.").await;
    window.control(key::ENTER).await;
    window.see("Avviket er oppdatert.").await;
    window.see("Meldt til Datatilsynet 27.02.2026 kl. 09.45, etter fristen.").await;

    reach(&window, "Avvik").await;
    reach(&window, "Oppdater avvik 1").await;
    window.see("Er de berørte varslet?").await;
    window.choose("Er det trolig at avviket gir høy risiko for de berørte?", "Ja, høy risiko er trolig").await;
    window.choose("Er de berørte varslet?", "Ja, de er varslet").await;
    window.control(key::ENTER).await;
    window.see("De berørte ble varslet 27.02.2026. Høy risiko er trolig.").await;
    window.see("Avvik ferdig behandlet").await;
    accessibility::check(&window, "avvik ferdig").await;
    window.picture("133-breach-done").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn a_breach_is_reminded_of_and_listed_in_the_dark() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _, second) = office(folder.path());
    let store = store.display().to_string();
    let window = Window::open_in(Theme::Dark, &["--now", NOW, "--store", &store]).await;
    window.write("Passfrase", crate::first_run::PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.until("the case in the list", &format!("return document.body.innerText.includes('{second}')")).await;
    window.see("Avvik skal vurderes · innen 02.03.2026 kl. 09.00").await;
    window.keys(F9).await;
    window.see("Avvik 1: Meld avviket, eller begrunn at det ikke meldes (frist kl. 09.00)").await;
    accessibility::check(&window, "avvik i påminnelsene i mørkt").await;
    window.picture("134-breach-reminder-dark").await;
    window.keys(key::ESCAPE).await;
    open(&window, &second).await;
    reach(&window, "Avvik").await;
    window.see("71 timer igjen til fristen.").await;
    accessibility::check(&window, "avvik i mørkt").await;
    window.picture("135-breach-dark").await;
    reach(&window, "Oppdater avvik 1").await;
    window.see("Hva vil du registrere?").await;
    window.choose("Hva vil du registrere?", "Rett tidspunktet eller hva det gjelder").await;
    window.see("Hva var feil?").await;
    accessibility::check(&window, "rett avvik i mørkt").await;
    window.picture("136-correct-breach-dark").await;
    window.close().await.expect("the window closes");
}
