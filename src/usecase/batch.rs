//! Many letters at once: each stands or falls by itself, and they are drawn side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::letters::{IssuedFile, LetterRequest, ReadyLetter};
use super::problem::Problem;
use super::reports::Bytes;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::ids::{CaseNumber, DocumentNumber};
use crate::casework::letter::LetterKind;
use crate::casework::request::Case;

/// How many letters are drawn before they are recorded: enough to keep every processor busy, few enough to be stopped soon.
const AT_ONCE: usize = 32;

/// The letters of one kind that somebody wants for a selection of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchRequest {
    /// The cases.
    pub cases: Vec<CaseNumber>,
    /// The kind of every letter.
    pub kind: LetterKind,
    /// What was filled in, for all of them.
    pub fields: BTreeMap<String, String>,
}

/// What became of one letter of many.
#[derive(Debug)]
pub struct BatchLetter {
    /// The cases that it is about.
    pub cases: Vec<CaseNumber>,
    /// The letter, or why it was not issued; `None` where everything was stopped before it.
    pub outcome: Option<Result<IssuedFile, Problem>>,
}

/// The cases of a letter of a selection, and what would stop it.
pub type CheckedLetter = (Vec<CaseNumber>, Option<Problem>);

/// Takes the bytes of each letter, with the number that it is about to get.
pub type BatchOutput<'a> = &'a mut dyn FnMut(DocumentNumber, &[u8]) -> io::Result<()>;

impl Workplace<'_> {
    /// What would stop each letter of a selection. Nothing is issued, and nobody's data are shown.
    ///
    /// # Errors
    /// [`Problem::Role`]; whatever stops a single letter is in its own answer.
    pub fn check_letters(&mut self, batch: &BatchRequest) -> Result<Vec<CheckedLetter>, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let letters = self.letters_of(batch);
        Ok(letters
            .into_iter()
            .map(|wanted| match wanted {
                Ok(wanted) => {
                    let composed = self.composition(&wanted, Bytes::Left);
                    let stops = composed.and_then(|composition| composition.unstopped(None, None)).err();
                    (wanted.cases, stops)
                }
                Err((cases, problem)) => (cases, Some(problem)),
            })
            .collect())
    }

    /// Issues a letter for each request of a selection, or for each case where the letter answers it. One that cannot be
    /// issued does not stop the others. `go_on` hears how many are done, and says whether to go on.
    ///
    /// # Errors
    /// [`Problem::Role`]; whatever stops a single letter is in its own answer.
    pub fn issue_letters(
        &mut self,
        batch: &BatchRequest,
        output: BatchOutput<'_>,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Vec<BatchLetter>, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let mut letters = Vec::new();
        let mut waiting = Vec::new();
        for wanted in self.letters_of(batch) {
            match wanted {
                Ok(wanted) => {
                    waiting.push((letters.len(), wanted.clone()));
                    letters.push(BatchLetter { cases: wanted.cases, outcome: None });
                }
                Err((cases, problem)) => letters.push(BatchLetter { cases, outcome: Some(Err(problem)) }),
            }
        }
        while !waiting.is_empty() {
            let done = letters.iter().filter(|letter| letter.outcome.is_some()).count();
            if !go_on(done) {
                break;
            }
            let round = next_round(&mut waiting);
            for (place, outcome) in self.issue_round(round, output) {
                if let Some(letter) = letters.get_mut(place) {
                    letter.outcome = Some(outcome);
                }
            }
        }
        Ok(letters)
    }

    /// Composes, draws side by side, and records one by one.
    fn issue_round(
        &mut self,
        round: Vec<(usize, LetterRequest)>,
        output: BatchOutput<'_>,
    ) -> Vec<(usize, Result<IssuedFile, Problem>)> {
        let mut ready: Vec<(usize, LetterRequest, ReadyLetter)> = Vec::new();
        let mut done = Vec::new();
        for (place, wanted) in round {
            match self.ready(&wanted, None) {
                Ok(letter) => ready.push((place, wanted, letter)),
                Err(problem) => done.push((place, Err(problem))),
            }
        }
        let letters: Vec<_> = ready.iter().map(|(_, _, ready)| (ready.letter(), ready.options.clone())).collect();
        let drawn = self.drawer.draw_all(&letters, &mut |_| true);
        for ((place, wanted, ready), drawn) in ready.into_iter().zip(drawn) {
            let Some(drawn) = drawn else { continue };
            let recorded = drawn.map_err(Problem::from).and_then(|drawn| self.record(&wanted, ready, drawn, output));
            done.push((place, recorded));
        }
        done
    }

    /// The letters of a selection: one for each request, or for each case where the letter answers it. One that was put
    /// before a second person is about the cases, and says what, it was put there with.
    fn letters_of(&mut self, batch: &BatchRequest) -> Vec<Result<LetterRequest, (Vec<CaseNumber>, Problem)>> {
        let mut letters = Vec::new();
        let mut seen = BTreeSet::new();
        for case in &batch.cases {
            if !seen.insert(*case) {
                continue;
            }
            let mut cases = vec![*case];
            match self.pending(*case, batch.kind) {
                Ok(Some(wanted)) => {
                    seen.extend(wanted.cases.iter().copied());
                    letters.push(Ok(wanted));
                    continue;
                }
                Ok(None) => {}
                Err(problem) => {
                    letters.push(Err((cases, problem)));
                    continue;
                }
            }
            if !Case::is_answer(batch.kind) {
                let others = batch.cases.iter().filter(|other| other.request == case.request);
                cases.extend(others.filter(|other| seen.insert(**other)));
            }
            letters.push(Ok(LetterRequest {
                cases,
                kind: batch.kind,
                fields: batch.fields.clone(),
                send: None,
                to: None,
                copies: Vec::new(),
                dated_on: None,
                corrects: None,
            }));
        }
        letters
    }

    /// The letter of this kind with a case that was put before a second person.
    fn pending(&mut self, case: CaseNumber, kind: LetterKind) -> Result<Option<LetterRequest>, Problem> {
        let opened = self.open_case(case)?;
        let draft = opened.request.approvals_of(case.letter).find(|known| known.kind == kind).map(|known| known.draft);
        draft.map(|draft| self.draft(draft)).transpose()
    }
}

/// The letters that are issued next: no two of one request, since the second is composed from what the first has changed.
fn next_round(waiting: &mut Vec<(usize, LetterRequest)>) -> Vec<(usize, LetterRequest)> {
    let mut requests = BTreeSet::new();
    let mut round = Vec::new();
    let mut later = Vec::new();
    for (place, wanted) in waiting.drain(..) {
        let request = wanted.cases.first().map(|case| case.request);
        if round.len() < AT_ONCE && requests.insert(request) {
            round.push((place, wanted));
        } else {
            later.push((place, wanted));
        }
    }
    *waiting = later;
    round
}
