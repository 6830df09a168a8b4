//! The list of cases: what it can be narrowed to, what can be looked for, in which order.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case::{CaseAnswer, StageCount};
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::spoken::{say, spoken};
use crate::casework::projection::{Figure, Section25Stage};
use crate::casework::search::Query;
use crate::law::rights::{Outcome, Right, Track};
use crate::usecase::Rules;
use crate::usecase::ports::{Days, ListOrder, StateFilter, WorkListCursor, WorkListQuery};

/// What the work list is asked for; what is missing does not narrow it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct CaseList {
    pub track: Option<String>,
    pub register: Option<String>,
    pub right: Option<String>,
    pub state: Option<String>,
    /// Only § 25 cases at this stage.
    pub stage: Option<String>,
    /// Only the user's own cases, and those of colleagues whom they cover for today.
    #[ts(as = "Option<bool>", optional)]
    pub mine: bool,
    /// Only cases that nobody has.
    #[ts(as = "Option<bool>", optional)]
    pub unassigned: bool,
    /// Only cases that this user has.
    pub assignee: Option<String>,
    /// Only cases with this outcome, closed ones too.
    pub outcome: Option<String>,
    /// Only cases received on this day or later.
    pub received_from: Option<String>,
    /// Only cases received on this day or earlier.
    pub received_to: Option<String>,
    /// Only cases due on this day or later.
    pub due_from: Option<String>,
    /// Only cases due on this day or earlier.
    pub due_to: Option<String>,
    #[ts(as = "Option<bool>", optional)]
    pub overdue: bool,
    pub due_within: Option<u32>,
    /// Only cases that are in this figure of the deadlines today.
    pub figure: Option<String>,
    /// Only cases with a letter that came back, or lies unopened, closed ones too.
    #[ts(as = "Option<bool>", optional)]
    pub undelivered: bool,
    /// Only cases with a restriction or reservation in force, closed ones too, in the order of their reviews.
    #[ts(as = "Option<bool>", optional)]
    pub in_force: bool,
    /// Only cases with a complaint that is not done with, closed ones too.
    #[ts(as = "Option<bool>", optional)]
    pub complaints: bool,
    /// Only cases with a breach that is not done with, closed ones too.
    #[ts(as = "Option<bool>", optional)]
    pub breaches: bool,
    /// Only cases of the person with this identity number, closed ones too.
    pub person: Option<String>,
    /// Only cases with a text that has all these words, the newest first.
    pub search: Option<String>,
    /// Only the case, or the cases of the request, that goes by this number here, at the sender or in the office's archive.
    pub reference: Option<String>,
    /// What the list is sorted by: `due`, `received` or `number`.
    pub sort: Option<String>,
    pub limit: Option<u32>,
    pub after: Option<String>,
}

/// A page of the work list.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CaseListAnswer {
    pub cases: Vec<CaseAnswer>,
    pub next: Option<String>,
    pub total_open: u64,
    pub section_25: u64,
    /// How many § 25 cases are at each stage but the last, in order.
    pub section_25_stages: Vec<StageCount>,
}

/// How many rows a page has if nobody says otherwise.
const USUAL_PAGE: u32 = 50;
/// So many days on, a hundred years, lies every due date: more asks for no more.
const FARTHEST_DAYS: u32 = 36_525;
/// The longest page.
const LONGEST_PAGE: u32 = 500;

impl Desk {
    /// A page of the work list, in the order that is asked for; sorted by due date, cases whose clock stands still come last. A
    /// search for words gives the newest cases first, closed ones too unless a state is named.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn case_list(&mut self, given: &CaseList) -> Result<CaseListAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let today = workplace.today();
        let names = if given.mine { workplace.own_names()? } else { Vec::new() };
        let query = query(given, &names, workplace.rules, today)?;
        let page = match (given.person.as_deref(), given.search.as_deref(), given.reference.as_deref()) {
            (None, None, None) => workplace.work_list(&query)?,
            (Some(number), None, None) => {
                workplace.cases_of_person(&input::identity_number("person", number)?, &query)?
            }
            (None, Some(text), None) => workplace.search(&words("search", text)?, &query)?,
            (None, None, Some(text)) => workplace.cases_of_reference(text, &words("reference", text)?, &query)?,
            (..) => return Err(one_at_a_time()),
        };
        let counts = workplace.counts()?;
        Ok(CaseListAnswer {
            cases: page
                .rows
                .iter()
                .map(|(number, row)| {
                    CaseAnswer::of(*number, row, workplace.rules, today).seen_by(workplace.user).covered(&names)
                })
                .collect(),
            next: page.next.map(|cursor| cursor_text(&cursor)),
            total_open: counts.open_cases,
            section_25: counts.open_section_25,
            section_25_stages: StageCount::all(&counts),
        })
    }
}

