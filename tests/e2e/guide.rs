//! The pictures of the user's guide, of the real window over the demonstration's cases.

use std::fs;
use std::time::Duration;

use tokio::time::sleep;

use crate::first_run::{NOW, PASSPHRASE};
use crate::hands::key;
use crate::office::unlock;
use crate::screens::demonstration;
use crate::window::{Window, project};

/// Takes them anew. Left out of an ordinary run, so that a test run changes nothing.
#[tokio::test]
#[ignore = "writes ui/src/features/guide/pictures"]
async fn pictures() {
    let folder = tempfile::tempdir().expect("a folder");
    demonstration(folder.path());
    let store = folder.path().join("lager").display().to_string();
    let window = Window::open(&["--now", NOW, "--store", &store]).await;
    window.write("Passfrase", PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    take(&window, "find").await;
    window.control("k").await;
    window.see("På denne skjermen").await;
    take(&window, "keys").await;
    window.keys(key::ESCAPE).await;
    window.control("3").await;
    window.see("Per spor").await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    take(&window, "deadlines").await;
    let calendar = "document.querySelector('.calendar-day').closest('table').scrollIntoView({ block: 'start' })";
    window.run(calendar, vec![]).await;
    take(&window, "calendar").await;
    window.control("5").await;
    window.see("Sikkerhetskopi").await;
    to_heading(&window, "settings-approval").await;
    take(&window, "approve").await;
    to_heading(&window, "settings-backup").await;
    take(&window, "backup").await;
    window.control("n").await;
    window.until("the form", "return document.activeElement?.id === 'felt-channel'").await;
    window.write("Legg til register: navn eller forkortelse", &format!("KPR{}", key::ENTER)).await;
    window.tick("Innsyn").await;
    window.see("1 sak blir opprettet").await;
    take(&window, "register").await;

    // A case that can still be extended and decided: the last one that is due.
    window.control("1").await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    let open = "const rows = [...document.querySelectorAll('[data-case]')].filter(row => /Under arbeid|Ny/.test(row.innerText));
                rows.at(-1)?.dispatchEvent(new MouseEvent('dblclick', {bubbles: true}));
                const found = rows.at(-1); found?.click();
                return found?.dataset.case ?? null";
    let case = window.run(open, vec![]).await.as_str().expect("a case in work").to_owned();
    window.control("k").await;
    window.keys(&case).await;
    window.keys(key::ENTER).await;
    window.see("Neste steg").await;
    take(&window, "ask").await;
    window.press("Sjekkliste").await;
    take(&window, "decide").await;
    window.control("k").await;
    window.keys("foreslå lengre").await;
    window.keys(key::ENTER).await;
    window.see("Siste dag å sende meldingen").await;
    take(&window, "extend").await;
    window.keys(key::ESCAPE).await;
    window.press("Brev").await;
    window.press("Skriv brevet").await;
    window.until_letter_is_drawn().await;
    take(&window, "letter").await;
    window.close().await.expect("the window closes");

    // The officer's own places, as the officer has them.
    let window = unlock(&folder.path().join("lager"), NOW, OFFICER).await;
    window.press("Tall").await;
    window.see("Slik er det telt").await;
    take(&window, "figures").await;
    window.press("Prognose").await;
    window.until("the forecast or why there is none", "return !document.querySelector('.loading')").await;
    take(&window, "forecast").await;
    window.press("Hva om").await;
    window.write("Ny helligdag", "13.03.2026").await;
    window.press("Vis hva som flytter seg").await;
    window.see("ubesvarte saker får andre datoer").await;
    take(&window, "whatIf").await;
    window.press("Gjennomgang").await;
    window.press("Trekk saker").await;
    window.see("Startverdi").await;
    window.control(key::ENTER).await;
    window.see("Trukket").await;
    take(&window, "review").await;
    window.press("Innboks").await;
    window.press("Ny henvendelse til ombudet").await;
    window.write("Hva det gjelder", "En elev spør hva som står om henne.").await;
    window.control(key::ENTER).await;
    window.see("Fortrolige notater").await;
    take(&window, "inbox").await;
    window.close().await.expect("the window closes");
}

/// The data protection officer of the demonstration.
const OFFICER: &str = "Per-Arne Nordviken";

async fn to_heading(window: &Window, id: &str) {
    // The part ends the picture: below it stands where the store lies, which is of this machine.
    let script = format!("document.getElementById('{id}').closest('section').scrollIntoView({{ block: 'end' }})");
    window.run(&script, vec![]).await;
}

async fn take(window: &Window, chapter: &str) {
    // What slides in begins to do so a frame after it came.
    sleep(Duration::from_millis(800)).await;
    let still = "return document.getAnimations().every(each => each.playState !== 'running')";
    window.until("the page stands still", still).await;
    let file = project().join("ui/src/features/guide/pictures").join(chapter).with_extension("png");
    let picture = window.page.screenshot().await.expect("a picture of the page");
    fs::write(file, picture).expect("the picture is kept");
}
