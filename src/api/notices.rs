//! How a user wants to be told of what is due, as it is shown.

use chrono::NaiveTime;
use serde::Serialize;
use ts_rs::TS;

use crate::casework::notice::NoticeSettings;

/// How the user is told. Times of day are written `08:30`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct NoticesAnswer {
    pub on: bool,
    /// When the digest of a working day comes; none for no digest.
    pub digest_at: Option<String>,
    /// Whether what falls due or becomes late is told at once.
    pub at_once: bool,
    /// When nothing is told; both or neither.
    pub quiet_from: Option<String>,
    pub quiet_to: Option<String>,
    pub quiet_on_days_off: bool,
}

impl NoticesAnswer {
    /// The settings in words.
    #[must_use]
    pub fn of(settings: &NoticeSettings) -> Self {
        let time = |time: NaiveTime| time.format("%H:%M").to_string();
        let quiet = settings.quiet();
        Self {
            on: settings.on(),
            digest_at: settings.digest_at().map(time),
            at_once: settings.at_once(),
            quiet_from: quiet.map(|quiet| time(quiet.from())),
            quiet_to: quiet.map(|quiet| time(quiet.to())),
            quiet_on_days_off: settings.quiet_on_days_off(),
        }
    }
}
