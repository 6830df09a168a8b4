//! The projections: what lists and counts are read from.

use chrono::DateTime;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::problem::StoreProblem;
use super::{breaches, kinds, number, questions, statistics, tasks};
use crate::casework::ids::{CaseLetter, CaseNumber, DeliveryMark, RequestNumber};
use crate::casework::person::Person;
use crate::casework::projection::{
    self, Assessment, BreachRow, CaseRow, ComplaintRow, ExtensionRow, Given, Section25Row, Section25Stage, Undelivered,
    UndeliveredAs,
};
use crate::casework::request::{
    AppealStart, BreachState, CheckResult, ComplaintKind, ComplaintState, Event, InForce, InForceKind, Phase, Recorded,
    Request, ReviewState,
};
use crate::law::rights::Track;
use crate::usecase::ports::Counts;

/// The columns of a case, in the order in which they are read and written.
pub(super) const CASE_COLUMNS: &str = "request, letter, register, \"right\", track, mode, handled_by, phase, assignee, \
     received_on, nominal_on, due_on, extension_notice_due_on, refusal_due_on, question_since_on, pauses_from_on, \
     outcome, identity_asked, section_25_stage, grounds, documents, burdensome, public_interest, initials, birth_year, \
     masked_identity, protected, secure_by_on, appeal_from_on, rule_version, questions, extended_on, expected_on, \
     answered_on, awaits_approval, appeal_start, undelivered, undelivered_from_on, tasks, reminded_from_on, in_force, \
     in_force_since_on, review_on, reopened_on, complaint, complaint_kind, complaint_due_on, complaint_asked_for, \
     breach, breach_number, breach_aware_at, breach_due_at, breach_numbers, first_answered_on, \
     suspended_days, complaints_made, review";

/// How many columns a case has.
const CASE_WIDTH: usize = 57;
/// The place of the due day among them, which the day to sort by is made of.
const DUE_ON: usize = 12;
/// The day that a case without a due day stands at, after every other.
const NEVER: &str = "'9999-12-31'";

/// What is counted, in the order in which it is read and written; the stages in the order of [`Section25Stage::COUNTED`].
pub(super) const COUNT_COLUMNS: &str = "requests, cases, open_cases, open_section_25, section_25_without_basis, \
     section_25_waiting, section_25_assessed, section_25_unsent";

/// The columns of a request.
pub(super) const REQUEST_COLUMNS: &str = "request, version, cases, protected, delivery";

/// Everything that is projected of one request.
pub(super) struct Projected {
    pub(super) request: Vec<Value>,
    pub(super) cases: Vec<Vec<Value>>,
    pub(super) tasks: Vec<Vec<Value>>,
    pub(super) breaches: Vec<Vec<Value>>,
    pub(super) counts: Counts,
}

impl Projected {
    /// What follows from the rows of a request's cases.
    pub(super) fn new(request: RequestNumber, state: Head, rows: &[CaseRow]) -> Self {
        let open = rows.iter().filter(|row| row.phase != Phase::Closed);
        let at = |stage| {
            open.clone().filter(|row| row.section_25.is_some_and(|section_25| section_25.stage == stage)).count() as u64
        };
        let counts = Counts {
            requests: 1,
            cases: rows.len() as u64,
            open_cases: open.clone().count() as u64,
            open_section_25: open.clone().filter(|row| row.track == Track::Section25).count() as u64,
            section_25_stages: Section25Stage::COUNTED.map(at),
        };
        Self {
            request: vec![
                Value::from(number::key(request)),
                Value::from(state.version),
                Value::from(rows.len() as i64),
                Value::from(state.protected),
                Value::from(state.delivery.map(|mark| mark.to_string())),
            ],
            cases: rows.iter().map(|row| case_values(request, row)).collect(),
            tasks: tasks::values(request, rows),
            breaches: breaches::values(request, rows),
            counts,
        }
    }

    /// What follows from the log alone; `None` for a log that does not begin with a registration.
    pub(super) fn of_log(request: RequestNumber, log: &[Recorded], person: Option<&Person>) -> Option<Self> {
        let state = Request::replay(log)?;
        let head = Head {
            version: i64::from(state.version),
            protected: state.registered.protection.is_protected(),
            delivery: state.registered.delivery,
        };
        Some(Self::new(request, head, &projection::rows(&state, person)))
    }
}

