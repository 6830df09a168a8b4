//! How letters become files.

use chrono::{DateTime, NaiveDate, Utc};

use crate::casework::ids::ContentId;
use crate::casework::letter::tree::Letter;
use crate::wording::{Trilingual, characters};

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
#[error("{}", self.text().nb)]
pub enum DrawProblem {
    /// Characters that no font has, each once.
    MissingCharacters(Vec<char>),
    /// The logo cannot be shown; a letter without it can be drawn.
    Logo(LogoProblem),
    /// Anything else; it is a fault of the program.
    Fault(String),
}

impl DrawProblem {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::MissingCharacters(characters) => {
                let list = characters::list(characters);
                Trilingual::made(
                    format!("Skriften har ikke disse tegnene: {}. Skriv dem med andre tegn.", list.nb),
                    format!("Skrifta har ikkje desse teikna: {}. Skriv dei med andre teikn.", list.nn),
                    format!("The typeface lacks these characters: {}. Write them with others.", list.en),
                )
            }
            Self::Logo(problem) => problem.text(),
            Self::Fault(fault) => Trilingual::made(
                format!("Brevet lot seg ikke tegne: {fault}"),
                format!("Brevet lét seg ikkje teikne: {fault}"),
                format!("The letter could not be drawn: {fault}"),
            ),
        }
    }
}

/// Why a picture cannot stand in the letterhead. The texts say what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum LogoProblem {
    /// It is something else than PNG.
    NotPng,
    /// It begins as PNG, but cannot be read to its end.
    Broken,
    /// Every letter would carry that many bytes.
    TooManyBytes {
        /// How many it has.
        bytes: usize,
        /// How many it may have.
        most: usize,
    },
    /// More than any printer shows at this size.
    TooManyPixels {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
        /// How many each may have.
        most: u32,
    },
    /// So few that it would look coarse in print.
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
    TooNarrow {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
        /// How many times as long as the other one a side may be.
        most: u32,
    },
    /// Nothing in it can be seen on white paper.
    Invisible,
}

impl LogoProblem {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::NotPng => Trilingual::fixed(
                "Filen er ikke et PNG-bilde. Lagre logoen som PNG og prøv igjen.",
                "Fila er ikkje eit PNG-bilete. Lagre logoen som PNG og prøv igjen.",
                "The file is no PNG picture. Save the logo as PNG and try again.",
            ),
            Self::Broken => Trilingual::fixed(
                "PNG-filen er skadet og kan ikke leses. Hent logoen på nytt, eller lagre den som PNG en gang til.",
                "PNG-fila er skadd og kan ikkje lesast. Hent logoen på nytt, eller lagre han som PNG ein gong til.",
                "The PNG file is damaged and cannot be read. Get the logo again, or save it as PNG once more.",
            ),
            Self::TooManyBytes { bytes, most } => {
                let (bytes, most) = (bytes.div_ceil(1024), most / 1024);
                Trilingual::made(
                    format!(
                        "Logoen er på {bytes} kB. Lagre den mindre; den kan være på høyst {most} kB, siden den følger med hvert brev."
                    ),
                    format!(
                        "Logoen er på {bytes} kB. Lagre han mindre; han kan vere på høgst {most} kB, sidan han følgjer med kvart brev."
                    ),
                    format!(
                        "The logo is {bytes} kB. Save it smaller; it can be {most} kB at most, since it goes with every letter."
                    ),
                )
            }
            Self::TooManyPixels { width, height, most } => Trilingual::made(
                format!(
                    "Logoen er på {width} × {height} bildepunkter. Lagre den mindre; hver side kan ha høyst {most}."
                ),
                format!("Logoen er på {width} × {height} biletpunkt. Lagre han mindre; kvar side kan ha høgst {most}."),
                format!("The logo has {width} × {height} pixels. Save it smaller; each side can have {most} at most."),
            ),
            Self::TooFewPixels { width, height, least, least_wide } => Trilingual::made(
                format!(
                    "Logoen er på {width} × {height} bildepunkter og blir grov på papir. Lagre den større; den må ha minst {least} bildepunkter i høyden eller {least_wide} i bredden."
                ),
                format!(
                    "Logoen er på {width} × {height} biletpunkt og blir grov på papir. Lagre han større; han må ha minst {least} biletpunkt i høgda eller {least_wide} i breidda."
                ),
                format!(
                    "The logo has {width} × {height} pixels and would look coarse on paper. Save it larger; it must have at least {least} pixels in height or {least_wide} in width."
                ),
            ),
            Self::TooNarrow { width, height, most } => Trilingual::made(
                format!(
                    "Logoen er {width} × {height} bildepunkter og er for smal til å stå i brevhodet. Velg et bilde der den ene siden er høyst {most} ganger så lang som den andre."
                ),
                format!(
                    "Logoen er {width} × {height} biletpunkt og er for smal til å stå i brevhovudet. Vel eit bilete der den eine sida er høgst {most} gonger så lang som den andre."
                ),
                format!(
                    "The logo has {width} × {height} pixels and is too narrow for the letterhead. Choose a picture with one side at most {most} times as long as the other."
                ),
            ),
            Self::Invisible => Trilingual::fixed(
                "Logoen er tom: alt i den er gjennomsiktig eller hvitt. Velg en fil med logoen i mørke farger på hvit eller gjennomsiktig bunn.",
                "Logoen er tom: alt i han er gjennomsiktig eller kvitt. Vel ei fil med logoen i mørke fargar på kvit eller gjennomsiktig botn.",
                "The logo is empty: everything in it is transparent or white. Choose a file with the logo in dark colours on a white or transparent ground.",
            ),
        }
    }
}
