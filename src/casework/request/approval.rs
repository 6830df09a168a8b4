//! A second person's word on a letter (totrinnskontroll). The office decides whether it has this; no statute asks for it.
//!
//! One asks, another approves or sends back. What is approved is the letter's words, which are kept: whatever is said
//! otherwise afterwards has to be approved anew.

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::Request;
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::letter::LetterKind;
use crate::wording::Trilingual;

/// A letter that was put before a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Its kind.
    pub kind: LetterKind,
    /// The cases that it is about.
    pub cases: Vec<CaseLetter>,
    /// The draft that holds what was filled in.
    pub draft: ContentId,
    /// Who asked, and so is the one who wrote it.
    pub asked_by: String,
    /// When.
    pub asked_on: NaiveDate,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of asking a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nobody has answered yet.
    Asked,
    /// Approved, in these words.
    Approved {
        /// By whom.
        by: String,
        /// The words.
        text: ContentId,
    },
    /// Sent back.
    SentBack {
        /// By whom.
        by: String,
        /// What has to be mended.
        reason: ContentId,
    },
}

impl Request {
    /// What became of the letter of this kind for these cases that was put before a second person.
    #[must_use]
    pub fn approval(&self, kind: LetterKind, cases: &[CaseLetter]) -> Option<&Approval> {
        self.approvals.iter().find(|approval| approval.kind == kind && approval.cases == cases)
    }

    /// The letters with a case that were put before a second person and are not issued.
    pub fn approvals_of(&self, case: CaseLetter) -> impl Iterator<Item = &Approval> {
        self.approvals.iter().filter(move |approval| approval.cases.contains(&case))
    }

    /// Whether a case waits for a second person.
    #[must_use]
    pub fn awaits_approval(&self, case: CaseLetter) -> bool {
        self.approvals_of(case).any(|approval| approval.verdict == Verdict::Asked)
    }

    /// Puts a letter before a second person. Asking anew takes the place of what was asked before.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if a case is closed, [`RefusalCode::AlreadyAsked`] if the same draft waits already.
    pub fn ask_approval(
        &self,
        kind: LetterKind,
        cases: &[CaseLetter],
        draft: ContentId,
        by: &str,
    ) -> Result<Decision, Vec<Refusal>> {
        let mut refusals: Vec<Refusal> = cases.iter().filter_map(|case| self.unclosed(*case).err()).flatten().collect();
        refusals.dedup();
        let waits = self
            .approval(kind, cases)
            .is_some_and(|approval| approval.verdict == Verdict::Asked && approval.asked_by != by);
        if waits {
            refusals.push(refusal(
                RefusalCode::AlreadyAsked,
                None,
                Trilingual::fixed(
                    "En annen har allerede sendt dette brevet til godkjenning. Be den som skal godkjenne, sende det tilbake først.",
                    "Ein annan har alt sendt dette brevet til godkjenning. Be den som skal godkjenne, om å sende det tilbake først.",
                    "Somebody else has already sent this letter for approval. Ask whoever is to approve it to send it back first.",
                ),
                OWN_RULE,
            ));
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let asked = Event::ApprovalAsked { kind, cases: cases.to_vec(), draft, by: by.to_owned() };
        Ok(Decision::of(vec![asked]))
    }

    /// Approves a letter that waits for it, in these words.
    ///
    /// # Errors
    /// [`RefusalCode::NothingOpen`] if none waits, [`RefusalCode::OwnApproval`] for whoever asked.
    pub fn approve(
        &self,
        kind: LetterKind,
        cases: &[CaseLetter],
        (text, words): (ContentId, String),
        by: &str,
    ) -> Result<Decision, Vec<Refusal>> {
        self.answerable(kind, cases, by)?;
        let event = Event::LetterApproved { kind, cases: cases.to_vec(), text, by: by.to_owned() };
        Ok(Decision::with(event, text, Content::Text(words)))
    }

    /// Sends a letter back that waits for approval.
    ///
    /// # Errors
    /// As [`Self::approve`].
    pub fn send_back(
        &self,
        kind: LetterKind,
        cases: &[CaseLetter],
        (reason, words): (ContentId, String),
        by: &str,
    ) -> Result<Decision, Vec<Refusal>> {
        self.answerable(kind, cases, by)?;
        let event = Event::LetterSentBack { kind, cases: cases.to_vec(), reason, by: by.to_owned() };
        Ok(Decision::with(event, reason, Content::Text(words)))
    }

    fn answerable(&self, kind: LetterKind, cases: &[CaseLetter], by: &str) -> Result<(), Vec<Refusal>> {
        let waiting = self.approval(kind, cases).filter(|approval| approval.verdict == Verdict::Asked);
        let against = match waiting {
            None => refusal(
                RefusalCode::NothingOpen,
                None,
                Trilingual::fixed(
                    "Ikke noe brev i saken venter på godkjenning. Se tidslinjen.",
                    "Ikkje noko brev i saka ventar på godkjenning. Sjå tidslinja.",
                    "No letter in the case is waiting for approval. See the timeline.",
                ),
                OWN_RULE,
            ),
            Some(approval) if approval.asked_by == by => refusal(
                RefusalCode::OwnApproval,
                None,
                Trilingual::fixed(
                    "Du har selv skrevet brevet. Be en annen om å godkjenne det.",
                    "Du har sjølv skrive brevet. Be ein annan om å godkjenne det.",
                    "You wrote the letter yourself. Ask somebody else to approve it.",
                ),
                OWN_RULE,
            ),
            Some(_) => return Ok(()),
        };
        Err(vec![against])
    }

    /// A letter was put before a second person.
    pub(super) fn approval_asked(&mut self, asked: Approval) {
        self.approvals.retain(|known| !(known.kind == asked.kind && known.cases == asked.cases));
        self.approvals.push(asked);
    }

    /// A second person has answered.
    pub(super) fn approval_answered(&mut self, kind: LetterKind, cases: &[CaseLetter], verdict: Verdict) {
        for approval in &mut self.approvals {
            if approval.kind == kind && approval.cases == cases {
                approval.verdict = verdict.clone();
            }
        }
    }

    /// Nothing that was put before a second person about this case holds any longer.
    pub(super) fn approvals_lapse(&mut self, case: CaseLetter) {
        self.approvals.retain(|approval| !approval.cases.contains(&case));
    }
}
