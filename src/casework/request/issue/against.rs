//! Why a letter of some kind does not belong to a case as it stands.

use chrono::NaiveDate;

use super::super::course::finished;
use super::super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::super::state::{Case, Phase, Request};
use crate::casework::ids::CaseLetter;
use crate::casework::letter::LetterKind;
use crate::law::calendar::is_near;
use crate::law::deadline::PauseGround;
use crate::law::rights::{Mode, Outcome, Right, Track};
use crate::wording::dates::long_date;
use crate::wording::{Language, Trilingual};

impl Request {
    pub(super) fn against_case(
        &self,
        kind: LetterKind,
        state: &Case,
        agreed: bool,
        today: NaiveDate,
    ) -> Option<Refusal> {
        let unanswered = || kind.follows_answer() && self.answer(state.opened.case).is_none();
        let not_answered = || {
            unanswered().then(|| {
                refusal(
                    RefusalCode::NotAnswered,
                    None,
                    Trilingual::fixed(
                        "Svaret er ikke sendt. Brevet hører til etter at det er det.",
                        "Svaret er ikkje sendt. Brevet høyrer til etter at det er det.",
                        "The answer has not been sent. The letter belongs after it has.",
                    ),
                    "Personvernforordningen art. 12 nr. 3 og 4",
                )
            })
        };
        against_phase(kind, state).or_else(not_answered).or_else(|| match kind {
            LetterKind::Acknowledgement => self.sent(kind, state.opened.case).then(|| {
                finished(Trilingual::fixed(
                    "Bekreftelsen er allerede sendt. Er noe feil i den, rett brevet på fanen Brev.",
                    "Stadfestinga er alt send. Er noko feil i ho, rett brevet på fana Brev.",
                    "The acknowledgement has already been sent. If something in it is wrong, correct the letter on the Letters tab.",
                ))
            }),
            LetterKind::IdentityRequest | LetterKind::ClarificationRequest | LetterKind::Section25GroundsRequest => {
                against_question(kind, state)
            }
            LetterKind::Reminder => against_reminder(state, today),
            LetterKind::ExtensionNotice => self.against_issuing_notice(state, today),
            LetterKind::Forwarding => self.against_forwarding(state, agreed),
            LetterKind::DelayNotice => self.against_delay(state, today),
            LetterKind::InterimReply => against_interim_reply(state),
            LetterKind::ForwardingNotice => self.against_notice_of_forwarding(state),
            LetterKind::Referral => self.against_referral(state),
            LetterKind::KassasjonOpinion => self.against_application(state),
            LetterKind::RecipientsNotice => {
                let changes = |outcome: Outcome| outcome.is_told_to_recipients(state.opened.right);
                (!state.outcome().is_some_and(changes)).then(|| {
                    refusal(
                        RefusalCode::OutcomeDoesNotFit,
                        None,
                        Trilingual::fixed(
                            "Saken endte ikke med at opplysninger ble rettet, slettet, sperret eller begrenset. Da er det ikke noe å si fra om.",
                            "Saka enda ikkje med at opplysningar blei retta, sletta, sperra eller avgrensa. Då er det ikkje noko å seie frå om.",
                            "The case did not end in data being rectified, erased, blocked or restricted, so there is nothing to tell.",
                        ),
                        "Personvernforordningen art. 19",
                    )
                })
            }
            LetterKind::RestrictionLiftNotice => {
                let restricts = |outcome: Outcome| outcome.restricts(state.opened.right);
                (!state.outcome().is_some_and(restricts)).then(|| {
                    refusal(
                        RefusalCode::OutcomeDoesNotFit,
                        None,
                        Trilingual::fixed(
                            "Bruken av opplysningene er ikke begrenset i denne saken. Velg saken der begrensningen ble gitt.",
                            "Bruken av opplysningane er ikkje avgrensa i denne saka. Vel saka der avgrensinga blei gitt.",
                            "The use of the data is not restricted in this case. Choose the case in which the restriction was granted.",
                        ),
                        "Personvernforordningen art. 18 nr. 3",
                    )
                })
            }
            LetterKind::ComplaintForwarding => self.against_sending_complaint(state),
            LetterKind::Section25Decision | LetterKind::Answer | LetterKind::AccessAnswer => {
                state.decision.is_none().then(|| {
                    refusal(
                        RefusalCode::NotDecided,
                        None,
                        Trilingual::fixed(
                            "Saken er ikke avgjort. Avgjør saken før du sender svaret.",
                            "Saka er ikkje avgjord. Avgjer saka før du sender svaret.",
                            "The case is not decided. Decide the case before you send the answer.",
                        ),
                        "Forvaltningsloven §§ 23 og 24",
                    )
                })
            }
        })
    }

