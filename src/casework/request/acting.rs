//! Who acts for the person, as it changes after registration, and what a child wants itself.

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::register::{address_betrays, other_parent_refusals, seen_later};
use super::state::Request;
use crate::casework::ids::ContentId;
use crate::casework::person::{Person, Representative};
use crate::wording::Trilingual;

/// What a child wants, as somebody heard it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChildHeard {
    /// When the child was heard.
    pub heard_on: NaiveDate,
    /// Whether the child wants the parents to know; `None` where it has not said.
    pub tell_parents: Option<bool>,
    /// Who heard the child, and what it said.
    pub words: ContentId,
}

impl Request {
    /// Records who acts for the person from now on; `None` where nobody does any more.
    ///
    /// # Errors
    /// [`RefusalCode::NothingNew`] where it is so already, [`RefusalCode::AddressOfProtected`], or
    /// [`RefusalCode::DateOrder`] for a paper that was seen after today.
    pub fn change_representative(
        &self,
        before: Option<&Representative>,
        after: Option<(ContentId, Representative)>,
        (reason_id, reason): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let mut refusals = Vec::new();
        if before == after.as_ref().map(|(_, representative)| representative) {
            refusals.push(refusal(
                RefusalCode::NothingNew,
                None,
                Trilingual::fixed(
                    "Dette er allerede registrert om den som handler for personen. Skriv det som er nytt.",
                    "Dette er alt registrert om den som handlar for personen. Skriv det som er nytt.",
                    "This is already registered about whoever acts for the person. Write what is new.",
                ),
                OWN_RULE,
            ));
        }
        let representative = after.as_ref().map(|(_, representative)| representative);
        if self.registered.protection.is_protected() {
            refusals.extend(representative.and_then(|acting| address_betrays(acting, "representative.address")));
        }
        refusals.extend(representative.and_then(|acting| seen_later(acting, today)));
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let mut contents = vec![(reason_id, Content::Text(reason))];
        let representative = after.map(|(id, representative)| {
            contents.push((id, Content::Representative(representative)));
            id
        });
        Ok(Decision { events: vec![Event::RepresentativeChanged { representative, reason: reason_id }], contents })
    }

    /// Records who has parental responsibility for a child beside whoever acts for it; `None` where nobody has.
    ///
    /// # Errors
    /// [`RefusalCode::NothingNew`] where it is so already, [`RefusalCode::AddressOfProtected`], or [`RefusalCode::NotAChild`].
    pub fn change_other_parent(
        &self,
        (person, before): (&Person, Option<&Representative>),
        after: Option<(ContentId, Representative)>,
        (reason_id, reason): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let parent = after.as_ref().map(|(_, parent)| parent);
        let mut refusals: Vec<Refusal> =
            parent.map(|parent| other_parent_refusals(person, parent, today)).unwrap_or_default();
        if before == parent {
            refusals.push(refusal(
                RefusalCode::NothingNew,
                None,
                Trilingual::fixed(
                    "Dette er allerede registrert. Skriv det som er nytt.",
                    "Dette er alt registrert. Skriv det som er nytt.",
                    "This is already recorded. Write what is new.",
                ),
                OWN_RULE,
            ));
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let mut contents = vec![(reason_id, Content::Text(reason))];
        let parent = after.map(|(id, parent)| {
            contents.push((id, Content::Representative(parent)));
            id
        });
        Ok(Decision { events: vec![Event::OtherParentChanged { parent, reason: reason_id }], contents })
    }

    /// Records what a child wants. It takes the place of what was said when the request was registered.
    ///
    /// # Errors
    /// [`RefusalCode::DateOrder`] for a day after today.
    pub fn hear_child(
        &self,
        heard_on: NaiveDate,
        tell_parents: Option<bool>,
        (id, words): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        if heard_on > today {
            return Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("on"),
                Trilingual::fixed(
                    "Dagen barnet ble hørt, er etter i dag. Skriv dagen samtalen var.",
                    "Dagen barnet blei høyrt, er etter i dag. Skriv dagen samtalen var.",
                    "The day on which the child was heard is later than today. Write the day of the conversation.",
                ),
                "Pasient- og brukerrettighetsloven § 3-4; helseregisterloven § 15",
            )]);
        }
        let heard = ChildHeard { heard_on, tell_parents, words: id };
        Ok(Decision::with(Event::ChildHeard(heard), id, Content::Text(words)))
    }
}
