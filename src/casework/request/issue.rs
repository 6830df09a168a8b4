//! Issuing a letter: what it demands of its cases and of its date, and the wait that it begins.

use chrono::NaiveDate;

use super::course::finished;
use super::decide::{Decision, usual_reply_by};
use super::event::{Content, Event, LetterIssued};
use super::measure::MeasureId;
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::{Case, Phase, Request, Suspension};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::letter::LetterKind;
use crate::law::calendar::is_near;
use crate::law::deadline::PauseGround;
use crate::law::rights::{Mode, Outcome, Right, Track};
use crate::wording::Language;
use crate::wording::dates::long_date;

/// What a letter is when everything about it is known and it only has to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterToIssue {
    /// The letter, as it will stand in the log.
    pub issued: LetterIssued,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// What it says, as plain text.
    pub words: String,
    /// By when the person is asked to answer, for a letter that asks for something.
    pub reply_by_on: Option<NaiveDate>,
    /// Whether the person agreed to the claim being sent to a body that they must else go to by themselves.
    pub agreed: bool,
    /// The measures that the letter carries out: a recipient of the data is told (GDPR Art. 19).
    pub carries_out: Vec<CarriedOut>,
}

/// A measure that a letter carries out, with the words that point to the letter as proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedOut {
    /// The case.
    pub case: CaseLetter,
    /// The measure, an open one.
    pub measure: MeasureId,
    /// The row of the words.
    pub note: ContentId,
    /// What shows that it was done.
    pub words: String,
}

/// A letter as far as the rules look at it that say whether it may be issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issuing<'a> {
    /// Its kind.
    pub kind: LetterKind,
    /// The cases that it is about.
    pub cases: &'a [CaseLetter],
    /// Its date.
    pub dated_on: NaiveDate,
    /// Whether the person agreed to the claim being sent to a body that they must else go to by themselves.
    pub agreed: bool,
    /// The letter that it corrects, by its sequence.
    pub corrects: Option<u32>,
}

impl Request {
    /// Whether a letter may be issued today.
    ///
    /// # Errors
    /// Every rule that refuses: [`RefusalCode::Finished`] if a case is answered, withdrawn or closed,
    /// [`RefusalCode::NotDecided`] if the letter answers a case that is not decided, [`RefusalCode::AlreadyAsked`] if it asks
    /// again what is not answered yet, [`RefusalCode::NothingOpen`] if it reminds of nothing, [`RefusalCode::NotLate`] if
    /// it tells of no delay, [`RefusalCode::NotForwarded`] and [`RefusalCode::ConsentNeeded`] for letters about passing on, [`RefusalCode::ExtensionLate`] and
    /// [`RefusalCode::NotProposed`] for a notice of extension, [`RefusalCode::DatedOtherwise`] for a date that is not the
    /// day of sending, [`RefusalCode::NotCorrected`] for a correction of a letter that is not corrected by a new one,
    /// [`RefusalCode::NotAnswered`], [`RefusalCode::TrackDoesNotFit`] and [`RefusalCode::OutcomeDoesNotFit`] for letters about what
    /// was answered.
    pub fn may_issue(&self, letter: Issuing<'_>, today: NaiveDate) -> Result<(), Vec<Refusal>> {
        let mut refusals = Vec::new();
        match letter.corrects {
            Some(sequence) => refusals.extend(self.against_correction(letter, sequence)),
            None => refusals.extend(self.against_new(letter, today)),
        }
        refusals.extend(against_date(letter.kind, letter.dated_on, today));
        if refusals.is_empty() { Ok(()) } else { Err(refusals) }
    }