    /// An application for destruction goes to Nasjonalarkivet once, and before the person is told so.
    fn against_application(&self, state: &Case) -> Option<Refusal> {
        const SOURCE: &str = "Arkivforskrifta § 44";
        if state.opened.right != Right::Kassasjon || state.opened.route.track == Track::Forward {
            return Some(refusal(
                RefusalCode::TrackDoesNotFit,
                None,
                Trilingual::fixed(
                    "Brevet hører til søknader om kassasjon som er undersøkt her. Velg en annen type brev.",
                    "Brevet høyrer til søknader om kassasjon som er undersøkte her. Vel ein annan type brev.",
                    "The letter is for applications for destruction that were looked into here. Choose another kind of letter.",
                ),
                SOURCE,
            ));
        }
        if state.outcome().is_some_and(|outcome| outcome != Outcome::Forwarded) {
            return Some(refusal(
                RefusalCode::OutcomeDoesNotFit,
                None,
                Trilingual::fixed(
                    "Saken er avgjort her, og skal ikke til Nasjonalarkivet. Avgjør den på nytt hvis søknaden skal dit.",
                    "Saka er avgjord her, og skal ikkje til Nasjonalarkivet. Avgjer ho på nytt dersom søknaden skal dit.",
                    "The case is decided here and is not to go to Nasjonalarkivet. Decide it again if the application is to go there.",
                ),
                SOURCE,
            ));
        }
        self.sent(LetterKind::KassasjonOpinion, state.opened.case).then(|| {
            finished(Trilingual::fixed(
                "Søknaden er allerede sendt til Nasjonalarkivet. Send svaret til personen.",
                "Søknaden er alt send til Nasjonalarkivet. Send svaret til personen.",
                "The application has already been sent to Nasjonalarkivet. Send the answer to the person.",
            ))
        })
    }

    /// A delay is told when the last day has passed or is near; while the clock stands still nothing is late.
    fn against_delay(&self, state: &Case, today: NaiveDate) -> Option<Refusal> {
        let due_on = self.deadline(state, today).due_on;
        let late = due_on.is_some_and(|due_on| is_near(due_on, today));
        (!late).then(|| {
            let message = match due_on {
                Some(due_on) => Trilingual::made(
                    format!("Saken er ikke forsinket. Siste dag for svaret er {}. Svar innen da, eller foreslå lengre frist.", long_date(due_on, Language::Nb)),
                    format!("Saka er ikkje forseinka. Siste dag for svaret er {}. Svar innan då, eller foreslå lengre frist.", long_date(due_on, Language::Nn)),
                    format!("The case is not delayed. The last day for the answer is {}. Answer by then, or propose an extension.", long_date(due_on, Language::En)),
                ),
                None => Trilingual::fixed(
                    "Saken venter på svar fra personen, og fristen går ikke. Registrer svaret når det kommer, eller send en påminnelse.",
                    "Saka ventar på svar frå personen, og fristen går ikkje. Registrer svaret når det kjem, eller send ei påminning.",
                    "The case is waiting for a reply from the person, and the clock stands still. Record the reply when it comes, or send a reminder.",
                ),
            };
            refusal(RefusalCode::NotLate, None, message, "Personvernforordningen art. 12 nr. 3 og 4")
        })
    }

