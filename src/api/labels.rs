//! The words that the screen uses for states, channels and the like, in the language of the answer.

use super::spoken::{say, spoken};
use crate::casework::channel::{Channel, SendChannel};
use crate::casework::letter::LetterKind;
use crate::casework::person::{IdentityStatus, OutOfAuthority, RepresentativeKind};
use crate::casework::projection::CaseRow;
use crate::casework::request::{CheckResult, Phase};
use crate::law::rights::{Mode, Right, Track};
use crate::wording::dates::short_date;

/// «Sletting i KPR».
#[must_use]
pub fn case_title(right: Right, register: &str) -> String {
    say!(
        format!("{} i {register}", right.label(spoken())),
        format!("{} i {register}", right.label(spoken())),
        format!("{} in {register}", right.label(spoken())),
    )
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
        "open" => say!("Åpen", "Open", "Open"),
        "suspended" => say!("Satt på vent", "Sett på vent", "On hold"),
        "decided" => say!("Avgjort, ikke sendt", "Avgjord, ikkje send", "Decided, not sent"),
        "answered" => say!("Besvart", "Svart på", "Answered"),
        "forwarded" => say!("Sendt videre", "Send vidare", "Forwarded"),
        "withdrawn" => say!("Trukket", "Trekt", "Withdrawn"),
        _ => say!("Avsluttet", "Avslutta", "Closed"),
    }
}

/// The «tilstand» of a protected person's case for somebody who is not cleared.
#[must_use]
pub fn needs_clearance() -> (&'static str, &'static str) {
    ("krever-klarering", say!("Krever klarering", "Krev klarering", "Needs clearance"))
}

/// Why whoever acts for the person may not act, and what to do.
#[must_use]
pub fn out_of_authority(why: OutOfAuthority, kind: RepresentativeKind) -> String {
    let guardian = match kind {
        RepresentativeKind::Guardian => true,
        RepresentativeKind::Authorised | RepresentativeKind::Parent | RepresentativeKind::Estate => false,
    };
    let paper = if guardian {
        say!("Mandatet til vergen", "Mandatet til verja", "The guardian’s mandate")
    } else {
        say!("Fullmakten", "Fullmakta", "The authority")
    };
    let until = if guardian {
        say!(
            "til dere har fått et nytt vedtak om vergemål",
            "til de har fått eit nytt vedtak om verjemål",
            "until you have a new decision on guardianship",
        )
    } else {
        say!("til dere har fått en ny fullmakt", "til de har fått ei ny fullmakt", "until you have a new authority")
    };
    let fault = match why {
        OutOfAuthority::OutOfScope => say!(
            format!("{paper} omfatter ikke denne saken."),
            format!("{paper} omfattar ikkje denne saka."),
            format!("{paper} does not cover this case."),
        ),
        OutOfAuthority::Expired { valid_to } => {
            let day = short_date(valid_to);
            say!(
                format!("{paper} gjaldt til {day}."),
                format!("{paper} galdt til {day}."),
                format!("{paper} ran out on {day}."),
            )
        }
    };
    say!(
        format!("{fault} Brev går til den saken gjelder, {until}."),
        format!("{fault} Brev går til den saka gjeld, {until}."),
        format!("{fault} Letters go to the person concerned {until}."),
    )
}

/// The «tilstand» of the screen: a word to branch on and the words to read.
#[must_use]
pub fn status(row: &CaseRow) -> (&'static str, &'static str) {
    match row.phase {
        Phase::Closed | Phase::Withdrawn | Phase::Forwarded { told: true } => {
            ("avsluttet", say!("Avsluttet", "Avslutta", "Closed"))
        }
        Phase::Answered => ("besvart", say!("Besvart", "Svart på", "Answered")),
        Phase::Decided if row.awaits_approval => {
            ("til-godkjenning", say!("Til godkjenning", "Til godkjenning", "For approval"))
        }
        Phase::Decided | Phase::Forwarded { told: false } => {
            ("ikke-sendt", say!("Ikke sendt", "Ikkje sendt", "Not sent"))
        }
        Phase::Open if row.question_since_on.is_some() && row.identity_asked => {
            ("sjekker-id", say!("Sjekker ID", "Sjekkar ID", "Checking ID"))
        }
        Phase::Open if row.question_since_on.is_some() => {
            ("venter-pa-svar", say!("Venter på svar", "Ventar på svar", "Waiting for answer"))
        }
        Phase::Open if row.without_grounds() => {
            ("uten-grunnlag", say!("Uten grunnlag", "Utan grunnlag", "Without grounds"))
        }
        Phase::Open if !row.tasks.is_empty() => {
            ("venter-internt", say!("Venter internt", "Ventar internt", "Waiting for unit"))
        }
        Phase::Open if row.assignee.is_none() => ("ny", say!("Ny", "Ny", "New")),
        Phase::Open => ("under-arbeid", say!("Under arbeid", "Under arbeid", "In progress")),
    }
}

