//! Measures: what has to be carried out after a decision, and what shows that it was.
//!
//! An outcome that changes something about the data has to be carried out in the register, and those who were given the
//! data have to be told (GDPR Art. 19). These two follow from the decision; others are added by hand, for instance to a
//! processor (GDPR Art. 28(3)(e)). A case is not closed while one is open.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{Refusal, RefusalCode, refusal};
use super::state::{Case, Phase, Request};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::law::rights::{Outcome, Right};
use crate::wording::{Language, Told, Trilingual};

/// Which measure of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeasureId {
    /// Carrying out the decision in the register.
    CarryOut,
    /// Telling those who were given the data (GDPR Art. 19).
    Recipients,
    /// One that was added, counted from 1.
    Added(u32),
}

impl MeasureId {
    /// What it is called; an added one says what it is itself.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::CarryOut => {
                Trilingual::fixed("Gjennomfør i registeret", "Gjennomfør i registeret", "Carry out in the register")
            }
            Self::Recipients => Trilingual::fixed(
                "Si fra til dem som har fått opplysningene",
                "Sei frå til dei som har fått opplysningane",
                "Tell those who were given the data",
            ),
            Self::Added(number) => {
                Trilingual::made(format!("Tiltak {number}"), format!("Tiltak {number}"), format!("Measure {number}"))
            }
        }
    }
}

impl fmt::Display for MeasureId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CarryOut => formatter.write_str("gjennomforing"),
            Self::Recipients => formatter.write_str("underretning"),
            Self::Added(number) => write!(formatter, "{number}"),
        }
    }
}

/// The text names no measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownMeasure;

impl Told for UnknownMeasure {
    fn text(&self) -> Trilingual {
        let list = [MeasureId::CarryOut, MeasureId::Recipients].map(|measure| measure.to_string()).join(", ");
        Trilingual::made(
            format!("Tiltaket finnes ikke. Skriv {list} eller nummeret på tiltaket."),
            format!("Tiltaket finst ikkje. Skriv {list} eller nummeret på tiltaket."),
            format!("There is no such measure. Write {list} or the number of the measure."),
        )
    }
}

impl FromStr for MeasureId {
    type Err = UnknownMeasure;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "gjennomforing" => Ok(Self::CarryOut),
            "underretning" => Ok(Self::Recipients),
            number => number.parse().ok().filter(|number| *number > 0).map(Self::Added).ok_or(UnknownMeasure),
        }
    }
}

/// Whom an added measure is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasureFor {
    /// Somebody who processes the data for us (GDPR Art. 28).
    Processor,
    /// Somebody who was given the data (GDPR Art. 19).
    Recipient,
    /// Anybody else.
    Other,
}

impl MeasureFor {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Processor, Self::Recipient, Self::Other];

    /// The word for it in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Processor => "databehandler",
            Self::Recipient => "mottaker",
            Self::Other => "annet",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Processor => Trilingual::fixed("Databehandler", "Databehandlar", "Processor"),
            Self::Recipient => Trilingual::fixed("Mottaker", "Mottakar", "Recipient"),
            Self::Other => Trilingual::fixed("Annet", "Anna", "Other"),
        }
    }
}

/// A measure that was added by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddedMeasure {
    /// Whom it is for.
    pub to: MeasureFor,
    /// What is to be done.
    pub text: ContentId,
}

/// How a measure ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// When it was carried out; `None` where it was not needed.
    pub done_on: Option<NaiveDate>,
    /// What shows that it was done, or why it was not needed.
    pub note: ContentId,
    /// Which event of the log settled it last.
    pub event: u32,
}

/// The measures that follow from an outcome by themselves.
#[must_use]
pub fn measures_of(right: Right, outcome: Outcome) -> &'static [MeasureId] {
    const CHANGES: &[MeasureId] = &[MeasureId::CarryOut, MeasureId::Recipients];
    const CARRIED_OUT: &[MeasureId] = &[MeasureId::CarryOut];
    if outcome.is_told_to_recipients(right) {
        return CHANGES;
    }
    match outcome {
        Outcome::Granted | Outcome::PartlyGranted => match right {
            Right::Objection
            | Right::MarketingObjection
            | Right::WithdrawConsent
            | Right::Reservation
            | Right::AutomatedDecision => CARRIED_OUT,
            Right::Access
            | Right::AccessLog
            | Right::Portability
            | Right::Kassasjon
            | Right::Rectification
            | Right::Erasure
            | Right::Blocking
            | Right::Restriction
            | Right::LimitedStorage => &[],
        },
        Outcome::Rectified
        | Outcome::Supplemented
        | Outcome::Erased
        | Outcome::Blocked
        | Outcome::Refused
        | Outcome::Dismissed
        | Outcome::NoData
        | Outcome::Forwarded
        | Outcome::Withdrawn => &[],
    }
}

impl Case {
    /// The measure that was added under this identifier; one that follows from the decision was not added.
    #[must_use]
    pub fn added_measure(&self, measure: MeasureId) -> Option<&AddedMeasure> {
        match measure {
            MeasureId::CarryOut | MeasureId::Recipients => None,
            MeasureId::Added(number) => self.added_measures.get(usize::try_from(number).ok()?.checked_sub(1)?),
        }
    }

    /// The day on which what was decided was carried out in the register, once it is recorded.
    #[must_use]
    pub fn carried_out_on(&self) -> Option<NaiveDate> {
        self.settled.get(&MeasureId::CarryOut)?.done_on
    }

    /// The measures of the case: those that its outcome brings, and those that were added.
    pub fn measures(&self) -> impl Iterator<Item = MeasureId> {
        let outcome = self.outcome();
        let by_itself = outcome.map_or(&[][..], |outcome| measures_of(self.opened.right, outcome));
        let added = (1_u32..).zip(&self.added_measures).map(|(number, _)| MeasureId::Added(number));
        by_itself.iter().copied().chain(added)
    }

