//! When a part of a letter text is used: a closed list of conditions.

use crate::law::deadline::{ExtensionReason, PauseGround};
use crate::law::rights::{Mode, Outcome, Right, Track};
use crate::wording::Trilingual;

use super::field::Field;
use super::input::{Channel, IdentityStatus, LetterCase, LetterInput, Protection, Recipient, SendChannel};

/// A condition on a part of a text, as written in `when`: a test, with `not ` before it for the opposite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Whether the part is used when the test does *not* hold.
    pub negated: bool,
    /// What is tested.
    pub test: Test,
}

/// What a condition tests. Tests of a case hold for the case at hand, or for any case of the letter where none is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// `outcome:slettet|sperret`
    Outcome(Vec<Outcome>),
    /// `right:sletting`
    Right(Vec<Right>),
    /// `track:section-25`
    Track(Vec<Track>),
    /// `register:kpr`
    Register(Vec<String>),
    /// `send:epost`
    Send(Vec<SendChannel>),
    /// `channel:epost`
    Channel(Vec<Channel>),
    /// `mode:oversendes|bistand`: how the claim reaches the body that is responsible.
    Mode(Vec<Mode>),
    /// `asked:identitet`: a question on this ground is not answered.
    Asked(Vec<PauseGround>),
    /// `extension:antall`: why the deadline is extended.
    Extension(Vec<ExtensionReason>),
    /// `has:subject`: the field has a value.
    Has(Field),
    /// `several-cases`: the letter is about more than one case.
    SeveralCases,
    /// `representative`: the letter goes to somebody who acts for the person.
    Representative,
    /// `individual-decision`: the answer is an enkeltvedtak.
    IndividualDecision,
    /// `decision:delvis`: the answer is an enkeltvedtak that ended so.
    Decision(Vec<Outcome>),
    /// `mixed-decisions`: of the answers in the letter, some are enkeltvedtak and some are not.
    MixedDecisions,
    /// `due-known`: the date of answer is known, that is, the clock runs.
    DueKnown,
    /// `pause-counts`: our period stands still until what this letter asks for, or reminds of, has come.
    PauseCounts,
    /// `overdue`: our period had ended before the letter's date.
    Overdue,
    /// `reply-overdue`: the day by which an answer was asked for had passed before the letter's date.
    ReplyOverdue,
    /// `paused`: our period has stood still, or stands still now.
    Paused,
    /// `address-known`: there is a postal address to answer to.
    AddressKnown,
    /// `grounds-given`: the person has said why.
    GroundsGiven,
    /// `documents-given`: the person has given what shows why.
    DocumentsGiven,
    /// `attachments`: something came with the request.
    Attachments,
    /// `identity-confirmed`: it is settled who the person is.
    IdentityConfirmed,
    /// `corrects`: the letter corrects another one.
    Corrects,
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// A sentence in Norwegian that says which word is unknown.
    pub fn parse(text: &str) -> Result<Self, Trilingual> {
        let (negated, rest) = match text.trim().strip_prefix("not ") {
            Some(rest) => (true, rest.trim()),
            None => (false, text.trim()),
        };
        let test = match rest.split_once(':') {
            Some(("outcome", list)) => Test::Outcome(values(list, |id| id.parse().ok())?),
            Some(("right", list)) => Test::Right(values(list, |id| id.parse().ok())?),
            Some(("decision", list)) => Test::Decision(values(list, |id| id.parse().ok())?),
            Some(("track", list)) => Test::Track(values(list, |id| id.parse().ok())?),
            Some(("register", list)) => Test::Register(list.split('|').map(|id| id.trim().to_owned()).collect()),
            Some(("send", list)) => Test::Send(values(list, SendChannel::from_id)?),
            Some(("channel", list)) => Test::Channel(values(list, Channel::from_id)?),
            Some(("mode", list)) => Test::Mode(values(list, |id| id.parse().ok())?),
            Some(("asked", list)) => Test::Asked(values(list, |id| id.parse().ok())?),
            Some(("extension", list)) => Test::Extension(values(list, |id| id.parse().ok())?),
            Some(("has", id)) => Test::Has(Field::from_id(id).ok_or_else(|| {
                Trilingual::made(
                    format!("«{id}» er ikke et felt."),
                    format!("«{id}» er ikkje eit felt."),
                    format!("“{id}” is no field."),
                )
            })?),
            Some((other, _)) => {
                return Err(Trilingual::made(
                    format!("«{other}» er ikke et vilkår."),
                    format!("«{other}» er ikkje eit vilkår."),
                    format!("“{other}” is no condition."),
                ));
            }
            None => match rest {
                "several-cases" => Test::SeveralCases,
                "representative" => Test::Representative,
                "individual-decision" => Test::IndividualDecision,
                "mixed-decisions" => Test::MixedDecisions,
                "due-known" => Test::DueKnown,
                "pause-counts" => Test::PauseCounts,
                "overdue" => Test::Overdue,
                "reply-overdue" => Test::ReplyOverdue,
                "paused" => Test::Paused,
                "address-known" => Test::AddressKnown,
                "grounds-given" => Test::GroundsGiven,
                "documents-given" => Test::DocumentsGiven,
                "attachments" => Test::Attachments,
                "identity-confirmed" => Test::IdentityConfirmed,
                "corrects" => Test::Corrects,
                other => {
                    return Err(Trilingual::made(
                        format!("«{other}» er ikke et vilkår."),
                        format!("«{other}» er ikkje eit vilkår."),
                        format!("“{other}” is no condition."),
                    ));
                }
            },
        };
        Ok(Self { negated, test })
    }

    /// Whether the condition holds, for one case or for the letter as a whole. `has` says which fields have a value.
    #[must_use]
    pub fn holds(&self, input: &LetterInput, case: Option<&LetterCase>, has: impl Fn(Field) -> bool) -> bool {
        let any = |test: &dyn Fn(&LetterCase) -> bool| match case {
            Some(case) => test(case),
            None => input.cases.iter().any(test),
        };
        let result = match &self.test {
            Test::Outcome(list) => any(&|case| case.outcome.is_some_and(|outcome| list.contains(&outcome))),
            Test::Right(list) => any(&|case| list.contains(&case.right)),
            Test::Track(list) => any(&|case| list.contains(&case.track)),
            Test::Register(list) => any(&|case| list.contains(&case.register.id)),
            Test::Send(list) => list.contains(&input.send),
            Test::Channel(list) => list.contains(&input.channel),
            Test::Mode(list) => any(&|case| case.mode.is_some_and(|mode| list.contains(&mode))),
            Test::Asked(list) => any(&|case| case.questions.iter().any(|question| list.contains(&question.ground))),
            Test::Extension(list) => {
                any(&|case| case.extension.as_ref().is_some_and(|extension| list.contains(&extension.reason)))
            }
            Test::Has(field) => has(*field),
            Test::SeveralCases => input.cases.len() > 1,
            Test::Representative => input.representative.is_some() && input.to() != Recipient::Person,
            Test::IndividualDecision => any(&|case| case.individual_decision),
            Test::Decision(list) => {
                any(&|case| case.individual_decision && case.outcome.is_some_and(|outcome| list.contains(&outcome)))
            }
            Test::MixedDecisions => input.has_mixed_decisions(),
            Test::DueKnown => any(&|case| case.due.is_some()),
            Test::PauseCounts => any(&|case| input.pause_counts(case)),
            Test::Overdue => any(&|case| case.due.is_some_and(|due| due.due_on < input.dated_on)),
            Test::ReplyOverdue => any(&|case| case.reply_by_asked().is_some_and(|day| day < input.dated_on)),
            Test::Paused => any(&|case| case.due.is_none_or(|due| due.paused_days > 0)),
            Test::AddressKnown => has_address(input),
            Test::GroundsGiven => any(&|case| case.grounds_given),
            Test::DocumentsGiven => any(&|case| case.documents_given),
            Test::Attachments => !input.attachments.is_empty(),
            Test::IdentityConfirmed => matches!(input.identity, IdentityStatus::Confirmed { .. }),
            Test::Corrects => input.corrects.is_some(),
        };
        result != self.negated
    }
}

/// Whether there is a postal address that a letter may be sent to.
#[must_use]
pub fn has_address(input: &LetterInput) -> bool {
    let lines = match &input.representative {
        Some(representative) if input.to() != Recipient::Person => &representative.address_lines,
        Some(_) | None => &input.person.address_lines,
    };
    input.person.protection == Protection::None && !lines.is_empty()
}

fn values<T>(list: &str, from_id: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Trilingual> {
    list.split('|')
        .map(|id| {
            from_id(id.trim()).ok_or_else(|| {
                Trilingual::made(
                    format!("«{}» er ikke en kjent verdi.", id.trim()),
                    format!("«{}» er ikkje ein kjend verdi.", id.trim()),
                    format!("“{}” is no known value.", id.trim()),
                )
            })
        })
        .collect()
}
