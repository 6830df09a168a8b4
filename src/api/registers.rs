//! The catalogue as it is shown.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::law::organisation::OfficeProfile;
use crate::law::register::{
    Catalogue, Condition, Controller, FactDefinition, FactKind, Point, PointAnswer, Register, Role, Statement, Validity,
};
use crate::law::rights::Right;
use crate::wording::{Language, Trilingual};

/// The registers, and the rights that a person can claim in any of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegistersAnswer {
    /// The version of the catalogue.
    pub catalogue: String,
    /// The registers, sorted by id.
    pub registers: Vec<RegisterAnswer>,
    /// Every right with its name.
    pub rights: Vec<RightAnswer>,
    /// Every role that a person can have in a register, with its name.
    pub roles: Vec<RoleAnswer>,
}

/// A role's id and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RoleAnswer {
    /// The id.
    pub id: &'static str,
    /// The name.
    pub label: String,
}

/// A right's id and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RightAnswer {
    /// The id.
    pub id: &'static str,
    /// The name.
    pub label: String,
}

/// A register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterAnswer {
    /// The id.
    pub id: String,
    /// What it is called for short.
    pub short: String,
    /// Its names.
    pub names: NamesAnswer,
    /// Who is controller, and according to what.
    pub controllers: Vec<ControllerAnswer>,
    /// The ids of the rights that apply; the others can be claimed all the same.
    pub rights: Vec<&'static str>,
    /// The facts that decide which rule a case follows.
    pub facts: Vec<FactAnswer>,
    /// The ids of the roles in which it holds data about people.
    pub roles: Vec<&'static str>,
    /// Whether the office answers requests about it.
    pub answered_here: bool,
    /// What Article 15(1) asks for, point by point.
    pub article_15: Vec<PointOfArticle15>,
}

/// A name in the three languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NamesAnswer {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

impl NamesAnswer {
    fn of(names: &Trilingual) -> Self {
        Self { nb: names.nb.to_string(), nn: names.nn.to_string(), en: names.en.to_string() }
    }
}

/// A controller, with the days on which it is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ControllerAnswer {
    /// The id of the body.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The facts under which it is, in words; none if always.
    pub when: Option<String>,
    /// Whether it is so together with the others (GDPR Art. 26).
    pub joint: bool,
    /// The first day, if it is known.
    pub valid_from: Option<String>,
    /// The last day, if there is one.
    pub valid_to: Option<String>,
    /// Whether it is so on the day that was asked for; without a day, whether it has no last day.
    pub in_force: bool,
    /// What says so.
    pub source: String,
}

/// A fact that can be given with a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FactAnswer {
    /// The key.
    pub key: String,
    /// What is asked.
    pub label: String,
    /// `choice` or `date`.
    pub kind: &'static str,
    /// What it can be; none for a date.
    pub values: Vec<FactValueAnswer>,
    /// The ids of the rights for which a case cannot be routed without it.
    pub required_for: Vec<&'static str>,
    /// What is assumed when it is not given.
    pub default: Option<String>,
}

/// A value that a fact can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FactValueAnswer {
    /// The value.
    pub value: String,
    /// What it means.
    pub label: String,
}

/// A point of Article 15(1) and what the catalogue says to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PointOfArticle15 {
    /// The letter, a to h.
    pub point: String,
    /// What the point is about.
    pub label: String,
    /// `filled`, `not-applicable` or `missing`.
    pub status: &'static str,
    /// What is said, or why it does not apply.
    pub statements: Vec<StatementAnswer>,
}

/// A statement with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementAnswer {
    /// What is said.
    pub text: String,
    /// What says so.
    pub source: String,
    /// The first day, if it is known.
    pub valid_from: Option<String>,
    /// The last day, if there is one.
    pub valid_to: Option<String>,
    /// Whether it is so on the day that was asked for; without a day, whether it has no last day.
    pub in_force: bool,
    /// A later source leaves it out without saying otherwise.
    pub not_repeated: bool,
}

impl RegistersAnswer {
    /// These registers of the catalogue, in a language, as an office sees them on a day; without a day by the newest rules.
    #[must_use]
    pub fn of<'a>(
        catalogue: &Catalogue,
        registers: impl Iterator<Item = &'a Register>,
        (office, on): (&OfficeProfile, Option<NaiveDate>),
        language: Language,
    ) -> Self {
        let answered_here = |register: &Register| office.answers_for(&register.id, on).is_some();
        Self {
            catalogue: catalogue.version().to_owned(),
            registers: registers
                .map(|register| RegisterAnswer::of(register, catalogue, (answered_here(register), on), language))
                .collect(),
            rights: Right::ALL
                .into_iter()
                .map(|right| RightAnswer { id: right.id(), label: right.label(language) })
                .collect(),
            roles: Role::ALL
                .into_iter()
                .map(|role| RoleAnswer { id: role.id(), label: role.label(language) })
                .collect(),
        }
    }
}

