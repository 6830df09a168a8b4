//! Letters of a case that did not get through, as lists show them.

use chrono::NaiveDate;

use crate::casework::request::{Case, DeliveryState, Request};
use crate::wording::Trilingual;

/// A letter of the case that did not get through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// What became of it.
    pub what: UndeliveredAs,
    /// From which day somebody has to do something about it.
    pub from_on: NaiveDate,
}

/// What becomes of a letter that does not get through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UndeliveredAs {
    /// It came back, and was not sent again.
    Returned,
    /// It lies in a digital mailbox, and nobody has said that it was opened (eForvaltningsforskriften § 8).
    Unopened,
}

impl UndeliveredAs {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::Returned, Self::Unopened];

    /// The word in documents and in the store.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Returned => "retur",
            Self::Unopened => "ikke-apnet",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Returned => Trilingual::fixed("Brev i retur", "Brev i retur", "Letter returned"),
            Self::Unopened => Trilingual::fixed("Brev ikke åpnet", "Brev ikkje opna", "Letter not opened"),
        }
    }
}

impl Undelivered {
    /// The letter of a case that somebody has to do something about first.
    pub(super) fn of(request: &Request, case: &Case) -> Option<Self> {
        let letters = request.letters.iter().filter(|letter| letter.cases.contains(&case.opened.case));
        let states = letters.flat_map(|letter| request.deliveries_of(letter));
        states.filter_map(|state| Self::of_state(&state)).min_by_key(|undelivered| undelivered.from_on)
    }

    fn of_state(state: &DeliveryState) -> Option<Self> {
        let returned = state.returned_on().map(|from_on| Self { what: UndeliveredAs::Returned, from_on });
        let unopened = || {
            let from_on = state.second_notice_from_on()?;
            Some(Self { what: UndeliveredAs::Unopened, from_on })
        };
        returned.or_else(unopened)
    }
}
