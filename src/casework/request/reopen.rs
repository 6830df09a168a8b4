//! A case that had come to an end is opened again. Its date in law stays what it was: no rule gives it a new month.

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::{Content, Event};
use super::measure::MeasureId;
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::{Case, Phase, Request};
use crate::casework::access::Role;
use crate::casework::ids::{CaseLetter, ContentId};
use crate::wording::Trilingual;

/// Why a case is opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReopenGround {
    /// The office found an appeal against its decision well founded (forvaltningsloven § 33 second paragraph).
    ComplaintUpheld,
    /// The body that decides appeals, or Datatilsynet, did not let the answer stand.
    DecidedAgainst,
    /// Something has become known that was not when the case was answered.
    NewInformation,
    /// The answer was wrong, or not whole.
    OurError,
    /// The letter with the answer came back.
    LetterReturned,
    /// The person wants an answer to a claim that was withdrawn, or the body that it was sent to is not responsible.
    ClaimStands,
}

impl ReopenGround {
    /// Every ground, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::ComplaintUpheld,
        Self::DecidedAgainst,
        Self::NewInformation,
        Self::OurError,
        Self::LetterReturned,
        Self::ClaimStands,
    ];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::ComplaintUpheld => "klage-omgjort",
            Self::DecidedAgainst => "ikke-staende",
            Self::NewInformation => "ny-opplysning",
            Self::OurError => "feil-hos-oss",
            Self::LetterReturned => "retur",
            Self::ClaimStands => "kravet-star",
        }
    }

    /// The ground with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::ComplaintUpheld => {
                Trilingual::fixed("Vi gir klageren medhold", "Vi gir klagaren medhald", "We agree with the appeal")
            }
            Self::DecidedAgainst => Trilingual::fixed(
                "Klageinstansen eller Datatilsynet lar ikke svaret stå",
                "Klageinstansen eller Datatilsynet lèt ikkje svaret stå",
                "The appeals body or Datatilsynet does not let the answer stand",
            ),
            Self::NewInformation => {
                Trilingual::fixed("Nye opplysninger", "Nye opplysningar", "Something new has become known")
            }
            Self::OurError => Trilingual::fixed("Feil hos oss", "Feil hos oss", "Our own error"),
            Self::LetterReturned => {
                Trilingual::fixed("Svaret kom i retur", "Svaret kom i retur", "The answer came back")
            }
            Self::ClaimStands => Trilingual::fixed(
                "Kravet skal likevel besvares her",
                "Kravet skal likevel svarast på her",
                "The claim is to be answered here after all",
            ),
        }
    }
}

/// A time that a case was opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reopening {
    /// Why, as a word.
    pub ground: ReopenGround,
    /// Why, in words.
    pub reason: ContentId,
    /// In which role somebody did it.
    pub by: Role,
    /// The day on which it was recorded.
    pub reopened_on: NaiveDate,
    /// Where the case stood.
    pub was: Phase,
    /// The last answer before it, by the letter's sequence. It stays as it was sent.
    pub answer: Option<u32>,
    /// The place in the log of the event that it came with, which says who did it.
    pub event: u32,
}

impl Request {
    /// Opens a case again that was answered, sent on, withdrawn or closed. What was sent stays, and so does every date in law.
    ///
    /// # Errors
    /// [`RefusalCode::NotEnded`] for a case that is still being worked on, [`RefusalCode::GroundDoesNotFit`] where the
    /// record shows nothing that the ground could rest on.
    pub fn reopen(
        &self,
        case: CaseLetter,
        ground: ReopenGround,
        (reason, words): (ContentId, String),
        by: Role,
    ) -> Result<Decision, Vec<Refusal>> {
        match self.against_reopening(case, ground) {
            Some(against) => Err(vec![against]),
            None => {
                let event = Event::CaseReopened { case, ground, reason, by };
                Ok(Decision::with(event, reason, Content::Text(words)))
            }
        }
    }

    /// Why a case cannot be opened again on a ground, if that is so.
    #[must_use]
    pub fn against_reopening(&self, case: CaseLetter, ground: ReopenGround) -> Option<Refusal> {
        let Some(state) = self.case(case) else { return Some(not_ended()) };
        against_phase(state).or_else(|| self.against_ground(state, ground))
    }

