//! The deadlines: the first screen of the personvernombud, and a place of everybody else's. Every figure opens its list, every
//! row its case; the list is saved as a file; all of it by keyboard.

use std::fs;

use personvernsak::api::desk::{CaseExtend, CaseSuspend, Desk};
use personvernsak::api::letter::LetterInput;
use serde_json::{Value, json};

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const OMBUDSMAN: &str = "Nils Ombud";

/// The cases of an office on Friday 27 February 2026.
struct Cases {
    late: [String; 2],
    soon: String,
    paused: String,
    extended: String,
    protected: String,
}

fn office(folder: &std::path::Path) -> (Office, Cases) {
    let mut office = Office::at(folder, "2026-02-16T09:00:00Z");
    let oldest = office.register("kpr", "sletting", "2026-01-20", Some("Det tynger meg."));
    let late = office.register("npr", "innsyn", "2026-01-26", None);
    let soon = office.register("npr", "retting", "2026-01-31", None);
    let paused = office.register("npr", "innsyn", "2026-02-05", None);
    let asked = json!({ "case": paused, "ground": "identitet", "on": "2026-02-10", "reply_by": "2026-02-24" });
    office.does(asked, |desk: &mut Desk, input: &CaseSuspend| desk.case_suspend(input));
    let extended = office.register("kpr", "innsyn", "2026-02-02", None);
    let proposed = json!({
        "case": extended, "reason": "kompleksitet", "text": "Vi må spørre tre steder.", "expected": "2026-04-15",
    });
    office.does(proposed, |desk: &mut Desk, input: &CaseExtend| desk.case_extend(input));
    let notice = json!({ "cases": [extended], "kind": "extension-notice", "fields": {}, "send": "brev" });
    office.does(notice, |desk: &mut Desk, input: &LetterInput| desk.letter_issue(input));
    let protected = office.receive(json!({
        "received_on": "2026-02-10", "channel": "brev", "language": "nb",
        "person": {"name": "Anon Lid", "protection": "fortrolig"},
        "text": "Jeg ber om dette.",
        "demands": [{"register": "npr", "right": "sletting", "grounds": "Det tynger meg."}],
    }));
    office.add(OMBUDSMAN, "personvernombud");
    office.travel(NOW);
    office.register("kpr", "innsyn", "2026-02-20", None);
    (office, Cases { late: [oldest, late], soon, paused, extended, protected })
}

#[tokio::test]
async fn the_ombudsman_reviews_the_deadlines_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, cases) = office(folder.path());
    let window = unlock(&office.leave(), NOW, OMBUDSMAN).await;

    window.see("7 ubesvarte saker · 2 forfalt · 1 på vent").await;
    window.see("Du leser. Du kan ikke endre saker.").await;
    listed(&window, &[&cases.late[0], &cases.late[1]]).await;
    in_the_row(&window, &cases.late[0], &["KPR, sletting", "Forfalt 7 dager", "20.02."]).await;
    window.picture("45-deadlines").await;
    accessibility::check(&window, "frister").await;
    keyboard::check(&window, "frister").await;

    a_day_opens_its_list(&window, &cases).await;
    a_figure_of_a_register_opens_its_list(&window, &cases).await;
    what_waits_and_what_is_extended(&window, &cases).await;
    the_list_is_saved(&window, &folder.path().join("frister.csv")).await;
    the_calendar_is_saved(&window, &folder.path().join("frister.ics")).await;
    an_empty_figure_says_so(&window).await;
    a_row_opens_the_dates(&window, &cases).await;
    window.close().await.expect("the window closes");
}

/// The cases of the list, in order.
async fn listed(window: &Window, cases: &[&str]) {
    let script = format!(
        "return JSON.stringify([...document.querySelectorAll('.deadline-table [data-case]')].map(row => row.dataset.case))
           === {}",
        json!(json!(cases).to_string())
    );
    window.until(&format!("{cases:?} in the list"), &script).await;
}

