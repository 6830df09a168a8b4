//! Recording what became of a letter: which steps follow which, and what each needs.

use chrono::NaiveDate;

use super::{Arrival, Delivery, DeliveryState, DeliveryStep, Standing, UNOPENED_DAYS};
use crate::casework::channel::{Reach, Recipient, SendChannel};
use crate::casework::letter::LetterKind;
use crate::casework::request::decide::Decision;
use crate::casework::request::event::{Event, LetterIssued};
use crate::casework::request::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use crate::casework::request::state::Request;
use crate::law::calendar::add_days;
use crate::wording::dates::long_date;
use crate::wording::{Language, Trilingual};

const NOTICE: &str = "eForvaltningsforskriften § 8 femte ledd";
const PROTECTED: &str = "Folkeregisterloven § 10-4";
const SAFE: &str = "Personvernforordningen art. 5 nr. 1 bokstav f og art. 32";

/// What is to be recorded of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryReport {
    /// The letter, by its sequence.
    pub letter: u32,
    /// To whom; `None` is its addressee.
    pub to: Option<Recipient>,
    /// On which day.
    pub on: NaiveDate,
    /// What happened.
    pub what: DeliveryStep,
}

impl Request {
    /// Records what became of a letter, also when its cases are closed: a letter comes back when it comes back. `reach` says
    /// how somebody can be reached now.
    ///
    /// # Errors
    /// Every rule that refuses: [`RefusalCode::NotRecipient`], [`RefusalCode::DateOrder`] for a day before it was sent or
    /// after today, [`RefusalCode::DeliveryDoesNotFit`] for what cannot happen by the channel, or now,
    /// [`RefusalCode::AlreadyRecorded`], and [`RefusalCode::UnsafeChannel`] and [`RefusalCode::Unreachable`] for a channel
    /// that it cannot be sent again by.
    pub fn record_delivery(
        &self,
        report: DeliveryReport,
        reach: impl Fn(Recipient) -> Reach,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let letter = self.letter(report.letter).ok_or_else(|| vec![not_recipient()])?;
        let to = report.to.unwrap_or_else(|| self.addressee(letter));
        let states = self.deliveries_of(letter);
        let state = states.iter().find(|state| state.to == to).ok_or_else(|| vec![not_recipient()])?;
        let mut refusals: Vec<Refusal> = against_day(state, report, today).into_iter().collect();
        refusals.extend(match report.what {
            DeliveryStep::Returned(reason) => {
                against_return(state).or_else(|| (!reason.fits(state.channel)).then(|| does_not_fit("reason", state)))
            }
            DeliveryStep::Unopened => against_notice(state, report).or_else(|| match state.standing {
                Standing::Unopened { .. } => {
                    Some(already(Trilingual::fixed(
                        "Det er alt registrert at brevet ligger uåpnet. Send andre varsel.",
                        "Det er alt registrert at brevet ligg uopna. Send andre varsel.",
                        "It is already recorded that the letter lies unopened. Send the second notice.",
                    )))
                }
                Standing::NoticedAgain { .. } => Some(already(
                    Trilingual::fixed(
                        "Andre varsel er alt sendt. Registrer at brevet er åpnet, eller send det på nytt i posten.",
                        "Andre varsel er alt sendt. Registrer at brevet er opna, eller send det på nytt i posten.",
                        "The second notice has already been sent. Record that the letter is opened, or send it again by post.",
                    ),
                )),
                Standing::Sent | Standing::Returned { .. } | Standing::Arrived { .. } => None,
            }),
            DeliveryStep::NoticedAgain => against_notice(state, report).or_else(|| match state.standing {
                Standing::NoticedAgain { .. } => {
                    Some(already(Trilingual::fixed(
                        "Andre varsel er alt sendt. Loven krever ikke flere. Vurder å sende brevet i posten.",
                        "Andre varsel er alt sendt. Lova krev ikkje fleire. Vurder å sende brevet i posten.",
                        "The second notice has already been sent. The law requires no more. Consider sending the letter by post.",
                    )))
                }
                Standing::Sent | Standing::Unopened { .. } | Standing::Returned { .. } | Standing::Arrived { .. } => {
                    None
                }
            }),
            DeliveryStep::SentAgain(channel) => self.against_sending(letter, state, channel, reach(to)),
            DeliveryStep::Arrived(by) => against_arrival(state, report.on, by),
        });
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let delivery = Delivery { letter: report.letter, to, on: report.on, what: report.what };
        Ok(Decision::of(vec![Event::LetterDelivery(delivery)]))
    }