/// What the store is asked, where everything that is given can be. `mine` is the user's name and those of whom they cover for.
pub(super) fn query(
    given: &CaseList,
    mine: &[String],
    rules: &Rules,
    today: NaiveDate,
) -> Result<WorkListQuery, Failure> {
    if given.in_force && has_other_order(given) {
        return Err(in_force_alone());
    }
    let register = given.register.as_deref().map(|id| input::register(rules, id)).transpose()?;
    let due_before = match (given.overdue, given.due_within) {
        (true, _) => Some(today),
        (false, Some(days)) => today.checked_add_days(chrono::Days::new(u64::from(days.min(FARTHEST_DAYS)) + 1)),
        (false, None) => None,
    };
    if [given.mine, given.unassigned, given.assignee.is_some()].into_iter().filter(|asked| *asked).count() > 1 {
        return Err(whose());
    }
    Ok(WorkListQuery {
        today,
        track: given.track.as_deref().map(|track| input::word::<Track>("track", track)).transpose()?,
        register,
        right: given.right.as_deref().map(|right| input::word::<Right>("right", right)).transpose()?,
        states: match given.state.as_deref() {
            // What is answered is not due any more.
            None if due_before.is_some() => {
                vec![StateFilter::Open, StateFilter::Suspended, StateFilter::Decided, StateFilter::Forwarded]
            }
            None => Vec::new(),
            Some(state) => {
                let known = [CASE_STATES.as_slice(), &[AWAITING_APPROVAL]].concat();
                vec![input::choice("state", state, state_filter, &known)?]
            }
        },
        stage: given.stage.as_deref().map(stage).transpose()?,
        figure: given.figure.as_deref().map(|figure| input::word::<Figure>("figure", figure)).transpose()?,
        due_between: None,
        undelivered: given.undelivered,
        in_force: given.in_force,
        complaints: given.complaints,
        breaches: given.breaches,
        requests: None,
        assignee: if given.mine { mine.first().cloned() } else { given.assignee.clone() },
        covered: if given.mine { mine.iter().skip(1).cloned().collect() } else { Vec::new() },
        unassigned: given.unassigned,
        outcome: given.outcome.as_deref().map(|outcome| input::word::<Outcome>("outcome", outcome)).transpose()?,
        received: days("received", given.received_from.as_deref(), given.received_to.as_deref())?,
        due: days("due", given.due_from.as_deref(), given.due_to.as_deref())?,
        due_before,
        order: given.sort.as_deref().map(order).transpose()?.unwrap_or_default(),
        limit: given.limit.unwrap_or(USUAL_PAGE).clamp(1, LONGEST_PAGE),
        after: given.after.as_deref().map(cursor).transpose()?,
    })
}

/// Whether something is asked for beside what is in force that has dates or an order of its own.
fn has_other_order(given: &CaseList) -> bool {
    let words = [
        &given.person,
        &given.search,
        &given.reference,
        &given.figure,
        &given.sort,
        &given.received_from,
        &given.received_to,
        &given.due_from,
        &given.due_to,
    ];
    words.into_iter().any(Option::is_some) || given.overdue || given.due_within.is_some() || given.undelivered
}

/// What is in force has an order of its own, and dates that are no last days to answer.
fn in_force_alone() -> Failure {
    let message = say!(
        "Gjeldende begrensninger kan ikke vises sammen med søk, dager, rekkefølge eller brev som ikke er fremme. Fjern det andre filteret.",
        "Gjeldande avgrensingar kan ikkje visast saman med søk, dagar, rekkjefølgje eller brev som ikkje er framme. Fjern det andre filteret.",
        "Restrictions in force cannot be shown together with a search, days, an order or letters that did not arrive. Remove the other filter.",
    );
    Failure::new(Exit::NotWellFormed, "in-force-alone", message)
}

