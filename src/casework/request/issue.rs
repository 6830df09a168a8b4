//! Issuing a letter: what it demands of its cases and of its date, and the wait that it begins.

mod against;

use chrono::NaiveDate;

use super::decide::{Decision, usual_reply_by};
use super::event::{Content, Event, LetterIssued};
use super::measure::MeasureId;
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::{Case, Phase, Request, Suspension};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::letter::LetterKind;
use crate::wording::Trilingual;

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
                Trilingual::fixed(
                    "Svardatoen må være etter dagen brevet blir sendt.",
                    "Svardatoen må vere etter dagen brevet blir sendt.",
                    "The date for reply must be after the day the letter is sent.",
                ),
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
            |message: Trilingual| Some(refusal(RefusalCode::NotCorrected, Some("corrects"), message, OWN_RULE));
        let known = self.letter(sequence).filter(|known| known.kind == letter.kind && known.cases == letter.cases);
        if known.is_none() {
            return against(Trilingual::fixed(
                "Det finnes ikke noe sendt brev av denne typen om de samme sakene med det nummeret. Velg brevet som skal rettes, på fanen Brev.",
                "Det finst ikkje noko sendt brev av denne typen om dei same sakene med det nummeret. Vel brevet som skal rettast, på fana Brev.",
                "No letter of this kind about the same cases has been sent with that number. Choose the letter to be corrected on the Letters tab.",
            ));
        }
        // What a case is decided to now is not known before it is decided, so the letter could not say it.
        let undecided = |case: &CaseLetter| self.case(*case).is_some_and(|state| state.phase == Phase::Open);
        if Case::is_answer(letter.kind) && letter.cases.iter().any(undecided) {
            return Some(refusal(
                RefusalCode::NotDecided,
                None,
                Trilingual::fixed(
                    "Saken er gjenåpnet og ikke avgjort på nytt. Avgjør den før du retter svaret.",
                    "Saka er opna igjen og ikkje avgjord på nytt. Avgjer ho før du rettar svaret.",
                    "The case has been reopened and not decided anew. Decide it before you correct the answer.",
                ),
                "Forvaltningsloven §§ 23 og 24",
            ));
        }
        if self.letters.iter().any(|other| other.supersedes == Some(sequence)) {
            return against(Trilingual::fixed(
                "Brevet er allerede rettet av et senere brev. Rett det siste.",
                "Brevet er alt retta av eit seinare brev. Rett det siste.",
                "The letter has already been corrected by a later one. Correct the last one.",
            ));
        }
        if letter.kind.is_corrected() {
            return None;
        }
        against(if letter.kind.asks() {
            Trilingual::fixed(
                "Et brev som spør om noe, blir ikke rettet: fristen for å svare regnes fra det. Send en påminnelse når fristen er ute, eller ring personen.",
                "Eit brev som spør om noko, blir ikkje retta: fristen for å svare blir rekna frå det. Send ei påminning når fristen er ute, eller ring personen.",
                "A letter that asks for something is not corrected: the time to reply is counted from it. Send a reminder when the time is up, or phone the person.",
            )
        } else {
            Trilingual::fixed(
                "En melding om lengre frist blir ikke rettet: fristen regnes fra den. Send beskjed om forsinkelse hvis svaret kommer senere enn du skrev.",
                "Ei melding om lengre frist blir ikkje retta: fristen blir rekna frå ho. Send beskjed om forseinking dersom svaret kjem seinare enn du skreiv.",
                "A notice of extension is not corrected: the deadline is counted from it. Send a notice of delay if the answer comes later than you wrote.",
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
        LetterKind::Acknowledgement => Trilingual::fixed(
            "Brevet kan ikke dateres frem i tid. Bruk dagens dato eller dagen det ble sendt.",
            "Brevet kan ikkje daterast fram i tid. Bruk datoen i dag eller dagen det blei sendt.",
            "The letter cannot bear a date to come. Use today’s date or the day it was sent.",
        ),
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
        | LetterKind::ComplaintForwarding => Trilingual::fixed(
            "Brevet får datoen det blir sendt, for frister regnes fra den. Utelat datoen, så blir den dagens.",
            "Brevet får datoen det blir sendt, for fristar blir rekna frå han. Utelat datoen, så blir det dato i dag.",
            "The letter bears the day on which it is sent, since deadlines are counted from it. Leave the date out, and it will be today’s.",
        ),
    };
    (!allowed).then(|| refusal(RefusalCode::DatedOtherwise, Some("dated_on"), message, source))
}
