//! The window in the language and the colours that its user has chosen: at once, for this user, and at the next start.

use serde_json::json;

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

async fn language(window: &Window) -> String {
    let lang = window.run("return document.documentElement.lang", vec![]).await;
    lang.as_str().expect("a language").to_owned()
}

#[tokio::test]
async fn a_language_is_chosen_before_the_passphrase_and_in_the_settings_and_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let case = office.register("kpr", "sletting", "2026-02-02", Some("Det tynger meg."));
    let store = office.leave();
    let arguments = ["--now", NOW, "--store", &store.display().to_string()];

    let window = Window::open(&arguments).await;
    window.see("Lås opp Personvernsak").await;
    window.press("Nynorsk").await;
    window.see("Inkje. Programmet opnar ingen samband.").await;
    window.press("English").await;
    window.see("Unlock Personvernsak").await;
    assert_eq!(language(&window).await, "en");
    accessibility::check(&window, "lock screen in English").await;
    window.picture("90-lock-english").await;
    window.write("Passphrase", "et annet ord").await;
    window.keys(key::ENTER).await;
    window.until("the refusal", "return !!document.querySelector('[aria-invalid=true]')").await;
    window.rewrite("Passphrase", crate::first_run::PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.see("All open cases").await;
    window.press(&case).await;
    window.press("Timeline").await;
    window.see("The request is registered. It came on 02.02.2026 by letter.").await;
    accessibility::check(&window, "timeline in English").await;
    window.picture("91-timeline-english").await;

    // What a rule refuses is said in the language of whoever asks, with the act by its English name.
    take(&window, "decide").await;
    window.see("The reasons go into the letter.").await;
    window.choose("Outcome", "Erased").await;
    window.write("Reasons", "It is a burden.").await;
    window.press("Decide the case").await;
    window.see("First answer this on the checklist").await;
    window.see("Health Registers Act section 25 first paragraph").await;
    accessibility::check(&window, "a refusal in English").await;
    window.picture("91-refusal-english").await;
    leave_dialog(&window).await;

    // What the core says follows at once, without leaving the case.
    window.control("k").await;
    window.keys("nynorsk").await;
    window.keys(key::ENTER).await;
    window.see("Førespurnaden er registrert. Han kom 02.02.2026 i brev.").await;
    assert_eq!(language(&window).await, "nn");
    window.picture("92-timeline-nynorsk").await;
    take(&window, "avgjer").await;
    window.see("Grunngivinga går inn i brevet.").await;
    window.press("Avgjer saka").await;
    window.see("Svar først på dette i sjekklista").await;
    window.see("Helseregisterlova § 25 første ledd").await;
    window.picture("92-refusal-nynorsk").await;
    leave_dialog(&window).await;
    window.control("5").await;
    window.see("Tryggingskopi").await;
    window.choose("Fargar", "Mørkt").await;
    window.until("dark", "return document.documentElement.dataset.colorScheme === 'dark'").await;
    accessibility::check(&window, "innstillingar i mørkt").await;
    window.picture("93-settings-nynorsk-dark").await;
    window.close().await.expect("the window closes");

    let window = Window::open(&arguments).await;
    window.see("Lås opp Personvernsak").await;
    window.write("Passfrase", crate::first_run::PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.see("Alle opne saker").await;
    let kept =
        window.run("return [document.documentElement.lang, document.documentElement.dataset.colorScheme]", vec![]);
    assert_eq!(kept.await, json!(["nn", "dark"]));
    window.close().await.expect("the window closes");
}

/// Every action and place by typing: what applies here first, and nothing that the role may not do.
#[tokio::test]
async fn the_palette_finds_actions_places_cases_and_registers() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let case = office.register("kpr", "sletting", "2026-02-02", Some("Det tynger meg."));
    let window = unlock(&office.leave(), NOW, CASEWORKER).await;
    window.see("Alle åpne saker").await;

    window.control("k").await;
    window.see("På denne skjermen").await;
    accessibility::check(&window, "finn handling").await;
    window.picture("94-palette").await;
    window.keys("zzz").await;
    window.see("Fant ikke «zzz»").await;
    window.keys(key::ESCAPE).await;
    window.until("it is gone", "return !document.querySelector('dialog[open]')").await;
    let lost = "return document.activeElement === document.body";
    assert_eq!(window.run(lost, vec![]).await, json!(false), "the focus is somewhere");

    take(&window, "frister").await;
    window.see("Per spor").await;
    take(&window, "register kpr").await;
    window.until("KPR", "return !!document.querySelector('[data-register=kpr][aria-current], [data-register=kpr][aria-selected=true], .register-entry')").await;
    take(&window, "2026/1").await;
    window.see(&case).await;
    window.see("Neste steg").await;
    // What is done by the palette is what the menu does.
    take(&window, "tildel meg").await;
    window.see("Saken er tildelt deg.").await;
    take(&window, "notat").await;
    window.see("Nytt notat").await;
    take(&window, "avgjør").await;
    window.see("Begrunnelsen går inn i brevet").await;
    window.keys(key::ESCAPE).await;
    window.until("it is gone", "return !document.querySelector('dialog[open]')").await;
    assert_eq!(window.run(lost, vec![]).await, json!(false), "the focus is somewhere after a dialog too");
    take(&window, "brukerveiledning").await;
    window.see("Registrere en henvendelse").await;
    accessibility::check(&window, "brukerveiledning").await;
    window.control("f").await;
    window.keys("minnepinne").await;
    window.see("Ta sikkerhetskopi").await;
    window.see("1 kapittel passer").await;
    window.picture("95-guide").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn the_palette_offers_a_reader_nothing_that_changes_a_case() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.register("kpr", "sletting", "2026-02-02", Some("Det tynger meg."));
    office.add("Nils Ombud", "personvernombud");
    let window = unlock(&office.leave(), NOW, "Nils Ombud").await;
    window.see("Per spor").await;
    take(&window, "2026/1").await;
    window.see("Tidslinje").await;
    window.control("k").await;
    window.see("På denne skjermen").await;
    let offered =
        window.run("return [...document.querySelectorAll('[role=option]')].map(each => each.innerText)", vec![]);
    let offered = offered.await.to_string();
    for absent in ["Ny henvendelse", "Avgjør", "Tildel", "Skriv brev", "Sett på vent"] {
        assert!(!offered.contains(absent), "«{absent}» is offered: {offered}");
    }
    assert!(offered.contains("Tidslinje") && offered.contains("Registre"), "{offered}");
    window.close().await.expect("the window closes");
}

/// Closes a dialog without saving.
async fn leave_dialog(window: &Window) {
    window.keys(key::ESCAPE).await;
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
}

/// Opens the palette, types, and takes the first that fits.
async fn take(window: &Window, words: &str) {
    window.control("k").await;
    window.until("the palette", "return !!document.querySelector('dialog[open] [role=combobox]')").await;
    window.keys(words).await;
    window.until("something that fits", "return !!document.querySelector('[role=option][aria-selected=true]')").await;
    window.keys(key::ENTER).await;
    window.until("the palette is gone", "return !document.querySelector('dialog.palette[open]')").await;
}
