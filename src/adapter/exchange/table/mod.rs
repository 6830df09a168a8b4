//! Tables and lists of any length that others have made, read row by row: CSV, workbooks (XLSX) and JSON. A file is known by
//! its content, never by its name. No more of it is in memory than one row, and of a workbook the texts that its cells share.

mod bounded;
mod delimited;
mod fault;
mod list;
mod packed;
mod sheet;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use self::bounded::Decoded;
use self::delimited::Delimited;
use self::list::List;
use self::sheet::Sheet;
use crate::usecase::ports::{Room, TableShown};

pub use fault::TableFault;

/// More columns than this are no table of requests; the file is something else.
pub const MOST_COLUMNS: usize = 100;

/// What stands in a cell that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadCell {
    /// Words, without blanks around them; empty where nothing stands.
    Text(String),
    /// A number of a workbook, as a person would write it.
    Number(String),
    /// A formula. What it shows may change with the workbook, so it is not taken in.
    Formula(String),
}

impl ReadCell {
    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }

    /// What stands in it; nothing of a formula.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
            Self::Formula(_) => "",
        }
    }

    /// The same as it is written, formulas too.
    #[must_use]
    pub fn written(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Formula(text) => text,
        }
    }
}

/// Something that a file holds many of.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadRow {
    /// A row of a table, with its number as a spreadsheet shows it. The first is the head.
    Cells(u64, Vec<ReadCell>),
    /// An object of a JSON list, with its place, counted from 1.
    Object(u64, serde_json::Value),
}

/// A file of many rows that is being read.
pub enum TableFile {
    /// Text with separators.
    Delimited(Box<Delimited>),
    /// The first sheet of a workbook.
    Sheet(Box<Sheet<PathBuf>>),
    /// A JSON list, or JSON objects one after the other.
    List(Box<List>),
}

impl TableFile {
    /// Opens a file and finds out what it is.
    ///
    /// # Errors
    /// [`TableFault`]; a file that cannot be read as any of the three says which it seems to be and what to do.
    pub fn open(path: &Path) -> Result<Self, TableFault> {
        let mut file = File::open(path).map_err(|_| TableFault::Missing)?;
        if !file.metadata().map_err(|_| TableFault::Missing)?.is_file() {
            return Err(TableFault::Missing);
        }
        let mut beginning = Vec::new();
        file.by_ref().take(8).read_to_end(&mut beginning).map_err(|_| TableFault::Unreadable)?;
        if beginning.is_empty() {
            return Err(TableFault::Empty);
        }
        if beginning.starts_with(b"PK") {
            return Sheet::open(path.to_owned()).map(|sheet| Self::Sheet(Box::new(sheet)));
        }
        if beginning.starts_with(packed::COMPOUND) {
            return Err(packed::compound_fault(path));
        }
        let (encoding, first) = encoding(path)?;
        match first {
            None => Err(TableFault::Empty),
            Some('[' | '{') => List::open(path, encoding).map(|list| Self::List(Box::new(list))),
            Some(_) => Delimited::open(path, encoding).map(|rows| Self::Delimited(Box::new(rows))),
        }
    }

    /// The next row or object; `None` after the last.
    ///
    /// # Errors
    /// [`TableFault`]; then nothing after it can be read.
    pub fn next_row(&mut self) -> Result<Option<ReadRow>, TableFault> {
        match self {
            Self::Delimited(rows) => Ok(rows.next()?.map(|(number, cells)| ReadRow::Cells(number, cells))),
            Self::Sheet(sheet) => Ok(sheet.next()?.map(|(number, cells)| ReadRow::Cells(number, cells))),
            Self::List(list) => Ok(list.next()?.map(|(number, object)| ReadRow::Object(number, object))),
        }
    }

    /// Whether the days of the workbook count from 1904, as old ones from a Mac do.
    #[must_use]
    pub fn counts_from_1904(&self) -> bool {
        match self {
            Self::Sheet(sheet) => sheet.counts_from_1904(),
            Self::Delimited(_) | Self::List(_) => false,
        }
    }
}

