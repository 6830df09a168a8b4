//! Opening a request, and showing a case of it: its state and the words and people that belong to it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ports::{Commit, Stored};
use super::problem::{OthersChange, Problem};
use super::workplace::{Rules, Workplace};
use crate::casework::access::{Permission, Reading};
use crate::casework::ids::{CaseNumber, ContentId, RequestNumber};
use crate::casework::person::{Attachment, IdentityStatus, Person, Representative};
use crate::casework::projection::{self, CaseRow};
use crate::casework::request::{Case, Content, LinkedNumber, Recorded, Request};
use crate::law::calendar::oslo_date;
use crate::law::identity::IdentityNumber;
use crate::law::routing::{Route, RoutingProblem};

/// A request that is open on the desk.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its number.
    pub number: RequestNumber,
    /// Its state.
    pub request: Request,
    /// Its log.
    pub log: Vec<Recorded>,
    /// Its erasable rows, without the bytes of letters.
    pub contents: BTreeMap<ContentId, Content>,
}

impl Opened {
    /// The request as its log says; `None` for a log that does not begin with a registration.
    #[must_use]
    pub fn of(stored: Stored) -> Option<Self> {
        let request = Request::replay(&stored.log)?;
        Some(Self { number: stored.number, request, log: stored.log, contents: stored.contents })
    }

    /// A request with what a commit added to it, as reading it back gives it.
    pub(super) fn committed(number: RequestNumber, before: Option<Self>, request: Request, commit: Commit) -> Self {
        let (mut log, mut contents) = before.map_or_else(Default::default, |before| (before.log, before.contents));
        let last = log.last().map_or(0, |recorded: &Recorded| recorded.sequence);
        log.extend((last + 1..).zip(commit.events).map(|(sequence, event)| Recorded {
            sequence,
            at: commit.at,
            actor: commit.actor.clone(),
            event,
        }));
        contents.extend(commit.contents.into_iter().filter(|(_, content)| !matches!(content, Content::File(_))));
        Self { number, request, log, contents }
    }

    /// The entry at a place of the log, counted from 1 as the state counts what it came from.
    #[must_use]
    pub fn entry(&self, sequence: u32) -> Option<&Recorded> {
        self.log.get(usize::try_from(sequence).ok()?.checked_sub(1)?)
    }

