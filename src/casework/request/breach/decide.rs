//! What may happen to a breach. It is recorded in any case, also in a closed one.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    Breach, BreachAspect, BreachEvent, BreachFound, BreachState, BreachStep, BreachVerdict, NotNotified, NotToNotify,
    Notification, PersonsWord,
};
use crate::casework::ids::{CaseLetter, ContentId, OutsideReference};
use crate::casework::request::decide::Decision;
use crate::casework::request::event::{Content, Event};
use crate::casework::request::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use crate::casework::request::state::Request;
use crate::law::calendar::{oslo_date, oslo_time};
use crate::wording::dates::{clock, long_date};
use crate::wording::{Language, Trilingual};

/// The day on which the regulation began to hold in Norway; there was nothing to notify under these articles before it.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2018, 7, 20);

/// A breach that was found and is not yet registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBreach {
    /// When the office became aware of it.
    pub aware_at: DateTime<Utc>,
    /// What it concerns.
    pub aspects: Vec<BreachAspect>,
    /// What happened: the row and the words.
    pub about: (ContentId, String),
    /// Its number in the office's system for breaches.
    pub reference: Option<OutsideReference>,
}

/// A breach as it is to be, where it was recorded wrongly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectedBreach {
    /// When the office became aware of it.
    pub aware_at: DateTime<Utc>,
    /// What it concerns.
    pub aspects: Vec<BreachAspect>,
    /// When it was notified; `None` where that is as it was.
    pub notified_at: Option<DateTime<Utc>>,
    /// What was wrong: the row and the words.
    pub reason: (ContentId, String),
}

/// Whether the persons concerned are told, before it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonsNews {
    /// When they were told; `None` where they are not to be.
    pub told_on: Option<NaiveDate>,
    /// Whether the breach is likely to result in a high risk to them.
    pub high_risk: bool,
    /// Why: the row and the words.
    pub reason: Option<(ContentId, String)>,
}

impl Request {
    /// Registers a breach that the work on a case has shown.
    ///
    /// # Errors
    /// [`RefusalCode::DateOrder`] for a time that cannot be, [`RefusalCode::AlreadyRecorded`] for the same one once more.
    pub fn register_breach(
        &self,
        case: CaseLetter,
        brought: NewBreach,
        now: DateTime<Utc>,
    ) -> Result<Decision, Vec<Refusal>> {
        let Some(state) = self.case(case) else { return Err(vec![no_such_breach()]) };
        let NewBreach { aware_at, aspects, about: (about, words), reference } = brought;
        against_time(aware_at, now)?;
        let same = |known: &Breach| known.found.aware_at == aware_at && known.state() != BreachState::Done;
        if state.breaches.iter().any(same) {
            return Err(vec![refusal(
                RefusalCode::AlreadyRecorded,
                Some("aware"),
                Trilingual::fixed(
                    "Et avvik som ble kjent på samme tidspunkt, er allerede registrert i saken og ikke ferdig behandlet.",
                    "Eit avvik som blei kjent på same tidspunkt, er alt registrert i saka og ikkje ferdig behandla.",
                    "A breach that became known at the same time is already registered on the case and not done with.",
                ),
                OWN_RULE,
            )]);
        }
        let breach = u32::try_from(state.breaches.len()).unwrap_or(u32::MAX).saturating_add(1);
        let what = BreachStep::Found(BreachFound { aware_at, aspects: each_once(aspects), about, reference });
        Ok(decision(BreachEvent { case, breach, what }, Some((about, words))))
    }

