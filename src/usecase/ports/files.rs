//! Looking into files that somebody brings: what they are by their content, whether they can be opened, and what a log says.

use crate::casework::letter::input::AccessLog;
use crate::casework::request::{FileKind, RedactionBox};
use crate::wording::{Language, Trilingual};

/// Why a file cannot go with an answer. What is told never repeats what stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum FileFault {
    /// It needs a password.
    Encrypted,
    /// It cannot be read to its end.
    Broken,
    /// It holds macros, which run when it is opened.
    Macros,
    /// A document that holds macros.
    DocumentMacros,
    /// A document with other files or programs in it.
    Embedded,
    /// A packed file that unpacks to far more than it ought to.
    Swollen,
    /// A picture with more dots than can be shown.
    HugePicture,
    /// A PDF that runs a program or opens something when it is opened.
    Active,
    /// A table whose text is in no known encoding, or no text at all.
    NotText,
    /// Cells of a log that cannot be read, each told by row and column.
    Cells(Vec<CellFault>),
}

impl FileFault {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::Encrypted => Trilingual::fixed(
                "Filen er beskyttet med passord. Lagre den uten passord, og legg den ved på nytt.",
                "Fila er verna med passord. Lagre ho utan passord, og legg ho ved på nytt.",
                "The file is protected by a password. Save it without one, and attach it again.",
            ),
            Self::Broken => Trilingual::fixed(
                "Filen er skadet eller ikke ferdig lagret. Hent den på nytt der den kommer fra, og prøv igjen.",
                "Fila er skadd eller ikkje ferdig lagra. Hent ho på nytt der ho kjem frå, og prøv igjen.",
                "The file is damaged or was not saved to its end. Get it again from where it comes, and try once more.",
            ),
            Self::Macros => Trilingual::fixed(
                "Regnearket inneholder makroer. Lagre det som vanlig regneark (XLSX) uten makroer.",
                "Reknearket har makroar. Lagre det som vanleg rekneark (XLSX) utan makroar.",
                "The workbook has macros. Save it as an ordinary workbook (XLSX) without macros.",
            ),
            Self::DocumentMacros => Trilingual::fixed(
                "Dokumentet inneholder makroer. Lagre det på nytt uten makroer, eller som PDF.",
                "Dokumentet har makroar. Lagre det på nytt utan makroar, eller som PDF.",
                "The document has macros. Save it again without macros, or as PDF.",
            ),
            Self::Embedded => Trilingual::fixed(
                "Dokumentet har andre filer i seg. Lagre det som PDF, og legg de andre filene ved hver for seg.",
                "Dokumentet har andre filer i seg. Lagre det som PDF, og legg dei andre filene ved kvar for seg.",
                "The document has other files in it. Save it as PDF, and attach the other files one by one.",
            ),
            Self::Swollen => Trilingual::fixed(
                "Filen pakker seg ut til mye mer enn et vanlig dokument, og blir ikke åpnet. Lagre den på nytt, eller som PDF.",
                "Fila pakkar seg ut til mykje meir enn eit vanleg dokument, og blir ikkje opna. Lagre ho på nytt, eller som PDF.",
                "The file unpacks to far more than an ordinary document, and is not opened. Save it again, or as PDF.",
            ),
            Self::HugePicture => Trilingual::fixed(
                "Bildet har for mange bildepunkter til å vises. Lagre det mindre, og legg det ved på nytt.",
                "Biletet har for mange biletpunkt til å visast. Lagre det mindre, og legg det ved på nytt.",
                "The picture has too many pixels to be shown. Save it smaller, and attach it again.",
            ),
            Self::Active => Trilingual::fixed(
                "PDF-en inneholder kode som kjører når den åpnes. Skriv den ut til en ny PDF, og legg den ved.",
                "PDF-en har kode som køyrer når han blir opna. Skriv han ut til ein ny PDF, og legg han ved.",
                "The PDF has code that runs when it is opened. Print it to a new PDF, and attach that.",
            ),
            Self::NotText => Trilingual::fixed(
                "Filen er ikke en tabell med tekst. Lagre den på nytt som CSV.",
                "Fila er ikkje ein tabell med tekst. Lagre ho på nytt som CSV.",
                "The file is no table of text. Save it again as CSV.",
            ),
            Self::Cells(cells) => lines(cells),
        }
    }
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
    pub message: Trilingual,
}

