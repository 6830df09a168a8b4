//! Grounds of a decision: the exceptions under which a claim is refused in whole or in part, and what a restriction rests on.

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
        self.rights.contains(&right)
            && self.source.references().iter().all(|reference| reference.validity.holds(Some(on)))
    }
}
