//! Two cases of one person that belong together: handled side by side, or one request that came twice. Nothing is joined by
//! itself, and the older case keeps its date.

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::{Case, Request};
use crate::casework::ids::{CaseLetter, CaseNumber, ContentId};
use crate::wording::Trilingual;

/// How two cases belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TieKind {
    /// They are handled side by side; each is answered.
    Together,
    /// This one is the same request as the other, which came first and is answered for both.
    Duplicate,
}

/// That a case belongs together with one of another request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseTie {
    /// Which case.
    pub case: CaseLetter,
    /// The other one.
    pub other: CaseNumber,
    /// How.
    pub how: TieKind,
    /// Why, in words.
    pub reason: ContentId,
}

/// The case of another request that one is tied to.
#[derive(Clone, Copy, Debug)]
pub struct OtherCase<'a> {
    /// Its request.
    pub request: &'a Request,
    /// The case.
    pub case: &'a Case,
    /// Its number.
    pub number: CaseNumber,
    /// Whether both are about the same person, by identity number.
    pub same_person: bool,
}

impl TieKind {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Together, Self::Duplicate];

    /// The word in documents and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Together => "sammen",
            Self::Duplicate => "dublett",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.id() == id)
    }

    /// The word for the kind of event in the log.
    #[must_use]
    pub const fn event_kind(self) -> &'static str {
        match self {
            Self::Together => "case-tied",
            Self::Duplicate => "case-duplicate",
        }
    }

    /// What happened, in a sentence.
    #[must_use]
    pub fn told(self, other: CaseNumber) -> Trilingual {
        match self {
            Self::Together => Trilingual::made(
                format!("Behandles sammen med sak {other}."),
                format!("Blir behandla saman med sak {other}."),
                format!("Handled together with case {other}."),
            ),
            Self::Duplicate => Trilingual::made(
                format!("Lukket som dublett: samme henvendelse som sak {other}, som kom først og blir besvart."),
                format!("Lukka som dublett: same førespurnad som sak {other}, som kom først og blir svara på."),
                format!("Closed as a duplicate: the same request as case {other}, which came first and is answered."),
            ),
        }
    }
}

impl Request {
    /// Ties a case to one of another request. A duplicate is closed by it.
    ///
    /// # Errors
    /// [`RefusalCode::NotSimilar`] for a case of another person, register or right, or one that was answered before this
    /// one came; [`RefusalCode::AlreadyRecorded`]; for a duplicate [`RefusalCode::Finished`], [`RefusalCode::DateOrder`]
    /// where this one is the older, and [`RefusalCode::WeakerIdentity`] where the office is not as sure of both.
    pub fn tie(
        &self,
        number: CaseNumber,
        other: OtherCase<'_>,
        how: TieKind,
        (reason, words): (ContentId, String),
    ) -> Result<Decision, Vec<Refusal>> {
        match self.against_tie(number, other, how) {
            Some(against) => Err(vec![against]),
            None => {
                let tie = CaseTie { case: number.letter, other: other.number, how, reason };
                Ok(Decision::with(Event::CaseTied(tie), reason, Content::Text(words)))
            }
        }
    }

    /// Why a case cannot be tied to another so, if that is so.
    #[must_use]
    pub fn against_tie(&self, number: CaseNumber, other: OtherCase<'_>, how: TieKind) -> Option<Refusal> {
        let state = match self.workable(number.letter) {
            Ok(state) => state,
            Err(refusals) => return refusals.into_iter().next(),
        };
        let same_claim =
            state.opened.register == other.case.opened.register && state.opened.right == other.case.opened.right;
        if !other.same_person || !same_claim || other.number.request == number.request {
            return Some(not_similar(Trilingual::fixed(
                "Den andre saken gjelder ikke samme person, register og rettighet. Velg en av sakene som vises som like.",
                "Den andre saka gjeld ikkje same person, register og rett. Vel ei av sakene som blir viste som like.",
                "The other case is not about the same person, register and right. Choose one of the cases that are shown as similar.",
            )));
        }
        if state.ties.iter().any(|tie| tie.other == other.number && tie.how == how) {
            return Some(refusal(
                RefusalCode::AlreadyRecorded,
                Some("of"),
                Trilingual::fixed(
                    "Det er allerede registrert at sakene hører sammen.",
                    "Det er alt registrert at sakene høyrer saman.",
                    "It is already recorded that the cases belong together.",
                ),
                OWN_RULE,
            ));
        }
        match how {
            TieKind::Together => None,
            TieKind::Duplicate => self.against_duplicate(number, other),
        }
    }

