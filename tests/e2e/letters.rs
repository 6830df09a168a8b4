//! Letters as they are written in the window: chosen, filled in, read, issued.

use crate::accessibility;
use crate::keyboard;
use crate::window::Window;

/// Begins a letter of a kind from the case that is open.
pub async fn begin(window: &Window, kind: &str) {
    window.press("Brev").await;
    window.see("Brevtype").await;
    let chosen = format!("document.querySelector('input[name=letter-kind][value=\"{kind}\"]').click(); return true");
    window.run(&chosen, vec![]).await;
    window.press("Skriv brevet").await;
    window.see("Kontakt").await;
}

/// A letter that is written on the screen.
pub struct Written<'a> {
    /// Its kind, for the pictures.
    pub kind: &'a str,
    /// Its language, as in HTML.
    pub language: &'a str,
    /// Words that stand in it, in that language.
    pub words: &'a str,
    /// The number that it gets.
    pub number: &'a str,
}

/// Reads and issues the letter on the screen, and comes back to the case.
pub async fn issue(window: &Window, letter: Written<'_>) {
    let Written { kind, language, words, number } = letter;
    window.see("Klar til å låses").await;
    let said = format!(
        "return [...document.querySelectorAll('.structure [lang={language}]')]
           .some(part => part.textContent.includes('{words}'))"
    );
    window.until(&format!("«{words}» in the letter"), &said).await;
    window.until_letter_is_drawn().await;
    accessibility::check(window, kind).await;
    keyboard::check(window, kind).await;
    window.picture(&format!("{kind}-draft")).await;
    window.press("Ferdigstill og lås").await;
    window.see("Brevet får nummer").await;
    accessibility::check(window, "bekreft brevet").await;
    window.press("Ferdigstill og lås").await;
    window.see("Brevet er låst").await;
    window.see(number).await;
    window.until_letter_is_drawn().await;
    accessibility::check(window, "låst brev").await;
    window.picture(&format!("{kind}-issued")).await;
    window.press("Tilbake til saken").await;
    window.see("Sendte brev").await;
}
