//! Those who can have cases, who of them is away, and who covers for them.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::case::WarningAnswer;
use super::spoken::{say, spoken};
use crate::casework::access::{Permission, User};
use crate::usecase::ports::Absence;
use crate::wording::dates::long_date;

/// Those who can have cases.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ColleaguesAnswer {
    pub colleagues: Vec<ColleagueAnswer>,
    /// Whom the user covers for today.
    pub covers_for: Vec<String>,
    /// Whether the user may enter that others are away, and move all that somebody has.
    pub may_manage: bool,
}

/// Somebody who can have cases.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ColleagueAnswer {
    pub name: String,
    pub role: String,
    /// Whether they are cleared for protected persons.
    pub cleared: bool,
    /// The first absence that is not over.
    pub away: Option<AwayAnswer>,
}

/// When somebody is away, and who covers for them.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct AwayAnswer {
    pub from_on: String,
    pub to_on: String,
    pub substitute: String,
    /// Whether it holds today.
    pub now: bool,
    pub entered_by: String,
}

/// What moving all that somebody has came to.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct HandOverAnswer {
    pub from: String,
    pub to: String,
    pub moved: Vec<String>,
    pub stopped: Vec<NotMoved>,
}

/// A case that was not moved, and why.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct NotMoved {
    pub case: String,
    pub code: String,
    pub message: String,
}

impl ColleaguesAnswer {
    /// The users who can have cases, as it is on a day for a user.
    #[must_use]
    pub fn of(users: &[User], absences: &[Absence], covers_for: Vec<String>, user: &User, today: NaiveDate) -> Self {
        let colleague = |each: &User| {
            let away = absences.iter().find(|absence| absence.name == each.name);
            ColleagueAnswer {
                name: each.name.clone(),
                role: each.role.id().to_owned(),
                cleared: each.cleared,
                away: away.map(|absence| AwayAnswer {
                    from_on: absence.from_on.to_string(),
                    to_on: absence.to_on.to_string(),
                    substitute: absence.substitute.clone(),
                    now: absence.holds(today),
                    entered_by: absence.entered.1.clone(),
                }),
            }
        };
        let works = users.iter().filter(|each| each.role.may(Permission::ChangeCases));
        Self {
            colleagues: works.map(colleague).collect(),
            covers_for,
            may_manage: user.role.may(Permission::DecideForOffice),
        }
    }
}

/// That whoever has a case is away, and who covers for them.
#[must_use]
pub fn assignee_away(assignee: &str, absences: &[Absence], today: NaiveDate) -> Option<WarningAnswer> {
    let absence = absences.iter().find(|absence| absence.name == assignee && absence.holds(today))?;
    let (until, substitute) = (long_date(absence.to_on, spoken()), &absence.substitute);
    let message = say!(
        format!(
            "{assignee} har saken, men er borte til og med {until}. Vikar er {substitute}. Tildel saken til vikaren hvis den haster."
        ),
        format!(
            "{assignee} har saka, men er borte til og med {until}. Vikar er {substitute}. Tildel saka til vikaren viss ho hastar."
        ),
        format!(
            "{assignee} has the case, but is away up to and including {until}. {substitute} covers. Assign the case to them if it is urgent."
        ),
    );
    Some(WarningAnswer { code: "assignee-away".to_owned(), message })
}
