//! The rows that were refused, as a file that can be mended and imported: a table beside a table, a list beside a list.

use serde_json::Value;

use super::RefusedRow;
use super::columns::{Column, Columns};
use super::reader::{Entry, Source};
use crate::adapter::exchange::{Cell, csv};

/// The refused rows of a file as they stood.
#[derive(Default)]
pub(in crate::api) struct RefusedRows {
    heads: Vec<String>,
    rows: Vec<Vec<Cell>>,
    objects: Vec<Value>,
}

impl RefusedRows {
    /// None so far, of a file with these columns.
    pub fn new(columns: Option<&Columns>) -> Self {
        let heads = columns.map(|columns| columns.headings.clone()).unwrap_or_default();
        Self { heads, ..Self::default() }
    }

    /// Keeps the rows of a request, each with what is wrong with it.
    pub fn keep(&mut self, entry: &Entry, refused: &[RefusedRow], columns: Option<&Columns>) {
        match &entry.source {
            Source::Object(object) => self.objects.push(object.clone()),
            Source::Cells(rows) => {
                let told = columns.and_then(|columns| columns.place(Column::Told));
                for (number, cells) in rows {
                    let mut row: Vec<Cell> = cells
                        .iter()
                        .enumerate()
                        .filter(|(place, _)| Some(*place) != told)
                        .map(|(_, cell)| Cell::Text(cell.written().to_owned()))
                        .collect();
                    // A row with too few cells still has its words in the last column, and one with too many is cut there.
                    row.resize(self.heads.len() - usize::from(told.is_some()), Cell::Empty);
                    row.push(Cell::Text(words(refused, *number)));
                    self.rows.push(row);
                }
            }
        }
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.rows.len() + self.objects.len()
    }

    /// Whether they are objects of a list.
    pub fn are_objects(&self) -> bool {
        !self.objects.is_empty()
    }

    /// The file.
    pub fn file(&self) -> Vec<u8> {
        if self.are_objects() {
            let lines: Vec<String> = self.objects.iter().map(Value::to_string).collect();
            return format!("[\n{}\n]\n", lines.join(",\n")).into_bytes();
        }
        let told = Column::Told.heading();
        let mut heads: Vec<&str> = self.heads.iter().map(String::as_str).filter(|head| *head != told).collect();
        heads.push(told);
        csv(&heads, &self.rows)
    }
}

/// What is wrong with a row, with the name of the column before each.
fn words(refused: &[RefusedRow], number: u64) -> String {
    let fields = refused.iter().filter(|row| row.row == number).flat_map(|row| &row.fields);
    let texts = fields.map(|field| match &field.heading {
        Some(heading) => format!("{heading}: {}", field.message),
        None => field.message.clone(),
    });
    texts.collect::<Vec<_>>().join(" ")
}
