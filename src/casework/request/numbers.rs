//! Two numbers of one person: a D-number and a fødselsnummer are linked by hand, with the reason, and never by the program.

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::Request;
use crate::casework::ids::ContentId;
use crate::casework::person::Person;
use crate::law::identity::{IdentityKind, IdentityNumber};
use crate::wording::Trilingual;

/// A number that the person has as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkedNumber {
    /// The row of a person that holds the number alone.
    pub number: ContentId,
    /// Why it is the same person.
    pub reason: ContentId,
}

impl Request {
    /// Records that the person of the request has another number as well. The row that holds it is one of a person, so it is
    /// sealed, found and erased as the person's own.
    ///
    /// # Errors
    /// [`RefusalCode::NoNumber`] where the person has none that it could be linked to, [`RefusalCode::NumbersDoNotFit`], or
    /// [`RefusalCode::AlreadyRecorded`].
    pub fn link_number(
        &self,
        person: &Person,
        linked: &[&IdentityNumber],
        (id, number): (ContentId, IdentityNumber),
        (reason_id, reason): (ContentId, String),
    ) -> Result<Decision, Vec<Refusal>> {
        let Some(known) = &person.identity_number else {
            return Err(vec![refusal(
                RefusalCode::NoNumber,
                Some("number"),
                Trilingual::fixed(
                    "Personen har ikke noe nummer som det kan kobles til. Registrer nummeret på personen i stedet.",
                    "Personen har ikkje noko nummer som det kan koplast til. Registrer nummeret på personen i staden.",
                    "The person has no number that it can be linked to. Register the number on the person instead.",
                ),
                SOURCE,
            )]);
        };
        let civil = |number: &IdentityNumber| match number.kind() {
            IdentityKind::Foedselsnummer | IdentityKind::DNummer => true,
            IdentityKind::HNummer | IdentityKind::FhNummer => false,
        };
        if *known == number || linked.contains(&&number) {
            return Err(vec![refusal(
                RefusalCode::AlreadyRecorded,
                Some("number"),
                Trilingual::fixed(
                    "Dette nummeret er allerede registrert på personen.",
                    "Dette nummeret er alt registrert på personen.",
                    "This number is already registered on the person.",
                ),
                OWN_RULE,
            )]);
        }
        if !civil(known) || !civil(&number) {
            return Err(vec![refusal(
                RefusalCode::NumbersDoNotFit,
                Some("number"),
                Trilingual::fixed(
                    "Bare fødselsnummer og D-nummer kan kobles. Et hjelpenummer sier ikke hvem personen er.",
                    "Berre fødselsnummer og D-nummer kan koplast. Eit hjelpenummer seier ikkje kven personen er.",
                    "Only a national identity number and a D number can be linked. An auxiliary number does not say who the person is.",
                ),
                SOURCE,
            )]);
        }
        let other = Person {
            name: None,
            identity_number: Some(number),
            born_on: None,
            deceased_on: None,
            protection: person.protection,
            address: None,
            email: None,
        };
        Ok(Decision {
            events: vec![Event::PersonNumberLinked { number: id, reason: reason_id }],
            contents: vec![(id, Content::Person(Box::new(other))), (reason_id, Content::Text(reason))],
        })
    }

    /// Records that a number was not the person's after all. What was recorded stays in the log.
    ///
    /// # Errors
    /// [`RefusalCode::NotLinked`] where there is none at this place, counted from 1.
    pub fn unlink_number(&self, place: u32, (id, reason): (ContentId, String)) -> Result<Decision, Vec<Refusal>> {
        let at = usize::try_from(place).ok().and_then(|place| place.checked_sub(1));
        let Some(linked) = at.and_then(|at| self.numbers.get(at)) else {
            return Err(vec![refusal(
                RefusalCode::NotLinked,
                Some("place"),
                Trilingual::fixed(
                    "Det er ikke koblet noe nummer her. Se numrene på saken.",
                    "Det er ikkje kopla noko nummer her. Sjå nummera på saka.",
                    "No number is linked here. See the numbers on the case.",
                ),
                OWN_RULE,
            )]);
        };
        Ok(Decision::with(Event::PersonNumberUnlinked { number: linked.number, reason: id }, id, Content::Text(reason)))
    }
}

const SOURCE: &str = "Folkeregisterloven § 2-2; personopplysningsloven § 12";
