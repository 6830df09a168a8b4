//! How letters become files.

use chrono::{DateTime, NaiveDate, Utc};

use crate::casework::ids::ContentId;
use crate::casework::letter::tree::Letter;

/// Draws letters.
pub trait LetterDrawer: Send {
    /// Draws a letter as PDF.
    ///
    /// # Errors
    /// [`DrawProblem`] if the letter holds a character that no font has, or a logo that cannot be shown.
    fn draw(&self, letter: &Letter, options: &DrawingOptions) -> Result<Drawn, DrawProblem>;

    /// Draws many letters, several at the same time where the machine can. The answers stand in the order of the letters,
    /// and each is what [`Self::draw`] gives; one that cannot be drawn stops no other. After each letter `drawn` is told,
    /// on the caller's own thread, how many are done, and says whether to go on. Once it has said no, no further letter is
    /// begun, and those that were not drawn are `None`.
    fn draw_all(
        &self,
        letters: &[(&Letter, DrawingOptions)],
        drawn: &mut dyn FnMut(usize) -> bool,
    ) -> Vec<Option<Result<Drawn, DrawProblem>>>;

    /// The characters of a letter that no font has, each once.
    fn undrawable(&self, letter: &Letter) -> Vec<char>;

    /// Whether a picture can stand in the letterhead.
    ///
    /// # Errors
    /// [`LogoProblem`], which says what to do.
    fn check_logo(&self, png: &[u8]) -> Result<(), LogoProblem>;
}

/// What a drawing needs beside the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawingOptions {
    /// What makes the document's identity: the same letter with the same identity gives the same bytes.
    pub document_id: ContentId,
    /// The date that the letter bears.
    pub dated_on: NaiveDate,
    /// The instant that the metadata names.
    pub created_at: DateTime<Utc>,
    /// Whether every page says that it is a draft.
    pub draft: bool,
}

/// A drawn letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
}

/// A letter that cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DrawProblem {
    /// Characters that no font has, each once.
    #[error("Skriften mangler tegn som står i brevet.")]
    MissingCharacters(Vec<char>),
    /// The logo cannot be shown; a letter without it can be drawn.
    #[error(transparent)]
    Logo(LogoProblem),
    /// Anything else; it is a fault of the program.
    #[error("Brevet lot seg ikke tegne: {0}")]
    Fault(String),
}

/// Why a picture cannot stand in the letterhead. The texts say what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoProblem {
    /// It is something else than PNG.
    #[error("Filen er ikke et PNG-bilde. Lagre logoen som PNG og prøv igjen.")]
    NotPng,
    /// It begins as PNG, but cannot be read to its end.
    #[error("PNG-filen er skadet og kan ikke leses. Hent logoen på nytt, eller lagre den som PNG en gang til.")]
    Broken,
    /// Every letter would carry that many bytes.
    #[error("Logoen er på {} kB. Lagre den mindre; den kan være på høyst {} kB, siden den følger med hvert brev.", .bytes.div_ceil(1024), .most / 1024)]
    TooManyBytes {
        /// How many it has.
        bytes: usize,
        /// How many it may have.
        most: usize,
    },
    /// More than any printer shows at this size.
    #[error("Logoen er på {width} × {height} bildepunkter. Lagre den mindre; hver side kan ha høyst {most}.")]
    TooManyPixels {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
        /// How many each may have.
        most: u32,
    },
    /// So few that it would look coarse in print.
    #[error(
        "Logoen er på {width} × {height} bildepunkter og blir grov på papir. Lagre den større; den må ha minst {least} bildepunkter i høyden eller {least_wide} i bredden."
    )]
    TooFewPixels {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
        /// The least height in pixels.
        least: u32,
        /// The least width in pixels.
        least_wide: u32,
    },
    /// So narrow or so flat that it would be a line.
    #[error(
        "Logoen er {width} × {height} bildepunkter og er for smal til å stå i brevhodet. Velg et bilde der den ene siden er høyst {most} ganger så lang som den andre."
    )]
    TooNarrow {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
        /// How many times as long as the other one a side may be.
        most: u32,
    },
    /// Nothing in it can be seen on white paper.
    #[error(
        "Logoen er tom: alt i den er gjennomsiktig eller hvitt. Velg en fil med logoen i mørke farger på hvit eller gjennomsiktig bunn."
    )]
    Invisible,
}