    /// When a case that had been answered was opened again, as long as it is not answered anew. The month of GDPR Art. 12(3)
    /// was over with the first answer, so such a case is never late by that month.
    #[must_use]
    pub fn reopened_on(&self, state: &Case) -> Option<NaiveDate> {
        let last = state.reopenings.last().filter(|last| last.answer.is_some())?;
        state.phase.is_in_hand().then_some(last.reopened_on)
    }

    fn against_ground(&self, state: &Case, ground: ReopenGround) -> Option<Refusal> {
        let answered = self.answer(state.opened.case).is_some();
        let (fits, message) = match ground {
            ReopenGround::ComplaintUpheld => (
                answered && state.decision.is_some() && state.is_individual_decision(),
                Trilingual::fixed(
                    "Svaret i saken er ikke et enkeltvedtak, så det er ingen forvaltningsklage å gi medhold i. Velg en annen grunn.",
                    "Svaret i saka er ikkje eit enkeltvedtak, så det er inga forvaltningsklage å gi medhald i. Vel ein annan grunn.",
                    "The answer in the case is not an individual decision, so there is no appeal to agree with. Choose another ground.",
                ),
            ),
            ReopenGround::DecidedAgainst | ReopenGround::NewInformation | ReopenGround::OurError => (
                answered || state.phase == Phase::Closed || matches!(state.phase, Phase::Forwarded { .. }),
                Trilingual::fixed(
                    "Kravet er trukket, og det er ikke sendt noe svar. Velg «kravet-star» hvis personen likevel vil ha svar.",
                    "Kravet er trekt, og det er ikkje sendt noko svar. Vel «Kravet skal likevel svarast på her» dersom personen likevel vil ha svar.",
                    "The claim was withdrawn, and no answer has been sent. Choose “The claim is to be answered here after all” if the person wants an answer all the same.",
                ),
            ),
            ReopenGround::LetterReturned => (
                self.has_returned(state.opened.case),
                Trilingual::fixed(
                    "Det er ikke registrert at noe brev i saken er kommet i retur. Registrer det på brevet først.",
                    "Det er ikkje registrert at noko brev i saka er kome i retur. Registrer det på brevet først.",
                    "It is not recorded that any letter in the case came back. Record it on the letter first.",
                ),
            ),
            ReopenGround::ClaimStands => (
                !answered,
                Trilingual::fixed(
                    "Kravet er besvart. Velg grunnen til at svaret må vurderes på nytt.",
                    "Kravet er svara på. Vel grunnen til at svaret må vurderast på nytt.",
                    "The claim has been answered. Choose the reason why the answer must be considered again.",
                ),
            ),
        };
        (!fits).then(|| refusal(RefusalCode::GroundDoesNotFit, Some("ground"), message, OWN_RULE))
    }
}

fn against_phase(state: &Case) -> Option<Refusal> {
    match state.phase {
        Phase::Answered | Phase::Withdrawn | Phase::Closed | Phase::Forwarded { told: true } => None,
        Phase::Open | Phase::Decided | Phase::Forwarded { told: false } => Some(not_ended()),
    }
}

fn not_ended() -> Refusal {
    refusal(
        RefusalCode::NotEnded,
        None,
        Trilingual::fixed(
            "Saken er åpen allerede. Gjenåpning er for saker der svaret er sendt, eller som er avsluttet.",
            "Saka er open alt. Berre saker der svaret er sendt, eller som er avslutta, kan opnast igjen.",
            "The case is already open. Only cases that have been answered or closed can be reopened.",
        ),
        OWN_RULE,
    )
}

impl Case {
    /// Takes the case back in hand. What was decided, and what followed from it, has to be settled anew; the log and the
    /// letters keep what was. Measures that somebody added by hand stay settled.
    pub(super) fn reopen(&mut self, reopening: Reopening) {
        self.reopenings.push(reopening);
        self.phase = Phase::Open;
        self.decision = None;
        (self.forwarded_to, self.withdrawn_on) = (None, None);
        self.settled.retain(|measure, _| match measure {
            MeasureId::Added(_) => true,
            MeasureId::CarryOut | MeasureId::Recipients => false,
        });
    }
}
