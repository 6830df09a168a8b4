//! From why something was not done to the failure that a person reads.

use std::io;

use super::deadline::deadline_failure;
use super::failure::{Exit, Failure, FieldProblem};
use super::spoken::{cited, say, spoken};
use crate::casework::letter::compose::ComposeProblemKind;
use crate::casework::letter::{ComposeProblem, GateCheck};
use crate::casework::request::Refusal;
use crate::law::calendar::oslo_time;
use crate::law::deadline::rules;
use crate::usecase::ports::{DrawProblem, FaultClass, StoreError};
use crate::usecase::{OthersChange, Problem};

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let message = problem.text().get(spoken()).to_owned();
        match problem {
            Problem::NotFound(_) => Self::new(Exit::NotFound, "not-found", message),
            Problem::Erased => Self::new(Exit::NotFound, "erased", message),
            Problem::NotCleared => Self::new(Exit::RuleRefuses, "not-cleared", message)
                .with_rule("not-cleared", cited("Folkeregisterloven § 10-4")),
            Problem::Refused(refusals) => refused(refusals, message),
            Problem::Role(_) => Self::new(Exit::RuleRefuses, "role", message)
                .with_rule("role", cited("Personvernforordningen art. 32 nr. 4 og art. 38 nr. 6")),
            Problem::UnknownCheck { .. } => field(Exit::NotWellFormed, "unknown-check", "id", message),
            Problem::UnknownLegalBasis { .. } => {
                field(Exit::NotWellFormed, "unknown-legal-basis", "legal_basis", message)
            }
            Problem::UnknownGround { .. } => field(Exit::NotWellFormed, "unknown-ground", "grounds", message),
            Problem::TooManyViews => Self::new(Exit::RuleRefuses, "too-many-views", message),
            Problem::NoSuchEnquiry => Self::new(Exit::NotFound, "not-found", message),
            Problem::NoSuchView => Self::new(Exit::NotFound, "no-such-view", message),
            Problem::UnknownUser => field(Exit::NotFound, "unknown-user", "to", message),
            Problem::HasCases => field(Exit::RuleRefuses, "has-cases", "name", message),
            Problem::Compose(problems) => composing(&problems, message),
            Problem::Gate(checks) => Self {
                rule: checks.first().map(|check| check.check.id().to_owned()),
                ..Self::new(Exit::RuleRefuses, "gate", message)
            }
            .with_fields(gate_fields(&checks)),
            Problem::NeedsNoApproval => Self::new(Exit::RuleRefuses, "needs-no-approval", message),
            Problem::NothingToApprove => Self::new(Exit::RuleRefuses, "nothing-open", message),
            Problem::NobodyApproves => field(Exit::RuleRefuses, "nobody-approves", "second_person", message),
            Problem::AbsenceDoesNotFit { field: path, .. } => field(Exit::RuleRefuses, "absence", path, message),
            Problem::NotAway => field(Exit::NotFound, "not-away", "name", message),
            Problem::NotReminded => field(Exit::NotFound, "not-reminded", "kind", message),
            Problem::PutOff(_) => field(Exit::RuleRefuses, "put-off", "until", message),
            Problem::Changed(changes) => {
                Self::new(Exit::Conflict, "conflict", message).with_fields(changes.into_iter().map(changed).collect())
            }
            Problem::TooShort(_) => Self::new(Exit::RuleRefuses, "too-little-history", message),
            Problem::NotWaiting(_) => field(Exit::NotFound, "not-waiting", "received", message),
            Problem::OtherList => Self::new(Exit::Conflict, "other-list", message),
            Problem::ComesWithProgram => {
                let rule = &rules::ONE_MONTH;
                Self::new(Exit::RuleRefuses, "comes-with-the-program", message)
                    .with_rule(rule.id, rule.source.get(spoken()))
            }
            Problem::Supposed(problems) => deadline_failure(&problems, spoken(), |_| "received".to_owned()),
            Problem::RegisterTooShort => field(Exit::RuleRefuses, "too-little-history", "register", message),
            Problem::Report(problem) => field(Exit::NotWellFormed, problem.code(), "file", message),
            Problem::Attach(problem) => field(Exit::NotWellFormed, problem.code(), "file", message),
            Problem::Redact(_) => field(Exit::NotWellFormed, "cannot-redact", "file", message),
            Problem::NothingCovered { .. } => field(Exit::NotWellFormed, "nothing-covered", "boxes", message),
            Problem::NotPublishable(problem) => field(Exit::RuleRefuses, problem.code(), "published", message),
            Problem::TooMany => field(Exit::RuleRefuses, "too-many-cases", "to", message),
            Problem::Draw(DrawProblem::MissingCharacters(_)) => {
                Self::new(Exit::RuleRefuses, "missing-characters", message)
            }
            Problem::Draw(DrawProblem::Logo(_)) => Self::new(Exit::RuleRefuses, "logo", message),
            Problem::Draw(DrawProblem::Fault(_)) => Self::new(Exit::Other, "drawing", message),
            Problem::Output(error) => Self::of_file(&error, message),
            Problem::NotLogged(error) => Self { message, ..Self::from(error) },
            Problem::Store(error) => Self::from(error),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let message = error.text().get(spoken()).to_owned();
        match error {
            StoreError::Conflict => Self::new(Exit::Conflict, "conflict", message),
            StoreError::Busy => Self::new(Exit::Conflict, "busy", message),
            StoreError::Fault { class, code, .. } => Self::new(exit(class), code, message),
        }
    }
}

