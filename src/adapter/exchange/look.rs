//! Looks into workbooks and tables that others have made.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{log, text};
use crate::casework::letter::input::AccessLog;
use crate::usecase::ports::{FileFault, TableLook};

/// The part of a workbook that names its sheets.
const WORKBOOK: &str = "xl/workbook.xml";
/// So much of that part is read; more than enough to find it whole.
const PART: u64 = 16 * 1024 * 1024;

/// Looks into workbooks and tables that others have made.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableReader;

impl TableLook for TableReader {
    fn workbook(&self, bytes: &[u8]) -> Option<Result<(), FileFault>> {
        let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => archive,
            Err(_) => return Some(Err(FileFault::Broken)),
        };
        let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(Cow::into_owned).collect();
        let has = |name: &str| names.iter().any(|known| known == name);
        if !has("[Content_Types].xml") || !has(WORKBOOK) {
            return None;
        }
        if names.iter().any(|name| name.to_lowercase().ends_with("vbaproject.bin")) {
            return Some(Err(FileFault::Macros));
        }
        Some(whole(&mut archive))
    }

    fn table(&self, bytes: &[u8]) -> Result<(), FileFault> {
        let text = text::decode(bytes).ok_or(FileFault::NotText)?;
        if text.trim().is_empty() { Err(FileFault::NotText) } else { Ok(()) }
    }

    fn log(&self, bytes: &[u8]) -> Result<AccessLog, FileFault> {
        log::read(bytes)
    }
}

/// Whether the part that names the sheets can be unpacked and its sum is right.
fn whole(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), FileFault> {
    let part = match archive.by_name(WORKBOOK) {
        Ok(part) => part,
        Err(ZipError::UnsupportedArchive(reason)) if reason == ZipError::PASSWORD_REQUIRED => {
            return Err(FileFault::Encrypted);
        }
        Err(_) => return Err(FileFault::Broken),
    };
    let mut unpacked = Vec::new();
    part.take(PART).read_to_end(&mut unpacked).map_err(|_| FileFault::Broken)?;
    if unpacked.is_empty() { Err(FileFault::Broken) } else { Ok(()) }
}
