//! The catalogue: which registers there are, who answers for them, what is said about them, and the rules of each.
//!
//! It is data, and every piece of it carries its source and the days on which it holds. Reading it from files is for
//! the adapter `load`; here stand the checked types.

mod body;
mod catalogue;
mod disclosure;
mod fact;
mod ground;
mod id;
mod near;
mod retention;
mod role;
mod rule;
mod source;
mod unit;

pub use body::Body;
pub use catalogue::{Catalogue, CatalogueParts, UnknownRegister};
pub use disclosure::{Point, PointAnswer, Statement};
pub use fact::{FactDefinition, FactKind, FactValue};
pub use ground::{Ground, RedactionGround};
pub use id::{BodyId, CheckId, FactKey, GroundId, InvalidId, OfficeId, RegisterId};
pub use near::likeness;
pub use retention::{RetainedFrom, ShortRetention, Span};
pub use role::{Role, UnknownRole};
pub use rule::{Addition, Channel, CheckDefinition, Condition, Forwarding, Reason, Rule, Way};
pub use source::{Reference, ReferenceKind, Source, Validity};
pub use unit::{Unit, UnitProposal, UnknownUnit};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::rights::Right;
use crate::wording::{Language, Trilingual};

/// The check of a register with short retention.
pub(super) const PROBABLY_ERASED: &str = "trolig-slettet";

/// One register, or one processing of personal data that is treated as one.
#[derive(Clone, Debug)]
pub struct Register {
    /// Its id, for example `kpr`.
    pub id: RegisterId,
    /// Its name.
    pub names: Trilingual,
    /// What it is called for short, for example «KPR».
    pub short: String,
    /// In which roles it holds data about people.
    pub roles: Vec<Role>,
    /// Who is controller (dataansvarlig), and according to what. Where sources differ, both stand here.
    pub controllers: Vec<Controller>,
    /// Which body answers people's requests.
    pub answered_by: Vec<AnsweringBody>,
    /// Who runs the register from day to day (forvalter).
    pub administrators: Vec<Statement>,
    /// Who processes data for the controller.
    pub processors: Vec<Statement>,
    /// The legal basis of the processing (GDPR Art. 6 and 9 and national law).
    pub legal_basis: Vec<Statement>,
    /// What Article 15(1) a to h asks for, point by point.
    pub article_15: BTreeMap<Point, PointAnswer>,
    /// How long it keeps data, where that is so short that they must be secured at once.
    pub short_retention: Option<ShortRetention>,
    /// How a request reaches the register, where no rule says otherwise.
    pub channel: Option<Channel>,
    /// Where sources differ or leave room for doubt, said openly.
    pub differences: Vec<Statement>,
    /// What the register's own access report leaves out.
    pub left_out: Vec<Statement>,
    /// How a person gets what the report leaves out.
    pub left_out_remedy: Vec<Statement>,
    /// The facts that decide which rule a case follows.
    pub facts: Vec<FactDefinition>,
    /// Checks that stand on the list of every case that is answered here.
    pub always_checks: Vec<CheckId>,
    /// Checks whose text is this register's own; they go before the general ones of the same id.
    pub checks: Vec<CheckDefinition>,
    /// Whom to ask for what its cases need.
    pub units: Vec<UnitProposal>,
    /// The register's own rules, right by right.
    pub rules: Vec<Rule>,
}

/// A body that is controller of a register.
#[derive(Clone, Debug)]
pub struct Controller {
    /// The body.
    pub body: BodyId,
    /// The facts under which it is; empty if always.
    pub when: Vec<Condition>,
    /// Whether it is so together with the others (GDPR Art. 26).
    pub joint: bool,
    /// What says so.
    pub source: Source,
    /// The days on which it is.
    pub validity: Validity,
}

/// The body that answers requests about a register.
#[derive(Clone, Debug)]
pub struct AnsweringBody {
    /// The body.
    pub body: BodyId,
    /// What says so.
    pub source: Source,
    /// The days on which it does.
    pub validity: Validity,
}

impl Register {
    /// The name of the register in one language.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        self.names.get(language)
    }

    /// The controllers on a day, or by the newest facts if no day is given.
    pub fn controllers_at(&self, on: Option<NaiveDate>) -> impl Iterator<Item = &Controller> {
        self.controllers.iter().filter(move |controller| controller.validity.holds(on))
    }

    /// The body that answers requests about the register on a day.
    #[must_use]
    pub fn answered_by_at(&self, on: Option<NaiveDate>) -> Option<&AnsweringBody> {
        self.answered_by.iter().find(|answering| answering.validity.holds(on))
    }

    /// The rights that apply here: those whose rule, the register's own or else the general one, does not say that the
    /// right hardly does.
    pub fn rights<'a>(&'a self, general: &'a [Rule]) -> impl Iterator<Item = Right> + 'a {
        let plain = |rules: &'a [Rule], right: Right| {
            rules.iter().find(move |rule| rule.rights.contains(&right) && rule.when.is_empty())
        };
        Right::ALL.into_iter().filter(move |right| {
            plain(&self.rules, *right).or_else(|| plain(general, *right)).is_some_and(|rule| !rule.hardly)
        })
    }

    /// The register's check that the data are probably erased by now, if it has one.
    #[must_use]
    pub fn probably_erased(&self) -> Option<&CheckId> {
        self.checks.iter().map(|check| &check.id).find(|id| id.as_str() == PROBABLY_ERASED)
    }

    /// The fact with this key, if the register has it.
    #[must_use]
    pub fn fact(&self, key: &FactKey) -> Option<&FactDefinition> {
        self.facts.iter().find(|fact| &fact.key == key)
    }
}
