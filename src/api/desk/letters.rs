//! Letters: composing, looking, issuing, and getting an issued one again.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case_show::CaseShow;
use crate::api::failure::{Exit, Failure};
use crate::api::letter::{ComposedAnswer, LetterAnswer, LetterInput};
use crate::api::spoken::say;
use crate::casework::channel::{Recipient, SendChannel};
use crate::casework::ids::{CaseNumber, ContentId};
use crate::casework::letter::LetterKind;
use crate::usecase::{IssuedFile, LetterOutput, LetterRequest, Workplace};

/// The number of an issued letter.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LetterNumber {
    pub letter: String,
}

/// The longest text of what has to be mended, in characters.
const LONGEST_REASON: usize = 4_000;

/// Approves the letter of a case that waits for a second person.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseApprove {
    pub case: String,
    pub if_version: Option<u32>,
}

/// Sends such a letter back, with what has to be mended.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseSendBack {
    pub case: String,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// An issued letter with its bytes.
pub struct IssuedLetter {
    /// The letter.
    pub answer: LetterAnswer,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Composes a letter: its text, its sections, and every check of the gate.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn letter_compose(&mut self, given: &LetterInput) -> Result<ComposedAnswer, Failure> {
        let wanted = wanted(given)?;
        let mut workplace = self.workplace()?;
        let composition = workplace.compose_letter(&wanted)?;
        Ok(ComposedAnswer::of(&composition, None, workplace.user))
    }

    /// The same, and keeps what was asked for and filled in, so that it can be issued by its identifier.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn letter_draft(&mut self, given: &LetterInput) -> Result<ComposedAnswer, Failure> {
        let wanted = wanted(given)?;
        let mut workplace = self.workplace()?;
        let composition = workplace.compose_letter(&wanted)?;
        let draft = workplace.keep_draft(&wanted)?;
        Ok(ComposedAnswer::of(&composition, Some(draft.to_string()), workplace.user))
    }

    /// The letter as PDF, marked as a draft on every page.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn letter_preview(&mut self, given: &LetterInput) -> Result<Vec<u8>, Failure> {
        let wanted = wanted(given)?;
        Ok(self.workplace()?.preview_letter(&wanted)?.bytes)
    }

    /// Issues a letter.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] with every check of the gate that fails; no number is used then.
    pub fn letter_issue(&mut self, given: &LetterInput) -> Result<IssuedLetter, Failure> {
        self.letter_issue_to(given, &mut |_| Ok(()))
    }

    /// Issues a letter whose bytes are kept in a file before it gets its number.
    ///
    /// # Errors
    /// As [`Self::letter_issue`], and a failure of a file that cannot be written; no number is used then either.
    pub fn letter_issue_to(&mut self, given: &LetterInput, output: LetterOutput<'_>) -> Result<IssuedLetter, Failure> {
        let wanted = wanted(given)?;
        let mut workplace = self.workplace()?;
        let file = workplace.issue_letter_to(&wanted, given.if_version, output)?;
        Ok(issued(&workplace, file))
    }

    /// Issues a letter that was kept as a draft.
    ///
    /// # Errors
    /// As [`Self::letter_issue_to`], and [`Exit::NotFound`] if there is no such draft.
    pub fn letter_issue_draft(
        &mut self,
        draft: &str,
        dated_on: Option<&str>,
        output: LetterOutput<'_>,
    ) -> Result<IssuedLetter, Failure> {
        let unknown = || {
            Failure::new(
                Exit::NotFound,
                "not-found",
                say!(
                    "Utkastet finnes ikke. Skriv brevet på nytt.",
                    "Utkastet finst ikkje. Skriv brevet på nytt.",
                    "There is no such draft. Write the letter again.",
                ),
            )
        };
        let id = ContentId(draft.parse().map_err(|_| unknown())?);
        let dated_on = dated_on.map(|day| input::date("dated_on", day)).transpose()?;
        let mut workplace = self.workplace()?;
        let mut wanted = workplace.draft(id)?;
        wanted.dated_on = dated_on;
        let file = workplace.issue_letter_to(&wanted, None, output)?;
        Ok(issued(&workplace, file))
    }

    /// Puts a letter before a second person.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] with every check of the gate that fails beside the approval.
    pub fn letter_ask_approval(&mut self, given: &LetterInput) -> Result<CaseShow, Failure> {
        let wanted = wanted(given)?;
        let case = input::case(given.cases.first().map_or("", String::as_str))?;
        let opened = self.workplace()?.ask_approval(&wanted, given.if_version)?;
        self.show(&opened, case)
    }

    /// Approves the letter of a case that waits for a second person.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] for whoever wrote it, a role that may not, or a check of the gate that fails by now.
    pub fn case_approve(&mut self, given: &CaseApprove) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let opened = self.workplace()?.approve(number, given.if_version)?;
        self.show(&opened, number)
    }

    /// Sends the letter of a case that waits for a second person back to whoever wrote it.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] for whoever wrote it, or a role that may not.
    pub fn case_send_back(&mut self, given: &CaseSendBack) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let reason = input::text("reason", &given.reason, LONGEST_REASON)?;
        let opened = self.workplace()?.send_back(number, reason, given.if_version)?;
        self.show(&opened, number)
    }

    /// An issued letter, byte for byte as it was, to look at. That it was looked at is logged first.
    ///
    /// # Errors
    /// [`Exit::NotFound`].
    pub fn letter_pdf(&mut self, given: &LetterNumber) -> Result<IssuedLetter, Failure> {
        let number = input::document(&given.letter)?;
        let mut workplace = self.workplace()?;
        let file = workplace.issued_letter(number)?;
        Ok(issued(&workplace, file))
    }

    /// The same, to be written to a file: it is logged as having left the store.
    ///
    /// # Errors
    /// [`Exit::NotFound`].
    pub fn letter_export(&mut self, given: &LetterNumber) -> Result<IssuedLetter, Failure> {
        let number = input::document(&given.letter)?;
        let mut workplace = self.workplace()?;
        let file = workplace.export_letter(number)?;
        Ok(issued(&workplace, file))
    }
}

