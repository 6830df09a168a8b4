//! Files that the user saves: asked for where in the system's own dialog, and written whole.

use std::io;
use std::path::{Path, PathBuf};

use personvernsak::api::{Exit, Failure};
use personvernsak::wording::{Language, Trilingual};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::window::MAIN;

/// What a table is called in a dialog.
pub const CSV: Trilingual = Trilingual::fixed("Regneark (CSV)", "Rekneark (CSV)", "Spreadsheet (CSV)");

/// What a document is called there.
pub const PDF: Trilingual = Trilingual::fixed("PDF-dokument", "PDF-dokument", "PDF document");

/// What a calendar is called in a dialog.
pub const CALENDAR: Trilingual =
    Trilingual::fixed("Kalender (iCalendar)", "Kalender (iCalendar)", "Calendar (iCalendar)");

/// What the dialog proposes.
pub struct Suggestion {
    /// What is saved, as the title of the dialog.
    pub title: Trilingual,
    /// A name for the file.
    pub name: String,
    /// What kind of file it is, in words.
    pub kind: Trilingual,
    /// How its name ends, without the dot.
    pub ending: &'static str,
}

/// A dialog over the window, where the system knows of such: nothing else can be begun there until it is answered. GTK's knows of none.
fn dialog(app: &AppHandle<Wry>, title: &str) -> FileDialogBuilder<Wry> {
    let dialog = app.dialog().file().set_title(title);
    match app.get_webview_window(MAIN) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Asks where a file is to be saved; nothing when the user thinks better of it.
async fn ask_where(app: &AppHandle<Wry>, language: Language, suggestion: Suggestion) -> Option<PathBuf> {
    let dialog = dialog(app, suggestion.title.get(language)).set_file_name(suggestion.name);
    let dialog = dialog.add_filter(suggestion.kind.get(language), &[suggestion.ending]);
    chosen(|answer| dialog.save_file(answer)).await
}

/// The place that was named, or else the one that the user chooses in the dialog; nothing when the user thinks better of it.
pub async fn place(
    named: Option<PathBuf>,
    app: &AppHandle<Wry>,
    language: Language,
    suggestion: Suggestion,
) -> Option<PathBuf> {
    match named {
        Some(path) => Some(path),
        None => ask_where(app, language, suggestion).await,
    }
}

/// Asks for a folder; nothing when the user thinks better of it.
pub async fn ask_folder(app: &AppHandle<Wry>, title: &str) -> Option<PathBuf> {
    chosen(|answer| dialog(app, title).pick_folder(answer)).await
}

/// Asks for a file of one of these endings; nothing when the user thinks better of it.
pub async fn ask_file(app: &AppHandle<Wry>, title: &str, kind: &str, endings: &[&str]) -> Option<PathBuf> {
    chosen(|answer| dialog(app, title).add_filter(kind, endings).pick_file(answer)).await
}

/// What the user chooses in a dialog that tells it when it is closed.
async fn chosen(show: impl FnOnce(Box<dyn FnOnce(Option<FilePath>) + Send>)) -> Option<PathBuf> {
    let (answer, mut chosen) = tauri::async_runtime::channel(1);
    show(Box::new(move |path| {
        // Nobody waits any longer when the window has been closed meanwhile.
        let _ = answer.try_send(path);
    }));
    chosen.recv().await.flatten().and_then(|path| path.into_path().ok())
}

/// Writes a file beside its final name and moves it there, so that a full disk leaves no half file.
///
/// # Errors
/// `file` when the folder cannot be written.
pub fn save(path: &Path, bytes: &[u8], language: Language) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        io::Write::write_all(&mut file, bytes)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|error| unwritten(&error, language))
}

/// The failure for a file that was not written.
#[allow(clippy::wildcard_enum_match_arm, reason = "the operating system's kinds grow with Rust")]
pub fn unwritten(error: &io::Error, language: Language) -> Failure {
    let message = match error.kind() {
        io::ErrorKind::StorageFull => Trilingual::fixed(
            "Filen ble ikke skrevet: disken er full. Frigjør plass, eller velg en annen disk.",
            "Fila blei ikkje skriven: disken er full. Frigjer plass, eller vel ein annan disk.",
            "The file was not written: the disk is full. Free some space, or choose another disk.",
        ),
        io::ErrorKind::PermissionDenied => Trilingual::fixed(
            "Filen ble ikke skrevet: du kan ikke lagre i denne mappen. Velg en annen.",
            "Fila blei ikkje skriven: du kan ikkje lagre i denne mappa. Vel ei anna.",
            "The file was not written: you cannot save in this folder. Choose another.",
        ),
        io::ErrorKind::NotFound => Trilingual::fixed(
            "Filen ble ikke skrevet: mappen finnes ikke. Velg en annen.",
            "Fila blei ikkje skriven: mappa finst ikkje. Vel ei anna.",
            "The file was not written: the folder does not exist. Choose another.",
        ),
        _ => Trilingual::fixed(
            "Filen ble ikke skrevet. Velg en annen mappe og prøv igjen.",
            "Fila blei ikkje skriven. Vel ei anna mappe og prøv igjen.",
            "The file was not written. Choose another folder and try again.",
        ),
    };
    Failure::new(Exit::Other, "file", message.get(language))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_saved_file_replaces_the_older_file_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("fil.pdf");
        fs::write(&path, "an older and longer file").expect("the older file");
        save(&path, b"%PDF", Language::Nb).expect("the file is saved");
        assert_eq!(fs::read(&path).expect("the file"), b"%PDF");
        let missing =
            save(&folder.path().join("mangler").join("fil.pdf"), b"%PDF", Language::Nb).expect_err("no such folder");
        assert_eq!(missing.code, "file");
    }
}
