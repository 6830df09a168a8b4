//! What is done with a request of the demonstration.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use crate::api::desk::{
    CaseAssign, CaseCheck, CaseClose, CaseComplaint, CaseDecide, CaseExtend, CaseForward, CaseMeasureSettle, CaseNote,
    CaseResume, CaseSuspend, CaseWithdraw, ComplaintNext, Desk,
};
use crate::api::failure::Failure;
use crate::api::letter::LetterInput;
use crate::casework::request::IDENTITY;
use crate::law::calendar::next_working_day;

/// Something that was done on a day.
#[derive(Clone, Deserialize)]
pub(super) struct Step {
    /// How many days ago.
    pub days_ago: u64,
    /// By whom; whoever has the request if nobody is named.
    pub by: Option<String>,
    /// In which cases, by letter; in all of the request if none is named.
    #[serde(default)]
    cases: Vec<String>,
    /// It is left out where the rules say no: something remains to be done.
    #[serde(skip)]
    pub if_it_may: bool,
    #[serde(flatten)]
    action: Action,
}

#[derive(Clone, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
enum Action {
    Assign {
        to: String,
    },
    Check {
        results: BTreeMap<String, String>,
        note: Option<String>,
    },
    Note {
        text: String,
    },
    Suspend {
        ground: String,
        reply_in_days: u64,
    },
    Resume {
        ground: Option<String>,
    },
    Decide {
        outcome: String,
        reasons: String,
    },
    Letter {
        kind: String,
        send: Option<String>,
        #[serde(default)]
        fields: BTreeMap<String, String>,
        /// The fields that are days: so many days later, or earlier where it is less than nothing.
        #[serde(default)]
        dates: BTreeMap<String, i64>,
    },
    Extend {
        reason: String,
        text: String,
        expected_in_days: u64,
    },
    Settle {
        measure: String,
        note: String,
        /// It turned out not to be needed.
        #[serde(default)]
        not_needed: bool,
    },
    /// An appeal came so many days before, and was looked at.
    Complaint {
        received_days_before: u64,
        about: String,
        view: String,
        reason: String,
    },
    Forward,
    Withdraw,
    Close,
}

impl Step {
    /// All cases of the request are closed, if nothing remains to be done.
    pub fn closing(days_ago: u64) -> Self {
        Self { days_ago, by: None, cases: Vec::new(), if_it_may: true, action: Action::Close }
    }

    /// Whether it closes cases.
    pub fn closes(&self) -> bool {
        matches!(self.action, Action::Close)
    }

    /// Who has the request from now on, if that is what happened.
    pub fn assigned_to(&self) -> Option<&str> {
        match &self.action {
            Action::Assign { to } => Some(to),
            Action::Check { .. }
            | Action::Note { .. }
            | Action::Suspend { .. }
            | Action::Resume { .. }
            | Action::Decide { .. }
            | Action::Letter { .. }
            | Action::Extend { .. }
            | Action::Settle { .. }
            | Action::Complaint { .. }
            | Action::Forward
            | Action::Withdraw
            | Action::Close => None,
        }
    }

    /// Whether its day is tied to others: an answer that is waited for, a longer time, a day that a letter names.
    pub fn is_tied(&self) -> bool {
        match &self.action {
            Action::Suspend { .. } | Action::Resume { .. } | Action::Extend { .. } | Action::Complaint { .. } => true,
            Action::Letter { dates, .. } => !dates.is_empty(),
            Action::Assign { .. }
            | Action::Check { .. }
            | Action::Note { .. }
            | Action::Decide { .. }
            | Action::Settle { .. }
            | Action::Forward
            | Action::Withdraw
            | Action::Close => false,
        }
    }

    /// Whether the office is done with the request after it.
    pub fn finishes(&self) -> bool {
        match &self.action {
            Action::Close | Action::Withdraw => true,
            Action::Letter { kind, .. } => {
                ["answer", "access-answer", "section-25-decision", "forwarding-notice", "referral"]
                    .contains(&kind.as_str())
            }
            Action::Assign { .. }
            | Action::Check { .. }
            | Action::Note { .. }
            | Action::Suspend { .. }
            | Action::Resume { .. }
            | Action::Decide { .. }
            | Action::Extend { .. }
            | Action::Settle { .. }
            | Action::Complaint { .. }
            | Action::Forward => false,
        }
    }