    /// Once the claim has been sent on, the person is told so; where it was not to be, they are referred instead.
    fn against_notice_of_forwarding(&self, state: &Case) -> Option<Refusal> {
        let case = state.opened.case;
        if state.opened.route.mode == Some(Mode::Refer) && !self.sent(LetterKind::Forwarding, case) {
            return Some(refusal(
                RefusalCode::NotForwarded,
                None,
                Trilingual::fixed(
                    "Kravet er ikke sendt videre, for personen må selv gå til den som er ansvarlig. Send henvisningen.",
                    "Kravet er ikkje sendt vidare, for personen må sjølv gå til den som er ansvarleg. Send tilvisinga.",
                    "The claim was not forwarded, since the person must go to the responsible body themselves. Send the referral.",
                ),
                "Forvaltningsloven §§ 11 fjerde ledd og 13",
            ));
        }
        let told = self.last_sent(LetterKind::ForwardingNotice, case);
        (state.phase == Phase::Forwarded { told: true } && self.last_sent(LetterKind::Forwarding, case) <= told).then(
            || {
                finished(Trilingual::fixed(
                    "Personen har allerede fått vite hvem som er ansvarlig. Avslutt saken.",
                    "Personen har alt fått vite kven som er ansvarleg. Avslutt saka.",
                    "The person has already been told who is responsible. Close the case.",
                ))
            },
        )
    }

    /// The person is referred to a body that nothing was sent to.
    fn against_referral(&self, state: &Case) -> Option<Refusal> {
        match state.opened.route.mode {
            Some(Mode::Transfer | Mode::Assist) | None => Some(refusal(
                RefusalCode::TrackDoesNotFit,
                None,
                Trilingual::fixed(
                    "Kravet skal sendes videre herfra. Send oversendelsen, og så melding til personen om hvem som er ansvarlig.",
                    "Kravet skal sendast vidare herifrå. Send oversendinga, og så melding til personen om kven som er ansvarleg.",
                    "The claim is to be forwarded from here. Send it to the responsible body, and then the person a notice of who is responsible.",
                ),
                "Forvaltningslovforskriften § 4",
            )),
            Some(Mode::Refer) if self.sent(LetterKind::Forwarding, state.opened.case) => {
                Some(finished(Trilingual::fixed(
                    "Kravet er sendt til den som er ansvarlig. Send melding til personen om det.",
                    "Kravet er sendt til den som er ansvarleg. Send melding til personen om det.",
                    "The claim has been sent to the responsible body. Send the person a notice of it.",
                )))
            }
            Some(Mode::Refer) => (state.phase == Phase::Forwarded { told: true }).then(|| {
                finished(Trilingual::fixed(
                    "Personen har allerede fått vite hvem som er ansvarlig. Avslutt saken.",
                    "Personen har alt fått vite kven som er ansvarleg. Avslutt saka.",
                    "The person has already been told who is responsible. Close the case.",
                ))
            }),
        }
    }

    /// A body that the person must go to by themselves gets nothing from this office without the person's consent.
    fn against_forwarding(&self, state: &Case, agreed: bool) -> Option<Refusal> {
        match state.opened.route.mode {
            Some(Mode::Refer) if !agreed => Some(refusal(
                RefusalCode::ConsentNeeded,
                None,
                Trilingual::fixed(
                    "Kravet kan ikke sendes til denne virksomheten uten samtykke fra personen. Send bare henvisningen til personen, eller fyll inn datoen for samtykket.",
                    "Kravet kan ikkje sendast til denne verksemda utan samtykke frå personen. Send berre tilvisinga til personen, eller fyll inn datoen for samtykket.",
                    "The claim cannot be sent to this organisation without the person’s consent. Send only the referral to the person, or fill in the date of the consent.",
                ),
                "Forvaltningsloven § 13",
            )),
            Some(Mode::Transfer | Mode::Assist | Mode::Refer) | None => {
                self.sent(LetterKind::Forwarding, state.opened.case).then(|| {
                    finished(Trilingual::fixed(
                        "Kravet er allerede sendt over. Send melding til personen om det.",
                        "Kravet er alt sendt over. Send melding til personen om det.",
                        "The claim has already been forwarded. Send the person a notice of it.",
                    ))
                })
            }
        }
    }