    fn against_duplicate(&self, number: CaseNumber, other: OtherCase<'_>) -> Option<Refusal> {
        let here = (self.registered.received_on, number.request);
        let there = (other.request.registered.received_on, other.number.request);
        if here < there {
            return Some(refusal(
                RefusalCode::DateOrder,
                Some("of"),
                Trilingual::made(
                    format!(
                        "Denne saken kom først, og datoen den kom, styrer fristen. Lukk sak {} i stedet.",
                        other.number
                    ),
                    format!(
                        "Denne saka kom først, og datoen ho kom, styrer fristen. Lukk sak {} i staden.",
                        other.number
                    ),
                    format!(
                        "This case came first, and the date it came governs the deadline. Close case {} instead.",
                        other.number
                    ),
                ),
                "Personvernforordningen art. 12 nr. 3",
            ));
        }
        if other.case.duplicate_of().is_some() {
            return Some(not_similar(Trilingual::fixed(
                "Den andre saken er selv lukket som dublett. Velg saken som den viser til.",
                "Den andre saka er sjølv lukka som dublett. Vel saka som ho viser til.",
                "The other case is itself closed as a duplicate. Choose the case that it refers to.",
            )));
        }
        let answered_on = other.request.answer(other.number.letter).map(|letter| letter.dated_on);
        if answered_on.is_some_and(|answered_on| answered_on < self.registered.received_on) {
            return Some(not_similar(Trilingual::fixed(
                "Den andre saken var besvart før denne kom. Da er dette et nytt krav, ikke samme henvendelse. Svar på det, eller vurder om det gjentar seg for ofte.",
                "Den andre saka var svara på før denne kom. Då er dette eit nytt krav, ikkje same førespurnad. Svar på det, eller vurder om det gjentek seg for ofte.",
                "The other case was answered before this one came. Then this is a new claim, not the same request. Answer it, or consider whether it is repeated too often.",
            )));
        }
        if !other.case.phase.is_in_hand() && answered_on.is_none() {
            return Some(not_similar(Trilingual::fixed(
                "Den andre saken er avsluttet uten svar, så ingen ville svare på denne.",
                "Den andre saka er avslutta utan svar, så ingen ville svare på denne.",
                "The other case was closed without an answer, so nobody would answer this one.",
            )));
        }
        // The one that goes on takes the other in, and the one that ends leaves its word to the other: both ways count.
        self.too_weak_for(other.request)
            .or_else(|| other.request.too_weak_for(self).map(|_| weaker_there(other.number)))
    }
}

impl Case {
    /// The case that this one is a duplicate of, while it is closed as one.
    #[must_use]
    pub fn duplicate_of(&self) -> Option<CaseNumber> {
        let last = self.ties.iter().rev().find(|tie| tie.how == TieKind::Duplicate)?;
        (!self.phase.is_in_hand()).then_some(last.other)
    }
}

fn weaker_there(number: CaseNumber) -> Refusal {
    refusal(
        RefusalCode::WeakerIdentity,
        Some("of"),
        Trilingual::made(
            format!(
                "Identiteten er mindre sikker i sak {number}, som skal besvares for begge. Bekreft identiteten der først."
            ),
            format!(
                "Identiteten er mindre sikker i sak {number}, som skal svarast på for begge. Stadfest identiteten der først."
            ),
            format!(
                "The identity is less certain in case {number}, which is to be answered for both. Confirm the identity there first."
            ),
        ),
        "Personvernforordningen art. 12 nr. 6",
    )
}

fn not_similar(message: Trilingual) -> Refusal {
    refusal(RefusalCode::NotSimilar, Some("of"), message, "Personvernforordningen art. 12 nr. 5")
}