/// What is projected of a request beside its cases.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub(super) version: i64,
    pub(super) protected: bool,
    pub(super) delivery: Option<DeliveryMark>,
}

/// What a request is beside its cases, for as long as it lives.
pub(super) struct RequestState {
    pub(super) protected: bool,
    pub(super) delivery: Option<DeliveryMark>,
}

impl RequestState {
    /// The state that a first event begins; `None` for any event but a registration.
    pub(super) fn begin(event: &Event) -> Option<Self> {
        let Event::RequestRegistered(registered) = event else { return None };
        Some(Self { protected: registered.protection.is_protected(), delivery: registered.delivery })
    }
}

fn case_values(request: RequestNumber, row: &CaseRow) -> Vec<Value> {
    let text = |value: &dyn ToString| Value::Text(value.to_string());
    let date = |date: Option<chrono::NaiveDate>| Value::from(date.map(|date| date.to_string()));
    let word = |word: Option<&'static str>| Value::from(word.map(str::to_owned));
    let assessment = row.section_25.and_then(|row| row.assessment);
    vec![
        Value::from(number::key(request)),
        Value::from(row.case.index() as i64),
        text(&row.register),
        text(&row.right.id()),
        text(&row.track.id()),
        Value::from(row.mode.map(|mode| mode.id().to_owned())),
        text(&row.handled_by),
        text(&phase_id(row.phase)),
        Value::from(row.assignee.clone()),
        date(Some(row.received_on)),
        date(Some(row.nominal_on)),
        date(row.due_on),
        date(row.extension_notice_due_on),
        date(row.refusal_due_on),
        date(row.question_since_on),
        date(row.pauses_from_on),
        Value::from(row.outcome.map(|outcome| outcome.id().to_owned())),
        Value::from(row.identity_asked),
        word(row.section_25.map(|row| row.stage.id())),
        word(row.section_25.map(|row| row.grounds.id())),
        word(row.section_25.map(|row| row.documents.id())),
        word(assessment.map(|steps| step_id(steps.burdensome))),
        word(assessment.map(|steps| step_id(steps.public_interest))),
        text(&row.initials),
        Value::from(row.birth_year),
        Value::from(row.masked_identity.clone()),
        Value::from(row.protected),
        date(row.secure_by_on),
        date(row.appeal.and_then(AppealStart::on)),
        text(&row.rule_version.id()),
        Value::from((!row.questions.is_empty()).then(|| questions::written(&row.questions))),
        date(row.extension.map(|extension| extension.notice_on)),
        date(row.extension.map(|extension| extension.expected_on)),
        date(row.answered_on),
        Value::from(row.awaits_approval),
        word(row.appeal.map(appeal_id)),
        word(row.undelivered.map(|undelivered| undelivered.what.id())),
        date(row.undelivered.map(|undelivered| undelivered.from_on)),
        Value::from((!row.tasks.is_empty()).then(|| tasks::written(&row.tasks))),
        date(row.reminded_from_on()),
        word(row.in_force.map(|standing| standing.kind.id())),
        date(row.in_force.map(|standing| standing.since_on)),
        date(row.in_force.and_then(|standing| standing.review_on)),
        date(row.reopened_on),
        word(row.complaint.map(|complaint| complaint.state.id())),
        word(row.complaint.map(|complaint| complaint.kind.id())),
        date(row.complaint.and_then(|complaint| complaint.due_on)),
        Value::from(row.complaint.is_some_and(|complaint| complaint.asked_for)),
        word(row.breach.map(|breach| breach.state.id())),
        Value::from(row.breach.map(|breach| breach.number)),
        Value::from(row.breach.map(|breach| breach.aware_at.timestamp_micros())),
        Value::from(row.breach.map(|breach| breach.due_at.timestamp_micros())),
        Value::from((!row.breach_numbers.is_empty()).then(|| breaches::written(&row.breach_numbers))),
        date(row.first_answered_on),
        Value::from(row.suspended_days),
        Value::from((!row.complaints_made.is_empty()).then(|| statistics::complaints_written(&row.complaints_made))),
        word(row.review.map(ReviewState::id)),
    ]
}

