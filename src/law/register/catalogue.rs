//! The catalogue as a whole.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::near::likeness;
use super::{
    Addition, Body, BodyId, CheckDefinition, CheckId, FactDefinition, FactKey, Forwarding, Ground, GroundId,
    RedactionGround, Register, RegisterId, Rule,
};
use crate::law::rights::{Mode, Right};
use crate::wording::{Language, Trilingual};

/// No register has this id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownRegister {
    /// What was given.
    pub given: String,
    /// Registers with an id or a name like it, the likest first.
    pub near: Vec<RegisterId>,
    /// Every register there is.
    pub known: Vec<RegisterId>,
}

impl UnknownRegister {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        let list = |ids: &[RegisterId]| ids.iter().map(RegisterId::as_str).collect::<Vec<_>>().join(", ");
        let given = &self.given;
        if self.near.is_empty() {
            let known = list(&self.known);
            Trilingual {
                nb: format!("Det finnes ikke noe register «{given}». Velg et av disse: {known}.").into(),
                nn: format!("Det finst ikkje noko register «{given}». Vel eitt av desse: {known}.").into(),
                en: format!("There is no register «{given}». Choose one of these: {known}.").into(),
            }
        } else {
            let near = list(&self.near);
            Trilingual {
                nb: format!("Det finnes ikke noe register «{given}». Mente du {near}?").into(),
                nn: format!("Det finst ikkje noko register «{given}». Meinte du {near}?").into(),
                en: format!("There is no register «{given}». Did you mean {near}?").into(),
            }
        }
    }
}

/// What a catalogue is put together of, before it is checked.
#[derive(Clone, Debug, Default)]
pub struct CatalogueParts {
    /// The version, for example `2026-07`.
    pub version: String,
    /// The bodies.
    pub bodies: Vec<Body>,
    /// The registers.
    pub registers: Vec<Register>,
    /// The general rules, at least one for every right.
    pub rules: Vec<Rule>,
    /// The checks that are worded for every register.
    pub checks: Vec<CheckDefinition>,
    /// The grounds that outcomes can rest on.
    pub grounds: Vec<Ground>,
    /// The grounds on which something in a file is covered.
    pub redactions: Vec<RedactionGround>,
    /// Facts about the person that every case can have.
    pub person_facts: Vec<FactDefinition>,
    /// What is added when a case is passed on, one for every mode.
    pub forwarding: Vec<Forwarding>,
    /// What is added when something is known about the person.
    pub additions: Vec<Addition>,
    /// «{body} answers for {register}», in the three languages.
    pub responsible: Option<Trilingual>,
    /// «{fact} is not given; {value} is assumed», in the three languages.
    pub assumed: Option<Trilingual>,
}

/// Every register, the bodies behind them and the rules of all.
#[derive(Clone, Debug)]
// Invariant: checked by `adapter::load`, which alone makes one from files: ids that are named exist, every right has
// a general rule, every mode its forwarding.
pub struct Catalogue {
    version: String,
    bodies: BTreeMap<BodyId, Body>,
    registers: BTreeMap<RegisterId, Register>,
    rules: Vec<Rule>,
    checks: BTreeMap<CheckId, CheckDefinition>,
    grounds: Vec<Ground>,
    redactions: Vec<RedactionGround>,
    person_facts: Vec<FactDefinition>,
    forwarding: BTreeMap<Mode, Forwarding>,
    additions: Vec<Addition>,
    responsible: Trilingual,
    assumed: Trilingual,
}

