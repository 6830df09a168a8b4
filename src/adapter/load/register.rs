//! One register's file.

use std::collections::{BTreeMap, BTreeSet};

use super::General;
use super::convert::Reader;
use super::raw::{RawRule, RawShortRetention, RawUnit, RegisterFile};
use crate::law::register::{
    AnsweringBody, CatalogueParts, CheckDefinition, Controller, FactDefinition, Point, PointAnswer, Register,
    RetainedFrom, Rule, ShortRetention, Span, Statement, UnitProposal,
};
use crate::wording::Trilingual;

/// The fact and the check that a register with short retention has.
const EVENT: &str = "hendelse";
const LIKELY_ERASED: &str = "trolig-slettet";

impl Reader<'_> {
    pub(super) fn register(
        &mut self,
        raw: &RegisterFile,
        parts: &CatalogueParts,
        general: &General,
    ) -> Option<Register> {
        let facts: Vec<FactDefinition> = raw.fact.iter().filter_map(|fact| self.fact(fact)).collect();
        for (fact, word) in facts.iter().zip(&raw.fact) {
            if parts.person_facts.iter().any(|person| person.key == fact.key) {
                self.notes.at(
                    word.key.span(),
                    Trilingual::made(
                        format!("Faktumet «{}» gjelder alle registre.", fact.key),
                        format!("Faktumet «{}» gjeld alle register.", fact.key),
                        format!("The fact “{}” is for every register.", fact.key),
                    ),
                );
            }
        }
        let checks: Vec<CheckDefinition> = raw.check.iter().filter_map(|check| self.check(check)).collect();
        let own = checks.iter().map(|check| check.id.clone()).collect::<BTreeSet<_>>();
        let always_checks = self.check_ids(&raw.always_checks, &own);
        let rules: Vec<Rule> = raw.rule.iter().filter_map(|rule| self.rule(rule, &facts, &own)).collect();
        self.no_overlapping_rules(&raw.rule);
        let controllers = self.controllers(raw, &facts);
        let answered_by = self.answering(raw);
        let article_15 = self.article_15(raw, general);
        if let Some(retention) = &raw.short_retention
            && !(own.iter().any(|id| id.as_str() == LIKELY_ERASED)
                && facts.iter().any(|fact| fact.key.as_str() == EVENT))
        {
            self.notes.at(
                retention.from.span(),
                Trilingual::made(
                    format!(
                        "Et register med kort lagringstid trenger faktumet «{EVENT}» og kontrollpunktet «{LIKELY_ERASED}»."
                    ),
                    format!(
                        "Eit register med kort lagringstid treng faktumet «{EVENT}» og kontrollpunktet «{LIKELY_ERASED}»."
                    ),
                    format!(
                        "A register with short retention needs the fact “{EVENT}” and the check “{LIKELY_ERASED}”."
                    ),
                ),
            );
        }
        Some(Register {
            id: self.word(&raw.id)?,
            names: self.text(&raw.names.nb, &raw.names.nn, &raw.names.en),
            short: self.filled(&raw.short),
            roles: raw.roles.iter().filter_map(|role| self.word(role)).collect(),
            controllers,
            answered_by,
            administrators: self.statements(&raw.administrator),
            processors: self.statements(&raw.processor),
            legal_basis: self.statements(&raw.legal_basis),
            article_15,
            short_retention: raw.short_retention.as_ref().and_then(|raw| self.short_retention(raw)),
            channel: self.channel(raw.channel.as_ref()),
            differences: self.statements(&raw.difference),
            left_out: self.statements(&raw.left_out),
            left_out_remedy: self.statements(&raw.left_out_remedy),
            facts,
            always_checks,
            checks,
            units: raw.unit.iter().filter_map(|unit| self.unit(unit)).collect(),
            rules,
        })
    }

    fn unit(&mut self, raw: &RawUnit) -> Option<UnitProposal> {
        let text = self.text(&raw.nb, &raw.nn, &raw.en);
        let rights = raw.rights.iter().filter_map(|right| self.word(right)).collect();
        let source = self.source(&raw.source);
        Some(UnitProposal { unit: self.word(&raw.unit)?, rights, text, source: source? })
    }

    fn short_retention(&mut self, raw: &RawShortRetention) -> Option<ShortRetention> {
        let spans = [raw.days.map(Span::Days), raw.months.map(Span::Months), raw.years.map(Span::Years)];
        let mut spans = spans.into_iter().flatten();
        let (Some(span), None) = (spans.next(), spans.next()) else {
            self.notes.at(
                raw.from.span(),
                Trilingual::fixed(
                    "Skriv enten «days», «months» eller «years».",
                    "Skriv anten «days», «months» eller «years».",
                    "Write “days”, “months” or “years”.",
                ),
            );
            return None;
        };
        let from = match raw.from.get_ref().as_str() {
            "event" => RetainedFrom::Event,
            "need-ended" => RetainedFrom::NeedEnded,
            other => {
                self.notes.at(
                    raw.from.span(),
                    Trilingual::made(
                        format!("«{other}» er ukjent. Skriv «event» eller «need-ended»."),
                        format!("«{other}» er ukjent. Skriv «event» eller «need-ended»."),
                        format!("“{other}” is unknown. Write “event” or “need-ended”."),
                    ),
                );
                return None;
            }
        };
        Some(ShortRetention { span, from, source: self.source(&raw.source)? })
    }

    fn controllers(&mut self, raw: &RegisterFile, facts: &[FactDefinition]) -> Vec<Controller> {
        let mut controllers = Vec::new();
        let mut days = Vec::new();
        for raw in &raw.controller {
            let when = self.conditions(&raw.when, facts);
            let validity = self.validity((&raw.valid_from, &raw.valid_to));
            let (Some(body), Some(source)) = (self.body_id(&raw.body), self.source(&raw.source)) else { continue };
            days.push(((body.clone(), when.clone()), validity, raw.body.span()));
            controllers.push(Controller { body, when, joint: raw.joint, source, validity });
        }
        self.no_overlap(&days, &Trilingual::fixed("Dataansvaret", "Dataansvaret", "The controllership"));
        if controllers.is_empty() {
            self.notes.at(
                raw.id.span(),
                Trilingual::fixed(
                    "Registeret mangler dataansvarlig («[[controller]]»).",
                    "Registeret manglar dataansvarleg («[[controller]]»).",
                    "The register lacks a controller (“[[controller]]”).",
                ),
            );
        }
        controllers
    }

    fn answering(&mut self, raw: &RegisterFile) -> Vec<AnsweringBody> {
        let mut answering = Vec::new();
        let mut days = Vec::new();
        for raw in &raw.answered_by {
            let validity = self.validity((&raw.valid_from, &raw.valid_to));
            let (Some(body), Some(source)) = (self.body_id(&raw.body), self.source(&raw.source)) else { continue };
            days.push(((), validity, raw.body.span()));
            answering.push(AnsweringBody { body, source, validity });
        }
        self.no_overlap(
            &days,
            &Trilingual::fixed("En annen som svarer,", "Ein annan som svarar,", "Somebody else who answers"),
        );
        if answering.is_empty() {
            self.notes.at(
                raw.id.span(),
                Trilingual::fixed(
                    "Det står ikke hvem som svarer for registeret ([[answered_by]]).",
                    "Det står ikkje kven som svarar for registeret ([[answered_by]]).",
                    "It does not say who answers for the register ([[answered_by]]).",
                ),
            );
        }
        answering
    }

    fn article_15(&mut self, raw: &RegisterFile, general: &General) -> BTreeMap<Point, PointAnswer> {
        let mut points = BTreeMap::new();
        for (point, statements) in [
            (Point::Purposes, self.statements(&raw.purpose)),
            (Point::Categories, self.statements(&raw.category)),
            (Point::Recipients, self.statements(&raw.recipient)),
            (Point::Retention, self.statements(&raw.retention)),
            (Point::Rights, general.rights.clone()),
            (Point::Complaint, general.complaint.clone()),
            (Point::Origin, self.statements(&raw.origin)),
            (Point::AutomatedDecisions, self.statements(&raw.automated_decision)),
        ] {
            if !statements.is_empty() {
                points.insert(point, PointAnswer::Filled(statements));
            }
        }
        for raw in &raw.not_applicable {
            let Some(point) = Point::ALL.into_iter().find(|point| raw.point.get_ref() == &point.letter().to_string())
            else {
                self.notes.at(
                    raw.point.span(),
                    Trilingual::fixed(
                        "Punktet er en bokstav fra a til h (personvernforordningen artikkel 15).",
                        "Punktet er ein bokstav frå a til h (personvernforordninga artikkel 15).",
                        "The point is a letter from a to h (GDPR Article 15).",
                    ),
                );
                continue;
            };
            let text = self.text(&raw.nb, &raw.nn, &raw.en);
            let Some(source) = self.source(&raw.source) else { continue };
            if points.contains_key(&point) {
                self.notes.at(
                    raw.point.span(),
                    Trilingual::fixed(
                        "Punktet er både fylt ut og sagt å ikke gjelde.",
                        "Punktet er både fylt ut og sagt å ikkje gjelde.",
                        "The point is both filled in and said not to apply.",
                    ),
                );
            }
            let reason = Statement { text, source, validity: Default::default(), not_repeated: false };
            points.insert(point, PointAnswer::NotApplicable(reason));
        }
        points
    }

    /// Notes two rules for the same right, under the same facts, on the same days.
    pub(super) fn no_overlapping_rules(&mut self, rules: &[RawRule]) {
        let mut days = Vec::new();
        for raw in rules {
            let when: Vec<_> = raw.when.iter().map(|(key, value)| (key.clone(), value.get_ref().clone())).collect();
            let validity = self.validity((&raw.valid_from, &raw.valid_to));
            for right in &raw.rights {
                days.push(((right.get_ref().clone(), when.clone()), validity, right.span()));
            }
        }
        let what =
            Trilingual::fixed("Regelen for denne rettigheten", "Regelen for denne retten", "The rule for this right");
        self.no_overlap(&days, &what);
    }
}
