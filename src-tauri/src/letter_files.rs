//! Letters as files: saved where the user says, or opened in the system's own PDF viewer.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use personvernsak::api::{Exit, Failure};
use tauri::{AppHandle, Wry};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

/// Letters that were opened lie in a folder that only this user may read, and go away with the program.
#[derive(Default)]
pub struct OpenedLetters {
    folder: Mutex<Option<tempfile::TempDir>>,
}

impl OpenedLetters {
    /// Opens a letter's PDF in the system's viewer.
    ///
    /// # Errors
    /// `file` when the file cannot be written, or no viewer is found.
    pub fn open(&self, app: &AppHandle<Wry>, letter: &str, pdf: &[u8]) -> Result<(), Failure> {
        let path = self.keep(letter, pdf).map_err(|error| unwritten(&error))?;
        app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(|_| {
            let message = "Fant ikke noe program som åpner PDF. Lagre brevet som fil, og åpne det derfra.";
            Failure::new(Exit::Other, "no-viewer", message)
        })
    }

    /// Removes the folder with everything in it.
    pub fn remove(&self) {
        if let Ok(mut folder) = self.folder.lock() {
            *folder = None;
        }
    }

    fn keep(&self, letter: &str, pdf: &[u8]) -> io::Result<PathBuf> {
        let mut folder = self.folder.lock().map_err(|_| io::Error::other("the folder of opened letters"))?;
        if folder.is_none() {
            *folder = Some(tempfile::Builder::new().prefix("personvernsak-").tempdir()?);
        }
        let Some(folder) = folder.as_ref() else {
            return Err(io::Error::other("the folder of opened letters"));
        };
        let path = folder.path().join(file_name(letter));
        fs::write(&path, pdf)?;
        Ok(path)
    }
}

/// Asks where a letter is to be saved; nothing when the user thinks better of it.
pub async fn ask_where(app: &AppHandle<Wry>, letter: &str) -> Option<PathBuf> {
    let (answer, mut chosen) = tauri::async_runtime::channel(1);
    app.dialog()
        .file()
        .set_title("Lagre brevet")
        .set_file_name(file_name(letter))
        .add_filter("PDF", &["pdf"])
        .save_file(move |path| {
            // Nobody waits any longer when the window has been closed meanwhile.
            let _ = answer.try_send(path);
        });
    chosen.recv().await.flatten().and_then(|path| path.into_path().ok())
}

/// Writes a letter beside its final name and moves it there, so that a full disk leaves no half letter.
///
/// # Errors
/// `file` when the folder cannot be written.
pub fn save(path: &Path, pdf: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        io::Write::write_all(&mut file, pdf)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|error| unwritten(&error))
}

/// `2026/00001-2` as `2026-00001-2.pdf`; anything but letters, digits and hyphens is left out, so that no number
/// can point out of the folder.
fn file_name(letter: &str) -> String {
    let mut name: String = letter
        .chars()
        .map(|character| if character == '/' { '-' } else { character })
        .filter(|character| character.is_ascii_alphanumeric() || *character == '-')
        .collect();
    name.push_str(".pdf");
    name
}

fn unwritten(error: &io::Error) -> Failure {
    let known = [
        (io::ErrorKind::StorageFull, "disken er full. Frigjør plass, eller velg en annen disk."),
        (io::ErrorKind::PermissionDenied, "du kan ikke lagre i denne mappen. Velg en annen."),
        (io::ErrorKind::NotFound, "mappen finnes ikke. Velg en annen."),
    ];
    let reason = known.into_iter().find(|(kind, _)| *kind == error.kind());
    let message = match reason {
        Some((_, reason)) => format!("Brevet ble ikke skrevet: {reason}"),
        None => "Brevet ble ikke skrevet. Velg en annen mappe og prøv igjen.".to_owned(),
    };
    Failure::new(Exit::Other, "file", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_named_by_its_number_and_cannot_leave_its_folder() {
        assert_eq!(file_name("2026/00001-2"), "2026-00001-2.pdf");
        assert_eq!(file_name("../../etc/passwd"), "--etc-passwd.pdf");
    }

    #[test]
    fn opened_letters_go_away() {
        let letters = OpenedLetters::default();
        let path = letters.keep("2026/00001-2", b"%PDF").expect("the letter is kept");
        assert_eq!(fs::read(&path).expect("the letter"), b"%PDF");
        letters.remove();
        assert!(!path.exists());
    }

    #[test]
    fn a_saved_letter_replaces_the_older_file_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("brev.pdf");
        fs::write(&path, "an older and longer file").expect("the older file");
        save(&path, b"%PDF").expect("the letter is saved");
        assert_eq!(fs::read(&path).expect("the letter"), b"%PDF");
        let missing = save(&folder.path().join("mangler").join("brev.pdf"), b"%PDF").expect_err("no such folder");
        assert_eq!(missing.code, "file");
    }
}
