//! A breach of personal data security (avvik) that the work on a case has shown. The office deals with it in a system of its own; here
//! stands that it was found, where it is dealt with, and what was done within the days that the law gives (GDPR Art. 33 and
//! 34). It moves none of the case's dates.

mod decide;
mod words;

use chrono::{DateTime, NaiveDate, Utc};

use super::state::Case;
use crate::casework::ids::{CaseLetter, ContentId, OutsideReference};
use crate::law::deadline::breach_notified_by;

pub use decide::{CorrectedBreach, NewBreach, PersonsNews};

/// What of the personal data was breached (GDPR Art. 4(12)). A breach can have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BreachAspect {
    /// Somebody saw or got what they should not.
    Confidentiality,
    /// The data were altered.
    Integrity,
    /// The data were lost or could not be reached.
    Availability,
}

/// Why a breach is not notified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotNotified {
    /// It is unlikely to result in a risk to anybody (GDPR Art. 33(1)).
    NoRisk,
    /// It was no breach after all.
    NoBreach,
}

/// Something that happened to a breach that a case has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreachEvent {
    /// Which case.
    pub case: CaseLetter,
    /// Which breach: its place among those of the case, from 1.
    pub breach: u32,
    /// What happened.
    pub what: BreachStep,
}

/// What can happen to a breach. What comes later counts, but of the notifications the earliest; what came before stays in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreachStep {
    /// It was found.
    Found(BreachFound),
    /// When the office became aware of it, what it concerns, or when it was notified was recorded wrongly.
    Corrected {
        /// When the office became aware of it.
        aware_at: DateTime<Utc>,
        /// What it concerns.
        aspects: Vec<BreachAspect>,
        /// When it was notified, where that was wrong.
        notified_at: Option<DateTime<Utc>>,
        /// What was wrong.
        reason: ContentId,
    },
    /// It got a number in the office's system for breaches, or another one.
    Referred(OutsideReference),
    /// It was notified to Datatilsynet, or is not to be.
    Assessed(BreachVerdict),
    /// Whether the persons concerned are told.
    Persons(PersonsWord),
}

/// A breach was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreachFound {
    /// When the office became aware of it.
    pub aware_at: DateTime<Utc>,
    /// What it concerns, each once and in their order.
    pub aspects: Vec<BreachAspect>,
    /// What happened.
    pub about: ContentId,
    /// Its number in the office's system for breaches.
    pub reference: Option<OutsideReference>,
}

/// What was done about a breach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreachVerdict {
    /// It was notified, or more was told of it.
    Notified(Notification),
    /// It is not to be.
    Not(NotToNotify),
}

/// A breach was notified to Datatilsynet, or more was told of it (GDPR Art. 33(4)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// When.
    pub at: DateTime<Utc>,
    /// Its number in the archive or with Datatilsynet.
    pub reference: Option<OutsideReference>,
    /// Why it was late, which a late one has to say (GDPR Art. 33(1) second sentence), or what else there is to know.
    pub note: Option<ContentId>,
}

/// A breach is not to be notified, or was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotToNotify {
    /// Why, as a word.
    pub why: NotNotified,
    /// Why, in words (GDPR Art. 33(5)).
    pub reason: ContentId,
    /// When the office came to it.
    pub on: NaiveDate,
}

/// Whether the persons concerned are told (GDPR Art. 34).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonsWord {
    /// When they were told; `None` where they are not to be.
    pub told_on: Option<NaiveDate>,
    /// Whether the breach is likely to result in a high risk to them.
    pub high_risk: bool,
    /// Why, in words; never missing where they are not told.
    pub reason: Option<ContentId>,
}

/// A breach as the log says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// How it was found, as corrected.
    pub found: BreachFound,
    /// What was corrected, in words, oldest first.
    pub corrections: Vec<ContentId>,
    /// What Datatilsynet was told, the earliest first: the first is the notification, the others are what was told later.
    pub notifications: Vec<Notification>,
    /// Why it is not notified, or was no breach, where that was said last.
    pub settled: Option<NotToNotify>,
    /// Whether the persons concerned are told.
    pub persons: Option<PersonsWord>,
}

/// Where a breach stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BreachState {
    /// It is neither notified nor settled otherwise.
    ToAssess,
    /// It was notified too late, and nothing says why.
    ToExplain,
    /// It was notified, and nobody has said whether the persons concerned are told.
    ToTell,
    /// Nothing is left to do.
    Done,
}

