//! A year at the office, gone through by the data protection officer in the real window: what is late and why, a sample that is
//! reviewed, the figures with their charts in both themes and on paper, the forecast and how well earlier ones did, what would move, and
//! the officer's own inbox. By keyboard, with axe on every screen.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use personvernsak::api::demo;
use personvernsak::api::desk::Desk;
use personvernsak::api::session::{Settings, StoreCreate};
use serde_json::json;

use crate::attachments::press_by_key;
use crate::first_run::PASSPHRASE;
use crate::hands::key;
use crate::keyboard;
use crate::office::{unlock, unlock_in};
use crate::ombud_room::{press_first, says};
use crate::people::{enlarge, look};
use crate::window::{Theme, Window, project};

const NOW: &str = "2026-11-25T10:00:00Z";
const OFFICER: &str = "Per-Arne Nordviken";
/// So many requests of the year: as many kinds and days as the whole of it has, in a shorter time.
const MANY: usize = 350;

fn a_year(folder: &Path) -> PathBuf {
    let now: DateTime<Utc> = NOW.parse().expect("an instant");
    let store = folder.join("lager");
    let settings = Settings { now: Some(now), seed: Some("year".to_owned()), ..Settings::default() };
    let mut desk = Desk::new(store.clone(), settings);
    let new = StoreCreate {
        store: store.clone(),
        organisation: "helsedirektoratet".to_owned(),
        name: demo::USER.to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    desk.store_create(&new, true).expect("a store");
    demo::fill_year(&mut desk, now, PASSPHRASE, MANY).expect("a year");
    store
}

/// How many cases a figure of the deadlines says it has, and how many stand in the list under it.
async fn counted(window: &Window, figure: &str) -> (u64, u64) {
    press_first(window, figure).await;
    let chosen = format!(
        "const tab = document.querySelector('[role=tab][aria-selected=true]');
         return tab?.innerText.startsWith({}) && !document.querySelector('[aria-busy=true]')",
        json!(figure)
    );
    window.until(figure, &chosen).await;
    let said = "return Number(document.querySelector('[role=tab][aria-selected=true] .tab-count').innerText.replace(/\\D/g, ''))";
    let said = window.run(said, vec![]).await.as_u64().expect("a count");
    let listed = format!("return document.querySelectorAll('[data-case]').length >= Math.min({said}, 20)");
    window.until("the list", &listed).await;
    let listed = window.run("return document.querySelectorAll('[data-case]').length", vec![]).await;
    (said, listed.as_u64().expect("a count"))
}

/// Fills in what a sample is drawn by, and draws it.
async fn draw(window: &Window) {
    window.rewrite("Kom fra og med", "01.01.2026").await;
    window.rewrite("Antall saker", "5").await;
    window.rewrite("Startverdi", "7").await;
    window.control(key::ENTER).await;
}

/// The cases that were drawn, in their order.
async fn the_drawn(window: &Window) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('.chosen-line')].filter(each => each.innerText.includes('skal vurdere'))
                    .map(each => each.querySelector('strong').innerText)";
    let drawn = window.run(script, vec![]).await;
    let drawn: Vec<String> = serde_json::from_value(drawn).expect("numbers of cases");
    assert_eq!(drawn.len(), 5);
    drawn
}

/// The system's own dialog is nobody's to drive, so the place is given with the command.
async fn save_figures(window: &Window, paper: &Path) {
    let save = "const [path, done] = arguments;
                const figures = {from: '2025-11-26', to: '2026-11-25', published: false};
                window.__TAURI_INTERNALS__.invoke('period_save', {input: {export: {figures, format: 'pdf'}, path}})
                  .then(() => done(true), error => done(String(error.message ?? error)));";
    let saved = window.page.execute_async(save, vec![json!(paper)]).await.expect("the page answers");
    assert_eq!(saved, json!(true));
}