    /// The channels that a letter can be sent again by, to somebody who can be reached so.
    #[must_use]
    pub fn channels_again(&self, letter: &LetterIssued, state: &DeliveryState, reach: Reach) -> Vec<SendChannel> {
        let open = |channel: &SendChannel| self.against_sending(letter, state, *channel, reach).is_none();
        SendChannel::ALL.into_iter().filter(open).collect()
    }

    /// The bytes are the same, so whatever the gate found of the channel when the letter was issued holds still: by e-mail it
    /// goes again only where it went by e-mail before.
    fn against_sending(
        &self,
        letter: &LetterIssued,
        state: &DeliveryState,
        channel: SendChannel,
        reach: Reach,
    ) -> Option<Refusal> {
        let field = Some("channel");
        if let Standing::Arrived { .. } = state.standing {
            let message = Trilingual::fixed(
                "Brevet er registrert som kommet frem. Trenger mottakeren det en gang til, hent det ut og gi det på nytt. Kom det likevel i retur, registrer det først.",
                "Brevet er registrert som kome fram. Treng mottakaren det ein gong til, hent det ut og gi det på nytt. Kom det likevel i retur, registrer det først.",
                "The letter is recorded as arrived. If the recipient needs it once more, take it out and give it again. If it came back after all, record that first.",
            );
            return Some(refusal(RefusalCode::DeliveryDoesNotFit, None, message, OWN_RULE));
        }
        if self.registered.protection.is_protected() && channel != SendChannel::HandedOver {
            let message = Trilingual::fixed(
                "Personen har fortrolig adresse. Brevet kan bare utleveres etter avtale.",
                "Personen har fortruleg adresse. Brevet kan berre utleverast etter avtale.",
                "The person has a confidential address. The letter can only be handed over by agreement.",
            );
            return Some(refusal(RefusalCode::UnsafeChannel, field, message, PROTECTED));
        }
        if channel == SendChannel::Email && state.channel != SendChannel::Email {
            let message = Trilingual::fixed(
                "Brevet ble ikke laget for e-post, og teksten kan røpe hva saken gjelder. Velg en annen måte.",
                "Brevet blei ikkje laga for e-post, og teksten kan røpe kva saka gjeld. Vel ein annan måte.",
                "The letter was not made for email, and its text can give away what the case is about. Choose another way.",
            );
            return Some(refusal(RefusalCode::UnsafeChannel, field, message, SAFE));
        }
        let by_less = match channel {
            SendChannel::Letter | SendChannel::DigitalMailbox | SendChannel::Email => true,
            SendChannel::RegisteredPost | SendChannel::HandedOver => false,
        };
        if by_less && letter.kind.tells_outcome() && self.demands_registered(letter) {
            let message = Trilingual::fixed(
                "Svaret skal sendes rekommandert, eller utleveres. Velg en av dem.",
                "Svaret skal sendast rekommandert, eller utleverast. Vel ein av dei.",
                "The answer is to be sent by registered post, or handed over. Choose one of them.",
            );
            return Some(refusal(
                RefusalCode::UnsafeChannel,
                field,
                message,
                "Personvernerklæringen for Fristbruddportalen",
            ));
        }
        if letter.kind == LetterKind::Forwarding && channel == SendChannel::DigitalMailbox {
            let message = Trilingual::fixed(
                "Digital postkasse er for personer. Brevet går til en virksomhet.",
                "Digital postkasse er for personar. Brevet går til ei verksemd.",
                "A digital mailbox is for individuals. The letter goes to an organisation.",
            );
            return Some(refusal(RefusalCode::UnsafeChannel, field, message, NOTICE));
        }
        (!reach.by(channel)).then(|| {
            let message = match channel {
                SendChannel::Letter | SendChannel::RegisteredPost => {
                    Trilingual::fixed(
                        "Vi har ingen postadresse til mottakeren. Legg inn adressen i saken først.",
                        "Vi har inga postadresse til mottakaren. Legg inn adressa i saka først.",
                        "We have no postal address for the recipient. Enter the address in the case first.",
                    )
                }
                SendChannel::DigitalMailbox => {
                    Trilingual::fixed(
                        "Vi har ikke fødselsnummeret til mottakeren, og digital postkasse krever det. Velg en annen måte.",
                        "Vi har ikkje fødselsnummeret til mottakaren, og digital postkasse krev det. Vel ein annan måte.",
                        "We do not have the recipient’s national identity number, and a digital mailbox requires it. Choose another way.",
                    )
                }
                SendChannel::Email => Trilingual::fixed(
                    "Vi har ingen e-postadresse til mottakeren. Legg den inn i saken først.",
                    "Vi har inga e-postadresse til mottakaren. Legg ho inn i saka først.",
                    "We have no email address for the recipient. Enter it in the case first.",
                ),
                SendChannel::HandedOver => Trilingual::fixed(
                    "Brevet kan ikke utleveres. Velg en annen måte.",
                    "Brevet kan ikkje utleverast. Vel ein annan måte.",
                    "The letter cannot be handed over. Choose another way.",
                ),
            };
            refusal(RefusalCode::Unreachable, field, message, OWN_RULE)
        })
    }

