//! What an event does to the state. It makes no choices: whatever is in the log has happened.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::approval::{Approval, Verdict};
use super::attached::AttachedFile;
use super::correction::WrongEntry;
use super::event::{Event, LetterIssued, Opened};
use super::extension::{Extension, ExtensionNotice};
use super::in_force::{Lifted, Review};
use super::measure::{AddedMeasure, Settled};
use super::numbers::LinkedNumber;
use super::reopen::Reopening;
use super::report::AddedReport;
use super::review::DateReviews;
use super::state::{Case, CaseDecision, CheckState, Note, Phase, Reminder, Request, Suspension, Suspensions};
use super::tie::TieKind;
use crate::casework::ids::CaseLetter;
use crate::casework::letter::LetterKind;
use crate::casework::person::IdentityStatus;

impl Request {
    /// The state after a registration that was recorded on this day; `None` for any other event.
    #[must_use]
    pub fn begin(event: &Event, recorded_on: NaiveDate) -> Option<Self> {
        let Event::RequestRegistered(registered) = event else { return None };
        Some(Self {
            registered: registered.clone(),
            registered_on: recorded_on,
            first_received_on: registered.received_on,
            person: registered.person,
            identity: registered.identity,
            numbers: Vec::new(),
            representative: registered.representative,
            other_parent: registered.other_parent,
            inform_parents: registered.inform_parents,
            child_heard: None,
            cases: Vec::new(),
            letters: Vec::new(),
            approvals: Vec::new(),
            deliveries: Vec::new(),
            other_rules: Vec::new(),
            archive_number: None,
            files: Vec::new(),
            version: 1,
        })
    }

