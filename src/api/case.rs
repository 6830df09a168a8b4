//! A case as lists show it.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::breach::BreachSummary;
use super::labels;
use super::other_dates;
use super::people::InForceAnswer;
use super::route::BodyAnswer;
use super::spoken::spoken;
use crate::casework::access::{Role, User};
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{CaseRow, ComplaintRow, QuestionRow, Section25Row, Section25Stage, Undelivered};
use crate::casework::request::CheckResult;
use crate::law::deadline::own_date;
use crate::usecase::Rules;
use crate::usecase::ports::Counts;

/// A warning: a code to branch on and a text to read.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct WarningAnswer {
    pub code: String,
    pub message: String,
}

/// The person of a case, as far as lists show one.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PersonSummary {
    /// None where the name is not known or not shown.
    pub initials: Option<String>,
    pub birth_year: Option<i32>,
    pub masked_identity: Option<String>,
    pub protected: bool,
    /// In full, in an opened case only.
    #[serde(flatten)]
    #[ts(skip)]
    pub in_full: Option<PersonInFull>,
}

/// The person in full, as an opened case shows one.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PersonInFull {
    pub name: Option<String>,
    pub born_on: Option<String>,
    pub address: Option<AddressAnswer>,
    pub email: Option<String>,
}

/// A postal address.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct AddressAnswer {
    pub lines: Vec<String>,
    pub country: String,
}

/// What a list shows of a § 25 case.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct Section25Answer {
    /// `mangler-grunnlag`, `venter`, `vurderes`, `ikke-sendt` or `ferdig`.
    pub stage: String,
    pub stage_label: String,
    /// `mottatt`, `mangler` or `bedt-om`.
    pub grounds: String,
    pub documents: String,
    /// `ja`, `nei`, `ikke-aktuelt` or `gjenstar`; None for rectification.
    pub burdensome: Option<String>,
    pub public_interest: Option<String>,
}

impl Section25Answer {
    fn of(row: Section25Row) -> Self {
        let step = |result: Option<CheckResult>| result.map_or("gjenstar", CheckResult::id).to_owned();
        Self {
            stage: row.stage.id().to_owned(),
            stage_label: row.stage.label().get(spoken()).to_owned(),
            grounds: row.grounds.id().to_owned(),
            documents: row.documents.id().to_owned(),
            burdensome: row.assessment.map(|steps| step(steps.burdensome)),
            public_interest: row.assessment.map(|steps| step(steps.public_interest)),
        }
    }
}

/// A question that a case waits for the answer to.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct QuestionAnswer {
    pub ground: String,
    pub ground_label: String,
    pub asked_on: String,
    /// The reminder's day, where there was one.
    pub reply_by_on: String,
}

impl QuestionAnswer {
    fn of(question: &QuestionRow) -> Self {
        Self {
            ground: question.ground.id().to_owned(),
            ground_label: question.ground.label().get(spoken()).to_owned(),
            asked_on: question.asked_on.to_string(),
            reply_by_on: question.last_reply_by_on().to_string(),
        }
    }
}

/// A letter of the case that did not get through.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct UndeliveredAnswer {
    /// `retur` or `ikke-apnet`.
    pub what: String,
    pub label: String,
    pub from_on: String,
}

impl UndeliveredAnswer {
    fn of(lost: Undelivered) -> Self {
        Self {
            what: lost.what.id().to_owned(),
            label: lost.what.label().get(spoken()).to_owned(),
            from_on: lost.from_on.to_string(),
        }
    }
}

/// A complaint about the case that is not done with.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ComplaintSummary {
    /// `mottatt`, `skal-oversendes`, `oversendt` or `skal-gjenapnes`.
    pub state: String,
    pub label: String,
    /// By when the next step is to be done; None while it lies with the body that decides it.
    pub due_on: Option<String>,
}

impl ComplaintSummary {
    fn of(row: ComplaintRow) -> Self {
        Self {
            state: row.state.id().to_owned(),
            label: row.state.label().get(spoken()).to_owned(),
            due_on: row.due_on.map(|day| day.to_string()),
        }
    }
}

