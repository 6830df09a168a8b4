//! Routes: which way a case goes, who answers it, what is to be checked, and why.
//!
//! The rules are rows of a table in the catalogue; here they are only looked up. No register and no right is named
//! in this room.

mod facts;

use std::sync::Arc;

use chrono::{Months, NaiveDate};

pub use super::rights::{Mode, Track};
pub use facts::{FactProblem, FactProblemKind, Facts};
use facts::{Known, Value};

use super::organisation::OfficeProfile;
use super::register::{
    BodyId, Catalogue, Channel, CheckId, Condition, Reason, Reference, Register, RegisterId, Rule, Source,
    UnknownRegister, Way,
};
use super::rights::Right;
use crate::wording::{Language, Trilingual};

/// The fact that says when something was recorded or took place.
const EVENT: &str = "hendelse";

/// The way that a case goes, complete: nothing more has to be looked up to carry it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The register.
    pub register: RegisterId,
    /// The right.
    pub right: Right,
    /// The track.
    pub track: Track,
    /// How it is passed on; only on the track [`Track::Forward`].
    pub mode: Option<Mode>,
    /// Who answers.
    pub handled_by: BodyId,
    /// What the case rests on, the first first.
    pub legal_basis: Vec<Arc<Reference>>,
    /// The checks on the case's list.
    pub checks: Vec<Check>,
    /// How such a request is to reach the register, where that is laid down.
    pub channel: Option<Channel>,
    /// Why the route is as it is.
    pub reasons: Vec<Reason>,
    /// By when the data have to be secured, in a register that does not keep them for long.
    pub secure_by_on: Option<NaiveDate>,
    /// Whether the right hardly applies to the register, so that the answer will be a refusal with its ground.
    pub hardly: bool,
}

/// A check on a case's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its id, for example `identitet`.
    pub id: CheckId,
    /// What is to be checked.
    pub text: Trilingual,
    /// Whether it ought to be answered before the case is decided.
    pub required: bool,
    /// Whether it rests on a source that is not sure; the text says so too.
    pub doubtful: bool,
    /// What it rests on.
    pub source: Source,
}

/// Why no route can be given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoutingProblem {
    /// No register has this id: not well-formed.
    #[error(transparent)]
    UnknownRegister(#[from] UnknownRegister),
    /// Facts that the register does not have, or that cannot be so: not well-formed.
    #[error("{}", joined(.0))]
    Facts(Vec<FactProblem>),
    /// Facts that decide and are not given: a rule refuses.
    #[error("{}", joined(.0))]
    MissingFacts(Vec<FactProblem>),
    /// The catalogue has no rule for this register and right on that day: a rule refuses.
    #[error("{}", no_rule(register, *right, *on).nb)]
    NoRuleInForce {
        /// The register.
        register: RegisterId,
        /// The right.
        right: Right,
        /// The day of receipt.
        on: Option<NaiveDate>,
    },
}

fn joined(problems: &[FactProblem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn no_rule(register: &RegisterId, right: Right, on: Option<NaiveDate>) -> Trilingual {
    let day = on.map_or_else(|| "…".to_owned(), |day| day.format("%d.%m.%Y").to_string());
    Trilingual {
        nb: format!("Ingen regel i katalogen gjelder for {right} i {register} mottatt {day}. Sjekk datoen.").into(),
        nn: format!("Ingen regel i katalogen gjeld for {right} i {register} motteke {day}. Sjekk datoen.").into(),
        en: format!("No rule in the catalogue applies to {right} in {register} received {day}. Check the date.").into(),
    }
}

impl RoutingProblem {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::UnknownRegister(problem) => problem.text(),
            Self::Facts(problems) | Self::MissingFacts(problems) => {
                let in_one = |language| {
                    problems.iter().map(|problem| problem.text().get(language).to_owned()).collect::<Vec<_>>().join(" ")
                };
                Trilingual {
                    nb: in_one(Language::Nb).into(),
                    nn: in_one(Language::Nn).into(),
                    en: in_one(Language::En).into(),
                }
            }
            Self::NoRuleInForce { register, right, on } => no_rule(register, *right, *on),
        }
    }
}