#[tokio::test]
async fn the_officer_goes_through_a_year() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = a_year(folder.path());
    let paper = folder.path().join("tall.pdf");
    let window = unlock(&store, NOW, OFFICER).await;

    // Every figure leads to its cases, and a late case says since when and why.
    press_by_key(&window, "Frister").await;
    window.see("Forfalt").await;
    for figure in ["Satt på vent", "Forlenget", "Ubesvart", "Forfalt"] {
        let (said, listed) = counted(&window, figure).await;
        // No longer deadline need run on the last day of the year.
        assert!(said > 0 || figure == "Forlenget", "{figure}: {said}");
        assert!(listed == said || listed >= 50, "{figure}: {said}, {listed} in the list");
        look(&window, &format!("170-year-{}", figure.to_lowercase().replace(' ', "-"))).await;
    }
    keyboard::check(&window, "frister i et år").await;
    press_first(&window, "2026/").await;
    window.see("Svarfrist").await;
    window.see("Forfalt").await;
    look(&window, "171-year-late-case").await;
    let text = window.text().await;
    assert!(!text.contains("Avgjør saken") && !text.contains("Skriv brev"), "the officer only reads: {text}");

    // A sample is drawn, and drawn alike with the same number.
    press_by_key(&window, "Gjennomgang").await;
    press_by_key(&window, "Trekk saker").await;
    draw(&window).await;
    window.until("five cases", "return document.querySelectorAll('.chosen-line').length >= 5").await;
    let drawn = the_drawn(&window).await;
    press_by_key(&window, "Trekk saker").await;
    draw(&window).await;
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
    assert_eq!(the_drawn(&window).await, drawn, "the same number, the same cases");
    press_first(&window, "Enig: ").await;
    window.see("1 av ").await;
    window.see("Personvernombudet har vurdert datoer").await;
    look(&window, "172-year-sample").await;

    // The figures of the year, as a chart and as the table beside it.
    press_by_key(&window, "Tall").await;
    window.see("Slik er det telt").await;
    for tab in ["Rettighet", "Spor", "Måned", "Register"] {
        press_first(&window, tab).await;
        let drawn = "const bars = document.querySelectorAll('.figures-bar').length;
                     return bars > 1 && bars === document.querySelectorAll('.figures-table tbody tr').length";
        window.until("a bar for each line", drawn).await;
        look(&window, &format!("173-year-figures-{}", tab.to_lowercase())).await;
    }
    let told = "return document.querySelector('.figures-bars').getAttribute('aria-label')";
    let told = window.run(told, vec![]).await;
    assert!(told.as_str().is_some_and(|told| told.contains("innen fristen") && told.contains("for sent")), "{told}");
    save_figures(&window, &paper).await;
    assert!(fs::read(&paper).expect("the figures").starts_with(b"%PDF-1.7"));
    fs::copy(&paper, project().join("test-output/pictures/174-year-figures.pdf")).expect("kept to be looked at");

    // What is to come, and how far off earlier forecasts were.
    press_by_key(&window, "Prognose").await;
    window.see("Prognosen bygger på dette").await;
    keyboard::check(&window, "prognosen for et år").await;
    look(&window, "175-year-forecast").await;
    press_first(&window, "Sammenlign med det som hendte").await;
    window.see("Prognoser fra dager som har vært").await;
    look(&window, "176-year-back-test").await;
    press_first(&window, "Hva om").await;
    window.see("Ny helligdag").await;
    window.write("Ny helligdag", "23.12.2026").await;
    press_by_key(&window, "Vis hva som flytter seg").await;
    window.see("ubesvarte saker").await;
    look(&window, "177-year-what-if").await;

    press_by_key(&window, "Innboks").await;
    press_by_key(&window, "Ny henvendelse til ombudet").await;
    says(&window, "Hva det gjelder", "En forelder spør om et barn i KPR.").await;
    window.see("En forelder spør om et barn i KPR.").await;
    look(&window, "178-year-inbox").await;
    window.close().await.expect("the window closes");

    let window = unlock_in(Theme::Dark, &store, NOW, OFFICER).await;
    for (place, words, name) in [
        ("Frister", "Forfalt", "deadlines"),
        ("Tall", "Slik er det telt", "figures"),
        ("Prognose", "Prognosen bygger på dette", "forecast"),
    ] {
        press_by_key(&window, place).await;
        window.see(words).await;
        look(&window, &format!("179-year-{name}-dark")).await;
    }
    enlarge(&window).await;
    look(&window, "179-year-forecast-400").await;
    window.close().await.expect("the window closes");
}
