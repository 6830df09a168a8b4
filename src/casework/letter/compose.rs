//! Joins the office's texts and what is known of the case to a letter. Pure: the same input gives the same letter.

mod access;
mod annex;
mod build;
pub(super) mod enclosure;
mod head;
mod log;
mod provision;
mod rights;
mod values;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::wording::{Language, Trilingual};

use super::field::{Field, Filled};
use super::input::{LetterCase, LetterInput};
use super::kind::LetterKind;
use super::template::{SectionId, Templates};
use super::tree::Letter;

/// A letter with what the screen and the gate need to know about how it came to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// The letter. A field without a value stands in it as «[label]».
    pub letter: Letter,
    /// Its sections with their fields, in the letter's order.
    pub sections: Vec<SectionView>,
    /// Ids of the fields that lack a value, in the letter's order.
    pub missing: Vec<String>,
    /// The dates of answer that the letter states.
    pub stated_due_on: BTreeSet<NaiveDate>,
    /// The references to statutes that the letter cites, and whether each is in force on the letter's date.
    pub references: Vec<CitedReference>,
}

/// A reference that a letter cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedReference {
    /// Its id, or its words where it comes from the decision.
    pub id: String,
    /// Whether it is in force on the letter's date.
    pub in_force: bool,
}

/// A section as the screen shows it beside the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionView {
    /// The section; with `.a`, `.b` after it where the letter has several cases.
    pub id: String,
    /// What it is for.
    pub section: SectionId,
    /// What it is called on the screen.
    pub label: Trilingual,
    /// Whether nobody may change its words in a single letter.
    pub fixed: bool,
    /// The fields that a caseworker fills in it.
    pub fields: Vec<FieldView>,
    /// What it says, as plain text; empty if it is left out.
    pub text: String,
}

/// A field that a caseworker fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldView {
    /// The key of its value in [`LetterInput::fields`].
    pub id: String,
    /// What it is.
    pub field: Field,
    /// What it is called on the screen.
    pub label: Trilingual,
    /// Its value; empty if there is none.
    pub value: String,
    /// Whether the letter cannot be issued without it.
    pub required: bool,
    /// Whether it may have several paragraphs.
    pub multiline: bool,
    /// Whether it is required and has no value.
    pub missing: bool,
}

/// Why there can be no letter at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComposeProblem {
    /// Which problem.
    pub kind: ComposeProblemKind,
    /// What is wrong and what to do.
    pub message: Trilingual,
}

/// The problems that leave no letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComposeProblemKind {
    /// There is no text of this kind of letter in this language.
    NoTextInLanguage(Language),
    /// The letter is about no case.
    NoCases,
    /// This case has not been decided.
    NotDecided(String),
    /// This case's outcome is told in another kind of letter.
    WrongKind(String),
    /// This is the key of no field of the letter.
    UnknownField(String),
}