    /// The state after one more event, which was recorded on this day.
    ///
    /// A case waits only for what it still needs (GDPR Art. 12(6); forvaltningslovforskriften § 38): a decision, a
    /// forwarding, an answer and a withdrawal each end the waits that are open then. Deciding anew ends none that has ended.
    pub fn apply(&mut self, event: &Event, recorded_on: NaiveDate) {
        self.version += 1;
        let version = self.version;
        match event {
            Event::RequestRegistered(registered) => self.registered = registered.clone(),
            Event::CaseOpened(opened) => self.cases.push(Case::begin(opened)),
            Event::IdentityChanged { status } => self.identity = *status,
            Event::LetterIssued(issued) => self.letter_issued(issued),
            Event::LetterDelivery(delivery) => self.deliveries.push(*delivery),
            Event::ContentErased { .. } => {}
            Event::CaseAssigned { case, to } => self.change(*case, |state| state.assignee = Some(to.clone())),
            Event::CaseReleased { case } => self.change(*case, |state| state.assignee = None),
            Event::CheckRecorded { case, check, result, note } => self.change(*case, |state| {
                state.checks.insert(check.clone(), CheckState { result: *result, note: *note, event: version });
            }),
            Event::CaseSuspended { case, ground, asked_on, reply_by_on, letter } => self.change(*case, |state| {
                state.suspensions.0.push(Suspension {
                    ground: *ground,
                    asked_on: *asked_on,
                    reply_by_on: *reply_by_on,
                    reminder: None,
                    answered_on: None,
                    answered_by: None,
                    ended_on: None,
                    letter: *letter,
                    corrected: false,
                });
            }),
            Event::CaseResumed { case, ground, answered_on } => self.change(*case, |state| {
                for suspension in state.suspensions.answerable_mut(*ground) {
                    suspension.answered_on = Some(*answered_on);
                    suspension.answered_by = Some(version);
                }
            }),
            Event::NoteAdded { case, text, telephone_on } => {
                self.change(*case, |state| {
                    state.notes.push(Note { text: *text, telephone_on: *telephone_on, event: version })
                });
            }
            Event::MeasureAdded { case, to, text } => self.change(*case, |state| {
                state.added_measures.push(AddedMeasure { to: *to, text: *text });
            }),
            Event::MeasureSettled { case, measure, done_on, note } => self.change(*case, |state| {
                state.settled.insert(*measure, Settled { done_on: *done_on, note: *note, event: version });
            }),
            Event::Task(task) => self.change(task.case, |state| state.apply_task(task.task, &task.what)),
            Event::EntryCorrected { case, entry, .. } => self.change(*case, |state| state.apply_correction(*entry)),
            Event::ReceiptCorrected(correction) => self.receipt_corrected(correction),
            Event::ReportAdded(added) => {
                self.change(added.case, |state| state.reports.push(AddedReport::of(added, version)))
            }
            Event::ReportRemoved { case, report } => self.change(*case, |state| {
                if let Some(report) = report.checked_sub(1).and_then(|place| state.reports.get_mut(place as usize)) {
                    report.removed = true;
                }
            }),
            Event::FileAttached(added) => self.files.push(AttachedFile::of(added, version)),
            Event::FileRedacted(redaction) => self.files.push(AttachedFile {
                redacts: Some((redaction.of, redaction.boxes.clone())),
                ..AttachedFile::of(&redaction.copy, version)
            }),
            Event::FileRetitled { file, title } => self.change_file(*file, |known| known.titles.push(*title)),
            Event::FileRemoved { file, .. } => self.change_file(*file, |known| known.removed = true),
            Event::OtherRulesNoted { rules, text } => self.other_rules.push((*rules, *text)),
            Event::ArchiveNumberGiven { number } => self.archive_number = Some(*number),
            Event::CaseDecided { case, outcome, reasons, legal_basis, grounds } => {
                self.approvals_lapse(*case);
                self.change(*case, |state| {
                    state.decision = Some(CaseDecision {
                        outcome: *outcome,
                        reasons: *reasons,
                        legal_basis: legal_basis.clone(),
                        grounds: grounds.clone(),
                    });
                    state.phase = Phase::Decided;
                    state.suspensions.end(recorded_on);
                });
            }
            Event::ExtensionProposed { case, reason, text, expected_on } => self.change(*case, |state| {
                state.extension =
                    Some(Extension { reason: *reason, text: *text, expected_on: *expected_on, notice: None });
            }),
            Event::CaseExtended { case, notice_on, letter } => self.change(*case, |state| {
                if let Some(extension) = &mut state.extension {
                    extension.notice = Some(ExtensionNotice { notice_on: *notice_on, letter: *letter });
                }
            }),
            Event::PersonReminded { case, ground, reminded_on, reply_by_on, .. } => self.change(*case, |state| {
                for suspension in &mut state.suspensions.0 {
                    if suspension.ground == *ground && suspension.is_open() {
                        suspension.reminder = Some(Reminder { reminded_on: *reminded_on, reply_by_on: *reply_by_on });
                    }
                }
            }),
            Event::CaseForwarded { case, to } => self.change(*case, |state| {
                state.forwarded_to = Some(to.clone());
                state.phase = Phase::Forwarded { told: false };
                state.suspensions.end(recorded_on);
            }),
            Event::CaseWithdrawn { case, withdrawn_on } => {
                self.approvals_lapse(*case);
                self.change(*case, |state| {
                    state.withdrawn_on = Some(*withdrawn_on);
                    state.phase = Phase::Withdrawn;
                    state.suspensions.end(*withdrawn_on);
                });
            }
            Event::ApprovalAsked { kind, cases, draft, by } => self.approval_asked(Approval {
                kind: *kind,
                cases: cases.clone(),
                draft: *draft,
                asked_by: by.clone(),
                asked_on: recorded_on,
                verdict: Verdict::Asked,
            }),
            Event::LetterApproved { kind, cases, text, by } => {
                self.approval_answered(*kind, cases, Verdict::Approved { by: by.clone(), text: *text });
            }
            Event::LetterSentBack { kind, cases, reason, by } => {
                self.approval_answered(*kind, cases, Verdict::SentBack { by: by.clone(), reason: *reason });
            }
            Event::PersonCorrected { person } => self.person = *person,
            Event::PersonNumberLinked { number, reason } => {
                self.numbers.push(LinkedNumber { number: *number, reason: *reason });
            }
            Event::PersonNumberUnlinked { number, .. } => self.numbers.retain(|linked| linked.number != *number),
            Event::RepresentativeChanged { representative, .. } => self.representative = *representative,
            Event::OtherParentChanged { parent, .. } => self.other_parent = *parent,
            Event::ChildHeard(heard) => {
                self.child_heard = Some(*heard);
                self.inform_parents = heard.tell_parents.or(self.inform_parents);
            }
            Event::InForceReviewed { case, reviewed_on, next_on, note } => self.change(*case, |state| {
                state.reviews.push(Review { reviewed_on: *reviewed_on, next_on: *next_on, note: *note });
            }),
            Event::InForceLifted { case, lifted_on, reason } => self.change(*case, |state| {
                state.lifted = Some(Lifted { lifted_on: *lifted_on, reason: *reason });
            }),
            Event::CaseClosed { case } => self.change(*case, |state| state.phase = Phase::Closed),
            Event::CaseTied(tie) => {
                if tie.how == TieKind::Duplicate {
                    self.approvals_lapse(tie.case);
                }
                self.change(tie.case, |state| {
                    state.ties.push(*tie);
                    if tie.how == TieKind::Duplicate {
                        state.phase = Phase::Closed;
                        state.suspensions.end(recorded_on);
                    }
                });
            }
            Event::Complaint(event) => self.change(event.case, |state| state.complaint(event)),
            Event::Breach(event) => self.change(event.case, |state| state.breach(event)),
            Event::DateReview(event) => self.change(event.case, |state| state.date_review(&event.what, version)),
            Event::CaseReopened { case, ground, reason, by } => {
                self.approvals_lapse(*case);
                let (reopened_on, answer) = (recorded_on, self.answer(*case).map(|letter| letter.sequence));
                self.change(*case, |state| {
                    let was = state.phase;
                    state.complaints_led_on(reopened_on);
                    state.reopen(Reopening {
                        ground: *ground,
                        reason: *reason,
                        by: *by,
                        reopened_on,
                        was,
                        answer,
                        event: version,
                    });
                });
            }
        }
    }

