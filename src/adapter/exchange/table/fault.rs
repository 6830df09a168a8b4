//! Why a file of many rows cannot be read.

use super::MOST_COLUMNS;

/// Why a file of many rows cannot be read. What is told never repeats what stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// No such file.
    #[error("Filen finnes ikke eller kan ikke leses. Se om stien er riktig.")]
    Missing,
    /// The disk gave up in the middle.
    #[error("Filen kunne ikke leses til ende. Kopier den til denne maskinen og prøv igjen.")]
    Unreadable,
    /// Nothing stands in it.
    #[error("Filen er tom. Lagre den på nytt med en overskrift og minst én rad.")]
    Empty,
    /// No text, and nothing else that is known.
    #[error("Filen er ikke en tabell med tekst. Lagre den på nytt som CSV (UTF-8) eller XLSX.")]
    NotText,
    /// A packed file that is no workbook.
    #[error("Filen er en pakket fil (ZIP), ikke en tabell. Pakk den ut, og velg tabellen som ligger i den.")]
    Packed,
    /// A workbook of the format from before 2007.
    #[error("Filen er et regneark i det gamle formatet (XLS). Lagre det som XLSX eller CSV.")]
    OldWorkbook,
    /// It needs a password.
    #[error("Regnearket er beskyttet med passord. Lagre det uten passord og prøv igjen.")]
    Encrypted,
    /// It holds macros, which run when it is opened.
    #[error("Regnearket inneholder makroer. Lagre det som vanlig regneark (XLSX) uten makroer.")]
    Macros,
    /// It unpacks to far more than a table can be.
    #[error(
        "Regnearket pakker ut til uvanlig mye og er ikke lest. Åpne det, kopier radene til et nytt ark og lagre det."
    )]
    Bomb,
    /// It cannot be read to its end.
    #[error(
        "Regnearket er skadet eller ikke ferdig lagret. Åpne det i regnearkprogrammet, lagre det på nytt og prøv igjen."
    )]
    Broken,
    /// Far too many columns.
    #[error("Tabellen har {0} kolonner. Det er plass til {MOST_COLUMNS}. Velg riktig fil, eller ta bort kolonner.")]
    TooWide(usize),
    /// A row that goes on and on.
    #[error("Rad {0} er for lang. Se om et anførselstegn mangler i raden, og korte den ned.")]
    TooLong(u64),
    /// A quotation mark opens a cell and none closes it.
    #[error("Et anførselstegn i rad {0} blir aldri lukket. Sett ett til der teksten slutter, eller fjern det.")]
    OpenQuote(u64),
    /// A cell that has swallowed the rows after it.
    #[error("En celle i rad {0} ser ut til å ha tatt med seg radene etter. Se om et anførselstegn mangler i raden.")]
    SwallowedRows(u64),
    /// JSON that is not written right.
    #[error("Henvendelse nr. {0} i filen er ikke gyldig JSON (tegn {1}). Rett skrivemåten.")]
    Syntax(u64, usize),
    /// JSON that ends in the middle.
    #[error("JSON-filen slutter midt i henvendelse nr. {0}. Hent hele filen på nytt.")]
    CutOff(u64),
    /// JSON that is no list of objects.
    #[error("Nr. {0} i JSON-filen er ikke en henvendelse. Filen skal være en liste: [{{\"received_on\": …}}, …].")]
    NotAnObject(u64),
}

impl TableFault {
    /// A short code to branch on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "no-such-file",
            Self::Unreadable => "unreadable",
            Self::Empty => "empty-file",
            Self::NotText => "not-text",
            Self::Packed => "packed-file",
            Self::OldWorkbook => "old-workbook",
            Self::Encrypted => "encrypted",
            Self::Macros => "macros",
            Self::Bomb => "too-much-unpacked",
            Self::Broken => "broken-file",
            Self::TooWide(_) => "too-many-columns",
            Self::TooLong(_) => "row-too-long",
            Self::OpenQuote(_) | Self::SwallowedRows(_) => "open-quote",
            Self::Syntax(..) | Self::CutOff(_) => "invalid-json",
            Self::NotAnObject(_) => "not-an-object",
        }
    }
}