/// Reads a case. A value that its type cannot have is told as a fault of the row.
pub(super) fn read_case(row: &Row<'_>) -> rusqlite::Result<(CaseNumber, CaseRow)> {
    let parsed = |place: usize| -> rusqlite::Result<String> { row.get(place) };
    let listed = |place: usize| row.get::<_, Option<String>>(place);
    let date = |place: usize| listed(place)?.map(|text| text.parse().map_err(|_| bad(place))).transpose();
    let request = number::number(row.get(0)?).ok_or_else(|| bad(0))?;
    let letter = CaseLetter::at(row.get(1)?);
    let case = CaseRow {
        case: letter,
        register: parsed(2)?.parse().map_err(|_| bad(2))?,
        right: parsed(3)?.parse().map_err(|_| bad(3))?,
        track: parsed(4)?.parse().map_err(|_| bad(4))?,
        mode: listed(5)?.map(|text| text.parse().map_err(|_| bad(5))).transpose()?,
        handled_by: parsed(6)?.parse().map_err(|_| bad(6))?,
        phase: phase(&parsed(7)?).ok_or_else(|| bad(7))?,
        assignee: row.get(8)?,
        received_on: date(9)?.ok_or_else(|| bad(9))?,
        nominal_on: date(10)?.ok_or_else(|| bad(10))?,
        due_on: date(11)?,
        extension_notice_due_on: date(12)?,
        refusal_due_on: date(13)?,
        question_since_on: date(14)?,
        pauses_from_on: date(15)?,
        outcome: listed(16)?.map(|text| text.parse().map_err(|_| bad(16))).transpose()?,
        identity_asked: row.get(17)?,
        section_25: read_section_25(row)?,
        initials: row.get(23)?,
        birth_year: row.get(24)?,
        masked_identity: row.get(25)?,
        protected: row.get(26)?,
        secure_by_on: date(27)?,
        appeal: match (listed(35)?.as_deref(), date(28)?) {
            (None, None) => None,
            (Some("sendt"), Some(on)) => Some(AppealStart::Sent(on)),
            (Some("tilgjengelig"), Some(on)) => Some(AppealStart::MadeAvailable(on)),
            (Some("fremme"), Some(on)) => Some(AppealStart::Arrived(on)),
            (Some("retur"), None) => Some(AppealStart::NotArrived),
            (Some(_) | None, _) => return Err(bad(35)),
        },
        undelivered: match (listed(36)?, date(37)?) {
            (Some(what), Some(from_on)) => {
                Some(Undelivered { what: UndeliveredAs::from_id(&what).ok_or_else(|| bad(36))?, from_on })
            }
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(bad(36)),
        },
        in_force: match (listed(40)?, date(41)?) {
            (Some(kind), Some(since_on)) => {
                let kind = InForceKind::from_id(&kind).ok_or_else(|| bad(40))?;
                Some(InForce { kind, since_on, review_on: date(42)? })
            }
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(bad(40)),
        },
        rule_version: parsed(29)?.parse().map_err(|_| bad(29))?,
        questions: listed(30)?.map_or(Ok(Vec::new()), |text| questions::read(&text).ok_or_else(|| bad(30)))?,
        extension: match (date(31)?, date(32)?) {
            (Some(notice_on), Some(expected_on)) => Some(ExtensionRow { notice_on, expected_on }),
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(bad(31)),
        },
        answered_on: date(33)?,
        awaits_approval: row.get(34)?,
        tasks: listed(38)?.map_or(Ok(Vec::new()), |text| tasks::read(&text).ok_or_else(|| bad(38)))?,
        reopened_on: date(43)?,
        complaint: match (listed(44)?, listed(45)?) {
            (Some(state), Some(kind)) => Some(ComplaintRow {
                kind: ComplaintKind::from_id(&kind).ok_or_else(|| bad(45))?,
                state: ComplaintState::from_id(&state).ok_or_else(|| bad(44))?,
                due_on: date(46)?,
                asked_for: row.get(47)?,
            }),
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(bad(44)),
        },
        breach: read_breach(row)?,
        breach_numbers: listed(52)?.map_or(Ok(Vec::new()), |text| breaches::read(&text).ok_or_else(|| bad(52)))?,
        first_answered_on: date(53)?,
        suspended_days: row.get(54)?,
        complaints_made: listed(55)?
            .map_or(Ok(Vec::new()), |text| statistics::complaints_read(&text).ok_or_else(|| bad(55)))?,
        review: listed(56)?.map(|id| ReviewState::from_id(&id).ok_or_else(|| bad(56))).transpose()?,
    };
    Ok((request.case(letter), case))
}

