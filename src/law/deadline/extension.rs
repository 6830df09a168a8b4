//! The reasons for which the month may be extended.

use std::str::FromStr;

use crate::wording::{Told, Trilingual};

/// Why a deadline may be extended, a closed list (GDPR Art. 12(3)). Want of staff is no reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExtensionReason {
    /// The request is complex.
    Complexity,
    /// There are many requests.
    Number,
}

/// The text names no reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownExtensionReason;

impl Told for UnknownExtensionReason {
    fn text(&self) -> Trilingual {
        let list = Trilingual::one_of(&ExtensionReason::ALL.map(ExtensionReason::id));
        Trilingual::made(
            format!("Dette er ikke en grunn til lengre frist. Skriv {}.", list.nb),
            format!("Dette er ikkje ein grunn til lengre frist. Skriv {}.", list.nn),
            format!("This is no ground for an extension. Write {}.", list.en),
        )
    }
}

impl FromStr for ExtensionReason {
    type Err = UnknownExtensionReason;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|reason| reason.id() == id).ok_or(UnknownExtensionReason)
    }
}

impl ExtensionReason {
    /// Every reason, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Complexity, Self::Number];

    /// The id that commands and events use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Complexity => "kompleksitet",
            Self::Number => "antall",
        }
    }

    /// The reason in words.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Complexity => {
                Trilingual::fixed("Kravet er sammensatt", "Kravet er samansett", "The request is complex")
            }
            Self::Number => Trilingual::fixed("Det er mange krav", "Det er mange krav", "There are many requests"),
        }
    }
}
