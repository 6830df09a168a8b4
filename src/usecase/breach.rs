//! A breach of personal data security that the work on a case has shown.

use chrono::{DateTime, NaiveDate, Utc};

use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::ids::{CaseNumber, OutsideReference};
use crate::casework::request::{BreachAspect, CorrectedBreach, NewBreach, NotNotified, PersonsNews};

/// A breach that is brought, before its words have a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroughtBreach {
    /// When the office became aware of it.
    pub aware_at: DateTime<Utc>,
    /// What it concerns.
    pub aspects: Vec<BreachAspect>,
    /// What happened.
    pub about: String,
    /// Its number in the office's system for breaches.
    pub reference: Option<OutsideReference>,
}

/// What is next recorded of a breach, before its words have a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreachNews {
    /// When the office became aware of it, what it concerns and, where it is given, when it was notified are corrected.
    Corrected(DateTime<Utc>, Vec<BreachAspect>, Option<DateTime<Utc>>, String),
    /// It has a number in the office's system for breaches.
    Referred(OutsideReference),
    /// It was notified to Datatilsynet.
    Notified(DateTime<Utc>, Option<OutsideReference>, Option<String>),
    /// It is not to be notified.
    NotNotified(NotNotified, String),
    /// The persons concerned were told on a day, or are not to be; whether the risk to them is likely to be high; and why.
    Persons(Option<NaiveDate>, bool, Option<String>),
}

impl Workplace<'_> {
    /// Registers a breach that a case has shown.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn register_breach(
        &mut self,
        case: CaseNumber,
        brought: BroughtBreach,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let BroughtBreach { aware_at, aspects, about, reference } = brought;
        let about = (self.identifiers.content_id(), about);
        let (new, now) = (NewBreach { aware_at, aspects, about, reference }, self.now());
        self.change(case, if_version, |request, letter, _| request.register_breach(letter, new, now))
    }

    /// Records what is next known of a breach, or done about it.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn breach_next(
        &mut self,
        case: CaseNumber,
        breach: u32,
        news: BreachNews,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        let (id, now) = (self.identifiers.content_id(), self.now());
        self.change(case, if_version, |request, letter, today| match news {
            BreachNews::Corrected(aware_at, aspects, notified_at, why) => {
                let corrected = CorrectedBreach { aware_at, aspects, notified_at, reason: (id, why) };
                request.correct_breach(letter, breach, corrected, now)
            }
            BreachNews::Referred(reference) => request.refer_breach(letter, breach, reference),
            BreachNews::Notified(at, reference, note) => {
                request.notify_breach(letter, breach, (at, reference), note.map(|note| (id, note)), now)
            }
            BreachNews::NotNotified(why, words) => request.settle_breach(letter, breach, why, (id, words), today),
            BreachNews::Persons(told_on, high_risk, why) => {
                let reason = why.map(|why| (id, why));
                request.tell_of_breach(letter, breach, PersonsNews { told_on, high_risk, reason }, now)
            }
        })
    }

    /// The other cases that have shown the same breach, for each breach of a case: those whose number in the office's system for
    /// breaches is the same.
    ///
    /// # Errors
    /// The store's.
    pub fn same_breaches(&mut self, opened: &Opened, case: CaseNumber) -> Result<Vec<Vec<CaseNumber>>, Problem> {
        let breaches = opened.request.case(case.letter).map(|state| state.breaches.as_slice()).unwrap_or_default();
        let mut same = Vec::new();
        for breach in breaches {
            let cases = match &breach.found.reference {
                Some(reference) => self.store.breach_cases(reference)?,
                None => Vec::new(),
            };
            same.push(cases.into_iter().filter(|other| *other != case).collect());
        }
        Ok(same)
    }
}
