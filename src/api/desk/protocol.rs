//! The protocol of cases.

use super::period::{drawn, language};
use super::{Desk, input};
use crate::api::dates::unreadable;
use crate::api::failure::{Failure, FieldProblem};
use crate::api::period_document::Heading;
use crate::api::protocol::{ProtocolAnswer, ProtocolInput};
use crate::api::protocol_document::document;
use crate::api::spoken::{say, speak, spoken};
use crate::usecase::ProtocolOf;

impl Desk {
    /// The protocol of a case, or of those received in a period. Every case in it is entered as read first.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for a caseworker and for a period with too many cases, [`crate::api::Exit::NotFound`] for a
    /// case that is not there, [`Failure`] for neither a case nor a period, or both.
    pub fn protocol(&mut self, given: &ProtocolInput) -> Result<ProtocolAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let language = language(given.language.as_deref())?;
        let of = match (&given.case, &given.from, &given.to) {
            (Some(case), None, None) => ProtocolOf::Case(input::case(case)?),
            (None, Some(from), Some(to)) => {
                let (from_on, to_on, ()) = input::together((input::date("from", from), input::date("to", to), Ok(())))?;
                if to_on < from_on {
                    return Err(super::deadlines::backwards());
                }
                ProtocolOf::Received(from_on, to_on)
            }
            (Some(_) | None, Some(_) | None, Some(_) | None) => return Err(case_or_period()),
        };
        let protocol = workplace.protocol(of)?;
        speak(language);
        let period = (given.from.clone(), given.to.clone());
        let (now, today) = (workplace.now(), workplace.today());
        Ok(ProtocolAnswer::of(&protocol, period, (workplace.rules, workplace.user), now, today))
    }

    /// The same, with the document of it that is PDF/A and PDF/UA.
    ///
    /// # Errors
    /// As [`Self::protocol`], and what drawing tells.
    pub fn protocol_pdf(&mut self, given: &ProtocolInput) -> Result<(ProtocolAnswer, Vec<u8>), Failure> {
        let answer = self.protocol(given)?;
        let mut workplace = self.workplace()?;
        let language = answer.language.parse().unwrap_or_default();
        let names = workplace.rules.sender_names();
        let heading =
            Heading { sender: names.get(language), by: &answer.made_by, made_on: workplace.today(), language };
        let file = drawn(&mut workplace, &document(&answer, &heading))?;
        Ok((answer, file))
    }
}

fn case_or_period() -> Failure {
    let message = say!(
        "Si hvilken sak det gjelder med --case, eller hvilken periode med --from og --to.",
        "Sei kva sak det gjeld med --case, eller kva periode med --from og --to.",
        "Say which case with --case, or which period with --from and --to.",
    );
    let problem =
        FieldProblem { path: "case".to_owned(), code: "case-or-period".to_owned(), message: message.to_owned() };
    unreadable(vec![problem], spoken())
}
