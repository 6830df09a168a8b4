//! What a person who asks for access is told of a register beside the data (GDPR Art. 15(1) a to h), as the catalogue has
//! it on the letter's date. Nothing is said here that the catalogue does not say.

use chrono::NaiveDate;

use crate::law::organisation::OfficeProfile;
use crate::law::register::{Catalogue, Condition, Point, ReferenceKind, Register, Source, Statement};
use crate::law::rights::{Right, Track};
use crate::law::routing::{self, Facts};
use crate::wording::{Language, Trilingual};

/// What is told of a register on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterDisclosure {
    /// The points of Art. 15(1), in their order; one that nothing is said to on that day has no facts.
    pub points: Vec<PointTold>,
    /// The legal basis of the processing.
    pub legal_basis: Vec<Told>,
    /// Who is controller; several where sources differ, or where they are so together.
    pub controllers: Vec<ControllerTold>,
    /// Who runs the register from day to day.
    pub administrators: Vec<Told>,
    /// Who processes data for the controller.
    pub processors: Vec<Told>,
    /// What the register's own report leaves out.
    pub left_out: Vec<Told>,
    /// How the person gets the rest.
    pub left_out_remedy: Vec<Told>,
    /// The rights as they apply in the register (Art. 15(1) e).
    pub rights: Vec<RightHere>,
}

/// What is told to a point of Art. 15(1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointTold {
    /// The point.
    pub point: Point,
    /// What is so, or why the point does not apply.
    pub facts: Vec<Told>,
}

/// A fact of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is so.
    pub text: Trilingual,
    /// What says so.
    pub source: Trilingual,
    /// A later source leaves it out without saying otherwise («ikke gjentatt»).
    pub not_repeated: bool,
}

/// A controller, and what says that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControllerTold {
    /// The body.
    pub names: Trilingual,
    /// Whether it is so together with the others (Art. 26).
    pub joint: bool,
    /// What says so.
    pub source: Trilingual,
}

/// How a right applies in a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightHere {
    /// The right.
    pub right: Right,
    /// How.
    pub way: RightWay,
    /// The rules that it rests on, as they are cited on that day.
    pub basis: Vec<Trilingual>,
}

/// How a right applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RightWay {
    /// We answer claims on it, on this track.
    Here(Track),
    /// It hardly applies, and why.
    Hardly(Vec<Trilingual>),
    /// Another body answers.
    Elsewhere(Trilingual),
}

impl RegisterDisclosure {
    /// What the catalogue says of a register on a day. `facts` are those of the case: they decide who is controller, and
    /// who answers.
    #[must_use]
    pub fn of(
        catalogue: &Catalogue,
        office: &OfficeProfile,
        register: &Register,
        facts: &Facts,
        on: NaiveDate,
    ) -> Self {
        let told = |statements: &[Statement]| told(statements, on);
        let points = Point::ALL.into_iter().map(|point| PointTold {
            point,
            facts: register.article_15.get(&point).map(|answer| told(answer.statements())).unwrap_or_default(),
        });
        let controllers =
            register.controllers_at(Some(on)).filter(|controller| hold(&controller.when, register, facts));
        Self {
            points: points.collect(),
            legal_basis: told(&register.legal_basis),
            controllers: controllers
                .map(|controller| ControllerTold {
                    names: catalogue
                        .body(&controller.body)
                        .map_or_else(|| everywhere(controller.body.as_str()), |body| body.names.clone()),
                    joint: controller.joint,
                    source: citation(&controller.source),
                })
                .collect(),
            administrators: told(&register.administrators),
            processors: told(&register.processors),
            left_out: told(&register.left_out),
            left_out_remedy: told(&register.left_out_remedy),
            rights: Right::ALL
                .into_iter()
                .filter(|right| *right != Right::Access)
                .filter_map(|right| right_here(catalogue, office, register, right, facts, on))
                .collect(),
        }
    }

    /// The points of Art. 15(1) that nothing is said to.
    pub fn lacking(&self) -> impl Iterator<Item = Point> {
        Point::ALL.into_iter().filter(|point| {
            let told = self.points.iter().find(|told| told.point == *point);
            let rights = *point == Point::Rights && self.rights.is_empty();
            rights || told.is_none_or(|told| told.facts.is_empty())
        })
    }

