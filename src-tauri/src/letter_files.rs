//! Letters as files: their names, and opening them in the system's own PDF viewer.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Mutex;

use personvernsak::api::{Exit, Failure};
use personvernsak::wording::{Language, Trilingual};
use tauri::{AppHandle, Wry};
use tauri_plugin_opener::OpenerExt;

use crate::saving::{self, Suggestion};

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
    pub fn open(&self, app: &AppHandle<Wry>, letter: &str, pdf: &[u8], language: Language) -> Result<(), Failure> {
        let path = self.keep(letter, pdf).map_err(|error| saving::unwritten(&error, language))?;
        app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(|_| {
            let message = language.pick(
                "Fant ikke noe program som åpner PDF. Lagre brevet som fil, og åpne det derfra.",
                "Fann ikkje noko program som opnar PDF. Lagre brevet som fil, og opne det derifrå.",
                "Found no program that opens PDF. Save the letter as a file, and open it from there.",
            );
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

/// What the dialog in which a letter is saved proposes.
pub fn suggestion(letter: &str) -> Suggestion {
    Suggestion {
        title: Trilingual::fixed("Lagre brevet", "Lagre brevet", "Save the letter"),
        name: file_name(letter),
        kind: Trilingual::fixed("PDF", "PDF", "PDF"),
        ending: "pdf",
    }
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
}
