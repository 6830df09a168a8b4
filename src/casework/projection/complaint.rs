//! The complaints about a case: the one that is not done with, as lists show it, and each as figures count it.

use chrono::NaiveDate;

use crate::casework::request::{Complaint, ComplaintKind, ComplaintState};

/// A complaint that is not done with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComplaintRow {
    /// Where it was made.
    pub kind: ComplaintKind,
    /// Where it stands.
    pub state: ComplaintState,
    /// By when the next step is to be done; `None` while it lies with the body that decides it.
    pub due_on: Option<NaiveDate>,
    /// Whether that day is one that Datatilsynet gave. Any other is the office's own.
    pub asked_for: bool,
}

/// A complaint, as figures count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComplaintMade {
    /// Where it was made.
    pub kind: ComplaintKind,
    /// When it reached the office.
    pub received_on: NaiveDate,
}

impl ComplaintMade {
    pub(super) fn of(complaint: &Complaint) -> Self {
        Self { kind: complaint.received.kind, received_on: complaint.received.received_on }
    }
}

impl ComplaintRow {
    pub(super) fn of(complaint: &Complaint) -> Self {
        let (state, due_on) = (complaint.state(), complaint.due_on());
        let asked_for = state == ComplaintState::Received && complaint.received.reply_by_on.is_some();
        Self { kind: complaint.received.kind, state, due_on, asked_for }
    }
}
