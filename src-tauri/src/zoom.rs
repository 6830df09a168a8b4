//! How large the page is drawn, in percent: from half to four times (WCAG 2.2, 1.4.4 and 1.4.10).

use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use personvernsak::api::{Exit, Failure};
use serde::Deserialize;
use tauri::{Manager, State, WebviewWindow};

use crate::commands::Store;
use crate::window::MAIN;

/// The sizes that one steps through.
const STEPS: [u16; 13] = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];
/// The size that the page was drawn for.
const PLAIN: u16 = 100;
/// The file in the program's own settings folder that keeps the size to the next start.
const FILE: &str = "zoom";

/// What to do with the size.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    Larger,
    Smaller,
    Plain,
}

/// The size now, and where it is kept.
pub struct Zoom {
    percent: Mutex<u16>,
    file: Option<PathBuf>,
}

impl Zoom {
    /// The size of the last time; the plain one where none was kept or what was kept is no size of ours.
    pub fn kept_in(folder: Option<PathBuf>) -> Self {
        let file = folder.map(|folder| folder.join(FILE));
        let kept = file.as_ref().and_then(|file| fs::read_to_string(file).ok()?.trim().parse().ok());
        let percent = kept.filter(|percent| STEPS.contains(percent)).unwrap_or(PLAIN);
        Self { percent: Mutex::new(percent), file }
    }

    /// Draws the page in the size that is kept.
    ///
    /// # Errors
    /// The web view's.
    pub fn draw(&self, window: &WebviewWindow) -> Result<u16, tauri::Error> {
        let percent = *self.percent.lock().unwrap_or_else(PoisonError::into_inner);
        window.set_zoom(f64::from(percent) / f64::from(PLAIN))?;
        Ok(percent)
    }

    fn step(&self, step: Step) {
        let mut percent = self.percent.lock().unwrap_or_else(PoisonError::into_inner);
        *percent = after(*percent, step);
        let Some(file) = &self.file else { return };
        let kept = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(file, percent.to_string()));
        if kept.is_err() {
            // The page has its new size all the same; only the next start begins with the old one.
            tracing::info!("the size of the page was not kept");
        }
    }
}

fn after(percent: u16, step: Step) -> u16 {
    match step {
        Step::Larger => STEPS.into_iter().find(|each| *each > percent).unwrap_or(percent),
        Step::Smaller => STEPS.into_iter().rev().find(|each| *each < percent).unwrap_or(percent),
        Step::Plain => PLAIN,
    }
}

/// Draws the page larger, smaller or plain, and answers with its size in percent.
#[tauri::command]
pub fn window_zoom(
    input: Step,
    window: WebviewWindow,
    zoom: State<'_, Zoom>,
    store: Store<'_>,
) -> Result<u16, Failure> {
    zoom.step(input);
    zoom.draw(&window).map_err(|_| {
        let message = store.spoken().pick(
            "Størrelsen på siden kunne ikke endres. Prøv igjen.",
            "Storleiken på sida kunne ikkje endrast. Prøv igjen.",
            "The size of the page could not be changed. Try again.",
        );
        Failure::new(Exit::Other, "internal", message)
    })
}

/// Takes up the size of the last time, for the window that is about to open.
///
/// # Errors
/// The web view's.
pub fn begin(app: &tauri::App) -> Result<(), tauri::Error> {
    let zoom = Zoom::kept_in(app.path().app_config_dir().ok());
    if let Some(window) = app.get_webview_window(MAIN) {
        zoom.draw(&window)?;
    }
    app.manage(zoom);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_go_from_half_to_four_times_and_no_further() {
        assert_eq!(after(100, Step::Larger), 110);
        assert_eq!(after(400, Step::Larger), 400);
        assert_eq!(after(100, Step::Smaller), 90);
        assert_eq!(after(50, Step::Smaller), 50);
        assert_eq!(after(300, Step::Plain), 100);
    }

    #[test]
    fn the_size_is_kept_to_the_next_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = folder.path().join("innstillinger");
        let kept = || *Zoom::kept_in(Some(settings.clone())).percent.lock().expect("the size");
        assert_eq!(kept(), 100);
        Zoom::kept_in(Some(settings.clone())).step(Step::Larger);
        assert_eq!(kept(), 110);
        fs::write(settings.join(FILE), "7000").expect("written");
        assert_eq!(kept(), 100, "what is no size of ours is not drawn");
    }
}
