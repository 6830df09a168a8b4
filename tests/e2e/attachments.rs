//! Files that lie with a case, by keyboard alone: one is added, looked at, redacted and kept; others are dropped and pasted.
//! The test picks the files instead of the system's dialog.

use std::fs;

use serde_json::json;

use crate::accessibility;
use crate::hands::key;
use crate::office::{CASEWORKER, Office, unlock_with};
use crate::window::{Theme, Window};

const NOW: &str = "2026-02-03T09:00:00Z";
const CASE: &str = "2026/00001-a";
const SPACE: &str = " ";

/// A PDF of two pages with a few lines each.
fn journal() -> Vec<u8> {
    let lines = ["Innlagt etter melding fra Bjarne Vik, nabo.", "Utskrevet i god form. Bjarne Vik er orientert."];
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[4 0 R 6 0 R]/Count 2>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    for (place, line) in lines.iter().enumerate() {
        let content = format!("BT /H 16 Tf 72 740 Td (Utskrift av journal) Tj 0 -40 Td ({line}) Tj ET");
        let own = 5 + 2 * place;
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</H 3 0 R>>>>/Contents {own} 0 R>>"
        ));
        objects.push(format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()));
    }
    let (mut file, mut places) = ("%PDF-1.7\n".to_owned(), Vec::new());
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (table, size) = (file.len(), objects.len() + 1);
    file.push_str(&format!("xref\n0 {size}\n0000000000 65535 f \n"));
    places.iter().for_each(|place| file.push_str(&format!("{place:010} 00000 n \n")));
    file.push_str(&format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"));
    file.into_bytes()
}

/// A text document: a packed file of its parts, none of them pressed together.
fn document(words: &str) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", format!("<w:document><w:p><w:t>{words}</w:t></w:p></w:document>")),
    ];
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for (name, text) in &parts {
        let sum = !text.bytes().fold(!0_u32, |sum, byte| {
            (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
        });
        let [size, at] = [text.len(), file.len()].map(|number| u32::try_from(number).expect("small").to_le_bytes());
        let named = u16::try_from(name.len()).expect("short").to_le_bytes();
        // Made for and by version 2.0, with names in UTF-8 and no day.
        let what =
            [&[20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0][..], &sum.to_le_bytes(), &size, &size, &named, &[0, 0]].concat();
        list.extend([&b"PK\x01\x02\x14\x00"[..], &what, &[0; 10], &at, name.as_bytes()].concat());
        file.extend([&b"PK\x03\x04"[..], &what, name.as_bytes(), text.as_bytes()].concat());
    }
    let [size, at] = [list.len(), file.len()].map(|number| u32::try_from(number).expect("small").to_le_bytes());
    file.extend([&list[..], b"PK\x05\x06\0\0\0\0\x02\0\x02\0", &size, &at, &[0, 0]].concat());
    file
}

fn office(folder: &std::path::Path) -> std::path::PathBuf {
    let mut office = Office::at(folder, NOW);
    office.receive(json!({
        "received_on": "2026-01-31", "channel": "altinn", "language": "nb",
        "person": {"name": "Astri Lunde", "identity_number": "14838531017",
                   "address": {"lines": ["Skogveien 3", "0870 Oslo"], "country": "NO"}},
        "identity": {"status": "confirmed", "method": "innlogget-hoyt", "on": "2026-01-31"},
        "text": "Send meg alt dere har om meg i NPR.",
        "demands": [{"register": "npr", "right": "innsyn"}],
    }));
    office.leave()
}

/// Goes on by Tab until what has the focus is called so.
pub async fn tab_to(window: &Window, name: &str) {
    let here = "const element = document.activeElement;
                const label = element.labels?.[0]?.innerText;
                return (element.getAttribute('aria-label') ?? label ?? element.innerText ?? '').replace(/\\s+/g, ' ').trim();";
    let mut passed = Vec::new();
    for _ in 0..150 {
        let words = window.run(here, vec![]).await.as_str().unwrap_or_default().to_owned();
        if words.starts_with(name) {
            return;
        }
        passed.push(words);
        window.keys(key::TAB).await;
    }
    panic!("Tab never comes to «{name}»; it passes {passed:?}");
}

pub async fn press_by_key(window: &Window, name: &str) {
    tab_to(window, name).await;
    window.keys(key::ENTER).await;
}

