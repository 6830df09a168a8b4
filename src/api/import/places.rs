//! Where in a file stands what is wrong with a request: row and column.

use std::collections::BTreeMap;

use super::columns::{Column, Columns, letters};
use super::reader::Entry;
use super::{Found, ImportProblem, RefusedRow};
use crate::api::failure::FieldProblem;
use crate::api::spoken::say;

/// The refused rows of a request, with everything that is wrong: how it is written, and what the checks say.
pub(in crate::api) fn refused(entry: &Entry, columns: Option<&Columns>, checks: &[FieldProblem]) -> Vec<RefusedRow> {
    let first = entry.rows.first().copied().unwrap_or_default();
    let mut rows: BTreeMap<u64, Vec<ImportProblem>> = BTreeMap::new();
    for found in &entry.found {
        rows.entry(found.row).or_default().push(of_found(found, columns));
    }
    for check in checks {
        let column = column_of(&check.path);
        // What the checks say of a cell that could not be read is about a value that was never there.
        let told = entry.found.iter().any(|found| found.column.is_some() && found.column == column);
        if !told {
            let row = demand_of(&check.path).and_then(|place| entry.demands.get(place)).copied().unwrap_or(first);
            let column = columns.and(column);
            rows.entry(row).or_default().push(ImportProblem {
                path: check.path.clone(),
                code: check.code.clone(),
                message: check.message.clone(),
                column: column.and_then(|column| columns?.place(column)).map(letters),
                heading: column.map(|column| column.heading().to_owned()),
            });
        }
    }
    let faulty = rows.keys().next().copied();
    for row in entry.rows.iter().filter(|row| !rows.contains_key(row)).copied().collect::<Vec<_>>() {
        let faulty = faulty.unwrap_or(first);
        let message = say!(
            format!("Raden hører til samme henvendelse som rad {faulty}, som har feil. Rett feilen der."),
            format!("Rada høyrer til same førespurnad som rad {faulty}, som har feil. Rett feilen der."),
            format!("The row belongs to the same request as row {faulty}, which has an error. Correct it there."),
        );
        let problem =
            ImportProblem { path: String::new(), code: "belongs".to_owned(), message, column: None, heading: None };
        rows.insert(row, vec![problem]);
    }
    rows.into_iter().map(|(row, fields)| RefusedRow { row, fields }).collect()
}

/// The refused rows of a request that something stopped as a whole.
pub(in crate::api) fn refused_by(
    entry: &Entry,
    columns: Option<&Columns>,
    path: &str,
    code: &str,
    message: &str,
) -> Vec<RefusedRow> {
    let problem = FieldProblem { path: path.to_owned(), code: code.to_owned(), message: message.to_owned() };
    refused(entry, columns, &[problem])
}

fn of_found(found: &Found, columns: Option<&Columns>) -> ImportProblem {
    ImportProblem {
        path: found.column.map(|column| column.path().to_owned()).unwrap_or_default(),
        code: found.code.to_owned(),
        message: found.message.clone(),
        column: found.column.and_then(|column| columns?.place(column)).map(letters),
        heading: found.column.map(|column| column.heading().to_owned()),
    }
}

/// The place of the demand that a path is about.
fn demand_of(path: &str) -> Option<usize> {
    path.strip_prefix("demands[")?.split(']').next()?.parse().ok()
}

/// The column that fills the field of a path.
fn column_of(path: &str) -> Option<Column> {
    if let Some(rest) = path.strip_prefix("demands[") {
        return match rest.split_once("].").map_or("", |(_, field)| field) {
            "register" => Some(Column::Register),
            "right" => Some(Column::Right),
            "grounds" => Some(Column::Grounds),
            field if field.starts_with("facts") => Some(Column::Facts),
            _ => Some(Column::Register),
        };
    }
    if path.starts_with("other_rules[") {
        return Some(if path.ends_with(".text") { Column::OtherRulesText } else { Column::OtherRules });
    }
    if path.starts_with("attachments") {
        return Some(Column::Attachments);
    }
    if path == "demands" {
        return Some(Column::Register);
    }
    // Of a place inside what one column holds, the column: `person.address.lines[0]` stands in that of `person.address`.
    let mut wider = Some(path);
    while let Some(path) = wider {
        if let Some(column) = Column::of_path(path) {
            return Some(column);
        }
        wider = path.rsplit_once(['.', '[']).map(|(wider, _)| wider);
    }
    None
}