    pub(super) fn against_several_bodies(&self, cases: &[CaseLetter]) -> Option<Refusal> {
        let mut bodies: Vec<_> = cases.iter().filter_map(|case| self.case(*case)?.forwarded_to.as_ref()).collect();
        bodies.sort_unstable();
        bodies.dedup();
        (bodies.len() > 1).then(|| {
            refusal(
                RefusalCode::TrackDoesNotFit,
                None,
                Trilingual::fixed(
                    "Sakene skal til ulike virksomheter. Skriv ett brev til hver.",
                    "Sakene skal til ulike verksemder. Skriv eitt brev til kvar.",
                    "The cases go to different organisations. Write one letter to each.",
                ),
                "Forvaltningsloven § 13; forvaltningslovforskriften § 4",
            )
        })
    }
}

/// Which letters belong to where a case stands.
fn against_phase(kind: LetterKind, state: &Case) -> Option<Refusal> {
    let passing_on = kind == LetterKind::Forwarding || kind.tells_who_answers();
    match state.phase {
        Phase::Open | Phase::Decided if passing_on => Some(refusal(
            RefusalCode::NotForwarded,
            None,
            Trilingual::fixed(
                "Saken er ikke sendt videre. Brevet hører til etter at den er det.",
                "Saka er ikkje send vidare. Brevet høyrer til etter at ho er det.",
                "The case has not been forwarded. The letter belongs after it has.",
            ),
            "Forvaltningsloven § 11 fjerde ledd; forvaltningslovforskriften § 4",
        )),
        Phase::Answered | Phase::Closed if kind.follows_answer() => None,
        Phase::Open | Phase::Decided | Phase::Closed => None,
        Phase::Answered if kind == LetterKind::Acknowledgement => None,
        Phase::Answered => Some(finished(Trilingual::fixed(
            "Svaret er allerede sendt. Avslutt saken, eller skriv et notat.",
            "Svaret er alt sendt. Avslutt saka, eller skriv eit notat.",
            "The answer has already been sent. Close the case, or write a note.",
        ))),
        Phase::Forwarded { .. } if passing_on || kind == LetterKind::Acknowledgement => None,
        Phase::Forwarded { .. } => Some(finished(Trilingual::fixed(
            "Saken er sendt videre. Send melding til personen om hvem som er ansvarlig.",
            "Saka er send vidare. Send melding til personen om kven som er ansvarleg.",
            "The case has been forwarded. Send the person a notice of who is responsible.",
        ))),
        Phase::Withdrawn => Some(finished(Trilingual::fixed(
            "Kravet er trukket. Avslutt saken, eller skriv et notat.",
            "Kravet er trekt. Avslutt saka, eller skriv eit notat.",
            "The claim has been withdrawn. Close the case, or write a note.",
        ))),
    }
}

/// A provisional reply is for what ends in an enkeltvedtak; a notice of extension is one already.
fn against_interim_reply(state: &Case) -> Option<Refusal> {
    const SOURCE: &str = "Forvaltningsloven § 11 a tredje ledd";
    if state.opened.route.track != Track::Section25 {
        return Some(refusal(
            RefusalCode::TrackDoesNotFit,
            None,
            Trilingual::fixed(
                "Saken ender ikke i et vedtak, så den har ikke frist for foreløpig svar. Foreslå lengre frist, eller send beskjed om forsinkelse.",
                "Saka endar ikkje i eit vedtak, så ho har ikkje frist for førebels svar. Foreslå lengre frist, eller send beskjed om forseinking.",
                "The case does not end in an individual decision, so it has no date for a provisional reply. Propose an extension, or send a notice of delay.",
            ),
            SOURCE,
        ));
    }
    state.extended_on().is_some().then(|| {
        refusal(
            RefusalCode::AlreadyExtended,
            None,
            Trilingual::fixed(
                "Personen har fått melding om lengre frist, og den er også et foreløpig svar. Er saken forsinket igjen, send beskjed om forsinkelse.",
                "Personen har fått melding om lengre frist, og ho er òg eit førebels svar. Er saka forseinka igjen, send beskjed om forseinking.",
                "The person has had the notice of extension, which is a provisional reply too. If the case is delayed again, send a notice of delay.",
            ),
            SOURCE,
        )
    })
}

