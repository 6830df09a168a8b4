//! A request that is typed, beside those that the person made before, with what differs. Nothing is joined by itself.

use serde::Serialize;
use ts_rs::TS;

use super::draft::RequestDraft;
use super::intake::{self, DraftedDemand};
use super::labels;
use super::similar::{self, CompareAnswer, facts, nothing};
use super::spoken::{say, spoken};
use crate::casework::channel::Channel;
use crate::casework::ids::CaseLetter;
use crate::casework::letter::words::capacity;
use crate::casework::person::RepresentativeKind;
use crate::law::register::RegisterId;
use crate::law::rights::Right;
use crate::law::routing::Facts;
use crate::usecase::{Earlier, Opened, Rules};
use crate::wording::dates::short_date;

/// How many requests a person made before.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct EarlierCount {
    pub requests: u32,
    /// Of those, how many have something that is not answered.
    pub open: u32,
    /// Whether there are still older ones.
    pub more: bool,
}

/// A request that the person made before.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct EarlierRequest {
    pub request: String,
    /// `apen`: possibly the same request twice; `besvart`: answered before; `avsluttet`: ended without an answer;
    /// `annet`: it followed other rules.
    pub kind: String,
    pub kind_label: String,
    /// Whether one of its cases is about a register and a right that is asked for now.
    pub alike: bool,
    pub rows: Vec<CompareAnswer>,
}

/// What a person asked for before.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct EarlierAnswer {
    /// Whether the draft has an identity number that the person can be known again by.
    pub searched: bool,
    /// The newest first.
    pub others: Vec<EarlierRequest>,
    /// Whether there are still older ones.
    pub more: bool,
}

impl EarlierCount {
    /// What was found.
    #[must_use]
    pub fn of(earlier: &Earlier) -> Self {
        let count = |requests: usize| u32::try_from(requests).unwrap_or(u32::MAX);
        let open = earlier.others.iter().filter(|other| is_open(other)).count();
        Self { requests: count(earlier.others.len()), open: count(open), more: earlier.more }
    }
}

impl EarlierAnswer {
    /// A draft beside what was found; `None` where it has no number to look for.
    #[must_use]
    pub fn of(draft: &RequestDraft, rules: &Rules, earlier: Option<&Earlier>) -> Self {
        let demands = intake::drafted_demands(draft, rules);
        let others = earlier.iter().flat_map(|earlier| &earlier.others);
        Self {
            searched: earlier.is_some(),
            others: others.map(|other| beside(draft, &demands, rules, other)).collect(),
            more: earlier.is_some_and(|earlier| earlier.more),
        }
    }
}

fn is_open(other: &Opened) -> bool {
    other.request.cases.iter().any(|case| case.phase.is_in_hand())
}

fn beside(draft: &RequestDraft, demands: &[DraftedDemand], rules: &Rules, other: &Opened) -> EarlierRequest {
    let cases = &other.request.cases;
    let answered = cases.iter().any(|case| other.request.answer(case.opened.case).is_some());
    let (kind, kind_label) = if cases.is_empty() {
        ("annet", say!("Fulgte annet regelverk", "Følgde anna regelverk", "Followed other rules"))
    } else {
        similar::kind(is_open(other), answered)
    };
    let asked = |register: &RegisterId, right: Right| {
        demands.iter().any(|demand| demand.register.as_ref() == Some(register) && demand.right == Some(right))
    };
    EarlierRequest {
        request: other.number.to_string(),
        kind: kind.to_owned(),
        kind_label: kind_label.to_owned(),
        alike: cases.iter().any(|case| asked(&case.opened.register, case.opened.right)),
        rows: rows(draft, demands, rules, other),
    }
}

/// What the two are, thing by thing.
fn rows(draft: &RequestDraft, demands: &[DraftedDemand], rules: &Rules, other: &Opened) -> Vec<CompareAnswer> {
    let (registered, cases) = (&other.request.registered, &other.request.cases);
    let short = |id: &RegisterId| rules.catalogue.get(id).map_or_else(|| id.to_string(), |known| known.short.clone());
    let channel = draft.channel.as_deref().and_then(Channel::from_id);
    let text = |given: Option<&str>| given.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let row = CompareAnswer::of;
    vec![
        row(
            say!("Mottatt", "Motteken", "Received"),
            intake::drafted_receipt(draft).map_or_else(nothing, short_date),
            short_date(registered.received_on),
        ),
        row(
            say!("Kom", "Kom", "Came"),
            channel.map_or_else(nothing, |channel| labels::channel(channel).to_owned()),
            labels::channel(registered.channel).to_owned(),
        ),
        row(
            say!("Registre", "Register", "Registers"),
            each_once(demands.iter().filter_map(|demand| demand.register.as_ref()).map(short)),
            each_once(cases.iter().map(|case| short(&case.opened.register))),
        ),
        row(
            say!("Rettigheter", "Rettar", "Rights"),
            each_once(demands.iter().filter_map(|demand| demand.right).map(|right| right.label(spoken()))),
            each_once(cases.iter().map(|case| case.opened.right.label(spoken()))),
        ),
        row(
            say!("Fakta", "Fakta", "Facts"),
            facts(demands.iter().map(|demand| &demand.facts)),
            facts(cases.iter().map(|case| &case.opened.facts).collect::<Vec<&Facts>>()),
        ),
        row(
            say!("Handler for personen", "Handlar for personen", "Acts for the person"),
            acting(draft),
            similar::acting(other),
        ),
        row(
            say!("Identitet", "Identitet", "Identity"),
            labels::identity(intake::drafted_identity(draft)).to_owned(),
            labels::identity(other.request.identity).to_owned(),
        ),
        row(
            say!("Tekst", "Tekst", "Text"),
            text(draft.text.as_deref()).unwrap_or_else(nothing),
            text(other.words(registered.text)).unwrap_or_else(nothing),
        ),
        row(
            say!("Utfall", "Utfall", "Outcome"),
            nothing(),
            by_case(other, |letter| other.request.case(letter)?.outcome().map(|outcome| outcome.label(spoken()))),
        ),
        row(
            say!("Svar sendt", "Svar sendt", "Answer sent"),
            nothing(),
            by_case(other, |letter| {
                let answer = other.request.answer(letter)?;
                Some(format!("{} ({})", short_date(answer.dated_on), other.number.document(answer.sequence)))
            }),
        ),
    ]
}

/// What is told of each case, with its letter where there are several.
fn by_case(other: &Opened, told: impl Fn(CaseLetter) -> Option<String>) -> String {
    let cases = &other.request.cases;
    let told: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let letter = case.opened.case;
            told(letter).map(|told| if cases.len() > 1 { format!("{letter}: {told}") } else { told })
        })
        .collect();
    if told.is_empty() { nothing() } else { told.join("; ") }
}

fn acting(draft: &RequestDraft) -> String {
    let Some(given) = &draft.representative else { return nothing() };
    let kind = given.kind.as_deref().and_then(RepresentativeKind::from_id);
    let kind = kind.map(|kind| capacity(kind).get(spoken()).to_owned());
    let name = given.name.as_deref().map(|name| name.trim().to_owned());
    let told: Vec<String> = kind.into_iter().chain(name).filter(|word| !word.is_empty()).collect();
    if told.is_empty() { nothing() } else { told.join(": ") }
}

fn each_once(words: impl Iterator<Item = String>) -> String {
    let mut words: Vec<String> = words.collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() { nothing() } else { words.join(", ") }
}
