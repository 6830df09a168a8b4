//! A request as a whole: its words, its cases, and what fell under other rules.

use serde::Serialize;
use ts_rs::TS;

use super::case::CaseAnswer;
use super::labels;
use super::spoken::{cited, spoken};
use super::timeline::{TimelineEntry, whole_timeline};
use crate::casework::access::User;
use crate::casework::request::OtherRules;
use crate::usecase::{Opened, Rules};

/// What fell under other rules, and what was done with it.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct OtherRulesAnswer {
    pub rules: String,
    pub label: String,
    pub what_to_do: String,
    pub source: Option<String>,
    /// What was done; `None` once it is erased.
    pub text: Option<String>,
}

/// A request as a whole.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RequestShow {
    pub request: String,
    pub version: u32,
    pub received_on: String,
    pub channel: String,
    pub channel_label: String,
    pub language: String,
    pub their_reference: Option<String>,
    pub archive_number: Option<String>,
    pub text: Option<String>,
    pub other_rules: Vec<OtherRulesAnswer>,
    pub cases: Vec<CaseAnswer>,
    pub timeline: Vec<TimelineEntry>,
}

/// What of a request fell under other rules.
#[must_use]
pub fn other_rules(opened: &Opened) -> Vec<OtherRulesAnswer> {
    let answer = |(rules, text): &(OtherRules, _)| OtherRulesAnswer {
        rules: rules.id().to_owned(),
        label: rules.label().get(spoken()).to_owned(),
        what_to_do: rules.what_to_do().get(spoken()).to_owned(),
        source: rules.source().map(cited),
        text: opened.words(*text).map(str::to_owned),
    };
    opened.request.other_rules.iter().map(answer).collect()
}

/// The number that the request has in the office's own archive.
#[must_use]
pub fn archive_number(opened: &Opened) -> Option<String> {
    opened.request.archive_number.and_then(|id| opened.words(id)).map(str::to_owned)
}

impl RequestShow {
    /// A request as it is on a day, for a user. Whoever is not cleared for a protected person sees its dates and its course.
    #[must_use]
    pub fn of(opened: &Opened, rules: &Rules, user: &User, today: chrono::NaiveDate) -> Self {
        let registered = &opened.request.registered;
        let closed = registered.protection.is_protected() && !user.cleared;
        let mut timeline = whole_timeline(opened, rules);
        if closed {
            for entry in &mut timeline {
                labels::needs_clearance().1.clone_into(&mut entry.text);
            }
        }
        let row = |row: &_, letter| CaseAnswer::of(opened.number.case(letter), row, rules, today).seen_by(user);
        Self {
            request: opened.number.to_string(),
            version: opened.request.version,
            received_on: registered.received_on.to_string(),
            channel: registered.channel.id().to_owned(),
            channel_label: labels::channel(registered.channel).to_owned(),
            language: registered.language.code().to_owned(),
            their_reference: registered.their_reference.and_then(|id| opened.words(id)).map(str::to_owned),
            archive_number: archive_number(opened),
            text: opened.words(registered.text).map(str::to_owned),
            // Which other rules a request falls under tells what the person asked about.
            other_rules: if closed { Vec::new() } else { other_rules(opened) },
            cases: opened.rows().iter().map(|each| row(each, each.case)).collect(),
            timeline,
        }
    }
}
