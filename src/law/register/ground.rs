//! Grounds of a decision: the exceptions under which a claim is refused in whole or in part, and what a restriction rests on.
//! Beside them, the grounds on which something in a file is covered.

use chrono::NaiveDate;

use super::{GroundId, Source};
use crate::law::rights::{Outcome, Right};
use crate::wording::Trilingual;

/// A ground that a caseworker can rest an outcome on. What was weighed stands in the reasons, which go into the letter
/// (GDPR Art. 12(4); personopplysningsloven § 16 third paragraph).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Its id, for example `popplyl-16-d`.
    pub id: GroundId,
    /// The rights that it can decide a claim about.
    pub rights: Vec<Right>,
    /// The outcomes that can rest on it.
    pub outcomes: Vec<Outcome>,
    /// The choice, as the caseworker reads it.
    pub choice: Trilingual,
    /// What the letter tells the person.
    pub letter: Trilingual,
    /// What the reasons have to answer, where something is weighed.
    pub weigh: Option<Trilingual>,
    /// Whether it rests on a source that is not sure.
    pub doubtful: bool,
    /// What it rests on.
    pub source: Source,
}

impl Ground {
    /// Whether a claim about this right can be decided on it on a day.
    #[must_use]
    pub fn fits(&self, right: Right, on: NaiveDate) -> bool {
        self.rights.contains(&right) && self.source.holds(on)
    }
}

/// A ground on which something in a file is covered before others see it: the grounds by which access can be refused, each
/// letter of a provision by itself (personopplysningsloven § 16 third paragraph).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedactionGround {
    /// Its id, for example `popplyl-16-1-d`.
    pub id: GroundId,
    /// What the provision is about.
    pub what: Trilingual,
    /// Whether it is not sure that it can be rested on.
    pub doubtful: bool,
    /// The provision.
    pub source: Source,
}
