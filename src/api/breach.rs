//! The breaches of personal data security that a case has shown, as they are shown.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::case_show::OutcomeAnswer;
use super::spoken::{say, spoken};
use crate::casework::ids::{CaseLetter, CaseNumber};
use crate::casework::projection::BreachRow;
use crate::casework::request::{Breach, BreachAspect, BreachState, BreachVerdict, NotNotified};
use crate::law::calendar::oslo_time;
use crate::law::deadline::rules::{BREACH_NOTIFIED, BREACH_TOLD};
use crate::law::deadline::{NOTIFICATION_DOUBT, NOTIFICATION_IS_DOUBTFUL, breach_derivation};
use crate::usecase::Opened;
use crate::wording::dates::clock;
use crate::wording::{Language, Trilingual};

/// A breach that a case has shown.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct BreachAnswer {
    /// Its number in the case, from 1.
    pub number: u32,
    pub state: String,
    pub state_label: String,
    pub aware_at: String,
    /// `konfidensialitet`, `integritet` and `tilgjengelighet`, as far as it concerns them.
    pub concerns: Vec<OutcomeAnswer>,
    /// `None` once it is erased.
    pub about: Option<String>,
    /// What was corrected, oldest first; `None` where it is erased.
    pub corrections: Vec<Option<String>>,
    /// Its number in the office's system for breaches, and the other cases that have shown the same.
    pub reference: Option<String>,
    pub same_in: Vec<String>,
    pub clock: BreachClockAnswer,
    /// Until when the next step is taken; `None` once all is done.
    pub due_at: Option<String>,
    /// What is done next.
    pub to_do: Option<String>,
    /// `meldt`, `ingen-risiko` or `ikke-avvik`; `None` while it is not assessed.
    pub verdict: Option<String>,
    pub verdict_label: Option<String>,
    pub notified_at: Option<String>,
    pub notified_reference: Option<String>,
    pub in_time: Option<bool>,
    pub settled_on: Option<String>,
    /// Why it was notified late, or is not notified.
    pub reason: Option<String>,
    pub persons_told_on: Option<String>,
    pub high_risk: Option<bool>,
    pub persons_label: Option<String>,
    pub persons_reason: Option<String>,
    pub persons_source: String,
    /// What can be recorded now: `meldt`, `ikke-meldt`, `berorte`, `referanse`, `rettet`; what is most to the point comes first.
    pub next: Vec<String>,
}

/// The 72 hours of a breach.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct BreachClockAnswer {
    pub due_at: String,
    /// Whether they have gone by and it is neither notified nor settled.
    pub late: bool,
    /// Whole hours that are left; less than nothing once they have gone by, and `None` where nothing waits for them.
    pub hours_left: Option<i64>,
    /// How they were counted.
    pub text: String,
    pub source: String,
    /// Whether the rule can be read in more than one way, and how.
    pub doubtful: bool,
    pub doubt: String,
}

/// A breach of the case that is not done with.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct BreachSummary {
    /// `skal-vurderes`, `mangler-begrunnelse` or `berorte-gjenstar`.
    pub state: String,
    pub label: String,
    /// Until when the next step is taken.
    pub due_at: String,
}

impl BreachSummary {
    pub(super) fn of(row: BreachRow) -> Self {
        let label = row.state.label().get(spoken()).to_owned();
        Self { state: row.state.id().to_owned(), label, due_at: written(row.due_at) }
    }
}

/// The breaches that a case has shown, in the order in which they were registered. `same` are the other cases of each.
#[must_use]
pub fn breaches(opened: &Opened, case: CaseLetter, same: &[Vec<CaseNumber>], now: DateTime<Utc>) -> Vec<BreachAnswer> {
    let known = opened.request.case(case).map(|state| state.breaches.as_slice()).unwrap_or_default();
    let others = same.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
    let each = (1..).zip(known).zip(others);
    each.map(|((number, breach), others)| answer(opened, number, breach, others, now)).collect()
}

/// The words and the source of the next step of a breach: how the 72 hours were counted, or that the day is the office's own.
pub(super) fn why(row: &BreachRow) -> (Trilingual, &'static Trilingual) {
    match row.state {
        BreachState::ToAssess | BreachState::ToExplain | BreachState::Done => {
            let counted = breach_derivation(row.aware_at);
            let told = |language| format!("{} {}", counted.get(language), NOTIFICATION_DOUBT.get(language)).into();
            let why = Trilingual { nb: told(Language::Nb), nn: told(Language::Nn), en: told(Language::En) };
            (why, &BREACH_NOTIFIED.source)
        }
        BreachState::ToTell => (WHY_TO_TELL, &BREACH_TOLD.source),
    }
}

/// The time of day until which the next step of a breach is taken, in words for a reminder.
pub(super) fn reminded(row: &BreachRow, now: DateTime<Utc>) -> String {
    let at = clock(oslo_time(row.due_at), spoken());
    let to_do = row.state.to_do();
    let to_do = to_do.as_ref().map(|to_do| to_do.get(spoken())).unwrap_or_default();
    if row.due_at < now {
        say!(
            format!("{to_do} (frist {at}, gått ut)"),
            format!("{to_do} (frist {at}, gått ut)"),
            format!("{to_do} (was due {at})"),
        )
    } else {
        say!(format!("{to_do} (frist {at})"), format!("{to_do} (frist {at})"), format!("{to_do} (due {at})"))
    }
}

