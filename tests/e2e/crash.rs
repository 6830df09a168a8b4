//! The program is killed while somebody writes: after a restart the text is there, and it goes when it is used.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tokio::time::sleep;

use crate::first_run::NOW;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const NOTE: &str = "Ringte tilbake om kvitveis og fjellrev";

#[tokio::test]
async fn what_was_being_written_outlives_a_program_that_is_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let case = office.register("kpr", "sletting", "2026-02-02", Some("Det tynger meg."));
    let store = office.leave();

    let window = unlock(&store, NOW, CASEWORKER).await;
    window.press(&case).await;
    window.press("Notater").await;
    window.write("Nytt notat", NOTE).await;
    window.control("n").await;
    window.see("Det som kom inn").await;
    window.write("Navn", "Sivert Moen").await;
    // A pause of half a second is enough; nothing is pressed and no field is left.
    sleep(Duration::from_millis(1500)).await;
    kill(&store);
    let _ = window.close().await;

    let window = unlock(&store, NOW, CASEWORKER).await;
    window.see("Det du skrev, er tatt vare på").await;
    window.picture("96-kept").await;
    window.press("Sak ").await;
    stands(&window, "Nytt notat", NOTE).await;
    window.control("n").await;
    stands(&window, "Navn", "Sivert Moen").await;
    window.press("Forkast").await;
    window.see("Alt i skjemaet blir borte").await;
    window.press("Forkast").await;
    window.control("1").await;
    window.press(&case).await;
    window.press("Notater").await;
    window.press("Lagre notatet").await;
    window.see("Notatet er lagret.").await;
    sleep(Duration::from_millis(800)).await;
    kill(&store);
    let _ = window.close().await;

    let window = unlock(&store, NOW, CASEWORKER).await;
    window.see("Alle åpne saker").await;
    assert!(!window.text().await.contains("tatt vare på"), "what was used or discarded is gone");
    window.close().await.expect("the window closes");
}

/// A user's own language is known once the store is open; by then the page has been drawn in another.
#[tokio::test]
async fn it_is_given_back_to_whoever_reads_another_language_than_the_program_began_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Office::at(folder.path(), NOW).leave();
    let window = unlock(&store, NOW, CASEWORKER).await;
    window.control("5").await;
    window.see("Sikkerhetskopi").await;
    window.choose("Språk i programmet", "Nynorsk").await;
    window.see("Tryggingskopi").await;
    window.control("n").await;
    window.see("Det som kom inn").await;
    window.write("Namn", "Sivert Moen").await;
    sleep(Duration::from_millis(1500)).await;
    kill(&store);
    let _ = window.close().await;

    let window = unlock(&store, NOW, CASEWORKER).await;
    window.see("Det du skreiv, er teke vare på").await;
    window.control("n").await;
    stands(&window, "Namn", "Sivert Moen").await;
    window.close().await.expect("the window closes");
}

async fn stands(window: &Window, label: &str, text: &str) {
    let script = format!(
        "const label = [...document.querySelectorAll('label')].find(each => each.innerText.trim() === {});
         return label?.control?.value === {}",
        serde_json::json!(label),
        serde_json::json!(text)
    );
    window.until(&format!("«{text}» under «{label}»"), &script).await;
}

/// Kills the program that has this store open, as a machine that stops would.
fn kill(store: &Path) {
    let store = store.display().to_string();
    let mut killed = 0;
    for entry in fs::read_dir("/proc").expect("the processes").flatten() {
        let path = entry.path();
        let Some(id) = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let Ok(line) = fs::read(path.join("cmdline")) else { continue };
        let words: Vec<String> =
            line.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into()).collect();
        // The program itself, and not the driver that started it.
        let ours = words.contains(&store) && words.iter().any(|word| word == "--now");
        if ours && words.first().is_some_and(|program| program.contains("personvernsak")) {
            let done = Command::new("kill").args(["-KILL", &id.to_string()]).status().expect("kill runs");
            killed += u32::from(done.success());
        }
    }
    assert_eq!(killed, 1, "one program has the store open");
}