async fn in_the_row(window: &Window, case: &str, words: &[&str]) {
    let script = format!(
        "const row = document.querySelector('.deadline-table [data-case=\"{case}\"]')?.innerText ?? '';
         return {}.every(words => row.replace(/\\s+/g, ' ').includes(words))",
        json!(words)
    );
    window.until(&format!("{words:?} in the row of {case}"), &script).await;
}

/// From day to day with the arrows; Enter opens the list of a day, and Escape lets the day go.
async fn a_day_opens_its_list(window: &Window, cases: &Cases) {
    let focused = |name: &str| {
        format!("return document.activeElement.querySelector('.ds-sr-only')?.textContent === {}", json!(name))
    };
    window.run("document.querySelector('.due-calendar .calendar-day[tabindex=\"0\"]').focus()", vec![]).await;
    window.until("the first day", &focused("mandag 2. mars 2026: 1 frist")).await;
    window.keys(key::RIGHT).await;
    window.until("the nearest day of the next week", &focused("tirsdag 10. mars 2026: 1 frist")).await;
    window.keys(key::LEFT).await;
    window.keys(key::ENTER).await;
    listed(window, &[&cases.soon]).await;
    window.see("Frist 02.03.2026").await;
    accessibility::check(window, "frister på en dag").await;
    window.picture("46-deadlines-of-a-day").await;
    window.keys(key::ESCAPE).await;
    let every = "return document.querySelectorAll('.deadline-table [data-case]').length === 7";
    window.until("every day", every).await;
    window.press("Forfalt").await;
    listed(window, &[&cases.late[0], &cases.late[1]]).await;
}

/// From register to register and figure to figure with the arrows; Enter opens the list.
async fn a_figure_of_a_register_opens_its_list(window: &Window, cases: &Cases) {
    let focused = |name: &str| format!("return document.activeElement.getAttribute('aria-label') === {}", json!(name));
    window.run("document.querySelector('.figure-matrix .figure[tabindex=\"0\"]').focus()", vec![]).await;
    window.until("the first figure", &focused("NPR, forfalt: 1")).await;
    window.keys(key::RIGHT).await;
    window.until("the next figure", &focused("NPR, innen 7 dager: 1")).await;
    window.keys(key::ENTER).await;
    listed(window, &[&cases.soon]).await;
    let pressed = "return document.activeElement.getAttribute('aria-pressed') === 'true'
                     && document.querySelector('[role=tab][aria-selected=true]').innerText.startsWith('Innen 7 dager')";
    window.until("the figure as the chosen one", pressed).await;
    window.keys(key::RIGHT).await;
    window.keys(key::ENTER).await;
    listed(window, &[&cases.soon, &cases.protected]).await;
    accessibility::check(window, "frister i ett register").await;
    window.picture("46-deadlines-of-a-register").await;
    // Escape takes the register away.
    window.keys(key::ESCAPE).await;
    window.until("all registers", "return document.querySelectorAll('.deadline-table [data-case]').length === 3").await;
    nothing_of_the_protected_is_shown(window, &cases.protected).await;
}

async fn nothing_of_the_protected_is_shown(window: &Window, case: &str) {
    let text = window.text().await;
    assert!(!text.contains("Anon") && !text.contains("Lid"), "{text}");
    in_the_row(window, case, &["NPR, sletting", "§ 25", "10.03."]).await;
}

async fn what_waits_and_what_is_extended(window: &Window, cases: &Cases) {
    window.press("Satt på vent").await;
    listed(window, &[&cases.paused]).await;
    // Thursday 5 March and seventeen days is a Sunday.
    in_the_row(window, &cases.paused, &["Bekreftelse av identitet", "10.02.2026", "24.02.2026", "23.03.2026"]).await;
    let passed = "return [...document.querySelectorAll('.cell-replyBy .ds-sr-only')].some(each => each.textContent === 'Dagen er gått ut')";
    window.until("that the day to reply is past", passed).await;
    accessibility::check(window, "frister på vent").await;
    window.picture("47-deadlines-paused").await;
    window.press("Forlenget").await;
    listed(window, &[&cases.extended]).await;
    in_the_row(window, &cases.extended, &["16.02.2026", "15.04.2026", "04.05."]).await;
    accessibility::check(window, "forlengede frister").await;
    window.picture("48-deadlines-extended").await;
}

