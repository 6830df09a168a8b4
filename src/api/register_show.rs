//! One register in full: what the catalogue says about it on a day, and the way that each right goes there.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::FieldProblem;
use super::registers::{
    ControllerAnswer, FactAnswer, NamesAnswer, PointOfArticle15, RegisterAnswer, StatementAnswer, days,
};
use super::route::{ReasonAnswer, RouteAnswer, routing_fields};
use crate::law::organisation::OfficeProfile;
use crate::law::register::{
    Body, BodyId, Catalogue, Channel, Register, RetainedFrom, ShortRetention, Source, Span, Validity,
};
use crate::law::rights::{Mode, Right};
use crate::law::routing::{Facts, Route, route};
use crate::wording::{Language, Trilingual};

/// Which register, on which day, and with which facts.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RegisterShowInput {
    pub register: String,
    /// The day of receipt whose rules are shown; without it the newest.
    pub received_on: Option<String>,
    pub facts: Option<BTreeMap<String, String>>,
}

/// A register with everything that the catalogue says about it. It has every field of [`RegisterAnswer`], and more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct RegisterShow {
    pub id: String,
    pub short: String,
    pub names: NamesAnswer,
    /// The ids of the roles in which it holds data about people.
    pub roles: Vec<&'static str>,
    /// The same in words.
    pub role_labels: Vec<String>,
    pub controllers: Vec<ControllerAnswer>,
    /// The ids of the rights that apply; the others can be claimed all the same.
    pub rights: Vec<&'static str>,
    pub facts: Vec<FactAnswer>,
    pub article_15: Vec<PointOfArticle15>,
    /// The day whose rules are shown; none for the newest.
    pub received_on: Option<String>,
    /// Which body answers people's requests, as the register's own sources say.
    pub answered_by: Vec<BodyInForce>,
    /// Whether this office answers requests about it on the day.
    pub answered_here: bool,
    /// The days on which this office answers, as its profile says; none if it never does.
    pub office_answers: Vec<BodyInForce>,
    /// Who runs the register from day to day (forvalter).
    pub administrators: Vec<StatementAnswer>,
    pub processors: Vec<StatementAnswer>,
    pub legal_basis: Vec<StatementAnswer>,
    pub short_retention: Option<ShortRetentionAnswer>,
    /// How a request reaches the register, where no rule says otherwise.
    pub channel: Option<ReasonAnswer>,
    /// Where sources differ or leave room for doubt.
    pub differences: Vec<StatementAnswer>,
    /// What the register's own access report leaves out.
    pub left_out: Vec<StatementAnswer>,
    /// How a person gets what the report leaves out.
    pub left_out_remedy: Vec<StatementAnswer>,
    /// The way that each right goes, all of them in order.
    pub routes: Vec<RightRoute>,
    /// How the bodies that answer, or are controllers, are reached.
    pub contacts: Vec<ContactAnswer>,
}

/// A body, with the days on which it is what is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct BodyInForce {
    pub id: String,
    pub name: String,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
    pub in_force: bool,
    pub source: String,
}

/// How long a register keeps data that it does not keep for long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct ShortRetentionAnswer {
    pub count: u16,
    /// `days`, `months` or `years`.
    pub unit: &'static str,
    /// `event` or `need-ended`.
    pub from: &'static str,
    /// The same in words.
    pub text: String,
    pub source: String,
}

/// The way that a right goes in a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct RightRoute {
    pub right: &'static str,
    pub label: String,
    pub track_label: Option<String>,
    pub mode_label: Option<String>,
    /// None if no route can be given; then the problems say why.
    pub route: Option<RouteAnswer>,
    /// What a case rests on, with the days on which it holds.
    pub legal_basis: Vec<ProvisionAnswer>,
    /// What says how a request is to reach the register.
    pub channel_source: Option<String>,
    pub problems: Vec<FieldProblem>,
}

