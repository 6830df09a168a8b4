//! What may happen next. Each function looks at the state and answers with events, or with every reason against.

use chrono::{Days, NaiveDate};

use super::course::finished;
use super::event::{CheckResult, Content, Event, Registered};
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::{Case, IDENTITY, Phase, Request};
use crate::casework::channel::{Channel, Reach, Recipient, SendChannel};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::person::{IdentityMethod, IdentityStatus};
use crate::law::deadline::PauseGround;
use crate::law::rights::{Outcome, Right, Track};
use crate::wording::{Language, Trilingual};

/// What is to happen: the events and the rows that they name. Carrying it out makes no further choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The events, in order.
    pub events: Vec<Event>,
    /// The new erasable rows.
    pub contents: Vec<(ContentId, Content)>,
}

impl Decision {
    pub(super) fn of(events: Vec<Event>) -> Self {
        Self { events, contents: Vec::new() }
    }

    pub(super) fn with(event: Event, id: ContentId, content: Content) -> Self {
        Self { events: vec![event], contents: vec![(id, content)] }
    }
}

/// How and when it was confirmed who the person is, as far as somebody said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confirmation {
    /// In which way.
    pub method: Option<IdentityMethod>,
    /// On which day; the day of recording where none is given.
    pub on: Option<NaiveDate>,
}

impl Confirmation {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self == Self::default()
    }
}

impl Request {
    /// Gives a case to a user.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if it is closed.
    pub fn assign(&self, case: CaseLetter, to: &str) -> Result<Decision, Vec<Refusal>> {
        self.unclosed(case)?;
        Ok(Decision::of(vec![Event::CaseAssigned { case, to: to.to_owned() }]))
    }

    /// Answers a point of the checklist. «Yes» to `identitet` also confirms who the person is, in this way where one is given,
    /// and ends the wait for it.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if the case is answered or closed, [`RefusalCode::DateOrder`] for an identity confirmed
    /// before receipt or after today.
    pub fn record_check(
        &self,
        case: CaseLetter,
        check: &str,
        result: CheckResult,
        note: Option<(ContentId, String)>,
        how: Confirmation,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        self.workable(case)?;
        let on = how.on.unwrap_or(today);
        let confirmed = IdentityStatus::Confirmed { method: how.method, on: Some(on) };
        self.confirmed_in_time(confirmed, "on", today).map_or(Ok(()), |refusal| Err(vec![refusal]))?;
        let mut events = vec![Event::CheckRecorded {
            case,
            check: check.to_owned(),
            result,
            note: note.as_ref().map(|(id, _)| *id),
        }];
        if check == IDENTITY {
            let status = match result {
                // How it was confirmed is kept where it is known already.
                CheckResult::Yes if matches!(self.identity, IdentityStatus::Confirmed { .. }) && how.is_unknown() => {
                    None
                }
                CheckResult::Yes => Some(confirmed).filter(|confirmed| *confirmed != self.identity),
                CheckResult::No => Some(IdentityStatus::Failed),
                CheckResult::NotApplicable => None,
            };
            events.extend(status.map(|status| Event::IdentityChanged { status }));
            if result == CheckResult::Yes {
                events.extend(self.waiting_for_identity(on));
            }
        }
        let contents = note.into_iter().map(|(id, text)| (id, Content::Text(text))).collect();
        Ok(Decision { events, contents })
    }

    /// The end, on a day, of every wait for identity in the request: one answer serves all its cases. A question that was
    /// asked later ends the day it was asked.
    pub(super) fn waiting_for_identity(&self, answered_on: NaiveDate) -> impl Iterator<Item = Event> {
        self.cases.iter().filter_map(move |state| {
            let asked = state.suspensions.open().find(|asked| asked.ground == PauseGround::Identity)?;
            Some(Event::CaseResumed {
                case: state.opened.case,
                ground: PauseGround::Identity,
                answered_on: answered_on.max(asked.asked_on),
            })
        })
    }