/// The route of a case.
///
/// `received_on` decides which rules are in force; without it the newest are taken.
///
/// # Errors
/// [`RoutingProblem`]; of the facts, all problems at once.
pub fn route(
    catalogue: &Catalogue,
    office: &OfficeProfile,
    register: &RegisterId,
    right: Right,
    facts: &Facts,
    received_on: Option<NaiveDate>,
) -> Result<Route, RoutingProblem> {
    let register = catalogue.find(register.as_str())?;
    let known = facts::check(catalogue, register, right, facts).map_err(|problems| {
        let missing = |problem: &FactProblem| matches!(problem.kind, FactProblemKind::Missing { .. });
        if problems.iter().all(missing) {
            RoutingProblem::MissingFacts(problems)
        } else {
            RoutingProblem::Facts(problems.into_iter().filter(|problem| !missing(problem)).collect())
        }
    })?;
    let none = || RoutingProblem::NoRuleInForce { register: register.id.clone(), right, on: received_on };
    let search = Search { catalogue, register, right, known, received_on };
    let general = search.pick(catalogue.rules()).ok_or_else(none)?;
    let rule = search.pick(&register.rules).unwrap_or(general);
    let answers = office.answers_for(&register.id, received_on);
    let mut draft = Draft::default();
    let mut secure_by_on = None;
    let (track, mode, handled_by) = match (&rule.way, answers) {
        (Way::Answer(track), Some(answers)) => {
            if rule.with_general {
                search.add_rule(&mut draft, general);
            }
            search.add_rule(&mut draft, rule);
            search.add_assumed(&mut draft);
            draft.checks.extend(&register.always_checks);
            secure_by_on = search.add_short_retention(&mut draft);
            draft.reason(search.responsible(&office.body, &answers.source));
            search.add_additions(&mut draft);
            draft.channel = draft.channel.or_else(|| register.channel.clone());
            (*track, None, office.body.clone())
        }
        (Way::Forward { body, mode }, Some(_)) => {
            search.add_rule(&mut draft, rule);
            search.add_assumed(&mut draft);
            search.add_forwarding(&mut draft, *mode, body);
            (Track::Forward, Some(*mode), body.clone())
        }
        (way, None) => {
            let (body, source) = search.elsewhere(way, rule, &office.body).ok_or_else(none)?;
            let mode = search.forwarding_mode(&office.body, &body);
            draft.reason(search.responsible(&body, &source));
            search.add_forwarding(&mut draft, mode, &body);
            (Track::Forward, Some(mode), body)
        }
    };
    Ok(Route {
        register: register.id.clone(),
        right,
        track,
        mode,
        handled_by,
        legal_basis: draft.legal_basis,
        checks: search.checks(&draft.checks),
        channel: draft.channel,
        reasons: draft.reasons,
        secure_by_on,
        hardly: track != Track::Forward && rule.hardly,
    })
}

/// What a route is collected in. Order is kept, and nothing stands twice.
#[derive(Default)]
struct Draft<'a> {
    legal_basis: Vec<Arc<Reference>>,
    checks: Vec<&'a CheckId>,
    channel: Option<Channel>,
    reasons: Vec<Reason>,
}

impl Draft<'_> {
    fn basis(&mut self, sources: &[Source]) {
        for reference in sources.iter().flat_map(Source::references) {
            if !self.legal_basis.iter().any(|known| known.id == reference.id) {
                self.legal_basis.push(Arc::clone(reference));
            }
        }
    }

    fn reason(&mut self, reason: Reason) {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }
}

struct Search<'a> {
    catalogue: &'a Catalogue,
    register: &'a Register,
    right: Right,
    known: Known<'a>,
    received_on: Option<NaiveDate>,
}

