//! Files that lie with a request: looked into by their content, kept, shown, given another title, taken away.

use super::ports::FileFault;
use super::problem::Problem;
use super::reports::BroughtFile;
use super::show::Opened;
use super::workplace::{Readers, Workplace};
use crate::casework::access::{Permission, Reading};
use crate::casework::audit::Digest;
use crate::casework::ids::{CaseLetter, CaseNumber};
use crate::casework::request::{
    FileContents, FileKind, FileOrigin, LARGEST_FILE, LARGEST_REPORT, NewFile, NewReport, ReportUse,
};
use crate::wording::Language;

/// Why a file cannot lie with a request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttachProblem {
    /// There is nothing in it.
    #[error("Filen er tom. Hent den på nytt der den kommer fra.")]
    Empty,
    /// It is too large.
    #[error("Filen er på {0} MB. Det er plass til 25. Del den opp, eller lagre den med mindre bilder.")]
    TooLarge(u64),
    /// It is none of the kinds that can be kept.
    #[error("Filen er {what}. {instead}")]
    NotThis {
        /// What it is.
        what: &'static str,
        /// What to do.
        instead: &'static str,
    },
    /// Its name ends otherwise than what it is.
    #[error(
        "Navnet på filen slutter på .{ending}, men innholdet er {kind}. Se om det er riktig fil, og gi den riktig ending."
    )]
    Mislabelled {
        /// How the name ends.
        ending: String,
        /// What it is.
        kind: String,
    },
    /// A PDF, a table or a workbook is asked for.
    #[error("Bare PDF, CSV og XLSX kan følge med svaret. Skriv filen ut til PDF, og legg den ved.")]
    NoReport,
    /// Only a PDF can be redacted.
    #[error("Bare PDF kan sladdes. Skriv filen ut til PDF, og legg den ved.")]
    NoPdf,
    /// It cannot be read.
    #[error(transparent)]
    Fault(#[from] FileFault),
}

impl AttachProblem {
    /// A short code to branch on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "file-empty",
            Self::TooLarge(_) => "file-too-large",
            Self::NotThis { .. } | Self::NoReport | Self::NoPdf => "file-kind",
            Self::Mislabelled { .. } => "file-mislabelled",
            Self::Fault(fault) => fault.code(),
        }
    }
}

/// What other files begin with, what they are, and what to do instead. Most of them hold or run programs.
const OTHERS: [(&[u8], &str, &str); 16] = [
    (b"MZ", "et program", RUNS),
    (b"\x7fELF", "et program", RUNS),
    (b"\xca\xfe\xba\xbe", "et program", RUNS),
    (b"\xcf\xfa\xed\xfe", "et program", RUNS),
    (b"#!", "et program", RUNS),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "en eldre Office-fil, eller er beskyttet med passord", RESAVE),
    (b"{\\rtf", "et RTF-dokument", RESAVE),
    (b"\x1f\x8b", "en pakket fil", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "en pakket fil", UNPACK),
    (b"Rar!", "en pakket fil", UNPACK),
    (b"II*\0", "et TIFF-bilde", REPAINT),
    (b"MM\0*", "et TIFF-bilde", REPAINT),
    (b"GIF8", "et GIF-bilde", REPAINT),
    (b"BM", "et BMP-bilde", REPAINT),
    (b"RIFF", "lyd, film eller et WebP-bilde", REPAINT),
    (b"%!PS", "en PostScript-fil", RESAVE),
];
const RUNS: &str = "Programmer kan ikke legges ved.";
const RESAVE: &str = "Lagre den som PDF, DOCX eller XLSX uten passord, og legg den ved.";
const UNPACK: &str = "Pakk den ut, og legg ved filene hver for seg.";
const REPAINT: &str = "Lagre det som PNG, JPEG eller PDF, og legg det ved.";
const KINDS: &str = "Legg ved PDF, PNG, JPEG, tekst, CSV, XLSX, DOCX, ODT eller EML.";

