//! The demonstration: a test store with sixty invented requests, or a year of them, dated relative to now, and the people
//! who work on them.

mod days;
mod people;
mod step;
mod year;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use self::days::Days;
use self::step::Step;
use super::desk::{Desk, RequestInput};
use super::draft::RequestDraft;
use super::failure::{Exit, Failure};

pub use people::{USER, names};

/// The requests, by what they are about. Their order within a day is the order in the files.
const REQUESTS: [&str; 5] = [
    include_str!("requests/access.json"),
    include_str!("requests/section_25_open.json"),
    include_str!("requests/section_25_done.json"),
    include_str!("requests/general.json"),
    include_str!("requests/forward.json"),
];

/// More that the requests of a year follow: about the registers that few ask about.
const ONLY_IN_A_YEAR: &str = include_str!("requests/year.json");

/// How many requests the demonstration of a year has.
pub const YEAR: usize = 5_000;

/// A request and what was done with it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoRequest {
    received_days_ago: u64,
    /// For a child, who must not have grown up when the demonstration is made.
    born_years_ago: Option<u32>,
    /// For somebody who has died lately.
    deceased_days_ago: Option<u64>,
    draft: RequestDraft,
    then: Vec<Step>,
}

impl DemoRequest {
    /// Whether the office was done with it in the end.
    fn is_finished(&self) -> bool {
        self.then.iter().any(Step::finishes)
    }

    /// What was typed on the day of registration, with its dates.
    fn draft(&self, days: &Days) -> RequestDraft {
        let mut draft = self.draft.clone();
        draft.received_on = Some(days.working(self.received_days_ago).to_string());
        if let Some(person) = &mut draft.person {
            if let Some(years) = self.born_years_ago {
                person.born_on = Some(days.born(years).to_string());
            }
            if let Some(ago) = self.deceased_days_ago {
                person.deceased_on = Some(days.plain(ago).to_string());
            }
        }
        draft
    }
}

/// Fills the open test store of a desk, as if it had been used up to `now`; gives the number of requests. Everybody who
/// works there has the same passphrase.
///
/// # Errors
/// [`Failure`]: the store is no test store, or it holds requests or users already.
pub fn fill(desk: &mut Desk, now: DateTime<Utc>, passphrase: &str) -> Result<usize, Failure> {
    let (requests, dropped) = carry_out(desk, now, passphrase, &patterns()?)?;
    if dropped == 0 { Ok(requests) } else { Err(Failure::new(Exit::Other, "demo", "Et steg i eksemplene ble avvist.")) }
}

/// The same with the requests of a year, so many of them, in a realistic mix; gives their number, and how many of them were
/// left where they stood since a weekend fell so that the next step came too late.
///
/// # Errors
/// As [`fill`].
pub fn fill_year(
    desk: &mut Desk,
    now: DateTime<Utc>,
    passphrase: &str,
    many: usize,
) -> Result<(usize, usize), Failure> {
    let mut patterns = patterns()?;
    patterns.extend(read::<Vec<DemoRequest>>(ONLY_IN_A_YEAR)?);
    carry_out(desk, now, passphrase, &year::requests(&patterns, many))
}

fn patterns() -> Result<Vec<DemoRequest>, Failure> {
    let mut requests: Vec<DemoRequest> = Vec::new();
    for text in REQUESTS {
        requests.extend(read::<Vec<DemoRequest>>(text)?);
    }
    Ok(requests)
}

fn carry_out(
    desk: &mut Desk,
    now: DateTime<Utc>,
    passphrase: &str,
    requests: &[DemoRequest],
) -> Result<(usize, usize), Failure> {
    people::add(desk, passphrase)?;
    let days = Days::before(now);
    // What happened first is recorded first; what happened on one day stands in the order of the files.
    let mut happenings: Vec<(u64, usize, Option<&Step>)> = Vec::new();
    for (place, request) in requests.iter().enumerate() {
        happenings.push((request.received_days_ago.saturating_sub(1), place, None));
        happenings.extend(request.then.iter().map(|step| (step.days_ago, place, Some(step))));
    }
    happenings.sort_by_key(|(days_ago, place, step)| (std::cmp::Reverse(*days_ago), *place, step.is_some()));

    let mut clock = days.clock();
    let mut cases: Vec<Vec<String>> = requests.iter().map(|_| Vec::new()).collect();
    let mut working: Vec<&str> = requests.iter().map(|_| USER).collect();
    let mut dropped = BTreeSet::new();
    for (days_ago, place, step) in happenings {
        desk.travel_to(clock.next(days.working(days_ago)))?;
        match step {
            None => {
                desk.work_as(USER)?;
                let registered =
                    desk.request_register(&RequestInput { draft: requests[place].draft(&days), files: None })?;
                cases[place] = registered.cases.into_iter().map(|case| case.case).collect();
            }
            Some(_) if dropped.contains(&place) => {}
            Some(step) => {
                desk.work_as(step.by.as_deref().unwrap_or(working[place]))?;
                match step.carry_out(desk, &cases[place], days.working(days_ago)) {
                    Err(refused) if refused.exit == Exit::RuleRefuses && step.if_it_may => {}
                    Err(refused) if refused.exit == Exit::RuleRefuses => {
                        dropped.insert(place);
                    }
                    carried_out => carried_out?,
                }
                working[place] = step.assigned_to().unwrap_or(working[place]);
            }
        }
    }
    desk.work_as(USER)?;
    desk.travel_to(now)?;
    Ok((requests.len(), dropped.len()))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_json::from_str(text)
        .map_err(|error| Failure::new(Exit::Other, "demo", format!("Eksemplene kan ikke leses: {error}.")))
}