    /// Records an issued letter, and what begins with it: a wait, a reminder, a longer deadline.
    ///
    /// # Errors
    /// As [`Self::may_issue`], and [`RefusalCode::DateOrder`] for an answer that is asked for before the letter.
    pub fn issue(&self, letter: LetterToIssue, today: NaiveDate) -> Result<Decision, Vec<Refusal>> {
        let issued = letter.issued;
        let issuing = Issuing {
            kind: issued.kind,
            cases: &issued.cases,
            dated_on: issued.dated_on,
            agreed: letter.agreed,
            corrects: issued.supersedes,
        };
        self.may_issue(issuing, today)?;
        let reply_by_on = letter.reply_by_on.unwrap_or_else(|| usual_reply_by(issued.dated_on));
        if issued.kind.asks() && reply_by_on <= issued.dated_on {
            return Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("reply_by_on"),
                "Svardatoen må være etter dagen brevet blir sendt.",
                "Forvaltningslovforskriften § 38",
            )]);
        }
        let cases = issued.cases.iter().filter_map(|case| self.case(*case));
        let begins = issued.supersedes.is_none();
        let mut events: Vec<Event> =
            cases.filter(|_| begins).flat_map(|state| begun(&issued, reply_by_on, state)).collect();
        let mut contents =
            vec![(issued.file, Content::File(letter.bytes)), (issued.digest, Content::Text(letter.sha256))];
        contents.extend(issued.text.map(|text| (text, Content::Text(letter.words))));
        for CarriedOut { case, measure, note, words } in letter.carries_out {
            let is_open = |state: &Case| state.open_measures().any(|open| open == measure);
            if self.case(case).is_some_and(is_open) {
                events.push(Event::MeasureSettled { case, measure, done_on: Some(issued.dated_on), note });
                contents.push((note, Content::Text(words)));
            }
        }
        Ok(Decision { events: [vec![Event::LetterIssued(issued)], events].concat(), contents })
    }

    fn against_new(&self, letter: Issuing<'_>, today: NaiveDate) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        for case in letter.cases {
            // What comes after an answer may come after the end of the case as well: a complaint, a recipient that is found.
            let state = match self.case(*case).filter(|_| letter.kind.follows_answer()) {
                Some(state) => Ok(state),
                None => self.unclosed(*case),
            };
            match state {
                Ok(state) => refusals.extend(self.against_case(letter.kind, state, letter.agreed, today)),
                Err(finished) => refusals.extend(finished),
            }
        }
        if letter.kind == LetterKind::Forwarding {
            refusals.extend(self.against_several_bodies(letter.cases));
        }
        refusals
    }

    /// A correction says the same anew, of the same cases, and once. What moved a date when it was sent is not moved again,
    /// so a letter that did is mended by the letter that follows it.
    fn against_correction(&self, letter: Issuing<'_>, sequence: u32) -> Option<Refusal> {
        let against =
            |message: &'static str| Some(refusal(RefusalCode::NotCorrected, Some("corrects"), message, OWN_RULE));
        let known = self.letter(sequence).filter(|known| known.kind == letter.kind && known.cases == letter.cases);
        if known.is_none() {
            return against(
                "Det finnes ikke noe sendt brev av denne typen om de samme sakene med det nummeret. Velg brevet som skal rettes, på fanen Brev.",
            );
        }
        // What a case is decided to now is not known before it is decided, so the letter could not say it.
        let undecided = |case: &CaseLetter| self.case(*case).is_some_and(|state| state.phase == Phase::Open);
        if Case::is_answer(letter.kind) && letter.cases.iter().any(undecided) {
            return Some(refusal(
                RefusalCode::NotDecided,
                None,
                "Saken er gjenåpnet og ikke avgjort på nytt. Avgjør den før du retter svaret.",
                "Forvaltningsloven §§ 23 og 24",
            ));
        }
        if self.letters.iter().any(|other| other.supersedes == Some(sequence)) {
            return against("Brevet er allerede rettet av et senere brev. Rett det siste.");
        }
        if letter.kind.is_corrected() {
            return None;
        }
        against(if letter.kind.asks() {
            "Et brev som spør om noe, blir ikke rettet: fristen for å svare regnes fra det. Send en påminnelse når fristen er ute, eller ring personen."
        } else {
            "En melding om lengre frist blir ikke rettet: fristen regnes fra den. Send beskjed om forsinkelse hvis svaret kommer senere enn du skrev."
        })
    }

    fn against_case(&self, kind: LetterKind, state: &Case, agreed: bool, today: NaiveDate) -> Option<Refusal> {
        let unanswered = || kind.follows_answer() && self.answer(state.opened.case).is_none();
        let not_answered = || {
            unanswered().then(|| {
                refusal(
                    RefusalCode::NotAnswered,
                    None,
                    "Svaret er ikke sendt. Brevet hører til etter at det er det.",
                    "Personvernforordningen art. 12 nr. 3 og 4",
                )
            })
        };
        against_phase(kind, state).or_else(not_answered).or_else(|| match kind {
            LetterKind::Acknowledgement => self.sent(kind, state.opened.case).then(|| {
                finished("Bekreftelsen er allerede sendt. Er noe feil i den, rett brevet på fanen Brev.")
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
                        "Saken endte ikke med at opplysninger ble rettet, slettet, sperret eller begrenset. Da er det ikke noe å si fra om.",
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
                        "Bruken av opplysningene er ikke begrenset i denne saken. Velg saken der begrensningen ble gitt.",
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
                        "Saken er ikke avgjort. Avgjør saken før du sender svaret.",
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
                "Brevet hører til søknader om kassasjon som er undersøkt her. Velg en annen type brev.",
                SOURCE,
            ));
        }
        if state.outcome().is_some_and(|outcome| outcome != Outcome::Forwarded) {
            return Some(refusal(
                RefusalCode::OutcomeDoesNotFit,
                None,
                "Saken er avgjort her, og skal ikke til Nasjonalarkivet. Avgjør den på nytt hvis søknaden skal dit.",
                SOURCE,
            ));
        }
        self.sent(LetterKind::KassasjonOpinion, state.opened.case)
            .then(|| finished("Søknaden er allerede sendt til Nasjonalarkivet. Send svaret til personen."))
    }

    /// A delay is told when the last day has passed or is near; while the clock stands still nothing is late.
    fn against_delay(&self, state: &Case, today: NaiveDate) -> Option<Refusal> {
        let due_on = self.deadline(state, today).due_on;
        let late = due_on.is_some_and(|due_on| is_near(due_on, today));
        (!late).then(|| {
            let message = match due_on {
                Some(due_on) => format!(
                    "Saken er ikke forsinket. Siste dag for svaret er {}. Svar innen da, eller foreslå lengre frist.",
                    long_date(due_on, Language::Nb)
                ),
                None => "Saken venter på svar fra personen, og fristen går ikke. Registrer svaret når det kommer, eller send en påminnelse.".to_owned(),
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
                "Kravet er ikke sendt videre, for personen må selv gå til den som er ansvarlig. Send henvisningen.",
                "Forvaltningsloven §§ 11 fjerde ledd og 13",
            ));
        }
        let told = self.last_sent(LetterKind::ForwardingNotice, case);
        (state.phase == Phase::Forwarded { told: true } && self.last_sent(LetterKind::Forwarding, case) <= told)
            .then(|| finished("Personen har allerede fått vite hvem som er ansvarlig. Avslutt saken."))
    }

    /// The person is referred to a body that nothing was sent to.
    fn against_referral(&self, state: &Case) -> Option<Refusal> {
        match state.opened.route.mode {
            Some(Mode::Transfer | Mode::Assist) | None => Some(refusal(
                RefusalCode::TrackDoesNotFit,
                None,
                "Kravet skal sendes videre herfra. Send oversendelsen, og så melding til personen om hvem som er ansvarlig.",
                "Forvaltningslovforskriften § 4",
            )),
            Some(Mode::Refer) if self.sent(LetterKind::Forwarding, state.opened.case) => {
                Some(finished("Kravet er sendt til den som er ansvarlig. Send melding til personen om det."))
            }
            Some(Mode::Refer) => (state.phase == Phase::Forwarded { told: true })
                .then(|| finished("Personen har allerede fått vite hvem som er ansvarlig. Avslutt saken.")),
        }
    }

    /// A body that the person must go to by themselves gets nothing from this office without the person's consent.
    fn against_forwarding(&self, state: &Case, agreed: bool) -> Option<Refusal> {
        match state.opened.route.mode {
            Some(Mode::Refer) if !agreed => Some(refusal(
                RefusalCode::ConsentNeeded,
                None,
                "Kravet kan ikke sendes til denne virksomheten uten samtykke fra personen. Send bare henvisningen til personen, eller fyll inn datoen for samtykket.",
                "Forvaltningsloven § 13",
            )),
            Some(Mode::Transfer | Mode::Assist | Mode::Refer) | None => self
                .sent(LetterKind::Forwarding, state.opened.case)
                .then(|| finished("Kravet er allerede sendt over. Send melding til personen om det.")),
        }
    }

    fn against_several_bodies(&self, cases: &[CaseLetter]) -> Option<Refusal> {
        let mut bodies: Vec<_> = cases.iter().filter_map(|case| self.case(*case)?.forwarded_to.as_ref()).collect();
        bodies.sort_unstable();
        bodies.dedup();
        (bodies.len() > 1).then(|| {
            refusal(
                RefusalCode::TrackDoesNotFit,
                None,
                "Sakene skal til ulike virksomheter. Skriv ett brev til hver.",
                "Forvaltningsloven § 13; forvaltningslovforskriften § 4",
            )
        })
    }

    /// The sequence of the last letter of this kind for a case. A claim that was sent on after the person was told who is
    /// responsible is one more thing to tell.
    fn last_sent(&self, kind: LetterKind, case: CaseLetter) -> Option<u32> {
        let letters = self.letters.iter().filter(|letter| letter.kind == kind && letter.cases.contains(&case));
        letters.map(|letter| letter.sequence).max()
    }

    /// The last letter that told the answer in a case.
    #[must_use]
    pub fn answer(&self, case: CaseLetter) -> Option<&LetterIssued> {
        self.letters.iter().rev().find(|letter| Case::is_answer(letter.kind) && letter.cases.contains(&case))
    }

    /// Whether a letter of this kind was issued for a case.
    #[must_use]
    pub fn sent(&self, kind: LetterKind, case: CaseLetter) -> bool {
        self.letters.iter().any(|letter| letter.kind == kind && letter.cases.contains(&case))
    }
}