/// So much of a sheet is read for its first rows.
const READ_TO_SHOW: u64 = 64 * 1024 * 1024;

/// The first rows of a workbook's first sheet, as they are written; what cannot be read ends them.
pub(super) fn first_rows(workbook: &[u8], most: Room) -> TableShown {
    let mut shown = Beginning::new(most);
    let Ok(mut sheet) = Sheet::open(Arc::<[u8]>::from(workbook)) else { return shown.cut() };
    loop {
        match sheet.next() {
            Ok(None) => return shown.whole(),
            Ok(Some((_, cells))) if sheet.so_far() <= READ_TO_SHOW => {
                if !shown.push(cells.iter().map(ReadCell::written)) {
                    return shown.cut();
                }
            }
            Ok(Some(_)) | Err(_) => return shown.cut(),
        }
    }
}

/// The first rows of text with separators, as they are written; what cannot be read ends them.
pub(super) fn first_records(text: &str, separator: u8, most: Room) -> TableShown {
    let mut shown = Beginning::new(most);
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return shown.whole(),
            Ok(true) if shown.push(record.iter()) => {}
            Ok(true) | Err(_) => return shown.cut(),
        }
    }
}

/// What is shown of a table, as far as there is room.
struct Beginning {
    rows: Vec<Vec<String>>,
    left: Room,
    cut: bool,
}

impl Beginning {
    fn new(most: Room) -> Self {
        Self { rows: Vec::new(), left: most, cut: false }
    }

    /// Takes a row in, and says whether there was room for it. What is too long or too wide is cut.
    fn push<'a>(&mut self, cells: impl Iterator<Item = &'a str>) -> bool {
        if self.left.rows == 0 || self.left.text == 0 {
            return false;
        }
        self.left.rows -= 1;
        let mut row = Vec::new();
        for cell in cells {
            if row.len() == MOST_COLUMNS {
                self.cut = true;
                break;
            }
            let end = cell.char_indices().nth(self.left.text).map_or(cell.len(), |(end, _)| end);
            let kept = cell.get(..end).unwrap_or_default();
            self.cut |= end < cell.len();
            self.left.text -= kept.chars().count();
            row.push(kept.to_owned());
        }
        self.rows.push(row);
        true
    }

    fn whole(self) -> TableShown {
        (self.rows, self.cut)
    }

    fn cut(self) -> TableShown {
        (self.rows, true)
    }
}

/// The encoding in which the whole file is text, and the first character that is no blank.
fn encoding(path: &Path) -> Result<(&'static Encoding, Option<char>), TableFault> {
    let mut beginning = Vec::new();
    open(path)?.take(4).read_to_end(&mut beginning).map_err(|_| TableFault::Unreadable)?;
    let candidates: &[&'static Encoding] = match Encoding::for_bom(&beginning) {
        Some((encoding, _)) => &[encoding],
        None => &[UTF_8, WINDOWS_1252],
    };
    for encoding in candidates {
        if let Some(first) = text_in(path, encoding)? {
            return Ok((encoding, first));
        }
    }
    Err(TableFault::NotText)
}

/// Whether the whole file is text in this encoding; with the first character that is no blank.
fn text_in(path: &Path, encoding: &'static Encoding) -> Result<Option<Option<char>>, TableFault> {
    let mut decoded = Decoded::new(open(path)?, encoding);
    let mut first = None;
    let mut piece = [0; 16 * 1024];
    loop {
        let count = match decoded.read(&mut piece) {
            Ok(0) => return Ok(Some(first)),
            Ok(count) => count,
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => return Ok(None),
            Err(_) => return Err(TableFault::Unreadable),
        };
        let bytes = piece.get(..count).unwrap_or_default();
        if bytes.iter().any(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\r' | b'\n')) {
            return Ok(None);
        }
        if first.is_none() {
            first = bytes.iter().find(|byte| !byte.is_ascii_whitespace()).map(|byte| char::from(*byte));
        }
    }
}

fn open(path: &Path) -> Result<File, TableFault> {
    File::open(path).map_err(|_| TableFault::Missing)
}