fn answer(opened: &Opened, number: u32, breach: &Breach, others: &[CaseNumber], now: DateTime<Utc>) -> BreachAnswer {
    let words = |id| opened.words(id).map(str::to_owned);
    let word = |label: &Trilingual| label.get(spoken()).to_owned();
    let (found, state) = (&breach.found, breach.state());
    let verdict = breach.verdict.as_ref();
    let not_notified = verdict.and_then(BreachVerdict::not_notified);
    let (notified_reference, reason, settled_on) = match verdict {
        None => (None, None, None),
        Some(BreachVerdict::Notified { reference, note, .. }) => (reference.as_ref(), *note, None),
        Some(BreachVerdict::Not { reason, on, .. }) => (None, Some(*reason), Some(on.to_string())),
    };
    BreachAnswer {
        number,
        state: state.id().to_owned(),
        state_label: word(&state.label()),
        aware_at: written(found.aware_at),
        concerns: found.aspects.iter().map(|aspect| aspect_answer(*aspect)).collect(),
        about: words(found.about),
        corrections: breach.corrections.iter().map(|id| words(*id)).collect(),
        reference: found.reference.as_ref().map(ToString::to_string),
        same_in: others.iter().map(ToString::to_string).collect(),
        clock: clock_of(breach, now),
        due_at: breach.due_at().map(written),
        to_do: state.to_do().as_ref().map(word),
        verdict: verdict.map(|_| not_notified.map_or("meldt", NotNotified::id).to_owned()),
        verdict_label: verdict.map(|_| not_notified.map_or_else(|| word(&NOTIFIED), |why| word(&why.label()))),
        notified_at: verdict.and_then(BreachVerdict::notified_at).map(written),
        notified_reference: notified_reference.map(ToString::to_string),
        in_time: breach.is_in_time(),
        settled_on,
        reason: reason.and_then(words),
        persons_told_on: breach.persons.and_then(|told| told.told_on).map(|day| day.to_string()),
        high_risk: breach.persons.map(|told| told.high_risk),
        persons_label: breach.persons.map(|told| word(&told.told())),
        persons_reason: breach.persons.and_then(|told| told.reason).and_then(words),
        persons_source: word(&BREACH_TOLD.source),
        next: next(breach).iter().map(|step| (*step).to_owned()).collect(),
    }
}

/// What a breach can concern.
fn aspect_answer(aspect: BreachAspect) -> OutcomeAnswer {
    OutcomeAnswer { id: aspect.id().to_owned(), label: aspect.label().get(spoken()).to_owned() }
}

fn clock_of(breach: &Breach, now: DateTime<Utc>) -> BreachClockAnswer {
    let due_at = breach.notified_by();
    let waits = breach.state() == BreachState::ToAssess;
    BreachClockAnswer {
        due_at: written(due_at),
        late: waits && due_at < now,
        hours_left: waits.then(|| (due_at - now).num_minutes().div_euclid(60)),
        text: breach_derivation(breach.found.aware_at).get(spoken()).to_owned(),
        source: BREACH_NOTIFIED.source.get(spoken()).to_owned(),
        doubtful: NOTIFICATION_IS_DOUBTFUL,
        doubt: NOTIFICATION_DOUBT.get(spoken()).to_owned(),
    }
}

fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// What can be recorded of a breach now. All of it can be recorded anew, since what was known may change.
fn next(breach: &Breach) -> &'static [&'static str] {
    let not_notified = breach.verdict.as_ref().and_then(BreachVerdict::not_notified);
    match (breach.state(), not_notified) {
        (BreachState::ToTell, _) => &["berorte", "meldt", "ikke-meldt", "referanse", "rettet"],
        (BreachState::ToAssess | BreachState::ToExplain, _) => {
            &["meldt", "ikke-meldt", "berorte", "referanse", "rettet"]
        }
        (BreachState::Done, Some(NotNotified::NoBreach)) => &["rettet", "meldt", "ikke-meldt", "referanse"],
        (BreachState::Done, _) => &["rettet", "meldt", "ikke-meldt", "berorte", "referanse"],
    }
}

const NOTIFIED: Trilingual =
    Trilingual::fixed("Meldt til Datatilsynet", "Meldt til Datatilsynet", "Notified to Datatilsynet");
const WHY_TO_TELL: Trilingual = Trilingual::fixed(
    "Kontorets egen frist: når de 72 timene er ute, eller da avviket ble meldt senere. Loven sier «uten ugrunnet opphold» og gir ingen dag.",
    "Kontoret sin eigen frist: når dei 72 timane er ute, eller då avviket blei meldt seinare. Lova seier «utan ugrunna opphald» og gir ingen dag.",
    "The office's own time: when the 72 hours end, or when the breach was notified later. The law says «without undue delay» and gives no day.",
);
