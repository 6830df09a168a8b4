//! What of a case's dates can be reviewed on a day, and what speaks for a review of them.

use chrono::NaiveDate;

use super::CaseRow;
use crate::casework::request::{AppealStart, ReviewedDate};
use crate::law::deadline::{Step, appeal_due_on, derive, ground_warning, own_date};
use crate::wording::Trilingual;

/// Why the dates of a case are worth a second look, though nobody has flagged them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateDoubt {
    /// The person was asked for something more than five days after receipt.
    AskedLate,
    /// A pause adds nothing, since it began after the last day or was answered at once.
    PauseWithoutEffect,
    /// The decision did not arrive, so the time to appeal is not counted.
    AppealNotRunning,
    /// It was opened again, and the date is the office's own.
    Reopened,
}

impl DateDoubt {
    /// Every doubt.
    pub const ALL: [Self; 4] = [Self::AskedLate, Self::PauseWithoutEffect, Self::AppealNotRunning, Self::Reopened];

    /// The word in documents.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AskedLate => "asked-late",
            Self::PauseWithoutEffect => "pause-without-effect",
            Self::AppealNotRunning => "appeal-not-running",
            Self::Reopened => "reopened",
        }
    }

    /// The doubt in a sentence.
    #[must_use]
    pub const fn told(self) -> Trilingual {
        match self {
            Self::AskedLate => Trilingual::fixed(
                "Personen ble spurt mer enn fem dager etter mottak.",
                "Personen blei spurd meir enn fem dagar etter mottak.",
                "The person was asked more than five days after receipt.",
            ),
            Self::PauseWithoutEffect => Trilingual::fixed(
                "En pause gir ikke mer tid.",
                "Ein pause gir ikkje meir tid.",
                "A pause gives no more time.",
            ),
            Self::AppealNotRunning => Trilingual::fixed(
                "Vedtaket kom ikke frem, så klagefristen er ikke regnet ut.",
                "Vedtaket kom ikkje fram, så klagefristen er ikkje rekna ut.",
                "The decision did not arrive, so the time to appeal is not computed.",
            ),
            Self::Reopened => Trilingual::fixed(
                "Saken er gjenåpnet, og fristen er kontorets egen.",
                "Saka er opna igjen, og fristen er kontoret sin eigen.",
                "The case was reopened, and the date is the office's own.",
            ),
        }
    }
}

impl CaseRow {
    /// Every date that can be reviewed on a day, with the day that is computed for it, in the order in which they are shown. What is
    /// past stands among them: a review looks back.
    #[must_use]
    pub fn reviewable(&self, today: NaiveDate) -> Vec<(ReviewedDate, NaiveDate)> {
        let deadline = self.deadline(today);
        let of = |date: ReviewedDate| match date {
            ReviewedDate::Answer => deadline.due_on,
            ReviewedDate::ExtensionNotice => deadline.extension_notice_due_on,
            ReviewedDate::Refusal => deadline.refusal_due_on,
            ReviewedDate::InterimReply => self.interim_on(),
            ReviewedDate::SecureBy => self.secure_by_on,
            ReviewedDate::Effect => self.effect_on(),
            ReviewedDate::Appeal => self.appeal.and_then(AppealStart::on).map(appeal_due_on),
            ReviewedDate::Reopened => self.reopened_on.map(own_date),
            ReviewedDate::Complaint => self.complaint.and_then(|complaint| complaint.due_on),
            ReviewedDate::Breach => self.breach.map(|breach| breach.due_on()),
        };
        ReviewedDate::ALL.into_iter().filter_map(|date| Some((date, of(date)?))).collect()
    }

    /// What speaks for a review of the dates on a day.
    #[must_use]
    pub fn date_doubts(&self, today: NaiveDate) -> Vec<DateDoubt> {
        let asked_late =
            || self.questions.iter().any(|question| ground_warning(self.received_on, question.asked_on).is_some());
        let skipped = || {
            let steps = derive(&self.date_facts(today).input()).steps;
            steps.iter().any(|step| matches!(step, Step::SkipPause { .. }))
        };
        let holds = |doubt: &DateDoubt| match doubt {
            DateDoubt::AskedLate => asked_late(),
            DateDoubt::PauseWithoutEffect => skipped(),
            DateDoubt::AppealNotRunning => self.appeal == Some(AppealStart::NotArrived),
            DateDoubt::Reopened => self.reopened_on.is_some(),
        };
        DateDoubt::ALL.into_iter().filter(holds).collect()
    }
}
