//! Files that go with an answer.

use std::fmt;
use std::path::PathBuf;

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case_show::CaseShow;
use crate::api::failure::{Exit, Failure};
use crate::api::spoken::say;
use crate::casework::request::{LARGEST_REPORT, ReportUse};
use crate::usecase::{BroughtFile, Problem, ReportProblem};

/// The longest title of a file, in characters.
const LONGEST_TITLE: usize = 200;

/// Adds a file to a case.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseReportAdd {
    pub case: String,
    /// Where the file lies. The window asks the user in Rust; the page never says it.
    pub file: PathBuf,
    /// What the file is called in the letter.
    pub title: String,
    /// `rapport` or `logg`.
    pub used_as: String,
    pub if_version: Option<u32>,
}

impl fmt::Debug for CaseReportAdd {
    /// A file may be named after a person.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("CaseReportAdd").field("case", &self.case).finish_non_exhaustive()
    }
}

/// Takes a file away from a case.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseReportRemove {
    pub case: String,
    pub report: u32,
    pub if_version: Option<u32>,
}

impl Desk {
    /// Adds a file to a case, for the answer.
    ///
    /// # Errors
    /// [`Exit::NotFound`] for a file that cannot be read, [`Exit::NotWellFormed`] for one that cannot go with an answer,
    /// [`Exit::RuleRefuses`] for a case that it does not belong to; nothing was changed.
    pub fn case_report_add(&mut self, given: &CaseReportAdd) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let used_as = input::choice("used_as", &given.used_as, ReportUse::from_id, &ReportUse::ALL.map(ReportUse::id))?;
        let title = input::text("title", &given.title, LONGEST_TITLE)?;
        let file = bring(&given.file, LARGEST_REPORT, |megabytes| ReportProblem::TooLarge(megabytes).into())?;
        let opened = self.workplace()?.add_report(number, file, title, used_as, given.if_version)?;
        self.show(&opened, number)
    }

    /// Takes a file away from a case, and erases it.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] once the answer is sent; nothing was changed.
    pub fn case_report_remove(&mut self, given: &CaseReportRemove) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let opened = self.workplace()?.remove_report(number, given.report, given.if_version)?;
        self.show(&opened, number)
    }
}

/// Reads a file that is no larger than it may be, in bytes. Its name goes no further: it may be a person's.
pub(super) fn bring(
    path: &std::path::Path,
    largest: u32,
    too_large: impl FnOnce(u64) -> Problem,
) -> Result<BroughtFile, Failure> {
    let unreadable = |_: std::io::Error| {
        let message = say!(
            "Filen finnes ikke eller kan ikke leses. Se om stien er riktig.",
            "Fila finst ikkje eller kan ikkje lesast. Sjå om stien er rett.",
            "The file is not there or cannot be read. See whether the path is right.",
        );
        Failure::new(Exit::NotFound, "no-such-file", message)
    };
    let found = std::fs::metadata(path).map_err(unreadable)?;
    if !found.is_file() {
        return Err(unreadable(std::io::ErrorKind::IsADirectory.into()));
    }
    let size = found.len();
    if size > u64::from(largest) {
        return Err(too_large(size.div_ceil(1024 * 1024)).into());
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    Ok(BroughtFile { ending, bytes: std::fs::read(path).map_err(unreadable)? })
}
