//! Looking into files that somebody brings: what they are by their content, whether they can be opened, and what a log says.

use crate::casework::letter::input::AccessLog;
use crate::casework::request::{FileKind, RedactionBox};

/// Why a file cannot go with an answer. What is told never repeats what stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// It needs a password.
    #[error("Filen er beskyttet med passord. Lagre den uten passord, og legg den ved på nytt.")]
    Encrypted,
    /// It cannot be read to its end.
    #[error("Filen er skadet eller ikke ferdig lagret. Hent den på nytt der den kommer fra, og prøv igjen.")]
    Broken,
    /// It holds macros, which run when it is opened.
    #[error("Regnearket inneholder makroer. Lagre det som vanlig regneark (XLSX) uten makroer.")]
    Macros,
    /// A document that holds macros.
    #[error("Dokumentet inneholder makroer. Lagre det på nytt uten makroer, eller som PDF.")]
    DocumentMacros,
    /// A document with other files or programs in it.
    #[error("Dokumentet har andre filer i seg. Lagre det som PDF, og legg de andre filene ved hver for seg.")]
    Embedded,
    /// A packed file that unpacks to far more than it ought to.
    #[error(
        "Filen pakker seg ut til mye mer enn et vanlig dokument, og blir ikke åpnet. Lagre den på nytt, eller som PDF."
    )]
    Swollen,
    /// A picture with more dots than can be shown.
    #[error("Bildet har for mange bildepunkter til å vises. Lagre det mindre, og legg det ved på nytt.")]
    HugePicture,
    /// A PDF that runs a program or opens something when it is opened.
    #[error("PDF-en inneholder kode som kjører når den åpnes. Skriv den ut til en ny PDF, og legg den ved.")]
    Active,
    /// A table whose text is in no known encoding, or no text at all.
    #[error("Filen er ikke en tabell med tekst. Lagre den på nytt som CSV.")]
    NotText,
    /// Cells of a log that cannot be read, each told by row and column.
    #[error("{}", lines(.0))]
    Cells(Vec<CellFault>),
}

impl FileFault {
    /// A short code to branch on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Encrypted => "file-encrypted",
            Self::Broken => "file-broken",
            Self::Macros | Self::DocumentMacros => "file-macros",
            Self::Embedded => "file-embedded",
            Self::Swollen => "file-swollen",
            Self::HugePicture => "file-huge-picture",
            Self::Active => "file-active",
            Self::NotText => "file-not-text",
            Self::Cells(_) => "log-unreadable",
        }
    }
}

/// A cell that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// The row, counted from 1, the head being row 1.
    pub row: u64,
    /// The column, counted from 1; none where it is the whole row.
    pub column: Option<usize>,
    /// What is wrong and what to do. It does not repeat the cell.
    pub message: String,
}

/// How many faults are told at once.
const TOLD: usize = 10;

fn lines(cells: &[CellFault]) -> String {
    let one = |fault: &CellFault| match fault.column {
        Some(column) => format!("Rad {}, kolonne {column}: {}", fault.row, fault.message),
        None => format!("Rad {}: {}", fault.row, fault.message),
    };
    let mut text = cells.iter().take(TOLD).map(one).collect::<Vec<_>>().join(" ");
    if cells.len() > TOLD {
        text.push_str(&format!(" Det er {} feil til.", cells.len() - TOLD));
    }
    text
}

/// Looks into a PDF.
pub trait PdfLook: Send {
    /// Whether the file can be opened without a password, and has pages.
    ///
    /// # Errors
    /// [`FileFault::Encrypted`], [`FileFault::Broken`].
    fn look(&self, bytes: &[u8]) -> Result<(), FileFault>;
}

/// Looks into workbooks and tables.
pub trait TableLook: Send {
    /// Whether a packed file is a workbook that can be opened without a password and holds no macros; `None` where it is
    /// another packed file.
    ///
    /// # Errors
    /// [`FileFault`].
    fn workbook(&self, bytes: &[u8]) -> Option<Result<(), FileFault>>;

    /// Whether the file is text in rows.
    ///
    /// # Errors
    /// [`FileFault::NotText`].
    fn table(&self, bytes: &[u8]) -> Result<(), FileFault>;

