//! Many letters at once on the desk.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Desk, input};
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::letter::LetterAnswer;
use crate::api::spoken::say;
use crate::casework::ids::CaseNumber;
use crate::casework::letter::LetterKind;
use crate::usecase::{BatchLetter, BatchOutput, BatchRequest, Problem};

/// Letters of one kind for a selection of cases.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct LettersInput {
    pub cases: Vec<String>,
    pub kind: String,
    /// What is filled in, for all of them.
    pub fields: BTreeMap<String, String>,
}

/// A letter that was not issued, or cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct StoppedLetter {
    pub cases: Vec<String>,
    pub code: String,
    pub message: String,
    pub fields: Vec<FieldProblem>,
}

/// What became of a selection.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LettersAnswer {
    pub issued: Vec<LetterAnswer>,
    pub stopped: Vec<StoppedLetter>,
    /// The cases of the letters that were left when everything was stopped.
    pub left: Vec<String>,
}

/// Which letters of a selection can be issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct LettersCheck {
    /// The cases of each letter that nothing stops.
    pub ready: Vec<Vec<String>>,
    pub stopped: Vec<StoppedLetter>,
}

impl Desk {
    /// What stops each letter of a selection; nothing is issued.
    ///
    /// # Errors
    /// [`Exit::NotWellFormed`] without a case or for a kind that there is not.
    pub fn letters_check(&mut self, given: &LettersInput) -> Result<LettersCheck, Failure> {
        let batch = batch(given)?;
        let mut answer = LettersCheck { ready: Vec::new(), stopped: Vec::new() };
        for (cases, problem) in self.workplace()?.check_letters(&batch)? {
            match problem {
                Some(problem) => answer.stopped.push(stopped(&cases, problem)),
                None => answer.ready.push(texts(&cases)),
            }
        }
        Ok(answer)
    }

    /// Issues the letters of a selection. One that cannot be issued does not stop the others.
    ///
    /// # Errors
    /// As [`Self::letters_check`].
    pub fn letters_issue(&mut self, given: &LettersInput) -> Result<LettersAnswer, Failure> {
        self.letters_issue_to(given, &mut |_, _| Ok(()), &mut |_| true)
    }

    /// The same, with the bytes of each handed over before it gets its number, and with somebody who hears how many are
    /// done and may stop the rest.
    ///
    /// # Errors
    /// As [`Self::letters_check`].
    pub fn letters_issue_to(
        &mut self,
        given: &LettersInput,
        output: BatchOutput<'_>,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<LettersAnswer, Failure> {
        let batch = batch(given)?;
        let mut answer = LettersAnswer { issued: Vec::new(), stopped: Vec::new(), left: Vec::new() };
        let mut workplace = self.workplace()?;
        for BatchLetter { cases, outcome } in workplace.issue_letters(&batch, output, go_on)? {
            match outcome {
                Some(Ok(file)) => {
                    let letter = LetterAnswer::of(&file.opened, &file.issued, workplace.rules, workplace.today());
                    answer.issued.push(letter);
                }
                Some(Err(problem)) => answer.stopped.push(stopped(&cases, problem)),
                None => answer.left.extend(texts(&cases)),
            }
        }
        Ok(answer)
    }
}

fn texts(cases: &[CaseNumber]) -> Vec<String> {
    cases.iter().map(ToString::to_string).collect()
}

fn stopped(cases: &[CaseNumber], problem: Problem) -> StoppedLetter {
    let failure = Failure::from(problem);
    StoppedLetter {
        cases: texts(cases),
        code: failure.code.to_owned(),
        message: failure.message,
        fields: failure.fields,
    }
}

fn batch(given: &LettersInput) -> Result<BatchRequest, Failure> {
    let cases = given.cases.iter().map(|case| input::case(case)).collect::<Result<Vec<_>, _>>()?;
    if cases.is_empty() {
        return Err(Failure::new(
            Exit::NotWellFormed,
            "no-case",
            say!("Velg minst én sak.", "Vel minst éi sak.", "Choose at least one case."),
        ));
    }
    Ok(BatchRequest {
        cases,
        kind: input::choice("kind", &given.kind, LetterKind::from_id, &LetterKind::ALL.map(LetterKind::id))?,
        fields: given.fields.clone(),
    })
}
