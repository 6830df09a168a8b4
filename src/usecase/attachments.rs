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
use crate::wording::Trilingual;

/// Why a file cannot lie with a request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum AttachProblem {
    /// There is nothing in it.
    Empty,
    /// It is too large.
    TooLarge(u64),
    /// It is none of the kinds that can be kept.
    NotThis {
        /// What it is.
        what: &'static Trilingual,
        /// What to do.
        instead: &'static Trilingual,
    },
    /// Its name ends otherwise than what it is.
    Mislabelled {
        /// How the name ends.
        ending: String,
        /// What it is.
        kind: Trilingual,
    },
    /// A PDF, a table or a workbook is asked for.
    NoReport,
    /// Only a PDF can be redacted.
    NoPdf,
    /// It cannot be read.
    Fault(#[from] FileFault),
}

impl AttachProblem {
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
                format!("Filen er på {size} MB. Det er plass til 25. Del den opp, eller lagre den med mindre bilder."),
                format!("Fila er på {size} MB. Det er plass til 25. Del ho opp, eller lagre ho med mindre bilete."),
                format!("The file is {size} MB. There is room for 25. Split it, or save it with smaller pictures."),
            ),
            Self::NotThis { what, instead } => Trilingual::made(
                format!("Filen er {}. {}", what.nb, instead.nb),
                format!("Fila er {}. {}", what.nn, instead.nn),
                format!("The file is {}. {}", what.en, instead.en),
            ),
            Self::Mislabelled { ending, kind } => Trilingual::made(
                format!(
                    "Navnet på filen slutter på .{ending}, men innholdet er {}. Se om det er riktig fil, og gi den riktig ending.",
                    kind.nb
                ),
                format!(
                    "Namnet på fila sluttar på .{ending}, men innhaldet er {}. Sjå om det er rett fil, og gi ho rett ending.",
                    kind.nn
                ),
                format!(
                    "The name of the file ends in .{ending}, but its content is {}. Check that it is the right file, and give it the right ending.",
                    kind.en
                ),
            ),
            Self::NoReport => Trilingual::fixed(
                "Bare PDF, CSV og XLSX kan følge med svaret. Skriv filen ut til PDF, og legg den ved.",
                "Berre PDF, CSV og XLSX kan følgje med svaret. Skriv fila ut til PDF, og legg ho ved.",
                "Only PDF, CSV and XLSX can go with the answer. Print the file to PDF, and attach that.",
            ),
            Self::NoPdf => Trilingual::fixed(
                "Bare PDF kan sladdes. Skriv filen ut til PDF, og legg den ved.",
                "Berre PDF kan sladdast. Skriv fila ut til PDF, og legg ho ved.",
                "Only PDF can be redacted. Print the file to PDF, and attach that.",
            ),
            Self::Fault(fault) => fault.text(),
        }
    }
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
static OTHERS: [(&[u8], &Trilingual, &Trilingual); 16] = [
    (b"MZ", &PROGRAM, &RUNS),
    (b"\x7fELF", &PROGRAM, &RUNS),
    (b"\xca\xfe\xba\xbe", &PROGRAM, &RUNS),
    (b"\xcf\xfa\xed\xfe", &PROGRAM, &RUNS),
    (b"#!", &PROGRAM, &RUNS),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &OLD_OFFICE, &RESAVE),
    (b"{\\rtf", &RTF, &RESAVE),
    (b"\x1f\x8b", &PACKED, &UNPACK),
    (b"7z\xbc\xaf\x27\x1c", &PACKED, &UNPACK),
    (b"Rar!", &PACKED, &UNPACK),
    (b"II*\0", &TIFF, &REPAINT),
    (b"MM\0*", &TIFF, &REPAINT),
    (b"GIF8", &GIF, &REPAINT),
    (b"BM", &BMP, &REPAINT),
    (b"RIFF", &RIFF, &REPAINT),
    (b"%!PS", &POSTSCRIPT, &RESAVE),
];
static PROGRAM: Trilingual = Trilingual::fixed("et program", "eit program", "a program");
static OLD_OFFICE: Trilingual = Trilingual::fixed(
    "en eldre Office-fil, eller er beskyttet med passord",
    "ei eldre Office-fil, eller er verna med passord",
    "an older Office file, or is protected by a password",
);
static RTF: Trilingual = Trilingual::fixed("et RTF-dokument", "eit RTF-dokument", "an RTF document");
static PACKED: Trilingual = Trilingual::fixed("en pakket fil", "ei pakka fil", "a packed file");
static ZIP: Trilingual = Trilingual::fixed("en pakket fil (zip)", "ei pakka fil (zip)", "a packed file (zip)");
static TIFF: Trilingual = Trilingual::fixed("et TIFF-bilde", "eit TIFF-bilete", "a TIFF picture");
static GIF: Trilingual = Trilingual::fixed("et GIF-bilde", "eit GIF-bilete", "a GIF picture");
static BMP: Trilingual = Trilingual::fixed("et BMP-bilde", "eit BMP-bilete", "a BMP picture");
static RIFF: Trilingual = Trilingual::fixed(
    "lyd, film eller et WebP-bilde",
    "lyd, film eller eit WebP-bilete",
    "sound, film or a WebP picture",
);
static POSTSCRIPT: Trilingual = Trilingual::fixed("en PostScript-fil", "ei PostScript-fil", "a PostScript file");
static PAGE: Trilingual = Trilingual::fixed("en nettside", "ei nettside", "a web page");
static FULL_EMAIL: Trilingual =
    Trilingual::fixed("en e-post med vedlegg", "ein e-post med vedlegg", "an email with attachments");
