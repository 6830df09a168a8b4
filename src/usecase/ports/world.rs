//! What the record needs of the world: chance, and where a folder lies.

use std::io;
use std::path::Path;

/// Gives bytes that nobody can foresee (or, in a test store with a seed, the same ones every time).
pub trait Randomness: Send {
    /// Fills the whole slice.
    ///
    /// # Errors
    /// When the operating system gives none.
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()>;
}

/// What kind of disk a folder lies on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileSystem {
    /// A disk of this machine.
    Local,
    /// A share on another machine, whose locks and syncs cannot be relied on, with its kind («nfs»).
    Network(&'static str),
}

/// Tells what kind of disk a folder lies on.
pub trait FileSystems: Send {
    /// The kind of disk under this existing folder.
    ///
    /// # Errors
    /// When the folder cannot be asked.
    fn kind(&self, folder: &Path) -> io::Result<FileSystem>;
}