/// The first and the last day of a validity, as they are written.
pub(super) fn days(validity: Validity) -> (Option<String>, Option<String>) {
    (validity.from().map(|day| day.to_string()), validity.to().map(|day| day.to_string()))
}

impl RegisterAnswer {
    /// The register in a language, with what is in force on a day.
    #[must_use]
    pub fn of(
        register: &Register,
        catalogue: &Catalogue,
        (answered_here, on): (bool, Option<NaiveDate>),
        language: Language,
    ) -> Self {
        let controllers = register
            .controllers
            .iter()
            .map(|controller| ControllerAnswer::of(controller, register, catalogue, on, language));
        Self {
            id: register.id.to_string(),
            short: register.short.clone(),
            names: NamesAnswer::of(&register.names),
            controllers: controllers.collect(),
            rights: register.rights(catalogue.rules()).map(Right::id).collect(),
            facts: register.facts.iter().map(|fact| FactAnswer::of(fact, language)).collect(),
            roles: register.roles.iter().map(|role| role.id()).collect(),
            answered_here,
            article_15: Point::ALL
                .into_iter()
                .map(|point| PointOfArticle15::of(point, register.article_15.get(&point), on, language))
                .collect(),
        }
    }

    /// The points of Article 15(1) that nothing is said to.
    pub fn missing(&self) -> impl Iterator<Item = &PointOfArticle15> {
        self.article_15.iter().filter(|point| point.status == "missing")
    }
}

impl ControllerAnswer {
    fn of(
        controller: &Controller,
        register: &Register,
        catalogue: &Catalogue,
        on: Option<NaiveDate>,
        language: Language,
    ) -> Self {
        let (valid_from, valid_to) = days(controller.validity);
        let conditions = controller.when.iter().map(|condition| in_words(condition, register, catalogue, language));
        Self {
            id: controller.body.to_string(),
            name: catalogue.body_name(&controller.body, language).to_owned(),
            when: if controller.when.is_empty() { None } else { Some(conditions.collect::<Vec<_>>().join("; ")) },
            joint: controller.joint,
            valid_from,
            valid_to,
            in_force: controller.validity.holds(on),
            source: controller.source.citation(language),
        }
    }
}

/// What must be so, in the words of the fact's own question.
fn in_words(condition: &Condition, register: &Register, catalogue: &Catalogue, language: Language) -> String {
    let (key, value) = match condition {
        Condition::Is { fact, value } => (fact, Some(value)),
        Condition::Given { fact } | Condition::YoungerThan { fact, .. } => (fact, None),
    };
    match (catalogue.fact(register, key), value) {
        (Some(fact), Some(value)) => fact.value_label(value, language).to_owned(),
        (Some(fact), None) => fact.label.get(language).to_owned(),
        (None, Some(value)) => value.clone(),
        (None, None) => key.to_string(),
    }
}

impl FactAnswer {
    fn of(fact: &FactDefinition, language: Language) -> Self {
        let values = fact
            .values()
            .iter()
            .map(|value| FactValueAnswer { value: value.value.clone(), label: value.label.get(language).to_owned() });
        Self {
            key: fact.key.to_string(),
            label: fact.label.get(language).to_owned(),
            kind: match fact.kind {
                FactKind::Choice(_) => "choice",
                FactKind::Date => "date",
            },
            values: values.collect(),
            required_for: fact.required_for.iter().map(|right| right.id()).collect(),
            default: fact.default.clone(),
        }
    }
}

impl PointOfArticle15 {
    fn of(point: Point, answer: Option<&PointAnswer>, on: Option<NaiveDate>, language: Language) -> Self {
        let status = match answer {
            Some(PointAnswer::Filled(_)) => "filled",
            Some(PointAnswer::NotApplicable(_)) => "not-applicable",
            None => "missing",
        };
        let statements = answer.map(PointAnswer::statements).unwrap_or_default();
        Self {
            point: point.letter().to_string(),
            label: point.label(language),
            status,
            statements: StatementAnswer::all(statements, on, language),
        }
    }
}

impl StatementAnswer {
    /// Statements in a language, as they are on a day.
    pub(super) fn all(statements: &[Statement], on: Option<NaiveDate>, language: Language) -> Vec<Self> {
        statements
            .iter()
            .map(|statement| {
                let (valid_from, valid_to) = days(statement.validity);
                Self {
                    text: statement.text.get(language).to_owned(),
                    source: statement.source.citation(language),
                    valid_from,
                    valid_to,
                    in_force: statement.validity.holds(on),
                    not_repeated: statement.not_repeated,
                }
            })
            .collect()
    }
}