impl BreachStep {
    /// The row of the words that came with it.
    #[must_use]
    pub fn words(&self) -> Option<ContentId> {
        match self {
            Self::Found(found) => Some(found.about),
            Self::Corrected { reason, .. } | Self::Assessed(BreachVerdict::Not(NotToNotify { reason, .. })) => {
                Some(*reason)
            }
            Self::Assessed(BreachVerdict::Notified(notification)) => notification.note,
            Self::Persons(word) => word.reason,
            Self::Referred(_) => None,
        }
    }
}

impl Breach {
    /// Until when it is notified, counted from when the office became aware of it.
    #[must_use]
    pub fn notified_by(&self) -> DateTime<Utc> {
        breach_notified_by(self.found.aware_at)
    }

    /// The notification: the earliest, also where more was told later (GDPR Art. 33(4)).
    #[must_use]
    pub fn notification(&self) -> Option<&Notification> {
        self.notifications.first()
    }

    /// Why it is not notified.
    #[must_use]
    pub fn not_notified(&self) -> Option<NotNotified> {
        self.settled.as_ref().map(|settled| settled.why)
    }

    /// Whether it was notified within the hours; `None` where it was not notified.
    #[must_use]
    pub fn is_in_time(&self) -> Option<bool> {
        self.notification().map(|notification| notification.at <= self.notified_by())
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> BreachState {
        match self.notification() {
            _ if self.settled.is_some() => BreachState::Done,
            None => BreachState::ToAssess,
            Some(Notification { note: None, .. }) if self.is_in_time() == Some(false) => BreachState::ToExplain,
            Some(_) if self.persons.is_none() => BreachState::ToTell,
            Some(_) => BreachState::Done,
        }
    }

    /// Until when the next step is taken, by which lists and reminders are ordered. Only [`BreachState::ToAssess`] has a time
    /// of the law's: for telling the persons concerned it gives no hour, and the office's own is the end of the 72 hours, or
    /// the late notification.
    #[must_use]
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        match self.state() {
            BreachState::ToAssess | BreachState::ToExplain => Some(self.notified_by()),
            BreachState::ToTell => {
                let notified_at = self.notification().map(|notification| notification.at);
                notified_at.into_iter().chain([self.notified_by()]).max()
            }
            BreachState::Done => None,
        }
    }

    /// Adds what Datatilsynet was told. At the same time it is the same, recorded anew with what was missing.
    fn notified(&mut self, told: &Notification) {
        match self.notifications.iter_mut().find(|known| known.at == told.at) {
            Some(known) => {
                known.reference = told.reference.clone().or(known.reference.take());
                known.note = told.note.or(known.note);
            }
            None => self.notifications.push(told.clone()),
        }
        self.notifications.sort_by_key(|known| known.at);
    }
}

impl Case {
    /// The breach that somebody has to do something about first, with its place from 1.
    #[must_use]
    pub fn open_breach(&self) -> Option<(u32, &Breach)> {
        let open = (1..).zip(&self.breaches).filter_map(|(place, breach)| Some((breach.due_at()?, place, breach)));
        open.min_by_key(|(due_at, place, _)| (*due_at, *place)).map(|(_, place, breach)| (place, breach))
    }

    /// What an event does to the breaches of the case.
    pub(super) fn breach(&mut self, event: &BreachEvent) {
        if let BreachStep::Found(found) = &event.what {
            let found = found.clone();
            self.breaches.push(Breach {
                found,
                corrections: Vec::new(),
                notifications: Vec::new(),
                settled: None,
                persons: None,
            });
            return;
        }
        let place = event.breach.checked_sub(1).map(|place| place as usize);
        let Some(breach) = place.and_then(|place| self.breaches.get_mut(place)) else { return };
        match &event.what {
            BreachStep::Found(_) => {}
            BreachStep::Corrected { aware_at, aspects, notified_at, reason } => {
                breach.found.aware_at = *aware_at;
                breach.found.aspects.clone_from(aspects);
                if let (Some(notification), Some(at)) = (breach.notifications.first_mut(), notified_at) {
                    notification.at = *at;
                    breach.notifications.sort_by_key(|known| known.at);
                }
                breach.corrections.push(*reason);
            }
            BreachStep::Referred(reference) => breach.found.reference = Some(reference.clone()),
            BreachStep::Assessed(BreachVerdict::Notified(notification)) => {
                breach.notified(notification);
                breach.settled = None;
            }
            BreachStep::Assessed(BreachVerdict::Not(settled)) => breach.settled = Some(settled.clone()),
            BreachStep::Persons(word) => breach.persons = Some(*word),
        }
    }
}
