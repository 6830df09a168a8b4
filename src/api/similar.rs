//! Other cases of the same person for the same register and right, beside one another with what differs.

use serde::Serialize;
use ts_rs::TS;

use super::labels;
use super::spoken::{say, spoken};
use crate::casework::ids::CaseNumber;
use crate::casework::letter::words::capacity;
use crate::casework::request::{Case, OtherCase, TieKind};
use crate::law::routing::Facts;
use crate::usecase::{Opened, Similar, is_same_person};
use crate::wording::dates::short_date;

/// One thing about two cases.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CompareAnswer {
    pub what: String,
    pub here: String,
    pub there: String,
    pub differs: bool,
}

impl CompareAnswer {
    pub(super) fn of(what: &str, here: String, there: String) -> Self {
        Self { what: what.to_owned(), differs: here != there, here, there }
    }
}

/// A case that another may repeat.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct SimilarCase {
    pub case: String,
    /// `apen`: possibly the same request twice; `besvart`: answered before; `avsluttet`: ended without an answer.
    pub kind: String,
    pub kind_label: String,
    pub rows: Vec<CompareAnswer>,
    /// How it is tied to this one already, if it is.
    pub tied: Option<String>,
    /// Why the two cannot be handled together, and why this one cannot be closed as a duplicate; `None` where they can.
    pub against_together: Option<String>,
    pub against_duplicate: Option<String>,
}

/// The cases that one may repeat.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct SimilarAnswer {
    pub case: String,
    /// Whether the person has an identity number to be known again by.
    pub searched: bool,
    /// The newest first.
    pub others: Vec<SimilarCase>,
}

impl SimilarAnswer {
    /// What was found for a case.
    #[must_use]
    pub fn of(case: CaseNumber, similar: &Similar) -> Self {
        let Similar { opened, others, searched } = similar;
        let one = |(number, other): &(CaseNumber, Opened)| answer(case, opened, *number, other);
        Self { case: case.to_string(), searched: *searched, others: others.iter().filter_map(one).collect() }
    }
}

fn answer(here: CaseNumber, opened: &Opened, number: CaseNumber, there: &Opened) -> Option<SimilarCase> {
    let (state, other) = (opened.request.case(here.letter)?, there.request.case(number.letter)?);
    let beside = OtherCase { request: &there.request, case: other, number, same_person: is_same_person(opened, there) };
    let against =
        |how| opened.request.against_tie(here, beside, how).map(|refusal| refusal.message.get(spoken()).to_owned());
    let answered = there.request.answer(number.letter).is_some();
    let (kind, kind_label) = kind(other.phase.is_in_hand(), answered);
    Some(SimilarCase {
        case: number.to_string(),
        kind: kind.to_owned(),
        kind_label: kind_label.to_owned(),
        rows: rows((opened, state), (there, other)),
        tied: state.ties.iter().rev().find(|tie| tie.other == number).map(|tie| tie.how.id().to_owned()),
        against_together: against(TieKind::Together),
        against_duplicate: against(TieKind::Duplicate),
    })
}

/// What became of what was asked for before, and what that makes of the same once more.
pub(super) fn kind(in_hand: bool, answered: bool) -> (&'static str, &'static str) {
    match (in_hand, answered) {
        (true, _) => (
            "apen",
            say!(
                "Åpen: kan være samme henvendelse",
                "Open: kan vere same førespurnad",
                "Open: may be the same request"
            ),
        ),
        (false, true) => (
            "besvart",
            say!(
                "Besvart før: kan være en gjentakelse",
                "Svara på før: kan vere ei gjentaking",
                "Answered before: may be a repetition",
            ),
        ),
        (false, false) => ("avsluttet", say!("Avsluttet uten svar", "Avslutta utan svar", "Ended without an answer")),
    }
}

/// What two cases are, thing by thing.
fn rows(here: (&Opened, &Case), there: (&Opened, &Case)) -> Vec<CompareAnswer> {
    let row = |what: &str, told: &dyn Fn(&Opened, &Case) -> String| {
        CompareAnswer::of(what, told(here.0, here.1), told(there.0, there.1))
    };
    vec![
        row(say!("Mottatt", "Motteken", "Received"), &|opened, _| short_date(opened.request.registered.received_on)),
        row(say!("Kom", "Kom", "Came"), &|opened, _| labels::channel(opened.request.registered.channel).to_owned()),
        row(say!("Identitet", "Identitet", "Identity"), &|opened, _| {
            labels::identity(opened.request.identity).to_owned()
        }),
        row(say!("Handler for personen", "Handlar for personen", "Acts for the person"), &|opened, _| acting(opened)),
        row(say!("Fakta", "Fakta", "Facts"), &|_, case| facts([&case.opened.facts])),
        row(say!("Tekst", "Tekst", "Text"), &|opened, _| {
            opened.words(opened.request.registered.text).map_or_else(nothing, |text| text.trim().to_owned())
        }),
        row(say!("Frist", "Frist", "Due"), &|opened, case| {
            let due = opened.request.deadline(case, opened.request.registered.received_on).due_on;
            due.map_or_else(nothing, short_date)
        }),
        row(say!("Utfall", "Utfall", "Outcome"), &|_, case| {
            case.outcome().map_or_else(nothing, |outcome| outcome.label(spoken()))
        }),
        row(say!("Svar sendt", "Svar sendt", "Answer sent"), &|opened, case| {
            let answer = opened.request.answer(case.opened.case);
            answer.map_or_else(nothing, |letter| {
                format!("{} ({})", short_date(letter.dated_on), opened.number.document(letter.sequence))
            })
        }),
    ]
}

/// What stands where there is nothing to be told.
pub(super) fn nothing() -> String {
    "–".to_owned()
}

/// Whoever acts for the person, and in which capacity.
pub(super) fn acting(opened: &Opened) -> String {
    opened
        .representative()
        .map_or_else(nothing, |acting| format!("{}: {}", capacity(acting.kind).get(spoken()), acting.name))
}

/// The facts that routes were decided on, by their keys; each once.
pub(super) fn facts<'a>(given: impl IntoIterator<Item = &'a Facts>) -> String {
    let mut told: Vec<String> =
        given.into_iter().flat_map(Facts::iter).map(|(key, value)| format!("{key}: {value}")).collect();
    told.sort_unstable();
    told.dedup();
    if told.is_empty() { nothing() } else { told.join(", ") }
}
