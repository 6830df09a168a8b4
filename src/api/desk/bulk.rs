//! The same done with many cases on the desk, lot by lot: first what would stop each, then what is done, and what is undone.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::case_list::CaseList;
use super::{Desk, input};
use crate::api::failure::{Exit, Failure};
use crate::api::spoken::say;
use crate::casework::ids::CaseNumber;
use crate::usecase::{BulkAction, BulkDone, Problem, each_once};

/// How many cases are done at a time: between two lots the user may stop, and others are asked for what they want.
const LOT: usize = 50;
/// How many cases are read at a time from a list.
const PAGE: u32 = 500;
/// For so many cases at most letters are sent at once.
const MOST_LETTERS: usize = 2000;

/// What is to be done, and with which cases: those that are named, or all of a list.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct BulkInput {
    /// `assign`, `suspend` or `close`.
    pub action: String,
    pub to: Option<String>,
    pub ground: Option<String>,
    pub on: Option<String>,
    pub reply_by: Option<String>,
    pub cases: Option<Vec<String>>,
    pub list: Option<CaseList>,
}

/// How many cases it is about.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct BulkOpened {
    pub cases: usize,
    /// Whether it can be undone.
    pub can_be_undone: bool,
}

/// The cases of a list.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct BulkCases {
    pub cases: Vec<String>,
}

/// What became of a lot of cases, or would.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[allow(missing_docs)]
pub struct BulkStep {
    /// The cases of this lot that it was done with, or can be.
    pub done: Vec<String>,
    /// The cases of this lot that something stops.
    pub stopped: Vec<StoppedCase>,
    /// How many cases are left.
    pub left: usize,
}

/// A case that something stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct StoppedCase {
    pub case: String,
    pub code: String,
    pub message: String,
}

/// What is being done with many cases.
pub(super) struct OpenBulk {
    action: BulkAction,
    unchecked: VecDeque<CaseNumber>,
    ready: VecDeque<CaseNumber>,
    done: Vec<BulkDone>,
}

impl Desk {
    /// Begins something with many cases. The cases of a list are gathered here, page by page, so that nobody has to load
    /// them all; what is done meanwhile does not move the place in the list.
    ///
    /// # Errors
    /// What is wrong with what is asked for; [`Exit::NotWellFormed`] without a case.
    pub fn bulk_open(&mut self, given: &BulkInput) -> Result<BulkOpened, Failure> {
        self.bulk = None;
        let action = action(given)?;
        self.workplace()?.may_do(&action)?;
        let cases = match (&given.cases, &given.list) {
            (Some(cases), None) => cases.iter().map(|case| input::case(case)).collect::<Result<Vec<_>, _>>()?,
            (None, Some(list)) => self.all_of(list, usize::MAX)?,
            (Some(_), Some(_)) | (None, None) => {
                let message = say!(
                    "Si hvilke saker det gjelder: enten saksnumre eller en liste.",
                    "Sei kva saker det gjeld: anten saksnummer eller ei liste.",
                    "Say which cases it is about: either case numbers or a list.",
                );
                return Err(Failure::new(Exit::NotWellFormed, "which-cases", message));
            }
        };
        let cases = each_once(cases);
        if cases.is_empty() {
            return Err(Failure::new(
                Exit::NotWellFormed,
                "no-case",
                say!("Velg minst én sak.", "Vel minst éi sak.", "Choose at least one case."),
            ));
        }
        let opened = BulkOpened { cases: cases.len(), can_be_undone: action.can_be_undone() };
        self.bulk = Some(OpenBulk { action, unchecked: cases.into(), ready: VecDeque::new(), done: Vec::new() });
        Ok(opened)
    }

    /// What would stop the next cases. Nothing is changed.
    ///
    /// # Errors
    /// Nothing was begun, or the store cannot be read.
    pub fn bulk_check(&mut self) -> Result<BulkStep, Failure> {
        self.in_bulk(|desk, bulk| {
            let mut step = BulkStep::default();
            for _ in 0..LOT {
                let Some(case) = bulk.unchecked.front().copied() else { break };
                match desk.workplace()?.check_one(case, &bulk.action) {
                    Ok(()) => {
                        step.done.push(case.to_string());
                        bulk.ready.push_back(case);
                    }
                    Err(problem) => step.stopped.push(stopped(case, problem)?),
                }
                bulk.unchecked.pop_front();
            }
            step.left = bulk.unchecked.len();
            Ok(step)
        })
    }

    /// Does it with the next of the cases that nothing stopped.
    ///
    /// # Errors
    /// Nothing was begun, or the store takes nothing more. The cases before are done, and can be undone.
    pub fn bulk_run(&mut self) -> Result<BulkStep, Failure> {
        self.in_bulk(|desk, bulk| {
            let mut step = BulkStep::default();
            for _ in 0..LOT {
                let Some(case) = bulk.ready.front().copied() else { break };
                match desk.workplace()?.do_one(case, &bulk.action) {
                    Ok(done) => {
                        step.done.push(case.to_string());
                        bulk.done.push(done);
                    }
                    Err(problem) => step.stopped.push(stopped(case, problem)?),
                }
                bulk.ready.pop_front();
            }
            step.left = bulk.ready.len();
            Ok(step)
        })
    }

