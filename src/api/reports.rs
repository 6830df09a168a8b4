//! The files that go with an answer, as they are shown.

use serde::Serialize;
use ts_rs::TS;

use super::spoken::spoken;
use crate::casework::request::Case;
use crate::law::calendar::oslo_date;
use crate::usecase::Opened;

/// A file that was added to a case for the answer.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReportAnswer {
    /// Its place among the files that were added to the case, from 1.
    pub number: u32,
    /// What it is called in the letter; `None` once it is erased.
    pub title: Option<String>,
    pub media_type: String,
    /// «PDF», «CSV» or «XLSX».
    pub kind_label: String,
    /// In bytes.
    pub size: u32,
    /// `rapport` or `logg`.
    pub used_as: String,
    pub used_as_label: String,
    pub by: Option<String>,
    pub on: Option<String>,
}

/// The files of a case that were not taken away again, in the order in which they were added.
#[must_use]
pub fn reports(opened: &Opened, case: &Case) -> Vec<ReportAnswer> {
    (1..)
        .zip(&case.reports)
        .filter(|(_, report)| !report.removed)
        .map(|(number, report)| {
            let recorded = opened.entry(report.event);
            ReportAnswer {
                number,
                title: opened.words(report.title).map(str::to_owned),
                media_type: report.kind.media_type().to_owned(),
                kind_label: report.kind.label().to_owned(),
                size: report.size,
                used_as: report.used_as.id().to_owned(),
                used_as_label: report.used_as.label().get(spoken()).to_owned(),
                by: recorded.map(|recorded| recorded.actor.clone()),
                on: recorded.map(|recorded| oslo_date(recorded.at).to_string()),
            }
        })
        .collect()
}
