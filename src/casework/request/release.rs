//! Who has a case: it is handed over, or nobody has it any more.

use super::decide::Decision;
use super::event::Event;
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::Request;
use crate::casework::ids::CaseLetter;
use crate::wording::Trilingual;

impl Request {
    /// Gives a case to somebody else than whoever has it.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if it is closed, [`RefusalCode::NothingNew`] if that user has it already.
    pub fn reassign(&self, case: CaseLetter, to: &str) -> Result<Decision, Vec<Refusal>> {
        self.assign(case, to).and_then(|decision| {
            let has_it = self.case(case).is_some_and(|state| state.assignee.as_deref() == Some(to));
            if has_it {
                Err(vec![nothing_new(Trilingual::fixed(
                    "Saken er allerede tildelt denne brukeren.",
                    "Saka er alt tildelt denne brukaren.",
                    "The case is already assigned to this user.",
                ))])
            } else {
                Ok(decision)
            }
        })
    }

    /// Takes a case from whoever has it, so that nobody does.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if it is closed, [`RefusalCode::NothingNew`] if nobody has it.
    pub fn release(&self, case: CaseLetter) -> Result<Decision, Vec<Refusal>> {
        let state = self.unclosed(case)?;
        match state.assignee {
            Some(_) => Ok(Decision::of(vec![Event::CaseReleased { case }])),
            None => Err(vec![nothing_new(Trilingual::fixed(
                "Saken er ikke tildelt noen.",
                "Saka er ikkje tildelt nokon.",
                "The case is not assigned to anybody.",
            ))]),
        }
    }
}

fn nothing_new(message: Trilingual) -> Refusal {
    refusal(RefusalCode::NothingNew, None, message, OWN_RULE)
}
