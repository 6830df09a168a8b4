//! What comes after the answer of a case, as it is shown.

use serde::Serialize;
use ts_rs::TS;

use super::case_show::OutcomeAnswer;
use super::spoken::{say, spoken};
use crate::casework::request::{
    Case, CaseTie, Complaint, ComplaintKind, ComplaintOutcome, ComplaintState, ComplaintTiming, ComplaintView,
    ReopenGround, Reopening, Request,
};
use crate::usecase::Opened;
use crate::wording::dates::short_date;

/// A case of another request that a case belongs together with.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct TieAnswer {
    pub case: String,
    /// `sammen` or `dublett`.
    pub how: String,
    pub label: String,
    /// `None` once it is erased.
    pub reason: Option<String>,
}

/// The cases of other requests that a case belongs together with.
#[must_use]
pub fn ties(opened: &Opened, case: &Case) -> Vec<TieAnswer> {
    let of = |tie: &CaseTie| TieAnswer {
        case: tie.other.to_string(),
        how: tie.how.id().to_owned(),
        label: tie.how.told(tie.other).get(spoken()).to_owned(),
        reason: opened.words(tie.reason).map(str::to_owned),
    };
    case.ties.iter().map(of).collect()
}

/// A time that a case was opened again.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReopeningAnswer {
    pub on: String,
    pub by: String,
    /// The role in which somebody did it.
    pub role: String,
    pub ground: String,
    pub ground_label: String,
    /// `None` once it is erased.
    pub reason: Option<String>,
    /// The letter with the answer that was sent before it, which stays.
    pub answer: Option<String>,
}

/// The times that a case was opened again, oldest first.
#[must_use]
pub fn reopenings(opened: &Opened, case: &Case) -> Vec<ReopeningAnswer> {
    let of = |reopening: &Reopening| ReopeningAnswer {
        on: reopening.reopened_on.to_string(),
        by: opened.entry(reopening.event).map(|recorded| recorded.actor.clone()).unwrap_or_default(),
        role: reopening.by.id().to_owned(),
        ground: reopening.ground.id().to_owned(),
        ground_label: reopening.ground.label().get(spoken()).to_owned(),
        reason: opened.words(reopening.reason).map(str::to_owned),
        answer: reopening.answer.map(|letter| opened.number.document(letter).to_string()),
    };
    case.reopenings.iter().map(of).collect()
}

/// The grounds on which a case can be opened again now.
#[must_use]
pub fn reopen_grounds(request: &Request, case: &Case) -> Vec<OutcomeAnswer> {
    let fits = |ground: &ReopenGround| request.against_reopening(case.opened.case, *ground).is_none();
    let word = |ground: ReopenGround| OutcomeAnswer {
        id: ground.id().to_owned(),
        label: ground.label().get(spoken()).to_owned(),
    };
    ReopenGround::ALL.into_iter().filter(fits).map(word).collect()
}

/// A complaint about a case.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ComplaintAnswer {
    /// Its number in the case, from 1.
    pub number: u32,
    pub kind: String,
    pub kind_label: String,
    pub source: String,
    pub received_on: String,
    pub posted_on: Option<String>,
    pub reply_by_on: Option<String>,
    /// `None` once it is erased.
    pub about: Option<String>,
    /// The letter that is appealed against.
    pub against: Option<String>,
    /// `i-tide`, `for-sent` or `ukjent`; `None` for a complaint to Datatilsynet.
    pub timing: Option<String>,
    pub timing_label: Option<String>,
    pub state: String,
    pub state_label: String,
    pub due_on: Option<String>,
    /// What the office thought of it, and why.
    pub view: Option<String>,
    pub view_label: Option<String>,
    pub late: Option<String>,
    pub reason: Option<String>,
    pub considered_on: Option<String>,
    /// The letter that sent it on.
    pub sent: Option<String>,
    pub sent_on: Option<String>,
    pub replied_on: Option<String>,
    pub reply: Option<String>,
    pub outcome: Option<String>,
    pub outcome_label: Option<String>,
    pub decided_on: Option<String>,
    pub decision: Option<String>,
    pub reopened_on: Option<String>,
    /// What can be recorded now: `vurdert`, `svart`, `avgjort`; `brev` and `gjenapne` are done elsewhere.
    pub next: Vec<String>,
    /// The views and the outcomes that it can have.
    pub views: Vec<OutcomeAnswer>,
    pub outcomes: Vec<OutcomeAnswer>,
}

/// The complaints about a case, in the order in which they came.
#[must_use]
pub fn complaints(opened: &Opened, case: &Case) -> Vec<ComplaintAnswer> {
    (1..).zip(&case.complaints).map(|(number, complaint)| answer(opened, number, complaint)).collect()
}

