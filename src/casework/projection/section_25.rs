//! What lists show of a § 25 case (helseregisterloven § 25): what the person has given, the two steps, how far it has come.

use crate::casework::letter::LetterKind;
use crate::casework::request::{Case, CheckResult, Phase, Request, Suspension};
use crate::law::deadline::PauseGround;
use crate::law::rights::{Right, Track};
use crate::wording::Trilingual;

/// The point of the checklist that says whether grounds are given.
pub const GROUNDS: &str = "begrunnelse";
/// The point that says whether the claim is documented.
pub const DOCUMENTS: &str = "dokumentasjon";
/// Step 1 of § 25 first paragraph.
const BURDENSOME: &str = "sterkt-belastende";
/// Step 2 of § 25 first paragraph.
const PUBLIC_INTEREST: &str = "allmenne-hensyn";

/// What a list shows of a § 25 case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Section25Row {
    /// How far it has come.
    pub stage: Section25Stage,
    /// Whether the person has given grounds.
    pub grounds: Given,
    /// Whether the person has documented the claim.
    pub documents: Given,
    /// The two steps; `None` for rectification, which has not got them.
    pub assessment: Option<Assessment>,
}

/// The two steps of helseregisterloven § 25 first paragraph, each as the checklist has it; `None` while nobody has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Assessment {
    /// Step 1: the processing is felt as a strong burden («sterkt belastende»).
    pub burdensome: Option<CheckResult>,
    /// Step 2: strong public interests speak for it («sterke allmenne hensyn»).
    pub public_interest: Option<CheckResult>,
}

/// Whether the person has given what a claim needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Given {
    /// It is there.
    Received,
    /// It is not there, and nobody has asked for it.
    Missing,
    /// It is not there, and the person has been asked.
    Asked,
}

impl Given {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::Received, Self::Missing, Self::Asked];

    /// The word in documents and in the store.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Received => "mottatt",
            Self::Missing => "mangler",
            Self::Asked => "bedt-om",
        }
    }

    /// The value with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|given| given.id() == id)
    }
}

/// How far a § 25 case has come. Nothing in it depends on today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section25Stage {
    /// Open; grounds or documents are missing and nobody has asked for them.
    WithoutBasis,
    /// Open; the person owes us an answer.
    Waiting,
    /// Open; it can be assessed.
    Assessed,
    /// Decided; the decision is not issued.
    Unsent,
    /// Nothing is left to decide or send here.
    Done,
}

impl Section25Stage {
    /// Every stage, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::WithoutBasis, Self::Waiting, Self::Assessed, Self::Unsent, Self::Done];

    /// The stages that are counted: all but the last.
    pub const COUNTED: [Self; 4] = [Self::WithoutBasis, Self::Waiting, Self::Assessed, Self::Unsent];

    /// The word on the command line, in documents and in the store.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::WithoutBasis => "mangler-grunnlag",
            Self::Waiting => "venter",
            Self::Assessed => "vurderes",
            Self::Unsent => "ikke-sendt",
            Self::Done => "ferdig",
        }
    }

    /// The stage with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::WithoutBasis => {
                Trilingual::fixed("Mangler grunnlag", "Manglar grunnlag", "Without grounds or documents")
            }
            Self::Waiting => Trilingual::fixed("Venter på svar", "Ventar på svar", "Waiting for an answer"),
            Self::Assessed => Trilingual::fixed("Vurderes", "Blir vurdert", "Under assessment"),
            Self::Unsent => Trilingual::fixed("Ikke sendt", "Ikkje sendt", "Not sent"),
            Self::Done => Trilingual::fixed("Ferdig", "Ferdig", "Done"),
        }
    }
}

/// What a list shows of a case, if it is on the track `section-25`.
#[must_use]
pub fn section_25(request: &Request, case: &Case) -> Option<Section25Row> {
    match case.opened.route.track {
        Track::Section25 => {}
        Track::General | Track::RegisterAccess | Track::Forward | Track::NotHeld => return None,
    }
    let grounds = given(case, GROUNDS, case.opened.grounds.is_some(), |asked| asks_grounds(asked, case.opened.right));
    let attached = request.registered.attachments.is_some();
    let documents = given(case, DOCUMENTS, attached, |asked| asks_documents(asked, request));
    Some(Section25Row { stage: stage(case, grounds, documents), grounds, documents, assessment: assessment(case) })
}

/// Whether something is given: with the request, as the answer to a question, or as whoever works on the case has noted. A
/// note that it is not there stands until the next answer: what came before the note was not it.
fn given(case: &Case, check: &str, with_request: bool, asks: impl Fn(&Suspension) -> bool) -> Given {
    let noted = case.checks.get(check);
    let questions = || case.suspensions.standing().filter(|asked| asks(asked));
    let answered = questions().any(|asked| asked.answered_on.is_some());
    let answered_since = |event: u32| questions().any(|asked| asked.answered_by.is_some_and(|answer| answer > event));
    let received = match noted.map(|state| state.result) {
        Some(CheckResult::Yes) => true,
        Some(CheckResult::No) => noted.is_some_and(|state| answered_since(state.event)),
        Some(CheckResult::NotApplicable) | None => answered || with_request,
    };
    if received {
        Given::Received
    } else if questions().any(|asked| asked.answered_on.is_none()) {
        Given::Asked
    } else {
        Given::Missing
    }
}

/// For rectification a question of what is wrong and why is the question for grounds.
fn asks_grounds(asked: &Suspension, right: Right) -> bool {
    match asked.ground {
        PauseGround::Section25Documentation => true,
        PauseGround::Clarification => right == Right::Rectification,
        PauseGround::Identity | PauseGround::Authority => false,
    }
}

/// The letter that asks for grounds asks for what shows them too; a clarification alone does not.
fn asks_documents(asked: &Suspension, request: &Request) -> bool {
    match asked.ground {
        PauseGround::Section25Documentation => true,
        PauseGround::Clarification => asked
            .letter
            .and_then(|sequence| request.letter(sequence))
            .is_some_and(|letter| letter.kind == LetterKind::Section25GroundsRequest),
        PauseGround::Identity | PauseGround::Authority => false,
    }
}

/// Step 1 and 2, which erasure and blocking rest on and rectification does not.
fn assessment(case: &Case) -> Option<Assessment> {
    let result = |check: &str| case.checks.get(check).map(|state| state.result);
    (case.opened.right != Right::Rectification)
        .then(|| Assessment { burdensome: result(BURDENSOME), public_interest: result(PUBLIC_INTEREST) })
}

fn stage(case: &Case, grounds: Given, documents: Given) -> Section25Stage {
    match case.phase {
        Phase::Open if case.suspensions.question_since_on().is_some() => Section25Stage::Waiting,
        Phase::Open if lacks(case, GROUNDS, grounds) || lacks(case, DOCUMENTS, documents) => {
            Section25Stage::WithoutBasis
        }
        Phase::Open => Section25Stage::Assessed,
        Phase::Decided => Section25Stage::Unsent,
        Phase::Answered | Phase::Forwarded { .. } | Phase::Withdrawn | Phase::Closed => Section25Stage::Done,
    }
}

/// Whether something is missing that the case needs. Whoever works on it may have noted that it does not.
fn lacks(case: &Case, check: &str, given: Given) -> bool {
    let needless = case.checks.get(check).is_some_and(|state| state.result == CheckResult::NotApplicable);
    given != Given::Received && !needless
}
