//! Takes parts out of packed documents: workbooks, and what else is a folder in one file.

use std::borrow::Cow;
use std::io::{Cursor, Read, Seek};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::usecase::ports::FileFault;

/// A document that is packed, in memory.
pub(super) type Packed<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// So much of a part is read; more than enough to know the document by it.
const PART: u64 = 16 * 1024 * 1024;

/// Opens a packed document.
pub(super) fn open<Bytes: Read + Seek>(bytes: Bytes) -> Result<ZipArchive<Bytes>, FileFault> {
    ZipArchive::new(bytes).map_err(|_| FileFault::Broken)
}

/// The names of its parts.
pub(super) fn names<Bytes: Read + Seek>(archive: &ZipArchive<Bytes>) -> Vec<String> {
    archive.file_names().filter_map(Result::ok).map(Cow::into_owned).collect()
}

/// Whether one of the parts is a program that runs when the document is opened.
pub(super) fn has_macros(names: &[String]) -> bool {
    names.iter().any(|name| name.to_lowercase().ends_with("vbaproject.bin"))
}

/// A part by its name; `None` if there is none.
pub(super) fn find<'a, Bytes: Read + Seek>(
    archive: &'a mut ZipArchive<Bytes>,
    name: &str,
) -> Result<Option<ZipFile<'a, Bytes>>, FileFault> {
    match archive.by_name(name) {
        Ok(part) => Ok(Some(part)),
        Err(ZipError::FileNotFound) => Ok(None),
        Err(error) => Err(fault(error)),
    }
}

fn fault(error: ZipError) -> FileFault {
    let locked = matches!(error, ZipError::UnsupportedArchive(reason) if reason == ZipError::PASSWORD_REQUIRED);
    if locked { FileFault::Encrypted } else { FileFault::Broken }
}

/// A part, unpacked as far as it is read, and whether that is the whole of it; then its sum is right.
pub(super) fn part(archive: &mut Packed<'_>, name: &str) -> Result<(Vec<u8>, bool), FileFault> {
    let mut part = find(archive, name)?.ok_or(FileFault::Broken)?.take(PART);
    let mut unpacked = Vec::new();
    part.read_to_end(&mut unpacked).map_err(|_| FileFault::Broken)?;
    part.set_limit(1);
    let more = part.read(&mut [0]).map_err(|_| FileFault::Broken)?;
    Ok((unpacked, more == 0))
}

/// How much a part comes to when it is unpacked, whatever it says of itself; nothing beyond `most` is unpacked.
pub(super) fn unpacked(archive: &mut Packed<'_>, place: usize, most: u64) -> Result<u64, FileFault> {
    let part = archive.by_index(place).map_err(fault)?;
    std::io::copy(&mut part.take(most), &mut std::io::sink()).map_err(|_| FileFault::Broken)
}

/// That the part by which a document is known can be unpacked and holds something.
pub(super) fn holds_something(archive: &mut Packed<'_>, name: &str) -> Result<(), FileFault> {
    if part(archive, name)?.0.is_empty() { Err(FileFault::Broken) } else { Ok(()) }
}
