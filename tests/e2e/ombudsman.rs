//! The privacy ombudsman sees a case and who has looked at it, and is offered nothing that changes it.

use crate::accessibility;
use crate::first_run::NOW;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const OMBUDSMAN: &str = "Nils Ombud";

#[tokio::test]
async fn the_ombudsman_reads_a_case_and_who_has_looked_at_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let case = office.register("kpr", "sletting", "2026-01-31", None);
    office.add(OMBUDSMAN, "personvernombud");
    let store = office.leave();

    // A caseworker looks first; what the ombudsman finds is that.
    let window = unlock(&store, NOW, CASEWORKER).await;
    window.press(&case).await;
    window.see("Sjekkliste").await;
    window.close().await.expect("the window closes");

    let window = unlock(&store, NOW, OMBUDSMAN).await;
    window.see("Du leser. Du kan ikke endre saker.").await;
    nothing_is_offered(&window, &["Ny henvendelse"]).await;
    window.press("§ 25-saker").await;
    window.see("«").await;
    nothing_is_offered(&window, &["Lagre svaret", "Ny henvendelse"]).await;
    window.press(&case).await;
    window.see("Sjekkliste").await;
    nothing_is_offered(&window, &["Mer", "Svar", "Avgjør", "Sett på vent", "Tildel meg"]).await;
    window.press("Notater").await;
    nothing_is_offered(&window, &["Lagre notatet"]).await;
    window.press("Brev").await;
    nothing_is_offered(&window, &["Skriv brevet"]).await;

    window.press("Oppslagslogg").await;
    window.see("At du leser loggen nå, står også i den.").await;
    window.see(&format!("Åpnet sak {case}")).await;
    let named = "const rows = [...document.querySelectorAll('.access-log tbody tr')].map(row => row.innerText);
                 return rows.some(row => row.includes('Kari Myhre')) && rows[0].includes('Nils Ombud')";
    window.until("who looked, the newest first", named).await;
    accessibility::check(&window, "oppslagslogg").await;
    keyboard::check(&window, "oppslagslogg").await;
    window.picture("40-access-log").await;
    window.close().await.expect("the window closes");
}

/// Fails when a button with one of these names stands on the screen.
async fn nothing_is_offered(window: &Window, names: &[&str]) {
    let script = "return [...document.querySelectorAll('button')].filter(button => button.checkVisibility())
                    .map(button => button.innerText.replace(/\\s+/g, ' ').trim())
                    .filter(name => arguments[0].some(refused => name === refused || name.startsWith(`${refused} `)))";
    let offered = window.run(script, vec![serde_json::json!(names)]).await;
    assert_eq!(offered, serde_json::json!([]), "a reader is offered something");
}
