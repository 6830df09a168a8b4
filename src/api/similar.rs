//! Other open requests of the same person, with what differs.

use serde::Serialize;
use ts_rs::TS;

use super::people::{ClaimAnswer, claims};
use super::spoken::say;
use crate::usecase::{Opened, Rules};

/// The requests that one may be a repetition of.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct SimilarAnswer {
    pub requests: Vec<SimilarRequest>,
}

/// Another open request of the same person.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct SimilarRequest {
    pub request: String,
    /// Its first case.
    pub case: String,
    pub received_on: String,
    pub claims: Vec<ClaimAnswer>,
    pub identity: String,
    /// What is otherwise than in this request, in words.
    pub differs: Vec<String>,
    /// Why this request may not take the other one in; `None` where it may.
    pub too_weak: Option<String>,
}

impl SimilarAnswer {
    pub(super) fn of(opened: &Opened, others: &[Opened], rules: &Rules) -> Self {
        let similar = |other: &Opened| {
            let case = other.request.cases.first()?.opened.case;
            Some(SimilarRequest {
                request: other.number.to_string(),
                case: other.number.case(case).to_string(),
                received_on: other.request.registered.received_on.to_string(),
                claims: claims(other, rules),
                identity: other.request.identity.id().to_owned(),
                differs: differences(opened, other),
                too_weak: opened.request.too_weak_for(&other.request).map(|refusal| refusal.message),
            })
        };
        Self { requests: others.iter().filter_map(similar).collect() }
    }
}

/// What tells two requests of one person apart, without saying what either says.
fn differences(opened: &Opened, other: &Opened) -> Vec<String> {
    let (one, two) = (opened.person(), other.person());
    let demands = |opened: &Opened| {
        let mut demands: Vec<_> = opened
            .request
            .cases
            .iter()
            .map(|case| (case.opened.register.clone(), case.opened.right, case.opened.facts.clone()))
            .map(|(register, right, facts)| (register.to_string(), right.id(), format!("{facts:?}")))
            .collect();
        demands.sort_unstable();
        demands
    };
    let words = |opened: &Opened| opened.words(opened.request.registered.text).map(str::to_owned);
    let number = |opened: &Opened| opened.person().and_then(|person| person.identity_number.clone());
    let found = [
        (demands(opened) != demands(other), say("kravene", "krava", "the claims")),
        (words(opened) != words(other), say("teksten", "teksten", "the words")),
        (one.map(|person| &person.name) != two.map(|person| &person.name), say("navnet", "namnet", "the name")),
        (
            one.map(|person| &person.address) != two.map(|person| &person.address),
            say("adressen", "adressa", "the address"),
        ),
        (number(opened) != number(other), say("nummeret", "nummeret", "the number")),
        (
            opened.request.registered.channel != other.request.registered.channel,
            say("kanalen", "kanalen", "the channel"),
        ),
        (opened.representative() != other.representative(), say("hvem som handler", "kven som handlar", "who acts")),
    ];
    found.into_iter().filter_map(|(differs, what)| differs.then(|| what.to_owned())).collect()
}