/// What begins in a case with a letter.
fn begun(issued: &LetterIssued, reply_by_on: NaiveDate, state: &Case) -> Vec<Event> {
    let case = state.opened.case;
    match issued.kind {
        LetterKind::IdentityRequest | LetterKind::ClarificationRequest | LetterKind::Section25GroundsRequest => {
            let asked = |ground| Event::CaseSuspended {
                case,
                ground,
                asked_on: issued.dated_on,
                reply_by_on,
                letter: Some(issued.sequence),
            };
            issued.kind.asks_for(state.opened.right).map(asked).into_iter().collect()
        }
        LetterKind::Reminder => {
            let reminded = |open: &Suspension| Event::PersonReminded {
                case,
                ground: open.ground,
                reminded_on: issued.dated_on,
                reply_by_on,
                letter: issued.sequence,
            };
            state.suspensions.open().map(reminded).collect()
        }
        LetterKind::ExtensionNotice => {
            vec![Event::CaseExtended { case, notice_on: issued.dated_on, letter: issued.sequence }]
        }
        LetterKind::Acknowledgement
        | LetterKind::DelayNotice
        | LetterKind::InterimReply
        | LetterKind::Forwarding
        | LetterKind::ForwardingNotice
        | LetterKind::Referral
        | LetterKind::Section25Decision
        | LetterKind::Answer
        | LetterKind::AccessAnswer
        | LetterKind::KassasjonOpinion
        | LetterKind::RecipientsNotice
        | LetterKind::RestrictionLiftNotice
        | LetterKind::ComplaintForwarding => Vec::new(),
    }
}

