//! A case on its way to the end: letters that are chosen, filled in, read and issued, points answered, the decision.

use crate::accessibility;
use crate::keyboard;
use crate::window::Window;

/// Begins a letter of a kind from the case that is open.
pub async fn begin(window: &Window, kind: &str) {
    window.press("Brev").await;
    window.see("Brevtype").await;
    let choice = format!("input[name=letter-kind][value=\"{kind}\"]");
    window.find(&choice).await.click().await.expect("the kind can be chosen");
    window.until("the kind chosen", &format!("return document.querySelector('{choice}').checked")).await;
    window.press("Skriv brevet").await;
    let begun = format!("return document.querySelector('#felt-kind')?.value === '{kind}'");
    window.until(&format!("a letter of the kind «{kind}»"), &begun).await;
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
    window.picture(&format!("{kind}-{language}-draft")).await;
    window.press("Ferdigstill og lås").await;
    window.see("Brevet får nummer").await;
    accessibility::check(window, "bekreft brevet").await;
    window.press("Ferdigstill og lås").await;
    window.see("Brevet er låst").await;
    window.see(number).await;
    window.until_letter_is_drawn().await;
    accessibility::check(window, "låst brev").await;
    window.picture(&format!("{kind}-{language}-issued")).await;
    window.press("Tilbake til saken").await;
    window.see("Sendte brev").await;
}

/// Answers every open point of the checklist with yes.
pub async fn answer_every_check(window: &Window) {
    window.press("Sjekkliste").await;
    let open = "return [...document.querySelectorAll('.check:not([data-done]) button')].map(each => each.getAttribute('aria-label'))";
    let open = window.run(open, vec![]).await;
    let open: Vec<String> = serde_json::from_value(open).expect("the names of open checks");
    assert!(!open.is_empty(), "the case has nothing to check");
    for check in open {
        window.press(&check).await;
        window.tick("Ja").await;
        // A yes to who the person is says how that was found out.
        let how = "return [...document.querySelectorAll('dialog[open] label')].some(each => each.innerText.trim() === 'Hvordan')";
        if window.run(how, vec![]).await == true {
            window.choose("Hvordan", "Brev til registrert adresse").await;
        }
        window.press("Lagre svaret").await;
        window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
    }
    accessibility::check(window, "sjekkliste").await;
    window.picture("10-checks").await;
}

/// Decides the case that is open, with every legal basis that is proposed.
pub async fn decide(window: &Window, outcome: &str, reasons: &str) {
    window.press("Avgjør").await;
    window.see("Avgjør saken").await;
    window.run("return document.querySelector('#felt-decide-outcome').focus()", vec![]).await;
    window.choose("Utfall", outcome).await;
    window.write("Begrunnelse", reasons).await;
    accessibility::check(window, "avgjør").await;
    window.picture("11-decide").await;
    window.press("Avgjør saken").await;
    window.see("Avgjort").await;
}

/// Closes the case that is answered, the last open one.
pub async fn close(window: &Window) {
    window.press("Avslutt").await;
    window.see("Avslutte saken?").await;
    window.press("Avslutt saken").await;
    window.see("Avsluttet").await;
    accessibility::check(window, "avsluttet sak").await;
    window.picture("12-closed").await;
    window.press("Arbeidsliste").await;
    window.see("Ingen åpne saker").await;
}
