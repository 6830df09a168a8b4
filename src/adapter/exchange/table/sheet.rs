//! The rows of a workbook's first sheet.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::bounded::{Bounded, PIECE, ROW};
use super::fault::TableFault;
use super::packed::{Origin, Part, Parts};
use super::{MOST_COLUMNS, ReadCell};
use crate::adapter::exchange::xml::{attribute, character};

/// So much text may the cells of a workbook share; it is the one thing of a file that is kept in memory whole.
const SHARED: usize = 256 * 1024 * 1024;
/// So many of them may there be, empty ones too.
const MOST_SHARED: usize = 1_000_000;
/// So much is read for their sake, with what stands around them.
const SHARED_READ: u64 = 2 * SHARED as u64;
/// How much text may stand in one row. What cells share is small in the file, whatever it comes to where it is shown.
const ROW_TEXT: usize = ROW as usize;

type Xml<Bytes> = Reader<BufReader<Bounded<Part<Bytes>>>>;

/// The rows of a workbook's first sheet.
pub struct Sheet<At: Origin> {
    xml: Xml<At::Bytes>,
    buffer: Vec<u8>,
    shared: Shared,
    /// How much more of what is shared may stand in the rows, all of them together.
    left: usize,
    from_1904: bool,
    row: u64,
    width: usize,
    ended: bool,
}

/// The texts that cells share, one after the other.
#[derive(Default)]
struct Shared {
    text: String,
    ends: Vec<u32>,
}

impl Shared {
    fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)? as usize;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        self.text.get(start..end)
    }
}

/// A cell while it is read.
#[derive(Default)]
struct Unfinished {
    kind: String,
    column: usize,
    value: String,
    formula: Option<String>,
}

impl<At: Origin> Sheet<At> {
    pub(super) fn open(at: At) -> Result<Self, TableFault> {
        let mut parts = Parts::open(at)?;
        let (relation, from_1904) = first_sheet(&mut parts)?;
        let target = target(&mut parts, &relation)?;
        let shared = shared(&mut parts)?;
        let xml = xml(parts.part(&target)?.ok_or(TableFault::Broken)?);
        Ok(Self { xml, buffer: Vec::new(), shared, left: SHARED, from_1904, row: 0, width: 0, ended: false })
    }

    pub(super) fn counts_from_1904(&self) -> bool {
        self.from_1904
    }

    /// How much of the sheet has been read.
    pub(super) fn so_far(&self) -> u64 {
        self.xml.get_ref().get_ref().so_far().0
    }

    pub(super) fn next(&mut self) -> Result<Option<(u64, Vec<ReadCell>)>, TableFault> {
        let mut cells: Vec<ReadCell> = Vec::new();
        let mut cell: Option<Unfinished> = None;
        let (mut inside, mut phonetic, mut formula) = (false, false, false);
        let (before, mut left) = (self.row, ROW_TEXT);
        self.xml.get_mut().get_mut().begin();
        while !self.ended {
            self.buffer.clear();
            let event = self.xml.read_event_into(&mut self.buffer);
            let event = match event {
                Ok(event) => event,
                Err(error) => {
                    let row = self.row.max(before.saturating_add(1));
                    return Err(fault(&error, self.xml.get_ref().get_ref(), row));
                }
            };
            match event {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "row" => {
                    let counted = self.row.saturating_add(1);
                    self.row = attribute(&tag, "r").and_then(|row| row.parse().ok()).unwrap_or(counted);
                }
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "c" => cell = Some(begun(&tag, cells.len())?),
                    "v" | "t" => inside = !phonetic,
                    "f" => {
                        formula = true;
                        cell.iter_mut().for_each(|cell| cell.formula = Some("=".to_owned()));
                    }
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Event::Empty(tag) if tag.local_name().as_ref() == "f" => {
                    cell.iter_mut().for_each(|cell| cell.formula = Some("=".to_owned()));
                }
                Event::Text(text) if formula => {
                    let words = text.xml10_content();
                    cell.iter_mut().filter_map(|cell| cell.formula.as_mut()).for_each(|cell| cell.push_str(&words));
                }
                Event::Text(text) if inside => {
                    cell.iter_mut().for_each(|cell| cell.value.push_str(&text.xml10_content()));
                }
                Event::CData(text) if inside => {
                    cell.iter_mut().for_each(|cell| cell.value.push_str(&text.xml10_content()));
                }
                Event::GeneralRef(reference) if inside => {
                    let character = character(&reference).ok_or(TableFault::Broken)?;
                    cell.iter_mut().for_each(|cell| cell.value.push(character));
                }
                Event::End(tag) => match tag.local_name().as_ref() {
                    "v" | "t" => inside = false,
                    "f" => formula = false,
                    "rPh" => phonetic = false,
                    "c" => {
                        if let Some(cell) = cell.take() {
                            let column = cell.column;
                            let read = self.finished(cell, &mut left)?;
                            cells.resize(column.max(cells.len()), ReadCell::Text(String::new()));
                            cells.truncate(column);
                            cells.push(read);
                        }
                    }
                    "row" => break,
                    "sheetData" => self.ended = true,
                    _ => {}
                },
                Event::DocType(_) => return Err(TableFault::Broken),
                Event::Eof => return Err(TableFault::Broken),
                Event::Empty(_)
                | Event::Text(_)
                | Event::CData(_)
                | Event::GeneralRef(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_) => {}
            }
        }
        if self.ended {
            return Ok(None);
        }
        while cells.last().is_some_and(ReadCell::is_empty) {
            cells.pop();
        }
        if self.width == 0 && cells.len() > MOST_COLUMNS {
            return Err(TableFault::TooWide(cells.len()));
        }
        // A sheet leaves out the empty cells at the end of a row.
        self.width = if self.width == 0 { cells.len() } else { self.width };
        cells.resize(self.width.max(cells.len()), ReadCell::Text(String::new()));
        Ok(Some((self.row, cells)))
    }

