//! What can be done with a case, what is proposed, and what to look out for.

use serde::Serialize;
use ts_rs::TS;

use super::case::WarningAnswer;
use super::labels;
use crate::casework::letter::LetterKind;
use crate::casework::request::{Case, Phase, ProposedAction, proposals as proposed};
use crate::law::deadline::ground_warning;
use crate::law::rights::Track;
use crate::usecase::{Opened, Rules};
use crate::wording::Language;

/// Something that can be done, or why not.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ActionAnswer {
    pub action: String,
    pub label: String,
    pub available: bool,
    pub why_not: Option<String>,
}

/// The one thing to do next.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct NextStepAnswer {
    /// `letter`, `check`, `decide`, `close`, `resume`.
    pub action: String,
    /// What it is done to: a kind of letter or a point of the checklist.
    pub target: Option<String>,
    pub label: String,
    pub why: String,
}

/// Whether something is proposed, and why.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ProposalAnswer {
    pub action: String,
    pub proposed: bool,
    pub label: String,
    pub why: String,
    pub source: String,
}

/// A kind of letter for the case.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LetterKindAnswer {
    pub kind: String,
    pub label: String,
    pub proposed: bool,
    pub why: Option<String>,
}

/// What can be done now, each with why not if it cannot.
#[must_use]
pub fn actions(case: &Case) -> Vec<ActionAnswer> {
    let finished = match case.phase {
        Phase::Open | Phase::Decided => None,
        Phase::Answered => Some("Svaret er sendt."),
        Phase::Closed => Some("Saken er avsluttet."),
    };
    let waiting = case.suspensions.open().next().is_some();
    let not_closed = (case.phase == Phase::Closed).then_some("Saken er avsluttet.");
    [
        ("assign", "Tildel", not_closed),
        ("check", "Svar på sjekklisten", finished),
        ("suspend", "Sett på vent", finished),
        ("resume", "Svaret er kommet", finished.or((!waiting).then_some("Saken venter ikke på svar."))),
        ("note", "Skriv notat", None),
        ("letter", "Skriv brev", not_closed),
        ("decide", "Avgjør", finished),
        (
            "close",
            "Avslutt",
            match case.phase {
                Phase::Answered => None,
                Phase::Closed => Some("Saken er avsluttet."),
                Phase::Open | Phase::Decided => Some("Svaret er ikke sendt."),
            },
        ),
    ]
    .into_iter()
    .map(|(action, label, why_not)| ActionAnswer {
        action: action.to_owned(),
        label: label.to_owned(),
        available: why_not.is_none(),
        why_not: why_not.map(str::to_owned),
    })
    .collect()
}

/// What is proposed to ask for or not, in words.
#[must_use]
pub fn proposals(opened: &Opened, case: &Case) -> Vec<ProposalAnswer> {
    proposed(&opened.request, case, opened.has_address(), !opened.attachments().is_empty())
        .into_iter()
        .map(|proposal| ProposalAnswer {
            action: proposal.action.id().to_owned(),
            proposed: proposal.proposed,
            label: match proposal.action {
                ProposedAction::AskIdentity => "Be om identitet og adresse".to_owned(),
                ProposedAction::AskGrounds => "Be om begrunnelse".to_owned(),
            },
            why: proposal.why.get(Language::Nb).to_owned(),
            source: proposal.source.to_owned(),
        })
        .collect()
}

/// What to look out for in a case.
#[must_use]
pub fn warnings(opened: &Opened, case: &Case) -> Vec<WarningAnswer> {
    let asked = proposals(opened, case).into_iter().filter(|proposal| proposal.proposed);
    let mut warnings: Vec<WarningAnswer> =
        asked.map(|proposal| WarningAnswer { code: proposal.action, message: proposal.why }).collect();
    let open: Vec<&str> = opened.request.unanswered(case).collect();
    if case.decision.is_some() && !open.is_empty() && rests_on_assessment(case) {
        warnings.push(WarningAnswer {
            code: "checks-open".to_owned(),
            message: format!("Saken er avgjort uten svar på dette i sjekklisten: {}.", open.join(", ")),
        });
    }
    let received_on = opened.request.registered.received_on;
    for suspension in case.suspensions.open() {
        if let Some(late) = ground_warning(received_on, suspension.asked_on) {
            warnings.push(WarningAnswer { code: "asked-late".to_owned(), message: late.text(Language::Nb) });
        }
    }
    warnings
}

/// Whether the decision of a case rests on having weighed the claim.
fn rests_on_assessment(case: &Case) -> bool {
    case.decision.as_ref().is_some_and(|decision| decision.outcome.rests_on_assessment())
}

