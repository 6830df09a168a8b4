//! Many at once, by keyboard alone: a file with two rows that have something wrong, and then cases that are given to a
//! colleague and taken back.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::accessibility;
use crate::first_run::{NOW, PASSPHRASE};
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office};
use crate::window::{Theme, Window};

const COLLEAGUE: &str = "Live Solbakken";
const TABLE: &str = "\u{feff}nøkkel;mottatt;kanal;språk;navn;tekst;register;rettighet\r\n\
    A-1;10.02.2026;brev;nb;Odd Kvalheim;Jeg ber om innsyn.;kpr;innsyn\r\n\
    A-2;46064;brev;nn;Maren Lid;Eg ber om innsyn.;hpr;innsyn\r\n\
    A-3;2026/02/10;due;nb;Aud Nordbø;Jeg ber om innsyn.;krp;innsyn\r\n\
    A-4;=NOW();brev;nb;Leif Sandvoll;Jeg ber om innsyn.;kpr;innsyn\r\n";

#[tokio::test]
async fn a_file_is_imported_and_cases_are_assigned_and_taken_back_by_keyboard_alone() {
    for theme in [Theme::Light, Theme::Dark] {
        walk(theme).await;
    }
}

async fn walk(theme: Theme) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.add(COLLEAGUE, "saksbehandler");
    office.register("npr", "innsyn", "2026-02-01", None);
    let store = office.leave();
    let file = folder.path().join("henvendelser.csv");
    let mended = folder.path().join("feil.csv");
    fs::write(&file, TABLE).expect("a file");

    let window = Window::open_in(theme, &["--now", NOW, "--store", &store.display().to_string()]).await;
    window.see("Lås opp").await;
    window.choose("Bruker", CASEWORKER).await;
    window.write("Passfrase", PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.until("the first screen", "return !!document.querySelector('.workspace h1')").await;
    answer_for_the_dialogs(&window, &file, &mended).await;
    let picture = |name: &str| format!("{name}-{}", theme.name());

    window.control("n").await;
    window.see("Importer fra fil …").await;
    by_keys(&window, "Importer fra fil …").await;
    window.see("Velg en tabell").await;
    accessibility::check(&window, "importer").await;
    window.picture(&picture("91-import")).await;
    by_keys(&window, "Velg fil …").await;
    window.see("2 henvendelser kan registreres.").await;
    window.see("2 rader har feil og blir ikke med:").await;
    window.see("Rad 4, kolonne C (kanal):").await;
    window.see("Rad 5, kolonne B (mottatt): Cellen er en formel.").await;
    accessibility::check(&window, "importer, sjekket").await;
    window.picture(&picture("92-import-checked")).await;
    larger(&window, "+", 8).await;
    window.picture(&picture("92-import-checked-400")).await;
    larger(&window, "0", 1).await;
    by_keys(&window, "Lagre radene med feil …").await;
    window.see("Rett dem der").await;
    assert_eq!(fs::read_to_string(&mended).expect("the refused rows").lines().count(), 3);
    by_keys(&window, "Registrer 2 henvendelser").await;
    window.see("2 henvendelser er registrert.").await;
    window.see("2 rader hadde feil og ble ikke med:").await;
    accessibility::check(&window, "importer, ferdig").await;
    window.picture(&picture("93-import-done")).await;
    by_keys(&window, "Lukk").await;
    window.see("3 åpne saker").await;

    by_keys(&window, "Velg flere").await;
    window.see("0 valgt").await;
    by_keys(&window, "Velg alle 3").await;
    window.see("3 valgt").await;
    accessibility::check(&window, "valgte saker").await;
    keyboard::check(&window, "valgte saker").await;
    window.picture(&picture("94-selection")).await;
    larger(&window, "+", 8).await;
    window.picture(&picture("94-selection-400")).await;
    larger(&window, "0", 1).await;
    by_keys(&window, "Avslutt saker …").await;
    window.see("Ingen av sakene kan endres slik.").await;
    window.see("3 saker kan ikke avsluttes:").await;
    accessibility::check(&window, "avslutt flere").await;
    window.picture(&picture("95-bulk-close")).await;
    by_keys(&window, "Avbryt").await;
    by_keys(&window, "Fordel …").await;
    window.see("Hvem skal ha sakene?").await;
    window.until("the users", "return document.querySelectorAll('#bulk option').length > 2").await;
    window.keys("Live").await;
    accessibility::check(&window, "fordel flere").await;
    window.picture(&picture("96-bulk-assign")).await;
    by_keys(&window, "Se hva som skjer").await;
    window.see("3 saker kan fordeles.").await;
    by_keys(&window, "Fordel 3 saker").await;
    window.see("3 saker er fordelt.").await;
    accessibility::check(&window, "fordelt").await;
    window.picture(&picture("97-bulk-assigned")).await;
    larger(&window, "+", 8).await;
    window.picture(&picture("97-bulk-assigned-400")).await;
    larger(&window, "0", 1).await;
    by_keys(&window, "Angre").await;
    window.see("3 saker er ført tilbake.").await;
    accessibility::check(&window, "fordelingen angret").await;
    by_keys(&window, "Lukk").await;
    window.see("Velg flere").await;
    window.until("the list without the colleague", "return !document.body.innerText.includes('Live Solbakken')").await;
    by_keys(&window, "2026/00001-a").await;
    window.see("Tidslinje").await;
    window.close().await.expect("the window closes");
}

/// The files are chosen in the system's own dialog, which no test can press: the page's questions are answered with these.
async fn answer_for_the_dialogs(window: &Window, file: &Path, mended: &Path) {
    let script = "const [file, path] = arguments;
                  window.asked ??= window.fetch;
                  window.fetch = (url, options) => {
                    const body = String(options?.body);
                    if (String(url).includes('import_open') && body.includes('\"file\":null')) {
                      const input = {...JSON.parse(body).input, file};
                      return window.asked(url, {...options, body: JSON.stringify({input})});
                    }
                    if (String(url).includes('import_refused_save')) {
                      const input = {...JSON.parse(body).input, path};
                      return window.asked(url, {...options, body: JSON.stringify({input})});
                    }
                    return window.asked(url, options);
                  };";
    window.run(script, vec![json!(file), json!(mended)]).await;
}

/// Goes to a button by Tab and presses it by Enter.
async fn by_keys(window: &Window, name: &str) {
    let there = "const words = element => (element.getAttribute('aria-label') ?? element.innerText ?? '').replace(/\\s+/g, ' ').trim();
                 return words(document.activeElement).startsWith(arguments[0]);";
    for _ in 0..120 {
        if window.run(there, vec![json!(name)]).await == json!(true) {
            window.keys(key::ENTER).await;
            return;
        }
        window.keys(key::TAB).await;
    }
    panic!("Tab never reaches «{name}»; the page says:\n{}", window.text().await);
}

async fn larger(window: &Window, sign: &str, steps: usize) {
    for _ in 0..steps {
        window.control(sign).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
}
