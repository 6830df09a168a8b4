//! What a row keeps of what its dates are computed from, so that they can be computed anew on the day of looking.

use chrono::NaiveDate;

use super::CaseRow;
use crate::casework::letter::LetterKind;
use crate::casework::request::{Case, Phase, Request, Suspension};
use crate::law::calendar::Calendar;
use crate::law::deadline::{self, Deadline, DeadlineInput, DeadlineProblem, Months, Pause, PauseGround, RuleVersion};

/// A question to the person, as far as the dates depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionRow {
    /// What was asked for.
    pub ground: PauseGround,
    /// When.
    pub asked_on: NaiveDate,
    /// By when an answer was asked for. A pause on a § 25 ground begins after this day, whatever was reminded of later.
    pub reply_by_on: NaiveDate,
    /// By when the last reminder asked for it.
    pub reminder_reply_by_on: Option<NaiveDate>,
    /// When the wait ended.
    pub ended_on: Option<NaiveDate>,
}

impl QuestionRow {
    pub(super) fn of(asked: &Suspension) -> Self {
        Self {
            ground: asked.ground,
            asked_on: asked.asked_on,
            reply_by_on: asked.reply_by_on,
            reminder_reply_by_on: asked.reminder.map(|reminder| reminder.reply_by_on),
            ended_on: asked.end_on(),
        }
    }

    /// The last day on which an answer was asked for: the reminder's, where there was one.
    #[must_use]
    pub fn last_reply_by_on(&self) -> NaiveDate {
        self.reminder_reply_by_on.unwrap_or(self.reply_by_on)
    }
}

/// A longer deadline that is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtensionRow {
    /// When the notice was sent.
    pub notice_on: NaiveDate,
    /// When the person was told to expect the answer.
    pub expected_on: NaiveDate,
}

impl CaseRow {
    /// The questions that the case waits for the answer to.
    pub fn open_questions(&self) -> impl Iterator<Item = &QuestionRow> {
        self.questions.iter().filter(|question| question.ended_on.is_none())
    }

    /// The dates of the case as they are on a day; the same as those of the case itself.
    #[must_use]
    pub fn deadline(&self, today: NaiveDate) -> Deadline {
        deadline::compute(&self.date_facts(today).input())
    }

    /// What the dates of the case are computed from on a day.
    #[must_use]
    pub fn date_facts(&self, today: NaiveDate) -> DateFacts {
        let notice_on = self.extension.map(|extension| extension.notice_on);
        DateFacts::on(today, (self.received_on, notice_on, self.rule_version), &self.questions)
    }
}

/// What dates are computed from, as it is on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFacts {
    /// The day of receipt.
    pub received_on: NaiveDate,
    /// The pauses that have begun.
    pub pauses: Vec<Pause>,
    /// When the notice of an extension in force was sent.
    pub notice_on: Option<NaiveDate>,
    /// The rules that the dates follow.
    pub rule_version: RuleVersion,
    /// The day.
    pub today: NaiveDate,
}

impl DateFacts {
    /// The facts on a day: receipt, notice of extension and rules, and what the person was asked.
    #[must_use]
    pub fn on(
        today: NaiveDate,
        (received_on, notice_on, rule_version): (NaiveDate, Option<NaiveDate>, RuleVersion),
        questions: &[QuestionRow],
    ) -> Self {
        let pause = |asked: &QuestionRow| asked.ground.pause(asked.asked_on, asked.reply_by_on, asked.ended_on, today);
        let pauses = questions.iter().filter_map(pause).collect();
        Self { received_on, pauses, notice_on, rule_version, today }
    }

    /// The facts, checked, where other days are off than by the law, or the rules give other months. An extension whose notice would then
    /// have come too late counts for nothing.
    ///
    /// # Errors
    /// Every problem that the facts have, as [`DeadlineInput::new`] tells of them.
    pub fn supposing<'a>(
        &'a self,
        calendar: Calendar<'a>,
        months: Months,
    ) -> Result<DeadlineInput<'a>, Vec<DeadlineProblem>> {
        let with = |notice_on| DeadlineInput::supposing(self.received_on, &self.pauses, notice_on, (calendar, months));
        let input = with(self.notice_on).or_else(|_| with(None))?;
        Ok(input.under(self.rule_version).seen_on(self.today))
    }

    /// The facts, checked: an extension that came too late counts for nothing.
    #[must_use]
    pub fn input(&self) -> DeadlineInput<'_> {
        DeadlineInput::new(self.received_on, &self.pauses, self.notice_on)
            .or_else(|_| DeadlineInput::new(self.received_on, &self.pauses, None))
            .unwrap_or_else(|_| DeadlineInput::receipt(self.received_on))
            .under(self.rule_version)
            .seen_on(self.today)
    }
}

/// The extension of a case, if it is in force.
pub(super) fn extension(case: &Case, deadline: &Deadline) -> Option<ExtensionRow> {
    let extension = case.extension.filter(|_| deadline.extended)?;
    Some(ExtensionRow { notice_on: extension.notice?.notice_on, expected_on: extension.expected_on })
}

/// From when an unanswered § 25 question stops the clock. One whose time to reply ends after the last day to answer never
/// does: the case is late then, and does not wait.
pub(super) fn pauses_from_on(request: &Request, case: &Case) -> Option<NaiveDate> {
    case.suspensions.pauses_from_on().filter(|from| request.deadline(case, *from).due_on.is_none())
}

/// When the person got word: the first answer, the first notice of who is responsible, or the person's own withdrawal.
pub(super) fn answered_on(request: &Request, case: &Case) -> Option<NaiveDate> {
    match case.phase {
        Phase::Open | Phase::Decided | Phase::Forwarded { told: false } => None,
        Phase::Answered | Phase::Forwarded { told: true } | Phase::Withdrawn | Phase::Closed => {
            let told = || first_sent(request, case, |kind| kind == LetterKind::ForwardingNotice);
            case.withdrawn_on.or_else(|| first_sent(request, case, Case::is_answer)).or_else(told)
        }
    }
}

/// When the person first got word. The month of GDPR Art. 12(3) ended with that answer, so a case that was opened again keeps its day.
pub(super) fn first_answered_on(request: &Request, case: &Case) -> Option<NaiveDate> {
    let before_it_was_reopened = || request.reopened_on(case).and_then(|_| first_sent(request, case, Case::is_answer));
    answered_on(request, case).or_else(before_it_was_reopened)
}

fn first_sent(request: &Request, case: &Case, is_wanted: fn(LetterKind) -> bool) -> Option<NaiveDate> {
    let letters = request.letters.iter().filter(|letter| letter.cases.contains(&case.opened.case));
    letters.filter(|letter| is_wanted(letter.kind)).map(|letter| letter.dated_on).min()
}