static UNKNOWN: Trilingual = Trilingual::fixed("av en ukjent type", "av ein ukjend type", "of an unknown type");
static RUNS: Trilingual = Trilingual::fixed(
    "Programmer kan ikke legges ved.",
    "Program kan ikkje leggjast ved.",
    "Programs cannot be attached.",
);
static RESAVE: Trilingual = Trilingual::fixed(
    "Lagre den som PDF, DOCX eller XLSX uten passord, og legg den ved.",
    "Lagre ho som PDF, DOCX eller XLSX utan passord, og legg ho ved.",
    "Save it as PDF, DOCX or XLSX without a password, and attach it.",
);
static UNPACK: Trilingual = Trilingual::fixed(
    "Pakk den ut, og legg ved filene hver for seg.",
    "Pakk ho ut, og legg ved filene kvar for seg.",
    "Unpack it, and attach the files one by one.",
);
static REPAINT: Trilingual = Trilingual::fixed(
    "Lagre det som PNG, JPEG eller PDF, og legg det ved.",
    "Lagre det som PNG, JPEG eller PDF, og legg det ved.",
    "Save it as PNG, JPEG or PDF, and attach it.",
);
static KINDS: Trilingual = Trilingual::fixed(
    "Legg ved PDF, PNG, JPEG, tekst, CSV, XLSX, DOCX, ODT eller EML.",
    "Legg ved PDF, PNG, JPEG, tekst, CSV, XLSX, DOCX, ODT eller EML.",
    "Attach PDF, PNG, JPEG, text, CSV, XLSX, DOCX, ODT or EML.",
);
static PRINT: Trilingual = Trilingual::fixed(
    "Skriv den ut til PDF, og legg den ved.",
    "Skriv ho ut til PDF, og legg ho ved.",
    "Print it to PDF, and attach it.",
);
static SAVE_EMAIL: Trilingual = Trilingual::fixed(
    "Lagre e-posten som PDF, og legg ved vedleggene hver for seg.",
    "Lagre e-posten som PDF, og legg ved vedlegga kvar for seg.",
    "Save the email as PDF, and attach its attachments one by one.",
);

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
            readers.files.packed(bytes)?.ok_or(AttachProblem::NotThis { what: &ZIP, instead: &UNPACK })?
        } else if let Some(kind) = readers.files.picture(bytes)? {
            kind
        } else if let Some((_, what, instead)) = OTHERS.into_iter().find(|(begins, ..)| self.begins(begins)) {
            return Err(AttachProblem::NotThis { what, instead });
        } else {
            let text = readers.files.text(bytes).ok_or(AttachProblem::NotThis { what: &UNKNOWN, instead: &KINDS })?;
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
            return Err(AttachProblem::NotThis { what: &PAGE, instead: &PRINT });
        }
        let head: Vec<String> = text.lines().take(HEAD).map(str::to_lowercase).collect();
        let named = |name: &&str| head.iter().any(|line| line.starts_with(*name));
        if HEADERS.iter().filter(|name| named(name)).count() >= 3 {
            let lower = text.to_lowercase();
            let has_files = lower.contains("content-disposition: attachment") || lower.contains("filename=");
            return if has_files {
                Err(AttachProblem::NotThis { what: &FULL_EMAIL, instead: &SAVE_EMAIL })
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
        Err(AttachProblem::Mislabelled { ending: self.shown_ending(), kind: kind.label() })
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