#[tokio::test]
async fn a_pdf_is_added_redacted_and_kept_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Journal Lunde.pdf");
    fs::write(&file, journal()).expect("a file");
    let saved = folder.path().join("kopi.pdf");
    let store = office(folder.path());
    let (file, target) = (file.display().to_string(), saved.display().to_string());
    let window = unlock_with(&store, NOW, CASEWORKER, &["--pick", &file, "--pick", &target]).await;
    press_by_key(&window, CASE).await;
    window.see("Neste steg").await;
    press_by_key(&window, "Sjekkliste").await;
    for _ in 0..7 {
        window.keys(key::RIGHT).await;
    }
    window.see("Vedlegg i saken").await;

    tab_to(&window, "Tittel").await;
    window.keys("Journalutskrift").await;
    tab_to(&window, "Velg fil og legg til").await;
    window.keys(key::ENTER).await;
    window.see("1. Journalutskrift").await;
    window.see("SHA-256").await;
    press_by_key(&window, "Vis: Journalutskrift").await;
    window.until_letter_is_drawn().await;
    accessibility::check(&window, "vedlegg-i-saken").await;
    window.picture("attachments").await;

    press_by_key(&window, "Sladd: Journalutskrift").await;
    window.see("Flytt med piltastene, og velg").await;
    window.until_letter_is_drawn().await;
    // The second line of the page, and its fifth word.
    tab_to(&window, "Utskrift").await;
    window.keys(key::DOWN).await;
    for _ in 0..4 {
        window.keys(key::RIGHT).await;
    }
    window.keys(SPACE).await;
    window.until("the word is chosen", "return document.activeElement.getAttribute('aria-pressed') === 'true'").await;
    assert_eq!(window.run("return document.activeElement.innerText", vec![]).await, json!("Bjarne"));
    press_by_key(&window, "Felt 1, side 1").await;
    let width = "return document.activeElement.offsetWidth";
    tab_to(&window, "Felt 1, side 1").await;
    let page_box = "return document.activeElement.classList.contains('redact-box')";
    for _ in 0..20 {
        if window.run(page_box, vec![]).await == json!(true) {
            break;
        }
        window.keys(key::TAB).await;
    }
    let before = window.run(width, vec![]).await.as_i64().expect("a width");
    window.keys(&format!("\u{e008}{}{}", key::RIGHT.repeat(12), key::RELEASE)).await;
    let after = window.run(width, vec![]).await.as_i64().expect("a width");
    assert!(after > before, "the box grows by the arrow keys: {before} to {after}");
    accessibility::check(&window, "sladding").await;
    window.picture("redaction").await;

    press_by_key(&window, "Se kopien").await;
    window.see("Kopien, slik mottakeren får den").await;
    window.see("Står også usladdet").await;
    window.see("«Bjarne» på side 2").await;
    window.until_letter_is_drawn().await;
    window.picture("redaction-left").await;
    press_by_key(&window, "Tilbake til feltene").await;

    tab_to(&window, "Søk og sladd i hele filen").await;
    window.keys("bjarne vik").await;
    window.keys(key::ENTER).await;
    window.see("Felt 3, side 2").await;
    press_by_key(&window, "Se kopien").await;
    window.see("Kopien, slik mottakeren får den").await;
    window.until_letter_is_drawn().await;
    accessibility::check(&window, "sladdet-kopi").await;
    window.picture("redaction-preview").await;
    press_by_key(&window, "Lagre sladdet kopi").await;
    window.see("2. Sladdet kopi av vedlegg 1").await;
    window.see("etter personopplysningsloven § 16 første ledd bokstav d").await;

    press_by_key(&window, "Lagre kopi: Sladdet kopi").await;
    window.see("Vedlegg i saken").await;
    window.until("the copy is saved", "return document.querySelector('[role=status], [aria-live]') !== null").await;
    let began = std::time::Instant::now();
    while !saved.exists() {
        assert!(began.elapsed() < crate::window::PATIENCE, "the copy was never saved");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let copy = fs::read(&saved).expect("the copy");
    assert!(copy.starts_with(b"%PDF"));
    assert!(!copy.windows(6).any(|window| window == b"Bjarne"));
    window.close().await.expect("the window closes");
}