fn issued(workplace: &Workplace<'_>, file: IssuedFile) -> IssuedLetter {
    let answer = LetterAnswer::of(&file.opened, &file.issued, workplace.rules, workplace.today());
    IssuedLetter { answer, bytes: file.bytes }
}

/// Somebody whom a letter can be addressed to by choice; which body gets one is not chosen.
fn chosen(path: &str, text: &str) -> Result<Recipient, Failure> {
    let known = [Recipient::Person, Recipient::Representative];
    input::choice(path, text, |id| known.into_iter().find(|to| to.id() == id), &known.map(Recipient::id))
}

/// The sequence of the letter that is corrected: one of the same request.
fn corrected(text: &str, cases: &[CaseNumber]) -> Result<u32, Failure> {
    let number = input::document(text)?;
    if cases.iter().all(|case| case.request == number.request) {
        return Ok(number.sequence);
    }
    let message = say!(
        "Brevet som skal rettes, hører til en annen henvendelse. Velg et brev i samme henvendelse.",
        "Brevet som skal rettast, høyrer til ein annan førespurnad. Vel eit brev i same førespurnad.",
        "The letter to be corrected belongs to another request. Choose a letter in the same request.",
    );
    Err(Failure::new(Exit::NotWellFormed, "another-request", message))
}

fn wanted(given: &LetterInput) -> Result<LetterRequest, Failure> {
    let cases = given.cases.iter().map(|case| input::case(case)).collect::<Result<Vec<_>, _>>()?;
    if cases.is_empty() {
        return Err(Failure::new(
            Exit::NotWellFormed,
            "no-case",
            say!("Si hvilken sak brevet gjelder.", "Sei kva sak brevet gjeld.", "Say which case the letter is about."),
        ));
    }
    Ok(LetterRequest {
        kind: input::choice("kind", &given.kind, LetterKind::from_id, &LetterKind::ALL.map(LetterKind::id))?,
        fields: given.fields.clone(),
        send: given
            .send
            .as_deref()
            .map(|send| input::choice("send", send, SendChannel::from_id, &SendChannel::ALL.map(SendChannel::id)))
            .transpose()?,
        to: given.to.as_deref().map(|to| chosen("to", to)).transpose()?,
        copies: given.copies.iter().map(|to| chosen("copies", to)).collect::<Result<_, _>>()?,
        dated_on: given.dated_on.as_deref().map(|day| input::date("dated_on", day)).transpose()?,
        corrects: given.corrects.as_deref().map(|number| corrected(number, &cases)).transpose()?,
        cases,
    })
}
