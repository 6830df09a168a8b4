//! Files that commands read and write.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

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
fn unwritable(file: &Path) -> Failure {
    Failure::new(
        Exit::Other,
        "cannot-write",
        format!("Filen {} kunne ikke skrives. Se om mappen finnes og har plass.", file.display()),
    )
}

/// Passes if a file can be written here, without changing one that is there.
pub(super) fn check_writable(file: &Path) -> Result<(), Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let writable =
        fs::metadata(folder).is_ok_and(|folder| folder.is_dir() && !folder.permissions().readonly()) && !file.is_dir();
    if writable { Ok(()) } else { Err(unwritable(file)) }
}

/// Writes a whole file or none: beside it first, then in its place.
pub(super) fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = file.file_name().ok_or_else(|| unwritable(file))?;
    let mut partial = name.to_owned();
    partial.push(".del");
    let partial = file.with_file_name(partial);
    let written = File::create(&partial).and_then(|mut output| {
        output.write_all(bytes)?;
        output.sync_all()
    });
    written.and_then(|()| fs::rename(&partial, file)).map_err(|_| {
        let _ = fs::remove_file(&partial);
        unwritable(file)
    })
}
