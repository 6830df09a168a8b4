//! Files that others read while they are written anew.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::process;

/// Puts a file in its place, whole or not at all: it is written beside the place, brought to the disk and moved there. Whoever reads
/// the place sees the file before or the one after. Where the place is a link, what it points to is replaced; who may read the
/// file before may read the one after.
///
/// # Errors
/// The folder is gone, nothing may be written there, or the disk is full. Then what lay there is untouched.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = place.file_name().filter(|_| !place.is_dir()).ok_or(io::ErrorKind::InvalidFilename)?;
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.del", process::id()));
    let beside = place.with_file_name(beside);
    let written = write_beside(&beside, &place, bytes).and_then(|()| fs::rename(&beside, &place));
    if written.is_err() {
        // What went wrong is told; that some of it may still lie there tells nobody more.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write_beside(beside: &Path, place: &Path, bytes: &[u8]) -> io::Result<()> {
    // Left by a program that broke off. Never written through: in a folder of many it may be somebody's link.
    if fs::symlink_metadata(beside).is_ok() {
        fs::remove_file(beside)?;
    }
    let mut file = File::create_new(beside)?;
    if let Ok(before) = fs::metadata(place) {
        file.set_permissions(before.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let files = fs::read_dir(folder).expect("a folder");
        files.map(|file| file.expect("a file").file_name().into_string().expect("text")).collect()
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("frister.ics");
        write_whole(&path, b"one").expect("written");
        write_whole(&path, b"another").expect("written");
        assert_eq!(fs::read(&path).expect("the file"), b"another");
        assert_eq!(names(folder.path()), ["frister.ics"]);
    }

    #[test]
    fn where_it_cannot_be_written_what_was_there_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let gone = write_whole(&folder.path().join("borte/frister.ics"), b"one").expect_err("no such folder");
        assert_eq!(gone.kind(), io::ErrorKind::NotFound);
        assert!(write_whole(folder.path(), b"one").is_err(), "the place is a folder");
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_readers_stay_readers() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        let folder = tempfile::tempdir().expect("a folder");
        let (real, link) = (folder.path().join("ekte.ics"), folder.path().join("lenke.ics"));
        fs::write(&real, b"one").expect("written");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("permissions");
        symlink(&real, &link).expect("a link");
        write_whole(&link, b"another").expect("written");
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
        assert_eq!(fs::read(&real).expect("the file"), b"another");
        assert_eq!(fs::metadata(&real).expect("the file").permissions().mode() & 0o777, 0o640);
    }
}
