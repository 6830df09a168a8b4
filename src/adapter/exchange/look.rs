//! Looks into workbooks and tables that others have made.

use std::io::Cursor;

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
        let mut archive = match unpack::open(Cursor::new(bytes)) {
            Ok(archive) => archive,
            Err(fault) => return Some(Err(fault)),
        };
        let names = unpack::names(&archive);
        let has = |name: &str| names.iter().any(|known| known == name);
        if !has("[Content_Types].xml") || !has(WORKBOOK) {
            return None;
        }
        if unpack::has_macros(&names) {
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
