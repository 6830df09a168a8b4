//! The breaches of personal data security that a case has shown, as they are shown.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::case::WarningAnswer;
use super::case_show::OutcomeAnswer;
use super::spoken::{say, spoken};
use crate::casework::ids::{CaseLetter, CaseNumber};
use crate::casework::projection::BreachRow;
use crate::casework::request::{Breach, BreachAspect, BreachState, Case, NotNotified, Notification};
use crate::law::calendar::oslo_time;
use crate::law::deadline::rules::{BREACH_NOTIFIED, BREACH_TOLD};
use crate::law::deadline::{NOTIFICATION_DOUBT, NOTIFICATION_IS_DOUBTFUL, breach_derivation};
use crate::usecase::Opened;
use crate::wording::dates::{clock, short_date};
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
    /// Until when it is notified, while it is neither notified nor settled: the other steps have no time that the law gives.
    pub due_at: Option<String>,
    /// What is done next.
    pub to_do: Option<String>,
    /// `meldt`, `ingen-risiko` or `ikke-avvik`, whichever was said last; `None` while it is not assessed.
    pub verdict: Option<String>,
    pub verdict_label: Option<String>,
    /// The notification, also where it turned out to be no breach.
    pub notified_at: Option<String>,
    pub notified_reference: Option<String>,
    /// Why it was notified late, or what else there is to know.
    pub notified_note: Option<String>,
    pub in_time: Option<bool>,
    /// What Datatilsynet was told after the notification, a sentence for each.
    pub supplements: Vec<String>,
    pub settled_on: Option<String>,
    /// Why it is not notified, or was no breach.
    pub reason: Option<String>,
    pub persons_told_on: Option<String>,
    pub high_risk: Option<bool>,
    pub persons_label: Option<String>,
    pub persons_reason: Option<String>,
    pub persons_source: String,
    /// What can be recorded now: `meldt`, `ikke-meldt`, `berorte`, `referanse`, `rettet`; what is most to the point comes first.
    pub next: Vec<String>,
    /// Why it may be said not to be notified: `ingen-risiko` only where it was not.
    pub not_notified: Vec<OutcomeAnswer>,
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
    /// Until when it is notified, while it is neither notified nor settled.
    pub due_at: Option<String>,
}