/// The one thing to do next.
#[must_use]
pub fn next_step(opened: &Opened, case: &Case, rules: &Rules) -> Option<NextStepAnswer> {
    let step = |action: &str, target: Option<&str>, label: String, why: &str| {
        Some(NextStepAnswer {
            action: action.to_owned(),
            target: target.map(str::to_owned),
            label,
            why: why.to_owned(),
        })
    };
    let letter = |kind: LetterKind, why: &str| {
        step("letter", Some(kind.id()), format!("Skriv brev: {}", lower_first(&labels::letter_kind(kind))), why)
    };
    match case.phase {
        Phase::Closed => None,
        Phase::Answered => step("close", None, "Avslutt saken".to_owned(), "Svaret er sendt."),
        Phase::Decided => letter(answer_kind(case), "Saken er avgjort. Personen venter på svaret."),
        Phase::Open => {
            if let Some(open) = case.suspensions.open().next() {
                let why = format!("Saken venter på: {}.", lower_first(open.ground.label().get(Language::Nb)));
                return step("resume", Some(open.ground.id()), "Registrer svaret".to_owned(), &why);
            }
            let identity = proposals(opened, case)
                .into_iter()
                .find(|proposal| proposal.proposed && proposal.action == ProposedAction::AskIdentity.id());
            if let Some(proposal) = identity {
                return letter(LetterKind::IdentityRequest, &proposal.why);
            }
            if !sent(opened, case, LetterKind::Acknowledgement) {
                return letter(
                    LetterKind::Acknowledgement,
                    "Personen skal få vite at kravet er mottatt, og når svaret kommer.",
                );
            }
            let register = rules.catalogue.get(&case.opened.register);
            let open =
                case.opened.route.checks.iter().find(|check| check.required && !case.checks.contains_key(&check.id));
            match open {
                Some(point) => {
                    let text = register
                        .zip(point.id.parse().ok())
                        .and_then(|(register, id)| rules.catalogue.check(register, &id))
                        .map_or_else(|| point.id.clone(), |check| check.text.get(Language::Nb).to_owned());
                    step("check", Some(&point.id), "Svar på neste punkt".to_owned(), &text)
                }
                None => step("decide", None, "Avgjør saken".to_owned(), "Sjekklisten er ferdig."),
            }
        }
    }
}

/// The letters that there are texts for, each with whether it is proposed now.
#[must_use]
pub fn letter_kinds(opened: &Opened, case: &Case) -> Vec<LetterKindAnswer> {
    let identity =
        proposals(opened, case).into_iter().find(|proposal| proposal.action == ProposedAction::AskIdentity.id());
    LetterKind::ALL
        .into_iter()
        .filter(|kind| !Case::is_answer(*kind) || *kind == answer_kind(case))
        .map(|kind| {
            let (proposed, why) = match kind {
                LetterKind::Acknowledgement => {
                    let sent = sent(opened, case, kind);
                    let why =
                        if sent { "Bekreftelsen er sendt." } else { "Personen skal få vite at kravet er mottatt." };
                    (!sent, Some(why.to_owned()))
                }
                LetterKind::IdentityRequest => {
                    identity.as_ref().map_or((false, None), |proposal| (proposal.proposed, Some(proposal.why.clone())))
                }
                LetterKind::ClarificationRequest
                | LetterKind::Section25GroundsRequest
                | LetterKind::Reminder
                | LetterKind::ExtensionNotice
                | LetterKind::Forwarding
                | LetterKind::ForwardingNotice => (false, None),
                LetterKind::Section25Decision | LetterKind::Answer => match case.phase {
                    Phase::Open => (false, Some("Saken er ikke avgjort ennå.".to_owned())),
                    Phase::Decided => (true, Some("Saken er avgjort. Personen venter på svaret.".to_owned())),
                    Phase::Answered | Phase::Closed => (false, Some("Svaret er sendt.".to_owned())),
                },
            };
            LetterKindAnswer { kind: kind.id().to_owned(), label: labels::letter_kind(kind), proposed, why }
        })
        .collect()
}

fn answer_kind(case: &Case) -> LetterKind {
    match case.opened.route.track {
        Track::Section25 => LetterKind::Section25Decision,
        Track::General | Track::RegisterAccess | Track::Forward | Track::NotHeld => LetterKind::Answer,
    }
}

fn sent(opened: &Opened, case: &Case, kind: LetterKind) -> bool {
    opened.request.letters.iter().any(|letter| letter.kind == kind && letter.cases.contains(&case.opened.case))
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
