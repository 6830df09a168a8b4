//! The log of readings as the desk shows it.

use chrono::SecondsFormat;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::spoken::say;
use crate::casework::access::{Reading, RecordedReading};
use crate::usecase::AccessLog;

/// Whose log of readings is read.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct AccessLogInput {
    /// The number of a request or of one of its cases; without it, what belongs to no request.
    pub number: Option<String>,
}

/// An entry of the log of readings.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct AccessEntry {
    pub position: u64,
    pub at: String,
    pub actor: String,
    pub what: String,
    /// What was looked at, in words.
    pub text: String,
    pub case: Option<String>,
    pub letter: Option<String>,
    /// How many cases a search for a person showed.
    pub found: Option<u32>,
}

/// The log of readings of a request, oldest first.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct AccessLogAnswer {
    pub request: Option<String>,
    pub entries: Vec<AccessEntry>,
    /// Whether there are older entries that are not among these.
    pub cut: bool,
}

impl AccessLogAnswer {
    /// A log of readings in words.
    #[must_use]
    pub fn of(log: &AccessLog) -> Self {
        Self {
            request: log.request.map(|number| number.to_string()),
            entries: log.entries.iter().map(entry).collect(),
            cut: log.cut,
        }
    }
}

fn entry(recorded: &RecordedReading) -> AccessEntry {
    let reading = recorded.reading;
    let request = reading.request();
    AccessEntry {
        position: recorded.position,
        at: recorded.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        actor: recorded.actor.clone(),
        what: reading.id().to_owned(),
        text: text(reading),
        case: request.zip(reading.case()).map(|(request, case)| request.case(case).to_string()),
        letter: request.zip(reading.document()).map(|(request, sequence)| request.document(sequence).to_string()),
        found: reading.found(),
    }
}

fn text(reading: Reading) -> String {
    match reading {
        Reading::Case(case) => {
            say!(format!("Åpnet sak {case}"), format!("Opna sak {case}"), format!("Opened case {case}"))
        }
        Reading::Request(request) => say!(
            format!("Åpnet henvendelse {request}"),
            format!("Opna førespurnad {request}"),
            format!("Opened request {request}"),
        ),
        Reading::Letter(letter) => {
            say!(format!("Så på brev {letter}"), format!("Såg på brev {letter}"), format!("Looked at letter {letter}"))
        }
        Reading::Draft { request, case: Some(case) } => say!(
            format!("Så på et brevutkast i sak {}", request.case(case)),
            format!("Såg på eit brevutkast i sak {}", request.case(case)),
            format!("Looked at a draft letter in case {}", request.case(case)),
        ),
        Reading::Draft { request, case: None } => say!(
            format!("Så på et brevutkast til flere saker i {request}"),
            format!("Såg på eit brevutkast til fleire saker i {request}"),
            format!("Looked at a draft letter for several cases in {request}"),
        ),
        Reading::Export(letter) => say!(
            format!("Hentet ut brev {letter} som fil"),
            format!("Henta ut brev {letter} som fil"),
            format!("Saved letter {letter} as a file"),
        ),
        Reading::PersonSearch { found: 1 } => say!(
            "Søkte etter en person på identitetsnummer og fikk opp 1 sak",
            "Søkte etter ein person på identitetsnummer og fekk opp 1 sak",
            "Searched for a person by identity number and found 1 case",
        )
        .to_owned(),
        Reading::PersonSearch { found } => say!(
            format!("Søkte etter en person på identitetsnummer og fikk opp {found} saker"),
            format!("Søkte etter ein person på identitetsnummer og fekk opp {found} saker"),
            format!("Searched for a person by identity number and found {found} cases"),
        ),
        Reading::Enquiries => say!(
            "Så på personvernombudets innboks",
            "Såg på innboksen til personvernombodet",
            "Looked at the data protection officer's inbox",
        )
        .to_owned(),
        Reading::AccessLog { request: Some(_) } => {
            say!("Leste denne oppslagsloggen", "Las denne oppslagsloggen", "Read this access log").to_owned()
        }
        Reading::AccessLog { request: None } => say!(
            "Leste loggen over oppslag uten sak",
            "Las loggen over oppslag utan sak",
            "Read the log of look-ups without a case",
        )
        .to_owned(),
    }
}
