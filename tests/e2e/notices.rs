//! Notices on the desktop and the calendar file: what the desktop is told, and how both are chosen.

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use personvernsak::api::desk::Desk;
use serde_json::{Value, json};
use tokio::task::spawn_blocking;
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;

use crate::accessibility;
use crate::first_run::NOW;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

/// How long a notice is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A desktop's service for notices, on the bus of the tests.
struct Service(Sender<(String, String)>);

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    #[allow(clippy::too_many_arguments, clippy::needless_pass_by_value, reason = "so the specification has it")]
    fn notify(
        &self,
        _program: String,
        _replaces: u32,
        _icon: String,
        title: String,
        text: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _lasts: i32,
    ) -> u32 {
        // Nobody listens any longer once the test is over.
        let _ = self.0.send((title, text));
        1
    }
}

fn service() -> (Connection, Receiver<(String, String)>) {
    let (sender, told) = mpsc::channel();
    let service = Builder::session()
        .expect("the bus of the tests")
        .name("org.freedesktop.Notifications")
        .expect("a name")
        .serve_at("/org/freedesktop/Notifications", Service(sender))
        .expect("an object")
        .build()
        .expect("the service");
    (service, told)
}

/// Waits for a notice among those that other windows may have sent before this one was opened.
async fn hear(told: Receiver<(String, String)>, title: &'static str, text: &'static str) -> Receiver<(String, String)> {
    let heard = spawn_blocking(move || {
        let mut others = Vec::new();
        loop {
            match told.recv_timeout(PATIENCE) {
                Ok(notice) if notice == (title.to_owned(), text.to_owned()) => return told,
                Ok(notice) => others.push(notice),
                Err(_) => panic!("«{title}: {text}» never came, but {others:?}"),
            }
        }
    });
    heard.await.expect("the notice comes")
}

#[tokio::test]
async fn the_desktop_is_told_what_is_due_and_the_user_chooses_how() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    for register in ["kpr", "npr", "helseid"] {
        let case = office.register(register, "innsyn", "2026-01-27", None);
        office.does(json!({ "case": case }), Desk::case_take);
    }
    let store = office.leave();
    let (_service, told) = spawn_blocking(service).await.expect("a service");
    let window = unlock(&store, NOW, CASEWORKER).await;
    let told = hear(told, "Dagens frister", "3 frister går ut i dag.").await;

    window.press("Innstillinger").await;
    window.see("Varsler og kalender").await;
    window.see("Vis varsler på skrivebordet").await;
    accessibility::check(&window, "varsler og kalender").await;
    keyboard::check(&window, "varsler og kalender").await;
    window.picture("76-notices").await;
    window.press("Vis et prøvevarsel").await;
    let text = "Slik ser et varsel fra Personvernsak ut. Det har bare tall, ingen navn.";
    hear(told, "Prøvevarsel", text).await;
    window.see("Prøvevarselet er vist.").await;

    times_are_chosen(&window).await;
    a_calendar_file_is_kept(&window, &folder.path().join("frister.ics")).await;
    window.close().await.expect("the window closes");
}

async fn times_are_chosen(window: &Window) {
    window.rewrite("Klokkeslett for oppsummeringen", "17:00").await;
    window.press("Lagre varslene").await;
    window.see("Oppsummeringen kan ikke komme i den stille tiden.").await;
    accessibility::check(window, "varsler, med feil").await;
    window.rewrite("Klokkeslett for oppsummeringen", "halv ni").await;
    window.press("Lagre varslene").await;
    window.see("Skriv klokkeslettet med time og minutt").await;
    window.picture("77-notices-problems").await;
    window.rewrite("Klokkeslett for oppsummeringen", "9.15").await;
    window.press("Lagre varslene").await;
    window.see("Varslene er lagret.").await;
    let written = "return document.getElementById('felt-digest_at').value === '09:15'";
    window.until("the time as the program writes it", written).await;
}

/// The place is chosen in the system's own dialog, which no test can press; what follows is the same.
async fn a_calendar_file_is_kept(window: &Window, path: &std::path::Path) {
    let script = "const [path, done] = arguments;
                  const calendar = {mine: true, register: null, track: null};
                  window.__TAURI_INTERNALS__.invoke('calendar_file_keep', {input: {calendar, office: false, path}})
                    .then(files => done(files.own), failure => done(failure));";
    let own: Value = window.page.execute_async(script, vec![json!(path)]).await.expect("the page answers");
    assert_eq!(own["path"], json!(path), "{own}");
    let text = std::fs::read_to_string(path).expect("the file");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 3, "{text}");
    assert!(!text.contains("Kvamsdal"), "{text}");
    window.press("Arbeidsliste").await;
    window.press("Innstillinger").await;
    window.see("Din kalenderfil").await;
    window.see("Sist endret 27.02.2026 kl. 10.00.").await;
    accessibility::check(window, "kalenderfil").await;
    window.picture("78-calendar-file").await;
    window.press("Stopp oppdateringen: Din kalenderfil").await;
    window.see("Skal filen bli liggende slik den er nå?").await;
    accessibility::check(window, "stopp kalenderfil").await;
    window.press("Fjern filen").await;
    window.see("Kalenderfilen blir ikke oppdatert lenger.").await;
    assert!(!path.exists());
}