    /// What stands in a cell, as long as there is room for it in its row.
    fn finished(&mut self, cell: Unfinished, left: &mut usize) -> Result<ReadCell, TableFault> {
        if let Some(formula) = cell.formula {
            return Ok(ReadCell::Formula(formula));
        }
        if cell.kind == "e" {
            return Ok(ReadCell::Formula(cell.value));
        }
        Ok(match cell.kind.as_str() {
            "s" => {
                let place = cell.value.trim().parse().map_err(|_| TableFault::Broken)?;
                let text = self.shared.get(place).ok_or(TableFault::Broken)?.trim();
                *left = left.checked_sub(text.len()).ok_or(TableFault::TooLong(self.row))?;
                self.left = self.left.checked_sub(text.len()).ok_or(TableFault::Bomb)?;
                ReadCell::Text(text.to_owned())
            }
            "b" => ReadCell::Text(if cell.value.trim() == "1" { "ja" } else { "nei" }.to_owned()),
            "n" | "" if !cell.value.trim().is_empty() => ReadCell::Number(number(cell.value.trim())),
            _ => ReadCell::Text(cell.value.trim().to_owned()),
        })
    }
}

fn xml<Bytes: Read>(part: Bounded<Part<Bytes>>) -> Xml<Bytes> {
    Reader::from_reader(BufReader::with_capacity(PIECE, part))
}

/// A cell that begins, with its column: `C7` is the third.
fn begun(tag: &BytesStart<'_>, next: usize) -> Result<Unfinished, TableFault> {
    let column = match attribute(tag, "r") {
        Some(place) => {
            let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
            let column = letters.fold(0, |sum, byte| sum * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1);
            column.checked_sub(1).ok_or(TableFault::Broken)?
        }
        None => next,
    };
    // No workbook has more columns.
    if column >= 16_384 {
        return Err(TableFault::TooWide(column + 1));
    }
    Ok(Unfinished { kind: attribute(tag, "t").unwrap_or_default(), column, ..Unfinished::default() })
}

/// A number as a person would write it: a workbook may write 13846107759 as 1.3846107759E10.
fn number(text: &str) -> String {
    match text.parse::<f64>() {
        Ok(value) if value.fract() == 0.0 && value.abs() < 9.0e15 => format!("{value:.0}"),
        Ok(_) | Err(_) => text.to_owned(),
    }
}

fn fault(error: &quick_xml::Error, part: &Bounded<Part<impl Read>>, row: u64) -> TableFault {
    let quick_xml::Error::Io(cause) = error else { return TableFault::Broken };
    match cause.kind() == std::io::ErrorKind::QuotaExceeded {
        true => TableFault::Bomb,
        false if part.exceeded() => TableFault::TooLong(row),
        false => TableFault::Broken,
    }
}

/// A part that is small in every workbook, read whole.
fn small(parts: &mut Parts<impl Origin>, name: &str) -> Result<Vec<u8>, TableFault> {
    let mut bytes = Vec::new();
    let mut part = parts.part(name)?.ok_or(TableFault::Broken)?;
    part.read_to_end(&mut bytes).map_err(|_| if part.exceeded() { TableFault::Bomb } else { TableFault::Broken })?;
    Ok(bytes)
}

/// The relation of the first sheet, and whether days count from 1904.
fn first_sheet(parts: &mut Parts<impl Origin>) -> Result<(String, bool), TableFault> {
    let bytes = small(parts, "xl/workbook.xml")?;
    let mut xml = Reader::from_reader(bytes.as_slice());
    let (mut sheet, mut from_1904) = (None, false);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| TableFault::Broken)? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "workbookPr" => {
                    from_1904 = attribute(&tag, "date1904").is_some_and(|value| value == "1" || value == "true");
                }
                "sheet" if sheet.is_none() => sheet = attribute(&tag, "r:id"),
                _ => {}
            },
            Event::DocType(_) => return Err(TableFault::Broken),
            Event::Eof => return Ok((sheet.ok_or(TableFault::Broken)?, from_1904)),
            Event::End(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_) => {}
        }
    }
}

