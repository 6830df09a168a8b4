//! Files that go with an answer: looked into by their content, kept with the case, taken away again.

use std::collections::BTreeMap;

use super::letters::LetterRequest;
use super::ports::FileFault;
use super::problem::Problem;
use super::show::Opened;
use super::workplace::{Readers, Workplace};
use crate::casework::access::Permission;
use crate::casework::ids::{CaseLetter, CaseNumber};
use crate::casework::letter::LetterKind;
use crate::casework::letter::input::{CaseAccess, ReportFile};
use crate::casework::request::{AddedReport, LARGEST_REPORT, NewReport, ReportKind, ReportUse};
use crate::wording::Trilingual;

/// A file that somebody brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroughtFile {
    /// How its name ends, without the dot, in small letters; empty where it has no ending. The name itself may be a
    /// person's and goes no further.
    pub ending: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a file cannot go with an answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum ReportProblem {
    /// There is nothing in it.
    Empty,
    /// It is too large.
    TooLarge(u64),
    /// It is none of the kinds that go with an answer.
    NotThis(Trilingual),
    /// Its name ends otherwise than what it is.
    Mislabelled {
        /// How the name ends.
        ending: String,
        /// What it is.
        kind: &'static str,
    },
    /// It cannot be read.
    Fault(#[from] FileFault),
}

impl ReportProblem {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::Empty => Trilingual::fixed(
                "Filen er tom. Hent den på nytt der den kommer fra.",
                "Fila er tom. Hent ho på nytt der ho kjem frå.",
                "The file is empty. Get it again from where it comes.",
            ),
            Self::TooLarge(size) => Trilingual::made(
                format!("Filen er på {size} MB. Det er plass til 20. Del den opp, eller lagre den med mindre bilder."),
                format!("Fila er på {size} MB. Det er plass til 20. Del ho opp, eller lagre ho med mindre bilete."),
                format!("The file is {size} MB. There is room for 20. Split it, or save it with smaller pictures."),
            ),
            Self::NotThis(what) => Trilingual::made(
                format!("Filen er {}. Legg ved PDF, CSV eller XLSX.", what.nb),
                format!("Fila er {}. Legg ved PDF, CSV eller XLSX.", what.nn),
                format!("The file is {}. Attach PDF, CSV or XLSX.", what.en),
            ),
            Self::Mislabelled { ending, kind } => Trilingual::made(
                format!(
                    "Navnet på filen slutter på .{ending}, men innholdet er {kind}. Se om det er riktig fil, og gi den riktig ending."
                ),
                format!(
                    "Namnet på fila sluttar på .{ending}, men innhaldet er {kind}. Sjå om det er rett fil, og gi ho rett ending."
                ),
                format!(
                    "The name of the file ends in .{ending}, but its content is {kind}. Check that it is the right file, and give it the right ending."
                ),
            ),
            Self::Fault(fault) => fault.text(),
        }
    }
}

impl ReportProblem {
    /// A short code to branch on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "file-empty",
            Self::TooLarge(_) => "file-too-large",
            Self::NotThis(_) => "file-kind",
            Self::Mislabelled { .. } => "file-mislabelled",
            Self::Fault(fault) => fault.code(),
        }
    }
}

/// Whether the bytes of files are read: for a letter that is only looked at as text, their names are enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bytes {
    Read,
    Left,
}

/// What goes with the answer in each case.
pub(super) type Brought = BTreeMap<CaseLetter, CaseAccess>;

impl BroughtFile {
    /// What kind of file it is, by its content.
    fn kind(&self, readers: Readers<'_>) -> Result<ReportKind, ReportProblem> {
        const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
        let bytes = &self.bytes;
        if bytes.is_empty() {
            return Err(ReportProblem::Empty);
        }
        let size = bytes.len() as u64;
        if size > u64::from(LARGEST_REPORT) {
            return Err(ReportProblem::TooLarge(size.div_ceil(1024 * 1024)));
        }
        let begins = &bytes[..bytes.len().min(1024)];
        let kind = if begins.windows(5).any(|window| window == b"%PDF-") {
            ReportKind::Pdf
        } else if begins.starts_with(OLD_OFFICE) {
            return Err(ReportProblem::NotThis(Trilingual::fixed(
                "en eldre Office-fil, eller er beskyttet med passord",
                "ei eldre Office-fil, eller er verna med passord",
                "an older Office file, or is protected by a password",
            )));
        } else if begins.starts_with(b"PK\x03\x04") || begins.starts_with(b"PK\x05\x06") {
            match readers.tables.workbook(bytes) {
                Some(looked) => {
                    self.labelled(ReportKind::Xlsx)?;
                    looked?;
                    ReportKind::Xlsx
                }
                None => {
                    return Err(ReportProblem::NotThis(Trilingual::fixed(
                        "en pakket fil (zip)",
                        "ei pakka fil (zip)",
                        "a packed file (zip)",
                    )));
                }
            }
        } else {
            readers.tables.table(bytes).map_err(|_| {
                ReportProblem::NotThis(Trilingual::fixed(
                    "av en ukjent type",
                    "av ein ukjend type",
                    "of an unknown type",
                ))
            })?;
            ReportKind::Csv
        };
        self.labelled(kind)?;
        if kind == ReportKind::Pdf {
            readers.pdf.look(bytes)?;
        }
        Ok(kind)
    }

