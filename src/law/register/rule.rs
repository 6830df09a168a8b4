//! Rules: one row of the routing table each, with the checks and reasons that belong to it.

use super::{BodyId, CheckId, FactKey, Source, Validity};
use crate::law::rights::{Mode, Right, Track};
use crate::wording::Trilingual;

/// What must be so for a rule to apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The fact has this value.
    Is {
        /// The fact.
        fact: FactKey,
        /// The value.
        value: String,
    },
    /// The fact is given.
    Given {
        /// The fact.
        fact: FactKey,
    },
    /// The date is less than so many years before the request was received.
    YoungerThan {
        /// The fact, a date.
        fact: FactKey,
        /// Years.
        years: u16,
    },
}

/// One row of the routing table.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The rights that it is about.
    pub rights: Vec<Right>,
    /// What must be so; all of it. Rules with conditions go before those without.
    pub when: Vec<Condition>,
    /// The days on which a request is received that follows it.
    pub validity: Validity,
    /// The way that the case goes.
    pub way: Way,
    /// Whether the general rule of the right adds its legal basis, checks and reasons.
    pub with_general: bool,
    /// The right hardly applies here; the claim is registered all the same, and a check says so.
    pub hardly: bool,
    /// What the case rests on.
    pub legal_basis: Vec<Source>,
    /// The checks on the case's list, in order.
    pub checks: Vec<CheckId>,
    /// How such a request is to reach the register, where that is laid down.
    pub channel: Option<Channel>,
    /// Why the rule is as it is.
    pub reasons: Vec<Reason>,
}

/// The way that a rule sends a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// This office answers, on this track.
    Answer(Track),
    /// Another body is responsible.
    Forward {
        /// The body.
        body: BodyId,
        /// How the case reaches it from the office that otherwise answers for the register.
        mode: Mode,
    },
}

/// Why a route is as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The reason.
    pub text: Trilingual,
    /// What it rests on.
    pub source: Source,
}

/// How a request is to reach a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// The channel, in words.
    pub text: Trilingual,
    /// What says so.
    pub source: Source,
}

/// A check that a caseworker does and notes the result of.
#[derive(Clone, Debug)]
pub struct CheckDefinition {
    /// Its id, for example `identitet`.
    pub id: CheckId,
    /// What is to be checked.
    pub text: Trilingual,
    /// Whether it ought to be answered before the case is decided.
    pub required: bool,
    /// Whether it rests on a source that is not sure; the text says so too.
    pub doubtful: bool,
    /// What it rests on.
    pub source: Source,
}

/// What is added to a case in general when it is passed on.
#[derive(Clone, Debug)]
pub struct Forwarding {
    /// How it is passed on.
    pub mode: Mode,
    /// What that rests on.
    pub legal_basis: Vec<Source>,
    /// The checks on the case's list.
    pub checks: Vec<CheckId>,
    /// Why; `{body}` and `{register}` stand for names.
    pub reasons: Vec<Reason>,
}

/// Checks that are added to a case that is answered here when something is known about the person.
#[derive(Clone, Debug)]
pub struct Addition {
    /// What must be so.
    pub when: Condition,
    /// The checks.
    pub checks: Vec<CheckId>,
    /// Why.
    pub reasons: Vec<Reason>,
}
