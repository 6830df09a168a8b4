//! What a request brings with it while it is typed, by keyboard alone: what the person asked for before, the files that came
//! with it, whoever acts for the person and for what, and a child's other parent.

use std::fs;
use std::path::{Path, PathBuf};

use personvernsak::api::desk::{CaseDecide, Desk};
use personvernsak::api::letter::LetterInput;
use serde_json::json;

use crate::attachments::{GIVE, press_by_key, tab_to};
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock, unlock_in, unlock_with};
use crate::people::{enlarge, look};
use crate::window::{Theme, Window};

const NOW: &str = "2026-11-25T09:00:00+01:00";
const SPACE: &str = " ";
const NUMBER: &str = "14838531017";

/// An office where the person has an answer already, and a request that is open.
fn office(folder: &Path) -> PathBuf {
    let mut office = Office::at(folder, "2026-11-02T09:00:00+01:00");
    let mut asked = |received_on: &str, register: &str, text: &str| {
        office.receive(json!({
            "received_on": received_on, "channel": "brev", "language": "nb",
            "person": {"name": "Oddny Fagerli", "identity_number": NUMBER,
                       "address": {"lines": ["Skogveien 3", "0870 Oslo"], "country": "NO"}},
            "identity": {"status": "confirmed", "method": "brev", "on": received_on},
            "text": text, "demands": [{"register": register, "right": "innsyn"}],
        }))
    };
    let answered = asked("2026-10-28", "npr", "Hva står det om meg i NPR?");
    asked("2026-10-30", "kpr", "Hva står det om meg i KPR?");
    let decided = json!({"case": answered, "outcome": "ingen-opplysninger", "reasons": "Vi fant ingenting."});
    office.does(decided, |desk: &mut Desk, input: &CaseDecide| desk.case_decide(input));
    let letter = json!({"cases": [answered], "kind": "answer", "send": "brev"});
    office.does(letter, |desk: &mut Desk, input: &LetterInput| desk.letter_issue(input));
    office.leave()
}

async fn begin(window: &Window) {
    window.control("n").await;
    window.see("Det som kom inn").await;
}

/// Goes to the field with Tab and writes there.
async fn fill(window: &Window, label: &str, text: &str) {
    tab_to(window, label).await;
    window.keys(text).await;
}

/// Goes to the list with Tab, and chooses there.
async fn pick(window: &Window, label: &str, choice: &str) {
    tab_to(window, label).await;
    window.choose(label, choice).await;
}

/// Goes to the box with Tab, and ticks it with Space.
async fn tick(window: &Window, label: &str) {
    tab_to(window, label).await;
    window.keys(SPACE).await;
    window.until(label, "return document.activeElement.checked").await;
}

/// Writes what every request has, but for its claims.
async fn what_every_request_has(window: &Window) {
    pick(window, "Kanal", "Brev").await;
    fill(window, "Mottatt", "24.11.2026").await;
    fill(window, "Navn", "Oddny Fagerli").await;
    fill(window, "Fødselsnummer", NUMBER).await;
}

async fn claim(window: &Window, register: &str, demand: &str) {
    fill(window, "Legg til register: navn eller forkortelse", &format!("{register}{}", key::ENTER)).await;
    tick(window, demand).await;
}

#[tokio::test]
async fn what_the_person_asked_for_before_is_set_beside_the_form() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = office(folder.path());
    let window = unlock(&store, NOW, CASEWORKER).await;
    begin(&window).await;
    what_every_request_has(&window).await;
    window.see("Personen har sendt 2 henvendelser før. Ikke besvart: 1.").await;
    window.see("At du ser på dem, blir logget.").await;
    fill(&window, "Teksten i henvendelsen", "Hva står det om meg i NPR?").await;
    claim(&window, "npr", "Innsyn i NPR").await;
    keyboard::check(&window, "tidligere henvendelser").await;
    look(&window, "110-asked-before").await;
    window.close().await.expect("the window closes");
    let mut office = Office::back_at(&store, NOW);
    assert_eq!(office.readings(None), ["person-search"], "that the person was looked for is logged");
    assert_eq!(office.readings(Some("2026/00001")), [""; 0], "and nothing of the requests was shown");
    office.leave();

    let window = unlock(&store, NOW, CASEWORKER).await;
    begin(&window).await;
    press_by_key(&window, "Se ved siden av denne").await;
    window.see("Andre henvendelser fra personen").await;
    window.see("2026/00002").await;
    window.see("Samme register og rettighet").await;
    window.see("Besvart før: kan være en gjentakelse").await;
    window.see("Ingen opplysninger").await;
    look(&window, "111-earlier-beside").await;
    window.keys(key::ESCAPE).await;
    window.until("the form", "return !document.querySelector('dialog[open]')").await;
    let back = "return document.activeElement?.innerText === 'Se ved siden av denne'";
    window.until("the focus back where it was", back).await;
    window.control(key::ENTER).await;
    window.see("2026/00003-a").await;
    window.close().await.expect("the window closes");
    let mut office = Office::back_at(&store, NOW);
    for earlier in ["2026/00001", "2026/00002"] {
        assert_eq!(office.readings(Some(earlier)), ["request"], "what was shown is logged");
    }
}

