//! Sources: what says that a fact or a rule is so, and when it holds.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::wording::{Language, Trilingual};

/// The days on which something holds; both ends belong to it, and a missing end is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
// Invariant: `from` is not after `to`.
pub struct Validity {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Validity {
    /// The days from one date up to and including another; `None` if the first is after the last.
    #[must_use]
    pub fn between(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<Self> {
        match (from, to) {
            (Some(from), Some(to)) if from > to => None,
            (Some(_) | None, Some(_) | None) => Some(Self { from, to }),
        }
    }

    /// The first day, if one is known.
    #[must_use]
    pub const fn from(self) -> Option<NaiveDate> {
        self.from
    }

    /// The last day, if it has one.
    #[must_use]
    pub const fn to(self) -> Option<NaiveDate> {
        self.to
    }

    /// Whether it holds on a day. Without a day the newest counts: what has no last day.
    #[must_use]
    pub fn holds(self, on: Option<NaiveDate>) -> bool {
        match on {
            Some(day) => self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to),
            None => self.to.is_none(),
        }
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let starts_in_time = |a: Self, b: Self| match (a.from, b.to) {
            (Some(from), Some(to)) => from <= to,
            (Some(_) | None, None) | (None, Some(_)) => true,
        };
        starts_in_time(self, other) && starts_in_time(other, self)
    }
}

/// What kind of text a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// An act, or the GDPR, which is one (personopplysningsloven § 1).
    Act,
    /// A regulation given under an act.
    Regulation,
    /// A controller's published notice to the people registered (GDPR Art. 13 and 14).
    Notice,
    /// Guidelines and other published explanations.
    Guidance,
}

/// One place in a statute, a notice or guidelines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its id, for example `hregl-25-1`.
    pub id: String,
    /// What kind of text it is.
    pub kind: ReferenceKind,
    /// How it is cited, for example «helseregisterloven § 25 første ledd».
    pub citation: Trilingual,
    /// The days on which it holds with what is said of it here.
    pub validity: Validity,
}

/// What a fact or a rule rests on: one place or several.
#[derive(Clone, Debug, PartialEq, Eq)]
// Invariant: at least one reference.
pub struct Source(Vec<Arc<Reference>>);

impl Source {
    /// A source of one reference and perhaps more; `None` without any.
    #[must_use]
    pub fn new(references: Vec<Arc<Reference>>) -> Option<Self> {
        if references.is_empty() { None } else { Some(Self(references)) }
    }

    /// The references.
    #[must_use]
    pub fn references(&self) -> &[Arc<Reference>] {
        &self.0
    }

    /// Whether every place in it holds on a day.
    #[must_use]
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.0.iter().all(|reference| reference.validity.holds(Some(on)))
    }

    /// How it is cited in one language, several with a semicolon between.
    #[must_use]
    pub fn citation(&self, language: Language) -> String {
        self.0.iter().map(|reference| reference.citation.get(language)).collect::<Vec<_>>().join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn validity(from: Option<&str>, to: Option<&str>) -> Validity {
        Validity::between(from.map(day), to.map(day)).expect("in order")
    }

    #[test]
    fn both_ends_belong_to_it() {
        let year = validity(Some("2024-01-01"), Some("2024-12-31"));
        for (on, holds) in [("2023-12-31", false), ("2024-01-01", true), ("2024-12-31", true), ("2025-01-01", false)] {
            assert_eq!(year.holds(Some(day(on))), holds, "{on}");
        }
        assert!(!year.holds(None));
        assert!(validity(Some("2030-01-01"), None).holds(None));
        assert_eq!(Validity::between(Some(day("2024-01-02")), Some(day("2024-01-01"))), None);
    }

    #[test]
    fn a_shared_day_is_an_overlap() {
        let before = validity(None, Some("2023-12-31"));
        let after = validity(Some("2024-01-01"), None);
        let across = validity(Some("2023-12-31"), Some("2024-01-01"));
        assert!(!before.overlaps(after) && !after.overlaps(before));
        assert!(across.overlaps(before) && after.overlaps(across));
        assert!(Validity::default().overlaps(before));
    }
}
