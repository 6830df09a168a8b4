//! The people of a request, by keyboard alone: how an identity was confirmed, a number that is linked, who acts.

use serde_json::json;

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::{Theme, Window};

/// Goes to a button or a tab with the Tab key alone and presses it.
pub async fn step_to(window: &Window, name: &str) {
    let here = format!(
        "const dialog = document.querySelector('dialog[open]');
         const at = document.activeElement;
         const words = (at?.getAttribute('aria-label') ?? at?.innerText ?? '').replace(/\\s+/g, ' ').trim();
         return (!dialog || dialog.contains(at)) && words.startsWith({})",
        json!(name)
    );
    for _ in 0..120 {
        if window.run(&here, vec![]).await == json!(true) {
            window.keys(key::ENTER).await;
            return;
        }
        window.keys(key::TAB).await;
    }
    panic!("Tab never comes to «{name}»; the page says:\n{}", window.text().await);
}

/// Saves the dialog on the screen, and waits until it is gone.
pub async fn save(window: &Window, said: &str) {
    window.control(key::ENTER).await;
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
    window.see(said).await;
}

/// Makes the page as large as it gets: four times its plain size.
pub async fn enlarge(window: &Window) {
    for _ in 0..40 {
        if window.run("return innerWidth <= 322", vec![]).await == json!(true) {
            return;
        }
        window.control("+").await;
    }
    panic!("the page never grows to four times its size");
}

/// Keeps a picture of the screen, after axe has found nothing and nothing runs out at the side.
pub async fn look(window: &Window, name: &str) {
    let over = window.run("return document.documentElement.scrollWidth - innerWidth", vec![]).await;
    assert!(over.as_i64().is_some_and(|over| over <= 0), "{name} is {over} pixels too wide");
    accessibility::check(window, name).await;
    window.picture(name).await;
}

fn office(folder: &std::path::Path) -> (std::path::PathBuf, String) {
    let mut office = Office::at(folder, NOW);
    let case = office.receive(json!({
        "received_on": "2026-02-10", "channel": "brev", "language": "nb",
        "person": {"name": "Torleiv Kvamsdal", "identity_number": "53846120285", "born_on": "2011-04-13",
                   "address": {"lines": ["Sjøgata 12", "6700 Måløy"], "country": "NO"}},
        "text": "Jeg ber om innsyn, og om at opplysningene blir slettet.",
        "demands": [{"register": "npr", "right": "innsyn"}, {"register": "kpr", "right": "sletting"}],
    }));
    (office.leave(), case)
}

#[tokio::test]
async fn what_is_known_of_the_people_is_recorded_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, case) = office(folder.path());
    let window = unlock(&store, NOW, CASEWORKER).await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    step_to(&window, &case).await;
    window.see("Sjekkliste").await;
    window.press("Personen").await;
    window.see("Vi tar aldri kopi av legitimasjon.").await;
    keyboard::check(&window, "personen").await;
    look(&window, "80-people-at-first").await;

    step_to(&window, "Endre identitet").await;
    window.choose("Identiteten er", "Bekreftet").await;
    window.choose("Hvordan", "Rekommandert brev til registrert adresse").await;
    look(&window, "81-identity-dialog").await;
    save(&window, "Identitet: bekreftet").await;
    window.see("registrert av Kari Myhre").await;

    step_to(&window, "Koble et nummer til").await;
    window.control(key::ENTER).await;
    window.see("Skriv hvordan du vet det.").await;
    window.write("Fødselsnummer eller D-nummer", "13846120101").await;
    window.write("Hvordan vet du at det er samme person?", "Samme navn, adresse og fødselsdag.").await;
    window.control(key::ENTER).await;
    window.until("what is wrong", "return !!document.querySelector('dialog [aria-invalid=true]')").await;
    look(&window, "82-link-dialog").await;
    window.rewrite("Fødselsnummer eller D-nummer", "13846120100").await;
    save(&window, "138461*****").await;

    step_to(&window, "Registrer en som handler").await;
    window.choose("I hvilken rolle?", "Verge").await;
    window.write("Navn", "Solveig Brekke").await;
    window.tick("Fullmakten gjelder bare noe").await;
    window.tick("KPR").await;
    look(&window, "83-representative-dialog").await;
    window.write("Hvorfor endres det?", "Vergefullmakten kom i dag.").await;
    save(&window, "Mandatet til vergen omfatter ikke denne saken.").await;

    step_to(&window, "Registrer hva barnet vil").await;
    window.choose("Vil barnet at foreldrene får vite om saken?", "Nei").await;
    window.write("Hvem hørte barnet, og hva sa det?", "Helsesykepleier hørte barnet 20. februar.").await;
    save(&window, "Foreldrene skal ikke få vite om saken.").await;
    // The check goes from the top, and the last thing that was saved lies far down.
    window.run("document.querySelectorAll('.case-main').forEach(pane => pane.scrollTo(0, 0))", vec![]).await;
    keyboard::check(&window, "personen, utfylt").await;
    look(&window, "84-people").await;

    step_to(&window, "Ta bort koblingen").await;
    window.write("Hvorfor er det ikke samme person?", "Det var en navnebror.").await;
    window.control(key::ENTER).await;
    window.until("the number is gone", "return !document.body.innerText.includes('138461*****')").await;
    window.close().await.expect("the window closes");

    let window = Window::open_in(Theme::Dark, &["--now", NOW, "--store", &store.display().to_string()]).await;
    window.write("Passfrase", crate::first_run::PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    window.press(&case).await;
    window.see("Sjekkliste").await;
    window.press("Personen").await;
    window.see("Vi tar aldri kopi av legitimasjon.").await;
    look(&window, "85-people-dark").await;
    enlarge(&window).await;
    look(&window, "86-people-400-percent-dark").await;
    window.close().await.expect("the window closes");
}
