//! Letter texts of an office's own: a folder is looked at, what is wrong or changes is told, and it is taken into use; what
//! cannot be read is told where people work.

use std::fs;
use std::path::Path;

use personvernsak::adapter::store::{AdoptedKind, LockedStore, Passphrase};
use personvernsak::adapter::system::{SystemFileSystems, SystemRandomness};
use serde_json::json;

use crate::accessibility;
use crate::first_run::{NOW, PASSPHRASE};
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const FAULT: (&str, &str) = ("{request_number}", "{request_numer}");
const REWORDED: (&str, &str) = ("Vi sier fra om vi trenger mer", "Vi tar kontakt om noe mangler");

#[tokio::test]
async fn an_administrator_takes_letter_texts_into_use_and_goes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.register("kpr", "sletting", "2026-01-31", None);
    let store = office.leave();
    let window = unlock(&store, NOW, CASEWORKER).await;
    window.press("Innstillinger").await;
    window.see("Programmets egne tekster er i bruk.").await;
    choose(&window, folder.path()).await;
    window.press("Lagre programmets tekster").await;
    window.see("README.md der sier hvordan de endres.").await;
    let texts = folder.path().join("brevtekster");
    let file = texts.join("nb/acknowledgement.toml");
    exchange(&file, FAULT);
    choose(&window, &texts).await;
    window.press("Velg mappe").await;
    window.see("Mappen har 1 feil. Ingenting er tatt i bruk.").await;
    window.see("«request_numer» er ikke et felt.").await;
    accessibility::check(&window, "brevtekster med feil").await;
    window.picture("76-letter-texts-faults").await;
    exchange(&file, (FAULT.1, FAULT.0));
    exchange(&file, REWORDED);
    window.press("Velg mappe").await;
    window.see("Dette blir annerledes i nye brev:").await;
    window.see("Bekreftelse på mottak: bokmål").await;
    accessibility::check(&window, "brevtekster som kan tas i bruk").await;
    keyboard::check(&window, "brevtekster som kan tas i bruk").await;
    window.picture("77-letter-texts-changes").await;
    window.press("Ta i bruk").await;
    window.see(&format!("Kontorets egne tekster er i bruk fra 27.02.2026 kl. 10.00 ({CASEWORKER}).")).await;
    window.press("Gå tilbake til programmets egne").await;
    window.see("Nye brev får programmets egne tekster igjen.").await;
    accessibility::check(&window, "tilbake til programmets brevtekster").await;
    window.picture("78-letter-texts-back").await;
    window.press("Bruk programmets egne").await;
    window.see("Programmets egne tekster er i bruk.").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn what_cannot_be_read_is_told_on_the_work_list_and_in_the_settings() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.register("kpr", "sletting", "2026-01-31", None);
    let store = office.leave();
    let locked = LockedStore::open(&store, &SystemFileSystems).expect("a store");
    let mut unlocked =
        locked.unlock(CASEWORKER, &Passphrase::new(PASSPHRASE), Box::new(SystemRandomness)).expect("an unlocked store");
    let at = NOW.parse().expect("an instant");
    let unread = |file: &str| [(file.to_owned(), b"title = \"Svar\"\n".to_vec())];
    unlocked.adopt(AdoptedKind::LetterTexts, "1", &unread("nb/answer.toml"), at).expect("adopted");
    unlocked.adopt(AdoptedKind::Catalogue, "1", &unread("kpr.toml"), at).expect("adopted");
    drop(unlocked);
    let window = unlock(&store, NOW, CASEWORKER).await;
    window.see("Kontorets egne brevtekster kan ikke leses").await;
    window.see("Kontorets egen katalog over registre kan ikke leses").await;
    accessibility::check(&window, "arbeidslisten med egne tekster som ikke kan leses").await;
    window.picture("79-work-list-unreadable").await;
    window.press("Innstillinger").await;
    window.see("nb/answer.toml, linje 1:").await;
    window.see("sources.toml, linje 1:").await;
    accessibility::check(&window, "innstillinger med egne tekster som ikke kan leses").await;
    window.picture("79-settings-unreadable").await;
    window.press("Gå tilbake til programmets egne").await;
    window.press("Bruk programmets egne").await;
    window.see("Programmets egne tekster er i bruk.").await;
    window.press("Arbeidsliste").await;
    window.see("Kontorets egen katalog over registre kan ikke leses").await;
    assert!(!window.text().await.contains("Kontorets egne brevtekster kan ikke leses"));
    window.close().await.expect("the window closes");
}

/// The folder is chosen in the system's own dialog, which no test can press: the page's question for one is answered with
/// this folder.
async fn choose(window: &Window, folder: &Path) {
    let script = "const [folder] = arguments;
                  window.asked ??= window.fetch;
                  window.fetch = (url, options) => {
                    const chooses = String(url).includes('letter_texts') && String(options?.body).includes('null');
                    return window.asked(url, chooses ? {...options, body: JSON.stringify({input: {folder}})} : options);
                  };";
    window.run(script, vec![json!(folder)]).await;
}

fn exchange(file: &Path, (from, to): (&str, &str)) {
    let text = fs::read_to_string(file).expect("the file");
    assert!(text.contains(from), "the file has «{from}»");
    fs::write(file, text.replacen(from, to, 1)).expect("written");
}
