//! What was recorded by mistake: a question to the person, or a proposal of a longer deadline. The record keeps both the
//! entry and its correction; the dates are computed as if the entry had not been made.

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::{Case, Request};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::wording::Trilingual;

/// An entry that is corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongEntry {
    /// A question to the person, in the order of asking, from 1.
    Suspension(u32),
    /// The proposal of a longer deadline.
    Extension,
}

impl Request {
    /// Corrects an entry that was made by mistake.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if the case is closed, [`RefusalCode::NothingToCorrect`], or
    /// [`RefusalCode::IssuedAsLetter`] for what the person has been told in a letter: that has happened, whether or not it
    /// should have.
    pub fn correct_entry(
        &self,
        case: CaseLetter,
        entry: WrongEntry,
        (id, words): (ContentId, String),
    ) -> Result<Decision, Vec<Refusal>> {
        let state = self.unclosed(case)?;
        let against = match entry {
            WrongEntry::Suspension(number) => against_suspension(state, number),
            WrongEntry::Extension => against_extension(state),
        };
        match against {
            Some(against) => Err(vec![against]),
            None => Ok(Decision::with(Event::EntryCorrected { case, entry, reason: id }, id, Content::Text(words))),
        }
    }
}

fn against_suspension(state: &Case, number: u32) -> Option<Refusal> {
    let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let Some(asked) = place.and_then(|place| state.suspensions.0.get(place)) else {
        let message = Trilingual::fixed(
            "Saken har ikke noe spørsmål til personen med dette nummeret. Se spørsmålene i saken.",
            "Saka har ikkje noko spørsmål til personen med dette nummeret. Sjå spørsmåla i saka.",
            "The case has no question to the person with this number. See the questions in the case.",
        );
        return Some(refusal(RefusalCode::NothingToCorrect, Some("suspension"), message, OWN_RULE));
    };
    if asked.corrected {
        let message = Trilingual::fixed(
            "Spørsmålet er allerede rettet. Se tidslinjen.",
            "Spørsmålet er alt retta. Sjå tidslinja.",
            "The question has already been corrected. See the timeline.",
        );
        return Some(refusal(RefusalCode::NothingToCorrect, Some("suspension"), message, OWN_RULE));
    }
    asked.letter.map(|_| {
        let message = Trilingual::fixed(
            "Spørsmålet er sendt personen i et brev, så det er stilt. Registrer svaret når det kommer, eller skriv til personen at svar ikke trengs.",
            "Spørsmålet er sendt til personen i eit brev, så det er stilt. Registrer svaret når det kjem, eller skriv til personen at svar ikkje trengst.",
            "The question was sent to the person in a letter, so it has been asked. Record the reply when it comes, or write to the person that no reply is needed.",
        );
        refusal(RefusalCode::IssuedAsLetter, Some("suspension"), message, OWN_RULE)
    })
}

fn against_extension(state: &Case) -> Option<Refusal> {
    let Some(extension) = state.extension else {
        let message = Trilingual::fixed(
            "Lengre frist er ikke foreslått i saken, så det er ingenting å rette.",
            "Lengre frist er ikkje foreslått i saka, så det er ingenting å rette.",
            "No extension is proposed in the case, so there is nothing to correct.",
        );
        return Some(refusal(RefusalCode::NothingToCorrect, Some("extension"), message, OWN_RULE));
    };
    extension.notice.map(|_| {
        let message = Trilingual::fixed(
            "Meldingen om lengre frist er sendt personen, og fristen er forlenget. Er noe i meldingen feil, send et nytt brev. Du kan alltid svare før den nye fristen.",
            "Meldinga om lengre frist er send til personen, og fristen er forlengd. Er noko i meldinga feil, send eit nytt brev. Du kan alltid svare før den nye fristen.",
            "The notice of extension has been sent to the person, and the deadline is extended. If something in the notice is wrong, send a new letter. You can always answer before the new deadline.",
        );
        refusal(RefusalCode::IssuedAsLetter, Some("extension"), message, OWN_RULE)
    })
}