/// A provision that a case rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct ProvisionAnswer {
    pub citation: String,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
}

/// How a body is reached. What no source gives is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct ContactAnswer {
    pub id: String,
    pub name: String,
    pub address: Vec<String>,
    pub organisation_number: Option<String>,
    pub telephone: Option<String>,
    pub web: Option<String>,
    pub email: Option<String>,
    pub source: String,
}

/// In which catalogue, for which office, on which day and in which language a register is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Viewpoint<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The office whose cases the routes are of.
    pub office: &'a OfficeProfile,
    /// The day of receipt; without it the newest rules count.
    pub on: Option<NaiveDate>,
    /// The language of the answer.
    pub language: Language,
}

impl RegisterShow {
    /// The register as it is seen from somewhere, with these facts.
    #[must_use]
    pub fn of(register: &Register, facts: &Facts, from: Viewpoint<'_>) -> Self {
        let Viewpoint { catalogue, office, on, language } = from;
        let answered_here = office.answers_for(&register.id, on).is_some();
        let summary = RegisterAnswer::of(register, catalogue, (answered_here, on), language);
        let statements = |statements| StatementAnswer::all(statements, on, language);
        let routes: Vec<RightRoute> =
            Right::ALL.into_iter().map(|right| RightRoute::of(register, right, facts, from)).collect();
        let answered_by = register.answered_by.iter().map(|each| from.body(&each.body, &each.source, each.validity));
        let here = office.answers.iter().filter(|answers| answers.register == register.id);
        Self {
            id: summary.id,
            short: summary.short,
            names: summary.names,
            roles: summary.roles,
            role_labels: register.roles.iter().map(|role| role.label(language)).collect(),
            controllers: summary.controllers,
            rights: summary.rights,
            facts: summary.facts,
            article_15: summary.article_15,
            received_on: on.map(|day| day.to_string()),
            answered_by: answered_by.collect(),
            answered_here: summary.answered_here,
            office_answers: here.map(|each| from.body(&office.body, &each.source, each.validity)).collect(),
            administrators: statements(&register.administrators),
            processors: statements(&register.processors),
            legal_basis: statements(&register.legal_basis),
            short_retention: register.short_retention.as_ref().map(|short| ShortRetentionAnswer::of(short, language)),
            channel: register.channel.as_ref().map(|channel| from.channel(channel)),
            differences: statements(&register.differences),
            left_out: statements(&register.left_out),
            left_out_remedy: statements(&register.left_out_remedy),
            contacts: from.contacts(register, &routes),
            routes,
        }
    }
}

impl Viewpoint<'_> {
    fn body(self, id: &BodyId, source: &Source, validity: Validity) -> BodyInForce {
        let (valid_from, valid_to) = days(validity);
        BodyInForce {
            id: id.to_string(),
            name: self.catalogue.body_name(id, self.language).to_owned(),
            valid_from,
            valid_to,
            in_force: validity.holds(self.on),
            source: source.citation(self.language),
        }
    }

    fn channel(self, channel: &Channel) -> ReasonAnswer {
        ReasonAnswer {
            text: channel.text.get(self.language).to_owned(),
            source: channel.source.citation(self.language),
        }
    }

    /// The bodies that answer for the register or are its controllers, sorted by name.
    fn contacts(self, register: &Register, routes: &[RightRoute]) -> Vec<ContactAnswer> {
        let named = register.controllers.iter().map(|controller| controller.body.as_str());
        let answering = register.answered_by.iter().map(|answering| answering.body.as_str());
        let handling = routes.iter().filter_map(|route| Some(route.route.as_ref()?.handled_by.id.as_str()));
        let wanted: BTreeSet<&str> = named.chain(answering).chain(handling).collect();
        let known = self.catalogue.bodies().filter(|body| wanted.contains(body.id.as_str()));
        let mut contacts: Vec<ContactAnswer> = known.map(|body| ContactAnswer::of(body, self.language)).collect();
        contacts.sort_by(|one, other| one.name.cmp(&other.name));
        contacts
    }
}

