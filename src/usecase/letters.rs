//! Letters: composing, looking, issuing, and getting an issued one again.

use std::collections::BTreeMap;
use std::io;

use chrono::NaiveDate;
use uuid::Uuid;

use super::ports::{DrawingOptions, Drawn, LetterDraft};
use super::problem::Problem;
use super::reports::Bytes;
use super::show::Opened;
use super::workplace::Workplace;
use super::{approvals, letter_input};
use crate::casework::access::{Permission, Reading};
use crate::casework::audit::Digest;
use crate::casework::channel::{Recipient, SendChannel};
use crate::casework::ids::{CaseNumber, ContentId, DocumentNumber};
use crate::casework::letter::tree::Letter;
use crate::casework::letter::{self, CheckId, Composed, GateCheck, LetterInput, LetterKind};
use crate::casework::request::{CarriedOut, Issuing, LetterIssued, LetterToIssue, Refusal};

/// A letter that somebody wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterRequest {
    /// The cases that it is about; all of one request, at least one.
    pub cases: Vec<CaseNumber>,
    /// Its kind.
    pub kind: LetterKind,
    /// What was filled in, by field.
    pub fields: BTreeMap<String, String>,
    /// How it is to be sent; `None` follows the request.
    pub send: Option<SendChannel>,
    /// Whom it goes to; `None` is whoever acts for the person, if they may have it, or else the person.
    pub to: Option<Recipient>,
    /// Who gets the same letter as well.
    pub copies: Vec<Recipient>,
    /// Its date; `None` is today.
    pub dated_on: Option<NaiveDate>,
    /// The letter that it corrects, by its sequence.
    pub corrects: Option<u32>,
}

/// A composed letter, with everything that stops it.
#[derive(Clone, Debug)]
pub struct Composition {
    /// The request that it belongs to.
    pub opened: Opened,
    /// What it was composed from.
    pub input: LetterInput,
    /// The letter.
    pub composed: Composed,
    /// Every check of the gate with its verdict.
    pub checks: Vec<GateCheck>,
    /// The rules that refuse to issue it now.
    pub refusals: Vec<Refusal>,
}

impl Composition {
    /// The same, where nothing stops it, on the version that it is about; `but_for` is the one check that may fail.
    ///
    /// # Errors
    /// A conflict, [`Problem::Refused`] with every rule, or else [`Problem::Gate`] with every other check that fails.
    pub(super) fn unstopped(self, if_version: Option<u32>, but_for: Option<CheckId>) -> Result<Self, Problem> {
        self.opened.require_version(if_version)?;
        if !self.refusals.is_empty() {
            return Err(Problem::Refused(self.refusals));
        }
        let stops = |check: &&GateCheck| !check.ok && Some(check.check) != but_for;
        let failing: Vec<GateCheck> = self.checks.iter().filter(stops).cloned().collect();
        if failing.is_empty() { Ok(self) } else { Err(Problem::Gate(failing)) }
    }
}

/// A letter that nothing stops.
pub(super) struct ReadyLetter {
    composition: Composition,
    pub(super) options: DrawingOptions,
}

impl ReadyLetter {
    /// What is to be drawn.
    pub(super) fn letter(&self) -> &Letter {
        &self.composition.composed.letter
    }
}

/// Takes the bytes of a letter before it gets its number.
pub type LetterOutput<'a> = &'a mut dyn FnMut(&[u8]) -> io::Result<()>;

/// An issued letter with its bytes.
#[derive(Clone, Debug)]
pub struct IssuedFile {
    /// Its number.
    pub number: DocumentNumber,
    /// What the log says of it.
    pub issued: LetterIssued,
    /// The request that it belongs to.
    pub opened: Opened,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Workplace<'_> {
    /// Composes a letter to be looked at. Nothing is kept and nothing is numbered, but that it was seen is logged.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a case that is not there, [`Problem::Compose`] for a letter that has no text,
    /// [`Problem::NotLogged`].
    pub fn compose_letter(&mut self, wanted: &LetterRequest) -> Result<Composition, Problem> {
        self.composed_letter(wanted, Bytes::Left)
    }

    fn composed_letter(&mut self, wanted: &LetterRequest, bytes: Bytes) -> Result<Composition, Problem> {
        let composition = self.composition(wanted, bytes)?;
        let case = match wanted.cases.as_slice() {
            [only] => Some(only.letter),
            _ => None,
        };
        self.enter_reading(Reading::Draft { request: composition.opened.number, case })?;
        Ok(composition)
    }

