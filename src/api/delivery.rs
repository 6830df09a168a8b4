//! What became of a letter on its way, as the desk shows it, and what can be recorded of it now.

use chrono::{NaiveDate, SecondsFormat};
use serde::Serialize;
use ts_rs::TS;

use super::labels;
use super::spoken::{say, spoken};
use crate::casework::channel::{Recipient, SendChannel};
use crate::casework::letter::kind::Addressee;
use crate::casework::letter::words::capacity;
use crate::casework::request::{
    Arrival, Delivery, DeliveryReport, DeliveryState, DeliveryStep, Event, IdentityShown, LetterIssued, ReturnReason,
    Standing,
};
use crate::usecase::{Opened, Rules};
use crate::wording::Trilingual;

/// A value that can be chosen.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ChoiceAnswer {
    pub id: String,
    pub label: String,
}

/// Something that can be recorded of a letter now.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct DeliveryAction {
    /// `returned`, `unopened`, `second-notice`, `sent-again` or `delivered`.
    pub id: String,
    pub label: String,
    /// Whether it is what to do next.
    pub proposed: bool,
    /// Why it came back, how it is sent again, or what shows that it arrived; none where there is nothing to choose.
    pub choices: Vec<ChoiceAnswer>,
}

/// Somebody who gets a letter, and where it stands on its way to them.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LetterRecipient {
    /// `person`, `representant` or `virksomhet`.
    pub to: String,
    /// The capacity in words; names nobody.
    pub label: String,
    /// Whether it is the copy.
    pub copy: bool,
    pub channel: String,
    pub channel_label: String,
    /// When it was sent last.
    pub sent_on: String,
    /// `sent`, `returned`, `unopened`, `second-notice` or `delivered`.
    pub standing: String,
    pub standing_label: String,
    /// When that was; None while nothing is known since it was sent.
    pub standing_on: Option<String>,
    /// From when a second notice is to be sent, while nobody has said that the letter was opened.
    pub second_notice_from_on: Option<String>,
    pub actions: Vec<DeliveryAction>,
}

/// Something that happened to a letter on its way.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct DeliveryAnswer {
    /// `returned`, `unopened`, `second-notice`, `sent-again` or `delivered`.
    pub what: String,
    pub to: String,
    pub on: String,
    /// Why it came back.
    pub reason: Option<String>,
    /// How it was sent again.
    pub channel: Option<String>,
    /// What shows that it arrived.
    pub by: Option<String>,
    /// How it was settled who took it.
    pub identity: Option<String>,
    pub text: String,
    /// When it was recorded, and by whom.
    pub at: String,
    pub actor: String,
}

/// Everybody who gets a letter, its addressee first.
#[must_use]
pub fn recipients(opened: &Opened, letter: &LetterIssued, rules: &Rules, today: NaiveDate) -> Vec<LetterRecipient> {
    let states = opened.request.deliveries_of(letter);
    states.iter().map(|state| recipient(opened, letter, state, rules, today)).collect()
}

fn recipient(
    opened: &Opened,
    letter: &LetterIssued,
    state: &DeliveryState,
    rules: &Rules,
    today: NaiveDate,
) -> LetterRecipient {
    LetterRecipient {
        to: state.to.id().to_owned(),
        label: recipient_label(opened, letter, state.to, rules),
        copy: state.copy,
        channel: state.channel.id().to_owned(),
        channel_label: labels::send_channel(state.channel),
        sent_on: state.sent_on.to_string(),
        standing: state.standing.id().to_owned(),
        standing_label: nb(&state.standing.label()),
        standing_on: standing_on(state.standing).map(|day| day.to_string()),
        second_notice_from_on: state.second_notice_from_on().map(|day| day.to_string()),
        actions: actions(opened, letter, state, today),
    }
}

/// In which capacity somebody gets the letter.
fn recipient_label(opened: &Opened, letter: &LetterIssued, to: Recipient, rules: &Rules) -> String {
    match (to, opened.representative()) {
        (Recipient::Representative, Some(acting)) => nb(&capacity(acting.kind)),
        (Recipient::Body, _) => match letter.kind.addressee() {
            Addressee::Responsible => {
                let cases = letter.cases.iter().filter_map(|case| opened.request.case(*case));
                let body = cases.filter_map(|case| case.forwarded_to.as_ref()).next();
                body.map_or_else(|| nb(&to.label()), |body| rules.catalogue.body_name(body, spoken()).to_owned())
            }
            Addressee::Recipient => {
                say!("Den som har fått opplysningene", "Den som har fått opplysningane", "Whoever was given the data")
                    .to_owned()
            }
            Addressee::AppealBody => "Klageinstansen".to_owned(),
            Addressee::NationalArchives => "Nasjonalarkivet".to_owned(),
            Addressee::Person => nb(&to.label()),
        },
        (Recipient::Person | Recipient::Representative, _) => nb(&to.label()),
    }
}

fn standing_on(standing: Standing) -> Option<NaiveDate> {
    match standing {
        Standing::Sent => None,
        Standing::Returned { on, .. }
        | Standing::Unopened { on }
        | Standing::NoticedAgain { on }
        | Standing::Arrived { on, .. } => Some(on),
    }
}