    /// Records that the person was asked for something by a letter that was sent elsewhere.
    ///
    /// # Errors
    /// Every rule that refuses.
    pub fn suspend(
        &self,
        case: CaseLetter,
        ground: PauseGround,
        asked_on: NaiveDate,
        reply_by_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let state = self.workable(case)?;
        let mut refusals = Vec::new();
        if asked_on < self.registered.received_on || asked_on > today {
            refusals.push(refusal(
                RefusalCode::DateOrder,
                Some("on"),
                Trilingual::fixed(
                    "Datoen for spørsmålet må ligge mellom mottak og i dag.",
                    "Datoen for spørsmålet må liggje mellom mottak og i dag.",
                    "The date of the question must be between receipt and today.",
                ),
                "Personvernforordningen art. 12 nr. 6; forvaltningslovforskriften § 38",
            ));
        }
        if reply_by_on <= asked_on {
            refusals.push(refusal(
                RefusalCode::DateOrder,
                Some("reply_by"),
                Trilingual::fixed(
                    "Svardatoen må være etter dagen du spurte.",
                    "Svardatoen må vere etter dagen du spurde.",
                    "The date for reply must be after the day you asked.",
                ),
                "Forvaltningslovforskriften § 38",
            ));
        }
        if !ground_fits(ground, state.opened.right, state.opened.route.track) {
            refusals.push(refusal(
                RefusalCode::GroundDoesNotFit,
                Some("ground"),
                Trilingual::fixed(
                    "Grunnen «par25-dokumentasjon» gjelder bare sletting og sperring etter helseregisterloven § 25. Bruk «presisering».",
                    "Grunnen «grunngiving og dokumentasjon etter § 25» gjeld berre sletting og sperring etter helseregisterlova § 25. Bruk «presisering av kravet».",
                    "The ground “grounds and documentation under section 25” applies only to erasure and blocking under section 25 of the Health Registers Act. Use “clarification of the request”.",
                ),
                "Helseregisterloven § 25 første ledd; forvaltningslovforskriften § 38",
            ));
        }
        if state.suspensions.open().any(|open| open.ground == ground) {
            refusals.push(refusal(
                RefusalCode::AlreadyAsked,
                Some("ground"),
                Trilingual::fixed(
                    "Dette er det allerede spurt om, og svaret er ikke kommet. Registrer svaret først.",
                    "Dette er det alt spurt om, og svaret er ikkje kome. Registrer svaret først.",
                    "This has already been asked, and the reply has not come. Record the reply first.",
                ),
                OWN_RULE,
            ));
        }
        if refusals.is_empty() {
            Ok(Decision::of(vec![Event::CaseSuspended { case, ground, asked_on, reply_by_on, letter: None }]))
        } else {
            Err(refusals)
        }
    }

