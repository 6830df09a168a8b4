//! Text with separators, row by row.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use csv::{Reader, ReaderBuilder, StringRecord, Trim};
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
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .has_headers(false)
            .trim(Trim::All)
            .buffer_capacity(PIECE)
            .from_reader(Bounded::new(Decoded::new(open(path)?, encoding)));
        Ok(Self { reader, separator, record: StringRecord::new(), width: 0, breaks: 0 })
    }

    pub(super) fn next(&mut self) -> Result<Option<(u64, Vec<ReadCell>)>, TableFault> {
        self.reader.get_mut().begin();
        let line = self.reader.position().line();
        match self.reader.read_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(_) if self.reader.get_ref().exceeded() => return Err(TableFault::TooLong(line - self.breaks)),
            Err(_) => return Err(TableFault::Unreadable),
        }
        let number = self.record.position().map_or(line, csv::Position::line) - self.breaks;
        if self.width == 0 {
            self.width = self.record.len();
            if self.width > MOST_COLUMNS {
                return Err(TableFault::TooWide(self.width));
            }
        }
        if let Some(fault) = self.swallowed(number) {
            return Err(fault);
        }
        self.breaks += self.record.iter().map(breaks).sum::<u64>();
        Ok(Some((number, self.record.iter().map(cell).collect())))
    }

    /// A quotation mark that opens a cell and is never closed makes a cell of all that follows. Then somebody's words would
    /// become part of another's, so the row is not taken in.
    fn swallowed(&self, number: u64) -> Option<TableFault> {
        let short = self.record.len() < self.width;
        let last = self.record.iter().last().unwrap_or_default();
        if short && self.reader.is_done() && breaks(last) > 0 {
            return Some(TableFault::OpenQuote(number));
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
    let guarded = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    match guarded {
        Some(rest) => ReadCell::Text(rest.to_owned()),
        None if text.starts_with('=') => ReadCell::Formula,
        None => ReadCell::Text(text.to_owned()),
    }
}
