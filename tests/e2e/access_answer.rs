//! An answer on access, by keyboard: a report and a log are added on the case, and stand in the letter. The test picks the
//! files instead of the system's dialog.

use std::fs;

use personvernsak::api::desk::{CaseCheck, CaseDecide, CaseShowInput};
use personvernsak::api::letter::LetterInput;
use serde_json::json;

use crate::casework::{self, Written};
use crate::hands::key;
use crate::office::{CASEWORKER, Office, unlock_with};
use crate::window::Window;
use crate::{accessibility, keyboard};

const NOW: &str = "2026-02-03T09:00:00Z";
const NPR: &str = "2026/00001-a";
const LOG: &str = "2026/00001-b";

/// An office with access to NPR and its log decided, and a PDF to give.
fn office(folder: &std::path::Path) -> (Office, String) {
    let mut office = Office::at(folder, NOW);
    office.receive(json!({
        "received_on": "2026-01-31", "channel": "altinn", "language": "nb",
        "person": {"name": "Astri Lunde", "identity_number": "14838531017",
                   "address": {"lines": ["Skogveien 3", "0870 Oslo"], "country": "NO"}},
        "identity": {"status": "confirmed", "method": "innlogget-hoyt", "on": "2026-01-31"},
        "text": "Send meg alt dere har om meg i NPR, og hvem som har sett det.",
        "demands": [{"register": "npr", "right": "innsyn"}, {"register": "npr", "right": "innsyn-logg"}],
    }));
    let acknowledgement = json!({ "cases": [NPR, LOG], "kind": "acknowledgement" });
    let pdf = office.does(acknowledgement, |desk, input: &LetterInput| desk.letter_issue(input)).bytes;
    let report = folder.join("rapport.pdf");
    fs::write(&report, pdf).expect("a report");
    for case in [NPR, LOG] {
        let show = office.does(json!({ "case": case }), |desk, input: &CaseShowInput| desk.case_show(input));
        for check in show.checks {
            let yes = json!({ "case": case, "id": check.id, "result": "ja" });
            office.does(yes, |desk, input: &CaseCheck| desk.case_check(input));
        }
        let granted = json!({ "case": case, "outcome": "innvilget", "reasons": "Vi har søkt i registeret." });
        office.does(granted, |desk, input: &CaseDecide| desk.case_decide(input));
    }
    (office, report.display().to_string())
}

/// Adds the next file to the case that is open: writes its title and presses Enter.
async fn add(window: &Window, title: &str) {
    window.press("Vedlegg").await;
    window.see("Følger med svaret").await;
    window.write("Hva filen heter i brevet", title).await;
    window.keys(key::ENTER).await;
    window.see(title).await;
}

#[tokio::test]
async fn a_report_and_a_log_are_added_and_stand_in_the_letter() {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, report) = office(folder.path());
    let log = folder.path().join("logg.csv");
    fs::write(&log, "når;hvem;rolle\n14.11.2025 08:15;Siri Brekke;Saksbehandler\n").expect("a log");
    let wrong = folder.path().join("logg.pdf");
    fs::write(&wrong, "når;hvem\n").expect("a file");
    let store = office.leave();
    let picks: Vec<String> = [report, wrong.display().to_string(), log.display().to_string()]
        .into_iter()
        .flat_map(|file| ["--pick".to_owned(), file])
        .collect();
    let picks: Vec<&str> = picks.iter().map(String::as_str).collect();

    let window = unlock_with(&store, NOW, CASEWORKER, &picks).await;
    window.press(NPR).await;
    window.see("Neste steg").await;
    add(&window, "Innsynsrapport fra NPR").await;
    window.see("PDF").await;
    accessibility::check(&window, "vedlegg").await;
    keyboard::check(&window, "vedlegg").await;
    window.picture("access-report").await;

    window.press("Arbeidsliste").await;
    window.press(LOG).await;
    window.press("Vedlegg").await;
    window.see("Hva er filen?").await;
    window.write("Hva filen heter i brevet", "Logg fra NPR").await;
    window.keys(key::ENTER).await;
    window.see("Navnet på filen slutter på .pdf, men innholdet er CSV").await;
    window.picture("access-log-refused").await;
    window.press("Velg fil og legg ved").await;
    window.see("Ta bort").await;
    window.press("Ta bort Logg fra NPR").await;
    window.see("Ingenting er lagt ved svaret ennå").await;

    window.press("Arbeidsliste").await;
    window.press(NPR).await;
    casework::begin(&window, "access-answer").await;
    window.see("2. Innsynsrapport fra NPR (PDF)").await;
    let words = "viser ikke alt vi har om deg";
    casework::issue(&window, Written { kind: "access-answer", language: "nb", words, number: "2026/00001-3" }).await;
    window.close().await.expect("the window closes");
}
