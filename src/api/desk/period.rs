//! The figures of a period, on the screen and as files.

use super::{Desk, input};
use crate::api::failure::Failure;
use crate::api::period::{PeriodAnswer, PeriodExport, PeriodInput, wanted_by};
use crate::api::period_document::{Heading, document};
use crate::api::spoken::spoken;
use crate::casework::letter::tree::Letter;
use crate::usecase::ports::DrawingOptions;
use crate::usecase::{FiguresWanted, Problem, Workplace};
use crate::wording::Language;

/// What figures are written as, beside the answer itself.
const FORMATS: [&str; 3] = ["csv", "xlsx", "pdf"];

impl Desk {
    /// The figures of a period, in the language that was asked for or else that of the desk. No person is shown, so nothing is logged.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for a caseworker, and for a period that cannot be published; [`Failure`] for one that ends
    /// before it begins.
    pub fn period_figures(&mut self, given: &PeriodInput) -> Result<PeriodAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let language = language(given.language.as_deref())?;
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

    /// The same as a file: `csv`, `xlsx` or `pdf`, which is PDF/A and PDF/UA.
    ///
    /// # Errors
    /// As [`Self::period_figures`], and what drawing tells.
    pub fn period_file(&mut self, given: &PeriodExport) -> Result<Vec<u8>, Failure> {
        let answer = self.period_figures(&given.figures)?;
        match given.format.as_str() {
            "csv" => Ok(answer.csv()),
            "xlsx" => Ok(answer.xlsx()),
            "pdf" => {
                let mut workplace = self.workplace()?;
                let names = workplace.rules.sender_names();
                let heading = Heading {
                    sender: names.get(answer.language()),
                    by: &workplace.user.name,
                    made_on: workplace.today(),
                    language: answer.language(),
                };
                drawn(&mut workplace, &document(&answer, &heading))
            }
            _ => Err(input::not_among("format", &FORMATS)),
        }
    }
}

/// The language that was asked for, or that of the desk.
pub(super) fn language(given: Option<&str>) -> Result<Language, Failure> {
    let codes = Language::ALL.map(Language::code);
    given.map_or(Ok(spoken()), |code| input::choice("language", code, |code| code.parse().ok(), &codes))
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
