//! A route as it is shown, and what is wrong where none can be given.

use serde::Serialize;
use ts_rs::TS;

use super::{Exit, Failure, FieldProblem};
use crate::law::register::Catalogue;
use crate::law::routing::{FactProblem, Route, RoutingProblem};
use crate::wording::Language;

/// A route in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RouteAnswer {
    /// The register's id.
    pub register: String,
    /// The right's id.
    pub right: &'static str,
    /// The track's id.
    pub track: &'static str,
    /// How it is passed on, if it is.
    pub mode: Option<&'static str>,
    /// Who answers.
    pub handled_by: BodyAnswer,
    /// What the case rests on, as it is cited.
    pub legal_basis: Vec<String>,
    /// The identifiers of the same, in the same order.
    pub legal_basis_ids: Vec<String>,
    /// The checks on the case's list.
    pub checks: Vec<CheckAnswer>,
    /// How such a request is to reach the register, where that is laid down.
    pub channel: Option<String>,
    /// Why the route is as it is.
    pub reasons: Vec<ReasonAnswer>,
    /// Whether the right hardly applies, so that the answer will be a refusal with its ground.
    pub hardly: bool,
}

/// A body's id and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BodyAnswer {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// A check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RouteCheckAnswer")]
pub struct CheckAnswer {
    /// The id.
    pub id: String,
    /// What is to be checked.
    pub text: String,
    /// Whether it ought to be answered before the case is decided.
    pub required: bool,
    /// Whether its source is not sure.
    pub doubtful: bool,
    /// What it rests on.
    pub source: String,
}

/// A reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReasonAnswer {
    /// The reason.
    pub text: String,
    /// What it rests on.
    pub source: String,
}

impl RouteAnswer {
    /// The route in a language.
    #[must_use]
    pub fn of(route: &Route, catalogue: &Catalogue, language: Language) -> Self {
        let checks = route.checks.iter().map(|check| CheckAnswer {
            id: check.id.to_string(),
            text: check.text.get(language).to_owned(),
            required: check.required,
            doubtful: check.doubtful,
            source: check.source.citation(language),
        });
        let reasons = route.reasons.iter().map(|reason| ReasonAnswer {
            text: reason.text.get(language).to_owned(),
            source: reason.source.citation(language),
        });
        let basis = route.legal_basis.iter().map(|reference| reference.citation.get(language).to_owned());
        Self {
            register: route.register.to_string(),
            right: route.right.id(),
            track: route.track.id(),
            mode: route.mode.map(crate::law::rights::Mode::id),
            handled_by: BodyAnswer {
                id: route.handled_by.to_string(),
                name: catalogue.body_name(&route.handled_by, language).to_owned(),
            },
            legal_basis: basis.collect(),
            legal_basis_ids: route.legal_basis.iter().map(|reference| reference.id.clone()).collect(),
            checks: checks.collect(),
            channel: route.channel.as_ref().map(|channel| channel.text.get(language).to_owned()),
            reasons: reasons.collect(),
            hardly: route.hardly,
        }
    }
}

/// The failure of a command that cannot be given a route. `path` says where the demand stands in the input, for example
/// `demands[0].`; it is empty for the command `route`.
#[must_use]
pub fn routing_failure(problem: &RoutingProblem, path: &str, language: Language) -> Failure {
    let (exit, code) = match problem {
        RoutingProblem::UnknownRegister(_) => (Exit::NotWellFormed, "unknown-register"),
        RoutingProblem::Facts(_) => (Exit::NotWellFormed, "not-well-formed"),
        RoutingProblem::MissingFacts(_) => (Exit::RuleRefuses, "missing-fact"),
        RoutingProblem::NoRuleInForce { .. } => (Exit::RuleRefuses, "no-rule-in-force"),
    };
    let message = problem.text().get(language).to_owned();
    Failure::new(exit, code, message).with_fields(routing_fields(problem, path, language))
}

/// The fields that a routing problem concerns.
#[must_use]
pub fn routing_fields(problem: &RoutingProblem, path: &str, language: Language) -> Vec<FieldProblem> {
    let field = |name: &str, code: &str, message: &str| FieldProblem {
        path: format!("{path}{name}"),
        code: code.to_owned(),
        message: message.to_owned(),
    };
    match problem {
        RoutingProblem::UnknownRegister(unknown) => {
            vec![field("register", "unknown-register", unknown.text().get(language))]
        }
        RoutingProblem::Facts(problems) | RoutingProblem::MissingFacts(problems) => {
            let of_fact = |problem: &FactProblem| {
                field(&format!("facts.{}", problem.key), problem.code(), problem.text().get(language))
            };
            problems.iter().map(of_fact).collect()
        }
        RoutingProblem::NoRuleInForce { .. } => {
            vec![field("received_on", "no-rule-in-force", problem.text().get(language))]
        }
    }
}
