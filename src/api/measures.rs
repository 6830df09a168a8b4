//! The measures of a case, as they are shown.

use serde::Serialize;
use ts_rs::TS;

use super::spoken::spoken;
use crate::casework::request::{Case, MeasureFor, MeasureId};
use crate::usecase::Opened;
use crate::wording::Trilingual;

/// Something that has to be carried out before the case is closed.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct MeasureAnswer {
    /// `gjennomforing`, `underretning` or the number of an added one.
    pub id: String,
    /// `databehandler`, `mottaker` or `annet` for an added one.
    pub to: Option<String>,
    pub label: String,
    /// What is to be done, in the words of whoever added it.
    pub text: Option<String>,
    /// `open`, `done` or `not-needed`.
    pub state: String,
    pub done_on: Option<String>,
    pub note: Option<String>,
    pub by: Option<String>,
}

/// The measures of a case in order.
#[must_use]
pub fn measures(opened: &Opened, case: &Case) -> Vec<MeasureAnswer> {
    case.measures()
        .map(|id| {
            let settled = case.settled.get(&id);
            let added = case.added_measure(id);
            let recorded = settled.and_then(|settled| opened.entry(settled.event));
            MeasureAnswer {
                id: id.to_string(),
                to: added.map(|added| added.to.id().to_owned()),
                label: label(id, added.map(|added| added.to)).get(spoken()).to_owned(),
                text: added.and_then(|added| opened.words(added.text)).map(str::to_owned),
                state: match settled {
                    None => "open",
                    Some(settled) if settled.done_on.is_some() => "done",
                    Some(_) => "not-needed",
                }
                .to_owned(),
                done_on: settled.and_then(|settled| settled.done_on).map(|day| day.to_string()),
                note: settled.and_then(|settled| opened.words(settled.note)).map(str::to_owned),
                by: recorded.map(|recorded| recorded.actor.clone()),
            }
        })
        .collect()
}

fn label(id: MeasureId, added: Option<MeasureFor>) -> Trilingual {
    added.map_or_else(|| id.label(), MeasureFor::label)
}
