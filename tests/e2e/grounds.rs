//! A claim that is refused in part on grounds of the catalogue, chosen by keyboard, and told in the letter.

use serde_json::json;

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::office::{CASEWORKER, Office, unlock};

#[tokio::test]
async fn a_partial_refusal_names_what_it_rests_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let case = office.register("hpr", "sletting", "2026-01-31", None);
    let store = office.leave();

    let window = unlock(&store, NOW, CASEWORKER).await;
    window.until("the case in the list", &format!("return document.body.innerText.includes('{case}')")).await;
    window.see("Alle åpne saker").await;
    window.press(&case).await;
    window.press("Mer").await;
    window.press("Avgjør").await;
    window.see("Avgjør saken").await;
    window.choose("Utfall", "Avslag").await;
    window.see("Hva bygger utfallet på?").await;
    accessibility::check(&window, "avgjør med grunner").await;
    window.tick("Ingen av vilkårene for sletting er oppfylt").await;
    window.tick("Rettslig plikt eller offentlig oppgave").await;
    window.see("Hva trengs opplysningene til, og hvorfor er behandlingen lovlig?").await;
    window.picture("90-decide-on-grounds").await;
    window.write("Begrunnelse", "Registeret skal vise hvem som har autorisasjon.").await;
    window.control(key::ENTER).await;
    window.see("Saken er avgjort.").await;
    window.see("Rettslig plikt eller offentlig oppgave (personvernforordningen artikkel 17 nr. 3 bokstav b)").await;
    window.picture("91-decided-on-grounds").await;

    let chosen = "return [...document.querySelectorAll('.from-request li')].map((item) => item.innerText)";
    let told = json!([
        "Ingen av vilkårene for sletting er oppfylt (personvernforordningen artikkel 17 nr. 1)",
        "Rettslig plikt eller offentlig oppgave (personvernforordningen artikkel 17 nr. 3 bokstav b)",
    ]);
    assert_eq!(window.run(chosen, vec![]).await, told);
    window.close().await.expect("the window closes");
}
