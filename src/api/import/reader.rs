//! The requests of a file, one after the other, each with the rows that it stands in.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use super::columns::{Column, Columns};
use super::draft::{Row, Rows};
use super::fault_text::fault_text;
use super::{Found, Told};
use crate::adapter::exchange::{ReadCell, ReadRow, TableFault, TableFile};
use crate::api::draft::RequestDraft;
use crate::api::failure::{Exit, Failure};
use crate::api::spoken::say;

/// So many demands may one request have here; more rows with one key are a column that holds something else.
const MOST_DEMANDS: usize = 100;

/// A request of a file.
pub(in crate::api) struct Entry {
    /// The rows that it stands in.
    pub rows: Vec<u64>,
    /// The request as far as it can be read; `None` where a row has other cells than the head.
    pub draft: Option<RequestDraft>,
    /// The row of each demand.
    pub demands: Vec<u64>,
    /// What is wrong with how it is written.
    pub found: Vec<Found>,
    /// What was taken for something else than it says.
    pub told: Vec<Told>,
    /// The rows as they stand, to be mended.
    pub source: Source,
}

/// The rows of a request as they stand.
pub(in crate::api) enum Source {
    Cells(Vec<Row>),
    Object(Value),
}

impl Source {
    /// About how much room it takes in memory, in bytes: its text, and what holds each cell or value.
    pub fn size(&self) -> usize {
        match self {
            Self::Cells(rows) => rows.iter().flat_map(|(_, cells)| cells).map(|cell| HELD + cell.written().len()).sum(),
            Self::Object(value) => size(value),
        }
    }
}

/// What a cell or a value takes beside its text, in bytes.
const HELD: usize = 32;