    /// Does it, in cases of the request with these numbers.
    pub fn carry_out(&self, desk: &mut Desk, cases: &[String], on: NaiveDate) -> Result<(), Failure> {
        let named = |number: &&String| {
            let letter = number.rsplit('-').next().unwrap_or_default();
            self.cases.is_empty() || self.cases.iter().any(|case| case == letter)
        };
        let cases: Vec<String> = cases.iter().filter(named).cloned().collect();
        if let Action::Letter { kind, send, fields, dates } = &self.action {
            let mut fields = fields.clone();
            fields.extend(dates.iter().map(|(field, days)| (field.clone(), beside(on, *days))));
            let kind = kind.clone();
            desk.letter_issue(&LetterInput { cases, kind, fields, send: send.clone(), ..LetterInput::default() })?;
            return Ok(());
        }
        cases.into_iter().try_for_each(|case| self.in_case(desk, case, on))
    }

    fn in_case(&self, desk: &mut Desk, case: String, on: NaiveDate) -> Result<(), Failure> {
        let if_version = None;
        match &self.action {
            Action::Assign { to } => {
                desk.case_assign(&CaseAssign { case, to: to.clone(), if_version })?;
            }
            Action::Check { results, note } => {
                for (place, (id, result)) in results.iter().enumerate() {
                    let (id, result) = (id.clone(), result.clone());
                    let note = note.clone().filter(|_| place == 0);
                    // The people of the demonstration sent signed letters.
                    let method = (id == IDENTITY && result == "ja").then(|| "brev".to_owned());
                    let case = case.clone();
                    desk.case_check(&CaseCheck { case, id, result, note, method, on: None, if_version })?;
                }
            }
            Action::Note { text } => {
                desk.case_note(&CaseNote { case, text: text.clone(), telephone_on: None, if_version })?;
            }
            Action::Suspend { ground, reply_in_days } => {
                let (ground, reply_by) = (ground.clone(), later(on, *reply_in_days));
                desk.case_suspend(&CaseSuspend { case, ground, on: on.to_string(), reply_by, if_version })?;
            }
            Action::Resume { ground } => {
                desk.case_resume(&CaseResume { case, on: on.to_string(), ground: ground.clone(), if_version })?;
            }
            Action::Decide { outcome, reasons } => {
                let (outcome, reasons) = (outcome.clone(), reasons.clone());
                desk.case_decide(&CaseDecide {
                    case,
                    outcome,
                    reasons,
                    legal_basis: Vec::new(),
                    grounds: Vec::new(),
                    if_version,
                })?;
            }
            Action::Extend { reason, text, expected_in_days } => {
                let (reason, text) = (reason.clone(), text.clone());
                let expected = later(on, *expected_in_days);
                desk.case_extend(&CaseExtend { case, reason, text, expected, if_version })?;
            }
            Action::Settle { measure, note, not_needed } => {
                let (measure, note) = (measure.clone(), note.clone());
                let done_on = (!not_needed).then(|| on.to_string());
                desk.case_measure_settle(&CaseMeasureSettle { case, measure, done_on, note, if_version })?;
            }
            Action::Complaint { received_days_before, about, view, reason } => {
                let received = (on - Days::new(*received_days_before)).to_string();
                let (kind, about) = ("forvaltningsklage".to_owned(), about.clone());
                let (posted, reply_by) = (None, None);
                let registered =
                    CaseComplaint { case: case.clone(), kind, received, posted, reply_by, about, if_version };
                let shown = desk.case_complaint(&registered)?;
                desk.complaint_next(&ComplaintNext {
                    case,
                    complaint: u32::try_from(shown.complaints.len()).unwrap_or(1),
                    step: "vurdert".to_owned(),
                    view: Some(view.clone()),
                    late: None,
                    outcome: None,
                    on: None,
                    note: reason.clone(),
                    if_version,
                })?;
            }
            Action::Forward => {
                desk.case_forward(&CaseForward { case, if_version })?;
            }
            Action::Withdraw => {
                desk.case_withdraw(&CaseWithdraw { case, on: on.to_string(), if_version })?;
            }
            Action::Close => {
                desk.case_close(&CaseClose { case, if_version })?;
            }
            Action::Letter { .. } => {}
        }
        Ok(())
    }
}

/// So many days before a day, or after it and then on a working day.
fn beside(on: NaiveDate, days: i64) -> String {
    match u64::try_from(days) {
        Ok(days) => later(on, days),
        Err(_) => (on - Days::new(days.unsigned_abs())).to_string(),
    }
}

/// So many days later, or the next working day.
fn later(on: NaiveDate, days: u64) -> String {
    next_working_day(on + Days::new(days)).to_string()
}
