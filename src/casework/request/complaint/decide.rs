//! What may happen to a complaint.

use chrono::NaiveDate;

use super::{
    Complaint, ComplaintEvent, ComplaintKind, ComplaintOutcome, ComplaintReceived, ComplaintState, ComplaintStep,
    ComplaintTiming, ComplaintView, Consideration, LateGround,
};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::request::decide::Decision;
use crate::casework::request::event::{Content, Event};
use crate::casework::request::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use crate::casework::request::state::{Case, Request};
use crate::wording::dates::long_date;
use crate::wording::{Language, Trilingual};

/// A complaint that is brought and not yet registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComplaint {
    /// Where it was made.
    pub kind: ComplaintKind,
    /// When it reached the office.
    pub received_on: NaiveDate,
    /// When it was posted, where that is known.
    pub posted_on: Option<NaiveDate>,
    /// By when Datatilsynet asks for an answer.
    pub reply_by_on: Option<NaiveDate>,
    /// What it is about: the row and the words.
    pub about: (ContentId, String),
}

impl Request {
    /// Registers a complaint. An appeal is against the last enkeltvedtak that was sent.
    ///
    /// # Errors
    /// [`RefusalCode::TrackDoesNotFit`] for an appeal where no enkeltvedtak was sent, [`RefusalCode::DateOrder`] for days
    /// that cannot be, [`RefusalCode::AlreadyRecorded`] for the same complaint once more.
    pub fn register_complaint(
        &self,
        case: CaseLetter,
        brought: NewComplaint,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let Some(state) = self.case(case) else { return Err(vec![no_such_complaint()]) };
        let NewComplaint { kind, received_on, posted_on, reply_by_on, about: (about, words) } = brought;
        let against = match kind {
            ComplaintKind::Appeal => match self.decision_letter(case) {
                Some(letter) => Some(letter),
                None => return Err(vec![nothing_to_appeal()]),
            },
            ComplaintKind::Authority => None,
        };
        let from_on = against.map_or(self.registered.received_on, |letter| letter.dated_on);
        let received = ComplaintReceived {
            kind,
            received_on,
            posted_on,
            about,
            reply_by_on,
            against: against.map(|letter| letter.sequence),
        };
        let mut refusals = against_days(&received, from_on, today);
        let same = |known: &Complaint| {
            known.received.kind == kind
                && known.received.received_on == received_on
                && known.state() != ComplaintState::Done
        };
        if state.complaints.iter().any(same) {
            refusals.push(refusal(
                RefusalCode::AlreadyRecorded,
                Some("received"),
                Trilingual::fixed(
                    "En klage fra samme dag er allerede registrert i saken og ikke ferdig behandlet.",
                    "Ei klage frå same dag er alt registrert i saka og ikkje ferdig behandla.",
                    "A complaint from the same day is already registered in the case and not finished.",
                ),
                OWN_RULE,
            ));
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let complaint = u32::try_from(state.complaints.len()).unwrap_or(u32::MAX).saturating_add(1);
        let event = ComplaintEvent { case, complaint, what: ComplaintStep::Received(received) };
        Ok(Decision::with(Event::Complaint(event), about, Content::Text(words)))
    }

    /// Records what the office thinks of an appeal. It may think again until the appeal is sent on.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchComplaint`], [`RefusalCode::TrackDoesNotFit`] for a complaint to Datatilsynet,
    /// [`RefusalCode::Finished`] once it is sent on or done with, [`RefusalCode::ComplaintLate`] where it came too late and
    /// nothing says why it is treated, [`RefusalCode::GroundDoesNotFit`] for such a ground where it came in time.
    pub fn consider_complaint(
        &self,
        case: CaseLetter,
        complaint: u32,
        (view, late): (ComplaintView, Option<LateGround>),
        (reason, words): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let known = self.complaint(case, complaint)?;
        let against = match (known.received.kind, known.state()) {
            (ComplaintKind::Authority, _) => Some(refusal(
                RefusalCode::TrackDoesNotFit,
                None,
                Trilingual::fixed(
                    "Datatilsynet avgjør klagen. Registrer når dere svarer dem, og hva de kommer til.",
                    "Datatilsynet avgjer klaga. Registrer når de svarar dei, og kva dei kjem til.",
                    "Datatilsynet decides the complaint. Record when you answer them, and what they conclude.",
                ),
                "Personvernforordningen art. 77",
            )),
            (ComplaintKind::Appeal, ComplaintState::Elsewhere | ComplaintState::Done) => Some(refusal(
                RefusalCode::Finished,
                None,
                Trilingual::fixed(
                    "Klagen er sendt over eller ferdig behandlet, og kan ikke vurderes på nytt her.",
                    "Klaga er send over eller ferdig behandla, og kan ikkje vurderast på nytt her.",
                    "The appeal has been forwarded or is finished, and cannot be considered again here.",
                ),
                OWN_RULE,
            )),
            (ComplaintKind::Appeal, _) => self.against_time(known, view, late),
        };
        if let Some(against) = against {
            return Err(vec![against]);
        }
        let what = ComplaintStep::Considered(Consideration { view, late, reason, on: today });
        let event = ComplaintEvent { case, complaint, what };
        Ok(Decision::with(Event::Complaint(event), reason, Content::Text(words)))
    }

    /// Records that the office has written to Datatilsynet.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchComplaint`], [`RefusalCode::TrackDoesNotFit`] for an appeal, [`RefusalCode::DateOrder`].
    pub fn reply_to_complaint(
        &self,
        case: CaseLetter,
        complaint: u32,
        on: NaiveDate,
        (note, words): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let known = self.complaint(case, complaint)?;
        if known.received.kind == ComplaintKind::Appeal {
            return Err(vec![refusal(
                RefusalCode::TrackDoesNotFit,
                None,
                Trilingual::fixed(
                    "En klage på vedtaket går til klageinstansen. Vurder klagen, og skriv brevet «Oversendelse av klage».",
                    "Ei klage på vedtaket går til klageinstansen. Vurder klaga, og skriv brevet «Oversending av klage».",
                    "An appeal against the decision goes to the appeals body. Consider the appeal, and write the letter “Appeal forwarded to the appeals body”.",
                ),
                "Forvaltningsloven § 33",
            )]);
        }
        in_order(on, known.received.received_on, today)?;
        let event = ComplaintEvent { case, complaint, what: ComplaintStep::Replied { on, note } };
        Ok(Decision::with(Event::Complaint(event), note, Content::Text(words)))
    }

    /// Records how a complaint ended with the body that decides it.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchComplaint`], [`RefusalCode::OutcomeDoesNotFit`], [`RefusalCode::NotForwarded`] for an appeal that
    /// was not sent on, [`RefusalCode::AlreadyRecorded`], [`RefusalCode::DateOrder`].
    pub fn decide_complaint(
        &self,
        case: CaseLetter,
        complaint: u32,
        (outcome, on): (ComplaintOutcome, NaiveDate),
        (note, words): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let known = self.complaint(case, complaint)?;
        let kind = known.received.kind;
        let from_on = match (kind, known.sent) {
            (ComplaintKind::Authority, _) => known.received.received_on,
            (ComplaintKind::Appeal, Some((_, sent_on))) => sent_on,
            (ComplaintKind::Appeal, None) => {
                return Err(vec![refusal(
                    RefusalCode::NotForwarded,
                    None,
                    Trilingual::fixed(
                        "Klagen er ikke sendt til klageinstansen. Vurder den, og skriv brevet «Oversendelse av klage».",
                        "Klaga er ikkje send til klageinstansen. Vurder ho, og skriv brevet «Oversending av klage».",
                        "The appeal has not been sent to the appeals body. Consider it, and write the letter “Appeal forwarded to the appeals body”.",
                    ),
                    "Forvaltningsloven § 33 fjerde ledd",
                )]);
            }
        };
        if known.decided.is_some() {
            return Err(vec![refusal(
                RefusalCode::AlreadyRecorded,
                None,
                Trilingual::fixed(
                    "Det er allerede registrert hva klagen kom til. Se tidslinjen.",
                    "Det er alt registrert korleis klaga enda. Sjå tidslinja.",
                    "The outcome of the complaint is already recorded. See the timeline.",
                ),
                OWN_RULE,
            )]);
        }
        if !outcome.fits(kind) {
            let fitting = ComplaintOutcome::ALL.into_iter().filter(|outcome| outcome.fits(kind));
            let known = fitting.map(ComplaintOutcome::id).collect::<Vec<_>>().join(", ");
            return Err(vec![refusal(
                RefusalCode::OutcomeDoesNotFit,
                Some("outcome"),
                Trilingual::made(
                    format!("Klagen kan ikke ende slik. Velg en av disse: {known}."),
                    format!("Klaga kan ikkje ende slik. Vel ein av desse: {known}."),
                    format!("The complaint cannot end like this. Choose one of these: {known}."),
                ),
                "Forvaltningsloven §§ 28 og 33; personvernforordningen art. 77",
            )]);
        }
        in_order(on, from_on, today)?;
        let event = ComplaintEvent { case, complaint, what: ComplaintStep::Decided { outcome, on, note } };
        Ok(Decision::with(Event::Complaint(event), note, Content::Text(words)))
    }

    /// Why no letter may send the appeal of a case to the appeals body, if that is so.
    pub(in crate::casework::request) fn against_sending_complaint(&self, state: &Case) -> Option<Refusal> {
        if state.decision.is_none() || !state.is_individual_decision() {
            return Some(refusal(
                RefusalCode::TrackDoesNotFit,
                None,
                Trilingual::fixed(
                    "Svaret i saken er ikke et enkeltvedtak, så det er ingen klageinstans å sende klagen til. Vurder svaret på nytt, og vis personen til Datatilsynet.",
                    "Svaret i saka er ikkje eit enkeltvedtak, så det er ingen klageinstans å sende klaga til. Vurder svaret på nytt, og vis personen til Datatilsynet.",
                    "The answer in the case is not an individual decision, so there is no appeals body to send the appeal to. Consider the answer again, and refer the person to Datatilsynet.",
                ),
                "Forvaltningsloven §§ 28 og 33",
            ));
        }
        if self.appeal_to_send(state.opened.case).is_some() {
            return None;
        }
        let received = |complaint: &&Complaint| {
            complaint.received.kind == ComplaintKind::Appeal && complaint.state() == ComplaintState::Received
        };
        Some(if state.complaints.iter().any(|complaint| received(&complaint)) {
            refusal(
                RefusalCode::NotDecided,
                None,
                Trilingual::fixed(
                    "Klagen er ikke vurdert. Registrer at dere har sett på den og ikke endrer vedtaket, før du sender den over.",
                    "Klaga er ikkje vurdert. Registrer at de har sett på ho og ikkje endrar vedtaket, før du sender ho over.",
                    "The appeal has not been considered. Record that you have looked at it and do not change the decision before you forward it.",
                ),
                "Forvaltningsloven § 33 andre ledd",
            )
        } else {
            refusal(
                RefusalCode::NothingOpen,
                None,
                Trilingual::fixed(
                    "Det er ikke registrert noen klage som skal sendes over. Registrer klagen i saken først, så henter brevet datoene derfra.",
                    "Det er ikkje registrert noka klage som skal sendast over. Registrer klaga i saka først, så hentar brevet datoane derifrå.",
                    "No appeal that is to be forwarded has been registered. Register the appeal in the case first; the letter takes its dates from there.",
                ),
                "Forvaltningsloven § 33",
            )
        })
    }

    fn complaint(&self, case: CaseLetter, complaint: u32) -> Result<&Complaint, Vec<Refusal>> {
        let place = complaint.checked_sub(1).map(|place| place as usize);
        let found = self.case(case).zip(place).and_then(|(state, place)| state.complaints.get(place));
        found.ok_or_else(|| vec![no_such_complaint()])
    }

    fn against_time(&self, known: &Complaint, view: ComplaintView, late: Option<LateGround>) -> Option<Refusal> {
        let against = |message: Trilingual| Some(refusal(RefusalCode::ComplaintLate, Some("late"), message, LATE));
        match (self.complaint_timing(known)?, view, late) {
            (ComplaintTiming::InTime, _, Some(_)) => Some(refusal(
                RefusalCode::GroundDoesNotFit,
                Some("late"),
                Trilingual::fixed(
                    "Klagen kom i tide, så den trenger ingen grunn til å bli behandlet.",
                    "Klaga kom i tide, så ho treng ingen grunn til å bli behandla.",
                    "The appeal came in time, so no reason is needed to consider it.",
                ),
                LATE,
            )),
            (_, ComplaintView::Dismiss, _) | (ComplaintTiming::InTime, _, None) => None,
            _ if self.is_after_a_year(known) => against(Trilingual::fixed(
                "Det er gått mer enn ett år siden vedtaket. Da kan klagen ikke behandles som klagesak. Avvis den, og vurder om vedtaket likevel er feil.",
                "Det er gått meir enn eitt år sidan vedtaket. Då kan klaga ikkje behandlast som klagesak. Avvis ho, og vurder om vedtaket likevel er feil.",
                "More than a year has passed since the decision, so the appeal cannot be considered as such. Dismiss it, and consider whether the decision is wrong all the same.",
            )),
            (ComplaintTiming::Late(last_on), _, None) => against(Trilingual::made(
                format!(
                    "Klagefristen var {}, og klagen kom for sent. Velg hvorfor den likevel blir behandlet, eller avvis den.",
                    long_date(last_on, Language::Nb)
                ),
                format!(
                    "Klagefristen var {}, og klaga kom for seint. Vel kvifor ho likevel blir behandla, eller avvis ho.",
                    long_date(last_on, Language::Nn)
                ),
                format!(
                    "The time limit for appeal was {}, and the appeal came too late. Choose why it is considered all the same, or dismiss it.",
                    long_date(last_on, Language::En)
                ),
            )),
            (ComplaintTiming::Late(_) | ComplaintTiming::Unknown, _, _) => None,
        }
    }
}

fn against_days(received: &ComplaintReceived, from_on: NaiveDate, today: NaiveDate) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut wrong = |field, message| {
        refusals.push(refusal(RefusalCode::DateOrder, Some(field), message, "Forvaltningsloven §§ 29–33"));
    };
    if received.received_on < from_on || received.received_on > today {
        wrong(
            "received",
            Trilingual::fixed(
                "Klagen kan ikke ha kommet før vedtaket ble sendt eller henvendelsen kom, eller etter i dag. Rett datoen.",
                "Klaga kan ikkje ha kome før vedtaket blei sendt eller førespurnaden kom, eller etter i dag. Rett datoen.",
                "The complaint cannot have come before the decision was sent or the request came, or later than today. Correct the date.",
            ),
        );
    }
    if received.posted_on.is_some_and(|posted_on| posted_on < from_on || posted_on > received.received_on) {
        wrong(
            "posted",
            Trilingual::fixed(
                "Klagen må være postlagt etter at vedtaket ble sendt, og senest dagen den kom. Rett datoen.",
                "Klaga må vere postlagd etter at vedtaket blei sendt, og seinast dagen ho kom. Rett datoen.",
                "The appeal must have been posted after the decision was sent, and no later than the day it came. Correct the date.",
            ),
        );
    }
    if received.posted_on.is_some() && received.kind == ComplaintKind::Authority {
        wrong(
            "posted",
            Trilingual::fixed(
                "Når klagen ble postlagt, har bare noe å si for en klage på vedtaket. Ta bort datoen.",
                "Når klaga blei postlagd, har berre noko å seie for ei klage på vedtaket. Ta bort datoen.",
                "When it was posted matters only for an appeal against the decision. Remove the date.",
            ),
        );
    }
    match received.reply_by_on {
        Some(_) if received.kind == ComplaintKind::Appeal => {
            wrong(
                "reply_by",
                Trilingual::fixed(
                    "Svarfristen er for det Datatilsynet ber om. Ta bort datoen.",
                    "Svarfristen er for det Datatilsynet ber om. Ta bort datoen.",
                    "The date for reply is for what Datatilsynet asks for. Remove the date.",
                ),
            );
        }
        Some(reply_by_on) if reply_by_on < received.received_on => {
            wrong(
                "reply_by",
                Trilingual::fixed(
                    "Svarfristen kan ikke være før brevet fra Datatilsynet kom. Rett datoen.",
                    "Svarfristen kan ikkje vere før brevet frå Datatilsynet kom. Rett datoen.",
                    "The date for reply cannot be before the letter from Datatilsynet came. Correct the date.",
                ),
            );
        }
        Some(_) | None => {}
    }
    refusals
}