impl Catalogue {
    /// A catalogue of these parts.
    ///
    /// # Errors
    /// Every reference from one part to another that leads nowhere, in words.
    pub fn new(parts: CatalogueParts) -> Result<Self, Vec<Trilingual>> {
        let mut problems = Vec::new();
        for right in Right::ALL {
            if !parts.rules.iter().any(|rule| rule.rights.contains(&right) && rule.when.is_empty()) {
                problems.push(Trilingual::made(
                    format!("Rettigheten «{right}» har ingen generell regel."),
                    format!("Retten «{right}» har ingen generell regel."),
                    format!("The right “{right}” has no general rule."),
                ));
            }
        }
        for mode in Mode::ALL {
            if !parts.forwarding.iter().any(|forwarding| forwarding.mode == mode) {
                problems.push(Trilingual::made(
                    format!("Måten «{mode}» er ikke beskrevet."),
                    format!("Måten «{mode}» er ikkje beskriven."),
                    format!("The way “{mode}” is not described."),
                ));
            }
        }
        for (text, name) in [(&parts.responsible, "responsible"), (&parts.assumed, "assumed")] {
            if text.is_none() {
                problems.push(Trilingual::made(
                    format!("Teksten «{name}» mangler."),
                    format!("Teksten «{name}» manglar."),
                    format!("The text “{name}” is missing."),
                ));
            }
        }
        let (Some(responsible), Some(assumed)) = (parts.responsible, parts.assumed) else {
            return Err(problems);
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            version: parts.version,
            bodies: parts.bodies.into_iter().map(|body| (body.id.clone(), body)).collect(),
            registers: parts.registers.into_iter().map(|register| (register.id.clone(), register)).collect(),
            rules: parts.rules,
            checks: parts.checks.into_iter().map(|check| (check.id.clone(), check)).collect(),
            grounds: parts.grounds,
            redactions: parts.redactions,
            person_facts: parts.person_facts,
            forwarding: parts.forwarding.into_iter().map(|forwarding| (forwarding.mode, forwarding)).collect(),
            additions: parts.additions,
            responsible,
            assumed,
        })
    }

    /// The version of the catalogue.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The registers, sorted by id.
    pub fn registers(&self) -> impl Iterator<Item = &Register> {
        self.registers.values()
    }

    /// The register with this id.
    #[must_use]
    pub fn get(&self, id: &RegisterId) -> Option<&Register> {
        self.registers.get(id)
    }

    /// The register whose id is this text.
    ///
    /// # Errors
    /// [`UnknownRegister`] with the ids that resemble it.
    pub fn find(&self, id: &str) -> Result<&Register, UnknownRegister> {
        id.parse::<RegisterId>().ok().and_then(|id| self.registers.get(&id)).ok_or_else(|| self.unknown(id))
    }

    /// The problem that no register has this id.
    #[must_use]
    pub fn unknown(&self, given: &str) -> UnknownRegister {
        let mut near: Vec<(usize, &RegisterId)> = self
            .registers
            .values()
            .filter_map(|register| {
                let names =
                    [register.id.as_str(), &register.short, register.name(Language::Nb), register.name(Language::Nn)];
                names.into_iter().filter_map(|name| likeness(given, name)).min().map(|letters| (letters, &register.id))
            })
            .collect();
        near.sort();
        UnknownRegister {
            given: given.chars().take(60).collect(),
            near: near.into_iter().map(|(_, id)| id.clone()).collect(),
            known: self.registers.keys().cloned().collect(),
        }
    }

    /// The bodies, sorted by id.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.bodies.values()
    }

    /// The body with this id.
    #[must_use]
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.get(id)
    }

    /// The name of a body in one language; its id if the catalogue does not know it.
    #[must_use]
    pub fn body_name<'a>(&'a self, id: &'a BodyId, language: Language) -> &'a str {
        self.bodies.get(id).map_or(id.as_str(), |body| body.name(language))
    }

    /// The general rules.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The check with this id, in the register's own wording if it has one.
    #[must_use]
    pub fn check<'a>(&'a self, register: &'a Register, id: &CheckId) -> Option<&'a CheckDefinition> {
        register.checks.iter().find(|check| &check.id == id).or_else(|| self.checks.get(id))
    }

    /// The grounds that a claim about a right can be decided on, on a day, in the order of the catalogue.
    pub fn grounds(&self, right: Right, on: NaiveDate) -> impl Iterator<Item = &Ground> {
        self.grounds.iter().filter(move |ground| ground.fits(right, on))
    }

    /// The ground with this id, whether or not it can be chosen now.
    #[must_use]
    pub fn ground(&self, id: &str) -> Option<&Ground> {
        self.grounds.iter().find(|ground| ground.id.as_str() == id)
    }

    /// The grounds on which something in a file can be covered on a day, in the order of the catalogue.
    pub fn redaction_grounds(&self, on: NaiveDate) -> impl Iterator<Item = &RedactionGround> {
        self.redactions.iter().filter(move |ground| ground.source.holds(on))
    }

    /// The ground for covering with this id, whether or not it can be chosen now.
    #[must_use]
    pub fn redaction_ground(&self, id: &GroundId) -> Option<&RedactionGround> {
        self.redactions.iter().find(|ground| ground.id == *id)
    }

    /// Takes the grounds for covering from another catalogue, where this one was written before there were any.
    pub fn complete_from(&mut self, other: &Self) {
        if self.redactions.is_empty() {
            self.redactions.clone_from(&other.redactions);
        }
    }

    /// Facts about the person that every case can have.
    #[must_use]
    pub fn person_facts(&self) -> &[FactDefinition] {
        &self.person_facts
    }

    /// The fact with this key that a case in the register can have.
    #[must_use]
    pub fn fact<'a>(&'a self, register: &'a Register, key: &FactKey) -> Option<&'a FactDefinition> {
        register.fact(key).or_else(|| self.person_facts.iter().find(|fact| &fact.key == key))
    }

    /// What is added when a case is passed on in this way.
    #[must_use]
    pub fn forwarding(&self, mode: Mode) -> Option<&Forwarding> {
        self.forwarding.get(&mode)
    }

    /// What is added when something is known about the person.
    #[must_use]
    pub fn additions(&self) -> &[Addition] {
        &self.additions
    }

    /// «{body} answers for {register}».
    #[must_use]
    pub fn responsible_text(&self) -> &Trilingual {
        &self.responsible
    }

    /// «{fact} is not given; {value} is assumed».
    #[must_use]
    pub fn assumed_text(&self) -> &Trilingual {
        &self.assumed
    }
}