/// How many § 25 cases are at a stage.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct StageCount {
    pub stage: String,
    pub label: String,
    pub count: u64,
}

impl StageCount {
    /// The counted stages in order.
    #[must_use]
    pub fn all(counts: &Counts) -> Vec<Self> {
        Section25Stage::COUNTED
            .into_iter()
            .zip(counts.section_25_stages)
            .map(|(stage, count)| Self {
                stage: stage.id().to_owned(),
                label: stage.label().get(spoken()).to_owned(),
                count,
            })
            .collect()
    }
}

/// A case as lists show it. Dates are `YYYY-MM-DD`; what depends on today is computed on reading.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CaseAnswer {
    pub case: String,
    pub request: String,
    pub register: String,
    pub right: String,
    pub track: String,
    pub mode: Option<String>,
    pub handled_by: BodyAnswer,
    pub state: String,
    pub assignee: Option<String>,
    pub received_on: String,
    pub nominal_on: String,
    pub due_on: Option<String>,
    pub extension_notice_due_on: Option<String>,
    pub refusal_due_on: Option<String>,
    pub internal_due_on: Option<String>,
    pub secure_by_on: Option<String>,
    pub effect_on: Option<String>,
    pub interim_reply_due_on: Option<String>,
    pub appeal_due_on: Option<String>,
    pub paused_since_on: Option<String>,
    pub question_since_on: Option<String>,
    /// The questions that it waits for the answer to.
    pub questions: Vec<QuestionAnswer>,
    /// The last day to answer if the answer to them came today; None while the clock runs.
    pub due_if_answered_on: Option<String>,
    /// When the notice of an extension in force was sent, and the answer that it told of.
    pub extended_on: Option<String>,
    pub expected_on: Option<String>,
    /// When the person got word.
    pub answered_on: Option<String>,
    /// When it was opened again after an answer, while it is not answered anew. Then only the office's own date is left.
    pub reopened_on: Option<String>,
    pub late: bool,
    pub days_left: Option<i64>,
    pub outcome: Option<String>,
    /// How many tasks units have not answered, and the first day on which an answer is wanted.
    pub open_tasks: usize,
    pub task_due_on: Option<String>,
    /// The colleague who has it, where the user covers for them and asked for own cases.
    pub covered_for: Option<String>,
    /// A letter that did not get through, from the day on which somebody has to do something about it.
    pub undelivered: Option<UndeliveredAnswer>,
    /// The restriction or reservation that stands in force.
    pub in_force: Option<InForceAnswer>,
    /// The complaint about it that somebody has to do something about first, of a closed case too.
    pub complaint: Option<ComplaintSummary>,
    /// The breach that somebody has to do something about first, of a closed case too.
    pub breach: Option<BreachSummary>,
    /// None for a case that is not a § 25 case, and for whoever is not cleared for its person.
    pub section_25: Option<Section25Answer>,
    pub warnings: Vec<WarningAnswer>,
    #[ts(type = "PersonSummary & Partial<PersonInFull>")]
    pub person: PersonSummary,
    pub title: String,
    pub register_label: String,
    pub right_label: String,
    pub track_label: String,
    pub status: String,
    pub status_label: String,
}

impl CaseAnswer {
    /// Whether it is about a protected person whom this user is not cleared for: then only its dates, its track and its
    /// course are shown.
    #[must_use]
    pub fn is_closed_to(&self, user: &User) -> bool {
        self.person.protected && !user.cleared
    }

    /// The same case, as it is for a user: whoever is not cleared for a protected person reads that first, and sees neither
    /// what the person has given nor what the case came to.
    #[must_use]
    pub fn seen_by(mut self, user: &User) -> Self {
        if self.is_closed_to(user) {
            self.section_25 = None;
            self.in_force = None;
            self.outcome = None;
            if user.role != Role::Lead {
                let (status, label) = labels::needs_clearance();
                status.clone_into(&mut self.status);
                label.clone_into(&mut self.status_label);
            }
        }
        self
    }

    /// The same case among own cases; `names` is the user and whom they cover for.
    #[must_use]
    pub fn covered(mut self, names: &[String]) -> Self {
        self.covered_for = self.assignee.clone().filter(|assignee| names.iter().skip(1).any(|name| name == assignee));
        self
    }