    /// Corrects when the office became aware of a breach, what it concerns, or when it was notified. What was recorded before stays
    /// in the log.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchBreach`], [`RefusalCode::OutcomeDoesNotFit`] for the time of a notification that there is not,
    /// [`RefusalCode::DateOrder`], [`RefusalCode::NothingNew`].
    pub fn correct_breach(
        &self,
        case: CaseLetter,
        breach: u32,
        corrected: CorrectedBreach,
        now: DateTime<Utc>,
    ) -> Result<Decision, Vec<Refusal>> {
        let known = self.known_breach(case, breach)?;
        let CorrectedBreach { aware_at, aspects, notified_at, reason: (reason, words) } = corrected;
        let aspects = each_once(aspects);
        against_time(aware_at, now)?;
        let before = known.notification().map(|notification| notification.at);
        if notified_at.is_some() && before.is_none() {
            return Err(vec![refusal(
                RefusalCode::OutcomeDoesNotFit,
                Some("notified_at"),
                Trilingual::fixed(
                    "Avviket er ikke meldt. Registrer meldingen i stedet.",
                    "Avviket er ikkje meldt. Registrer meldinga i staden.",
                    "The breach was not notified. Register the notification instead.",
                ),
                OWN_RULE,
            )]);
        }
        let notified_at = notified_at.filter(|at| Some(*at) != before);
        if known.found.aware_at == aware_at && known.found.aspects == aspects && notified_at.is_none() {
            return Err(vec![nothing_new()]);
        }
        if let Some(at) = notified_at {
            within(at, aware_at, now, "notified_at")?;
        }
        if notified_at.or(before).is_some_and(|at| at < aware_at) {
            return Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("aware"),
                Trilingual::fixed(
                    "Avviket er meldt før dette tidspunktet. Rett det av de to som er feil.",
                    "Avviket er meldt før dette tidspunktet. Rett det av dei to som er feil.",
                    "The breach was notified before this time. Correct whichever of the two is wrong.",
                ),
                NOTIFIED,
            )]);
        }
        if known.persons.and_then(|word| word.told_on).is_some_and(|on| on < oslo_date(aware_at)) {
            return Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("aware"),
                Trilingual::fixed(
                    "De berørte er varslet før denne dagen. Rett tidspunktet, eller rett det som er registrert om de berørte.",
                    "Dei det gjeld, er varsla før denne dagen. Rett tidspunktet, eller rett det som er registrert om dei det gjeld.",
                    "The persons concerned were told before this day. Correct the time, or what is recorded about them.",
                ),
                TOLD,
            )]);
        }
        let what = BreachStep::Corrected { aware_at, aspects, notified_at, reason };
        Ok(decision(BreachEvent { case, breach, what }, Some((reason, words))))
    }

    /// Gives a breach its number in the office's system for breaches.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchBreach`], [`RefusalCode::NothingNew`].
    pub fn refer_breach(
        &self,
        case: CaseLetter,
        breach: u32,
        reference: OutsideReference,
    ) -> Result<Decision, Vec<Refusal>> {
        if self.known_breach(case, breach)?.found.reference.as_ref() == Some(&reference) {
            return Err(vec![nothing_new()]);
        }
        Ok(decision(BreachEvent { case, breach, what: BreachStep::Referred(reference) }, None))
    }

    /// Records that a breach was notified to Datatilsynet, or that more was told of one that was (GDPR Art. 33(4)).
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchBreach`], [`RefusalCode::DateOrder`], [`RefusalCode::AlreadyRecorded`],
    /// [`RefusalCode::DelayUnexplained`] for a notification after the 72 hours where nothing says why.
    pub fn notify_breach(
        &self,
        case: CaseLetter,
        breach: u32,
        (at, reference): (DateTime<Utc>, Option<OutsideReference>),
        note: Option<(ContentId, String)>,
        now: DateTime<Utc>,
    ) -> Result<Decision, Vec<Refusal>> {
        let known = self.known_breach(case, breach)?;
        let last = known.notified_by();
        within(at, known.found.aware_at, now, "at")?;
        let same = known.notifications.iter().find(|told| told.at == at).filter(|_| known.settled.is_none());
        if note.is_none() && same.is_some_and(|told| reference.is_none() || told.reference == reference) {
            return Err(vec![already_recorded()]);
        }
        // What is told after the notification is no delay.
        let is_earliest = known.notification().is_none_or(|first| at < first.at);
        if is_earliest && at > last && note.is_none() {
            return Err(vec![refusal(
                RefusalCode::DelayUnexplained,
                Some("note"),
                Trilingual::made(
                    format!(
                        "Fristen var {}. En melding etter 72 timer skal begrunne forsinkelsen. Skriv hvorfor.",
                        in_words(last, Language::Nb)
                    ),
                    format!(
                        "Fristen var {}. Ei melding etter 72 timar skal grunngi forseinkinga. Skriv kvifor.",
                        in_words(last, Language::Nn)
                    ),
                    format!(
                        "It was due {}. A notification after 72 hours gives the reasons for the delay. Write why.",
                        in_words(last, Language::En)
                    ),
                ),
                NOTIFIED,
            )]);
        }
        let told = Notification { at, reference, note: note.as_ref().map(|(id, _)| *id) };
        let verdict = BreachVerdict::Notified(told);
        Ok(decision(BreachEvent { case, breach, what: BreachStep::Assessed(verdict) }, note))
    }

    /// Records that a breach is not to be notified, or was none.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchBreach`], [`RefusalCode::OutcomeDoesNotFit`] for no risk where it was notified or a high one is
    /// recorded.
    pub fn settle_breach(
        &self,
        case: CaseLetter,
        breach: u32,
        why: NotNotified,
        (reason, words): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let known = self.known_breach(case, breach)?;
        if why == NotNotified::NoRisk && known.notification().is_some() {
            return Err(vec![refusal(
                RefusalCode::OutcomeDoesNotFit,
                Some("why"),
                Trilingual::fixed(
                    "Avviket er meldt til Datatilsynet, og det endres ikke. Var det ikke et avvik likevel, velg det.",
                    "Avviket er meldt til Datatilsynet, og det blir ikkje endra. Var det ikkje eit avvik likevel, vel det.",
                    "The breach was notified to Datatilsynet, and that does not change. If it was no breach after all, choose that.",
                ),
                NOTIFIED,
            )]);
        }
        if why == NotNotified::NoRisk && known.persons.is_some_and(|word| word.high_risk) {
            return Err(vec![refusal(
                RefusalCode::OutcomeDoesNotFit,
                Some("why"),
                Trilingual::fixed(
                    "Det er registrert at avviket trolig gir høy risiko for de berørte. Da skal det meldes. Rett det som er registrert om de berørte, hvis det er feil.",
                    "Det er registrert at avviket truleg gir høg risiko for dei det gjeld. Då skal det meldast. Rett det som er registrert om dei, dersom det er feil.",
                    "It is recorded that the breach is likely to result in a high risk to the persons concerned. Then it has to be notified. If what is recorded about them is wrong, correct it.",
                ),
                "Personvernforordningen art. 33 nr. 1 og art. 34 nr. 1",
            )]);
        }
        let verdict = BreachVerdict::Not(NotToNotify { why, reason, on: today });
        Ok(decision(BreachEvent { case, breach, what: BreachStep::Assessed(verdict) }, Some((reason, words))))
    }

    /// Records whether the persons concerned are told.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchBreach`], [`RefusalCode::OutcomeDoesNotFit`] where it was no breach, or no risk was found and a high
    /// one is told of, [`RefusalCode::DateOrder`], [`RefusalCode::ReasonMissing`] where they are not told and nothing says why.
    pub fn tell_of_breach(
        &self,
        case: CaseLetter,
        breach: u32,
        news: PersonsNews,
        now: DateTime<Utc>,
    ) -> Result<Decision, Vec<Refusal>> {
        let known = self.known_breach(case, breach)?;
        let PersonsNews { told_on, high_risk, reason } = news;
        match known.not_notified() {
            // A high risk that was said before can still be taken back: else it would stand in the way once it was a breach.
            Some(NotNotified::NoBreach) if high_risk || known.persons.is_none() => {
                return Err(vec![refusal(
                    RefusalCode::OutcomeDoesNotFit,
                    Some("breach"),
                    Trilingual::fixed(
                        "Det er registrert at dette ikke var et avvik, så ingen skal varsles om det.",
                        "Det er registrert at dette ikkje var eit avvik, så ingen skal varslast om det.",
                        "It is recorded that this was no breach, so nobody is to be told of it.",
                    ),
                    TOLD,
                )]);
            }
            Some(NotNotified::NoRisk) if high_risk => {
                return Err(vec![refusal(
                    RefusalCode::OutcomeDoesNotFit,
                    Some("high_risk"),
                    Trilingual::fixed(
                        "Avviket er ikke meldt fordi det trolig ikke gir noen risiko. Er risikoen høy, skal det meldes. Registrer meldingen først.",
                        "Avviket er ikkje meldt fordi det truleg ikkje gir nokon risiko. Er risikoen høg, skal det meldast. Registrer meldinga først.",
                        "The breach was not notified because it is unlikely to result in a risk. If the risk is high, it has to be notified. Register the notification first.",
                    ),
                    TOLD,
                )]);
            }
            Some(NotNotified::NoRisk | NotNotified::NoBreach) | None => {}
        }
        let (from_on, today) = (oslo_date(known.found.aware_at), oslo_date(now));
        if told_on.is_some_and(|on| on < from_on || on > today) {
            let day = |language| long_date(from_on, language);
            let message = Trilingual::made(
                format!("Dagen må ligge mellom {} og i dag.", day(Language::Nb)),
                format!("Dagen må liggje mellom {} og i dag.", day(Language::Nn)),
                format!("The day must be between {} and today.", day(Language::En)),
            );
            return Err(vec![refusal(RefusalCode::DateOrder, Some("told_on"), message, TOLD)]);
        }
        if told_on.is_none() && reason.is_none() {
            return Err(vec![refusal(
                RefusalCode::ReasonMissing,
                Some("note"),
                Trilingual::fixed(
                    "Skriv hvorfor de berørte ikke varsles.",
                    "Skriv kvifor dei det gjeld, ikkje blir varsla.",
                    "Write why the persons concerned are not told.",
                ),
                TOLD,
            )]);
        }
        let word = PersonsWord { told_on, high_risk, reason: reason.as_ref().map(|(id, _)| *id) };
        if reason.is_none() && known.persons == Some(word) {
            return Err(vec![already_recorded()]);
        }
        Ok(decision(BreachEvent { case, breach, what: BreachStep::Persons(word) }, reason))
    }

    fn known_breach(&self, case: CaseLetter, breach: u32) -> Result<&Breach, Vec<Refusal>> {
        let place = breach.checked_sub(1).map(|place| place as usize);
        let found = self.case(case).zip(place).and_then(|(state, place)| state.breaches.get(place));
        found.ok_or_else(|| vec![no_such_breach()])
    }
}

