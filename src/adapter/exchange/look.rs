//! Looks into workbooks and tables that others have made.

use std::borrow::Cow;
use std::io::Cursor;

use zip::ZipArchive;

use super::{log, text, unpack};
use crate::casework::letter::input::AccessLog;
use crate::usecase::ports::{FileFault, TableLook};

/// The part of a workbook that names its sheets.
const WORKBOOK: &str = "xl/workbook.xml";

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
        Some(unpack::holds_something(&mut archive, WORKBOOK))
    }

    fn table(&self, bytes: &[u8]) -> Result<(), FileFault> {
        let text = text::decode(bytes).ok_or(FileFault::NotText)?;
        if text.trim().is_empty() { Err(FileFault::NotText) } else { Ok(()) }
    }

    fn log(&self, bytes: &[u8]) -> Result<AccessLog, FileFault> {
        log::read(bytes)
    }
}
