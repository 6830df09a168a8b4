//! The demonstration: a test store with twenty invented requests, dated relative to now.

use chrono::{DateTime, Days, Utc};
use serde::Deserialize;

use super::desk::{CaseAssign, CaseSuspend, Desk, RequestInput};
use super::draft::RequestDraft;
use super::failure::{Exit, Failure};
use super::letter::LetterInput;
use crate::law::calendar::oslo_date;

const REQUESTS: &str = include_str!("requests.json");

/// The user who works in the demonstration.
pub const USER: &str = "Kari Myhre";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoRequest {
    received_days_ago: u64,
    draft: RequestDraft,
    then: Vec<DemoStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoStep {
    days_ago: u64,
    #[serde(rename = "do")]
    action: DemoAction,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum DemoAction {
    Assign,
    Acknowledge,
    AskIdentity,
    AskClarification,
}

/// Fills the open test store of a desk, as if it had been used up to `now`; gives the number of requests.
///
/// # Errors
/// [`Failure`]: the store is no test store, or it holds requests already.
pub fn fill(desk: &mut Desk, now: DateTime<Utc>) -> Result<usize, Failure> {
    let requests: Vec<DemoRequest> = serde_json::from_str(REQUESTS)
        .map_err(|error| Failure::new(Exit::Other, "demo", format!("Eksemplene kan ikke leses: {error}.")))?;
    let mut happenings: Vec<(u64, usize, Option<DemoAction>)> = Vec::new();
    for (place, request) in requests.iter().enumerate() {
        happenings.push((request.received_days_ago.saturating_sub(1), place, None));
        happenings.extend(request.then.iter().map(|step| (step.days_ago, place, Some(step.action))));
    }
    // What happened first is recorded first; what happened on one day stands in the order of the file.
    happenings.sort_by_key(|(days_ago, place, action)| (std::cmp::Reverse(*days_ago), *place, action.is_some()));
    let mut cases: Vec<Vec<String>> = requests.iter().map(|_| Vec::new()).collect();
    for (days_ago, place, action) in happenings {
        let then = before(now, days_ago);
        desk.travel_to(then)?;
        match (action, requests.get(place)) {
            (None, Some(request)) => {
                let mut draft = request.draft.clone();
                draft.received_on = Some(oslo_date(before(now, request.received_days_ago)).to_string());
                let registered = desk.request_register(&RequestInput { draft })?;
                cases[place] = registered.cases.into_iter().map(|case| case.case).collect();
            }
            (Some(action), _) => act(desk, action, &cases[place], then)?,
            (None, None) => {}
        }
    }
    desk.travel_to(now)?;
    Ok(requests.len())
}

fn act(desk: &mut Desk, action: DemoAction, cases: &[String], then: DateTime<Utc>) -> Result<(), Failure> {
    let letter = |kind: &str| LetterInput { cases: cases.to_vec(), kind: kind.to_owned(), ..LetterInput::default() };
    match action {
        DemoAction::Assign => {
            for case in cases {
                desk.case_assign(&CaseAssign { case: case.clone(), to: USER.to_owned(), if_version: None })?;
            }
        }
        DemoAction::Acknowledge => {
            desk.letter_issue(&letter("acknowledgement"))?;
        }
        DemoAction::AskIdentity => {
            desk.letter_issue(&letter("identity-request"))?;
        }
        DemoAction::AskClarification => {
            let on = oslo_date(then);
            for case in cases {
                desk.case_suspend(&CaseSuspend {
                    case: case.clone(),
                    ground: "presisering".to_owned(),
                    on: on.to_string(),
                    reply_by: (on + Days::new(14)).to_string(),
                    if_version: None,
                })?;
            }
        }
    }
    Ok(())
}

fn before(now: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    now.checked_sub_days(Days::new(days)).unwrap_or(now)
}
