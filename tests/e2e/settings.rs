//! The settings: who works here, the office's own dates, and a backup; what one may not do is absent.

use serde_json::json;

use crate::accessibility;
use crate::first_run::{NOW, PASSPHRASE};
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const LEAD: &str = "Live Solbakken";

#[tokio::test]
async fn an_administrator_lets_somebody_in_sets_the_internal_date_and_backs_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let case = office.register("kpr", "sletting", "2026-01-31", None);
    office.add(LEAD, "leder");
    let store = office.leave();
    let window = unlock(&store, NOW, CASEWORKER).await;
    window.press("Innstillinger").await;
    window.see("Ingen sikkerhetskopi er prøvd.").await;
    window.see("Kontoret har ingen intern frist.").await;
    window.see("personvernombud@helsedirektoratet.no").await;
    accessibility::check(&window, "innstillinger").await;
    keyboard::check(&window, "innstillinger").await;
    window.picture("70-settings").await;

    somebody_is_let_in(&window).await;
    the_internal_date_is_set(&window, &case).await;
    a_backup_is_made(&window, folder.path()).await;
    window.close().await.expect("the window closes");

    // Whoever was let in gets in; a lead sets dates and lets caseworkers in, and carries no copy away.
    let window = unlock(&store, NOW, LEAD).await;
    window.press("Innstillinger").await;
    window.see("Intern frist er 5 dager før svarfristen.").await;
    window.see("En administrator kan ta sikkerhetskopi.").await;
    window.press("Legg til bruker").await;
    window.see("La brukeren skrive den selv.").await;
    let offered = "return [...document.querySelectorAll('dialog option')].map(each => each.label)";
    assert_eq!(window.run(offered, vec![]).await, json!(["Saksbehandler"]));
    window.close().await.expect("the window closes");
    let window = unlock(&store, NOW, "Odd Vik").await;
    window.press("Innstillinger").await;
    window.see("En leder eller en administrator kan legge til brukere.").await;
    // Who is away is read after the rest, and everybody enters their own absence.
    window.see("Registrer fravær").await;
    let buttons = "return [...document.querySelectorAll('main button')].map(each => each.innerText.trim())";
    window.see("Velg sted for kalenderfilen").await;
    window.see("Lagre varslene").await;
    let own = ["Lagre varslene", "Vis et prøvevarsel", "Velg sted for kalenderfilen", "Registrer fravær"];
    assert_eq!(window.run(buttons, vec![]).await, json!(own), "nothing else is offered");
    accessibility::check(&window, "innstillinger for en saksbehandler").await;
    keyboard::check(&window, "innstillinger for en saksbehandler").await;
    window.picture("75-settings-caseworker").await;
    window.close().await.expect("the window closes");
}

async fn somebody_is_let_in(window: &Window) {
    window.press("Legg til bruker").await;
    window.press("Legg til brukeren").await;
    window.see("Skriv navnet på brukeren.").await;
    window.see("Passfrasen er for kort. Bruk minst fem ord.").await;
    accessibility::check(window, "legg til bruker, med feil").await;
    window.picture("71-add-user-problems").await;
    window.write("Navn", "Odd Vik").await;
    window.choose("Rolle", "Saksbehandler").await;
    window.write("Passfrase", PASSPHRASE).await;
    window.write("Gjenta passfrasen", "noe annet").await;
    window.press("Legg til brukeren").await;
    window.see("Passfrasene er ikke like.").await;
    window.rewrite("Gjenta passfrasen", PASSPHRASE).await;
    window.press("Legg til brukeren").await;
    window.see("Odd Vik kan nå låse opp lageret.").await;
    window
        .until(
            "the user in the list",
            "return [...document.querySelectorAll('.settings-table th')].some(each => each.innerText === 'Odd Vik')",
        )
        .await;
}

async fn the_internal_date_is_set(window: &Window, case: &str) {
    window.rewrite("Dager før svarfristen", "40").await;
    window.press("Lagre intern frist").await;
    window.see("Skriv et helt tall fra 0 til 28.").await;
    accessibility::check(window, "intern frist, med feil").await;
    window.rewrite("Dager før svarfristen", "5").await;
    window.press("Lagre intern frist").await;
    window.see("Intern frist er 5 dager før svarfristen.").await;
    window.see(&format!("av {CASEWORKER}.")).await;
    window.press("Arbeidsliste").await;
    window.press(case).await;
    window.see("Sjekkliste").await;
    window.see("onsdag 25. februar 2026").await;
    window.picture("72-internal-date").await;
}

/// The folder is chosen in the system's own dialog, which no test can press; what follows is the same.
async fn a_backup_is_made(window: &Window, folder: &std::path::Path) {
    let copies = folder.join("kopier");
    let script = "const [folder, done] = arguments;
                  window.__TAURI_INTERNALS__.invoke('store_backup', {input: {folder}})
                    .then(made => done(made), failure => done(failure));";
    let made = window.page.execute_async(script, vec![json!(copies)]).await.expect("the page answers");
    assert_eq!(made["ok"], json!(true), "{made}");
    let name = made["folder"].as_str().expect("a folder");
    assert!(name.contains("personvernsak-2026-02-27-100000"), "{name}");
    assert!(std::path::Path::new(name).join("store.db").is_file());
    window.press("Innstillinger").await;
    window.see("En sikkerhetskopi ble sist prøvd 27.02.2026 kl. 10.00.").await;
    window.picture("73-settings-backed-up").await;
    // The same moment again: the folder is taken.
    let again = window.page.execute_async(script, vec![json!(copies)]).await.expect("the page answers");
    assert_eq!(again["code"], json!("backup-not-empty"), "{again}");
}