/// Gives the page a file as the web view does when the user drops or pastes one.
pub const GIVE: &str = "
    const [way, name, type, text] = arguments;
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type }));
    const place = way === 'drop' ? document.querySelector('.drop') : document;
    const event = way === 'drop'
      ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
      : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    place.dispatchEvent(event);";

#[tokio::test]
async fn files_are_dropped_and_pasted_and_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Brev.docx");
    fs::write(&file, document("Jeg viser til kravet mitt.")).expect("a file");
    let store = office(folder.path());
    let window = unlock_with(&store, NOW, CASEWORKER, &["--pick", &file.display().to_string()]).await;
    window.press(CASE).await;
    window.see("Neste steg").await;
    window.press("Vedlegg").await;
    window.see("Legg til vedlegg").await;
    let table = "Dato;Hvem\n02.03.2026;Siri Brekke\n";
    window.run(GIVE, vec![json!("drop"), json!("oppslag.csv"), json!("text/csv"), json!(table)]).await;
    window.see("Klar til å legges til: CSV").await;
    window.write("Tittel", "oppslag").await;
    window.press("Legg til").await;
    window.see("1. oppslag").await;
    window.press("Vis: oppslag").await;
    window.see("Siri Brekke").await;
    accessibility::check(&window, "vedlegg-tabell").await;

    window.write("Tittel", "Brev").await;
    window.press("Velg fil og legg til").await;
    window.see("2. Brev").await;
    window.press("Vis: Brev").await;
    window.see("Jeg viser til kravet mitt.").await;
    window.see("Bare teksten vises").await;
    accessibility::check(&window, "vedlegg-dokument").await;
    window.picture("attachment-document").await;

    window.run(GIVE, vec![json!("paste"), json!("program.exe"), json!(""), json!("MZ\u{0}\u{0}")]).await;
    window.see("Klar til å legges til: EXE").await;
    window.write("Tittel", "Program").await;
    window.press("Legg til").await;
    window.see("Filen er et program. Programmer kan ikke legges ved.").await;
    window.picture("attachment-refused").await;
    window.press("Forkast filen").await;
    window.rewrite("Tittel", "Merknad").await;
    window.run(GIVE, vec![json!("paste"), json!("merknad.txt"), json!("text/plain"), json!("En merknad")]).await;
    window.press("Legg til").await;
    window.see("3. Merknad").await;
    window.press("Endre tittel: Merknad").await;
    window.rewrite("Tittel", "Merknad fra registeret").await;
    window.keys(key::ENTER).await;
    window.see("3. Merknad fra registeret").await;
    window.press("Ta bort: Merknad fra registeret").await;
    window.write("Hvorfor", "Gjelder en annen sak.").await;
    window.picture("attachment-remove").await;
    window.press("Ta bort og slett").await;
    window.until("it is gone", "return !document.body.innerText.includes('3. Merknad')").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn attachments_and_redaction_fit_in_the_dark_and_at_400_percent() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("journal.pdf");
    fs::write(&file, journal()).expect("a file");
    let store = office(folder.path());
    let arguments = ["--now", NOW, "--store", &store.display().to_string(), "--pick", &file.display().to_string()];
    let window = Window::open_in(Theme::Dark, &arguments).await;
    window.write("Passfrase", crate::first_run::PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    window.press(CASE).await;
    window.see("Neste steg").await;
    window.press("Vedlegg").await;
    window.write("Tittel", "Journalutskrift").await;
    window.press("Velg fil og legg til").await;
    window.see("1. Journalutskrift").await;
    accessibility::check(&window, "vedlegg-mork").await;
    window.picture("attachments-mork").await;
    window.press("Sladd: Journalutskrift").await;
    window.see("Flytt med piltastene, og velg").await;
    window.press("Nytt felt").await;
    window.until_letter_is_drawn().await;
    accessibility::check(&window, "sladding-mork").await;
    window.picture("redaction-mork").await;
    for _ in 0..8 {
        let before = window.run("return innerWidth", vec![]).await;
        window.control("+").await;
        window.until("a larger page", &format!("return innerWidth < {before}")).await;
    }
    window.until("the size", "return innerWidth <= 322").await;
    let over = window.run("return document.documentElement.scrollWidth - innerWidth", vec![]).await;
    assert!(over.as_i64().unwrap_or(99) <= 0, "the page is {over} pixels too wide");
    window.picture("redaction-400-percent").await;
    window.close().await.expect("the window closes");
}