/// The system's own dialog cannot be seen from here, so the page's call names the file itself.
async fn the_list_is_saved(window: &Window, path: &std::path::Path) {
    let call = "const [path, done] = arguments;
                const deadlines = {figure: 'ubesvart', register: 'npr', track: null, due_from: null, due_to: null};
                window.__TAURI_INTERNALS__.invoke('deadlines_save', {input: {deadlines, path}})
                  .then(saved => done(saved.path), failure => done(JSON.stringify(failure)))";
    let saved = window.page.execute_async(call, vec![json!(path)]).await.expect("the page answers");
    assert_eq!(saved, json!(path));
    let text = fs::read_to_string(path).expect("the file");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 5, "{text}");
    assert!(lines[0].starts_with("\u{feff}Saksnummer;Register;Rettighet;Spor;"), "{text}");
    assert!(!text.contains("Anon") && !text.contains("Kvamsdal"), "{text}");
}

async fn the_calendar_is_saved(window: &Window, path: &std::path::Path) {
    let call = "const [path, done] = arguments;
                const calendar = {mine: false, register: 'npr', track: null};
                window.__TAURI_INTERNALS__.invoke('deadline_calendar_save', {input: {calendar, path}})
                  .then(saved => done(saved.path), failure => done(JSON.stringify(failure)))";
    let saved = window.page.execute_async(call, vec![json!(path)]).await.expect("the page answers");
    assert_eq!(saved, json!(path));
    let text = fs::read_to_string(path).expect("the file");
    // Of four in NPR one is on hold, and has no day.
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 3, "{text}");
    assert!(text.contains("DTSTART;VALUE=DATE:20260302") && !text.contains("Anon"), "{text}");
}

/// A figure without cases says so, and offers all that is unanswered.
async fn an_empty_figure_says_so(window: &Window) {
    // Of the cases on the track § 25 none is extended.
    let choose = "const cell = [...document.querySelectorAll('.figure')]
                    .find(each => each.getAttribute('aria-label') === '§ 25, forfalt: 1');
                  cell.click();
                  return !!cell";
    window.until("the figure of a track", choose).await;
    window.press("Forlenget").await;
    window.see("Ingen saker under «Forlenget»").await;
    accessibility::check(window, "frister, tomt tall").await;
    window.press("Vis alle 7 ubesvarte saker").await;
}

async fn a_row_opens_the_dates(window: &Window, cases: &Cases) {
    window.press("Ubesvart").await;
    window.until("every case", "return document.querySelectorAll('.deadline-table [data-case]').length === 7").await;
    in_the_row(
        window,
        &cases.paused,
        &["Satt på vent", "Hvis svar i dag: 23.03.2026. På vent siden 10.02.2026: bekreftelse av identitet"],
    )
    .await;
    in_the_row(window, &cases.extended, &["Svar varslet til 15.04.2026, forlenget 16.02.2026"]).await;
    window.picture("49-deadlines-all").await;
    window.press(&cases.paused).await;
    window.see("Fristen står stille. Hvis svaret kommer i dag, blir den").await;
    window.see("mandag 23. mars 2026").await;
    window.see("Hvorfor denne datoen?").await;
    nothing_is_offered(window).await;
    window.keys(key::ESCAPE).await;
    let back =
        format!("return document.activeElement.closest('[data-case]')?.dataset.case === {}", json!(cases.paused));
    window.until("the same row again", &back).await;
    // A case of a protected person has its dates and its track, and nobody's name.
    window.press(&cases.protected).await;
    window.see("Krever klarering").await;
    window.see("tirsdag 10. mars 2026").await;
    let text = window.text().await;
    assert!(!text.contains("Anon"), "{text}");
}

