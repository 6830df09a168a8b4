//! Files that commands read and write.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::api::{Exit, Failure};

/// A file, or standard input for «-».
pub(super) fn open(file: &str) -> Result<Box<dyn Read>, Failure> {
    if file == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    File::open(file).map(|file| Box::new(file) as Box<dyn Read>).map_err(|_| unreadable(file))
}

/// The words in a file, or on standard input for «-».
pub(super) fn read_text(file: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes).map_err(|_| unreadable(file))?;
    String::from_utf8(bytes).map_err(|_| {
        Failure::new(
            Exit::NotWellFormed,
            "not-text",
            format!("Filen {file} er ikke tekst i UTF-8. Lagre den på nytt som UTF-8."),
        )
    })
}

/// The failure for a file that cannot be read.
pub(super) fn unreadable(file: &str) -> Failure {
    Failure::new(
        Exit::NotFound,
        "no-such-file",
        format!("Filen {file} finnes ikke eller kan ikke leses. Se om stien er riktig."),
    )
}

/// The failure for a file that cannot be written.
pub(super) fn unwritable(file: &Path, error: &io::Error) -> Failure {
    Failure::of_file(error, format!("Filen {} kunne ikke skrives. Se om mappen finnes og har plass.", file.display()))
}

/// A file that is about to be written: whole or not at all, beside its place until it is finished.
pub(super) struct OutputFile {
    path: PathBuf,
    partial: PathBuf,
    output: File,
}

impl OutputFile {
    /// Begins the file, so that a place where nothing can be written is told before anything is done that cannot be undone.
    pub fn begin(path: &Path) -> Result<Self, Failure> {
        let none = || unwritable(path, &io::ErrorKind::InvalidFilename.into());
        let mut name = path.file_name().filter(|_| !path.is_dir()).ok_or_else(none)?.to_owned();
        name.push(".del");
        let partial = path.with_file_name(name);
        let output = File::create(&partial).map_err(|error| unwritable(path, &error))?;
        Ok(Self { path: path.to_owned(), partial, output })
    }

    /// Writes the bytes beside the file's place, so that they are on the disk.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.output.write_all(bytes)?;
        self.output.sync_all()
    }

    /// Puts the file in its place, which takes no more room.
    pub fn finish(self) -> Result<(), Failure> {
        fs::rename(&self.partial, &self.path).map_err(|error| unwritable(&self.path, &error))
    }
}

impl Drop for OutputFile {
    fn drop(&mut self) {
        // Once it is in its place there is nothing left to remove, and that is no fault.
        let _ = fs::remove_file(&self.partial);
    }
}