fn in_order(on: NaiveDate, from_on: NaiveDate, today: NaiveDate) -> Result<(), Vec<Refusal>> {
    if (from_on..=today).contains(&on) {
        return Ok(());
    }
    Err(vec![refusal(
        RefusalCode::DateOrder,
        Some("on"),
        Trilingual::made(
            format!("Dagen må ligge mellom {} og i dag.", long_date(from_on, Language::Nb)),
            format!("Dagen må liggje mellom {} og i dag.", long_date(from_on, Language::Nn)),
            format!("The day must be between {} and today.", long_date(from_on, Language::En)),
        ),
        OWN_RULE,
    )])
}

fn nothing_to_appeal() -> Refusal {
    refusal(
        RefusalCode::TrackDoesNotFit,
        Some("kind"),
        Trilingual::fixed(
            "Det er ikke sendt noe enkeltvedtak i saken, så det er ingenting å klage på etter forvaltningsloven. Vurder svaret på nytt, og vis personen til Datatilsynet.",
            "Det er ikkje sendt noko enkeltvedtak i saka, så det er ingenting å klage på etter forvaltningslova. Vurder svaret på nytt, og vis personen til Datatilsynet.",
            "No individual decision has been sent in the case, so there is nothing to appeal against under the Public Administration Act. Consider the answer again, and refer the person to Datatilsynet.",
        ),
        "Forvaltningsloven § 28",
    )
}

fn no_such_complaint() -> Refusal {
    refusal(
        RefusalCode::NoSuchComplaint,
        Some("complaint"),
        Trilingual::fixed(
            "Saken har ingen klage med dette nummeret. Se klagene i saken.",
            "Saka har inga klage med dette nummeret. Sjå klagene i saka.",
            "The case has no complaint with this number. See the complaints of the case.",
        ),
        OWN_RULE,
    )
}

const LATE: &str = "Forvaltningsloven §§ 29–31";