    pub(super) fn composition(&mut self, wanted: &LetterRequest, bytes: Bytes) -> Result<Composition, Problem> {
        let first = *wanted.cases.first().ok_or_else(|| Problem::NotFound("uten saksnummer".to_owned()))?;
        let opened = self.open_case(first)?;
        for case in &wanted.cases {
            if case.request != first.request || opened.request.case(case.letter).is_none() {
                return Err(Problem::NotFound(case.to_string()));
            }
        }
        let today = self.today();
        let brought = self.brought(&opened, wanted, bytes)?;
        let mut input = letter_input::of(self.rules, self.user, &opened, wanted, brought, today)
            .ok_or_else(|| self.unseen(&opened))?;
        let mut composed = letter::compose(&self.rules.templates, &input).map_err(Problem::Compose)?;
        let words = approvals::words_of(&opened, &input, &composed.letter);
        if self.second_person(&opened, &mut input, &words)? {
            // The one who approved signs too.
            composed = letter::compose(&self.rules.templates, &input).map_err(Problem::Compose)?;
        }
        let mut checks = letter::gate(&input, &composed, &self.drawer.undrawable(&composed.letter));
        checks.sort_by_key(|check| check.ok);
        let letters: Vec<_> = wanted.cases.iter().map(|case| case.letter).collect();
        let issuing = Issuing {
            kind: wanted.kind,
            cases: &letters,
            dated_on: input.dated_on,
            agreed: input.agreed(),
            corrects: wanted.corrects,
        };
        let refusals = opened.request.may_issue(issuing, today).err().unwrap_or_default();
        Ok(Composition { opened, input, composed, checks, refusals })
    }

    /// The letter as PDF, marked as a draft.
    ///
    /// # Errors
    /// As [`Self::compose_letter`], and [`Problem::Draw`].
    pub fn preview_letter(&mut self, wanted: &LetterRequest) -> Result<Drawn, Problem> {
        let composition = self.composed_letter(wanted, Bytes::Read)?;
        let options = DrawingOptions {
            document_id: ContentId(Uuid::nil()),
            dated_on: composition.input.dated_on,
            created_at: self.now(),
            draft: true,
        };
        Ok(self.drawer.draw(&composition.composed.letter, &options)?)
    }

    /// Issues a letter: numbered, hashed, locked. Issuing is sending.
    ///
    /// # Errors
    /// [`Problem::Gate`] with every check that fails; no number is used then.
    pub fn issue_letter(&mut self, wanted: &LetterRequest, if_version: Option<u32>) -> Result<IssuedFile, Problem> {
        self.issue_letter_to(wanted, if_version, &mut |_| Ok(()))
    }

    /// The same, with the letter's bytes handed over before it gets its number, so that they can be kept wherever they are
    /// to lie: a letter that cannot be kept there gets no number.
    ///
    /// # Errors
    /// As [`Self::issue_letter`], and [`Problem::Output`].
    pub fn issue_letter_to(
        &mut self,
        wanted: &LetterRequest,
        if_version: Option<u32>,
        output: LetterOutput<'_>,
    ) -> Result<IssuedFile, Problem> {
        let ready = self.ready(wanted, if_version)?;
        let drawn = self.drawer.draw(ready.letter(), &ready.options)?;
        self.record(wanted, ready, drawn, &mut |_, bytes| output(bytes))
    }