    /// Whether the answer to any of the letter's cases is to go by registered post.
    fn demands_registered(&self, letter: &LetterIssued) -> bool {
        letter.cases.iter().filter_map(|case| self.case(*case)).any(|case| case.answer_registered())
    }
}

fn not_recipient() -> Refusal {
    let message = Trilingual::fixed(
        "Brevet er ikke sendt til denne mottakeren. Velg en av dem som fikk det.",
        "Brevet er ikkje sendt til denne mottakaren. Vel ein av dei som fekk det.",
        "The letter was not sent to this recipient. Choose one of those who got it.",
    );
    refusal(RefusalCode::NotRecipient, Some("to"), message, OWN_RULE)
}

fn already(message: Trilingual) -> Refusal {
    refusal(RefusalCode::AlreadyRecorded, None, message, OWN_RULE)
}

fn does_not_fit(field: &str, state: &DeliveryState) -> Refusal {
    let sent = match state.channel {
        SendChannel::Letter => Trilingual::fixed("som brev på papir", "som brev på papir", "as a letter on paper"),
        SendChannel::Email => Trilingual::fixed("på e-post", "på e-post", "by email"),
        SendChannel::DigitalMailbox => {
            Trilingual::fixed("til digital postkasse", "til digital postkasse", "to a digital mailbox")
        }
        SendChannel::RegisteredPost => Trilingual::fixed("rekommandert", "rekommandert", "by registered post"),
        SendChannel::HandedOver => Trilingual::fixed(
            "for å utleveres etter avtale",
            "for å bli utlevert etter avtale",
            "to be handed over by agreement",
        ),
    };
    let message = Trilingual::made(
        format!("Brevet ble sendt {}, og da passer ikke dette. Velg noe annet.", sent.nb),
        format!("Brevet blei sendt {}, og då passar ikkje dette. Vel noko anna.", sent.nn),
        format!("The letter was sent {}, and then this does not fit. Choose something else.", sent.en),
    );
    refusal(RefusalCode::DeliveryDoesNotFit, Some(field), message, OWN_RULE)
}

/// Nothing happens to a letter before it is sent, before what was last known of it, or in days to come. When it arrived may
/// be known later than that it lay unopened.
fn against_day(state: &DeliveryState, report: DeliveryReport, today: NaiveDate) -> Option<Refusal> {
    let since = match report.what {
        DeliveryStep::Arrived(_) => state.sent_on,
        DeliveryStep::Returned(_)
        | DeliveryStep::Unopened
        | DeliveryStep::NoticedAgain
        | DeliveryStep::SentAgain(_) => state.last_on(),
    };
    (report.on < since || report.on > today).then(|| {
        let message = if report.on > today {
            Trilingual::fixed(
                "Dagen er etter i dag. Skriv dagen det skjedde.",
                "Dagen er etter i dag. Skriv dagen det hende.",
                "The day is later than today. Write the day it happened.",
            )
        } else {
            let day = |language| long_date(since, language);
            Trilingual::made(
                format!(
                    "Dagen er før det siste som er registrert om brevet, {}. Skriv en dag fra og med da.",
                    day(Language::Nb)
                ),
                format!(
                    "Dagen er før det siste som er registrert om brevet, {}. Skriv ein dag frå og med då.",
                    day(Language::Nn)
                ),
                format!(
                    "The day is before what was last recorded of the letter, on {}. Write that day or a later one.",
                    day(Language::En)
                ),
            )
        };
        refusal(RefusalCode::DateOrder, Some("on"), message, OWN_RULE)
    })
}