/// The part that a relation of the workbook points to.
fn target(parts: &mut Parts<impl Origin>, relation: &str) -> Result<String, TableFault> {
    let bytes = small(parts, "xl/_rels/workbook.xml.rels")?;
    let mut xml = Reader::from_reader(bytes.as_slice());
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| TableFault::Broken)? {
            Event::Start(tag) | Event::Empty(tag) if attribute(&tag, "Id").as_deref() == Some(relation) => {
                let target = attribute(&tag, "Target").ok_or(TableFault::Broken)?;
                return Ok(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned));
            }
            Event::Eof => return Err(TableFault::Broken),
            Event::Start(_)
            | Event::Empty(_)
            | Event::End(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::DocType(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_) => {}
        }
    }
}

/// The texts that cells share; none where every cell has its own.
fn shared(parts: &mut Parts<impl Origin>) -> Result<Shared, TableFault> {
    let mut shared = Shared::default();
    let Some(part) = parts.part("xl/sharedStrings.xml")? else { return Ok(shared) };
    let mut xml = xml(part);
    let mut buffer = Vec::new();
    let (mut inside, mut phonetic) = (false, false);
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer);
        let event = match event {
            Ok(event) => event,
            // A text that goes on and on stands in no row yet.
            Err(_) if xml.get_ref().get_ref().exceeded() => return Err(TableFault::Bomb),
            Err(error) => return Err(fault(&error, xml.get_ref().get_ref(), 1)),
        };
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => inside = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => {
                shared.end(xml.get_ref().get_ref().so_far().0)?;
                xml.get_mut().get_mut().begin();
            }
            Event::Text(text) if inside => shared.text.push_str(&text.xml10_content()),
            Event::CData(text) if inside => shared.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if inside => {
                shared.text.push(character(&reference).ok_or(TableFault::Broken)?)
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => inside = false,
                "rPh" => phonetic = false,
                "si" => {
                    shared.end(xml.get_ref().get_ref().so_far().0)?;
                    xml.get_mut().get_mut().begin();
                }
                _ => {}
            },
            Event::DocType(_) => return Err(TableFault::Broken),
            Event::Eof => return Ok(shared),
            Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_) => {}
        }
    }
}

impl Shared {
    /// One text is at its end, when so much has been read of them all.
    fn end(&mut self, read: u64) -> Result<(), TableFault> {
        if self.text.len() > SHARED || self.ends.len() == MOST_SHARED || read > SHARED_READ {
            return Err(TableFault::Bomb);
        }
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| TableFault::Bomb)?);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};
    use std::sync::Arc;

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::*;

    /// A workbook with these shared texts, packed or not, and one empty sheet.
    fn workbook(shared: &[u8], method: CompressionMethod) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in [
            ("xl/workbook.xml", &b"<workbook><sheets><sheet r:id='r1'/></sheets></workbook>"[..]),
            ("xl/_rels/workbook.xml.rels", b"<r><Relationship Id='r1' Target='worksheets/a.xml'/></r>"),
            ("xl/sharedStrings.xml", shared),
            ("xl/worksheets/a.xml", b"<worksheet><sheetData></sheetData></worksheet>"),
        ] {
            writer.start_file(name, SimpleFileOptions::default().compression_method(method)).expect("a part");
            writer.write_all(bytes).expect("written");
        }
        writer.finish().expect("finished").into_inner()
    }

    fn opened(workbook: &[u8]) -> Option<TableFault> {
        Sheet::open(Arc::<[u8]>::from(workbook)).err()
    }

    #[test]
    fn texts_that_cells_share_are_bounded_in_number_too() {
        for (there, read, expected) in [
            (MOST_SHARED - 1, 0, Ok(())),
            (MOST_SHARED, 0, Err(TableFault::Bomb)),
            (0, SHARED_READ, Ok(())),
            (0, SHARED_READ + 1, Err(TableFault::Bomb)),
        ] {
            let mut shared = Shared { text: String::new(), ends: vec![0; there] };
            assert_eq!(shared.end(read), expected, "{there} texts and {read} bytes");
        }
        let long = format!("<si><t>{}</t></si>", "a".repeat(3 * ROW_TEXT));
        assert_eq!(opened(&workbook(long.as_bytes(), CompressionMethod::Stored)), Some(TableFault::Bomb));
    }

    #[test]
    fn a_part_that_calls_itself_larger_than_its_file_may_unpack_to_no_more() {
        let shared = format!("<si>{}</si>", " ".repeat(64 * 1024)).repeat(400);
        let honest = workbook(shared.as_bytes(), CompressionMethod::Deflated);
        assert_eq!(opened(&honest), Some(TableFault::Bomb));
        let mut lying = honest;
        let unpacked = u32::try_from(shared.len()).expect("a size").to_le_bytes();
        // The packed size stands right before the unpacked one, before the part and in the list of parts.
        let told: Vec<usize> = (4..lying.len() - 4).filter(|at| lying[*at..].starts_with(&unpacked)).collect();
        assert_eq!(told.len(), 2);
        for at in told {
            lying[at - 4..at].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
        }
        assert_eq!(opened(&lying), Some(TableFault::Bomb));
    }
}