    /// The measures that nobody has settled.
    pub fn open_measures(&self) -> impl Iterator<Item = MeasureId> {
        self.measures().filter(|measure| !self.settled.contains_key(measure))
    }
}

impl Request {
    /// Adds a measure to a case.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if it is closed.
    pub fn add_measure(
        &self,
        case: CaseLetter,
        to: MeasureFor,
        text: (ContentId, String),
    ) -> Result<Decision, Vec<Refusal>> {
        self.unclosed(case)?;
        let (id, words) = text;
        Ok(Decision::with(Event::MeasureAdded { case, to, text: id }, id, Content::Text(words)))
    }

    /// Records that a measure was carried out, with what shows it, or that it was not needed, with why.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if the case is closed, [`RefusalCode::NoSuchMeasure`], or [`RefusalCode::DateOrder`] for a
    /// day before receipt or after today.
    pub fn settle_measure(
        &self,
        case: CaseLetter,
        measure: MeasureId,
        done_on: Option<NaiveDate>,
        note: (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let state = self.unclosed(case)?;
        let mut refusals = Vec::new();
        if !state.measures().any(|known| known == measure) {
            let known = state.measures().map(|known| known.to_string()).collect::<Vec<_>>().join(", ");
            let message = if known.is_empty() {
                Trilingual::fixed(
                    "Saken har ingen tiltak. De følger av avgjørelsen, eller legges til.",
                    "Saka har ingen tiltak. Dei følgjer av avgjerda, eller blir lagde til.",
                    "The case has no measures. They follow from the decision, or are added.",
                )
            } else {
                Trilingual::made(
                    format!("Saken har ikke dette tiltaket. Velg et av disse: {known}."),
                    format!("Saka har ikkje dette tiltaket. Vel eit av desse: {known}."),
                    format!("The case does not have this measure. Choose one of these: {known}."),
                )
            };
            refusals.push(refusal(RefusalCode::NoSuchMeasure, Some("measure"), message, SOURCE));
        }
        if done_on.is_some_and(|day| day < self.registered.received_on || day > today) {
            refusals.push(refusal(
                RefusalCode::DateOrder,
                Some("done_on"),
                Trilingual::fixed(
                    "Dagen tiltaket ble gjennomført, må ligge mellom mottak og i dag.",
                    "Dagen tiltaket blei gjennomført, må liggje mellom mottak og i dag.",
                    "The day on which the measure was carried out must be between receipt and today.",
                ),
                SOURCE,
            ));
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let (id, words) = note;
        Ok(Decision::with(Event::MeasureSettled { case, measure, done_on, note: id }, id, Content::Text(words)))
    }
}

/// Why a case with open measures is not closed; `None` where it has none.
pub(super) fn against_closing(state: &Case) -> Option<Refusal> {
    let open: Vec<Trilingual> = state.open_measures().map(MeasureId::label).collect();
    let closes = match state.phase {
        Phase::Answered | Phase::Withdrawn | Phase::Forwarded { .. } => true,
        Phase::Open | Phase::Decided | Phase::Closed => false,
    };
    (closes && !open.is_empty()).then(|| {
        let listed = |language: Language| {
            let (opens, closes) = language.pick(("«", "»"), ("«", "»"), ("“", "”"));
            open.iter().map(|label| format!("{opens}{}{closes}", label.get(language))).collect::<Vec<_>>().join(", ")
        };
        let message = Trilingual::made(
            format!(
                "Saken kan ikke avsluttes før tiltakene er gjennomført. Dette gjenstår: {}. Skriv hva som er gjort, eller hvorfor det ikke trengs.",
                listed(Language::Nb)
            ),
            format!(
                "Saka kan ikkje avsluttast før tiltaka er gjennomførte. Dette står att: {}. Skriv kva som er gjort, eller kvifor det ikkje trengst.",
                listed(Language::Nn)
            ),
            format!(
                "The case cannot be closed before the measures are carried out. Still to do: {}. Write what has been done, or why it is not needed.",
                listed(Language::En)
            ),
        );
        refusal(RefusalCode::MeasuresOpen, None, message, SOURCE)
    })
}

const SOURCE: &str = "Personvernforordningen art. 19 og art. 5 nr. 2";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::rights::Track;

    /// Whatever changes the data is carried out and told; whatever leaves them as they are is not.
    #[test]
    fn every_outcome_that_changes_something_has_measures() {
        for right in Right::ALL {
            for outcome in Track::ALL.into_iter().flat_map(|track| Outcome::fitting(right, track)) {
                let changes = match outcome {
                    Outcome::Rectified | Outcome::Supplemented | Outcome::Erased | Outcome::Blocked => true,
                    Outcome::Granted | Outcome::PartlyGranted => {
                        !matches!(right, Right::Access | Right::AccessLog | Right::Portability | Right::Kassasjon)
                    }
                    Outcome::Refused
                    | Outcome::Dismissed
                    | Outcome::NoData
                    | Outcome::Forwarded
                    | Outcome::Withdrawn => false,
                };
                let measures = measures_of(right, outcome);
                assert_eq!(measures.contains(&MeasureId::CarryOut), changes, "{right} {}", outcome.id());
                let told = matches!(
                    right,
                    Right::Rectification
                        | Right::Erasure
                        | Right::Blocking
                        | Right::Restriction
                        | Right::LimitedStorage
                );
                if changes && told {
                    assert!(measures.contains(&MeasureId::Recipients), "{right} {} (GDPR Art. 19)", outcome.id());
                }
            }
        }
    }
}
