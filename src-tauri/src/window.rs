//! Opens the one window.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;

use tauri::{App, Manager};

use crate::arguments::Arguments;
use crate::journal;

/// The folder inside the platform's data folder where the store lies when nobody says otherwise.
const STORE: &str = "Personvernsak";

const NO_DISPLAY: &str = "Personvernsak fant ingen skjerm å åpne vinduet på. Start programmet fra skrivebordet, eller \
                          gi det en virtuell skjerm: «xvfb-run -a personvernsak-desktop».";

/// Opens the window and stays until it is closed.
///
/// # Errors
/// A text for the user: there is no display, or the window could not be made.
pub fn open(arguments: &Arguments) -> Result<(), String> {
    let app = build(arguments)?;
    app.run(|_, _| {});
    Ok(())
}

/// GTK answers a missing display with a panic deep inside; here it becomes a sentence.
fn build(arguments: &Arguments) -> Result<App, String> {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let arguments = arguments.clone();
    let builder = tauri::Builder::default().setup(move |app| Ok(prepare(app, &arguments)?));
    let built = panic::catch_unwind(AssertUnwindSafe(|| builder.build(tauri::generate_context!())));
    panic::set_hook(usual);
    built.map_err(|_| NO_DISPLAY.to_owned())?.map_err(|error| format!("Vinduet kunne ikke åpnes: {error}."))
}

fn prepare(app: &App, arguments: &Arguments) -> Result<(), tauri::Error> {
    match app.path().app_log_dir() {
        Ok(folder) if journal::begin(&folder).is_ok() => {}
        // Without a log the program still does its work, so it opens all the same.
        Ok(_) | Err(_) => eprintln!("Loggen kan ikke skrives. Programmet går uten."),
    }
    journal::watch_panics();
    let store = store_folder(app, arguments)?;
    tracing::info!(version = env!("CARGO_PKG_VERSION"), chosen = arguments.store.is_some(), "started");
    let _ = store;
    Ok(())
}

fn store_folder(app: &App, arguments: &Arguments) -> Result<PathBuf, tauri::Error> {
    match &arguments.store {
        Some(folder) => Ok(folder.clone()),
        None => Ok(app.path().data_dir()?.join(STORE)),
    }
}