    /// Records that the answer came.
    ///
    /// # Errors
    /// Every rule that refuses.
    pub fn resume(
        &self,
        case: CaseLetter,
        ground: Option<PauseGround>,
        answered_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        // Until the person has been told, a forwarded case has dates, and an answer that came earlier moves them.
        let forwarded = self.case(case).filter(|state| state.phase == Phase::Forwarded { told: false });
        let state = forwarded.map_or_else(|| self.workable(case), Ok)?;
        let open: Vec<_> =
            state.suspensions.answerable().filter(|asked| ground.is_none_or(|ground| asked.ground == ground)).collect();
        let one = match open.as_slice() {
            [] => {
                return Err(vec![refusal(
                    RefusalCode::NothingOpen,
                    None,
                    Trilingual::fixed(
                        "Saken venter ikke på noe svar som passer. Se tidslinjen.",
                        "Saka ventar ikkje på noko svar som passar. Sjå tidslinja.",
                        "The case is not waiting for any reply that fits. See the timeline.",
                    ),
                    OWN_RULE,
                )]);
            }
            [one] => **one,
            [_, _, ..] => {
                return Err(vec![refusal(
                    RefusalCode::SeveralOpen,
                    Some("ground"),
                    Trilingual::fixed(
                        "Saken venter på flere svar. Si hvilken grunn svaret gjelder.",
                        "Saka ventar på fleire svar. Sei kva grunn svaret gjeld.",
                        "The case is waiting for several replies. Say which ground the reply is about.",
                    ),
                    OWN_RULE,
                )]);
            }
        };
        if answered_on < one.asked_on || answered_on > today {
            return Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("on"),
                Trilingual::fixed(
                    "Datoen for svaret må ligge mellom dagen du spurte og i dag.",
                    "Datoen for svaret må liggje mellom dagen du spurde og i dag.",
                    "The date of the reply must be between the day you asked and today.",
                ),
                "Forvaltningslovforskriften § 38",
            )]);
        }
        Ok(Decision::of(vec![Event::CaseResumed { case, ground: one.ground, answered_on }]))
    }

    /// Writes an internal note.
    ///
    /// # Errors
    /// [`RefusalCode::DateOrder`] for a telephone call after today; a note may be written on a closed case too.
    pub fn note(
        &self,
        case: CaseLetter,
        (id, text): (ContentId, String),
        telephone_on: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        if telephone_on.is_some_and(|day| day > today) {
            return Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("telephone_on"),
                Trilingual::fixed(
                    "Datoen for telefonsamtalen er etter i dag. Skriv dagen samtalen var.",
                    "Datoen for telefonsamtalen er etter i dag. Skriv dagen samtalen var.",
                    "The date of the telephone call is later than today. Write the day of the call.",
                ),
                OWN_RULE,
            )]);
        }
        Ok(Decision::with(Event::NoteAdded { case, text: id, telephone_on }, id, Content::Text(text)))
    }

    /// Gives the request its number in the office's own archive, or another one.
    ///
    /// # Errors
    /// Never refuses; a closed case is archived too.
    pub fn give_archive_number(&self, (id, number): (ContentId, String)) -> Result<Decision, Vec<Refusal>> {
        Ok(Decision::with(Event::ArchiveNumberGiven { number: id }, id, Content::Text(number)))
    }

    /// Decides a case. It may be decided anew until the answer is issued.
    ///
    /// # Errors
    /// Every rule that refuses: the outcome does not fit, or it rests on points of the checklist that nobody answered.
    pub fn decide(
        &self,
        case: CaseLetter,
        outcome: Outcome,
        reasons: (ContentId, String),
        legal_basis: Vec<String>,
        grounds: Vec<String>,
    ) -> Result<Decision, Vec<Refusal>> {
        let state = self.workable(case)?;
        let mut refusals = Vec::new();
        if !outcome.fits(state.opened.right, state.opened.route.track) {
            refusals.push(refusal(
                RefusalCode::OutcomeDoesNotFit,
                Some("outcome"),
                Trilingual::made(
                    format!("Utfallet «{}» passer ikke til dette kravet. Velg et annet.", outcome.id()),
                    format!("Utfallet «{}» passar ikkje til dette kravet. Vel eit anna.", outcome.label(Language::Nn)),
                    format!("The outcome “{}” does not fit this claim. Choose another.", outcome.label(Language::En)),
                ),
                "Personvernforordningen art. 15–22; helseregisterloven §§ 24 og 25",
            ));
        }
        if outcome.rests_on_assessment() {
            let open: Vec<_> = two_steps(state).filter(|check| !state.checks.contains_key(*check)).collect();
            if open.is_empty() {
                refusals.extend(against_assessment(state, outcome));
            } else {
                refusals.push(refusal(
                    RefusalCode::ChecksOpen,
                    Some("outcome"),
                    Trilingual::made(
                        format!("Svar først på dette i sjekklisten: {}. Utfallet bygger på det.", open.join(", ")),
                        format!("Svar først på dette i sjekklista: {}. Utfallet byggjer på det.", open.join(", ")),
                        format!("First answer this on the checklist: {}. The outcome rests on it.", open.join(", ")),
                    ),
                    "Helseregisterloven § 25 første ledd; forvaltningsloven § 25",
                ));
            }
        }
        refusals.extend(against_portability(state, outcome));
        if refusals.is_empty() {
            let (id, text) = reasons;
            let decided = Event::CaseDecided { case, outcome, reasons: id, legal_basis, grounds };
            Ok(Decision::with(decided, id, Content::Text(text)))
        } else {
            Err(refusals)
        }
    }

    pub(super) fn unclosed(&self, case: CaseLetter) -> Result<&Case, Vec<Refusal>> {
        match self.case(case) {
            Some(state) if state.phase != Phase::Closed => Ok(state),
            Some(_) | None => Err(vec![finished(Trilingual::fixed(
                "Saken er avsluttet og kan ikke endres. Skriv et notat, eller registrer en ny henvendelse.",
                "Saka er avslutta og kan ikkje endrast. Skriv eit notat, eller registrer ein ny førespurnad.",
                "The case is closed and cannot be changed. Write a note, or register a new request.",
            ))]),
        }
    }

    pub(super) fn workable(&self, case: CaseLetter) -> Result<&Case, Vec<Refusal>> {
        let state = self.unclosed(case)?;
        let over = match state.phase {
            Phase::Open | Phase::Decided | Phase::Closed => return Ok(state),
            Phase::Answered => Trilingual::fixed(
                "Svaret er sendt, og saken kan ikke endres. Avslutt den, eller skriv et notat.",
                "Svaret er sendt, og saka kan ikkje endrast. Avslutt ho, eller skriv eit notat.",
                "The answer has been sent, and the case cannot be changed. Close it, or write a note.",
            ),
            Phase::Forwarded { .. } => Trilingual::fixed(
                "Saken er sendt videre og kan ikke endres her. Send meldingen til personen, eller skriv et notat.",
                "Saka er send vidare og kan ikkje endrast her. Send meldinga til personen, eller skriv eit notat.",
                "The case has been forwarded and cannot be changed here. Send the notice to the person, or write a note.",
            ),
            Phase::Withdrawn => Trilingual::fixed(
                "Kravet er trukket, og saken kan ikke endres. Avslutt den, eller registrer en ny henvendelse.",
                "Kravet er trekt, og saka kan ikkje endrast. Avslutt ho, eller registrer ein ny førespurnad.",
                "The claim has been withdrawn, and the case cannot be changed. Close it, or register a new request.",
            ),
        };
        Err(vec![finished(over)])
    }
}

