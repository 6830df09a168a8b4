//! The figures of the deadlines: what is late, soon due, waiting, extended. A case is in a figure on a day, never for good.

use std::str::FromStr;

use chrono::NaiveDate;

use super::CaseRow;
use crate::law::calendar::add_days;
use crate::wording::{Told, Trilingual};

/// A figure of the deadlines. Every one counts only cases whose person still waits for word, and a case can be in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// Every case whose person still waits for word.
    Unanswered,
    /// The clock runs, and the last day to answer is past. A case that was answered and opened again has no such day left.
    Late,
    /// The clock runs, and the last day to answer is today or one of the next seven.
    DueWithin7,
    /// The same for thirty days; those of the first seven are among them.
    DueWithin30,
    /// The clock stands still while the person owes an answer.
    Paused,
    /// A notice of extension is sent and in force (GDPR Art. 12(3)).
    Extended,
}

impl Figure {
    /// Every figure, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Late, Self::DueWithin7, Self::DueWithin30, Self::Paused, Self::Extended, Self::Unanswered];

    /// The word on the command line and in documents.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unanswered => "ubesvart",
            Self::Late => "forfalt",
            Self::DueWithin7 => "innen-7",
            Self::DueWithin30 => "innen-30",
            Self::Paused => "pa-vent",
            Self::Extended => "forlenget",
        }
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Unanswered => Trilingual::fixed("Ubesvart", "Ikkje svara på", "Unanswered"),
            Self::Late => Trilingual::fixed("Forfalt", "Forfalle", "Overdue"),
            Self::DueWithin7 => Trilingual::fixed("Innen 7 dager", "Innan 7 dagar", "Within 7 days"),
            Self::DueWithin30 => Trilingual::fixed("Innen 30 dager", "Innan 30 dagar", "Within 30 days"),
            Self::Paused => Trilingual::fixed("Satt på vent", "Sett på vent", "Paused"),
            Self::Extended => Trilingual::fixed("Forlenget", "Forlengd", "Extended"),
        }
    }

    /// The days from and before which a running case must be due, seen on a day; `None` where any will do.
    #[must_use]
    pub fn due_between(self, today: NaiveDate) -> Option<(Option<NaiveDate>, NaiveDate)> {
        match self {
            Self::Late => Some((None, today)),
            Self::DueWithin7 => Some((Some(today), add_days(today, 8))),
            Self::DueWithin30 => Some((Some(today), add_days(today, 31))),
            Self::Unanswered | Self::Paused | Self::Extended => None,
        }
    }

    /// Whether cases whose clock runs can be in it.
    #[must_use]
    pub const fn has_running(self) -> bool {
        match self {
            Self::Unanswered | Self::Late | Self::DueWithin7 | Self::DueWithin30 | Self::Extended => true,
            Self::Paused => false,
        }
    }

    /// Whether cases whose clock stands still can be in it.
    #[must_use]
    pub const fn has_standing(self) -> bool {
        match self {
            Self::Unanswered | Self::Paused | Self::Extended => true,
            Self::Late | Self::DueWithin7 | Self::DueWithin30 => false,
        }
    }
}

/// The text names no figure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownFigure;

impl Told for UnknownFigure {
    fn text(&self) -> Trilingual {
        let list = Figure::ALL.map(Figure::id).join(", ");
        Trilingual::made(
            format!("Dette er ikke et av tallene. Skriv en av disse: {list}."),
            format!("Dette er ikkje eit av tala. Skriv ein av desse: {list}."),
            format!("This is none of the figures. Write one of these: {list}."),
        )
    }
}

impl FromStr for Figure {
    type Err = UnknownFigure;

    fn from_str(text: &str) -> Result<Self, UnknownFigure> {
        Self::ALL.into_iter().find(|figure| figure.id() == text).ok_or(UnknownFigure)
    }
}

impl CaseRow {
    /// Whether the person still waits for word.
    #[must_use]
    pub fn is_unanswered(&self) -> bool {
        self.phase.is_in_hand()
    }

    /// Whether the case is in a figure on a day.
    #[must_use]
    pub fn is_in(&self, figure: Figure, today: NaiveDate) -> bool {
        let stands = self.paused_since_on(today).is_some();
        let due = |(from, before): (Option<NaiveDate>, NaiveDate)| {
            self.due_on.is_some_and(|due_on| from.is_none_or(|from| from <= due_on) && due_on < before)
        };
        let fits = match figure {
            Figure::Unanswered => true,
            Figure::Late | Figure::DueWithin7 | Figure::DueWithin30 => {
                !stands && self.reopened_on.is_none() && figure.due_between(today).is_some_and(due)
            }
            Figure::Paused => stands,
            Figure::Extended => self.extension.is_some(),
        };
        self.is_unanswered() && fits
    }
}