/// With these an HTML page or a vector picture begins; shown as text it says nothing, and opened elsewhere it runs scripts.
const PAGES: [&str; 4] = ["<!doctype html", "<html", "<svg", "<script"];
/// What an e-mail has among its first lines.
const HEADERS: [&str; 4] = ["from:", "date:", "subject:", "message-id:"];
/// How many lines of an e-mail's head are looked at.
const HEAD: usize = 60;

impl BroughtFile {
    /// What kind of file it is, by its content.
    pub(super) fn attachable(&self, readers: Readers<'_>) -> Result<FileKind, AttachProblem> {
        let bytes = &self.bytes;
        if bytes.is_empty() {
            return Err(AttachProblem::Empty);
        }
        let size = bytes.len() as u64;
        if size > u64::from(LARGEST_FILE) {
            return Err(AttachProblem::TooLarge(size.div_ceil(1024 * 1024)));
        }
        let kind = if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
            FileKind::Pdf
        } else if bytes.starts_with(b"PK") && bytes.get(2).is_some_and(|next| *next < 9) {
            readers
                .files
                .packed(bytes)?
                .ok_or(AttachProblem::NotThis { what: "en pakket fil (zip)", instead: UNPACK })?
        } else if let Some(kind) = readers.files.picture(bytes)? {
            kind
        } else if let Some((_, what, instead)) = OTHERS.into_iter().find(|(begins, ..)| self.begins(begins)) {
            return Err(AttachProblem::NotThis { what, instead });
        } else {
            let text = readers
                .files
                .text(bytes)
                .ok_or(AttachProblem::NotThis { what: "av en ukjent type", instead: KINDS })?;
            self.of_text(&text)?
        };
        self.ends_as(kind)?;
        if kind == FileKind::Pdf {
            readers.pdf.look(bytes)?;
        }
        Ok(kind)
    }

    /// Whether the file begins so. What begins with two letters only may be words: then the rest must be no text.
    fn begins(&self, with: &[u8]) -> bool {
        let words = with.len() == 2 && with.iter().all(u8::is_ascii_uppercase);
        self.bytes.starts_with(with) && (!words || self.bytes.iter().take(4096).any(|byte| *byte == 0))
    }

    fn of_text(&self, text: &str) -> Result<FileKind, AttachProblem> {
        let begins =
            text.trim_start_matches('\u{feff}').trim_start().chars().take(20).collect::<String>().to_lowercase();
        if PAGES.iter().any(|page| begins.starts_with(page)) || text.contains("<svg") && begins.starts_with("<?xml") {
            return Err(AttachProblem::NotThis {
                what: "en nettside",
                instead: "Skriv den ut til PDF, og legg den ved.",
            });
        }
        let head: Vec<String> = text.lines().take(HEAD).map(str::to_lowercase).collect();
        let named = |name: &&str| head.iter().any(|line| line.starts_with(*name));
        if HEADERS.iter().filter(|name| named(name)).count() >= 3 {
            let lower = text.to_lowercase();
            let has_files = lower.contains("content-disposition: attachment") || lower.contains("filename=");
            return if has_files {
                Err(AttachProblem::NotThis {
                    what: "en e-post med vedlegg",
                    instead: "Lagre e-posten som PDF, og legg ved vedleggene hver for seg.",
                })
            } else {
                Ok(FileKind::Email)
            };
        }
        Ok(if FileKind::Csv.endings().contains(&self.ending.as_str()) { FileKind::Csv } else { FileKind::Text })
    }

    /// Whether the name ends as such a file's does; a name without an ending says nothing wrong.
    fn ends_as(&self, kind: FileKind) -> Result<(), AttachProblem> {
        let text = kind == FileKind::Email && FileKind::Text.endings().contains(&self.ending.as_str());
        if self.ending.is_empty() || kind.endings().contains(&self.ending.as_str()) || text {
            return Ok(());
        }
        let kind = kind.label().get(Language::Nb).to_owned();
        Err(AttachProblem::Mislabelled { ending: self.shown_ending(), kind })
    }
}

