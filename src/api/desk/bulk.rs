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

/// A case that something was done with, and the place of that in the log of its request: what undoing it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct BulkEntry {
    pub case: String,
    pub version: u32,
}

/// What is being done with many cases; nothing where only what was done before is undone.
pub(super) struct OpenBulk {
    action: Option<BulkAction>,
    unchecked: VecDeque<CaseNumber>,
    ready: VecDeque<CaseNumber>,
    /// The last first, in the order in which it is undone.
    done: VecDeque<BulkDone>,
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
            return Err(no_case());
        }
        let opened = BulkOpened { cases: cases.len(), can_be_undone: action.can_be_undone() };
        let (ready, done) = (VecDeque::new(), VecDeque::new());
        self.bulk = Some(OpenBulk { action: Some(action), unchecked: cases.into(), ready, done });
        Ok(opened)
    }

    /// What would stop the next cases. Nothing is changed.
    ///
    /// # Errors
    /// Nothing was begun, or the store cannot be read.
    pub fn bulk_check(&mut self) -> Result<BulkStep, Failure> {
        self.in_bulk(|desk, OpenBulk { action, unchecked, ready, .. }| {
            let action = action.as_ref().ok_or_else(no_bulk)?;
            lot(
                unchecked,
                |case| *case,
                |case| {
                    let checked = desk.workplace()?.check_one(*case, action);
                    Ok(checked.map(|()| ready.push_back(*case)))
                },
            )
        })
    }

    /// Does it with the next of the cases that nothing stopped.
    ///
    /// # Errors
    /// Nothing was begun, or the store takes nothing more. The cases before are done, and can be undone.
    pub fn bulk_run(&mut self) -> Result<BulkStep, Failure> {
        self.in_bulk(|desk, OpenBulk { action, ready, done, .. }| {
            let action = action.as_ref().ok_or_else(no_bulk)?;
            lot(
                ready,
                |case| *case,
                |case| {
                    let changed = desk.workplace()?.do_one(*case, action);
                    Ok(changed.map(|changed| done.push_front(changed)))
                },
            )
        })
    }

    /// What undoing takes of what was done so far, in the order in which it was done. Whoever keeps it can undo it later.
    ///
    /// # Errors
    /// Nothing was begun.
    pub fn bulk_entries(&mut self) -> Result<Vec<BulkEntry>, Failure> {
        self.workplace()?.may_register()?;
        let done = &self.bulk.as_ref().ok_or_else(no_bulk)?.done;
        Ok(done.iter().rev().map(|done| BulkEntry { case: done.case.to_string(), version: done.version }).collect())
    }

    /// Takes up again what was done before, to undo it.
    ///
    /// # Errors
    /// What is no number of a case; [`Exit::NotWellFormed`] without a case.
    pub fn bulk_take_up(&mut self, entries: &[BulkEntry]) -> Result<(), Failure> {
        self.bulk = None;
        self.workplace()?.may_register()?;
        let done = entries.iter().rev().map(|entry| {
            let case = input::case(&entry.case)?;
            Ok(BulkDone { case, version: entry.version })
        });
        let done = done.collect::<Result<VecDeque<_>, Failure>>()?;
        if done.is_empty() {
            return Err(no_case());
        }
        self.bulk = Some(OpenBulk { action: None, unchecked: VecDeque::new(), ready: VecDeque::new(), done });
        Ok(())
    }

    /// Undoes what was done, the last cases first: by a new entry in each, since nothing is taken out of the record.
    ///
    /// # Errors
    /// Nothing was begun, or it is not undone but by deciding anew.
    pub fn bulk_undo(&mut self) -> Result<BulkStep, Failure> {
        self.in_bulk(|desk, OpenBulk { action, done, .. }| {
            if action.as_ref().is_some_and(|action| !action.can_be_undone()) {
                let message = say!(
                    "Dette angres ikke under ett. En avsluttet sak tas opp igjen ved å gjenåpne den, og det krever en grunn i hver sak.",
                    "Dette kan ikkje angrast under eitt. Ei avslutta sak blir teken opp igjen ved å opne ho på nytt, og det krev ein grunn i kvar sak.",
                    "This is not undone all at once. A closed case is taken up again by reopening it, and that needs a reason in each case.",
                );
                return Err(Failure::new(Exit::RuleRefuses, "cannot-be-undone", message));
            }
            let reason = say!(
                "Spørsmålet ble registrert i flere saker på én gang, og det ble angret.",
                "Spørsmålet blei registrert i fleire saker på éin gong, og det blei angra.",
                "The question was recorded in several cases at once, and that was undone.",
            );
            lot(done, |done| done.case, |done| Ok(desk.workplace()?.take_back(*done, reason.to_owned())))
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
        self.workplace()?.may_register()?;
        let mut bulk = self.bulk.take().ok_or_else(no_bulk)?;
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

/// The next lot of a queue: what it is done with leaves the queue, and so does what something stops.
fn lot<Next>(
    queue: &mut VecDeque<Next>,
    case: impl Fn(&Next) -> CaseNumber,
    mut work: impl FnMut(&Next) -> Result<Result<(), Problem>, Failure>,
) -> Result<BulkStep, Failure> {
    let mut step = BulkStep::default();
    for _ in 0..LOT {
        let Some(next) = queue.front() else { break };
        match work(next)? {
            Ok(()) => step.done.push(case(next).to_string()),
            Err(problem) => step.stopped.push(stopped(case(next), problem)?),
        }
        queue.pop_front();
    }
    step.left = queue.len();
    Ok(step)
}

fn no_bulk() -> Failure {
    let message = say!(
        "Ingenting er begynt. Velg saker på nytt.",
        "Ingenting er begynt. Vel saker på nytt.",
        "Nothing has begun. Choose cases again.",
    );
    Failure::new(Exit::NotFound, "no-bulk", message)
}

fn no_case() -> Failure {
    let message = say!("Velg minst én sak.", "Vel minst éi sak.", "Choose at least one case.");
    Failure::new(Exit::NotWellFormed, "no-case", message)
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
