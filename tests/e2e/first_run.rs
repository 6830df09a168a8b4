//! From an empty folder to an open store, and back in after locking.

use crate::accessibility;
use crate::hands::key;
use crate::keyboard;
use crate::window::Window;

/// Five words, as the program asks for.
pub const PASSPHRASE: &str = "fem ganske vanlige norske ord";

/// The instant of the tests: the Friday before sample 02's answer is due.
pub const NOW: &str = "2026-02-27T09:00:00Z";

/// Opens the program at a folder without a store, as a test store's office.
pub async fn open_at(folder: &std::path::Path) -> Window {
    let store = folder.join("lager");
    Window::open(&["--test-store", "--now", NOW, "--store", &store.display().to_string()]).await
}

/// Makes a store in the window, step by step, by keyboard alone.
pub async fn make_store(window: &Window) {
    window.see("Hvor skal lageret ligge?").await;
    window.press("Neste").await;
    window.see("Hvilket kontor er dette?").await;
    let chosen =
        "return document.querySelector('select')?.selectedOptions[0]?.label.startsWith('Helsedirektoratet') ?? false";
    window.until("the office that is proposed", chosen).await;
    window.press("Neste").await;
    window.write("Navnet ditt", "Kari Myhre").await;
    window.write("Passfrase", PASSPHRASE).await;
    window.write("Gjenta passfrasen", PASSPHRASE).await;
    window.press("Lag lageret").await;
    window.see("Ingen saker ennå").await;
}

#[tokio::test]
async fn a_new_user_makes_a_store_locks_it_and_gets_in_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = open_at(folder.path()).await;
    window.see("Hvor skal lageret ligge?").await;
    accessibility::check(&window, "første oppstart").await;
    keyboard::check(&window, "første oppstart").await;
    window.picture("01-first-run").await;
    make_store(&window).await;
    window.see("Testlager").await;
    accessibility::check(&window, "tom arbeidsliste").await;
    keyboard::check(&window, "tom arbeidsliste").await;
    window.picture("02-empty-work-list").await;

    window.control("l").await;
    window.see("Lås opp").await;
    window.write("Passfrase", "noe helt annet enn det").await;
    window.press("Lås opp").await;
    window.until("the wrong passphrase is told", "return !!document.querySelector('[aria-invalid=true]')").await;
    accessibility::check(&window, "feil passfrase").await;
    keyboard::check(&window, "lås opp").await;
    window.picture("03-unlock").await;
    window.rewrite("Passfrase", PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.see("Ingen saker ennå").await;
    window.close().await.expect("the window closes");
}