/// How many faults are told at once.
const TOLD: usize = 10;

fn lines(cells: &[CellFault]) -> Trilingual {
    Trilingual::each(|language| {
        let (row, column) = language.pick(("Rad", "kolonne"), ("Rad", "kolonne"), ("Row", "column"));
        let one = |fault: &CellFault| match fault.column {
            Some(place) => format!("{row} {}, {column} {place}: {}", fault.row, fault.message.get(language)),
            None => format!("{row} {}: {}", fault.row, fault.message.get(language)),
        };
        let told = cells.iter().take(TOLD).map(one);
        let more = cells.len().saturating_sub(TOLD);
        let rest = (more > 0).then(|| match language {
            Language::Nb => format!("Det er {more} feil til."),
            Language::Nn => format!("Det er {more} feil til."),
            Language::En => format!("There are {more} more faults."),
        });
        told.chain(rest).collect::<Vec<_>>().join(" ")
    })
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

    /// The first rows of a workbook's first sheet as they are written. Nothing in it is computed.
    fn sheet(&self, bytes: &[u8], most: Room) -> TableShown;

    /// The first rows of a table.
    fn rows(&self, bytes: &[u8], most: Room) -> TableShown;
}

/// How much of a table there is room for.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// So many rows.
    pub rows: usize,
    /// So many characters, in all of them.
    pub text: usize,
}

/// The rows of a table that there was room for, and whether there is more.
pub type TableShown = (Vec<Vec<String>>, bool);

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
#[error("{}", self.text().nb)]
pub enum RedactFault {
    /// It cannot be read to its end, or not be drawn.
    Broken,
    /// It has more pages than are drawn at a time.
    TooManyPages(usize),
    /// A box lies outside the pages.
    Outside(u32),
    /// A page is too large to be drawn.
    PageTooLarge(u32),
    /// Even drawn coarsely it is larger than a file may be.
    TooLarge,
}

impl RedactFault {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::Broken => Trilingual::fixed(
                "PDF-en kan ikke tegnes opp, og kan derfor ikke sladdes her. Skriv den ut til en ny PDF, og legg den ved.",
                "PDF-en kan ikkje teiknast opp, og kan derfor ikkje sladdast her. Skriv han ut til ein ny PDF, og legg han ved.",
                "The PDF cannot be drawn, and can therefore not be redacted here. Print it to a new PDF, and attach that.",
            ),
            Self::TooManyPages(pages) => Trilingual::made(
                format!("PDF-en har {pages} sider, og det er plass til {MOST_PAGES}. Del den opp, og sladd hver del."),
                format!("PDF-en har {pages} sider, og det er plass til {MOST_PAGES}. Del han opp, og sladd kvar del."),
                format!(
                    "The PDF has {pages} pages, and there is room for {MOST_PAGES}. Split it, and redact each part."
                ),
            ),
            Self::Outside(page) => Trilingual::made(
                format!("Feltet ligger utenfor side {page}, eller siden finnes ikke. Tegn det på nytt."),
                format!("Feltet ligg utanfor side {page}, eller sida finst ikkje. Teikn det på nytt."),
                format!("The box is outside page {page}, or there is no such page. Draw it again."),
            ),
            Self::PageTooLarge(page) => Trilingual::made(
                format!(
                    "Side {page} er for stor til å tegnes opp. Skriv PDF-en ut i A3 eller mindre, og legg den ved."
                ),
                format!(
                    "Side {page} er for stor til å teiknast opp. Skriv PDF-en ut i A3 eller mindre, og legg han ved."
                ),
                format!("Page {page} is too large to be drawn. Print the PDF in A3 or smaller, and attach that."),
            ),
            Self::TooLarge => Trilingual::fixed(
                "Den sladdede kopien blir større enn 25 MB. Del PDF-en opp, og sladd hver del.",
                "Den sladda kopien blir større enn 25 MB. Del PDF-en opp, og sladd kvar del.",
                "The redacted copy would be larger than 25 MB. Split the PDF, and redact each part.",
            ),
        }
    }
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
