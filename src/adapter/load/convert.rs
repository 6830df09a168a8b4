//! From what is written to checked types; every fault is noted with its place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use toml::Spanned;
use toml::value::Datetime;

use super::problem::Notes;
use super::raw::{
    RawAddition, RawBody, RawCheck, RawFact, RawForwarding, RawGround, RawRedactionGround, RawReference, RawRule,
    RawSourcedText, RawStatement, Word,
};
use crate::law::register::{
    Addition, Body, BodyId, Channel, CheckDefinition, CheckId, Condition, FactDefinition, FactKind, FactValue,
    Forwarding, Ground, Reason, RedactionGround, Reference, ReferenceKind, Rule, Source, Statement, Validity, Way,
};
use crate::law::rights::{Mode, Outcome, Right, Track};
use crate::wording::{Told, Trilingual};

/// What references may lead to: known before the files that refer are read.
#[derive(Default)]
pub(super) struct Known {
    pub(super) sources: BTreeMap<String, Arc<Reference>>,
    pub(super) bodies: BTreeSet<BodyId>,
    pub(super) checks: BTreeSet<CheckId>,
}

/// Reads the parts of one file.
pub(super) struct Reader<'a> {
    pub(super) notes: Notes<'a>,
    pub(super) known: &'a Known,
}

type Dates<'d> = (&'d Option<Spanned<Datetime>>, &'d Option<Spanned<Datetime>>);

