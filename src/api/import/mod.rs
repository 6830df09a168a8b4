//! Many requests from a file: one row for each, or several with the same key, checked as a typed one is.

mod columns;
mod draft;
mod fault_text;
mod places;
mod reader;
mod refused_rows;
mod values;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use self::columns::Column;
use crate::api::draft::RequestDraft;

pub(super) use self::places::{refused, refused_by};
pub(super) use self::reader::{Entry, Reader};
pub(super) use self::refused_rows::RefusedRows;

/// A file of requests.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ImportInput {
    pub file: PathBuf,
    /// Whether it is only told what would become of it.
    pub dry_run: bool,
}

/// What became of a file of requests, or would.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[allow(missing_docs)]
pub struct ImportAnswer {
    pub dry_run: bool,
    /// How many requests were registered, or would be.
    pub registered: u64,
    /// How many were registered already, by an earlier import or a row before.
    pub known: u64,
    /// The rows of those that were not, each with everything that is wrong with it.
    pub refused: Vec<RefusedRow>,
    /// What was taken for something else than it says.
    pub notices: Vec<ImportNotice>,
}

/// A row that was not registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct RefusedRow {
    /// As a spreadsheet counts: the head is row 1. In a list of JSON objects, its place in the list.
    pub row: u64,
    pub fields: Vec<ImportProblem>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct ImportProblem {
    /// The field of the request.
    pub path: String,
    pub code: String,
    pub message: String,
    /// The column as a spreadsheet names it, where the file has it.
    pub column: Option<String>,
    /// What the column is called.
    pub heading: Option<String>,
}

/// Something in a row that was taken for something else than it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct ImportNotice {
    pub row: u64,
    pub path: String,
    pub code: String,
    pub message: String,
}

/// One lot of an import.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[allow(missing_docs)]
pub struct ImportStep {
    /// The last row that was read.
    pub row: u64,
    /// Whether the file is at its end.
    pub done: bool,
    /// What became of the rows of this lot.
    pub answer: ImportAnswer,
}

/// Something wrong with how a row is written.
pub(super) struct Found {
    row: u64,
    column: Option<Column>,
    code: &'static str,
    message: String,
}

/// Something that was taken for something else than it says.
pub(super) struct Told {
    row: u64,
    column: Column,
    code: &'static str,
    message: String,
}

impl Told {
    /// The same as it is answered.
    pub(super) fn notice(self) -> ImportNotice {
        let Self { row, column, code, message } = self;
        ImportNotice { row, path: column.path().to_owned(), code: code.to_owned(), message }
    }
}

/// By what a request of a file is known again: the key that it gives, or else everything that it says.
pub(super) fn key(draft: &RequestDraft) -> (String, String) {
    let said = serde_json::to_value(draft).map(said).unwrap_or_default().to_string();
    match draft.idempotency_key.as_deref().map(str::trim).filter(|key| !key.is_empty()) {
        Some(key) => (key.to_owned(), said),
        None => (format!("import {said}"), said),
    }
}

/// What is said, without what is left open: an empty cell, `null` and a field that is not there are the same.
fn said(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(
            fields.into_iter().map(|(name, value)| (name, said(value))).filter(|(_, value)| !is_open(value)).collect(),
        ),
        Value::Array(values) => Value::Array(values.into_iter().map(said).filter(|value| !is_open(value)).collect()),
        Value::String(text) => Value::String(text.trim().to_owned()),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_)) => other,
    }
}

fn is_open(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
