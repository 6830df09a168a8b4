//! What is known of the person changes: an address comes in, a name was misspelt, the identity is confirmed.

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::Request;
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::person::{IdentityStatus, Person};
use crate::wording::Trilingual;

/// What is known of a person from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The identifier of the new row.
    pub id: ContentId,
    /// The person.
    pub person: Person,
    /// What is known of who the person is, where that is new.
    pub identity: Option<IdentityStatus>,
}

impl Request {
    /// Corrects or completes what is known of the person, for all cases of the request. A confirmed identity ends the
    /// wait for it on the day on which it was confirmed.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if the case is closed, [`RefusalCode::ProtectionStays`],
    /// [`RefusalCode::AddressOfProtected`], [`RefusalCode::DateOrder`] for an identity confirmed before receipt or after
    /// today, [`RefusalCode::NothingNew`].
    pub fn correct_person(
        &self,
        case: CaseLetter,
        before: &Person,
        correction: Correction,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        // A letter that came back is sent again to another address, also after the case is closed.
        if !self.has_returned(case) {
            self.unclosed(case)?;
        }
        let Correction { id, person, identity } = correction;
        let mut refusals = Vec::new();
        if person.protection != before.protection {
            refusals.push(refusal(
                RefusalCode::ProtectionStays,
                Some("person.protection"),
                Trilingual::fixed(
                    "Skjermingen kan ikke endres i en registrert henvendelse. Registrer henvendelsen på nytt med rett skjerming.",
                    "Skjerminga kan ikkje endrast i ein registrert førespurnad. Registrer førespurnaden på nytt med rett skjerming.",
                    "The protection cannot be changed in a registered request. Register the request again with the right protection.",
                ),
                "Folkeregisterloven § 10-4",
            ));
        }
        if before.protection.is_protected() && person.address.is_some() {
            refusals.push(refusal(
                RefusalCode::AddressOfProtected,
                Some("person.address"),
                Trilingual::fixed(
                    "Adressen til en person med skjermet adresse skal ikke lagres. Fjern adressen. Brevet utleveres etter avtale.",
                    "Adressa til ein person med skjerma adresse skal ikkje lagrast. Fjern adressa. Brevet blir utlevert etter avtale.",
                    "The address of a person with a protected address is not to be stored. Remove the address. The letter is handed over by agreement.",
                ),
                "Folkeregisterloven § 10-4",
            ));
        }
        refusals.extend(identity.and_then(|status| self.confirmed_in_time(status, "identity.on", today)));
        let identity = identity.filter(|identity| *identity != self.identity);
        if identity.is_none() && person == *before {
            refusals.push(refusal(
                RefusalCode::NothingNew,
                None,
                Trilingual::fixed(
                    "Dette er allerede registrert om personen. Skriv det som er nytt.",
                    "Dette er alt registrert om personen. Skriv det som er nytt.",
                    "This is already registered about the person. Write what is new.",
                ),
                OWN_RULE,
            ));
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let mut decision = Decision { events: Vec::new(), contents: Vec::new() };
        if person != *before {
            decision.events.push(Event::PersonCorrected { person: id });
            decision.contents.push((id, Content::Person(Box::new(person))));
        }
        if let Some(status) = identity {
            decision.events.push(Event::IdentityChanged { status });
            if let IdentityStatus::Confirmed { on, .. } = status {
                decision.events.extend(self.waiting_for_identity(on.unwrap_or(today)));
            }
        }
        Ok(decision)
    }

    /// Why an identity cannot have been confirmed on its day, if that is so.
    pub(super) fn confirmed_in_time(
        &self,
        status: IdentityStatus,
        path: &'static str,
        today: NaiveDate,
    ) -> Option<Refusal> {
        confirmed_on(status).filter(|on| *on < self.registered.received_on || *on > today).map(|_| {
            refusal(
                RefusalCode::DateOrder,
                Some(path),
                Trilingual::fixed(
                    "Dagen identiteten ble bekreftet, må ligge mellom mottak og i dag.",
                    "Dagen identiteten blei stadfesta, må liggje mellom mottak og i dag.",
                    "The day on which the identity was confirmed must be between receipt and today.",
                ),
                "Personvernforordningen art. 12 nr. 6",
            )
        })
    }
}

fn confirmed_on(status: IdentityStatus) -> Option<NaiveDate> {
    match status {
        IdentityStatus::Confirmed { on, .. } => on,
        IdentityStatus::Unchecked | IdentityStatus::Asked | IdentityStatus::Failed => None,
    }
}