/// Which letters belong to where a case stands.
fn against_phase(kind: LetterKind, state: &Case) -> Option<Refusal> {
    let passing_on = kind == LetterKind::Forwarding || kind.tells_who_answers();
    match state.phase {
        Phase::Open | Phase::Decided if passing_on => Some(refusal(
            RefusalCode::NotForwarded,
            None,
            "Saken er ikke sendt videre. Brevet hører til etter at den er det.",
            "Forvaltningsloven § 11 fjerde ledd; forvaltningslovforskriften § 4",
        )),
        Phase::Answered | Phase::Closed if kind.follows_answer() => None,
        Phase::Open | Phase::Decided | Phase::Closed => None,
        Phase::Answered if kind == LetterKind::Acknowledgement => None,
        Phase::Answered => Some(finished("Svaret er allerede sendt. Avslutt saken, eller skriv et notat.")),
        Phase::Forwarded { .. } if passing_on || kind == LetterKind::Acknowledgement => None,
        Phase::Forwarded { .. } => {
            Some(finished("Saken er sendt videre. Send melding til personen om hvem som er ansvarlig."))
        }
        Phase::Withdrawn => Some(finished("Kravet er trukket. Avslutt saken, eller skriv et notat.")),
    }
}

/// A provisional reply is for what ends in an enkeltvedtak; a notice of extension is one already.
fn against_interim_reply(state: &Case) -> Option<Refusal> {
    const SOURCE: &str = "Forvaltningsloven § 11 a tredje ledd";
    if state.opened.route.track != Track::Section25 {
        return Some(refusal(
            RefusalCode::TrackDoesNotFit,
            None,
            "Saken ender ikke i et vedtak, så den har ikke frist for foreløpig svar. Foreslå lengre frist, eller send beskjed om forsinkelse.",
            SOURCE,
        ));
    }
    state.extended_on().is_some().then(|| {
        refusal(
            RefusalCode::AlreadyExtended,
            None,
            "Personen har fått melding om lengre frist, og den er også et foreløpig svar. Er saken forsinket igjen, send beskjed om forsinkelse.",
            SOURCE,
        )
    })
}

