//! Draws letters as PDF: one file that is both PDF/A-2a (ISO 19005-2, for keeping) and PDF/UA-1 (ISO 14289-1, for
//! who reads by ear), with the same bytes for the same letter. A letter with files inside it is PDF/A-3a (ISO 19005-3)
//! instead, the only part that allows files of every kind.
//!
//! The way there: [`shape`] turns words into glyphs, [`lines`] and [`table`] break them, [`layout`] builds the letter
//! as one column, [`pages`] parts it, [`paint`] draws the pages with printpdf and marks what is content, and
//! [`finish`] adds with lopdf what tells a reader the language and the colours, and [`enclosed`] the files inside;
//! [`structure`] tells what each part is, and [`file`] writes it all down.
//!
//! Forskrift 2013-04-05-959 § 5 asks for PDF/A where public bodies send documents to citizens.

mod chart;
mod drawer;
mod enclosed;
mod file;
mod finish;
mod flow;
mod fonts;
mod furniture;
mod icc;
mod layout;
mod lines;
mod look;
mod many;
mod objects;
mod page;
mod pages;
mod paint;
mod picture;
mod redact;
mod shape;
mod structure;
mod table;
mod xmp;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::casework::letter::tree::Letter;
use crate::usecase::ports::LogoProblem;
use crate::wording::characters;

pub use drawer::PdfDrawer;
pub use fonts::Typeface;
pub use look::PdfReader;
pub use page::{
    Bookmark, Figure, Frame, Ink, Kid, Laid, LeafId, Mark, Node, NodeId, PAGE_HEIGHT, PAGE_WIDTH, Page, Piece, Role,
    Rule, Strip, Tree,
};
pub use paint::Painted;
pub use picture::Picture;
pub use redact::PdfRedactor;
pub use shape::Glyph;

/// What the file must know beside the letter itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawOptions {
    /// The letter's own number in the record; becomes the file's identifier.
    pub document_id: [u8; 16],
    /// The date that the letter bears.
    pub dated_on: NaiveDate,
    /// When the file is made; goes into its metadata, to the second.
    pub created_at: DateTime<Utc>,
    /// Whether the letter is not issued yet; every page then says so.
    pub draft: bool,
}

/// A letter as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
}

/// A character that no font has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Tegnet {} finnes ikke i skriften. Fjern det eller skriv det med andre tegn.", characters::shown(*character).nb)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The words around its first place. They may be personal data and are not part of the message.
    pub context: String,
}

/// Why a letter could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfProblem {
    /// The letter has characters that no font has; each is told once.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    MissingGlyphs(Vec<MissingGlyph>),
    /// The logo cannot be shown.
    #[error(transparent)]
    Logo(LogoProblem),
    /// The writer of the file failed; the program is broken, not the letter.
    #[error("PDF-filen kunne ikke skrives ({0}). Meld fra til den som drifter programmet.")]
    Writer(String),
}

/// Draws a letter: lays it out, paints the pages and finishes the file.
///
/// # Errors
/// [`PdfProblem::MissingGlyphs`] with every character that no font has, and then nothing is drawn.
pub fn draw(letter: &Letter, options: &DrawOptions) -> Result<Pdf, PdfProblem> {
    let laid = lay_out(letter, options.draft)?;
    finish(paint(&laid)?, &laid, letter, options)
}

/// The first step: the letter's words in their places on pages, and the tree of what they are.
///
/// # Errors
/// [`PdfProblem::MissingGlyphs`] with every character that no font has, [`PdfProblem::Logo`].
pub fn lay_out(letter: &Letter, draft: bool) -> Result<Laid, PdfProblem> {
    let missing = missing_glyphs(letter);
    if !missing.is_empty() {
        return Err(PdfProblem::MissingGlyphs(missing));
    }
    let logo = letter.logo.as_ref().map(|logo| picture::read(&logo.png)).transpose().map_err(PdfProblem::Logo)?;
    Ok(layout::lay_out(letter, logo, draft))
}

/// The second step: fonts and pages as a PDF that does not yet say what its parts are.
///
/// # Errors
/// [`PdfProblem::Writer`].
pub fn paint(laid: &Laid) -> Result<Painted, PdfProblem> {
    paint::paint(laid).map_err(PdfProblem::Writer)
}

/// The third step: structure, language, colours and metadata, and the file as bytes.
///
/// # Errors
/// [`PdfProblem::Writer`].
pub fn finish(painted: Painted, laid: &Laid, letter: &Letter, options: &DrawOptions) -> Result<Pdf, PdfProblem> {
    let pages = u32::try_from(laid.pages.len()).unwrap_or(u32::MAX);
    let bytes = finish::finish(painted, laid, letter, options).map_err(PdfProblem::Writer)?;
    Ok(Pdf { bytes, pages })
}

/// The characters of a letter that no font has, each once, in the order of their code points.
#[must_use]
pub fn undrawable_characters(letter: &Letter) -> Vec<char> {
    missing_glyphs(letter).into_iter().map(|missing| missing.character).collect()
}

/// Whether a picture can stand in the letterhead.
///
/// # Errors
/// [`LogoProblem`], which says what to do.
pub fn check_logo(png: &[u8]) -> Result<(), LogoProblem> {
    picture::read(png).map(drop)
}

fn missing_glyphs(letter: &Letter) -> Vec<MissingGlyph> {
    let mut known = BTreeSet::new();
    let mut missing = BTreeMap::new();
    for text in layout::texts(letter) {
        let text = shape::clean(&text);
        for (at, character) in text.char_indices() {
            // A letter has few different characters, and the fonts are asked once for each.
            if known.insert(character) && !Typeface::ALL.into_iter().all(|typeface| typeface.draws(character)) {
                missing.insert(character, context(&text, at));
            }
        }
    }
    missing.into_iter().map(|(character, context)| MissingGlyph { character, context }).collect()
}

fn context(text: &str, at: usize) -> String {
    const AROUND: usize = 20;
    let before: Vec<char> = text[..at].chars().rev().take(AROUND).collect();
    before.into_iter().rev().chain(text[at..].chars().take(AROUND + 1)).collect()
}