/// Nothing on the screen changes a case.
async fn nothing_is_offered(window: &Window) {
    let script = "return [...document.querySelectorAll('main button')].filter(button => button.checkVisibility())
                    .map(button => button.innerText.trim())
                    .filter(name => ['Mer', 'Svar', 'Avgjør', 'Sett på vent', 'Tildel meg', 'Skriv brevet'].includes(name))";
    assert_eq!(window.run(script, vec![]).await, json!([]), "a reader is offered something");
}

#[tokio::test]
async fn a_caseworker_finds_the_deadlines_in_the_menu() {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, cases) = office(folder.path());
    let window = unlock(&office.leave(), NOW, CASEWORKER).await;
    window.see("Alle åpne saker").await;
    window.press("Frister").await;
    listed(&window, &[&cases.late[0], &cases.late[1]]).await;
    // Ctrl and an arrow go to the next figure.
    window.control(key::RIGHT).await;
    listed(&window, &[&cases.soon]).await;
    window.press(&cases.soon).await;
    window.see("Sjekkliste").await;
    window.press("Frister").await;
    listed(&window, &[&cases.soon]).await;
    let places = "return JSON.stringify([...document.querySelectorAll('.place')].map(each => each.innerText.split('\\n')[0].trim()))";
    let places = window.run(places, vec![]).await;
    let wanted = r#"["Påminnelser","Arbeidsliste","§ 25-saker","Frister","Tall","Prognose","Begrensninger","Gjennomgang","Registre","Innstillinger"]"#;
    assert_eq!(places, Value::from(wanted));
    window.close().await.expect("the window closes");
}

/// With many registers the table of them scrolls by itself, and the list below keeps its room.
#[tokio::test]
async fn twelve_registers_leave_room_for_the_list() {
    const REGISTERS: [&str; 12] = [
        "npr",
        "kpr",
        "iplos",
        "nettsted",
        "chatbot",
        "nyhetsbrev",
        "epost-telefon",
        "sosiale-medier",
        "media",
        "pamelding",
        "besok",
        "arkiv",
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    for (register, day) in REGISTERS.iter().zip(10..) {
        office.register(register, "innsyn", &format!("2026-01-{day}"), None);
    }
    office.add(OMBUDSMAN, "personvernombud");
    let window = unlock(&office.leave(), NOW, OMBUDSMAN).await;
    let room = "const table = document.querySelector('.matrices');
                const list = document.querySelector('.case-list-pane');
                return table.querySelector('tbody').rows.length === 12 && table.scrollHeight > table.clientHeight
                  && list.clientHeight > 300 && list.querySelectorAll('[data-case]').length > 5";
    window.until("twelve registers and room for the list", room).await;
    window.picture("43-deadlines-of-twelve-registers").await;
    accessibility::check(&window, "frister i tolv registre").await;
    // The arrows reach the last register, which comes into view.
    window.run("document.querySelector('.figure-matrix .figure[tabindex=\"0\"]').focus()", vec![]).await;
    for _ in 0..11 {
        window.keys(key::DOWN).await;
    }
    let seen = "const at = document.activeElement.getBoundingClientRect();
                const table = document.querySelector('.matrices');
                const box = table.getBoundingClientRect();
                return table.scrollTop > 0 && at.top >= box.top && at.bottom <= box.bottom + 1";
    window.until("the last register in view", seen).await;
    window.close().await.expect("the window closes");
}

/// A store without cases: the screen says that there is nothing, and how to go on.
#[tokio::test]
async fn an_office_without_cases_has_no_deadlines() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.add(OMBUDSMAN, "personvernombud");
    let window = unlock(&office.leave(), NOW, OMBUDSMAN).await;
    window.see("0 ubesvarte saker · 0 forfalt · 0 på vent").await;
    window.see("Ingen ubesvarte saker").await;
    accessibility::check(&window, "frister uten saker").await;
    keyboard::check(&window, "frister uten saker").await;
    window.picture("44-deadlines-empty").await;
    window.close().await.expect("the window closes");
}