fn against_question(kind: LetterKind, state: &Case) -> Option<Refusal> {
    if kind == LetterKind::Section25GroundsRequest && state.opened.route.track != Track::Section25 {
        return Some(refusal(
            RefusalCode::TrackDoesNotFit,
            None,
            "Brevet hører til krav etter helseregisterloven § 25. Bruk spørsmålet om hva kravet gjelder.",
            "Helseregisterloven § 25 første ledd",
        ));
    }
    let ground = kind.asks_for(state.opened.right)?;
    let waits = state.suspensions.open().any(|open| open.ground == ground);
    waits.then(|| {
        let (message, source) = match ground {
            PauseGround::Identity => (
                "Det er allerede spurt om identitet, og svaret er ikke kommet. Registrer svaret når det kommer, eller send en påminnelse.",
                "Personvernforordningen art. 12 nr. 6",
            ),
            PauseGround::Authority | PauseGround::Clarification | PauseGround::Section25Documentation => (
                "Dette er det allerede spurt om, og svaret er ikke kommet. Registrer svaret når det kommer, eller send en påminnelse.",
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
            "Det er ikke spurt om noe som personen ikke har svart på. Se tidslinjen.",
            OWN_RULE,
        ));
    }
    let passed = state.suspensions.open().any(|open| open.last_reply_by_on() < today);
    (!passed).then(|| {
        refusal(
            RefusalCode::DateOrder,
            None,
            "Svarfristen som personen har fått, er ikke ute. Vent med påminnelsen til dagen etter.",
            "Forvaltningslovforskriften § 38",
        )
    })
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
        LetterKind::DelayNotice => (dated_on == today, "Personvernforordningen art. 12 nr. 3 og 4"),
        LetterKind::InterimReply => (dated_on == today, "Forvaltningsloven § 11 a"),
        LetterKind::Forwarding | LetterKind::ForwardingNotice => (dated_on == today, "Forvaltningslovforskriften § 4"),
        LetterKind::Referral => (dated_on == today, "Forvaltningsloven § 11 fjerde ledd"),
        LetterKind::Section25Decision => (dated_on == today, "Forvaltningsloven §§ 27 og 29"),
        LetterKind::KassasjonOpinion => (dated_on == today, "Arkivforskrifta § 44"),
        LetterKind::RecipientsNotice => (dated_on == today, "Personvernforordningen art. 19"),
        LetterKind::RestrictionLiftNotice => (dated_on == today, "Personvernforordningen art. 18 nr. 3"),
        LetterKind::ComplaintForwarding => (dated_on == today, "Forvaltningsloven § 33"),
        LetterKind::Answer | LetterKind::AccessAnswer => {
            (dated_on == today, "Personvernforordningen art. 12 nr. 3 og 4")
        }
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
        | LetterKind::DelayNotice
        | LetterKind::InterimReply
        | LetterKind::Forwarding
        | LetterKind::ForwardingNotice
        | LetterKind::Referral
        | LetterKind::Section25Decision
        | LetterKind::Answer
        | LetterKind::AccessAnswer
        | LetterKind::KassasjonOpinion
        | LetterKind::RecipientsNotice
        | LetterKind::RestrictionLiftNotice
        | LetterKind::ComplaintForwarding => {
            "Brevet får datoen det blir sendt, for frister regnes fra den. Utelat datoen, så blir den dagens."
        }
    };
    (!allowed).then(|| refusal(RefusalCode::DatedOtherwise, Some("dated_on"), message, source))
}
