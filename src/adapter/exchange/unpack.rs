//! Takes parts out of packed documents: workbooks, and what else is a folder in one file.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::usecase::ports::FileFault;

/// A document that is packed.
pub(super) type Packed<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// So much of a part is read; more than enough to know the document by it.
const PART: u64 = 16 * 1024 * 1024;

/// A part, unpacked as far as it is read; its sum is right if it is read whole.
pub(super) fn part(archive: &mut Packed<'_>, name: &str) -> Result<Vec<u8>, FileFault> {
    let part = match archive.by_name(name) {
        Ok(part) => part,
        Err(ZipError::UnsupportedArchive(reason)) if reason == ZipError::PASSWORD_REQUIRED => {
            return Err(FileFault::Encrypted);
        }
        Err(_) => return Err(FileFault::Broken),
    };
    let mut unpacked = Vec::new();
    part.take(PART).read_to_end(&mut unpacked).map_err(|_| FileFault::Broken)?;
    Ok(unpacked)
}

/// That the part by which a document is known can be unpacked and holds something.
pub(super) fn holds_something(archive: &mut Packed<'_>, name: &str) -> Result<(), FileFault> {
    if part(archive, name)?.is_empty() { Err(FileFault::Broken) } else { Ok(()) }
}