/// What can be recorded today, in the order in which it is looked for.
fn actions(opened: &Opened, letter: &LetterIssued, state: &DeliveryState, today: NaiveDate) -> Vec<DeliveryAction> {
    let allowed = |what: DeliveryStep| {
        let report = DeliveryReport { letter: letter.sequence, to: Some(state.to), on: today, what };
        opened.request.record_delivery(report, |to| opened.reach(to), today).is_ok()
    };
    let returned = state.returned_on().is_some();
    let notice = state.second_notice_from_on().is_some_and(|from_on| from_on <= today);
    let among = |id: &str, label: Trilingual, proposed: bool, choices: Vec<ChoiceAnswer>| {
        (!choices.is_empty()).then(|| DeliveryAction { id: id.to_owned(), label: nb(&label), proposed, choices })
    };
    let plain = |what: DeliveryStep, label: Trilingual, proposed: bool| {
        let action = DeliveryAction { id: what.id().to_owned(), label: nb(&label), proposed, choices: Vec::new() };
        allowed(what).then_some(action)
    };
    let ways = [Arrival::Collected, Arrival::Opened, Arrival::HandedOver(IdentityShown::Document), Arrival::Receipt];
    let arrived = ways.into_iter().filter(|by| allowed(DeliveryStep::Arrived(*by)));
    let reasons = ReturnReason::ALL.into_iter().filter(|reason| allowed(DeliveryStep::Returned(*reason)));
    let channels = SendChannel::ALL.into_iter().filter(|channel| allowed(DeliveryStep::SentAgain(*channel)));
    [
        among(
            "delivered",
            Trilingual::fixed("Kom frem", "Kom fram", "Arrived"),
            false,
            arrived.map(|by| choice(by.id(), &by.label())).collect(),
        ),
        among(
            "returned",
            Trilingual::fixed("Kom i retur", "Kom i retur", "Came back"),
            false,
            reasons.map(|reason| choice(reason.id(), &reason.label())).collect(),
        ),
        plain(DeliveryStep::Unopened, Trilingual::fixed("Ikke åpnet", "Ikkje opna", "Not opened"), false),
        plain(
            DeliveryStep::NoticedAgain,
            Trilingual::fixed(
                say!("Andre varsel", "Andre varsel", "Second notice"),
                say!("Andre varsel", "Andre varsel", "Second notice"),
                "Second notice",
            ),
            notice,
        ),
        among(
            "sent-again",
            Trilingual::fixed("Sendt på nytt", "Sendt på nytt", "Sent again"),
            returned,
            channels.map(|channel| choice(channel.id(), &channel.label())).collect(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The ways in which it is settled who a letter is handed to.
#[must_use]
pub fn identities() -> Vec<ChoiceAnswer> {
    IdentityShown::ALL.into_iter().map(|shown| choice(shown.id(), &shown.label())).collect()
}

fn choice(id: &str, label: &Trilingual) -> ChoiceAnswer {
    ChoiceAnswer { id: id.to_owned(), label: nb(label) }
}

/// What happened to a letter, oldest first.
#[must_use]
pub fn deliveries(opened: &Opened, letter: &LetterIssued) -> Vec<DeliveryAnswer> {
    let of_letter = |event: &Event| {
        let Event::LetterDelivery(delivery) = event else { return None };
        (delivery.letter == letter.sequence).then_some(*delivery)
    };
    opened
        .log
        .iter()
        .filter_map(|recorded| Some((recorded, of_letter(&recorded.event)?)))
        .map(|(recorded, delivery)| DeliveryAnswer {
            what: delivery.what.id().to_owned(),
            to: delivery.to.id().to_owned(),
            on: delivery.on.to_string(),
            reason: reason(&delivery).map(|reason| reason.id().to_owned()),
            channel: channel(&delivery).map(|channel| channel.id().to_owned()),
            by: arrival(&delivery).map(|by| by.id().to_owned()),
            identity: arrival(&delivery).and_then(Arrival::identity).map(|shown| shown.id().to_owned()),
            text: nb(&delivery.told(&Trilingual::fixed("Brevet", "Brevet", "The letter"))),
            at: recorded.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            actor: recorded.actor.clone(),
        })
        .collect()
}

fn reason(delivery: &Delivery) -> Option<ReturnReason> {
    match delivery.what {
        DeliveryStep::Returned(reason) => Some(reason),
        DeliveryStep::Unopened | DeliveryStep::NoticedAgain | DeliveryStep::SentAgain(_) | DeliveryStep::Arrived(_) => {
            None
        }
    }
}

fn channel(delivery: &Delivery) -> Option<SendChannel> {
    match delivery.what {
        DeliveryStep::SentAgain(channel) => Some(channel),
        DeliveryStep::Returned(_) | DeliveryStep::Unopened | DeliveryStep::NoticedAgain | DeliveryStep::Arrived(_) => {
            None
        }
    }
}

fn arrival(delivery: &Delivery) -> Option<Arrival> {
    match delivery.what {
        DeliveryStep::Arrived(by) => Some(by),
        DeliveryStep::Returned(_)
        | DeliveryStep::Unopened
        | DeliveryStep::NoticedAgain
        | DeliveryStep::SentAgain(_) => None,
    }
}

fn nb(text: &Trilingual) -> String {
    text.get(spoken()).to_owned()
}