    /// Undoes what was done, the last cases first: by a new entry in each, since nothing is taken out of the record.
    ///
    /// # Errors
    /// Nothing was begun, or it is not undone but by deciding anew.
    pub fn bulk_undo(&mut self) -> Result<BulkStep, Failure> {
        self.in_bulk(|desk, bulk| {
            if !bulk.action.can_be_undone() {
                let message = say!(
                    "Dette angres ikke under ett. Åpne den enkelte saken, og rett den der.",
                    "Dette kan ikkje angrast under eitt. Opne kvar sak, og rett ho der.",
                    "This is not undone all at once. Open each case, and correct it there.",
                );
                return Err(Failure::new(Exit::RuleRefuses, "cannot-be-undone", message));
            }
            let reason = say!(
                "Spørsmålet ble registrert i flere saker på én gang, og det ble angret.",
                "Spørsmålet blei registrert i fleire saker på éin gong, og det blei angra.",
                "The question was recorded in several cases at once, and that was undone.",
            );
            let mut step = BulkStep::default();
            for _ in 0..LOT {
                let Some(done) = bulk.done.last().cloned() else { break };
                match desk.workplace()?.take_back(&bulk.action, &done, reason.to_owned()) {
                    Ok(()) => step.done.push(done.case.to_string()),
                    Err(problem) => step.stopped.push(stopped(done.case, problem)?),
                }
                bulk.done.pop();
            }
            step.left = bulk.done.len();
            Ok(step)
        })
    }

    /// The numbers of all cases of a list, for letters, which are each looked at before they go.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] for more cases than anybody looks at.
    pub fn bulk_cases(&mut self, list: &CaseList) -> Result<BulkCases, Failure> {
        let cases = self.all_of(list, MOST_LETTERS)?;
        if cases.len() > MOST_LETTERS {
            let message = say!(
                format!("Listen har flere enn {MOST_LETTERS} saker. Sett flere filtre før du sender brev."),
                format!("Lista har fleire enn {MOST_LETTERS} saker. Set fleire filter før du sender brev."),
                format!("The list has more than {MOST_LETTERS} cases. Set more filters before you send letters."),
            );
            return Err(Failure::new(Exit::RuleRefuses, "too-many", message));
        }
        Ok(BulkCases { cases: cases.iter().map(ToString::to_string).collect() })
    }

    /// Leaves it. What was done stays.
    pub fn bulk_close(&mut self) {
        self.bulk = None;
    }

    fn in_bulk(
        &mut self,
        work: impl FnOnce(&mut Self, &mut OpenBulk) -> Result<BulkStep, Failure>,
    ) -> Result<BulkStep, Failure> {
        let none = || {
            Failure::new(
                Exit::NotFound,
                "no-bulk",
                say!(
                    "Ingenting er begynt. Velg saker på nytt.",
                    "Ingenting er begynt. Vel saker på nytt.",
                    "Nothing has begun. Choose cases again.",
                ),
            )
        };
        self.workplace()?.may_register()?;
        let mut bulk = self.bulk.take().ok_or_else(none)?;
        let done = work(self, &mut bulk);
        self.bulk = Some(bulk);
        done
    }

    /// The cases of a list, page by page, until there are more than enough.
    fn all_of(&mut self, list: &CaseList, enough: usize) -> Result<Vec<CaseNumber>, Failure> {
        let mut list = CaseList { limit: Some(PAGE), after: None, ..list.clone() };
        let mut cases = Vec::new();
        loop {
            let page = self.case_list(&list)?;
            for row in &page.cases {
                cases.push(input::case(&row.case)?);
            }
            match page.next {
                Some(next) if cases.len() <= enough => list.after = Some(next),
                Some(_) | None => return Ok(cases),
            }
        }
    }
}

/// A case that a rule, or its own state, stops. What would stop every other too stops the whole.
fn stopped(case: CaseNumber, problem: Problem) -> Result<StoppedCase, Failure> {
    let failure = Failure::from(problem);
    match failure.exit {
        Exit::RuleRefuses | Exit::NotFound | Exit::Conflict if failure.code != "busy" => {
            Ok(StoppedCase { case: case.to_string(), code: failure.code.to_owned(), message: failure.message })
        }
        Exit::RuleRefuses
        | Exit::NotFound
        | Exit::Conflict
        | Exit::Other
        | Exit::NotWellFormed
        | Exit::Locked
        | Exit::StoreUnusable => Err(failure),
    }
}

fn action(given: &BulkInput) -> Result<BulkAction, Failure> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match given.action.as_str() {
        "assign" => Ok(BulkAction::Assign { to: text(&given.to) }),
        "suspend" => {
            let (ground, asked_on, reply_by_on) = input::together((
                input::word("ground", &text(&given.ground)),
                input::date("on", &text(&given.on)),
                input::date("reply_by", &text(&given.reply_by)),
            ))?;
            Ok(BulkAction::Suspend { ground, asked_on, reply_by_on })
        }
        "close" => Ok(BulkAction::Close),
        _ => Err(input::not_among("action", &["assign", "suspend", "close"])),
    }
}
