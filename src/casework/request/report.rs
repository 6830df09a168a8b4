//! Files that go with an answer: reports of registers, and the log of who has seen the data.
//!
//! They are added to the case before the letter. What is taken away again is erased: it may have been another person's.

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{Refusal, RefusalCode, refusal};
use super::state::Request;
use crate::casework::ids::{CaseLetter, ContentId};
use crate::law::rights::Right;
use crate::wording::Trilingual;

/// The largest file that can be added, in bytes: 20 MB.
pub const LARGEST_REPORT: u32 = 20 * 1024 * 1024;

/// Why what is taken away is erased.
const ERASED: &str = "personvernforordningen art. 5 nr. 1 bokstav c";
const SOURCE: &str = "Personvernforordningen art. 15 nr. 3; helseregisterloven § 24";

/// What kind of file it is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// PDF.
    Pdf,
    /// A table as text, with commas or semicolons.
    Csv,
    /// A workbook (Office Open XML).
    Xlsx,
}

impl ReportKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Csv, Self::Xlsx];

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Csv => "text/csv",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The kind with this media type.
    #[must_use]
    pub fn from_media_type(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media_type() == text)
    }

    /// How the name of such a file ends, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// What people call it, in every language.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Csv => "CSV",
            Self::Xlsx => "XLSX",
        }
    }
}

/// What the file is in the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportUse {
    /// A report, which goes with the letter as it is.
    Report,
    /// A log of who has seen or been given the data, which the letter shows as a table (helseregisterloven § 24 andre ledd).
    Log,
}

impl ReportUse {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Report, Self::Log];

    /// The word for it in files and documents.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Report => "rapport",
            Self::Log => "logg",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Report => Trilingual::fixed("Rapport", "Rapport", "Report"),
            Self::Log => Trilingual::fixed("Logg over innsyn", "Logg over innsyn", "Log of access"),
        }
    }
}

/// A file that is added to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// Which case.
    pub case: CaseLetter,
    /// Its bytes.
    pub file: ContentId,
    /// What it is called in the letter.
    pub title: ContentId,
    /// What kind of file it is.
    pub kind: ReportKind,
    /// How many bytes it has.
    pub size: u32,
    /// What it is in the answer.
    pub used_as: ReportUse,
}

/// A file of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddedReport {
    /// Its bytes.
    pub file: ContentId,
    /// What it is called in the letter.
    pub title: ContentId,
    /// What kind of file it is.
    pub kind: ReportKind,
    /// How many bytes it has.
    pub size: u32,
    /// What it is in the answer.
    pub used_as: ReportUse,
    /// Which event of the log added it.
    pub event: u32,
    /// Whether it was taken away again.
    pub removed: bool,
}

impl AddedReport {
    pub(super) fn of(added: &NewReport, event: u32) -> Self {
        let NewReport { case: _, file, title, kind, size, used_as } = *added;
        Self { file, title, kind, size, used_as, event, removed: false }
    }
}

impl Request {
    /// Adds a file to a case; its content has been looked at.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] once the case is answered or has left the office, [`RefusalCode::ReportDoesNotFit`] for a
    /// case that is no access, a log that is no table or belongs to another right, or a second log.
    pub fn add_report(&self, report: NewReport, bytes: Vec<u8>, title: String) -> Result<Decision, Vec<Refusal>> {
        let state = self.workable(report.case)?;
        let of_log = state.opened.right == Right::AccessLog;
        let has_log = state.reports.iter().any(|known| !known.removed && known.used_as == ReportUse::Log);
        let against = match report.used_as {
            ReportUse::Log if !of_log => Some(Trilingual::fixed(
                "En logg hører til kravet om innsyn i loggen. Velg den saken.",
                "Ein logg høyrer til kravet om innsyn i loggen. Vel den saka.",
                "A log belongs to the claim for access to the log. Choose that case.",
            )),
            ReportUse::Log if report.kind != ReportKind::Csv => Some(Trilingual::fixed(
                "Loggen må være en CSV-fil, for brevet viser den som en tabell. Lagre den som CSV.",
                "Loggen må vere ei CSV-fil, for brevet viser han som ein tabell. Lagre han som CSV.",
                "The log must be a CSV file, since the letter shows it as a table. Save it as CSV.",
            )),
            ReportUse::Log if has_log => Some(Trilingual::fixed(
                "Saken har allerede en logg. Ta den bort først.",
                "Saka har alt ein logg. Ta han bort først.",
                "The case already has a log. Remove it first.",
            )),
            ReportUse::Report if !of_log && state.opened.right != Right::Access => Some(Trilingual::fixed(
                "Filer kan bare legges ved svar på innsyn. Denne saken gjelder noe annet.",
                "Filer kan berre leggjast ved svar på innsyn. Denne saka gjeld noko anna.",
                "Files can be added only to an answer on access. This case is about something else.",
            )),
            ReportUse::Log | ReportUse::Report => None,
        };
        if let Some(message) = against {
            return Err(vec![refusal(RefusalCode::ReportDoesNotFit, Some("file"), message, SOURCE)]);
        }
        let contents = vec![(report.file, Content::File(bytes)), (report.title, Content::Text(title))];
        Ok(Decision { events: vec![Event::ReportAdded(report)], contents })
    }

    /// Takes a file away again, and erases it.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] once the case is answered: what was sent stays. [`RefusalCode::NoSuchReport`].
    pub fn remove_report(&self, case: CaseLetter, report: u32, by: &str) -> Result<Decision, Vec<Refusal>> {
        let state = self.workable(case)?;
        let place = report.checked_sub(1).map(|place| place as usize);
        let Some(known) = place.and_then(|place| state.reports.get(place)).filter(|known| !known.removed) else {
            return Err(vec![refusal(
                RefusalCode::NoSuchReport,
                Some("report"),
                Trilingual::fixed(
                    "Saken har ingen fil med dette nummeret. Se filene i saken.",
                    "Saka har inga fil med dette nummeret. Sjå filene i saka.",
                    "The case has no file with this number. See the files of the case.",
                ),
                SOURCE,
            )]);
        };
        let erased =
            |content| Event::ContentErased { content, ground: ERASED.to_owned(), approved_by: vec![by.to_owned()] };
        Ok(Decision::of(vec![Event::ReportRemoved { case, report }, erased(known.file), erased(known.title)]))
    }
}
