//! The tree that a letter is: what it says and how it is built up, with no word about pages, fonts or colours.

use crate::wording::Language;

/// A letter, ready to be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The language of the letter; passages in another language say so themselves.
    pub language: Language,
    /// The title in the document's metadata. It names no person.
    pub title: String,
    /// The body that sends the letter, as it stands in the letterhead.
    pub sender_name: String,
    /// Name and address of the recipient, a line each; empty for a letter that is handed over.
    pub recipient: Vec<String>,
    /// How the letter is to be delivered where that must be said instead of an address («Blir utlevert etter avtale»).
    pub delivery_note: Option<String>,
    /// «Vår ref.», «Dykkar ref.», «Saksbehandlar», «Dato» and what stands under each.
    pub references: Vec<Reference>,
    /// The heading of the letter.
    pub heading: String,
    /// What the letter says.
    pub blocks: Vec<Block>,
    /// The closing: greeting, names, «Dokumentet er elektronisk godkjent».
    pub closing: Closing,
    /// The footer of every page: address, organisation number, telephone, web address. Page furniture, not content.
    pub footer: Vec<String>,
    /// Titles of everything that goes with the letter: the annexes first, then files, then what is sent beside it.
    pub attachments: Vec<String>,
    /// Who gets a copy.
    pub copies_to: Vec<String>,
    /// The office's logo in the letterhead.
    pub logo: Option<Logo>,
    /// Annexes, each on pages of its own after the closing.
    pub annexes: Vec<Annex>,
    /// Files that lie inside the letter's own file, in the order of their titles among the attachments.
    pub files: Vec<EnclosedFile>,
}

/// A logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The picture, as PNG.
    pub png: Vec<u8>,
    /// What it shows, in the letter's language, for whoever does not see it.
    pub alternative: String,
}

/// A part of a letter with pages of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annex {
    /// Its heading, for example «Vedlegg 1: …».
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A file inside the letter's own file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnclosedFile {
    /// The file's name, without a folder. It names no person.
    pub name: String,
    /// What it is, in the letter's language.
    pub title: String,
    /// Its media type, for example `text/csv`.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A label and its value in the reference line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The label, for example «Vår ref.».
    pub label: String,
    /// What stands under it.
    pub value: String,
}

/// The end of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// «Vennlig hilsen» in the letter's language.
    pub greeting: String,
    /// Name and title of who signs, a pair each.
    pub signatures: Vec<Signature>,
    /// «Dokumentet er elektronisk godkjent» in the letter's language.
    pub approval_note: Option<String>,
}

/// Who signs a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The person's name.
    pub name: String,
    /// The person's title, for example «saksbehandlar».
    pub title: String,
}

/// A block of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading under the letter's own heading (that one is level 1); `level` is 2 or 3.
    Heading {
        /// 2 or 3.
        level: u8,
        /// The words.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; each item is a row of blocks.
    List {
        /// Numbered (true) or with bullets.
        numbered: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A table with header cells in the first row.
    Table {
        /// The header cells.
        header: Vec<Vec<Inline>>,
        /// The rows, each as long as the header.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A chart, which reports have and letters do not.
    Chart(Chart),
}

/// Bars under each other, each of two parts: a plain one, and a hatched one behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What is counted.
    pub title: String,
    /// What the plain and the hatched parts are.
    pub keys: [String; 2],
    /// The bars, from above.
    pub bars: Vec<Bar>,
}

/// A bar of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// How much each part holds. A bar with a hidden part has no length at all, since that would tell it.
    pub parts: Option<[u64; 2]>,
    /// The counts as they stand beside it.
    pub counts: String,
    /// The same for whoever does not see it.
    pub told: String,
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that decide something, set in bold.
    Strong(String),
    /// A passage in another language than the letter's.
    Foreign {
        /// The language of the passage.
        language: Language,
        /// The words.
        text: String,
    },
}
