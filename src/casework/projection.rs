//! What lists show of a case: a pure function of the log, with nothing in it that depends on today.

mod breach;
mod complaint;
mod dates;
mod delivery;
mod figure;
mod reminder;
mod review;
mod section_25;
mod supposed;
mod task;

use chrono::NaiveDate;

use super::ids::CaseLetter;
use super::person::Person;
use super::request::{AppealStart, Case, InForce, Phase, Request, ReviewState};
use crate::law::deadline::{self, PauseGround, RuleVersion};
use crate::law::organisation::BodyId;
use crate::law::register::RegisterId;
use crate::law::rights::{Mode, Outcome, Right, Track};

pub use breach::{BreachNumber, BreachRow};
pub use complaint::{ComplaintMade, ComplaintRow};
pub use dates::{DateFacts, ExtensionRow, QuestionRow};
pub use delivery::{Undelivered, UndeliveredAs};
pub use figure::{Figure, UnknownFigure};
pub use reminder::{Reminder, ReminderKind, reminded_until, soon};
pub use review::DateDoubt;
pub use section_25::{Assessment, DOCUMENTS, GROUNDS, Given, Section25Row, Section25Stage};
pub use supposed::{Supposed, Supposition};
pub use task::TaskRow;

/// A row of the work list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Which case of its request.
    pub case: CaseLetter,
    /// The register.
    pub register: RegisterId,
    /// The right.
    pub right: Right,
    /// The track.
    pub track: Track,
    /// How it is passed on, on the track `forward`.
    pub mode: Option<Mode>,
    /// The body that answers.
    pub handled_by: BodyId,
    /// Where the case stands.
    pub phase: Phase,
    /// Whoever has it.
    pub assignee: Option<String>,
    /// The version of the rules that its dates follow.
    pub rule_version: RuleVersion,
    /// The day of receipt.
    pub received_on: NaiveDate,
    /// The last day before it is moved to a working day.
    pub nominal_on: NaiveDate,
    /// The last day to answer; `None` while the clock stands still.
    pub due_on: Option<NaiveDate>,
    /// The last day to send a notice of extension.
    pub extension_notice_due_on: Option<NaiveDate>,
    /// The last day to refuse.
    pub refusal_due_on: Option<NaiveDate>,
    /// The first day of the earliest unanswered question.
    pub question_since_on: Option<NaiveDate>,
    /// From when an unanswered question that counts later will stop the clock.
    pub pauses_from_on: Option<NaiveDate>,
    /// What the person was asked for, in the order of asking.
    pub questions: Vec<QuestionRow>,
    /// The longer deadline, once it is in force.
    pub extension: Option<ExtensionRow>,
    /// When the person got word; `None` while nobody has been told anything, and where it was closed without.
    pub answered_on: Option<NaiveDate>,
    /// When the person first got word, also of a case that was opened again after its answer.
    pub first_answered_on: Option<NaiveDate>,
    /// The calendar days that ended pauses add to the last day to answer.
    pub suspended_days: u32,
    /// When it was opened again after an answer, while it is not answered anew.
    pub reopened_on: Option<NaiveDate>,
    /// Whether a letter of the case waits for a second person.
    pub awaits_approval: bool,
    /// The outcome, once decided.
    pub outcome: Option<Outcome>,
    /// Whether the case waits for the person to show who they are.
    pub identity_asked: bool,
    /// What a § 25 case has beside the rest.
    pub section_25: Option<Section25Row>,
    /// The person's initials.
    pub initials: String,
    /// The stated year of birth.
    pub birth_year: Option<i32>,
    /// The masked identity number.
    pub masked_identity: Option<String>,
    /// Whether the person is protected.
    pub protected: bool,
    /// By when data that are not kept for long have to be secured.
    pub secure_by_on: Option<NaiveDate>,
    /// What the time to appeal against an enkeltvedtak is counted from.
    pub appeal: Option<AppealStart>,
    /// A letter that did not get through.
    pub undelivered: Option<Undelivered>,
    /// What units are asked for and have not answered, in the order of asking.
    pub tasks: Vec<TaskRow>,
    /// The restriction or reservation that stands in force.
    pub in_force: Option<InForce>,
    /// The complaint about it that somebody has to do something about first.
    pub complaint: Option<ComplaintRow>,
    /// Every complaint about it, in the order in which they came.
    pub complaints_made: Vec<ComplaintMade>,
    /// The breach that somebody has to do something about first.
    pub breach: Option<BreachRow>,
    /// The numbers of its breaches in the office's system for them.
    pub breach_numbers: Vec<BreachNumber>,
    /// Where the data protection officer's review of its dates stands.
    pub review: Option<ReviewState>,
}