impl Reader<'_> {
    pub(super) fn word<T: std::str::FromStr<Err: Told>>(&mut self, word: &Word) -> Option<T> {
        word.get_ref().parse().map_err(|error: T::Err| self.notes.at(word.span(), error.text())).ok()
    }

    pub(super) fn filled(&mut self, word: &Word) -> String {
        if word.get_ref().trim().is_empty() {
            self.notes.at(word.span(), Trilingual::fixed("Teksten er tom.", "Teksten er tom.", "The text is empty."));
        }
        word.get_ref().trim().to_owned()
    }

    pub(super) fn text(&mut self, nb: &Word, nn: &Word, en: &Word) -> Trilingual {
        Trilingual { nb: self.filled(nb).into(), nn: self.filled(nn).into(), en: self.filled(en).into() }
    }

    fn date(&mut self, date: &Spanned<Datetime>) -> Option<NaiveDate> {
        let written = date.get_ref();
        let day = match (written.date, written.time) {
            (Some(day), None) => NaiveDate::from_ymd_opt(i32::from(day.year), u32::from(day.month), u32::from(day.day)),
            (Some(_), Some(_)) | (None, Some(_) | None) => None,
        };
        if day.is_none() {
            self.notes.at(
                date.span(),
                Trilingual::made(
                    format!("«{written}» er ikke en dato som finnes. Skriv år-måned-dag."),
                    format!("«{written}» er ikkje ein dato som finst. Skriv år-månad-dag."),
                    format!("“{written}” is no date that exists. Write year-month-day."),
                ),
            );
        }
        day
    }

    pub(super) fn validity(&mut self, (from, to): Dates<'_>) -> Validity {
        let first = from.as_ref().and_then(|date| self.date(date));
        let last = to.as_ref().and_then(|date| self.date(date));
        Validity::between(first, last).unwrap_or_else(|| {
            if let Some(to) = to {
                self.notes.at(
                    to.span(),
                    Trilingual::fixed(
                        "Siste dag er før første dag.",
                        "Siste dag er før første dag.",
                        "The last day is before the first day.",
                    ),
                );
            }
            Validity::default()
        })
    }

    /// The ids of a source: one, or several with « + » between.
    pub(super) fn source(&mut self, word: &Word) -> Option<Source> {
        let mut references = Vec::new();
        for id in word.get_ref().split('+').map(str::trim) {
            match self.known.sources.get(id) {
                Some(reference) => references.push(Arc::clone(reference)),
                None if id.is_empty() => self
                    .notes
                    .at(word.span(), Trilingual::fixed("Kilden mangler.", "Kjelda manglar.", "The source is missing.")),
                None => self.notes.at(
                    word.span(),
                    Trilingual::made(
                        format!("Kilden «{id}» står ikke i registers/sources.toml."),
                        format!("Kjelda «{id}» står ikkje i registers/sources.toml."),
                        format!("The source “{id}” is not in registers/sources.toml."),
                    ),
                ),
            }
        }
        Source::new(references)
    }

    pub(super) fn body_id(&mut self, word: &Word) -> Option<BodyId> {
        let id: BodyId = self.word(word)?;
        if !self.known.bodies.contains(&id) {
            self.notes.at(
                word.span(),
                Trilingual::made(
                    format!("Virksomheten «{id}» står ikke i registers/bodies.toml."),
                    format!("Verksemda «{id}» står ikkje i registers/bodies.toml."),
                    format!("The organisation “{id}” is not in registers/bodies.toml."),
                ),
            );
        }
        Some(id)
    }

    pub(super) fn check_ids(&mut self, words: &[Word], own: &BTreeSet<CheckId>) -> Vec<CheckId> {
        let mut ids = Vec::new();
        for word in words {
            let Some(id) = self.word::<CheckId>(word) else { continue };
            if !self.known.checks.contains(&id) && !own.contains(&id) {
                self.notes.at(
                    word.span(),
                    Trilingual::made(
                        format!("Kontrollpunktet «{id}» finnes ikke."),
                        format!("Kontrollpunktet «{id}» finst ikkje."),
                        format!("There is no check “{id}”."),
                    ),
                );
            }
            ids.push(id);
        }
        ids
    }

    pub(super) fn reference(&mut self, raw: &RawReference) -> Option<Reference> {
        let kind = match raw.kind.get_ref().as_str() {
            "lov" => ReferenceKind::Act,
            "forskrift" => ReferenceKind::Regulation,
            "erklaering" => ReferenceKind::Notice,
            "veiledning" => ReferenceKind::Guidance,
            other => {
                let kinds = Trilingual::one_of(&["«lov»", "«forskrift»", "«erklaering»", "«veiledning»"]);
                let message = Trilingual::made(
                    format!("«{other}» er ikke et slags kilde. Skriv {}.", kinds.nb),
                    format!("«{other}» er ikkje eit slag kjelde. Skriv {}.", kinds.nn),
                    format!("“{other}” is no kind of source. Write {}.", kinds.en),
                );
                self.notes.at(raw.kind.span(), message);
                return None;
            }
        };
        let citation = self.text(&raw.nb, &raw.nn, &raw.en);
        let validity = self.validity((&raw.valid_from, &raw.valid_to));
        Some(Reference { id: self.filled(&raw.id), kind, citation, validity })
    }

    pub(super) fn body(&mut self, raw: &RawBody) -> Option<Body> {
        if let Some(number) = &raw.organisation_number
            && (number.get_ref().len() != 9 || !number.get_ref().bytes().all(|byte| byte.is_ascii_digit()))
        {
            self.notes.at(
                number.span(),
                Trilingual::fixed(
                    "Et organisasjonsnummer har ni sifre.",
                    "Eit organisasjonsnummer har ni siffer.",
                    "An organisation number has nine digits.",
                ),
            );
        }
        Some(Body {
            id: self.word(&raw.id)?,
            names: self.text(&raw.nb, &raw.nn, &raw.en),
            forwarding_mode: self.word(&raw.forwarding)?,
            address: raw.address.clone(),
            organisation_number: raw.organisation_number.as_ref().map(|number| number.get_ref().clone()),
            telephone: raw.telephone.clone(),
            web: raw.web.clone(),
            email: raw.email.clone(),
            source: self.source(&raw.source)?,
        })
    }

    pub(super) fn statement(&mut self, raw: &RawStatement) -> Option<Statement> {
        let text = self.text(&raw.nb, &raw.nn, &raw.en);
        let validity = self.validity((&raw.valid_from, &raw.valid_to));
        Some(Statement { text, source: self.source(&raw.source)?, validity, not_repeated: raw.not_repeated })
    }

    pub(super) fn statements(&mut self, raw: &[RawStatement]) -> Vec<Statement> {
        raw.iter().filter_map(|raw| self.statement(raw)).collect()
    }

    fn reasons(&mut self, raw: &[RawSourcedText]) -> Vec<Reason> {
        let read = |raw: &RawSourcedText| {
            let text = self.text(&raw.nb, &raw.nn, &raw.en);
            Some(Reason { text, source: self.source(&raw.source)? })
        };
        raw.iter().filter_map(read).collect()
    }

    fn sources(&mut self, words: &[Word]) -> Vec<Source> {
        words.iter().filter_map(|word| self.source(word)).collect()
    }

    pub(super) fn check(&mut self, raw: &RawCheck) -> Option<CheckDefinition> {
        let text = self.text(&raw.nb, &raw.nn, &raw.en);
        let source = self.source(&raw.source);
        let id = self.word(&raw.id)?;
        Some(CheckDefinition { id, text, required: raw.required, doubtful: raw.doubtful, source: source? })
    }

    pub(super) fn ground(&mut self, raw: &RawGround) -> Option<Ground> {
        let rights: Vec<Right> = raw.rights.iter().filter_map(|right| self.word(right)).collect();
        let outcomes: Vec<Outcome> = raw.outcomes.iter().filter_map(|outcome| self.word(outcome)).collect();
        for (outcome, written) in outcomes.iter().zip(&raw.outcomes) {
            let fits = |right: &Right| Track::ALL.into_iter().any(|track| outcome.fits(*right, track));
            if !rights.iter().any(fits) {
                self.notes.at(
                    written.span(),
                    Trilingual::made(
                        format!("Utfallet «{}» passer ikke til noen av rettighetene.", outcome.id()),
                        format!("Utfallet «{}» passar ikkje til nokon av rettane.", outcome.id()),
                        format!("The outcome “{}” fits none of the rights.", outcome.id()),
                    ),
                );
            }
        }
        if rights.is_empty() || outcomes.is_empty() {
            self.notes.at(
                raw.id.span(),
                Trilingual::fixed(
                    "Grunnen mangler rettigheter eller utfall.",
                    "Grunnen manglar rettar eller utfall.",
                    "The ground lacks rights or outcomes.",
                ),
            );
        }
        let text = |reader: &mut Self, raw: &super::raw::RawText| reader.text(&raw.nb, &raw.nn, &raw.en);
        let choice = self.text(&raw.nb, &raw.nn, &raw.en);
        let letter = text(self, &raw.letter);
        let weigh = raw.weigh.as_ref().map(|raw| text(self, raw));
        let (id, source) = (self.word(&raw.id), self.source(&raw.source));
        Some(Ground { id: id?, rights, outcomes, choice, letter, weigh, doubtful: raw.doubtful, source: source? })
    }

    pub(super) fn redaction_ground(&mut self, raw: &RawRedactionGround) -> Option<RedactionGround> {
        let what = self.text(&raw.nb, &raw.nn, &raw.en);
        let (id, source) = (self.word(&raw.id), self.source(&raw.source));
        Some(RedactionGround { id: id?, what, doubtful: raw.doubtful, source: source? })
    }

    pub(super) fn fact(&mut self, raw: &RawFact) -> Option<FactDefinition> {
        let values: Vec<FactValue> = raw
            .value
            .iter()
            .map(|value| FactValue { value: self.filled(&value.id), label: self.text(&value.nb, &value.nn, &value.en) })
            .collect();
        if raw.date != values.is_empty() {
            self.notes.at(
                raw.key.span(),
                Trilingual::fixed(
                    "Et faktum er enten en dato («date = true») eller ett av flere («[[fact.value]]»).",
                    "Eit faktum er anten ein dato («date = true») eller eitt av fleire («[[fact.value]]»).",
                    "A fact is either a date (“date = true”) or one of several (“[[fact.value]]”).",
                ),
            );
        }
        if let Some(default) = &raw.default
            && !values.iter().any(|value| &value.value == default.get_ref())
        {
            self.notes.at(
                default.span(),
                Trilingual::made(
                    format!("«{}» er ikke en av verdiene.", default.get_ref()),
                    format!("«{}» er ikkje ein av verdiane.", default.get_ref()),
                    format!("“{}” is not one of the values.", default.get_ref()),
                ),
            );
        }
        Some(FactDefinition {
            key: self.word(&raw.key)?,
            label: self.text(&raw.nb, &raw.nn, &raw.en),
            kind: if raw.date { FactKind::Date } else { FactKind::Choice(values) },
            required_for: raw.required_for.iter().filter_map(|right| self.word(right)).collect(),
            default: raw.default.as_ref().map(|default| default.get_ref().clone()),
            source: self.source(&raw.source)?,
        })
    }

    pub(super) fn conditions(&mut self, when: &BTreeMap<String, Word>, facts: &[FactDefinition]) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for (key, value) in when {
            let known = facts.iter().find(|fact| fact.key.as_str() == key);
            match known {
                Some(fact) if fact.values().iter().any(|known| &known.value == value.get_ref()) => {
                    conditions.push(Condition::Is { fact: fact.key.clone(), value: value.get_ref().clone() });
                }
                Some(_) => self.notes.at(
                    value.span(),
                    Trilingual::made(
                        format!("«{key}» kan ikke være «{}».", value.get_ref()),
                        format!("«{key}» kan ikkje vere «{}».", value.get_ref()),
                        format!("“{key}” cannot be “{}”.", value.get_ref()),
                    ),
                ),
                None => self.notes.at(
                    value.span(),
                    Trilingual::made(
                        format!("Registeret har ikke faktumet «{key}»."),
                        format!("Registeret har ikkje faktumet «{key}»."),
                        format!("The register does not have the fact “{key}”."),
                    ),
                ),
            }
        }
        conditions
    }

    pub(super) fn channel(&mut self, raw: Option<&RawSourcedText>) -> Option<Channel> {
        let raw = raw?;
        let text = self.text(&raw.nb, &raw.nn, &raw.en);
        Some(Channel { text, source: self.source(&raw.source)? })
    }

    pub(super) fn rule(&mut self, raw: &RawRule, facts: &[FactDefinition], own: &BTreeSet<CheckId>) -> Option<Rule> {
        let rights: Vec<Right> = raw.rights.iter().filter_map(|right| self.word(right)).collect();
        let when = self.conditions(&raw.when, facts);
        let validity = self.validity((&raw.valid_from, &raw.valid_to));
        let legal_basis = self.sources(&raw.legal_basis);
        let checks = self.check_ids(&raw.checks, own);
        let reasons = self.reasons(&raw.reason);
        let channel = self.channel(raw.channel.as_ref());
        if reasons.is_empty() {
            self.notes.at(
                raw.track.span(),
                Trilingual::fixed(
                    "Regelen mangler begrunnelse ([[rule.reason]] med kilde).",
                    "Regelen manglar grunngiving ([[rule.reason]] med kjelde).",
                    "The rule lacks its reason ([[rule.reason]] with a source).",
                ),
            );
        }
        let track: Track = self.word(&raw.track)?;
        let way = match (track, &raw.mode, &raw.handled_by) {
            (Track::Forward, Some(mode), Some(body)) => {
                Way::Forward { body: self.body_id(body)?, mode: self.word::<Mode>(mode)? }
            }
            (Track::General | Track::RegisterAccess | Track::Section25 | Track::NotHeld, None, None) => {
                if legal_basis.is_empty() && !raw.with_general {
                    self.notes.at(
                        raw.track.span(),
                        Trilingual::fixed(
                            "Regelen mangler rettsgrunnlag (legal_basis).",
                            "Regelen manglar rettsgrunnlag (legal_basis).",
                            "The rule lacks a legal basis (legal_basis).",
                        ),
                    );
                }
                Way::Answer(track)
            }
            (
                Track::Forward | Track::General | Track::RegisterAccess | Track::Section25 | Track::NotHeld,
                Some(_) | None,
                Some(_) | None,
            ) => {
                let message = Trilingual::fixed(
                    "Sporet «forward» har mode og handled_by; de andre sporene har ingen av dem.",
                    "Sporet «forward» har mode og handled_by; dei andre spora har ingen av dei.",
                    "The track “forward” has mode and handled_by; the other tracks have neither.",
                );
                self.notes.at(raw.track.span(), message);
                return None;
            }
        };
        let (with_general, hardly) = (raw.with_general, raw.hardly);
        Some(Rule { rights, when, validity, way, with_general, hardly, legal_basis, checks, channel, reasons })
    }

    pub(super) fn forwarding(&mut self, raw: &RawForwarding) -> Option<Forwarding> {
        let legal_basis = self.sources(&raw.legal_basis);
        let checks = self.check_ids(&raw.checks, &BTreeSet::new());
        let reasons = self.reasons(&raw.reason);
        Some(Forwarding { mode: self.word(&raw.mode)?, legal_basis, checks, reasons })
    }

    pub(super) fn addition(&mut self, raw: &RawAddition, facts: &[FactDefinition]) -> Option<Addition> {
        let checks = self.check_ids(&raw.checks, &BTreeSet::new());
        let reasons = self.reasons(&raw.reason);
        let Some(fact) = facts.iter().find(|fact| fact.key.as_str() == raw.fact.get_ref()) else {
            self.notes.at(
                raw.fact.span(),
                Trilingual::made(
                    format!("Faktumet «{}» finnes ikke.", raw.fact.get_ref()),
                    format!("Faktumet «{}» finst ikkje.", raw.fact.get_ref()),
                    format!("There is no fact “{}”.", raw.fact.get_ref()),
                ),
            );
            return None;
        };
        let fact = fact.key.clone();
        let when = match raw.younger_than {
            Some(years) => Condition::YoungerThan { fact, years },
            None => Condition::Given { fact },
        };
        Some(Addition { when, checks, reasons })
    }

    /// Notes every pair of the same kind whose days overlap.
    pub(super) fn no_overlap<K: PartialEq>(&mut self, items: &[(K, Validity, Range<usize>)], what: &Trilingual) {
        for (index, (key, validity, place)) in items.iter().enumerate() {
            if items[..index].iter().any(|(other, before, _)| other == key && before.overlaps(*validity)) {
                self.notes.at(
                    place.clone(),
                    Trilingual::made(
                        format!("{} gjelder på samme tid som en tidligere i filen.", what.nb),
                        format!("{} gjeld på same tid som ein tidlegare i fila.", what.nn),
                        format!("{} holds at the same time as an earlier one in the file.", what.en),
                    ),
                );
            }
        }
    }
}
