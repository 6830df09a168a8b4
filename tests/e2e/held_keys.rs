//! A key that is held a moment too long: what its press has asked, it does not answer.

use serde_json::json;

use crate::first_run::NOW;
use crate::hands::key;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

/// What the page is told of a key that is still down: each time the same, with the word that it is held.
const HELD: &str = "
    const [held, ctrlKey] = arguments;
    const event = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey, repeat: held, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
    return event.defaultPrevented";

async fn press(window: &Window, held: bool, control: bool) -> bool {
    window.run(HELD, vec![json!(held), json!(control)]).await == json!(true)
}

#[tokio::test]
async fn what_a_press_has_asked_is_not_answered_by_the_same_press() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let case = office.register("kpr", "sletting", "2026-02-02", Some("Det tynger meg."));
    let window = unlock(&office.leave(), NOW, CASEWORKER).await;
    window.press(&case).await;
    window.see("Neste steg").await;
    window.control(key::ENTER).await;
    window.see("Klar til å låses").await;
    window.until_letter_is_drawn().await;
    window.control(key::ENTER).await;
    window.see("Brevet får nummer").await;
    window.until_it_stands_still().await;
    for _ in 0..5 {
        assert!(press(&window, true, true).await, "the held keys are nobody else's either");
        assert!(press(&window, true, false).await, "a held Enter does not send the form");
    }
    window.until_it_stands_still().await;
    window.see("Brevet får nummer").await;
    press(&window, false, true).await;
    window.see("Brevet er låst").await;
    window.close().await.expect("the window closes");
}
