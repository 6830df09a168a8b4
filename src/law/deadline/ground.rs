//! The grounds on which a case may wait for the person, a closed list.
//!
//! Delay for the office's own reasons (staff, caseload, another body: forvaltningslovforskriften § 39) is no ground:
//! the GDPR's month knows none of them, and it goes before (personopplysningsloven § 2).

use std::str::FromStr;

use chrono::NaiveDate;

use super::input::Pause;
use super::rules::{ASK_WITHOUT_DELAY, Rule};
use crate::law::calendar::{add_days, days_between};
use crate::wording::{Language, Told, Trilingual, steps};

/// Questions asked later than so many days after receipt get a warning.
const PROMPT_DAYS: u32 = 5;

/// Why a case waits for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PauseGround {
    /// Reasonable doubt about who asks (GDPR Art. 12(6)).
    Identity,
    /// Whether a representative may act (fullmakt, forvaltningsloven § 12).
    Authority,
    /// What the person asks for, where much is processed (GDPR recital 63), and for retting also what is wrong and why.
    Clarification,
    /// Grounds and documentation for sletting or sperring by helseregisterloven § 25 that rest on «sterkt belastende».
    Section25Documentation,
}

/// The text names no ground.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownPauseGround;

impl Told for UnknownPauseGround {
    fn text(&self) -> Trilingual {
        let list = Trilingual::one_of(&PauseGround::ALL.map(PauseGround::id));
        Trilingual::made(
            format!("Dette er ikke et grunnlag for pause. Skriv {}.", list.nb),
            format!("Dette er ikkje eit grunnlag for pause. Skriv {}.", list.nn),
            format!("This is no ground for a pause. Write {}.", list.en),
        )
    }
}

impl FromStr for PauseGround {
    type Err = UnknownPauseGround;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|ground| ground.id() == id).ok_or(UnknownPauseGround)
    }
}

impl PauseGround {
    /// Every ground, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Identity, Self::Authority, Self::Clarification, Self::Section25Documentation];

    /// The id that commands and events use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Identity => "identitet",
            Self::Authority => "fullmakt",
            Self::Clarification => "presisering",
            Self::Section25Documentation => "par25-dokumentasjon",
        }
    }

    /// What is waited for, as a label.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Identity => {
                Trilingual::fixed("Bekreftelse av identitet", "Stadfesting av identitet", "Proof of identity")
            }
            Self::Authority => Trilingual::fixed("Fullmakt", "Fullmakt", "Authority to represent"),
            Self::Clarification => {
                Trilingual::fixed("Presisering av kravet", "Presisering av kravet", "Clarification of the request")
            }
            Self::Section25Documentation => Trilingual::fixed(
                "Begrunnelse og dokumentasjon etter § 25",
                "Grunngiving og dokumentasjon etter § 25",
                "Grounds and documentation under section 25",
            ),
        }
    }

    /// Where the ground stands in law.
    #[must_use]
    pub const fn source(self) -> Trilingual {
        match self {
            Self::Identity => Trilingual::fixed(
                "Personvernforordningen art. 12 nr. 6; EDPB retningslinjer 01/2022 avsnitt 159",
                "Personvernforordninga art. 12 nr. 6; EDPB retningslinjer 01/2022 avsnitt 159",
                "GDPR Art. 12(6); EDPB Guidelines 01/2022 para. 159",
            ),
            Self::Authority => Trilingual::fixed(
                "Forvaltningsloven § 12; forvaltningslovforskriften § 38",
                "Forvaltningslova § 12; forvaltningslovforskrifta § 38",
                "Public Administration Act (Norway) s. 12; Public Administration Act Regulations (Norway) s. 38",
            ),
            Self::Clarification => Trilingual::fixed(
                "Personvernforordningen fortalepunkt 63; EDPB retningslinjer 01/2022 avsnitt 159",
                "Personvernforordninga fortalepunkt 63; EDPB retningslinjer 01/2022 avsnitt 159",
                "GDPR recital 63; EDPB Guidelines 01/2022 para. 159",
            ),
            Self::Section25Documentation => Trilingual::fixed(
                "Helseregisterloven § 25; forvaltningslovforskriften § 38",
                "Helseregisterlova § 25; forvaltningslovforskrifta § 38",
                "Health Registers Act (Norway) s. 25; Public Administration Act Regulations (Norway) s. 38",
            ),
        }
    }

    /// The pause that a question on this ground has given by `today`, if any.
    ///
    /// For identity, authority and clarification the period stands still from the question to the reply. For § 25
    /// documentation it runs on until a reasonable time to reply has passed (forvaltningslovforskriften § 38) and
    /// stands still from the day after `reply_by_on`; a reply in time gives no pause.
    #[must_use]
    pub fn pause(
        self,
        asked_on: NaiveDate,
        reply_by_on: NaiveDate,
        answered_on: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Option<Pause> {
        match self {
            Self::Identity | Self::Authority | Self::Clarification => {
                Some(Pause { start_on: asked_on, end_on: answered_on })
            }
            Self::Section25Documentation => {
                let start_on = add_days(reply_by_on.max(asked_on), 1);
                let has_begun = answered_on.map_or(today >= start_on, |answered_on| answered_on > start_on);
                has_begun.then_some(Pause { start_on, end_on: answered_on })
            }
        }
    }
}

/// A question that was asked late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LateQuestion {
    /// The calendar days from receipt to the question.
    pub days: u32,
}

impl LateQuestion {
    /// A short code to branch on.
    pub const CODE: &'static str = "asked-late";

    /// What it says to a caseworker.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        steps::asked_late(self.days, language)
    }

    /// The rule behind the warning, with its source.
    #[must_use]
    pub fn rule(self) -> &'static Rule {
        &ASK_WITHOUT_DELAY
    }
}

/// The warning that a question was asked more than five days after receipt, where it was.
#[must_use]
pub fn ground_warning(received_on: NaiveDate, asked_on: NaiveDate) -> Option<LateQuestion> {
    let days = days_between(received_on, asked_on);
    (days > PROMPT_DAYS).then_some(LateQuestion { days })
}