impl<'a> Search<'a> {
    /// The rule for the right that is in force: one whose conditions are met, else one without conditions.
    fn pick<'r>(&self, rules: &'r [Rule]) -> Option<&'r Rule> {
        let fitting = || {
            rules.iter().filter(|rule| {
                rule.rights.contains(&self.right)
                    && rule.validity.holds(self.received_on)
                    && rule.when.iter().all(|condition| self.met(condition))
            })
        };
        fitting().find(|rule| !rule.when.is_empty()).or_else(|| fitting().next())
    }

    fn met(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Is { fact, value } => {
                matches!(self.known.get(fact.as_str()), Some(Value::Word(word)) if word == value)
            }
            Condition::Given { fact } => self.known.get(fact.as_str()).is_some(),
            Condition::YoungerThan { fact, years } => match (self.known.get(fact.as_str()), self.received_on) {
                (Some(Value::Date(born)), Some(on)) => {
                    born.checked_add_months(Months::new(u32::from(*years) * 12)).is_none_or(|day| on < day)
                }
                (Some(Value::Date(_)), None) => true,
                (Some(Value::Word(_)) | None, _) => false,
            },
        }
    }

    fn add_rule(&self, draft: &mut Draft<'a>, rule: &'a Rule) {
        draft.basis(&rule.legal_basis);
        draft.checks.extend(&rule.checks);
        if rule.channel.is_some() {
            draft.channel.clone_from(&rule.channel);
        }
        for reason in &rule.reasons {
            draft.reason(reason.clone());
        }
    }

    fn add_assumed(&self, draft: &mut Draft<'a>) {
        for (fact, value) in &self.known.assumed {
            let text = filled(self.catalogue.assumed_text(), |language| {
                [("{fact}", fact.key.as_str()), ("{value}", fact.value_label(value, language))]
            });
            draft.reason(Reason { text, source: fact.source.clone() });
        }
    }

    fn add_additions(&self, draft: &mut Draft<'a>) {
        for addition in self.catalogue.additions().iter().filter(|addition| self.met(&addition.when)) {
            draft.checks.extend(&addition.checks);
            for reason in &addition.reasons {
                draft.reason(reason.clone());
            }
        }
    }

    /// What is kept for a short time only is secured first, and is perhaps gone already.
    fn add_short_retention(&self, draft: &mut Draft<'a>) -> Option<NaiveDate> {
        let retention = self.register.short_retention.as_ref()?;
        let event_on = match self.known.get(EVENT) {
            Some(Value::Date(day)) => Some(day),
            Some(Value::Word(_)) | None => None,
        };
        if retention.may_have_elapsed(event_on, self.received_on) {
            draft.checks.extend(self.register.probably_erased());
        }
        self.received_on.map(|received_on| retention.secure_by_on(event_on, received_on))
    }

    fn add_forwarding(&self, draft: &mut Draft<'a>, mode: Mode, body: &BodyId) {
        let Some(forwarding) = self.catalogue.forwarding(mode) else { return };
        draft.basis(&forwarding.legal_basis);
        draft.checks.extend(&forwarding.checks);
        for reason in &forwarding.reasons {
            let text = self.named(&reason.text, body);
            draft.reason(Reason { text, source: reason.source.clone() });
        }
    }

    fn responsible(&self, body: &BodyId, source: &Source) -> Reason {
        Reason { text: self.named(self.catalogue.responsible_text(), body), source: source.clone() }
    }

    fn named(&self, template: &Trilingual, body: &BodyId) -> Trilingual {
        filled(template, |language| {
            [("{body}", self.catalogue.body_name(body, language)), ("{register}", self.register.name(language))]
        })
    }

    /// The body that answers when this office does not, and what says so: the one that the rule names, else the one
    /// that answers for the register, else another controller.
    fn elsewhere(&self, way: &Way, rule: &Rule, office: &BodyId) -> Option<(BodyId, Source)> {
        if let Way::Forward { body, .. } = way {
            let source = rule.reasons.first().map(|reason| reason.source.clone())?;
            return Some((body.clone(), source));
        }
        let answering = self.register.answered_by_at(self.received_on).map(|body| (&body.body, &body.source));
        let controllers = self
            .register
            .controllers_at(self.received_on)
            .filter(|controller| controller.when.iter().all(|condition| self.met(condition)))
            .map(|controller| (&controller.body, &controller.source));
        answering
            .into_iter()
            .chain(controllers)
            .find(|(body, _)| *body != office)
            .map(|(body, source)| (body.clone(), source.clone()))
    }

    /// How a request goes from one body to another. Only an authority sends it on, and only to an authority: the duty
    /// is one of public administration (forvaltningslovforskriften § 4).
    fn forwarding_mode(&self, from: &BodyId, to: &BodyId) -> Mode {
        let mode = |body| self.catalogue.body(body).map_or(Mode::Refer, |body| body.forwarding_mode);
        match mode(from) {
            Mode::Transfer => mode(to),
            Mode::Refer | Mode::Assist => Mode::Refer,
        }
    }

    fn checks(&self, ids: &[&CheckId]) -> Vec<Check> {
        let mut checks: Vec<Check> = Vec::new();
        for id in ids {
            if checks.iter().any(|check| &check.id == *id) {
                continue;
            }
            if let Some(definition) = self.catalogue.check(self.register, id) {
                checks.push(Check {
                    id: definition.id.clone(),
                    text: definition.text.clone(),
                    required: definition.required,
                    doubtful: definition.doubtful,
                    source: definition.source.clone(),
                });
            }
        }
        checks
    }
}

/// A text with the names put in, in each language.
fn filled<'n>(template: &Trilingual, names: impl Fn(Language) -> [(&'static str, &'n str); 2]) -> Trilingual {
    let fill = |language: Language| {
        names(language)
            .into_iter()
            .fold(template.get(language).to_owned(), |text, (place, name)| text.replace(place, name))
            .into()
    };
    Trilingual { nb: fill(Language::Nb), nn: fill(Language::Nn), en: fill(Language::En) }
}