fn decision(event: BreachEvent, words: Option<(ContentId, String)>) -> Decision {
    Decision {
        events: vec![Event::Breach(event)],
        contents: words.into_iter().map(|(id, words)| (id, Content::Text(words))).collect(),
    }
}

fn each_once(mut aspects: Vec<BreachAspect>) -> Vec<BreachAspect> {
    aspects.sort_unstable();
    aspects.dedup();
    aspects
}

fn against_time(aware_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Vec<Refusal>> {
    if aware_at <= now && FIRST_DAY.is_none_or(|first| oslo_date(aware_at) >= first) {
        return Ok(());
    }
    Err(vec![refusal(
        RefusalCode::DateOrder,
        Some("aware"),
        Trilingual::fixed(
            "Avviket kan ikke ha blitt kjent etter nå, eller før 20. juli 2018, da reglene begynte å gjelde. Rett tidspunktet.",
            "Avviket kan ikkje ha blitt kjent etter no, eller før 20. juli 2018, då reglane tok til å gjelde. Rett tidspunktet.",
            "The breach cannot have become known later than now, or before 20 July 2018, when the rules came into force. Correct the time.",
        ),
        NOTIFIED,
    )])
}

/// What was told Datatilsynet was told between when the breach became known and now.
fn within(
    at: DateTime<Utc>,
    aware_at: DateTime<Utc>,
    now: DateTime<Utc>,
    field: &'static str,
) -> Result<(), Vec<Refusal>> {
    if at >= aware_at && at <= now {
        return Ok(());
    }
    Err(vec![refusal(
        RefusalCode::DateOrder,
        Some(field),
        Trilingual::made(
            format!("Avviket må være meldt mellom {} og nå.", in_words(aware_at, Language::Nb)),
            format!("Avviket må vere meldt mellom {} og no.", in_words(aware_at, Language::Nn)),
            format!("The breach must have been notified between {} and now.", in_words(aware_at, Language::En)),
        ),
        NOTIFIED,
    )])
}

fn in_words(at: DateTime<Utc>, language: Language) -> String {
    let at = oslo_time(at);
    format!("{} {}", long_date(at.date(), language), clock(at, language))
}

fn nothing_new() -> Refusal {
    refusal(
        RefusalCode::NothingNew,
        None,
        Trilingual::fixed(
            "Dette er allerede registrert om avviket. Skriv det som er nytt.",
            "Dette er alt registrert om avviket. Skriv det som er nytt.",
            "This is already recorded of the breach. Write what is new.",
        ),
        OWN_RULE,
    )
}

fn already_recorded() -> Refusal {
    refusal(
        RefusalCode::AlreadyRecorded,
        None,
        Trilingual::fixed(
            "Dette er allerede registrert om avviket. Se tidslinjen.",
            "Dette er alt registrert om avviket. Sjå tidslinja.",
            "This is already recorded of the breach. See the timeline.",
        ),
        OWN_RULE,
    )
}

fn no_such_breach() -> Refusal {
    refusal(
        RefusalCode::NoSuchBreach,
        Some("breach"),
        Trilingual::fixed(
            "Saken har ikke noe avvik med dette nummeret. Se avvikene i saken.",
            "Saka har ikkje noko avvik med dette nummeret. Sjå avvika i saka.",
            "The case has no breach with this number. See the breaches of the case.",
        ),
        OWN_RULE,
    )
}

const NOTIFIED: &str = "Personvernforordningen art. 33 nr. 1";
const TOLD: &str = "Personvernforordningen art. 34";