/// The days from one to another.
pub(super) fn days(what: &str, from: Option<&str>, to: Option<&str>) -> Result<Days, Failure> {
    let read = |end: &str, day: Option<&str>| day.map(|day| input::date(&format!("{what}_{end}"), day)).transpose();
    let days = Days { from: read("from", from)?, to: read("to", to)? };
    if days.from.zip(days.to).is_some_and(|(from, to)| from > to) {
        let message = say!(
            "Den første dagen er etter den siste. Bytt om på dem.",
            "Den første dagen er etter den siste. Byt om på dei.",
            "The first day is after the last one. Swap them.",
        )
        .to_owned();
        let field =
            FieldProblem { path: format!("{what}_from"), code: "date-order".to_owned(), message: message.clone() };
        return Err(Failure::new(Exit::NotWellFormed, "date-order", message).with_fields(vec![field]));
    }
    Ok(days)
}

/// What the list is sorted by.
pub(super) fn order(text: &str) -> Result<ListOrder, Failure> {
    input::choice("sort", text, ListOrder::from_id, &ListOrder::ALL.map(ListOrder::id))
}

fn stage(text: &str) -> Result<Section25Stage, Failure> {
    input::choice("stage", text, Section25Stage::from_id, &Section25Stage::ALL.map(Section25Stage::id))
}

/// A case that somebody has is not one that nobody has.
fn whose() -> Failure {
    let message = say!(
        "Velg enten mine saker, ufordelte saker eller sakene til én kollega.",
        "Vel anten mine saker, ufordelte saker eller sakene til éin kollega.",
        "Choose either my cases, unassigned cases or the cases of one colleague.",
    );
    Failure::new(Exit::NotWellFormed, "whose-cases", message)
}

/// A person is looked up and logged, texts and numbers are not: one thing is looked for at a time.
fn one_at_a_time() -> Failure {
    let message = say!(
        "Søk etter én ting om gangen: en person, et nummer eller ord i tekstene.",
        "Søk etter éin ting om gongen: ein person, eit nummer eller ord i tekstane.",
        "Search for one thing at a time: a person, a number or words in the texts.",
    );
    Failure::new(Exit::NotWellFormed, "person-and-search", message)
}

/// The words that are searched for.
fn words(path: &str, text: &str) -> Result<Query, Failure> {
    Query::parse(text).map_err(|problem| {
        let (code, message) = ("invalid-search", problem.text().get(spoken()).to_owned());
        let field = FieldProblem { path: path.to_owned(), code: code.to_owned(), message: message.clone() };
        Failure::new(Exit::NotWellFormed, code, message).with_fields(vec![field])
    })
}

/// The states that a case is shown in, and that a work list can be narrowed to.
pub const CASE_STATES: [&str; 7] = ["open", "suspended", "decided", "answered", "forwarded", "closed", "withdrawn"];

/// Those whose answer waits for a second person, of the decided ones.
const AWAITING_APPROVAL: &str = "awaiting-approval";

fn state_filter(text: &str) -> Option<StateFilter> {
    match text {
        "open" => Some(StateFilter::Open),
        "suspended" => Some(StateFilter::Suspended),
        "decided" => Some(StateFilter::Decided),
        AWAITING_APPROVAL => Some(StateFilter::AwaitingApproval),
        "answered" => Some(StateFilter::Answered),
        "forwarded" => Some(StateFilter::Forwarded),
        "withdrawn" => Some(StateFilter::Withdrawn),
        "closed" => Some(StateFilter::Closed),
        _ => None,
    }
}

/// A cursor is the day that the list is sorted by and the number of the last row, so that it stays right when rows come and go.
fn cursor_text(cursor: &WorkListCursor) -> String {
    format!("{}~{}", cursor.on.map(|day| day.to_string()).unwrap_or_default(), cursor.case)
}

fn cursor(text: &str) -> Result<WorkListCursor, Failure> {
    let unknown = || {
        Failure::new(
            Exit::NotWellFormed,
            "unknown-cursor",
            say!(
                "Stedet i listen er ukjent. Last listen på nytt.",
                "Staden i lista er ukjend. Last lista på nytt.",
                "The place in the list is unknown. Load the list again.",
            ),
        )
    };
    let (day, case) = text.split_once('~').ok_or_else(unknown)?;
    let on = if day.is_empty() { None } else { Some(day.parse().map_err(|_| unknown())?) };
    Ok(WorkListCursor { on, case: case.parse().map_err(|_| unknown())? })
}