fn answer(opened: &Opened, number: u32, complaint: &Complaint) -> ComplaintAnswer {
    let words = |id| opened.words(id).map(str::to_owned);
    let letter = |sequence| opened.number.document(sequence).to_string();
    let word = |label: &crate::wording::Trilingual| label.get(spoken()).to_owned();
    let received = complaint.received;
    let timing = opened.request.complaint_timing(complaint).map(timing);
    let kind = received.kind;
    ComplaintAnswer {
        number,
        kind: kind.id().to_owned(),
        kind_label: word(&kind.label()),
        source: word(&kind.source()),
        received_on: received.received_on.to_string(),
        posted_on: received.posted_on.map(|day| day.to_string()),
        reply_by_on: received.reply_by_on.map(|day| day.to_string()),
        about: words(received.about),
        against: received.against.map(letter),
        timing: timing.as_ref().map(|(id, _)| (*id).to_owned()),
        timing_label: timing.map(|(_, label)| label),
        state: complaint.state().id().to_owned(),
        state_label: word(&complaint.state().label()),
        due_on: complaint.due_on().map(|day| day.to_string()),
        view: complaint.considered.map(|considered| considered.view.id().to_owned()),
        view_label: complaint.considered.map(|considered| word(&considered.view.label())),
        late: complaint.considered.and_then(|considered| considered.late).map(|late| word(&late.label())),
        reason: complaint.considered.and_then(|considered| words(considered.reason)),
        considered_on: complaint.considered.map(|considered| considered.on.to_string()),
        sent: complaint.sent.map(|(sequence, _)| letter(sequence)),
        sent_on: complaint.sent.map(|(_, on)| on.to_string()),
        replied_on: complaint.replied.map(|(on, _)| on.to_string()),
        reply: complaint.replied.and_then(|(_, note)| words(note)),
        outcome: complaint.decided.map(|(outcome, ..)| outcome.id().to_owned()),
        outcome_label: complaint.decided.map(|(outcome, ..)| word(&outcome.label())),
        decided_on: complaint.decided.map(|(_, on, _)| on.to_string()),
        decision: complaint.decided.and_then(|(.., note)| words(note)),
        reopened_on: complaint.reopened_on.map(|day| day.to_string()),
        next: next(complaint).iter().map(|step| (*step).to_owned()).collect(),
        views: ComplaintView::ALL
            .into_iter()
            .map(|view| OutcomeAnswer { id: view.id().to_owned(), label: word(&view.label()) })
            .collect(),
        outcomes: ComplaintOutcome::ALL
            .into_iter()
            .filter(|outcome| outcome.fits(kind))
            .map(|outcome| OutcomeAnswer { id: outcome.id().to_owned(), label: word(&outcome.label()) })
            .collect(),
    }
}

fn timing(timing: ComplaintTiming) -> (&'static str, String) {
    match timing {
        ComplaintTiming::InTime => ("i-tide", say!("Kom i tide", "Kom i tide", "Came in time").to_owned()),
        ComplaintTiming::Late(last_on) => {
            let day = short_date(last_on);
            let late = say!(
                format!("Kom for sent: fristen var {day}"),
                format!("Kom for seint: fristen var {day}"),
                format!("Came too late: the last day was {day}"),
            );
            ("for-sent", late)
        }
        ComplaintTiming::Unknown => {
            let unknown = say!(
                "Det er ikke kjent når vedtaket kom frem, så klagen kan være i tide. Fristen er tre uker fra da",
                "Det er ikkje kjent når vedtaket kom fram, så klaga kan vere i tide. Fristen er tre veker frå då",
                "It is not known when the decision arrived, so the appeal may be in time. It has three weeks from then",
            );
            ("ukjent", unknown.to_owned())
        }
    }
}

/// What can be done with a complaint now.
fn next(complaint: &Complaint) -> &'static [&'static str] {
    match (complaint.received.kind, complaint.state()) {
        (ComplaintKind::Appeal, ComplaintState::Received) => &["vurdert"],
        (ComplaintKind::Appeal, ComplaintState::ToSend) => &["brev", "vurdert"],
        (ComplaintKind::Authority, ComplaintState::Received) => &["svart", "avgjort"],
        (_, ComplaintState::Elsewhere) => &["avgjort"],
        (ComplaintKind::Appeal, ComplaintState::ToReopen) if complaint.decided.is_none() => &["gjenapne", "vurdert"],
        (_, ComplaintState::ToReopen) => &["gjenapne"],
        (ComplaintKind::Authority, ComplaintState::ToSend) | (_, ComplaintState::Done) => &[],
    }
}
