//! The user's own work: reminders, and who covers for whom.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::colleagues::{ColleaguesAnswer, HandOverAnswer, NotMoved};
use crate::api::failure::Failure;
use crate::api::reminders::RemindersAnswer;
use crate::casework::projection::ReminderKind;
use crate::usecase::NewAbsence;

/// Puts a reminder off until a day.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReminderPutOff {
    pub case: String,
    /// What is reminded of, for example `svarfrist` or `oppgave-2`.
    pub kind: String,
    pub until: String,
}

/// Enters that somebody is away.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct AbsenceEnter {
    /// Who is away; the user, where nobody is named.
    pub name: Option<String>,
    pub from: String,
    pub to: String,
    pub substitute: String,
}

/// Ends an absence.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct AbsenceEnd {
    /// Who is back; the user, where nobody is named.
    pub name: Option<String>,
}

/// Moves all that somebody has to another.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HandOver {
    pub from: String,
    pub to: String,
}

impl Desk {
    /// What the user is reminded of today.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn reminders(&mut self) -> Result<RemindersAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let (now, found) = (workplace.now(), workplace.reminders()?);
        Ok(RemindersAnswer::of(&found, workplace.rules, workplace.user, now))
    }

    /// Puts a reminder off until a day, for the user alone.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn reminder_put_off(&mut self, given: &ReminderPutOff) -> Result<RemindersAnswer, Failure> {
        let case = input::case(&given.case)?;
        let known: Vec<String> = ReminderKind::ALL.into_iter().map(ReminderKind::id).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let kind = input::choice("kind", &given.kind, ReminderKind::from_id, &known)?;
        let until = input::date("until", &given.until)?;
        self.workplace()?.put_off(case, kind, until)?;
        self.watch.look_anew();
        self.reminders()
    }

    /// Those who can have cases, who of them is away, and who covers for them.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn colleagues(&mut self) -> Result<ColleaguesAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let (today, absences) = (workplace.today(), workplace.absences()?);
        let covers_for = workplace.own_names()?.split_off(1);
        let users = workplace.store.users()?;
        Ok(ColleaguesAnswer::of(&users, &absences, covers_for, workplace.user, today))
    }

    /// Enters that somebody is away, and who covers for them.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn absence_enter(&mut self, given: &AbsenceEnter) -> Result<ColleaguesAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let (from_on, to_on, substitute) = input::together((
            input::date("from", &given.from),
            input::date("to", &given.to),
            input::text("substitute", &given.substitute, LONGEST_NAME),
        ))?;
        let name = given.name.clone().unwrap_or_else(|| workplace.user.name.clone());
        workplace.enter_absence(NewAbsence { name, from_on, to_on, substitute })?;
        self.colleagues()
    }

    /// Ends the absence of somebody who is back.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn absence_end(&mut self, given: &AbsenceEnd) -> Result<ColleaguesAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let name = given.name.clone().unwrap_or_else(|| workplace.user.name.clone());
        workplace.end_absence(&name)?;
        self.colleagues()
    }

    /// Moves all open cases of somebody to another, with the open tasks that they follow up.
    ///
    /// # Errors
    /// [`Failure`]; then nothing more was moved.
    pub fn hand_over(&mut self, given: &HandOver) -> Result<HandOverAnswer, Failure> {
        let handed = self.workplace()?.hand_over_all(&given.from, &given.to)?;
        let stopped = handed.stopped.into_iter().map(|(case, problem)| {
            let failure = Failure::from(problem);
            NotMoved { case: case.to_string(), code: failure.code.to_string(), message: failure.message }
        });
        Ok(HandOverAnswer {
            from: given.from.clone(),
            to: given.to.clone(),
            moved: handed.moved.iter().map(ToString::to_string).collect(),
            stopped: stopped.collect(),
        })
    }
}

/// The longest name of a user, in characters.
const LONGEST_NAME: usize = 200;
