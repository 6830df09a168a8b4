//! Writing a small file so that either the old or the new one is there, whatever happens in between.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Replaces a file in a folder: written beside it, synced, renamed over it, and the folder synced.
pub(super) fn replace(folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    let beside = folder.join(format!("{name}.new"));
    let written = write(&beside, content).and_then(|()| fs::rename(&beside, folder.join(name)));
    if written.is_err() {
        // What failed halfway is of no use; that it cannot be removed either changes nothing for the caller.
        let _ = fs::remove_file(&beside);
    }
    written?;
    sync_folder(folder)
}

/// A file that was replaced and can still be put back, without any more room on the disk.
pub(super) struct Replaced<'a> {
    folder: &'a Path,
    name: &'a str,
    old: PathBuf,
}

impl<'a> Replaced<'a> {
    /// Replaces a file as [`replace`] does, and keeps its old content beside it.
    pub(super) fn file(folder: &'a Path, name: &'a str, old: &[u8], new: &[u8]) -> io::Result<Self> {
        let replaced = Self { folder, name, old: folder.join(format!("{name}.old")) };
        let written = write(&replaced.old, old).and_then(|()| replace(folder, name, new));
        if written.is_err() {
            replaced.forget();
        }
        written.map(|()| replaced)
    }

    /// Puts the old content back.
    pub(super) fn undo(self) -> io::Result<()> {
        fs::rename(&self.old, self.folder.join(self.name))?;
        sync_folder(self.folder)
    }

    /// Lets the new content stand.
    pub(super) fn keep(self) {
        self.forget();
    }

    fn forget(&self) {
        // A copy that is left lying is written anew the next time, and nobody reads it before.
        let _ = fs::remove_file(&self.old);
    }
}

fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = private_file(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// A new or emptied file that only its owner reads.
pub(super) fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Creates a folder, with those above it, that only its owner opens.
pub(super) fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes a renamed or new file's name durable. Windows has no such call and needs none.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
