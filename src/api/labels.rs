//! The words that the screen uses for states, channels and the like, in bokmål.

use crate::casework::channel::{Channel, SendChannel};
use crate::casework::letter::LetterKind;
use crate::casework::projection::CaseRow;
use crate::casework::request::{CheckResult, Phase};
use crate::law::rights::{Mode, Right, Track};
use crate::wording::Language;

/// «Sletting i KPR».
#[must_use]
pub fn case_title(right: Right, register: &str) -> String {
    format!("{} i {register}", right.label(Language::Nb))
}

/// The state of a case as a technical word, as of a day on which its clock stands still or not.
#[must_use]
pub fn state(row: &CaseRow, paused: bool) -> &'static str {
    match (row.phase, paused) {
        (Phase::Open, true) => "suspended",
        (Phase::Open, false) => "open",
        (Phase::Decided, _) => "decided",
        (Phase::Answered, _) => "answered",
        (Phase::Forwarded { .. }, _) => "forwarded",
        (Phase::Withdrawn, _) => "withdrawn",
        (Phase::Closed, _) => "closed",
    }
}

/// A state in words that say nothing of who the person is.
#[must_use]
pub fn state_words(state: &str) -> &'static str {
    match state {
        "open" => "Åpen",
        "suspended" => "Satt på vent",
        "decided" => "Avgjort, ikke sendt",
        "answered" => "Besvart",
        "forwarded" => "Sendt videre",
        "withdrawn" => "Trukket",
        _ => "Avsluttet",
    }
}

/// The «tilstand» of a protected person's case for somebody who is not cleared.
pub const NEEDS_CLEARANCE: (&str, &str) = ("krever-klarering", "Krever klarering");

/// The «tilstand» of the screen: a word to branch on and the words to read.
#[must_use]
pub fn status(row: &CaseRow) -> (&'static str, &'static str) {
    match row.phase {
        Phase::Closed | Phase::Withdrawn | Phase::Forwarded { told: true } => ("avsluttet", "Avsluttet"),
        Phase::Answered => ("besvart", "Besvart"),
        Phase::Decided if row.awaits_approval => ("til-godkjenning", "Til godkjenning"),
        Phase::Decided | Phase::Forwarded { told: false } => ("ikke-sendt", "Ikke sendt"),
        Phase::Open if row.question_since_on.is_some() && row.identity_asked => ("sjekker-id", "Sjekker ID"),
        Phase::Open if row.question_since_on.is_some() => ("venter-pa-svar", "Venter på svar"),
        Phase::Open if row.without_grounds() => ("uten-grunnlag", "Uten grunnlag"),
        Phase::Open if row.assignee.is_none() => ("ny", "Ny"),
        Phase::Open => ("under-arbeid", "Under arbeid"),
    }
}

/// The name of a channel by which requests come.
#[must_use]
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => "Brev",
        Channel::Email => "E-post",
        Channel::Altinn => "Altinn",
        Channel::Helsenorge => "Helsenorge",
        Channel::Telephone => "Telefon",
        Channel::InPerson => "Oppmøte",
    }
}

/// How a request came, after «Den kom».
#[must_use]
pub fn came_by(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => "i brev",
        Channel::Email => "på e-post",
        Channel::Altinn => "i Altinn",
        Channel::Helsenorge => "på Helsenorge",
        Channel::Telephone => "på telefon",
        Channel::InPerson => "ved oppmøte",
    }
}

/// How a request came, inside a sentence: «Den kom i brev».
#[must_use]
pub fn by_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => "i brev",
        Channel::Email => "på e-post",
        Channel::Altinn => "gjennom Altinn",
        Channel::Helsenorge => "gjennom Helsenorge",
        Channel::Telephone => "på telefon",
        Channel::InPerson => "ved oppmøte",
    }
}

/// The name of a way to send letters.
#[must_use]
pub fn send_channel(channel: SendChannel) -> String {
    channel.label().get(Language::Nb).to_owned()
}

/// The name of a kind of letter.
#[must_use]
pub fn letter_kind(kind: LetterKind) -> String {
    kind.label().get(Language::Nb).to_owned()
}

/// The name of what a check came to.
#[must_use]
pub fn check_result(result: CheckResult) -> &'static str {
    match result {
        CheckResult::Yes => "Ja",
        CheckResult::No => "Nei",
        CheckResult::NotApplicable => "Ikke aktuelt",
    }
}

/// The track of a case in words; of one that goes elsewhere, how it gets there, since nothing is sent on where a person is
/// only referred.
#[must_use]
pub fn way(track: Track, mode: Option<Mode>) -> String {
    mode.map_or_else(|| track.label(Language::Nb), |mode| mode.label(Language::Nb))
}
