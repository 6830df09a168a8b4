//! Issuing a letter: what it demands of its cases and of its date, and the wait that it begins.

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::{Content, Event, LetterIssued};
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::{Case, Phase, Request};
use crate::casework::ids::CaseLetter;
use crate::casework::letter::LetterKind;
use crate::law::deadline::PauseGround;

/// What a letter is when everything about it is known and it only has to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterToIssue {
    /// The letter, as it will stand in the log.
    pub issued: LetterIssued,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// By when the person is asked to answer, for a letter that asks for something.
    pub reply_by_on: Option<NaiveDate>,
}

impl Request {
    /// Whether a letter of this kind and date may be issued today for these cases.
    ///
    /// # Errors
    /// Every rule that refuses: [`RefusalCode::Finished`] if a case is answered or closed, [`RefusalCode::NotDecided`] if
    /// the letter answers a case that is not decided, [`RefusalCode::AlreadyAsked`] if it asks again what is not answered
    /// yet, [`RefusalCode::DatedOtherwise`] for a date that is not the day of sending.
    pub fn may_issue(
        &self,
        kind: LetterKind,
        cases: &[CaseLetter],
        dated_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<(), Vec<Refusal>> {
        let mut refusals = Vec::new();
        for case in cases {
            match self.unclosed(*case) {
                Ok(state) => refusals.extend(against_case(kind, state)),
                Err(finished) => refusals.extend(finished),
            }
        }
        refusals.extend(against_date(kind, dated_on, today));
        if refusals.is_empty() { Ok(()) } else { Err(refusals) }
    }

    /// Records an issued letter, and the wait that it begins.
    ///
    /// # Errors
    /// As [`Self::may_issue`].
    pub fn issue(&self, letter: LetterToIssue, today: NaiveDate) -> Result<Decision, Vec<Refusal>> {
        let issued = letter.issued;
        self.may_issue(issued.kind, &issued.cases, issued.dated_on, today)?;
        let mut events = Vec::new();
        if let (LetterKind::IdentityRequest, Some(reply_by_on)) = (issued.kind, letter.reply_by_on) {
            events.extend(issued.cases.iter().map(|case| Event::CaseSuspended {
                case: *case,
                ground: PauseGround::Identity,
                asked_on: issued.dated_on,
                reply_by_on,
                letter: Some(issued.sequence),
            }));
        }
        let (file, digest) = (issued.file, issued.digest);
        events.insert(0, Event::LetterIssued(issued));
        Ok(Decision {
            events,
            contents: vec![(file, Content::File(letter.bytes)), (digest, Content::Text(letter.sha256))],
        })
    }
}

fn against_case(kind: LetterKind, state: &Case) -> Option<Refusal> {
    if kind != LetterKind::Acknowledgement && state.phase == Phase::Answered {
        return Some(refusal(
            RefusalCode::Finished,
            None,
            "Svaret er allerede sendt. Avslutt saken, eller skriv et notat.",
            OWN_RULE,
        ));
    }
    if Case::is_answer(kind) && state.decision.is_none() {
        return Some(refusal(
            RefusalCode::NotDecided,
            None,
            "Saken er ikke avgjort. Avgjør saken før du sender svaret.",
            "Forvaltningsloven §§ 23 og 24",
        ));
    }
    let waits = state.suspensions.open().any(|open| open.ground == PauseGround::Identity);
    if kind == LetterKind::IdentityRequest && waits {
        return Some(refusal(
            RefusalCode::AlreadyAsked,
            None,
            "Det er allerede spurt om identitet, og svaret er ikke kommet. Registrer svaret når det kommer.",
            "Personvernforordningen art. 12 nr. 6",
        ));
    }
    None
}

/// Issuing is sending: a letter that moves or meets a date in law bears the day on which it is issued. Other letters may
/// bear an earlier day, for one that was sent before it was recorded, but never one to come.
fn against_date(kind: LetterKind, dated_on: NaiveDate, today: NaiveDate) -> Option<Refusal> {
    let (allowed, source) = match kind {
        LetterKind::Acknowledgement => (dated_on <= today, "eForvaltningsforskriften § 6"),
        LetterKind::IdentityRequest => (dated_on == today, "Personvernforordningen art. 12 nr. 6"),
        LetterKind::ClarificationRequest => (dated_on == today, "Personvernforordningen fortalepunkt 63"),
        LetterKind::Section25GroundsRequest => (dated_on == today, "Forvaltningslovforskriften § 38"),
        LetterKind::Reminder => (dated_on == today, "Forvaltningslovforskriften § 38"),
        LetterKind::ExtensionNotice => (dated_on == today, "Personvernforordningen art. 12 nr. 3"),
        LetterKind::Forwarding | LetterKind::ForwardingNotice => (dated_on == today, "Forvaltningslovforskriften § 4"),
        LetterKind::Section25Decision => (dated_on == today, "Forvaltningsloven §§ 27 og 29"),
        LetterKind::Answer => (dated_on == today, "Personvernforordningen art. 12 nr. 3 og 4"),
    };
    let message = match kind {
        LetterKind::Acknowledgement => {
            "Brevet kan ikke dateres frem i tid. Bruk dagens dato eller dagen det ble sendt."
        }
        LetterKind::IdentityRequest
        | LetterKind::ClarificationRequest
        | LetterKind::Section25GroundsRequest
        | LetterKind::Reminder
        | LetterKind::ExtensionNotice
        | LetterKind::Forwarding
        | LetterKind::ForwardingNotice
        | LetterKind::Section25Decision
        | LetterKind::Answer => {
            "Brevet får datoen det blir sendt, for frister regnes fra den. Utelat datoen, så blir den dagens."
        }
    };
    (!allowed).then(|| refusal(RefusalCode::DatedOtherwise, Some("dated_on"), message, source))
}