    /// Whether the name ends as such a file's does; a name without an ending says nothing wrong.
    fn labelled(&self, kind: ReportKind) -> Result<(), ReportProblem> {
        let fits =
            self.ending.is_empty() || self.ending == kind.ending() || (kind == ReportKind::Csv && self.ending == "txt");
        if fits {
            return Ok(());
        }
        Err(ReportProblem::Mislabelled { ending: self.shown_ending(), kind: kind.label() })
    }

    /// The ending as it is told. One that is none may be the end of a name.
    pub(super) fn shown_ending(&self) -> String {
        let known = self.ending.len() <= 4 && self.ending.chars().all(|letter| letter.is_ascii_lowercase());
        if known { self.ending.clone() } else { "…".to_owned() }
    }
}

impl Workplace<'_> {
    /// Adds a file to a case, for the answer. Its content is looked into first; a log is read to its end.
    ///
    /// # Errors
    /// [`Problem::Report`] for a file that cannot go with an answer, or every other [`Problem`]; nothing was changed.
    pub fn add_report(
        &mut self,
        case: CaseNumber,
        file: BroughtFile,
        title: String,
        used_as: ReportUse,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let kind = file.kind(self.readers)?;
        if used_as == ReportUse::Log && kind == ReportKind::Csv {
            self.readers.tables.log(&file.bytes).map_err(ReportProblem::from)?;
        }
        let size = u32::try_from(file.bytes.len()).unwrap_or(u32::MAX);
        let (id, title_id) = (self.identifiers.content_id(), self.identifiers.content_id());
        self.change(case, if_version, |request, letter, _| {
            let report = NewReport { case: letter, file: id, title: title_id, kind, size, used_as };
            request.add_report(report, file.bytes, title)
        })
    }

    /// Takes a file away from a case, and erases it.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn remove_report(&mut self, case: CaseNumber, report: u32, if_version: Option<u32>) -> Result<Opened, Problem> {
        let by = self.user.name.clone();
        self.change(case, if_version, |request, letter, _| request.remove_report(letter, report, &by))
    }

    /// What goes with the answer on access in each case of a letter.
    pub(super) fn brought(
        &mut self,
        opened: &Opened,
        wanted: &LetterRequest,
        bytes: Bytes,
    ) -> Result<Brought, Problem> {
        let mut brought = Brought::new();
        if wanted.kind != LetterKind::AccessAnswer {
            return Ok(brought);
        }
        for number in &wanted.cases {
            let Some(case) = opened.request.case(number.letter) else { continue };
            let mut access = CaseAccess::default();
            for (place, report) in (1_u32..).zip(&case.reports).filter(|(_, report)| !report.removed) {
                match report.used_as {
                    ReportUse::Log => {
                        let log = self.bytes_of(opened, report)?;
                        access.log = Some(self.readers.tables.log(&log).map_err(ReportProblem::from)?);
                    }
                    ReportUse::Report => access.files.push(ReportFile {
                        title: opened.words(report.title).unwrap_or_default().to_owned(),
                        kind: report.kind.label(),
                        media_type: report.kind.media_type(),
                        name: format!("{}-{place}.{}", number.to_string().replace('/', "-"), report.kind.ending()),
                        bytes: match bytes {
                            Bytes::Read => self.bytes_of(opened, report)?,
                            Bytes::Left => Vec::new(),
                        },
                    }),
                }
            }
            brought.insert(number.letter, access);
        }
        Ok(brought)
    }

    fn bytes_of(&mut self, opened: &Opened, report: &AddedReport) -> Result<Vec<u8>, Problem> {
        self.store.file(opened.number, report.file)?.ok_or_else(|| self.unseen(opened))
    }
}