impl BreachSummary {
    pub(super) fn of(row: BreachRow) -> Self {
        let label = row.state.label().get(spoken()).to_owned();
        let due_at = (row.state == BreachState::ToAssess).then(|| written(row.due_at));
        Self { state: row.state.id().to_owned(), label, due_at }
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
pub(super) fn why(state: BreachState, aware_at: DateTime<Utc>) -> (Trilingual, &'static Trilingual) {
    match state {
        BreachState::ToAssess | BreachState::ToExplain | BreachState::Done => {
            let counted = breach_derivation(aware_at);
            let told = |language| format!("{} {}", counted.get(language), NOTIFICATION_DOUBT.get(language)).into();
            let why = Trilingual { nb: told(Language::Nb), nn: told(Language::Nn), en: told(Language::En) };
            (why, &BREACH_NOTIFIED.source)
        }
        BreachState::ToTell => (WHY_TO_TELL, &BREACH_TOLD.source),
    }
}

/// A warning where nobody has a case with a breach that is not done with: whoever has it is the one who is reminded.
pub(super) fn nobody_is_reminded(case: &Case) -> Option<WarningAnswer> {
    case.open_breach().filter(|_| case.assignee.is_none())?;
    let message = say!(
        "Saken har et avvik, men ingen saksbehandler. Ingen blir minnet på avviket før noen har saken.",
        "Saka har eit avvik, men ingen saksbehandlar. Ingen blir mint på avviket før nokon har saka.",
        "The case has a breach and no caseworker. Nobody is reminded of the breach until somebody has the case.",
    );
    Some(WarningAnswer { code: "breach-unassigned".to_owned(), message: message.to_owned() })
}

/// The next step of a breach in words for a reminder, with the time of day where the law gives one.
pub(super) fn reminded(row: &BreachRow, now: DateTime<Utc>) -> String {
    let at = clock(oslo_time(row.due_at), spoken());
    let to_do = row.state.to_do();
    let to_do = to_do.as_ref().map(|to_do| to_do.get(spoken())).unwrap_or_default();
    match row.state {
        BreachState::ToAssess if row.due_at < now => say!(
            format!("{to_do} (frist {at}, gått ut)"),
            format!("{to_do} (frist {at}, gått ut)"),
            format!("{to_do} (was due {at})"),
        ),
        BreachState::ToAssess => {
            say!(format!("{to_do} (frist {at})"), format!("{to_do} (frist {at})"), format!("{to_do} (due {at})"))
        }
        BreachState::ToTell => say!(
            format!("{to_do} (dagen er kontorets egen)"),
            format!("{to_do} (dagen er kontoret sin eigen)"),
            format!("{to_do} (the day is the office's own)"),
        ),
        BreachState::ToExplain | BreachState::Done => to_do.to_owned(),
    }
}

fn answer(opened: &Opened, number: u32, breach: &Breach, others: &[CaseNumber], now: DateTime<Utc>) -> BreachAnswer {
    let words = |id| opened.words(id).map(str::to_owned);
    let word = |label: &Trilingual| label.get(spoken()).to_owned();
    let (found, state) = (&breach.found, breach.state());
    let (notification, settled) = (breach.notification(), breach.settled.as_ref());
    let not_notified = breach.not_notified();
    let verdict = not_notified.map(|why| (why.id(), why.label()));
    let verdict = verdict.or_else(|| notification.map(|_| ("meldt", NOTIFIED)));
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
        due_at: breach.due_at().filter(|_| state == BreachState::ToAssess).map(written),
        to_do: state.to_do().as_ref().map(word),
        verdict: verdict.as_ref().map(|(id, _)| (*id).to_owned()),
        verdict_label: verdict.as_ref().map(|(_, label)| word(label)),
        notified_at: notification.map(|told| written(told.at)),
        notified_reference: notification.and_then(|told| told.reference.as_ref()).map(ToString::to_string),
        notified_note: notification.and_then(|told| told.note).and_then(words),
        in_time: breach.is_in_time(),
        supplements: breach.notifications.iter().skip(1).map(|told| supplement(opened, told)).collect(),
        settled_on: settled.map(|settled| settled.on.to_string()),
        reason: settled.and_then(|settled| words(settled.reason)),
        persons_told_on: breach.persons.and_then(|told| told.told_on).map(|day| day.to_string()),
        high_risk: breach.persons.map(|told| told.high_risk),
        persons_label: breach.persons.map(|told| word(&told.told())),
        persons_reason: breach.persons.and_then(|told| told.reason).and_then(words),
        persons_source: word(&BREACH_TOLD.source),
        next: next(breach).iter().map(|step| (*step).to_owned()).collect(),
        not_notified: NotNotified::ALL
            .into_iter()
            .filter(|why| notification.is_none() || *why != NotNotified::NoRisk)
            .map(|why| OutcomeAnswer { id: why.id().to_owned(), label: word(&why.label()) })
            .collect(),
    }
}

/// What Datatilsynet was told after the notification, in a sentence and the words that came with it.
fn supplement(opened: &Opened, told: &Notification) -> String {
    let wall = oslo_time(told.at);
    let at = format!("{} {}", short_date(wall.date()), clock(wall, spoken()));
    let number = told.reference.as_ref();
    let number = number.map_or_else(String::new, |number| {
        say!(format!(" Nummer {number}."), format!(" Nummer {number}."), format!(" Number {number}."))
    });
    let note = told.note.and_then(|id| opened.words(id)).map_or_else(String::new, |note| format!(" {note}"));
    say!(
        format!("Mer sendt til Datatilsynet {at} (art. 33 nr. 4).{number}{note}"),
        format!("Meir sendt til Datatilsynet {at} (art. 33 nr. 4).{number}{note}"),
        format!("More was sent to Datatilsynet on {at} (Art. 33(4)).{number}{note}"),
    )
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
    match (breach.state(), breach.not_notified()) {
        (BreachState::ToTell, _) => &["berorte", "meldt", "ikke-meldt", "referanse", "rettet"],
        (BreachState::ToAssess | BreachState::ToExplain, _) => {
            &["meldt", "ikke-meldt", "berorte", "referanse", "rettet"]
        }
        (BreachState::Done, Some(NotNotified::NoBreach)) if breach.persons.is_some() => {
            &["rettet", "meldt", "ikke-meldt", "berorte", "referanse"]
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