    /// A letter that nothing stops, with the identifier that its bytes get. Nothing is shown here that the log does not say
    /// is sent.
    pub(super) fn ready(&mut self, wanted: &LetterRequest, if_version: Option<u32>) -> Result<ReadyLetter, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let composition = self.composition(wanted, Bytes::Read)?.unstopped(if_version, None)?;
        let options = DrawingOptions {
            document_id: self.identifiers.content_id(),
            dated_on: composition.input.dated_on,
            created_at: self.now(),
            draft: false,
        };
        Ok(ReadyLetter { composition, options })
    }

    /// Records a drawn letter, once its bytes are wherever they are to lie.
    pub(super) fn record(
        &mut self,
        wanted: &LetterRequest,
        ready: ReadyLetter,
        drawn: Drawn,
        output: &mut dyn FnMut(DocumentNumber, &[u8]) -> io::Result<()>,
    ) -> Result<IssuedFile, Problem> {
        let ReadyLetter { composition, options } = ready;
        let opened = composition.opened;
        let issued = LetterIssued {
            sequence: opened.request.next_document(),
            cases: wanted.cases.iter().map(|case| case.letter).collect(),
            kind: wanted.kind,
            language: composition.input.language,
            dated_on: composition.input.dated_on,
            channel: composition.input.send,
            pages: drawn.pages,
            file: options.document_id,
            digest: self.identifiers.content_id(),
            text: Some(self.identifiers.content_id()),
            supersedes: wanted.corrects,
            to: Some(composition.input.to()),
            copies: composition.input.copies.clone(),
        };
        let number = opened.number.document(issued.sequence);
        let carries_out = self.carried_out(&composition.input, wanted, number);
        let letter = LetterToIssue {
            issued: issued.clone(),
            bytes: drawn.bytes.clone(),
            sha256: Digest::of(&drawn.bytes).to_string(),
            words: composition.composed.letter.to_text(),
            reply_by_on: composition.input.reply_by_on,
            agreed: composition.input.agreed(),
            carries_out,
        };
        let decision = opened.request.issue(letter, self.today()).map_err(Problem::Refused)?;
        output(number, &drawn.bytes).map_err(Problem::Output)?;
        let asked = opened.request.approval(issued.kind, &issued.cases);
        let draft = asked.map_or_else(|| self.draft_id(wanted), |approval| approval.draft);
        let opened = self.commit_letter(opened, decision, Some(draft))?;
        Ok(IssuedFile { number, issued, opened, bytes: drawn.bytes })
    }

    /// The measures that a letter carries out, with the letter as proof.
    fn carried_out(&mut self, input: &LetterInput, wanted: &LetterRequest, number: DocumentNumber) -> Vec<CarriedOut> {
        wanted
            .cases
            .iter()
            .zip(&input.cases)
            .filter_map(|(case, known)| {
                Some(CarriedOut {
                    case: case.letter,
                    measure: input.carries_out(known)?.id.parse().ok()?,
                    note: self.identifiers.content_id(),
                    words: format!("Sendt i brev {number}."),
                })
            })
            .collect()
    }

    /// An issued letter, byte for byte as it was, to look at.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::Erased`] once its bytes are erased, or [`Problem::NotLogged`].
    pub fn issued_letter(&mut self, number: DocumentNumber) -> Result<IssuedFile, Problem> {
        let file = self.issued_file(number)?;
        self.enter_reading(Reading::Letter(number))?;
        Ok(file)
    }

    /// The same, to be written to a file.
    ///
    /// # Errors
    /// As [`Self::issued_letter`].
    pub fn export_letter(&mut self, number: DocumentNumber) -> Result<IssuedFile, Problem> {
        let file = self.issued_file(number)?;
        self.enter_reading(Reading::Export(number))?;
        Ok(file)
    }

    fn issued_file(&mut self, number: DocumentNumber) -> Result<IssuedFile, Problem> {
        self.user.require(Permission::Read)?;
        let missing = || Problem::NotFound(number.to_string());
        let opened = self.find_request(number.request)?.ok_or_else(missing)?;
        let issued = opened.request.letter(number.sequence).ok_or_else(missing)?.clone();
        let bytes = self.store.file(number.request, issued.file)?.ok_or_else(|| self.unseen(&opened))?;
        Ok(IssuedFile { number, issued, opened, bytes })
    }

    /// Keeps what was asked for and filled in, so that it can be issued later by its identifier. A user has one draft of
    /// a kind for the same cases; a later one takes its place.
    ///
    /// # Errors
    /// [`Problem::Role`], or the store's.
    pub fn keep_draft(&mut self, wanted: &LetterRequest) -> Result<ContentId, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let id = self.draft_id(wanted);
        self.store.keep_draft(&LetterDraft {
            id,
            cases: wanted.cases.clone(),
            kind: wanted.kind,
            fields: wanted.fields.clone(),
            send: wanted.send,
            corrects: wanted.corrects,
            to: wanted.to,
            copies: wanted.copies.clone(),
        })?;
        Ok(id)
    }

    /// The identifier of this user's draft of this letter.
    pub(super) fn draft_id(&self, wanted: &LetterRequest) -> ContentId {
        let cases: Vec<String> = wanted.cases.iter().map(ToString::to_string).collect();
        let corrects = wanted.corrects.map_or_else(String::new, |sequence| format!("\n{sequence}"));
        let text = format!("{}\n{}\n{}{corrects}", self.user.name, wanted.kind.id(), cases.join(" "));
        let mut bytes = [0; 16];
        for (byte, digest) in bytes.iter_mut().zip(Digest::of(text.as_bytes()).as_bytes()) {
            *byte = *digest;
        }
        ContentId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }

    /// What a draft was asked for and filled in with.
    ///
    /// # Errors
    /// [`Problem::NotFound`].
    pub fn draft(&mut self, id: ContentId) -> Result<LetterRequest, Problem> {
        let draft = self.store.draft(id)?.ok_or_else(|| Problem::NotFound(id.to_string()))?;
        Ok(LetterRequest {
            cases: draft.cases,
            kind: draft.kind,
            fields: draft.fields,
            send: draft.send,
            to: draft.to,
            copies: draft.copies,
            dated_on: None,
            corrects: draft.corrects,
        })
    }

    /// Why the words of a request cannot be seen: they are kept for those who are cleared, or they are erased.
    pub(super) fn unseen(&self, opened: &Opened) -> Problem {
        if opened.request.registered.protection.is_protected() && !self.user.cleared {
            Problem::NotCleared
        } else {
            Problem::Erased
        }
    }
}