fn against_return(state: &DeliveryState) -> Option<Refusal> {
    match state.standing {
        Standing::Returned { .. } => Some(already(Trilingual::fixed(
            "Det er alt registrert at brevet kom i retur. Sjekk adressen, og send det på nytt.",
            "Det er alt registrert at brevet kom i retur. Sjekk adressa, og send det på nytt.",
            "It is already recorded that the letter came back. Check the address, and send it again.",
        ))),
        Standing::Sent | Standing::Unopened { .. } | Standing::NoticedAgain { .. } | Standing::Arrived { .. } => None,
    }
}

/// A second notice is for what lies unopened in a digital mailbox when the week is over.
fn against_notice(state: &DeliveryState, report: DeliveryReport) -> Option<Refusal> {
    if state.channel != SendChannel::DigitalMailbox {
        let message = Trilingual::fixed(
            "Brevet ligger ikke i en digital postkasse, så det kan ikke sees om det er åpnet. Registrer retur eller mottak i stedet.",
            "Brevet ligg ikkje i ei digital postkasse, så det går ikkje fram om det er opna. Registrer retur eller mottak i staden.",
            "The letter is not in a digital mailbox, so it cannot be seen whether it is opened. Record that it came back or arrived instead.",
        );
        return Some(refusal(RefusalCode::DeliveryDoesNotFit, None, message, NOTICE));
    }
    match state.standing {
        Standing::Arrived { .. } => {
            let message = Trilingual::fixed(
                "Brevet er registrert som åpnet. Da trengs ikke noe varsel.",
                "Brevet er registrert som opna. Då trengst ikkje noko varsel.",
                "The letter is recorded as opened. No notice is needed then.",
            );
            Some(refusal(RefusalCode::DeliveryDoesNotFit, None, message, NOTICE))
        }
        Standing::Returned { .. } => {
            let message = Trilingual::fixed(
                "Brevet kom i retur. Send det på nytt på en annen måte.",
                "Brevet kom i retur. Send det på nytt på ein annan måte.",
                "The letter came back. Send it again in another way.",
            );
            Some(refusal(RefusalCode::DeliveryDoesNotFit, None, message, NOTICE))
        }
        Standing::Sent | Standing::Unopened { .. } | Standing::NoticedAgain { .. } => {
            let from_on = add_days(state.sent_on, UNOPENED_DAYS);
            (report.on < from_on).then(|| {
                let day = |language| long_date(from_on, language);
                let message = Trilingual::made(
                    format!("Mottakeren har én uke på seg til å åpne brevet. Vent til {}.", day(Language::Nb)),
                    format!("Mottakaren har éi veke på seg til å opne brevet. Vent til {}.", day(Language::Nn)),
                    format!("The recipient has one week to open the letter. Wait until {}.", day(Language::En)),
                );
                refusal(RefusalCode::DateOrder, Some("on"), message, NOTICE)
            })
        }
    }
}

fn against_arrival(state: &DeliveryState, on: NaiveDate, by: Arrival) -> Option<Refusal> {
    if !by.fits(state.channel) {
        return Some(does_not_fit("by", state));
    }
    match state.standing {
        Standing::Returned { .. } => {
            let message = Trilingual::fixed(
                "Brevet kom i retur. Registrer at det er sendt på nytt, før du registrerer at det kom frem.",
                "Brevet kom i retur. Registrer at det er sendt på nytt, før du registrerer at det kom fram.",
                "The letter came back. Record that it was sent again before you record that it arrived.",
            );
            Some(refusal(RefusalCode::DeliveryDoesNotFit, None, message, OWN_RULE))
        }
        Standing::Arrived { on: known_on, by: known_by } if (known_on, known_by) == (on, by) => {
            Some(already(Trilingual::fixed(
                "Det er alt registrert at brevet kom frem da.",
                "Det er alt registrert at brevet kom fram då.",
                "It is already recorded that the letter arrived then.",
            )))
        }
        Standing::Sent | Standing::Unopened { .. } | Standing::NoticedAgain { .. } | Standing::Arrived { .. } => None,
    }
}
