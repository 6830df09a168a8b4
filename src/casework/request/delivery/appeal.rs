//! From when a decision can be appealed against, as far as it is known when it arrived.

use chrono::NaiveDate;

use super::{Delivery, DeliveryStep};
use crate::casework::channel::SendChannel;
use crate::casework::ids::CaseLetter;
use crate::casework::letter::LetterKind;
use crate::casework::request::{LetterIssued, Request};

/// What the time of appeal is counted from. Sending a letter again moves nothing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AppealStart {
    /// The day that it was sent, since nobody has said when it arrived.
    Sent(NaiveDate),
    /// The day that it lay in the digital mailbox with notice of it sent, opened or not (eForvaltningsforskriften § 11).
    MadeAvailable(NaiveDate),
    /// The day that it is known to have arrived (forvaltningsloven § 29 first paragraph).
    Arrived(NaiveDate),
    /// Nothing: it came back. The time runs from when the person learned of the decision or ought to have
    /// (forvaltningsloven § 29 second paragraph), which the program does not know.
    NotArrived,
}

impl AppealStart {
    /// The day that is counted from; `None` where there is none.
    #[must_use]
    pub fn on(self) -> Option<NaiveDate> {
        match self {
            Self::Sent(on) | Self::MadeAvailable(on) | Self::Arrived(on) => Some(on),
            Self::NotArrived => None,
        }
    }
}

/// One sending of a letter, and how it ended.
#[derive(Clone, Copy)]
struct Sending {
    channel: SendChannel,
    sent_on: NaiveDate,
    returned: bool,
    arrived_on: Option<NaiveDate>,
}

impl Request {
    /// What the time to appeal against the last enkeltvedtak of a case is counted from; `None` where none was sent. Word to
    /// whoever acts for the person is word to the person (forvaltningsloven § 12).
    #[must_use]
    pub fn appeal_start(&self, case: CaseLetter) -> Option<AppealStart> {
        self.decision_letter(case).map(|letter| self.appeal_start_of(letter))
    }

    /// The last letter that told an enkeltvedtak of a case: a letter of its own, or one with answers to other claims as well.
    #[must_use]
    pub fn decision_letter(&self, case: CaseLetter) -> Option<&LetterIssued> {
        let state = self.case(case)?;
        let among_answers = state.decision.is_some() && state.is_individual_decision();
        let told = |letter: &&LetterIssued| {
            letter.kind == LetterKind::Section25Decision || (letter.kind == LetterKind::Answer && among_answers)
        };
        let letters = self.letters.iter().filter(|letter| letter.cases.contains(&case));
        letters.filter(told).max_by_key(|letter| letter.dated_on)
    }

    /// What the time to appeal is counted from, for a letter that told an enkeltvedtak.
    #[must_use]
    pub fn appeal_start_of(&self, letter: &LetterIssued) -> AppealStart {
        let mut assumed = None;
        for sending in self.sendings(letter).iter().filter(|sending| !sending.returned) {
            if sending.channel == SendChannel::DigitalMailbox {
                return assumed.unwrap_or(AppealStart::MadeAvailable(sending.sent_on));
            }
            if let Some(on) = sending.arrived_on {
                return AppealStart::Arrived(on);
            }
            assumed = assumed.or(Some(AppealStart::Sent(sending.sent_on)));
        }
        assumed.unwrap_or(AppealStart::NotArrived)
    }

    /// Every sending of a letter to its addressee, in order.
    fn sendings(&self, letter: &LetterIssued) -> Vec<Sending> {
        let sent = |channel, sent_on| Sending { channel, sent_on, returned: false, arrived_on: None };
        let to = self.addressee(letter);
        let mut last = sent(letter.channel, letter.dated_on);
        let mut sendings = Vec::new();
        let own = |delivery: &&Delivery| delivery.letter == letter.sequence && delivery.to == to;
        for delivery in self.deliveries.iter().filter(own) {
            match delivery.what {
                DeliveryStep::Returned(_) => (last.returned, last.arrived_on) = (true, None),
                DeliveryStep::Arrived(_) => (last.returned, last.arrived_on) = (false, Some(delivery.on)),
                DeliveryStep::SentAgain(channel) => {
                    sendings.push(std::mem::replace(&mut last, sent(channel, delivery.on)));
                }
                DeliveryStep::Unopened | DeliveryStep::NoticedAgain => {}
            }
        }
        sendings.push(last);
        sendings
    }
}