impl RightRoute {
    fn of(register: &Register, right: Right, facts: &Facts, from: Viewpoint<'_>) -> Self {
        let Viewpoint { catalogue, office, on, language } = from;
        let bare = Self {
            right: right.id(),
            label: right.label(language),
            track_label: None,
            mode_label: None,
            route: None,
            legal_basis: Vec::new(),
            channel_source: None,
            problems: Vec::new(),
        };
        match route(catalogue, office, &register.id, right, facts, on) {
            Ok(found) => Self {
                track_label: Some(found.track.label(language)),
                mode_label: found.mode.map(|mode| Mode::label(mode, language)),
                legal_basis: provisions(&found, language),
                channel_source: found.channel.as_ref().map(|channel| channel.source.citation(language)),
                route: Some(RouteAnswer::of(&found, catalogue, language)),
                ..bare
            },
            Err(problem) => Self { problems: routing_fields(&problem, "", language), ..bare },
        }
    }
}

fn provisions(route: &Route, language: Language) -> Vec<ProvisionAnswer> {
    let provision = |reference: &std::sync::Arc<crate::law::register::Reference>| {
        let (valid_from, valid_to) = days(reference.validity);
        ProvisionAnswer { citation: reference.citation.get(language).to_owned(), valid_from, valid_to }
    };
    route.legal_basis.iter().map(provision).collect()
}

impl ContactAnswer {
    fn of(body: &Body, language: Language) -> Self {
        Self {
            id: body.id.to_string(),
            name: body.name(language).to_owned(),
            address: body.address.clone(),
            organisation_number: body.organisation_number.clone(),
            telephone: body.telephone.clone(),
            web: body.web.clone(),
            email: body.email.clone(),
            source: body.source.citation(language),
        }
    }
}

impl ShortRetentionAnswer {
    fn of(short: &ShortRetention, language: Language) -> Self {
        let (count, unit) = match short.span {
            Span::Days(days) => (days, "days"),
            Span::Months(months) => (months, "months"),
            Span::Years(years) => (years, "years"),
        };
        Self {
            count,
            unit,
            from: match short.from {
                RetainedFrom::Event => "event",
                RetainedFrom::NeedEnded => "need-ended",
            },
            text: kept(short).get(language).to_owned(),
            source: short.source.citation(language),
        }
    }
}

/// «Opplysningene blir slettet 7 dager etter hendelsen.»
fn kept(short: &ShortRetention) -> Trilingual {
    let [nb, nn, en] = match short.span {
        Span::Days(1) => ["1 dag", "1 dag", "1 day"].map(str::to_owned),
        Span::Days(days) => [format!("{days} dager"), format!("{days} dagar"), format!("{days} days")],
        Span::Months(1) => ["1 måned", "1 månad", "1 month"].map(str::to_owned),
        Span::Months(months) => [format!("{months} måneder"), format!("{months} månader"), format!("{months} months")],
        Span::Years(1) => ["1 år", "1 år", "1 year"].map(str::to_owned),
        Span::Years(years) => [format!("{years} år"), format!("{years} år"), format!("{years} years")],
    };
    match short.from {
        RetainedFrom::Event => Trilingual {
            nb: format!("Opplysningene blir slettet {nb} etter hendelsen.").into(),
            nn: format!("Opplysningane blir sletta {nn} etter hendinga.").into(),
            en: format!("The data are erased {en} after the event.").into(),
        },
        RetainedFrom::NeedEnded => Trilingual {
            nb: format!("Opplysningene blir slettet {nb} etter at de ikke lenger trengs.").into(),
            nn: format!("Opplysningane blir sletta {nn} etter at det ikkje lenger er bruk for dei.").into(),
            en: format!("The data are erased {en} after they are no longer needed.").into(),
        },
    }
}