fn against_question(kind: LetterKind, state: &Case) -> Option<Refusal> {
    if kind == LetterKind::Section25GroundsRequest && state.opened.route.track != Track::Section25 {
        return Some(refusal(
            RefusalCode::TrackDoesNotFit,
            None,
            Trilingual::fixed(
                "Brevet hører til krav etter helseregisterloven § 25. Bruk spørsmålet om hva kravet gjelder.",
                "Brevet høyrer til krav etter helseregisterlova § 25. Bruk spørsmålet om kva kravet gjeld.",
                "The letter is for claims under section 25 of the Health Registers Act. Use the request for clarification.",
            ),
            "Helseregisterloven § 25 første ledd",
        ));
    }
    let ground = kind.asks_for(state.opened.right)?;
    let waits = state.suspensions.open().any(|open| open.ground == ground);
    waits.then(|| {
        let (message, source) = match ground {
            PauseGround::Identity => (
                Trilingual::fixed(
                    "Det er allerede spurt om identitet, og svaret er ikke kommet. Registrer svaret når det kommer, eller send en påminnelse.",
                    "Det er alt spurt om identitet, og svaret er ikkje kome. Registrer svaret når det kjem, eller send ei påminning.",
                    "Proof of identity has already been asked for, and the reply has not come. Record the reply when it comes, or send a reminder.",
                ),
                "Personvernforordningen art. 12 nr. 6",
            ),
            PauseGround::Authority | PauseGround::Clarification | PauseGround::Section25Documentation => (
                Trilingual::fixed(
                    "Dette er det allerede spurt om, og svaret er ikke kommet. Registrer svaret når det kommer, eller send en påminnelse.",
                    "Dette er det alt spurt om, og svaret er ikkje kome. Registrer svaret når det kjem, eller send ei påminning.",
                    "This has already been asked, and the reply has not come. Record the reply when it comes, or send a reminder.",
                ),
                "Forvaltningslovforskriften § 38",
            ),
        };
        refusal(RefusalCode::AlreadyAsked, None, message, source)
    })
}

/// A person is reminded once the time that they were given has passed, and not before; the same of the next reminder.
fn against_reminder(state: &Case, today: NaiveDate) -> Option<Refusal> {
    if state.suspensions.open().next().is_none() {
        return Some(refusal(
            RefusalCode::NothingOpen,
            None,
            Trilingual::fixed(
                "Det er ikke spurt om noe som personen ikke har svart på. Se tidslinjen.",
                "Det er ikkje spurt om noko som personen ikkje har svart på. Sjå tidslinja.",
                "Nothing has been asked that the person has not replied to. See the timeline.",
            ),
            OWN_RULE,
        ));
    }
    let passed = state.suspensions.open().any(|open| open.last_reply_by_on() < today);
    (!passed).then(|| {
        refusal(
            RefusalCode::DateOrder,
            None,
            Trilingual::fixed(
                "Svarfristen som personen har fått, er ikke ute. Vent med påminnelsen til dagen etter.",
                "Svarfristen som personen har fått, er ikkje ute. Vent med påminninga til dagen etter.",
                "The person’s time to reply is not up. Wait with the reminder until the day after it is.",
            ),
            "Forvaltningslovforskriften § 38",
        )
    })
}