    /// The person, unless the row is erased.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        self.contents.get(&self.request.person).and_then(Content::person)
    }

    /// Whoever acts for the person.
    #[must_use]
    pub fn representative(&self) -> Option<&Representative> {
        self.acting(self.request.representative?)
    }

    fn acting(&self, id: ContentId) -> Option<&Representative> {
        match self.contents.get(&id) {
            Some(Content::Representative(representative)) => Some(representative),
            Some(Content::Person(_) | Content::Attachments(_) | Content::Text(_) | Content::File(_)) | None => None,
        }
    }

    /// Who has parental responsibility for a child beside whoever acts for it.
    #[must_use]
    pub fn other_parent(&self) -> Option<&Representative> {
        self.acting(self.request.other_parent?)
    }

    /// How what is known of who the person is came to be so, oldest first. A letter that asks for it makes a step of its own.
    #[must_use]
    pub fn identity_steps(&self) -> Vec<(&Recorded, IdentityStatus)> {
        let mut steps = Vec::new();
        let (Some(first), Some(mut state)) =
            (self.log.first(), self.log.first().and_then(|one| Request::begin(&one.event, oslo_date(one.at))))
        else {
            return steps;
        };
        steps.push((first, state.identity));
        for recorded in self.log.iter().skip(1) {
            let before = state.identity;
            state.apply(&recorded.event, oslo_date(recorded.at));
            if state.identity != before {
                steps.push((recorded, state.identity));
            }
        }
        steps
    }

    /// The other numbers of the person that somebody linked, in order; without the number once it is erased.
    pub fn linked_numbers(&self) -> impl Iterator<Item = (LinkedNumber, Option<&IdentityNumber>)> {
        self.request.numbers.iter().map(|linked| {
            let row = self.contents.get(&linked.number).and_then(Content::person);
            (*linked, row.and_then(|row| row.identity_number.as_ref()))
        })
    }

    /// What came with the request.
    #[must_use]
    pub fn attachments(&self) -> &[Attachment] {
        match self.request.registered.attachments.and_then(|id| self.contents.get(&id)) {
            Some(Content::Attachments(attachments)) => attachments,
            Some(Content::Person(_) | Content::Representative(_) | Content::Text(_) | Content::File(_)) | None => &[],
        }
    }

    /// The words under an identifier, unless they are erased.
    #[must_use]
    pub fn words(&self, id: ContentId) -> Option<&str> {
        match self.contents.get(&id) {
            Some(Content::Text(text)) => Some(text),
            Some(Content::Person(_) | Content::Representative(_) | Content::Attachments(_) | Content::File(_))
            | None => None,
        }
    }

    /// The route of a case as the rules of its day of receipt give it. Birth and death come from the person's row, since
    /// the log does not hold them.
    ///
    /// # Errors
    /// [`RoutingProblem`] if the catalogue has lost the rule.
    pub fn route(&self, case: &Case, rules: &Rules) -> Result<Route, RoutingProblem> {
        self.route_received(case, rules, self.request.registered.received_on)
    }

    /// The same, as the rules of another day give it.
    pub(super) fn route_received(&self, case: &Case, rules: &Rules, on: NaiveDate) -> Result<Route, RoutingProblem> {
        let mut facts = case.opened.facts.clone();
        for (key, day) in self.person().into_iter().flat_map(Person::routing_facts) {
            facts.insert(key, day.to_string());
        }
        rules.route(&case.opened.register, case.opened.right, &facts, Some(on))
    }

    /// Whether the person can be reached other than by the channel that the request came by: by post to them or to whoever
    /// acts for them, or, with a protected address, by appointment.
    #[must_use]
    pub fn has_address(&self) -> bool {
        self.request.registered.protection.is_protected()
            || self.person().is_some_and(|person| person.address.is_some())
            || self.representative().is_some_and(|representative| representative.address.is_some())
    }

    /// Whether the person gave an e-mail address.
    #[must_use]
    pub fn has_email(&self) -> bool {
        self.person().is_some_and(|person| person.email.is_some())
    }

    /// Passes if the request is as it was when somebody read it.
    ///
    /// # Errors
    /// [`Problem::Changed`] with what others have done since.
    pub(super) fn require_version(&self, read: Option<u32>) -> Result<(), Problem> {
        let Some(read) = read.filter(|read| *read != self.request.version) else { return Ok(()) };
        let since = self.log.iter().filter(|recorded| recorded.sequence > read);
        Err(Problem::Changed(
            since
                .map(|recorded| OthersChange {
                    sequence: recorded.sequence,
                    at: recorded.at,
                    actor: recorded.actor.clone(),
                    kind: recorded.event.kind(),
                })
                .collect(),
        ))
    }

    /// The work-list rows of its cases.
    #[must_use]
    pub fn rows(&self) -> Vec<CaseRow> {
        projection::rows(&self.request, self.person())
    }
}

impl Workplace<'_> {
    /// A request as a whole, to be shown: the reading is on the disk when this returns.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotLogged`], or the store's.
    pub fn show_request(&mut self, number: RequestNumber) -> Result<Opened, Problem> {
        self.user.require(Permission::Read)?;
        let opened = self.find_request(number)?.ok_or_else(|| Problem::NotFound(number.to_string()))?;
        self.enter_reading(Reading::Request(number))?;
        Ok(opened)
    }

    /// The request of a case, to be shown with the person in full: the reading is on the disk when this returns.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotLogged`], or the store's.
    pub fn show_case(&mut self, case: CaseNumber) -> Result<Opened, Problem> {
        self.user.require(Permission::Read)?;
        let opened = self.open_case(case)?;
        self.enter_reading(Reading::Case(case))?;
        Ok(opened)
    }
}