    /// What a log says: who has seen or been given the data.
    ///
    /// # Errors
    /// [`FileFault::NotText`], or every cell that cannot be read.
    fn log(&self, bytes: &[u8]) -> Result<AccessLog, FileFault>;
}

/// The largest picture that is shown, in dots.
pub const LARGEST_PICTURE: u64 = 150_000_000;

/// Looks into files of every kind that can lie with a request.
pub trait FileLook: Send {
    /// What a packed file is; `None` for one that is no document.
    ///
    /// # Errors
    /// [`FileFault`] for a document that cannot be opened safely.
    fn packed(&self, bytes: &[u8]) -> Result<Option<FileKind>, FileFault>;

    /// What picture it is; `None` where it is none that is known.
    ///
    /// # Errors
    /// [`FileFault::Broken`], [`FileFault::HugePicture`].
    fn picture(&self, bytes: &[u8]) -> Result<Option<FileKind>, FileFault>;

    /// The text in the file, in whichever of the usual encodings; `None` where it is no text.
    fn text(&self, bytes: &[u8]) -> Option<String>;

    /// The words of a text document, at most so many characters, and whether there is more; `None` for what is none. Nothing
    /// in it is run or fetched.
    fn words(&self, bytes: &[u8], kind: FileKind, most: usize) -> Option<(String, bool)>;

    /// The first rows of a workbook's first sheet as they are written, at most so many. Nothing in it is computed.
    fn sheet(&self, bytes: &[u8], most: usize) -> Vec<Vec<String>>;

    /// The first rows of a table, at most so many.
    fn rows(&self, bytes: &[u8], most: usize) -> Vec<Vec<String>>;
}

/// A word on a page, in hundredths of a point from the upper left corner of the page as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageWord {
    /// The word, as the file says it is read.
    pub text: String,
    /// From the left edge.
    pub left: u32,
    /// From the upper edge.
    pub top: u32,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// On which line of the page it stands, from 1.
    pub line: u32,
}

/// A page of a PDF and the words on it, in the order in which the file draws them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageWords {
    /// How wide the page is, in hundredths of a point.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// Its words.
    pub words: Vec<PageWord>,
}

/// What the first page of a redacted copy says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverNote {
    /// The heading.
    pub title: String,
    /// Paragraphs, each on lines of its own.
    pub lines: Vec<String>,
    /// What stands in the text for the ear where something is covered, for example «[sladdet]».
    pub covered: String,
    /// The language of the words, as in BCP 47.
    pub language: &'static str,
}

/// Why a PDF cannot be redacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RedactFault {
    /// It cannot be read to its end, or not be drawn.
    #[error("PDF-en kan ikke tegnes opp, og kan derfor ikke sladdes her. Skriv den ut til en ny PDF, og legg den ved.")]
    Broken,
    /// It has more pages than are drawn at a time.
    #[error("PDF-en har {0} sider, og det er plass til {MOST_PAGES}. Del den opp, og sladd hver del.")]
    TooManyPages(usize),
    /// A box lies outside the pages.
    #[error("Feltet ligger utenfor side {0}, eller siden finnes ikke. Tegn det på nytt.")]
    Outside(u32),
    /// A page is too large to be drawn.
    #[error("Side {0} er for stor til å tegnes opp. Skriv PDF-en ut i A3 eller mindre, og legg den ved.")]
    PageTooLarge(u32),
    /// Even drawn coarsely it is larger than a file may be.
    #[error("Den sladdede kopien blir større enn 25 MB. Del PDF-en opp, og sladd hver del.")]
    TooLarge,
}

/// How many pages a PDF may have that is redacted.
pub const MOST_PAGES: usize = 300;

/// Makes redacted copies of PDFs.
pub trait PdfRedact: Send {
    /// The words on every page.
    ///
    /// # Errors
    /// [`RedactFault`].
    fn words(&self, bytes: &[u8]) -> Result<Vec<PageWords>, RedactFault>;

    /// A new PDF that holds nothing but what is seen of the old one outside the boxes, with a first page that says so.
    ///
    /// # Errors
    /// [`RedactFault`].
    fn redact(&self, bytes: &[u8], boxes: &[RedactionBox], cover: &CoverNote) -> Result<Vec<u8>, RedactFault>;
}