/// The columns of a § 25 case, from the eighteenth on; nothing for any other.
fn read_section_25(row: &Row<'_>) -> rusqlite::Result<Option<Section25Row>> {
    let word = |place: usize| row.get::<_, Option<String>>(place);
    let Some(stage) = word(18)? else { return Ok(None) };
    let given = |place: usize| word(place)?.and_then(|id| Given::from_id(&id)).ok_or_else(|| bad(place));
    let assessment = match (word(21)?, word(22)?) {
        (Some(burdensome), Some(public_interest)) => Some(Assessment {
            burdensome: step(&burdensome).ok_or_else(|| bad(21))?,
            public_interest: step(&public_interest).ok_or_else(|| bad(22))?,
        }),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => return Err(bad(21)),
    };
    Ok(Some(Section25Row {
        stage: Section25Stage::from_id(&stage).ok_or_else(|| bad(18))?,
        grounds: given(19)?,
        documents: given(20)?,
        assessment,
    }))
}

/// The breach that is not done with, from the forty-eighth column on.
fn read_breach(row: &Row<'_>) -> rusqlite::Result<Option<BreachRow>> {
    let Some(state) = row.get::<_, Option<String>>(48)? else { return Ok(None) };
    let instant = |place: usize| DateTime::from_timestamp_micros(row.get(place)?).ok_or_else(|| bad(place));
    Ok(Some(BreachRow {
        number: row.get(49)?,
        state: BreachState::from_id(&state).ok_or_else(|| bad(48))?,
        aware_at: instant(50)?,
        due_at: instant(51)?,
    }))
}

/// The word for a step that nobody has answered.
const NOT_ANSWERED: &str = "gjenstar";

fn step_id(result: Option<CheckResult>) -> &'static str {
    result.map_or(NOT_ANSWERED, CheckResult::id)
}

/// What a step came to, `None` while nobody has answered; no value for a word that is none.
fn step(id: &str) -> Option<Option<CheckResult>> {
    if id == NOT_ANSWERED { Some(None) } else { CheckResult::from_id(id).map(Some) }
}

fn appeal_id(appeal: AppealStart) -> &'static str {
    match appeal {
        AppealStart::Sent(_) => "sendt",
        AppealStart::MadeAvailable(_) => "tilgjengelig",
        AppealStart::Arrived(_) => "fremme",
        AppealStart::NotArrived => "retur",
    }
}

fn phase_id(phase: Phase) -> &'static str {
    match phase {
        Phase::Open => "open",
        Phase::Decided => "decided",
        Phase::Answered => "answered",
        Phase::Forwarded { told: false } => "forwarded",
        Phase::Forwarded { told: true } => "forwarded-told",
        Phase::Withdrawn => "withdrawn",
        Phase::Closed => "closed",
    }
}

fn phase(id: &str) -> Option<Phase> {
    let phases = [
        Phase::Open,
        Phase::Decided,
        Phase::Answered,
        Phase::Forwarded { told: false },
        Phase::Forwarded { told: true },
        Phase::Withdrawn,
        Phase::Closed,
    ];
    phases.into_iter().find(|phase| phase_id(*phase) == id)
}

fn bad(place: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(place, String::new(), rusqlite::types::Type::Text)
}

/// The requests with a case that is sorted by another day than it is due on.
pub(super) fn misplaced(connection: &Connection) -> Result<Vec<i64>, StoreProblem> {
    let other =
        format!("SELECT DISTINCT request FROM case_row WHERE due_order <> ifnull(due_on, {NEVER}) ORDER BY request");
    let requests = connection.prepare(&other)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(requests)
}