    /// Every source that something rests on, each once, in the order of the annex.
    #[must_use]
    pub fn sources(&self, language: Language) -> Vec<String> {
        let points = self.points.iter().flat_map(|told| &told.facts);
        let others = self.legal_basis.iter().chain(&self.administrators).chain(&self.processors);
        let facts = points.chain(others).map(|told| &told.source);
        let mut sources = Vec::new();
        for source in facts.chain(self.controllers.iter().map(|controller| &controller.source)) {
            // A fact may rest on several sources; each is listed by itself.
            for one in source.get(language).split("; ") {
                if !sources.iter().any(|known| known == one) {
                    sources.push(one.to_owned());
                }
            }
        }
        sources
    }
}

/// The statements that hold on a day.
fn told(statements: &[Statement], on: NaiveDate) -> Vec<Told> {
    let holding = statements.iter().filter(|statement| statement.validity.holds(Some(on)));
    holding
        .map(|statement| Told {
            text: statement.text.clone(),
            source: citation(&statement.source),
            not_repeated: statement.not_repeated,
        })
        .collect()
}

fn citation(source: &Source) -> Trilingual {
    Trilingual {
        nb: source.citation(Language::Nb).into(),
        nn: source.citation(Language::Nn).into(),
        en: source.citation(Language::En).into(),
    }
}

/// A name that is the same in every language.
fn everywhere(text: &str) -> Trilingual {
    let text = text.to_owned();
    Trilingual { nb: text.clone().into(), nn: text.clone().into(), en: text.into() }
}

/// Whether conditions on facts hold, with what is assumed where a fact is not given. Of a date it is enough that it is
/// there: the controllers of a register depend on no age.
fn hold(when: &[Condition], register: &Register, facts: &Facts) -> bool {
    when.iter().all(|condition| match condition {
        Condition::Is { fact, value } => {
            let assumed = register.fact(fact).and_then(|known| known.default.as_deref());
            facts.get(fact.as_str()).or(assumed) == Some(value.as_str())
        }
        Condition::Given { fact } | Condition::YoungerThan { fact, .. } => facts.get(fact.as_str()).is_some(),
    })
}

/// How a right applies; none for one that the person has no use for hearing of here: whatever hardly applies and is not
/// among those that Art. 15(1) e names, and what is a matter of the archive.
fn right_here(
    catalogue: &Catalogue,
    office: &OfficeProfile,
    register: &Register,
    right: Right,
    facts: &Facts,
    on: NaiveDate,
) -> Option<RightHere> {
    let named = matches!(right, Right::Rectification | Right::Erasure | Right::Restriction | Right::Objection);
    if right == Right::Kassasjon {
        return None;
    }
    let route = routing::route(catalogue, office, &register.id, right, facts, Some(on)).ok()?;
    let way = match route.track {
        Track::Forward => RightWay::Elsewhere(
            catalogue
                .body(&route.handled_by)
                .map_or_else(|| everywhere(route.handled_by.as_str()), |body| body.names.clone()),
        ),
        Track::General | Track::RegisterAccess | Track::Section25 | Track::NotHeld if route.hardly => {
            RightWay::Hardly(grounds(catalogue, register, right, on))
        }
        track @ (Track::General | Track::RegisterAccess | Track::Section25 | Track::NotHeld) => RightWay::Here(track),
    };
    let worth = named || matches!(way, RightWay::Here(_));
    let rules = route.legal_basis.iter().filter(|reference| match reference.kind {
        ReferenceKind::Act | ReferenceKind::Regulation => reference.validity.holds(Some(on)),
        ReferenceKind::Notice | ReferenceKind::Guidance => false,
    });
    let basis = rules.map(|reference| reference.citation.clone()).collect();
    worth.then_some(RightHere { right, way, basis })
}

/// Why a right hardly applies: the reasons of the rule that says so.
fn grounds(catalogue: &Catalogue, register: &Register, right: Right, on: NaiveDate) -> Vec<Trilingual> {
    let rules = register.rules.iter().chain(catalogue.rules());
    let rule =
        rules.filter(|rule| rule.hardly && rule.rights.contains(&right)).find(|rule| rule.validity.holds(Some(on)));
    rule.into_iter().flat_map(|rule| &rule.reasons).map(|reason| reason.text.clone()).collect()
}
