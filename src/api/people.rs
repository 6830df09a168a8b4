//! The people of a request as an opened case shows them, and what stands in force after it.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::case::AddressAnswer;
use super::labels;
use super::spoken::spoken;
use crate::casework::letter::words::capacity;
use crate::casework::person::{IdentityMethod, IdentityStatus, Representative};
use crate::casework::projection::CaseRow;
use crate::casework::request::{Case, Event, Recorded};
use crate::law::calendar::oslo_date;
use crate::usecase::{Opened, Rules};

/// What is known of who the person is.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct IdentityAnswer {
    pub status: String,
    pub method: Option<String>,
    pub on: Option<String>,
    /// How it came to be so, oldest first.
    pub history: Vec<IdentityStep>,
}

/// A change of what is known of who the person is.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct IdentityStep {
    pub status: String,
    pub method: Option<String>,
    pub method_label: Option<String>,
    /// The day on which it was confirmed, where it was.
    pub on: Option<String>,
    pub by: String,
    /// The day on which it was recorded.
    pub recorded_on: String,
}

/// Whoever acts for the person.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RepresentativeAnswer {
    pub kind: String,
    pub kind_label: String,
    pub name: String,
    pub address: Option<AddressAnswer>,
    pub evidence: Option<String>,
    /// What the authority covers; all where both are empty.
    pub registers: Vec<String>,
    pub rights: Vec<String>,
    pub valid_to: Option<String>,
    pub seen_by: Option<String>,
    pub seen_on: Option<String>,
    /// Why they may not act in this case today.
    pub against: Option<String>,
}

/// Who has parental responsibility for a child beside whoever acts for it.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct OtherParentAnswer {
    pub name: String,
    pub address: Option<AddressAnswer>,
    pub evidence: Option<String>,
}

/// What a case of the request claims: that is what an authority can be narrowed to.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ClaimAnswer {
    pub register: String,
    pub register_label: String,
    pub right: String,
    pub right_label: String,
}

/// What a child wants, as it was heard last.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ChildHeardAnswer {
    pub on: String,
    pub tell_parents: Option<bool>,
    /// `None` once it is erased.
    pub text: Option<String>,
    pub by: String,
}

/// Another number of the person.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LinkedNumberAnswer {
    /// Its place among those that are linked, from 1.
    pub place: u32,
    /// `None` once it is erased.
    pub masked: Option<String>,
    pub kind: Option<String>,
    pub reason: Option<String>,
    pub by: String,
    pub on: String,
}

/// What stands in force in a case.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct InForceAnswer {
    pub kind: String,
    pub label: String,
    pub ground: String,
    pub since_on: String,
    pub review_on: Option<String>,
    /// Whether the day of the review has come.
    pub review_due: bool,
}

/// The end of what stood in force.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LiftedAnswer {
    pub on: String,
    /// `None` once it is erased.
    pub reason: Option<String>,
}

impl IdentityAnswer {
    pub(super) fn of(opened: &Opened) -> Self {
        let step = |recorded: &Recorded, status: IdentityStatus| {
            let (method, on) = details(status);
            IdentityStep {
                status: status.id().to_owned(),
                method: method.map(|method| method.id().to_owned()),
                method_label: method.map(|method| method.label().get(spoken()).to_owned()),
                on: on.map(|day| day.to_string()),
                by: recorded.actor.clone(),
                recorded_on: oslo_date(recorded.at).to_string(),
            }
        };
        let (method, on) = details(opened.request.identity);
        let history = opened.identity_steps().into_iter().map(|(recorded, status)| step(recorded, status)).collect();
        Self {
            status: opened.request.identity.id().to_owned(),
            method: method.map(|method| method.id().to_owned()),
            on: on.map(|day| day.to_string()),
            history,
        }
    }
}

fn details(status: IdentityStatus) -> (Option<IdentityMethod>, Option<NaiveDate>) {
    match status {
        IdentityStatus::Confirmed { method, on } => (method, on),
        IdentityStatus::Unchecked | IdentityStatus::Asked | IdentityStatus::Failed => (None, None),
    }
}

