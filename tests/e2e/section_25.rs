//! The queue of § 25 cases, by keyboard alone.

use personvernsak::api::desk::{CaseCheck, Desk};
use serde_json::json;

use crate::accessibility;
use crate::first_run::NOW;
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

/// Which row is chosen, and which of its cells say what.
const CHOSEN: &str = "return document.querySelector('.queue [data-selected]')?.dataset.case ?? null";

#[tokio::test]
async fn the_queue_is_walked_and_a_condition_answered_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let erasure =
        office.register("kpr", "sletting", "2026-01-31", Some("Det tynger meg hver dag at dette ligger der."));
    let rectification = office.register("npr", "retting", "2026-02-10", None);
    for id in ["begrunnelse", "dokumentasjon"] {
        let answer = json!({ "case": erasure, "id": id, "result": "ja" });
        office.does(answer, |desk: &mut Desk, check: &CaseCheck| desk.case_check(check));
    }
    let window = unlock(&office.leave(), NOW, CASEWORKER).await;

    window.press("§ 25-saker").await;
    chosen(&window, &erasure).await;
    window.see("Retting, sletting og sperring i NPR, KPR og IPLOS").await;
    window.see("Steg 1: Føles det sterkt belastende").await;
    accessibility::check(&window, "§ 25-saker").await;
    keyboard::check(&window, "§ 25-saker").await;
    window.picture("20-section-25").await;

    what_does_not_apply_is_said_in_words(&window, &rectification).await;
    the_arrows_choose_a_case(&window, &erasure, &rectification).await;
    a_condition_is_answered(&window, &erasure).await;
    the_tabs_are_stages(&window, &erasure, &rectification).await;
    window.close().await.expect("the window closes");
}

async fn chosen(window: &Window, case: &str) {
    let script = format!("{} === {}", CHOSEN.replace(" ?? null", ""), json!(case));
    window.until(&format!("{case} as the chosen case"), &script).await;
}

async fn what_does_not_apply_is_said_in_words(window: &Window, case: &str) {
    let said = format!(
        "const cell = document.querySelector('[data-case=\"{case}\"] [data-label=\"Belastende?\"]');
         return cell.innerText.trim().startsWith('–') && cell.textContent.includes('Gjelder ikke')"
    );
    window.until("«Gjelder ikke» for rectification", &said).await;
    let missing = format!(
        "return document.querySelector('[data-case=\"{case}\"] [data-label=\"Begrunnelse\"]').innerText.includes('Mangler')"
    );
    window.until("that the grounds are missing", &missing).await;
}

/// The list is one stop: arrows move, and what stands beside it follows.
async fn the_arrows_choose_a_case(window: &Window, first: &str, second: &str) {
    focus_row(window).await;
    window.keys(key::DOWN).await;
    chosen(window, second).await;
    window.see("Retting i NPR").await;
    window.keys(key::UP).await;
    chosen(window, first).await;
    window.see("Steg 1: Føles det sterkt belastende").await;
}

async fn focus_row(window: &Window) {
    window.run("document.querySelector('.queue .row-button[tabindex=\"0\"]').focus()", vec![]).await;
}

async fn a_condition_is_answered(window: &Window, case: &str) {
    window.keys(key::F6).await;
    window.until("the focus beside the list", "return !!document.activeElement.closest('.assessment')").await;
    // Saving without an answer tells what is missing.
    window.control(key::ENTER).await;
    window.see("Velg ja, nei eller ikke aktuelt.").await;
    accessibility::check(window, "§ 25-saker uten svar").await;
    window.tick("Ja").await;
    window.write("Begrunn svaret", "Personens egen opplevelse").await;
    window.control(key::ENTER).await;
    window.see("Steg 2: Finnes det sterke allmenne hensyn").await;
    let answered = format!(
        "return document.querySelector('[data-case=\"{case}\"] [data-label=\"Belastende?\"]').innerText.trim() === 'Ja'"
    );
    window.until("the answer in the list", &answered).await;
    window.see("Personens egen opplevelse").await;
    window.until("the focus at the next question", "return !!document.activeElement.closest('.condition-form')").await;
    window.picture("21-section-25-answered").await;
    // Escape goes back to the row, Enter opens it, and the way back leads to the queue.
    window.keys(key::ESCAPE).await;
    window.until("the focus on the row", "return document.activeElement.classList.contains('row-button')").await;
    window.keys(key::ENTER).await;
    window.see("Sjekkliste").await;
    window.keys(key::ESCAPE).await;
    chosen(window, case).await;
}

async fn the_tabs_are_stages(window: &Window, assessed: &str, lacking: &str) {
    focus_row(window).await;
    window.control(key::RIGHT).await;
    chosen(window, lacking).await;
    let only = "return document.querySelectorAll('.queue [data-case]').length === 1
                  && document.querySelector('[role=tab][aria-selected=true]').innerText.startsWith('Mangler grunnlag')";
    window.until("one case that lacks grounds", only).await;
    focus_row(window).await;
    window.control(key::RIGHT).await;
    window.see("Ingen saker under «Venter på svar»").await;
    accessibility::check(window, "§ 25-saker, tomt steg").await;
    window.picture("22-section-25-empty").await;
    window.control(key::RIGHT).await;
    chosen(window, assessed).await;
    window.control(key::LEFT).await;
    window.press("Vis alle").await;
    let both = "return document.querySelectorAll('.queue [data-case]').length === 2";
    window.until("both cases", both).await;
}