/// § 25 documentation can be asked for only where «sterkt belastende» is claimed (helseregisterloven § 25 første ledd).
fn ground_fits(ground: PauseGround, right: Right, track: Track) -> bool {
    match ground {
        PauseGround::Identity | PauseGround::Authority | PauseGround::Clarification => true,
        PauseGround::Section25Documentation => {
            track == Track::Section25 && matches!(right, Right::Erasure | Right::Blocking)
        }
    }
}

/// The two-step test of helseregisterloven § 25, where it is on the case's checklist.
fn two_steps(state: &Case) -> impl Iterator<Item = &str> {
    let checks = state.opened.route.checks.iter().map(|check| check.id.as_str());
    checks.filter(|id| ["sterkt-belastende", "allmenne-hensyn"].contains(id))
}

/// Why an outcome cannot stand on what the checklist came to. The two-step test of helseregisterloven § 25 is met when
/// the data are a heavy burden and no strong public interest speaks against; Art. 17 may give erasure by itself.
fn against_assessment(state: &Case, outcome: Outcome) -> Option<Refusal> {
    let is = |check: &str, result: CheckResult| state.checks.get(check).is_some_and(|state| state.result == result);
    let met = is("sterkt-belastende", CheckResult::Yes) && is("allmenne-hensyn", CheckResult::No);
    let has_the_right = met || is("art-17", CheckResult::Yes);
    let against = match outcome {
        Outcome::Erased | Outcome::Blocked => !has_the_right,
        Outcome::Refused => has_the_right,
        Outcome::Granted
        | Outcome::PartlyGranted
        | Outcome::Rectified
        | Outcome::Supplemented
        | Outcome::Dismissed
        | Outcome::NoData
        | Outcome::Forwarded
        | Outcome::Withdrawn => false,
    };
    (against && two_steps(state).next().is_some()).then(|| {
        refusal(
            RefusalCode::OutcomeAgainstChecks,
            Some("outcome"),
            Trilingual::fixed(
                "Utfallet stemmer ikke med svarene i sjekklisten. Sletting og sperring krever «ja» på steg 1 og «nei» på steg 2, eller «ja» på artikkel 17; da kan kravet heller ikke avslås. Endre svarene eller utfallet.",
                "Utfallet stemmer ikkje med svara i sjekklista. Sletting og sperring krev «ja» på steg 1 og «nei» på steg 2, eller «ja» på artikkel 17; då kan kravet heller ikkje avslåast. Endre svara eller utfallet.",
                "The outcome does not agree with the answers on the checklist. Erasure and blocking need “yes” at step 1 and “no” at step 2, or “yes” at Article 17; then the claim cannot be refused either. Change the answers or the outcome.",
            ),
            "Helseregisterloven § 25 første ledd; personvernforordningen art. 17",
        )
    })
}

