//! Recording what became of an issued letter on its way.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::letter::LetterAnswer;
use crate::api::spoken::say;
use crate::casework::channel::{Recipient, SendChannel};
use crate::casework::request::{Arrival, DeliveryReport, DeliveryStep, IdentityShown, ReturnReason};

/// What became of a letter on its way.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LetterDelivery {
    pub letter: String,
    /// `returned`, `unopened`, `second-notice`, `sent-again` or `delivered`.
    pub what: String,
    pub on: String,
    /// `person`, `representant` or `virksomhet`; None is whoever it is addressed to.
    pub to: Option<String>,
    /// Why it came back.
    pub reason: Option<String>,
    /// How it was sent again.
    pub channel: Option<String>,
    /// What shows that it arrived.
    pub by: Option<String>,
    /// How it was settled who it was handed to.
    pub identity: Option<String>,
    pub if_version: Option<u32>,
}

impl Desk {
    /// Records what became of a letter on its way.
    ///
    /// # Errors
    /// [`Exit::NotFound`], [`Exit::RuleRefuses`] for what cannot have happened; nothing was changed.
    pub fn letter_delivery(&mut self, given: &LetterDelivery) -> Result<LetterAnswer, Failure> {
        let number = input::document(&given.letter)?;
        let (what, on, to) = input::together((
            step(given),
            input::date("on", &given.on),
            given.to.as_deref().map(|to| recipient("to", to)).transpose(),
        ))?;
        let mut workplace = self.workplace()?;
        let report = DeliveryReport { letter: number.sequence, to, on, what };
        let (opened, letter) = workplace.record_delivery(number, report, given.if_version)?;
        Ok(LetterAnswer::of(&opened, &letter, workplace.rules, workplace.today()))
    }
}

fn recipient(path: &str, text: &str) -> Result<Recipient, Failure> {
    input::choice(path, text, Recipient::from_id, &Recipient::ALL.map(Recipient::id))
}

/// What is said to have happened, with what belongs to it and nothing else.
fn step(given: &LetterDelivery) -> Result<DeliveryStep, Failure> {
    let [reason, channel, by, identity] =
        [&given.reason, &given.channel, &given.by, &given.identity].map(|word| word.as_deref().unwrap_or_default());
    let step = match given.what.as_str() {
        "returned" => DeliveryStep::Returned(input::choice(
            "reason",
            reason,
            ReturnReason::from_id,
            &ReturnReason::ALL.map(ReturnReason::id),
        )?),
        "unopened" => DeliveryStep::Unopened,
        "second-notice" => DeliveryStep::NoticedAgain,
        "sent-again" => DeliveryStep::SentAgain(input::choice(
            "channel",
            channel,
            SendChannel::from_id,
            &SendChannel::ALL.map(SendChannel::id),
        )?),
        "delivered" => DeliveryStep::Arrived(match by {
            "hentet" => Arrival::Collected,
            "apnet" => Arrival::Opened,
            "utlevert" => Arrival::HandedOver(input::choice(
                "identity",
                identity,
                IdentityShown::from_id,
                &IdentityShown::ALL.map(IdentityShown::id),
            )?),
            "kvittering" => Arrival::Receipt,
            _ => return Err(input::not_among("by", &Arrival::IDS)),
        }),
        _ => return Err(input::not_among("what", &DELIVERY_STEPS)),
    };
    let belongs = |path: &str| match step {
        DeliveryStep::Returned(_) => path == "reason",
        DeliveryStep::SentAgain(_) => path == "channel",
        DeliveryStep::Arrived(arrival) => path == "by" || (path == "identity" && arrival.identity().is_some()),
        DeliveryStep::Unopened | DeliveryStep::NoticedAgain => false,
    };
    let paths = [("reason", reason), ("channel", channel), ("by", by), ("identity", identity)];
    match paths.into_iter().find(|(path, word)| !word.is_empty() && !belongs(path)) {
        None => Ok(step),
        Some((path, _)) => {
            let message = say!(
                format!("Feltet «{path}» hører ikke til det som skal registreres. Ta det bort."),
                format!("Feltet «{path}» høyrer ikkje til det som skal registrerast. Ta det bort."),
                format!("The field “{path}” does not belong to what is to be recorded. Remove it."),
            );
            let field =
                FieldProblem { path: path.to_owned(), code: "does-not-belong".to_owned(), message: message.clone() };
            Err(Failure::new(Exit::NotWellFormed, "does-not-belong", message).with_fields(vec![field]))
        }
    }
}

/// What can be recorded of a letter.
pub const DELIVERY_STEPS: [&str; 5] = ["returned", "unopened", "second-notice", "sent-again", "delivered"];
