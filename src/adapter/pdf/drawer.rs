//! Stands behind the port through which the use cases draw letters.

use super::{DrawOptions, PdfProblem, draw, undrawable_characters};
use crate::casework::letter::tree::Letter;
use crate::usecase::ports::{DrawProblem, DrawingOptions, Drawn, LetterDrawer};

/// Draws letters as PDF/A-2a and PDF/UA-1.
#[derive(Clone, Copy, Debug, Default)]
pub struct PdfDrawer;

impl LetterDrawer for PdfDrawer {
    fn draw(&self, letter: &Letter, options: &DrawingOptions) -> Result<Drawn, DrawProblem> {
        let options = DrawOptions {
            document_id: *options.document_id.0.as_bytes(),
            dated_on: options.dated_on,
            created_at: options.created_at,
            draft: options.draft,
        };
        match draw(letter, &options) {
            Ok(pdf) => Ok(Drawn { bytes: pdf.bytes, pages: pdf.pages }),
            Err(PdfProblem::MissingGlyphs(missing)) => {
                Err(DrawProblem::MissingCharacters(missing.into_iter().map(|missing| missing.character).collect()))
            }
            Err(PdfProblem::Writer(fault)) => Err(DrawProblem::Fault(fault)),
        }
    }

    fn undrawable(&self, letter: &Letter) -> Vec<char> {
        undrawable_characters(letter)
    }
}