/// Why data cannot be handed over: the right is for processing that rests on consent or a contract, and the checklist has
/// to say that this one does (GDPR Art. 20(1) and (3)).
fn against_portability(state: &Case, outcome: Outcome) -> Option<Refusal> {
    let result = |check: &str| state.checks.get(check).map(|state| state.result);
    let holds = state.opened.route.checks.iter().find_map(|check| match check.id.as_str() {
        "portabilitet-grunnlag" => Some(result(&check.id) == Some(CheckResult::Yes)),
        "ingen-portabilitet" | "ingen-portabilitet-interesse" => Some(result(&check.id) == Some(CheckResult::No)),
        _ => None,
    });
    (state.opened.right == Right::Portability && outcome.grants() && holds == Some(false)).then(|| {
        refusal(
            RefusalCode::OutcomeAgainstChecks,
            Some("outcome"),
            Trilingual::fixed(
                "Dataportabilitet gjelder bare når behandlingen bygger på samtykke eller avtale. Svar på det i sjekklisten først, eller velg et annet utfall.",
                "Dataportabilitet gjeld berre når behandlinga byggjer på samtykke eller avtale. Svar på det i sjekklista først, eller vel eit anna utfall.",
                "Data portability applies only where the processing is based on consent or a contract. Answer that on the checklist first, or choose another outcome.",
            ),
            "Personvernforordningen art. 20 nr. 1 og 3",
        )
    })
}

/// By when an answer is asked for if nobody says otherwise: two weeks.
#[must_use]
pub fn usual_reply_by(asked_on: NaiveDate) -> NaiveDate {
    asked_on.checked_add_days(Days::new(14)).unwrap_or(asked_on)
}

/// How a letter goes out if nobody says otherwise: by the way that the person chose where it leads to whoever gets the
/// letter, else by post, and by e-mail only to somebody who can be reached in no other way.
#[must_use]
pub fn usual_send_channel(registered: &Registered, to: Recipient, reach: Reach) -> SendChannel {
    if registered.protection.is_protected() {
        return SendChannel::HandedOver;
    }
    let logged_in = match registered.channel {
        Channel::Altinn | Channel::Helsenorge => to == Recipient::Person,
        Channel::Letter | Channel::Email | Channel::Telephone | Channel::InPerson => false,
    };
    if logged_in && (reach.mailbox || !reach.post) {
        SendChannel::DigitalMailbox
    } else if reach.post || !reach.email {
        SendChannel::Letter
    } else {
        SendChannel::Email
    }
}