/// Writes what is projected of one request in place of what was there, and moves the counts.
pub(super) fn write(connection: &Connection, projected: &Projected, before: Counts) -> Result<(), StoreProblem> {
    connection
        .prepare_cached(&format!(
            "INSERT INTO request_row ({REQUEST_COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (request) DO UPDATE SET version = ?2, cases = ?3, protected = ?4, delivery = ?5"
        ))?
        .execute(params_from_iter(&projected.request))?;
    let places: Vec<String> = (1..=CASE_WIDTH).map(|place| format!("?{place}")).collect();
    let mut insert = connection.prepare_cached(&format!(
        "INSERT OR REPLACE INTO case_row ({CASE_COLUMNS}, kind, due_order) VALUES ({}, ?{}, ifnull(?{DUE_ON}, {NEVER}))",
        places.join(", "),
        CASE_WIDTH + 1
    ))?;
    for case in &projected.cases {
        let kind = kinds::of(connection, case)?;
        insert.execute(params_from_iter(case.iter().chain([&Value::Integer(kind)])))?;
    }
    tasks::write(connection, projected, before)?;
    breaches::write(connection, projected, before)?;
    if projected.counts != before {
        let moved: Vec<i64> = numbers(projected.counts)
            .into_iter()
            .zip(numbers(before))
            .map(|(after, before)| after.cast_signed() - before.cast_signed())
            .collect();
        let moves: Vec<String> = COUNT_COLUMNS
            .split(", ")
            .zip(1..)
            .map(|(column, place)| format!("{column} = {column} + ?{place}"))
            .collect();
        connection
            .prepare_cached(&format!("UPDATE figures SET {}", moves.join(", ")))?
            .execute(params_from_iter(moved))?;
    }
    Ok(())
}

/// The counts in the order of their columns.
fn numbers(counts: Counts) -> [u64; 8] {
    let Counts { requests, cases, open_cases, open_section_25, section_25_stages: [a, b, c, d] } = counts;
    [requests, cases, open_cases, open_section_25, a, b, c, d]
}

fn read_counts(row: &Row<'_>) -> rusqlite::Result<Counts> {
    let count = |place| row.get::<_, i64>(place).map(i64::unsigned_abs);
    Ok(Counts {
        requests: count(0)?,
        cases: count(1)?,
        open_cases: count(2)?,
        open_section_25: count(3)?,
        section_25_stages: [count(4)?, count(5)?, count(6)?, count(7)?],
    })
}

/// What one request counts for now.
pub(super) fn counts_of(connection: &Connection, request: i64) -> Result<Counts, StoreProblem> {
    let stages = Section25Stage::COUNTED
        .map(|stage| format!("count(*) FILTER (WHERE phase <> 'closed' AND section_25_stage = '{}')", stage.id()));
    let mut statement = connection.prepare_cached(&format!(
        "SELECT 1, count(*), count(*) FILTER (WHERE phase <> 'closed'), \
         count(*) FILTER (WHERE phase <> 'closed' AND track = 'section-25'), {} FROM case_row WHERE request = ?1",
        stages.join(", ")
    ))?;
    Ok(statement.query_row([request], read_counts)?)
}

/// The counts that are kept up.
pub(super) fn counts(connection: &Connection) -> Result<Counts, StoreProblem> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COUNT_COLUMNS} FROM figures"))?;
    Ok(statement.query_row([], read_counts)?)
}

/// Whether a request is about a protected person; `None` if there is no such request.
pub(super) fn protected(connection: &Connection, request: i64) -> Result<Option<bool>, StoreProblem> {
    let mut statement = connection.prepare_cached("SELECT protected FROM request_row WHERE request = ?1")?;
    Ok(statement.query_row([request], |row| row.get(0)).optional()?)
}

/// What a request is beside its cases; `None` if there is no such request.
pub(super) fn state(connection: &Connection, request: i64) -> Result<Option<RequestState>, StoreProblem> {
    let mut statement = connection.prepare_cached("SELECT protected, delivery FROM request_row WHERE request = ?1")?;
    let read = |row: &Row<'_>| {
        let delivery: Option<String> = row.get(1)?;
        let delivery = delivery.map(|mark| mark.parse().map_err(|_| bad(1))).transpose()?;
        Ok(RequestState { protected: row.get(0)?, delivery })
    };
    Ok(statement.query_row([request], read).optional()?)
}

/// The first request that was registered from the delivery with this mark.
pub(super) fn delivered(connection: &Connection, mark: DeliveryMark) -> Result<Option<RequestNumber>, StoreProblem> {
    let mut statement =
        connection.prepare_cached("SELECT request FROM request_row WHERE delivery = ?1 ORDER BY request LIMIT 1")?;
    let request: Option<i64> = statement.query_row([mark.to_string()], |row| row.get(0)).optional()?;
    Ok(request.and_then(number::number))
}