impl CaseRow {
    /// Whether it is a § 25 claim that lacks its grounds and nobody has asked for them.
    #[must_use]
    pub fn without_grounds(&self) -> bool {
        self.section_25.is_some_and(|row| row.stage == Section25Stage::WithoutBasis && row.grounds == Given::Missing)
    }

    /// Whether its clock runs to the day that it is due on: it is not on hold, and was not opened again after an answer, whose
    /// month is over. Whether its person still waits for word is asked beside.
    #[must_use]
    pub fn runs_to_its_day(&self, today: NaiveDate) -> bool {
        self.paused_since_on(today).is_none() && self.reopened_on.is_none()
    }

    /// Since when the clock stands still, as of a day: at once for most questions, for a § 25 question after its
    /// reply-by date (forvaltningslovforskriften § 38).
    #[must_use]
    pub fn paused_since_on(&self, today: NaiveDate) -> Option<NaiveDate> {
        match self.due_on {
            None => self.question_since_on,
            Some(_) => self.pauses_from_on.filter(|from| *from <= today),
        }
    }
}

/// The rows of a request. `person` is `None` once the person's row is erased.
#[must_use]
pub fn rows(request: &Request, person: Option<&Person>) -> Vec<CaseRow> {
    request.cases.iter().map(|case| row(request, case, person)).collect()
}

fn row(request: &Request, case: &Case, person: Option<&Person>) -> CaseRow {
    let protected = request.registered.protection.is_protected();
    let visible = person.filter(|_| !protected);
    // The pauses that count from the day they were asked; a § 25 question counts later, and reading adds it then.
    let pauses = case.suspensions.pauses(request.registered.received_on);
    let deadline = deadline::compute(&case.deadline_input(&request.registered, &pauses));
    CaseRow {
        case: case.opened.case,
        register: case.opened.register.clone(),
        right: case.opened.right,
        track: case.opened.route.track,
        mode: case.opened.route.mode,
        handled_by: case.opened.route.handled_by.clone(),
        phase: case.phase,
        assignee: case.assignee.clone(),
        rule_version: request.registered.rule_version,
        received_on: request.registered.received_on,
        nominal_on: deadline.nominal_on,
        due_on: deadline.due_on,
        extension_notice_due_on: deadline.extension_notice_due_on,
        refusal_due_on: deadline.refusal_due_on,
        question_since_on: case.suspensions.question_since_on(),
        pauses_from_on: dates::pauses_from_on(request, case),
        questions: case.suspensions.standing().map(QuestionRow::of).collect(),
        extension: dates::extension(case, &deadline),
        answered_on: dates::answered_on(request, case),
        first_answered_on: dates::first_answered_on(request, case),
        suspended_days: deadline.suspended_days,
        reopened_on: request.reopened_on(case),
        awaits_approval: request.awaits_approval(case.opened.case),
        outcome: case.outcome(),
        identity_asked: case.suspensions.open().any(|open| open.ground == PauseGround::Identity),
        section_25: section_25::section_25(request, case),
        initials: visible.map(Person::initials).unwrap_or_default(),
        birth_year: visible.and_then(Person::birth_year),
        masked_identity: visible.and_then(|person| person.identity_number.as_ref().map(|number| number.masked())),
        protected,
        secure_by_on: case.opened.route.secure_by_on,
        appeal: request.appeal_start(case.opened.case),
        undelivered: Undelivered::of(request, case),
        tasks: task::tasks(case),
        in_force: case.in_force(),
        complaint: case.open_complaint().map(ComplaintRow::of),
        complaints_made: case.complaints.iter().map(ComplaintMade::of).collect(),
        breach: case.open_breach().and_then(|(number, breach)| BreachRow::of(number, breach)),
        breach_numbers: breach::numbers(case),
        review: case.date_reviews.state(),
    }
}
