//! How the user is told of what is due.

use chrono::NaiveTime;
use serde::Deserialize;
use ts_rs::TS;

use super::Desk;
use crate::api::dates::unreadable;
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::notices::NoticesAnswer;
use crate::api::spoken::{say, spoken};
use crate::casework::notice::{NoticeProblem, NoticeSettings, QuietHours};
use crate::wording::Told as _;

/// How the user wants to be told, whole. Times of day are written `08:30`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NoticesSet {
    pub on: bool,
    /// Nothing for no digest.
    pub digest_at: Option<String>,
    pub at_once: bool,
    /// Both or neither.
    pub quiet_from: Option<String>,
    pub quiet_to: Option<String>,
    pub quiet_on_days_off: bool,
}

impl Desk {
    /// How the user is told of what is due.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn notices(&mut self) -> Result<NoticesAnswer, Failure> {
        Ok(NoticesAnswer::of(&self.session()?.store.notice_settings()?))
    }

    /// Changes how the user is told of what is due.
    ///
    /// # Errors
    /// [`Exit::NotWellFormed`] for a time of day that there is none of, or where the choices contradict each other.
    pub fn notices_set(&mut self, given: &NoticesSet) -> Result<NoticesAnswer, Failure> {
        self.session()?;
        let settings = read(given)?;
        self.session()?.store.set_notice_settings(&settings)?;
        self.watch.look_anew();
        self.notices()
    }
}

fn read(given: &NoticesSet) -> Result<NoticeSettings, Failure> {
    let mut problems = Vec::new();
    let mut time = |path: &str, text: &Option<String>| {
        let time = text.as_deref().map(parse_time);
        if time == Some(None) {
            problems.push(no_time(path));
        }
        time.flatten()
    };
    let digest_at = time("digest_at", &given.digest_at);
    let (from, to) = (time("quiet_from", &given.quiet_from), time("quiet_to", &given.quiet_to));
    if given.quiet_from.is_some() != given.quiet_to.is_some() {
        problems.push(no_time(if given.quiet_from.is_some() { "quiet_to" } else { "quiet_from" }));
    }
    if !problems.is_empty() {
        return Err(unreadable(problems, spoken()));
    }
    let quiet = from.zip(to).map(|(from, to)| QuietHours::new(from, to)).transpose().map_err(refused)?;
    NoticeSettings::new(given.on, digest_at, given.at_once, quiet, given.quiet_on_days_off).map_err(refused)
}

/// A time of day: `08:30`, `8:30` or `8.30`.
fn parse_time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let number = |digits: &str, most: usize| {
        let digits_alone =
            !digits.is_empty() && digits.len() <= most && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits_alone.then(|| digits.parse().ok()).flatten()
    };
    let minute = Some(minute).filter(|minute| minute.len() == 2)?;
    NaiveTime::from_hms_opt(number(hour, 2)?, number(minute, 2)?, 0)
}

fn no_time(path: &str) -> FieldProblem {
    let message = say!(
        "Skriv klokkeslettet med time og minutt, for eksempel 08:30.",
        "Skriv klokkeslettet med time og minutt, til dømes 08:30.",
        "Write the time of day with hour and minute, for example 08:30.",
    );
    FieldProblem { path: path.to_owned(), code: "not-a-time".to_owned(), message: message.to_owned() }
}

#[allow(clippy::needless_pass_by_value, reason = "it is what the settings give")]
fn refused(problem: NoticeProblem) -> Failure {
    let path = match problem {
        NoticeProblem::QuietAllDay => "quiet_to",
        NoticeProblem::DigestInQuietHours => "digest_at",
        NoticeProblem::Nothing => "at_once",
    };
    let message = problem.text().get(spoken()).to_owned();
    let field = FieldProblem { path: path.to_owned(), code: problem.code().to_owned(), message: message.clone() };
    Failure::new(Exit::NotWellFormed, problem.code(), message).with_fields(vec![field])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_as_people_write_them() {
        let read = |text| parse_time(text).map(|time| time.format("%H:%M").to_string());
        for (text, time) in [("08:30", "08:30"), ("8.30", "08:30"), (" 0:00 ", "00:00"), ("23:59", "23:59")] {
            assert_eq!(read(text).as_deref(), Some(time), "{text}");
        }
        for text in ["", "8", "830", "24:00", "08:60", "8:3", "08:30:00", "-8:30", "+8:30", "åtte"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
