//! Files that the user saves: asked for where in the system's own dialog, and written whole.

use std::io;
use std::path::{Path, PathBuf};

use personvernsak::api::{Exit, Failure};
use tauri::{AppHandle, Wry};
use tauri_plugin_dialog::{DialogExt, FilePath};

/// What the dialog proposes.
pub struct Suggestion {
    /// What is saved, as the title of the dialog.
    pub title: &'static str,
    /// A name for the file.
    pub name: String,
    /// What kind of file it is, in words.
    pub kind: &'static str,
    /// How its name ends, without the dot.
    pub ending: &'static str,
}

/// Asks where a file is to be saved; nothing when the user thinks better of it.
pub async fn ask_where(app: &AppHandle<Wry>, suggestion: Suggestion) -> Option<PathBuf> {
    let dialog = app.dialog().file().set_title(suggestion.title).set_file_name(suggestion.name);
    let dialog = dialog.add_filter(suggestion.kind, &[suggestion.ending]);
    chosen(|answer| dialog.save_file(answer)).await
}

/// Asks for a folder; nothing when the user thinks better of it.
pub async fn ask_folder(app: &AppHandle<Wry>, title: &str) -> Option<PathBuf> {
    let dialog = app.dialog().file().set_title(title);
    chosen(|answer| dialog.pick_folder(answer)).await
}

/// Asks for a file of one of these endings; nothing when the user thinks better of it.
pub async fn ask_file(app: &AppHandle<Wry>, title: &str, kind: &str, endings: &[&str]) -> Option<PathBuf> {
    let dialog = app.dialog().file().set_title(title).add_filter(kind, endings);
    chosen(|answer| dialog.pick_file(answer)).await
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
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        io::Write::write_all(&mut file, bytes)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|error| unwritten(&error))
}

/// The failure for a file that was not written.
pub fn unwritten(error: &io::Error) -> Failure {
    let known = [
        (io::ErrorKind::StorageFull, "disken er full. Frigjør plass, eller velg en annen disk."),
        (io::ErrorKind::PermissionDenied, "du kan ikke lagre i denne mappen. Velg en annen."),
        (io::ErrorKind::NotFound, "mappen finnes ikke. Velg en annen."),
    ];
    let reason = known.into_iter().find(|(kind, _)| *kind == error.kind());
    let message = match reason {
        Some((_, reason)) => format!("Filen ble ikke skrevet: {reason}"),
        None => "Filen ble ikke skrevet. Velg en annen mappe og prøv igjen.".to_owned(),
    };
    Failure::new(Exit::Other, "file", message)
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
        save(&path, b"%PDF").expect("the file is saved");
        assert_eq!(fs::read(&path).expect("the file"), b"%PDF");
        let missing = save(&folder.path().join("mangler").join("fil.pdf"), b"%PDF").expect_err("no such folder");
        assert_eq!(missing.code, "file");
    }
}