/// Whoever acts for the person, as far as a case is concerned.
pub(super) fn representative(opened: &Opened, case: &Case, today: NaiveDate) -> Option<RepresentativeAnswer> {
    let acting = opened.representative()?;
    let claim = (&case.opened.register, case.opened.right);
    Some(RepresentativeAnswer {
        kind: acting.kind.id().to_owned(),
        kind_label: capacity(acting.kind).get(spoken()).to_owned(),
        name: acting.name.clone(),
        address: address(acting),
        evidence: acting.evidence.clone(),
        registers: acting.scope.registers.iter().map(ToString::to_string).collect(),
        rights: acting.scope.rights.iter().map(|right| right.id().to_owned()).collect(),
        valid_to: acting.valid_to.map(|day| day.to_string()),
        seen_by: acting.seen.as_ref().map(|seen| seen.by.clone()),
        seen_on: acting.seen.as_ref().map(|seen| seen.on.to_string()),
        against: acting.against([claim], today).map(|why| labels::out_of_authority(why, acting.kind)),
    })
}

fn address(acting: &Representative) -> Option<AddressAnswer> {
    let address = acting.address.as_ref()?;
    Some(AddressAnswer { lines: address.lines().to_vec(), country: address.country().to_owned() })
}

pub(super) fn other_parent(opened: &Opened) -> Option<OtherParentAnswer> {
    let parent = opened.other_parent()?;
    Some(OtherParentAnswer { name: parent.name.clone(), address: address(parent), evidence: parent.evidence.clone() })
}

pub(super) fn claims(opened: &Opened, rules: &Rules) -> Vec<ClaimAnswer> {
    let claim = |case: &Case| {
        let register = rules.catalogue.get(&case.opened.register);
        let id = case.opened.register.to_string();
        ClaimAnswer {
            register_label: register.map_or_else(|| id.clone(), |register| register.short.clone()),
            register: id,
            right: case.opened.right.id().to_owned(),
            right_label: case.opened.right.label(spoken()),
        }
    };
    opened.request.cases.iter().map(claim).collect()
}

pub(super) fn child_heard(opened: &Opened) -> Option<ChildHeardAnswer> {
    let heard = opened.request.child_heard?;
    Some(ChildHeardAnswer {
        on: heard.heard_on.to_string(),
        tell_parents: heard.tell_parents,
        text: opened.words(heard.words).map(str::to_owned),
        by: recorded_with(opened, |event| *event == Event::ChildHeard(heard)).map(|recorded| recorded.actor.clone())?,
    })
}

pub(super) fn linked_numbers(opened: &Opened) -> Vec<LinkedNumberAnswer> {
    (1_u32..)
        .zip(opened.linked_numbers())
        .filter_map(|(place, (linked, number))| {
            let recorded = recorded_with(opened, |event| {
                *event == Event::PersonNumberLinked { number: linked.number, reason: linked.reason }
            })?;
            Some(LinkedNumberAnswer {
                place,
                masked: number.map(|number| number.masked()),
                kind: number.map(|number| number.kind().code().to_owned()),
                reason: opened.words(linked.reason).map(str::to_owned),
                by: recorded.actor.clone(),
                on: oslo_date(recorded.at).to_string(),
            })
        })
        .collect()
}

fn recorded_with(opened: &Opened, is: impl Fn(&Event) -> bool) -> Option<&Recorded> {
    opened.log.iter().rev().find(|recorded| is(&recorded.event))
}

impl InForceAnswer {
    pub(super) fn of(row: &CaseRow, today: NaiveDate) -> Option<Self> {
        let standing = row.in_force?;
        Some(Self {
            kind: standing.kind.id().to_owned(),
            label: standing.kind.label().get(spoken()).to_owned(),
            ground: standing.kind.ground().get(spoken()).to_owned(),
            since_on: standing.since_on.to_string(),
            review_on: standing.review_on.map(|day| day.to_string()),
            review_due: standing.review_on.is_some_and(|day| day <= today),
        })
    }
}

pub(super) fn lifted(opened: &Opened, case: &Case) -> Option<LiftedAnswer> {
    let lifted = case.lifted?;
    Some(LiftedAnswer { on: lifted.lifted_on.to_string(), reason: opened.words(lifted.reason).map(str::to_owned) })
}