#[tokio::test]
async fn files_wait_with_the_form_and_lie_with_the_case_once_it_is_registered() {
    let folder = tempfile::tempdir().expect("a folder");
    let letter = folder.path().join("Brev fra Oddny.txt");
    fs::write(&letter, "Hva står det om meg?\n").expect("a file");
    let program = folder.path().join("brev.exe");
    fs::write(&program, b"MZ\0\0").expect("a file");
    let picks: Vec<String> = [&program, &letter].iter().map(|file| file.display().to_string()).collect();
    let store = Office::at(folder.path(), NOW).leave();
    let picked: Vec<&str> = picks.iter().flat_map(|file| ["--pick", file.as_str()]).collect();
    let window = unlock_with(&store, NOW, CASEWORKER, &picked).await;
    begin(&window).await;
    what_every_request_has(&window).await;
    press_by_key(&window, "Velg fil").await;
    window.see("Dette ble ikke lagt ved:").await;
    window.see("Filen er et program. Programmer kan ikke legges ved.").await;
    let seen = "const told = document.querySelector('#felt-files [role=alert]').getBoundingClientRect();
                return told.bottom <= document.querySelector('.action-row').getBoundingClientRect().top";
    window.until("what is refused in sight", seen).await;
    window.picture("112-file-refused").await;
    press_by_key(&window, "Velg fil").await;
    window.see("tekst, 1 kB").await;
    // The name of a file may be a person's: no title is proposed from it.
    let focused = "return document.activeElement?.id === 'felt-files-0-title' && document.activeElement.value === ''";
    window.until("an empty title", focused).await;
    window.keys("Brevet slik det kom").await;
    let authority = vec![json!("drop"), json!("fullmakt.txt"), json!("text/plain"), json!("Jeg gir fullmakt.")];
    window.run(GIVE, authority).await;
    window.see("Fil 2: tittel").await;
    let page = vec![json!("paste"), json!("side.html"), json!("text/html"), json!("<!doctype html><p>Hei</p>")];
    window.run(GIVE, page).await;
    window.see("Filen er en nettside.").await;
    keyboard::check(&window, "filer i skjemaet").await;
    look(&window, "113-files-wait").await;
    // Whoever writes elsewhere by the time that a file stands there, keeps the keys.
    let dropped = format!("{GIVE} document.getElementById('felt-demands').focus();");
    window.run(&dropped, vec![json!("drop"), json!("en.txt"), json!("text/plain"), json!("Til overs.")]).await;
    window.keys("np").await;
    window.see("Fil 3: tittel").await;
    window.keys(&format!("r{}{}", key::BACKSPACE.repeat(2), "pr")).await;
    window.until("the keys where they were", "return document.getElementById('felt-demands').value === 'npr'").await;
    window.keys(&key::BACKSPACE.repeat(3)).await;
    press_by_key(&window, "Fjern fil 3").await;
    let before = "return document.activeElement?.id === 'felt-files-1-title'";
    window.until("the focus on the file before it", before).await;
    window.control(key::ENTER).await;
    window.see("Skriv hva filen er.").await;
    look(&window, "114-file-without-title").await;
    window.close().await.expect("the window closes");

    // What was written and what came with it outlive the program.
    let window = unlock(&store, NOW, CASEWORKER).await;
    begin(&window).await;
    window.see("tekst, 1 kB").await;
    fill(&window, "Fil 2: tittel", "Fullmakten").await;
    fill(&window, "Teksten i henvendelsen", "Hva står det om meg?").await;
    claim(&window, "npr", "Innsyn i NPR").await;
    window.control(key::ENTER).await;
    window.see("2026/00001-a").await;
    press_by_key(&window, "Sjekkliste").await;
    for _ in 0..7 {
        window.keys(key::RIGHT).await;
    }
    window.see("1. Brevet slik det kom").await;
    window.see("2. Fullmakten").await;
    window.see("SHA-256").await;
    window.see("Fra personen").await;
    begin(&window).await;
    window.until("an empty form", "return !document.body.innerText.includes('Fil 1: tittel')").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn whoever_acts_is_given_with_scope_and_days_and_a_child_with_its_other_parent() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Office::at(folder.path(), NOW).leave();
    let window = unlock(&store, NOW, CASEWORKER).await;
    begin(&window).await;
    pick(&window, "Kanal", "Brev").await;
    fill(&window, "Mottatt", "24.11.2026").await;
    fill(&window, "Navn", "Runa Vik").await;
    fill(&window, "Født, hvis det betyr noe", "12.06.2014").await;
    tick(&window, "Noen skriver på vegne av personen").await;
    pick(&window, "Hvem skriver?", "Forelder").await;
    fill(&window, "Navnet på den som skriver", "Jon Vik").await;
    fill(&window, "Hva viser at de kan det?", "Folkeregisteret").await;
    press_by_key(&window, "Jeg så den i dag").await;
    let seen = "return document.getElementById('felt-representative-seen_by').value";
    window.until("who saw it", &format!("{seen} === 'Kari Myhre'")).await;
    tick(&window, "En til har foreldreansvar for barnet").await;
    fill(&window, "Navnet på den andre", "Ane Lid").await;
    fill(&window, "Hva viser foreldreansvaret?", "Folkeregisteret, sett 24. november").await;
    window.see("For andre registre er det tvil.").await;
    fill(&window, "Teksten i henvendelsen", "Vi vil se det dere har om Runa.").await;
    claim(&window, "npr", "Innsyn i NPR").await;
    claim(&window, "kpr", "Innsyn i KPR").await;
    tick(&window, "Fullmakten gjelder bare noe av det personen ber om").await;
    tick(&window, "NPR").await;
    fill(&window, "Gjelder til og med", "1.12.2026").await;
    window.see("Innsyn i KPR: ").await;
    keyboard::check(&window, "forelder i skjemaet").await;
    look(&window, "115-acting-at-intake").await;
    window.control(key::ENTER).await;
    window.see("2026/00001-b").await;
    tab_to(&window, "2026/00001-a").await;
    window.keys(&format!("{}{}", key::DOWN, key::ENTER)).await;
    window.see("To har foreldreansvar for barnet.").await;
    press_by_key(&window, "Sjekkliste").await;
    for _ in 0..5 {
        window.keys(key::RIGHT).await;
    }
    window.see("Sett av Kari Myhre 25.11.2026").await;
    window.see("Ane Lid").await;
    window.see("Gjelder til 01.12.2026").await;
    look(&window, "116-child-with-two-parents").await;
    press_by_key(&window, "Endre den andre").await;
    window.see("Hvem andre har foreldreansvar?").await;
    look(&window, "117-other-parent-dialog").await;
    tab_to(&window, "Hvordan ble det kjent?").await;
    window.keys("Ane ringte.").await;
    window.rewrite("Navnet på den andre", "Ane Lid Vik").await;
    let inside = "const box = document.querySelector('dialog[open]').getBoundingClientRect();
                  return box.top >= 0 && box.bottom <= innerHeight && box.width > 300";
    window.until("the whole dialog in the window", inside).await;
    window.control(key::ENTER).await;
    window.see("Den andre med foreldreansvar er lagret.").await;
    window.see("Ane Lid Vik").await;
    window.close().await.expect("the window closes");
}