    /// A row of the work list, as it is on a day.
    #[must_use]
    pub fn of(number: CaseNumber, row: &CaseRow, rules: &Rules, today: NaiveDate) -> Self {
        let paused_since_on = row.paused_since_on(today);
        let running = |day: Option<NaiveDate>| day.filter(|_| paused_since_on.is_none()).map(|day| day.to_string());
        let due_on = row.due_on.filter(|_| paused_since_on.is_none());
        let answered = !row.is_unanswered() || row.reopened_on.is_some();
        let open = paused_since_on.and_then(|_| row.deadline(today).open_suspension);
        let register = rules.catalogue.get(&row.register);
        let short = register.map_or(row.register.as_str(), |register| register.short.as_str());
        let (status, status_label) = labels::status(row);
        Self {
            case: number.to_string(),
            request: number.request.to_string(),
            register: row.register.to_string(),
            right: row.right.id().to_owned(),
            track: row.track.id().to_owned(),
            mode: row.mode.map(|mode| mode.id().to_owned()),
            handled_by: BodyAnswer {
                id: row.handled_by.to_string(),
                name: rules.catalogue.body_name(&row.handled_by, spoken()).to_owned(),
            },
            state: labels::state(row, paused_since_on.is_some()).to_owned(),
            assignee: row.assignee.clone(),
            received_on: row.received_on.to_string(),
            nominal_on: row.nominal_on.to_string(),
            due_on: due_on.map(|day| day.to_string()),
            extension_notice_due_on: running(row.extension_notice_due_on),
            refusal_due_on: running(row.refusal_due_on),
            internal_due_on: row
                .reopened_on
                .map(own_date)
                .or_else(|| Some(rules.internal_days?.before(due_on?, row.received_on)))
                .map(|day| day.to_string()),
            secure_by_on: row.secure_by_on.map(|day| day.to_string()),
            effect_on: row.effect_on().map(|day| day.to_string()),
            interim_reply_due_on: row.interim_on().map(|day| day.to_string()),
            appeal_due_on: other_dates::appeal_on(row).map(|day| day.to_string()),
            paused_since_on: paused_since_on.map(|day| day.to_string()),
            question_since_on: row.question_since_on.map(|day| day.to_string()),
            questions: row.open_questions().map(QuestionAnswer::of).collect(),
            due_if_answered_on: open.map(|open| open.due_if_answered_on.to_string()),
            extended_on: row.extension.map(|extension| extension.notice_on.to_string()),
            expected_on: row.extension.map(|extension| extension.expected_on.to_string()),
            answered_on: row.answered_on.map(|day| day.to_string()),
            reopened_on: row.reopened_on.map(|day| day.to_string()),
            late: !answered && due_on.is_some_and(|due_on| due_on < today),
            days_left: due_on.filter(|_| !answered).map(|due_on| (due_on - today).num_days()),
            outcome: row.outcome.map(|outcome| outcome.id().to_owned()),
            open_tasks: row.tasks.len(),
            task_due_on: row.tasks.iter().map(|task| task.due_on).min().map(|day| day.to_string()),
            covered_for: None,
            undelivered: row.undelivered.filter(|lost| lost.from_on <= today).map(UndeliveredAnswer::of),
            complaint: row.complaint.map(ComplaintSummary::of),
            breach: row.breach.map(BreachSummary::of),
            section_25: row.section_25.map(Section25Answer::of),
            in_force: InForceAnswer::of(row, today),
            warnings: Vec::new(),
            person: PersonSummary {
                initials: Some(row.initials.clone()).filter(|initials| !initials.is_empty()),
                birth_year: row.birth_year,
                masked_identity: row.masked_identity.clone(),
                protected: row.protected,
                in_full: None,
            },
            title: labels::case_title(row.right, short),
            register_label: short.to_owned(),
            right_label: row.right.label(spoken()),
            track_label: labels::way(row.track, row.mode),
            status: status.to_owned(),
            status_label: status_label.to_owned(),
        }
    }
}
