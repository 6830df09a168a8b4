//! A letter on its way, in the real window: who gets it, that the copy comes back, goes again and arrives.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::accessibility;
use crate::casework;
use crate::first_run::{NOW, PASSPHRASE};
use crate::keyboard;
use crate::window::{Theme, Window};

/// A store with a request by a lawyer for a client, made by the command line beside these tests.
fn office(folder: &Path) {
    let this = std::env::current_exe().expect("this program");
    let program = this.ancestors().nth(2).expect("the folder of this build").join("personvernsak");
    fs::write(folder.join("passfrase"), PASSPHRASE).expect("written");
    let request = json!({
        "received_on": "2026-02-20", "channel": "brev", "language": "nb",
        "person": {
            "name": "Isak Bjørnli", "identity_number": "03914833026",
            "address": {"lines": ["Bakkeveien 2", "9510 Alta"], "country": "NO"},
        },
        "representative": {
            "kind": "fullmektig", "name": "Advokat Eline Moen", "evidence": "Skriftlig fullmakt",
            "address": {"lines": ["Torget 1", "9510 Alta"], "country": "NO"},
        },
        "text": "Klienten min vil ha kopi av det blå resept har om ham.",
        "demands": [{"register": "blaresept", "right": "innsyn"}],
    });
    fs::write(folder.join("henvendelse.json"), request.to_string()).expect("written");
    let file = folder.join("henvendelse.json").display().to_string();
    for words in [&["store", "init", "--test"][..], &["request", "register", &file]] {
        let made = Command::new(&program)
            .arg("--store")
            .arg(folder.join("lager"))
            .arg("--passphrase-file")
            .arg(folder.join("passfrase"))
            .args(if words[0] == "store" { &[][..] } else { &["--now", NOW][..] })
            .args(words)
            .output()
            .expect("the command line runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }
}

async fn at_the_case(folder: &Path, theme: Theme) -> Window {
    let store = folder.join("lager").display().to_string();
    let window = Window::open_in(theme, &["--now", NOW, "--store", &store]).await;
    window.write("Passfrase", PASSPHRASE).await;
    window.keys(crate::hands::key::ENTER).await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    window
}

/// Records something of the letter from the panel: the button's whole name, the choice if there is one.
async fn record(window: &Window, action: &str, label: &str, choice: &str) {
    window.press(action).await;
    window.see("Registrer").await;
    if !choice.is_empty() {
        window.choose(label, choice).await;
    }
}

async fn save(window: &Window) {
    window.press("Registrer").await;
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
}

#[tokio::test]
async fn a_copy_comes_back_goes_again_and_arrives() {
    let folder = tempfile::tempdir().expect("a folder");
    office(folder.path());
    let window = at_the_case(folder.path(), Theme::Light).await;
    window.press("2026/00001-a").await;
    window.see("Sjekkliste").await;
    casework::begin(&window, "acknowledgement").await;
    window.see("Brevet går til").await;
    window.tick("Kopi til den saken gjelder").await;
    window
        .until(
            "the copy in the letter",
            "return document.querySelector('.gate, aside')?.textContent.includes('De som får brevet og kopien')
           || document.body.textContent.includes('De som får brevet og kopien')",
        )
        .await;
    window.until_letter_is_drawn().await;
    accessibility::check(&window, "brev med kopi").await;
    keyboard::check(&window, "brev med kopi").await;
    window.picture("20-copy").await;
    window.press("Ferdigstill og lås").await;
    window.see("Brevet får nummer").await;
    window.press("Ferdigstill og lås").await;
    window.see("Forsendelse").await;
    window.see("Ingenting er registrert etter at brevet ble sendt.").await;
    window.see("Brev fra Helsedirektoratet, 2026/00001-2").await;
    window.until_letter_is_drawn().await;
    accessibility::check(&window, "forsendelse, tom").await;
    keyboard::check(&window, "forsendelse, tom").await;
    window.picture("21-delivery-empty").await;

    record(&window, "Kom i retur: Den saken gjelder", "", "").await;
    window.press("Registrer").await;
    window.see("Velg ett av alternativene.").await;
    accessibility::check(&window, "retur uten grunn").await;
    window.picture("22-delivery-dialog").await;
    window.choose("Hvorfor kom det i retur?", "Ukjent adresse").await;
    window.rewrite("Dato", "28.02.2026").await;
    window.press("Registrer").await;
    window.see("Dagen er etter i dag.").await;
    window.rewrite("Dato", "27.02.2026").await;
    save(&window).await;
    window.see("kom i retur 27.02.2026: ukjent adresse").await;

    window.press("Tilbake til saken").await;
    window.see("Kom i retur").await;
    window.press("Arbeidsliste").await;
    window.press("Brev ikke fremme").await;
    window.see("Brev i retur").await;
    accessibility::check(&window, "brev ikke fremme").await;
    window.picture("23-undelivered").await;
    window.press("2026/00001-a").await;
    window.see("Sjekk adressen og send på nytt").await;
    window.control(crate::hands::key::ENTER).await;
    window.see("Forsendelse").await;
    record(&window, "Sendt på nytt: Den saken gjelder", "Hvordan er det sendt på nytt?", "Rekommandert brev").await;
    window.see("Skriv den riktige adressen på konvolutten.").await;
    save(&window).await;
    record(&window, "Kom frem: Den saken gjelder", "Hva viser at det kom frem?", "Utlevert").await;
    window.choose("Hvordan ble identiteten sjekket?", "Viste legitimasjon").await;
    accessibility::check(&window, "utlevert").await;
    window.picture("24-handed-over").await;
    save(&window).await;
    window.see("utlevert (viste legitimasjon)").await;
    window.until_letter_is_drawn().await;
    accessibility::check(&window, "forsendelse").await;
    keyboard::check(&window, "forsendelse").await;
    window.picture("25-delivery").await;
    window.close().await.expect("the window closes");

    let window = at_the_case(folder.path(), Theme::Dark).await;
    window.press("2026/00001-a").await;
    window.see("Sjekkliste").await;
    window.press("Brev").await;
    window.press("Vis brev 2026/00001-2").await;
    window.see("Kommet frem").await;
    window.until_letter_is_drawn().await;
    accessibility::check(&window, "forsendelse, mørk").await;
    window.picture("26-delivery-dark").await;
    window.close().await.expect("the window closes");
}
