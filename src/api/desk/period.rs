//! The figures of a period, on the screen and as files.

use super::{Desk, input};
use crate::api::failure::Failure;
use crate::api::period::{PeriodAnswer, PeriodInput, wanted_by};
use crate::api::period_document::{Heading, document};
use crate::api::spoken::{speak, spoken};
use crate::casework::letter::tree::Letter;
use crate::usecase::ports::DrawingOptions;
use crate::usecase::{FiguresWanted, Problem, Workplace};
use crate::wording::Language;

/// What figures are written as, beside the answer itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// A table with semicolons.
    Csv,
    /// A workbook.
    Xlsx,
    /// A document that is PDF/A and PDF/UA.
    Pdf,
}

impl FileFormat {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Pdf];

    /// How such a file's name ends, and the word on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
        }
    }

    /// The format with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

impl Desk {
    /// The figures of a period, in the language of the desk. No person is shown, so nothing is logged.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for a caseworker, and for a period that cannot be published; [`Failure`] for one that ends
    /// before it begins.
    pub fn period_figures(&mut self, given: &PeriodInput) -> Result<PeriodAnswer, Failure> {
        let language = self.spoken_language();
        self.period_figures_in(given, language)
    }

    /// The same in a language.
    ///
    /// # Errors
    /// As [`Self::period_figures`].
    pub fn period_figures_in(&mut self, given: &PeriodInput, language: Language) -> Result<PeriodAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let (from_on, to_on, by) = input::together((
            input::date("from", &given.from),
            input::date("to", &given.to),
            input::known("by", wanted_by(given.by.as_deref())),
        ))?;
        if to_on < from_on {
            return Err(super::deadlines::backwards());
        }
        let wanted = FiguresWanted { from_on, to_on, by, published: given.published };
        let figures = workplace.period_figures(wanted)?;
        Ok(PeriodAnswer::of(&figures, workplace.rules, workplace.today(), language))
    }

    /// An answer as a file, in the language that it is in.
    ///
    /// # Errors
    /// What drawing tells, or [`crate::api::Exit::Locked`].
    pub fn period_file(&mut self, answer: &PeriodAnswer, format: FileFormat) -> Result<Vec<u8>, Failure> {
        match format {
            FileFormat::Csv => Ok(answer.csv()),
            FileFormat::Xlsx => Ok(answer.xlsx()),
            FileFormat::Pdf => self.period_pdf(answer),
        }
    }

    fn period_pdf(&mut self, answer: &PeriodAnswer) -> Result<Vec<u8>, Failure> {
        let mut workplace = self.workplace()?;
        let names = workplace.rules.sender_names();
        let heading = Heading {
            sender: names.get(answer.language()),
            by: &workplace.user.name,
            made_on: workplace.today(),
            language: answer.language(),
        };
        drawn(&mut workplace, &document(answer, &heading))
    }

    fn spoken_language(&mut self) -> Language {
        speak(self.language);
        spoken()
    }
}

/// A document as a file.
pub(super) fn drawn(workplace: &mut Workplace<'_>, letter: &Letter) -> Result<Vec<u8>, Failure> {
    let options = DrawingOptions {
        document_id: workplace.identifiers.content_id(),
        dated_on: workplace.today(),
        created_at: workplace.now(),
        draft: false,
    };
    Ok(workplace.drawer.draw(letter, &options).map_err(Problem::from)?.bytes)
}