impl ComposeProblemKind {
    /// A short code to branch on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoTextInLanguage(_) => "no-letter-in-language",
            Self::NoCases => "no-cases",
            Self::NotDecided(_) => "not-decided",
            Self::WrongKind(_) => "wrong-letter-kind",
            Self::UnknownField(_) => "unknown-letter-field",
        }
    }

    fn told(self) -> ComposeProblem {
        let message = match &self {
            Self::NoTextInLanguage(_) => Trilingual::fixed(
                "Brevet finnes ikke på språket til henvendelsen. Skriv brevet utenom programmet, og legg det ved saken.",
                "Brevet finst ikkje på språket til førespurnaden. Skriv brevet utanom programmet, og legg det ved saka.",
                "There is no such letter in the language of the request. Write it elsewhere, and attach it to the case.",
            ),
            Self::NoCases => Trilingual::fixed(
                "Brevet gjelder ingen sak. Velg minst én sak.",
                "Brevet gjeld inga sak. Vel minst éi sak.",
                "The letter is about no case. Choose at least one.",
            ),
            Self::NotDecided(case) => Trilingual {
                nb: format!("Sak {case} er ikke avgjort. Avgjør saken før du skriver svaret.").into(),
                nn: format!("Sak {case} er ikkje avgjord. Avgjer saka før du skriv svaret.").into(),
                en: format!("Case {case} has not been decided. Decide it before you write the answer.").into(),
            },
            Self::WrongKind(case) => Trilingual {
                nb: format!(
                    "Utfallet i sak {case} hører ikke hjemme i denne typen brev. Velg en annen type. «Svar på krav» kan ha vedtak etter § 25 sammen med svar på andre krav."
                )
                .into(),
                nn: format!(
                    "Utfallet i sak {case} høyrer ikkje heime i denne typen brev. Vel ein annan type. «Svar på krav» kan ha vedtak etter § 25 saman med svar på andre krav."
                )
                .into(),
                en: format!(
                    "The outcome of case {case} does not belong in this kind of letter. Choose another kind. An answer to a request may have section 25 decisions together with answers to other claims."
                )
                .into(),
            },
            Self::UnknownField(id) => Trilingual {
                nb: format!("«{id}» er ikke et felt i dette brevet. Fjern det eller rett navnet.").into(),
                nn: format!("«{id}» er ikkje eit felt i dette brevet. Fjern det eller rett namnet.").into(),
                en: format!("“{id}” is not a field of this letter. Remove it or correct its name.").into(),
            },
        };
        ComposeProblem { kind: self, message }
    }
}

/// Composes a letter.
///
/// # Errors
/// Every reason why there can be no letter. What only keeps a letter from being issued is for the gate to say.
pub fn compose(templates: &Templates, input: &LetterInput) -> Result<Composed, Vec<ComposeProblem>> {
    let mut problems = problems(input);
    let template = templates.get(input.kind, input.language);
    match template {
        Some(template) if problems.is_empty() => Ok(build::build(templates, template, input)),
        Some(_) => Err(problems),
        None => {
            problems.insert(0, ComposeProblemKind::NoTextInLanguage(input.language).told());
            Err(problems)
        }
    }
}

fn problems(input: &LetterInput) -> Vec<ComposeProblem> {
    let mut found = Vec::new();
    if input.cases.is_empty() {
        found.push(ComposeProblemKind::NoCases);
    }
    for case in input.cases.iter().filter(|_| input.kind.tells_outcome()) {
        match case.outcome {
            None => found.push(ComposeProblemKind::NotDecided(case.number.clone())),
            Some(outcome)
                if (!input.kind.can_tell(outcome, case.track) && !is_decision_among_answers(input, case))
                    || !input.kind.is_about(case.right) =>
            {
                found.push(ComposeProblemKind::WrongKind(case.number.clone()));
            }
            Some(_) => {}
        }
    }
    found
        .extend(input.fields.keys().filter(|key| !is_field(input, key)).cloned().map(ComposeProblemKind::UnknownField));
    found.into_iter().map(ComposeProblemKind::told).collect()
}

/// Whether a case is a § 25 decision in an answer that tells other outcomes as well. A letter with nothing but § 25 decisions
/// is one of that kind.
fn is_decision_among_answers(input: &LetterInput, case: &LetterCase) -> bool {
    let told_by =
        |kind: LetterKind, case: &LetterCase| case.outcome.is_some_and(|outcome| kind.can_tell(outcome, case.track));
    input.kind == LetterKind::Answer
        && told_by(LetterKind::Section25Decision, case)
        && input.cases.iter().any(|other| told_by(LetterKind::Answer, other))
}

/// Whether a key names a field that the caseworker fills in this letter: `reasons`, or `reasons.a` for case a.
fn is_field(input: &LetterInput, key: &str) -> bool {
    let (id, case) = match key.split_once('.') {
        Some((id, case)) => (id, Some(case)),
        None => (key, None),
    };
    let known =
        Field::from_id(id).is_some_and(|field| field.filled() != Filled::ByProgram && field.belongs_to(input.kind));
    let whole = Field::from_id(id).is_some_and(Field::is_of_letter);
    known && case.is_none_or(|letter| !whole && input.cases.iter().any(|case| case.letter() == letter))
}