impl Failure {
    /// The failure for a file of the user's that cannot be written.
    #[must_use]
    #[allow(clippy::wildcard_enum_match_arm, reason = "the operating system's kinds grow with Rust")]
    pub fn of_file(error: &io::Error, message: impl Into<String>) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::new(
                Exit::StoreUnusable,
                "disk-full",
                say!(
                    "Disken er full, og filen ble ikke skrevet. Frigjør plass og prøv igjen.",
                    "Disken er full, og fila blei ikkje skriven. Frigjer plass og prøv igjen.",
                    "The disk is full, and the file was not written. Free some space and try again.",
                ),
            ),
            _ => Self::new(Exit::Other, "cannot-write", message),
        }
    }
}

/// What somebody else did, as a field of a failure: when and who. What it was about is read in the case.
fn changed(change: OthersChange) -> FieldProblem {
    let at = oslo_time(change.at).format("%d.%m.%Y kl. %H.%M");
    FieldProblem {
        path: format!("timeline[{}]", change.sequence),
        code: change.kind.to_owned(),
        message: format!("{}, {at}", change.actor),
    }
}

fn field(exit: Exit, code: &'static str, path: &str, message: String) -> Failure {
    let fields = vec![FieldProblem { path: path.to_owned(), code: code.to_owned(), message: message.clone() }];
    Failure::new(exit, code, message).with_fields(fields)
}

/// A field that the letter does not have is badly written; everything else is a rule.
fn composing(problems: &[ComposeProblem], message: String) -> Failure {
    let code = problems.first().map_or("no-letter", |problem| problem.kind.code());
    let fields: Vec<FieldProblem> = problems
        .iter()
        .filter_map(|problem| match &problem.kind {
            ComposeProblemKind::UnknownField(_) => Some(FieldProblem {
                path: "fields".to_owned(),
                code: problem.kind.code().to_owned(),
                message: problem.message.get(spoken()).to_owned(),
            }),
            ComposeProblemKind::NotDecided(_)
            | ComposeProblemKind::WrongKind(_)
            | ComposeProblemKind::NoCases
            | ComposeProblemKind::NoTextInLanguage(_) => None,
        })
        .collect();
    if fields.len() == problems.len() {
        return Failure::new(Exit::NotWellFormed, code, message).with_fields(fields);
    }
    let source = "Forvaltningsloven §§ 23 og 24; personvernforordningen art. 12 nr. 1";
    Failure::new(Exit::RuleRefuses, code, message).with_rule(code, cited(source)).with_fields(fields)
}

fn exit(class: FaultClass) -> Exit {
    match class {
        FaultClass::NotFound => Exit::NotFound,
        FaultClass::NotWellFormed => Exit::NotWellFormed,
        FaultClass::Locked => Exit::Locked,
        FaultClass::Refused => Exit::RuleRefuses,
        FaultClass::Unusable => Exit::StoreUnusable,
        FaultClass::Conflict => Exit::Conflict,
    }
}

fn refused(refusals: Vec<Refusal>, message: String) -> Failure {
    let Some(first) = refusals.first() else {
        return Failure::new(Exit::RuleRefuses, "refused", message);
    };
    let failure = Failure::new(Exit::RuleRefuses, first.code.id(), first.message.get(spoken()))
        .with_rule(first.code.id(), cited(first.source));
    failure.with_fields(
        refusals
            .into_iter()
            .filter_map(|refusal| {
                let path = refusal.field?;
                Some(FieldProblem {
                    path,
                    code: refusal.code.id().to_owned(),
                    message: refusal.message.get(spoken()).to_owned(),
                })
            })
            .collect(),
    )
}

fn gate_fields(checks: &[GateCheck]) -> Vec<FieldProblem> {
    checks
        .iter()
        .map(|check| FieldProblem {
            path: check.field.clone().unwrap_or_else(|| check.check.id().to_owned()),
            code: check.check.id().to_owned(),
            message: check.told(spoken()),
        })
        .collect()
}