/// The name of a channel by which requests come.
#[must_use]
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => say!("Brev", "Brev", "Letter"),
        Channel::Email => say!("E-post", "E-post", "Email"),
        Channel::Altinn => "Altinn",
        Channel::Helsenorge => "Helsenorge",
        Channel::Telephone => say!("Telefon", "Telefon", "Phone"),
        Channel::InPerson => say!("Oppmøte", "Oppmøte", "In person"),
    }
}

/// How a request came, after «Den kom».
#[must_use]
pub fn came_by(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => say!("i brev", "i brev", "by letter"),
        Channel::Email => say!("på e-post", "på e-post", "by email"),
        Channel::Altinn => say!("i Altinn", "i Altinn", "in Altinn"),
        Channel::Helsenorge => say!("på Helsenorge", "på Helsenorge", "on Helsenorge"),
        Channel::Telephone => say!("på telefon", "på telefon", "by phone"),
        Channel::InPerson => say!("ved oppmøte", "ved oppmøte", "in person"),
    }
}

/// How a request came, inside a sentence: «Den kom i brev».
#[must_use]
pub fn by_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => say!("i brev", "i brev", "by letter"),
        Channel::Email => say!("på e-post", "på e-post", "by email"),
        Channel::Altinn => say!("gjennom Altinn", "gjennom Altinn", "through Altinn"),
        Channel::Helsenorge => say!("gjennom Helsenorge", "gjennom Helsenorge", "through Helsenorge"),
        Channel::Telephone => say!("på telefon", "på telefon", "by phone"),
        Channel::InPerson => say!("ved oppmøte", "ved oppmøte", "in person"),
    }
}

/// The name of a way to send letters.
#[must_use]
pub fn send_channel(channel: SendChannel) -> String {
    channel.label().get(spoken()).to_owned()
}

/// The name of a kind of letter.
#[must_use]
pub fn letter_kind(kind: LetterKind) -> String {
    kind.label().get(spoken()).to_owned()
}

/// The name of what a check came to.
#[must_use]
pub fn check_result(result: CheckResult) -> &'static str {
    match result {
        CheckResult::Yes => say!("Ja", "Ja", "Yes"),
        CheckResult::No => say!("Nei", "Nei", "No"),
        CheckResult::NotApplicable => say!("Ikke aktuelt", "Ikkje aktuelt", "Not applicable"),
    }
}

/// The track of a case in words; of one that goes elsewhere, how it gets there, since nothing is sent on where a person is
/// only referred.
#[must_use]
pub fn way(track: Track, mode: Option<Mode>) -> String {
    mode.map_or_else(|| track.label(spoken()), |mode| mode.label(spoken()))
}

/// What is known of who somebody is.
#[must_use]
pub fn identity(status: IdentityStatus) -> &'static str {
    match status {
        IdentityStatus::Unchecked => say!("Ikke kontrollert", "Ikkje kontrollert", "Not checked"),
        IdentityStatus::Asked => say!("Spurt, ikke besvart", "Spurd, ikkje svara", "Asked, not answered"),
        IdentityStatus::Confirmed { .. } => say!("Bekreftet", "Stadfesta", "Confirmed"),
        IdentityStatus::Failed => say!("Ikke bekreftet", "Ikkje stadfesta", "Not confirmed"),
    }
}