    fn change(&mut self, case: CaseLetter, change: impl FnOnce(&mut Case)) {
        if let Some(state) = self.cases.get_mut(case.index()) {
            change(state);
        }
    }

    fn change_file(&mut self, number: u32, change: impl FnOnce(&mut AttachedFile)) {
        if let Some(file) = number.checked_sub(1).and_then(|place| self.files.get_mut(place as usize)) {
            change(file);
        }
    }

    fn letter_issued(&mut self, issued: &LetterIssued) {
        self.letters.push(issued.clone());
        self.approvals.retain(|approval| !(approval.kind == issued.kind && approval.cases == issued.cases));
        // A correction says again what was said: nothing in the case begins or ends with it. Only in a case that was opened
        // again and decided anew it is the new answer.
        let corrects = issued.supersedes.is_some();
        if Case::is_answer(issued.kind) {
            for letter in &issued.cases {
                self.change(*letter, |state| {
                    if !corrects || state.phase == Phase::Decided {
                        state.phase = Phase::Answered;
                        state.suspensions.end(issued.dated_on);
                    }
                });
            }
        }
        if corrects {
            return;
        }
        for letter in &issued.cases {
            self.change(*letter, |state| state.complaint_sent(issued.kind, issued.sequence, issued.dated_on));
        }
        if issued.kind.tells_who_answers() {
            for letter in &issued.cases {
                self.change(*letter, |state| {
                    if let Phase::Forwarded { told } = &mut state.phase {
                        *told = true;
                    }
                });
            }
        }
        if issued.kind == LetterKind::IdentityRequest && self.identity == IdentityStatus::Unchecked {
            self.identity = IdentityStatus::Asked;
        }
    }
}

impl Case {
    fn begin(opened: &Opened) -> Self {
        Self {
            opened: opened.clone(),
            assignee: None,
            checks: BTreeMap::new(),
            suspensions: Suspensions::default(),
            decision: None,
            extension: None,
            forwarded_to: None,
            withdrawn_on: None,
            phase: Phase::Open,
            notes: Vec::new(),
            added_measures: Vec::new(),
            settled: BTreeMap::new(),
            tasks: Vec::new(),
            reports: Vec::new(),
            reviews: Vec::new(),
            lifted: None,
            reopenings: Vec::new(),
            complaints: Vec::new(),
            breaches: Vec::new(),
            date_reviews: DateReviews::default(),
            ties: Vec::new(),
        }
    }

    fn apply_correction(&mut self, entry: WrongEntry) {
        match entry {
            WrongEntry::Suspension(number) => {
                let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
                if let Some(asked) = place.and_then(|place| self.suspensions.0.get_mut(place)) {
                    asked.corrected = true;
                }
            }
            WrongEntry::Extension => self.extension = None,
        }
    }
}
