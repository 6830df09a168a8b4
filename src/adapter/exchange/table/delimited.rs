//! Text with separators, row by row.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use csv::{Reader, ReaderBuilder, StringRecord};
use encoding_rs::Encoding;

use super::bounded::{Bounded, Decoded, PIECE};
use super::fault::TableFault;
use super::{MOST_COLUMNS, ReadCell, open};
use crate::adapter::exchange::text::separator;

/// The rows of a text.
pub struct Delimited {
    reader: Reader<Bounded<Decoded<File>>>,
    separator: u8,
    record: StringRecord,
    /// How many cells the first row has.
    width: usize,
    /// How many line breaks stood inside cells so far: a spreadsheet counts rows, not lines.
    breaks: u64,
    /// Whether lines end as on Windows. The reader has then not yet come to the next line when it has read a row.
    windows: bool,
}

impl Delimited {
    pub(super) fn open(path: &Path, encoding: &'static Encoding) -> Result<Self, TableFault> {
        let mut head = Vec::new();
        let mut beginning = BufReader::new(Bounded::new(Decoded::new(open(path)?, encoding)));
        // Blank lines before the head say nothing of what separates its cells.
        while head.trim_ascii().is_empty() {
            head.clear();
            if beginning.by_ref().read_until(b'\n', &mut head).map_err(|_| TableFault::TooLong(1))? == 0 {
                return Err(TableFault::Empty);
            }
        }
        let separator = separator(&String::from_utf8_lossy(&head));
        let windows = head.ends_with(b"\r\n");
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .has_headers(false)
            .buffer_capacity(PIECE)
            .from_reader(Bounded::new(Decoded::new(open(path)?, encoding)));
        Ok(Self { reader, separator, record: StringRecord::new(), width: 0, breaks: 0, windows })
    }

    pub(super) fn next(&mut self) -> Result<Option<(u64, Vec<ReadCell>)>, TableFault> {
        self.reader.get_mut().begin();
        // Where the row begins, if no blank line stands before it.
        let begins =
            (self.reader.position().line() + u64::from(self.windows && self.width > 0)).saturating_sub(self.breaks);
        match self.reader.read_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(_) if self.reader.get_ref().exceeded() => {
                return Err(TableFault::TooLong(begins));
            }
            Err(_) => return Err(TableFault::Unreadable),
        }
        let inside = self.record.iter().map(breaks).sum::<u64>();
        let on_the_next = !self.windows && !self.ends_in_a_row();
        let number = self.reader.position().line().saturating_sub(u64::from(on_the_next) + inside + self.breaks);
        if self.width == 0 {
            self.width = self.record.len();
            if self.width > MOST_COLUMNS {
                return Err(TableFault::TooWide(self.width));
            }
        }
        if let Some(fault) = self.swallowed(number, begins) {
            return Err(fault);
        }
        self.breaks += inside;
        Ok(Some((number, self.record.iter().map(cell).collect())))
    }

    /// Whether the file ended with the row that was read, without the end of a line.
    fn ends_in_a_row(&self) -> bool {
        let (total, last) = self.reader.get_ref().so_far();
        self.reader.position().byte() == total && last != Some(b'\n')
    }

    /// A quotation mark that opens a cell and is never closed makes a cell of all that follows. Then somebody's words would
    /// become part of another's, so the row is not taken in.
    fn swallowed(&self, number: u64, begins: u64) -> Option<TableFault> {
        let short = self.record.len() < self.width;
        let last = self.record.iter().next_back().unwrap_or_default();
        if short && self.reader.position().byte() == self.reader.get_ref().so_far().0 && breaks(last) > 0 {
            return Some(TableFault::OpenQuote(begins));
        }
        let separators = |line: &str| line.bytes().filter(|byte| *byte == self.separator).count();
        let rows_inside = |cell: &str| cell.lines().skip(1).any(|line| separators(line) + 1 >= self.width);
        (self.width > 2 && self.record.iter().any(rows_inside)).then_some(TableFault::SwallowedRows(number))
    }
}

fn breaks(cell: &str) -> u64 {
    cell.bytes().filter(|byte| *byte == b'\n').count() as u64
}

/// A cell. An apostrophe before a sign that begins a formula was put there so that a spreadsheet leaves the cell alone.
fn cell(text: &str) -> ReadCell {
    let text = text.trim();
    let guarded = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    match guarded {
        Some(rest) => ReadCell::Text(rest.to_owned()),
        None if text.starts_with('=') => ReadCell::Formula(text.to_owned()),
        None => ReadCell::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::UTF_8;

    use super::*;

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv");
        for line in ["\n", "\r\n"] {
            for last in [line, ""] {
                let rows = ["a;b", "1;2", "", "3;\"x%y%\"", "5;6"].join(line).replace('%', line) + last;
                std::fs::write(&path, rows).expect("a file");
                let mut table = Delimited::open(&path, UTF_8).expect("a table");
                let mut numbers = Vec::new();
                while let Some((number, _)) = table.next().expect("a row") {
                    numbers.push(number);
                }
                assert_eq!(numbers, [1, 2, 4, 5], "{line:?} {last:?}");
            }
        }
    }
}
