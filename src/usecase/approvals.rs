//! A second person's word on a letter: asking for it, giving it, sending the letter back.

use super::letter_input;
use super::letters::{Composition, LetterRequest};
use super::ports::LetterDraft;
use super::problem::Problem;
use super::reports::Bytes;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::{Permission, Role, User};
use crate::casework::ids::{CaseLetter, CaseNumber};
use crate::casework::letter::input::{LetterInput, Official, SecondPerson};
use crate::casework::letter::tree::Letter;
use crate::casework::letter::{CheckId, LetterKind};
use crate::casework::request::{Approval, Verdict};
use crate::wording::Language;

impl Workplace<'_> {
    /// Puts a letter before a second person. Nothing but the approval may be missing.
    ///
    /// # Errors
    /// [`Problem::Gate`] with every other check that fails, [`Problem::NeedsNoApproval`], or the rules that refuse.
    pub fn ask_approval(&mut self, wanted: &LetterRequest, if_version: Option<u32>) -> Result<Opened, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let composition = self.composition(wanted, Bytes::Left)?;
        if composition.input.second_person == SecondPerson::NotNeeded {
            return Err(Problem::NeedsNoApproval);
        }
        let opened = composition.unstopped(if_version, Some(CheckId::Approval))?.opened;
        let draft = self.keep_draft(wanted)?;
        let cases: Vec<CaseLetter> = wanted.cases.iter().map(|case| case.letter).collect();
        let decision =
            opened.request.ask_approval(wanted.kind, &cases, draft, &self.user.name).map_err(Problem::Refused)?;
        self.commit(opened, decision)
    }

    /// Approves the letter of a case that waits for it, as it is composed now.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::Gate`] with every check that fails by now, or the rules that refuse.
    pub fn approve(&mut self, case: CaseNumber, if_version: Option<u32>) -> Result<Opened, Problem> {
        self.user.require(Permission::Approve)?;
        let approval = self.awaiting(case)?;
        let wanted = self.draft(approval.draft)?;
        let composition = self.composition(&wanted, Bytes::Left)?.unstopped(if_version, Some(CheckId::Approval))?;
        let words = words_of(&composition.opened, &composition.input, &composition.composed.letter);
        let text = (self.identifiers.content_id(), words);
        let opened = composition.opened;
        let decision =
            opened.request.approve(approval.kind, &approval.cases, text, &self.user.name).map_err(Problem::Refused)?;
        self.commit(opened, decision)
    }

    /// Sends the letter of a case that waits for approval back to whoever wrote it.
    ///
    /// # Errors
    /// [`Problem::Role`], or the rules that refuse.
    pub fn send_back(&mut self, case: CaseNumber, reason: String, if_version: Option<u32>) -> Result<Opened, Problem> {
        self.user.require(Permission::Approve)?;
        let approval = self.awaiting(case)?;
        let by = self.user.name.clone();
        let reason = (self.identifiers.content_id(), reason);
        self.change(case, if_version, |request, _, _| request.send_back(approval.kind, &approval.cases, reason, &by))
    }

    /// The letters of a case that were put before a second person and are not issued, each with what was filled in; of a
    /// protected person only for whoever is cleared.
    ///
    /// # Errors
    /// The store's.
    pub fn pending_letters(
        &mut self,
        opened: &Opened,
        case: CaseLetter,
    ) -> Result<Vec<(Approval, LetterDraft)>, Problem> {
        if opened.request.registered.protection.is_protected() && !self.user.cleared {
            return Ok(Vec::new());
        }
        let mut pending = Vec::new();
        for approval in opened.request.approvals_of(case) {
            pending.extend(self.store.draft(approval.draft)?.map(|draft| (approval.clone(), draft)));
        }
        Ok(pending)
    }

    /// The letter of a case that waits for a second person.
    fn awaiting(&mut self, case: CaseNumber) -> Result<Approval, Problem> {
        let opened = self.open_case(case)?;
        let waiting = opened.request.approvals_of(case.letter).find(|approval| approval.verdict == Verdict::Asked);
        waiting.cloned().ok_or(Problem::NothingToApprove)
    }

    /// Fills in what a second person has said of a letter. Answers whether somebody else signs it now: whoever asked for
    /// approval wrote it, and whoever approved it signs as well.
    pub(super) fn second_person(
        &mut self,
        opened: &Opened,
        input: &mut LetterInput,
        words: &str,
    ) -> Result<bool, Problem> {
        let cases = case_letters(input);
        let needed = self.rules.second_person && input.weighs();
        let otherwise = |state| if needed { state } else { SecondPerson::NotNeeded };
        let Some(approval) = opened.request.approval(input.kind, &cases) else {
            input.second_person = otherwise(SecondPerson::NotAsked);
            return Ok(false);
        };
        let approved_by = match &approval.verdict {
            Verdict::Asked => {
                input.second_person = otherwise(SecondPerson::Asked);
                None
            }
            Verdict::SentBack { .. } => {
                input.second_person = otherwise(SecondPerson::SentBack);
                return Ok(false);
            }
            Verdict::Approved { text, .. } if opened.words(*text) != Some(words) => {
                input.second_person = otherwise(SecondPerson::ChangedSince);
                return Ok(false);
            }
            Verdict::Approved { by, .. } => Some(by),
        };
        let users = self.store.users()?;
        input.caseworker = signing(&users, &approval.asked_by, Role::Caseworker, input.language);
        if let Some(by) = approved_by {
            input.second_person = SecondPerson::Approved(signing(&users, by, Role::Lead, input.language));
        }
        Ok(true)
    }
}

impl Composition {
    /// What became of putting the letter before a second person.
    #[must_use]
    pub fn approval(&self) -> Option<&Approval> {
        let letters: Vec<CaseLetter> = case_letters(&self.input);
        self.opened.request.approval(self.input.kind, &letters)
    }

    /// Whether nothing but the approval stops the letter.
    #[must_use]
    pub fn is_ready_but_for_approval(&self) -> bool {
        self.refusals.is_empty() && self.checks.iter().all(|check| check.ok || check.check == CheckId::Approval)
    }
}

/// What is approved of a letter: its words, and which files go with it. A file that is taken away and added anew is another.
pub(super) fn words_of(opened: &Opened, input: &LetterInput, letter: &Letter) -> String {
    let mut words = letter.approved_words();
    if input.kind == LetterKind::AccessAnswer {
        let cases = case_letters(input).into_iter().filter_map(|case| opened.request.case(case));
        for file in cases.flat_map(|case| &case.reports).filter(|report| !report.removed) {
            words.push_str(&format!("\n{}", file.file));
        }
    }
    words
}

fn case_letters(input: &LetterInput) -> Vec<CaseLetter> {
    let numbers = input.cases.iter().filter_map(|case| case.number.parse::<CaseNumber>().ok());
    numbers.map(|number| number.letter).collect()
}

/// How somebody signs whose name the record holds; by the role that they had then where they have left.
fn signing(users: &[User], name: &str, role: Role, language: Language) -> Official {
    let left = || User { name: name.to_owned(), role, cleared: false };
    let user = users.iter().find(|user| user.name == name).cloned().unwrap_or_else(left);
    letter_input::official(&user, language)
}