/// The form with all of this in it, in every size and both themes.
#[tokio::test]
async fn the_form_fits_in_every_size_and_both_themes() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = office(folder.path());
    for theme in [Theme::Light, Theme::Dark] {
        let window = unlock_in(theme, &store, NOW, CASEWORKER).await;
        begin(&window).await;
        if theme == Theme::Light {
            what_every_request_has(&window).await;
            window.write("Født, hvis det betyr noe", "12.06.2014").await;
            window.tick("Noen skriver på vegne av personen").await;
            window.choose("Hvem skriver?", "Verge").await;
            window.tick("En til har foreldreansvar for barnet").await;
            window.tick("Fullmakten gjelder bare noe av det personen ber om").await;
            let letter = vec![json!("drop"), json!("brev.txt"), json!("text/plain"), json!("Hva står det om meg?")];
            window.run(GIVE, letter).await;
            window.write("Legg til register: navn eller forkortelse", &format!("npr{}", key::ENTER)).await;
            window.tick("Innsyn i NPR").await;
        }
        window.see("Personen har sendt 2 henvendelser før.").await;
        window.see("Fil 1: tittel").await;
        for (size, width, height) in [("1280", 1280, 800), ("1920", 1920, 1080)] {
            window.page.set_window_size(width, height).await.expect("a window of this size");
            window.run("document.querySelector('.intake-source').scrollTo(0, 0)", vec![]).await;
            look(&window, &format!("118-intake-{size}-{}", theme.name())).await;
            window.run("document.querySelector('.intake-source').scrollTo(0, 9999)", vec![]).await;
            look(&window, &format!("119-intake-{size}-{}", theme.name())).await;
        }
        window.page.set_window_size(1280, 800).await.expect("a window of this size");
        enlarge(&window).await;
        for (place, id) in
            [("earlier", ".earlier"), ("acting", "#felt-representative-valid_to"), ("files", "#felt-files")]
        {
            let there = format!("document.querySelector({}).scrollIntoView(); return true", json!(id));
            window.until(place, &there).await;
            look(&window, &format!("120-intake-400-{place}-{}", theme.name())).await;
        }
        press_by_key(&window, "Se ved siden av denne").await;
        window.see("Samme register og rettighet").await;
        look(&window, &format!("121-earlier-400-{}", theme.name())).await;
        let there = "document.querySelector('.beside').scrollIntoView(); return true";
        window.until("the table", there).await;
        look(&window, &format!("122-earlier-table-400-{}", theme.name())).await;
        window.close().await.expect("the window closes");
    }
}
