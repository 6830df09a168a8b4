//! The program's own log file: what happened and where, never about whom.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::Mutex;

use tracing::Level;

/// The log file inside the log folder.
const FILE: &str = "personvernsak.log";
/// The previous log file, kept so that a fault that fills the log does not erase its own beginning.
const PREVIOUS: &str = "personvernsak.forrige.log";
/// Bytes after which the file is put aside at the next start.
const LIMIT: u64 = 1_000_000;

/// Begins the log in a folder, which is made when it is missing.
///
/// # Errors
/// When the folder or the file cannot be written; the program runs without a log then.
pub fn begin(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let path = folder.join(FILE);
    if fs::metadata(&path).is_ok_and(|file| file.len() > LIMIT) {
        fs::rename(&path, folder.join(PREVIOUS))?;
    }
    let file: File = OpenOptions::new().create(true).append(true).open(path)?;
    let subscriber =
        tracing_subscriber::fmt().with_max_level(Level::INFO).with_ansi(false).with_writer(Mutex::new(file)).finish();
    tracing::subscriber::set_global_default(subscriber).map_err(io::Error::other)
}
