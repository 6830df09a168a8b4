//! Stands behind the port through which the use cases draw letters.

use std::thread;

use super::many::in_parallel;
use super::{DrawOptions, PdfProblem, check_logo, draw, undrawable_characters};
use crate::casework::letter::tree::Letter;
use crate::usecase::ports::{DrawProblem, DrawingOptions, Drawn, LetterDrawer, LogoProblem};

/// Draws letters as PDF/A and PDF/UA-1.
#[derive(Clone, Copy, Debug, Default)]
pub struct PdfDrawer;

impl PdfDrawer {
    /// What [`LetterDrawer::draw_all`] does, on so many threads.
    pub fn draw_all_on(
        self,
        threads: usize,
        letters: &[(&Letter, DrawingOptions)],
        drawn: &mut dyn FnMut(usize) -> bool,
    ) -> Vec<Option<Result<Drawn, DrawProblem>>> {
        in_parallel(letters.len(), threads, |place| self.draw(letters[place].0, &letters[place].1), drawn)
    }
}

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
            Err(PdfProblem::Logo(problem)) => Err(DrawProblem::Logo(problem)),
            Err(PdfProblem::Writer(fault)) => Err(DrawProblem::Fault(fault)),
        }
    }

    fn draw_all(
        &self,
        letters: &[(&Letter, DrawingOptions)],
        drawn: &mut dyn FnMut(usize) -> bool,
    ) -> Vec<Option<Result<Drawn, DrawProblem>>> {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        self.draw_all_on(threads, letters, drawn)
    }

    fn undrawable(&self, letter: &Letter) -> Vec<char> {
        undrawable_characters(letter)
    }

    fn check_logo(&self, png: &[u8]) -> Result<(), LogoProblem> {
        check_logo(png)
    }
}