fn size(value: &Value) -> usize {
    HELD + match value {
        Value::String(text) => text.len(),
        Value::Array(values) => values.iter().map(size).sum(),
        Value::Object(fields) => fields.iter().map(|(name, value)| HELD + name.len() + size(value)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

/// A file that is being read.
pub(in crate::api) struct Reader {
    file: TableFile,
    /// `None` for a list of objects, which names its fields itself.
    pub columns: Option<Arc<Columns>>,
    /// The row after those of the request before.
    ahead: Option<ReadRow>,
    /// The last row that was read.
    pub row: u64,
}

impl Reader {
    /// Opens a file and reads its head.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let mut file = TableFile::open(path).map_err(faulty)?;
        let (columns, ahead, row) = match next_filled(&mut file).map_err(faulty)? {
            None => return Err(faulty(TableFault::Empty)),
            Some(ReadRow::Cells(row, head)) => (Some(Arc::new(Columns::of(&head)?)), None, row),
            Some(object @ ReadRow::Object(..)) => (None, Some(object), 0),
        };
        Ok(Self { file, columns, ahead, row })
    }

    /// The next request; `None` after the last.
    pub fn next(&mut self) -> Result<Option<Entry>, Failure> {
        let first = match self.ahead.take() {
            Some(row) => Some(row),
            None => next_filled(&mut self.file).map_err(faulty)?,
        };
        match (first, &self.columns) {
            (None, _) => Ok(None),
            (Some(ReadRow::Object(row, object)), _) => {
                self.row = row;
                Ok(Some(of_object(row, object)))
            }
            (Some(ReadRow::Cells(row, cells)), Some(columns)) => {
                let columns = Arc::clone(columns);
                let rows = self.rows_with_the_same_key(&columns, (row, cells))?;
                Ok(Some(self.of_rows(&columns, rows)))
            }
            (Some(ReadRow::Cells(..)), None) => Err(faulty(TableFault::Broken)),
        }
    }

    /// The rows that follow each other with the same key.
    fn rows_with_the_same_key(&mut self, columns: &Columns, first: Row) -> Result<Vec<Row>, Failure> {
        let key = |cells: &[ReadCell]| {
            let cell = columns.place(Column::Key).and_then(|place| cells.get(place));
            cell.map(|cell| cell.text().to_owned()).filter(|key| !key.is_empty())
        };
        self.row = first.0;
        let wanted = key(&first.1);
        let mut rows = vec![first];
        while wanted.is_some() && rows.len() < MOST_DEMANDS {
            match next_filled(&mut self.file).map_err(faulty)? {
                Some(ReadRow::Cells(row, cells)) if key(&cells) == wanted => {
                    self.row = row;
                    rows.push((row, cells));
                }
                other => {
                    self.ahead = other;
                    break;
                }
            }
        }
        Ok(rows)
    }

    fn of_rows(&self, columns: &Columns, rows: Vec<Row>) -> Entry {
        let numbers = rows.iter().map(|(number, _)| *number).collect();
        let width = columns.headings.len();
        let uneven: Vec<Found> = rows
            .iter()
            .filter(|(_, cells)| cells.len() != width)
            .map(|(number, cells)| Found {
                row: *number,
                column: None,
                code: "cells",
                message: uneven_row(cells.len(), width),
            })
            .collect();
        if !uneven.is_empty() {
            let source = Source::Cells(rows);
            return Entry { rows: numbers, draft: None, demands: Vec::new(), found: uneven, told: Vec::new(), source };
        }
        let mut read = Rows::new(columns, &rows, self.file.counts_from_1904());
        let (draft, demands) = read.draft();
        let (found, told) = (read.found, read.told);
        Entry { rows: numbers, draft: Some(draft), demands, found, told, source: Source::Cells(rows) }
    }
}

/// The next row in which anything stands.
fn next_filled(file: &mut TableFile) -> Result<Option<ReadRow>, TableFault> {
    loop {
        match file.next_row()? {
            Some(ReadRow::Cells(_, cells)) if cells.iter().all(ReadCell::is_empty) => {}
            other => return Ok(other),
        }
    }
}

fn of_object(row: u64, object: Value) -> Entry {
    let source = Source::Object(object.clone());
    let (draft, found) = match serde_path_to_error::deserialize::<_, RequestDraft>(object) {
        Ok(draft) => (Some(draft), Vec::new()),
        Err(error) => {
            let unknown = error.inner().to_string().starts_with("unknown field");
            let path = error.path().to_string();
            // A name that is none may be somebody's.
            let named = path.len() <= 60
                && path.chars().all(|letter| letter.is_ascii_lowercase() || "_.[]0123456789".contains(letter));
            let field =
                Some(path).filter(|path| named && path.len() > 1).map(|path| format!(" {path}")).unwrap_or_default();
            let (code, message) = match unknown {
                true => (
                    "unknown-field",
                    say!(
                        format!("Feltet{field} finnes ikke. Rett navnet eller fjern det."),
                        format!("Feltet{field} finst ikkje. Rett namnet eller fjern det."),
                        format!("The field{field} does not exist. Correct its name or remove it."),
                    ),
                ),
                false => (
                    "unreadable",
                    say!(
                        format!("Feltet{field} har en verdi av feil type. Rett den."),
                        format!("Feltet{field} har ein verdi av feil type. Rett han."),
                        format!("The field{field} has a value of the wrong type. Correct it."),
                    ),
                ),
            };
            (None, vec![Found { row, column: None, code, message }])
        }
    };
    let demands = draft.iter().flat_map(|draft| draft.demands.iter().flatten()).map(|_| row).collect();
    Entry { rows: vec![row], draft, demands, found, told: Vec::new(), source }
}

fn faulty(fault: TableFault) -> Failure {
    let exit = if fault == TableFault::Missing { Exit::NotFound } else { Exit::NotWellFormed };
    Failure::new(exit, fault.code(), fault_text(fault))
}

fn uneven_row(cells: usize, width: usize) -> String {
    say!(
        format!(
            "Raden har {cells} celler, men overskriften har {width}. Sett tekst med skilletegn eller linjeskift i \
             anførselstegn, og lukk dem."
        ),
        format!(
            "Rada har {cells} celler, men overskrifta har {width}. Set tekst med skiljeteikn eller linjeskift i \
             hermeteikn, og lukk dei."
        ),
        format!(
            "The row has {cells} cells, but the head has {width}. Put text with separators or line breaks in quotation \
             marks, and close them."
        ),
    )
}
