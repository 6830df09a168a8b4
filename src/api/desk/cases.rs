//! Cases: the list, one case, and everything that is done to it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case::{CaseAnswer, StageCount};
use crate::api::case_show::CaseShow;
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::intake::LONGEST_TEXT;
use crate::api::spoken::say;
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{Figure, Section25Stage};
use crate::casework::request::CheckResult;
use crate::casework::search::Query;
use crate::law::rights::{Right, Track};
use crate::usecase::Opened;
use crate::usecase::ports::{StateFilter, WorkListCursor, WorkListQuery};

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
    #[ts(as = "Option<bool>", optional)]
    pub overdue: bool,
    pub due_within: Option<u32>,
    /// Only cases that are in this figure of the deadlines today.
    pub figure: Option<String>,
    /// Only cases with a letter that came back, or lies unopened, closed ones too.
    #[ts(as = "Option<bool>", optional)]
    pub undelivered: bool,
    /// Only cases of the person with this identity number, closed ones too.
    pub person: Option<String>,
    /// Only cases with a text that has all these words, the newest first.
    pub search: Option<String>,
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

/// Which case is opened.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseShowInput {
    pub case: String,
}

/// Gives a case to a user.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseAssign {
    pub case: String,
    pub to: String,
    pub if_version: Option<u32>,
}

/// Takes a case, from whoever has it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseTake {
    pub case: String,
    pub if_version: Option<u32>,
}

/// Answers a point of the checklist.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseCheck {
    pub case: String,
    pub id: String,
    pub result: String,
    pub note: Option<String>,
    pub if_version: Option<u32>,
}

/// Records a question to the person.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseSuspend {
    pub case: String,
    pub ground: String,
    pub on: String,
    pub reply_by: String,
    pub if_version: Option<u32>,
}

/// Records the answer.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseResume {
    pub case: String,
    pub on: String,
    pub ground: Option<String>,
    pub if_version: Option<u32>,
}

/// Writes a note.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseNote {
    pub case: String,
    pub text: String,
    /// The day of the telephone call that it is about.
    pub telephone_on: Option<String>,
    pub if_version: Option<u32>,
}

/// Decides a case.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseDecide {
    pub case: String,
    pub outcome: String,
    pub reasons: String,
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub legal_basis: Vec<String>,
    /// The grounds of the catalogue that the outcome rests on.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub grounds: Vec<String>,
    pub if_version: Option<u32>,
}

/// Closes a case.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseClose {
    pub case: String,
    pub if_version: Option<u32>,
}

/// How many rows a page has if nobody says otherwise.
const USUAL_PAGE: u32 = 50;
/// So many days on, a hundred years, lies every due date: more asks for no more.
const FARTHEST_DAYS: u32 = 36_525;
/// The longest page.
const LONGEST_PAGE: u32 = 500;

impl Desk {
    /// A page of the work list, sorted by due date and number; cases whose clock stands still come last. A search gives the
    /// newest cases first, closed ones too unless a state is named.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn case_list(&mut self, given: &CaseList) -> Result<CaseListAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let today = workplace.today();
        let names = if given.mine { workplace.own_names()? } else { Vec::new() };
        let query = query(given, &names, workplace.rules, today)?;
        let page = match (given.person.as_deref(), given.search.as_deref()) {
            (Some(_), Some(_)) => return Err(person_or_words()),
            (Some(number), None) => workplace.cases_of_person(&input::identity_number("person", number)?, &query)?,
            (None, Some(text)) => workplace.search(&words(text)?, &query)?,
            (None, None) => workplace.work_list(&query)?,
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

    /// A case as it lies open on the desk. That it was opened is logged first.
    ///
    /// # Errors
    /// [`Exit::NotFound`] if there is none with this number.
    pub fn case_show(&mut self, given: &CaseShowInput) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let opened = self.workplace()?.show_case(number)?;
        self.show(&opened, number)
    }

