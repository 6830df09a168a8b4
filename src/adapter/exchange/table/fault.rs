//! Why a file of many rows cannot be read.

/// Why a file of many rows cannot be read. It holds nothing of what stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// No such file.
    Missing,
    /// The disk gave up in the middle.
    Unreadable,
    /// Nothing stands in it.
    Empty,
    /// No text, and nothing else that is known.
    NotText,
    /// A packed file that is no workbook.
    Packed,
    /// A workbook of the format from before 2007.
    OldWorkbook,
    /// It needs a password.
    Encrypted,
    /// It holds macros, which run when it is opened.
    Macros,
    /// It unpacks to far more than a table can be.
    Bomb,
    /// It cannot be read to its end.
    Broken,
    /// Far more columns than there is room for.
    TooWide(usize),
    /// A row that goes on and on.
    TooLong(u64),
    /// A quotation mark opens a cell and none closes it.
    OpenQuote(u64),
    /// A cell that has swallowed the rows after it.
    SwallowedRows(u64),
    /// JSON that is not written right.
    Syntax(u64, usize),
    /// JSON that ends in the middle.
    CutOff(u64),
    /// JSON that is no list of objects.
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