/// A file of a case, to be shown or saved.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The request that it lies with.
    pub opened: Opened,
    /// What kind of file it is.
    pub kind: FileKind,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Workplace<'_> {
    /// What kind of file it is, for a request that is not registered yet. Nothing is kept.
    ///
    /// # Errors
    /// [`Problem::Attach`] for a file that cannot be kept, or [`Problem::Role`].
    pub fn look_into(&self, file: &BroughtFile) -> Result<FileKind, Problem> {
        self.user.require(Permission::ChangeCases)?;
        Ok(file.attachable(self.readers)?)
    }

    /// Adds a file to a case. Its content is looked into first.
    ///
    /// # Errors
    /// [`Problem::Attach`] for a file that cannot be kept, or every other [`Problem`]; nothing was changed.
    pub fn attach(
        &mut self,
        case: CaseNumber,
        file: BroughtFile,
        title: String,
        origin: FileOrigin,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let kind = file.attachable(self.readers)?;
        let (new, contents) = self.new_file(case.letter, kind, file.bytes, title, origin);
        self.change(case, if_version, |request, _, _| request.attach(new, contents))
    }

    /// Gives a file another title.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn retitle_attachment(
        &mut self,
        case: CaseNumber,
        file: u32,
        title: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let opened = self.open_case(case)?;
        let before = opened.request.file(file).and_then(|file| opened.words(file.title())).map(str::to_owned);
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, letter, _| {
            request.retitle_file(letter, file, before.as_deref(), (id, title))
        })
    }

    /// Takes a file away from a case, and erases it.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn remove_attachment(
        &mut self,
        case: CaseNumber,
        file: u32,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let (by, id) = (self.user.name.clone(), self.identifiers.content_id());
        self.change(case, if_version, |request, letter, _| request.remove_file(letter, file, (id, reason), &by))
    }

    /// A file of a case, to be shown or saved: the reading is on the disk when this returns.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::Erased`], [`Problem::NotCleared`], or the store's.
    pub fn attachment(&mut self, case: CaseNumber, file: u32) -> Result<CaseFile, Problem> {
        self.user.require(Permission::Read)?;
        let found = self.case_file(case, file)?;
        self.enter_reading(Reading::Case(case))?;
        Ok(found)
    }

    /// Lets a file of a case go with the answer on access, as a report of its own.
    ///
    /// # Errors
    /// [`Problem::Attach`] for a file that cannot, or every other [`Problem`]; nothing was changed.
    pub fn attachment_as_report(
        &mut self,
        case: CaseNumber,
        file: u32,
        title: Option<String>,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let found = self.case_file(case, file)?;
        let kind = found.kind.as_report().ok_or(AttachProblem::NoReport)?;
        let size = u32::try_from(found.bytes.len()).unwrap_or(u32::MAX);
        if size > LARGEST_REPORT {
            return Err(super::ReportProblem::TooLarge(u64::from(size).div_ceil(1024 * 1024)).into());
        }
        let known = found.opened.request.file(file).and_then(|file| found.opened.words(file.title()));
        let title = title.or_else(|| known.map(str::to_owned)).ok_or(Problem::Erased)?;
        let (id, title_id) = (self.identifiers.content_id(), self.identifiers.content_id());
        self.change(case, if_version, |request, letter, _| {
            let used_as = ReportUse::Report;
            let report = NewReport { case: letter, file: id, title: title_id, kind, size, used_as };
            request.add_report(report, found.bytes, title)
        })
    }

    pub(super) fn case_file(&mut self, case: CaseNumber, file: u32) -> Result<CaseFile, Problem> {
        let opened = self.open_case(case)?;
        let known = opened.request.file_of(case.letter, file).map_err(Problem::Refused)?.added;
        let bytes = self.store.file(opened.number, known.file)?.ok_or_else(|| self.unseen(&opened))?;
        Ok(CaseFile { opened, kind: known.kind, bytes })
    }

    pub(super) fn new_file(
        &mut self,
        case: CaseLetter,
        kind: FileKind,
        bytes: Vec<u8>,
        title: String,
        origin: FileOrigin,
    ) -> (NewFile, FileContents) {
        let mut id = || self.identifiers.content_id();
        let (file, title_id, digest) = (id(), id(), id());
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let sha256 = Digest::of(&bytes).to_string();
        let new = NewFile { case, file, title: title_id, digest, kind, size, origin };
        (new, FileContents { bytes, title, digest: sha256 })
    }
}