    /// Gives a case to a user.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_assign(&mut self, given: &CaseAssign) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let opened = self.workplace()?.assign(number, &given.to, given.if_version)?;
        self.show(&opened, number)
    }

    /// Takes a case for the user, from whoever has it; the log says from whom.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_take(&mut self, given: &CaseTake) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let mut workplace = self.workplace()?;
        let own = workplace.user.name.clone();
        let opened = workplace.assign(number, &own, given.if_version)?;
        self.show(&opened, number)
    }

    /// Answers a point of the checklist.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_check(&mut self, given: &CaseCheck) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let result =
            input::choice("result", &given.result, CheckResult::from_id, &CheckResult::ALL.map(CheckResult::id))?;
        let note = given.note.as_deref().filter(|note| !note.trim().is_empty());
        let note = note.map(|note| input::text("note", note, LONGEST_TEXT)).transpose()?;
        let opened = self.workplace()?.record_check(number, &given.id, result, note, given.if_version)?;
        self.show(&opened, number)
    }

    /// Records that the person was asked for something.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_suspend(&mut self, given: &CaseSuspend) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let (ground, on, reply_by) = input::together((
            input::word("ground", &given.ground),
            input::date("on", &given.on),
            input::date("reply_by", &given.reply_by),
        ))?;
        let opened = self.workplace()?.suspend(number, ground, on, reply_by, given.if_version)?;
        self.show(&opened, number)
    }

    /// Records that the answer came.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_resume(&mut self, given: &CaseResume) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let ground = given.ground.as_deref().map(|ground| input::word("ground", ground)).transpose()?;
        let on = input::date("on", &given.on)?;
        let opened = self.workplace()?.resume(number, ground, on, given.if_version)?;
        self.show(&opened, number)
    }

    /// Writes a note.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_note(&mut self, given: &CaseNote) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let text = input::text("text", &given.text, LONGEST_TEXT)?;
        let telephone_on = given.telephone_on.as_deref().map(|day| input::date("telephone_on", day)).transpose()?;
        let opened = self.workplace()?.note(number, text, telephone_on, given.if_version)?;
        self.show(&opened, number)
    }

    /// Decides a case.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_decide(&mut self, given: &CaseDecide) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let outcome = input::word("outcome", &given.outcome)?;
        let reasons = input::text("reasons", &given.reasons, LONGEST_TEXT)?;
        let (legal_basis, grounds) = (given.legal_basis.clone(), given.grounds.clone());
        let opened = self.workplace()?.decide(number, outcome, reasons, legal_basis, grounds, given.if_version)?;
        self.show(&opened, number)
    }

    /// Closes a case whose answer is issued.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn case_close(&mut self, given: &CaseClose) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let opened = self.workplace()?.close(number, given.if_version)?;
        self.show(&opened, number)
    }

    pub(super) fn show(&mut self, opened: &Opened, number: CaseNumber) -> Result<CaseShow, Failure> {
        let mut workplace = self.workplace()?;
        let today = workplace.today();
        let pending = workplace.pending_letters(opened, number.letter)?;
        let absences = workplace.absences()?;
        CaseShow::of(opened, number, workplace.rules, today)
            .map(|case| {
                case.with_pending(&pending).seen_by(workplace.user).with_absences(&absences, workplace.user, today)
            })
            .ok_or_else(|| Failure::new(Exit::NotFound, "not-found", format!("Saken {number} finnes ikke.")))
    }
}

fn query(
    given: &CaseList,
    mine: &[String],
    rules: &crate::usecase::Rules,
    today: chrono::NaiveDate,
) -> Result<WorkListQuery, Failure> {
    let register = given.register.as_deref().map(|id| input::register(rules, id)).transpose()?;
    let due_before = match (given.overdue, given.due_within) {
        (true, _) => Some(today),
        (false, Some(days)) => today.checked_add_days(chrono::Days::new(u64::from(days.min(FARTHEST_DAYS)) + 1)),
        (false, None) => None,
    };
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
        requests: None,
        assignee: mine.first().cloned(),
        covered: mine.iter().skip(1).cloned().collect(),
        due_before,
        limit: given.limit.unwrap_or(USUAL_PAGE).clamp(1, LONGEST_PAGE),
        after: given.after.as_deref().map(cursor).transpose()?,
    })
}

fn stage(text: &str) -> Result<Section25Stage, Failure> {
    input::choice("stage", text, Section25Stage::from_id, &Section25Stage::ALL.map(Section25Stage::id))
}

/// A person is looked up and logged, texts are not: the two are not asked for at once.
fn person_or_words() -> Failure {
    let message = say(
        "Søk enten etter en person eller etter ord i tekstene, ikke begge deler på én gang.",
        "Søk anten etter ein person eller etter ord i tekstane, ikkje begge delar på éin gong.",
        "Search either for a person or for words in the texts, not both at once.",
    );
    Failure::new(Exit::NotWellFormed, "person-and-search", message)
}

/// The words that texts are searched for.
fn words(text: &str) -> Result<Query, Failure> {
    Query::parse(text).map_err(|problem| {
        let (code, message) = ("invalid-search", problem.to_string());
        let field = FieldProblem { path: "search".to_owned(), code: code.to_owned(), message: message.clone() };
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

/// A cursor is the due date and the number of the last row, so that it stays right when rows come and go.
fn cursor_text(cursor: &WorkListCursor) -> String {
    format!("{}~{}", cursor.due_on.map(|day| day.to_string()).unwrap_or_default(), cursor.case)
}

fn cursor(text: &str) -> Result<WorkListCursor, Failure> {
    let unknown = || {
        Failure::new(
            Exit::NotWellFormed,
            "unknown-cursor",
            say(
                "Stedet i listen er ukjent. Last listen på nytt.",
                "Staden i lista er ukjend. Last lista på nytt.",
                "The place in the list is unknown. Load the list again.",
            ),
        )
    };
    let (due, case) = text.split_once('~').ok_or_else(unknown)?;
    let due_on = if due.is_empty() { None } else { Some(due.parse().map_err(|_| unknown())?) };
    Ok(WorkListCursor { due_on, case: case.parse().map_err(|_| unknown())? })
}
