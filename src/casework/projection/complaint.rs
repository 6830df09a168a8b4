//! The complaint about a case that is not done with, as lists show it.

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

impl ComplaintRow {
    pub(super) fn of(complaint: &Complaint) -> Self {
        let (state, due_on) = (complaint.state(), complaint.due_on());
        let asked_for = state == ComplaintState::Received && complaint.received.reply_by_on.is_some();
        Self { kind: complaint.received.kind, state, due_on, asked_for }
    }
}
