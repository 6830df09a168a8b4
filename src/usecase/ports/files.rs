//! Looking into files that somebody brings: what they are by their content, whether they can be opened, and what a log says.

use crate::casework::letter::input::AccessLog;

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
