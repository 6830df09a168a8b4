//! Who is away, and who covers for them: the substitute sees their cases as own work. The cases stay with whoever has them.

use chrono::NaiveDate;

use super::ports::{Absence, WorkListQuery};
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::{Permission, User};
use crate::casework::ids::CaseNumber;
use crate::wording::Trilingual;

/// An absence to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAbsence {
    /// Who is away.
    pub name: String,
    /// The first day.
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: NaiveDate,
    /// Who covers for them.
    pub substitute: String,
}

/// What moving all of a colleague's work came to.
#[derive(Debug, Default)]
pub struct HandedOver {
    /// The cases that were moved, or had a task in them moved.
    pub moved: Vec<CaseNumber>,
    /// The cases that were not, each with why.
    pub stopped: Vec<(CaseNumber, Problem)>,
}

/// How many cases are looked for at a time.
const PAGE: u32 = 200;
/// The longest absence, in days: a longer one is a slip of the fingers, or somebody who has left.
const LONGEST_DAYS: i64 = 366;

impl Workplace<'_> {
    /// The absences that are not over.
    ///
    /// # Errors
    /// The store's.
    pub fn absences(&mut self) -> Result<Vec<Absence>, Problem> {
        self.user.require(Permission::Read)?;
        let today = self.today();
        Ok(self.store.absences(today)?)
    }

    /// Whose work the user sees as own: their own name first, then those whom they cover for today.
    ///
    /// # Errors
    /// The store's.
    pub fn own_names(&mut self) -> Result<Vec<String>, Problem> {
        let today = self.today();
        let covered = self.store.absences(today)?;
        let covered =
            covered.into_iter().filter(|absence| absence.holds(today) && absence.substitute == self.user.name);
        let mut names = vec![self.user.name.clone()];
        for absence in covered {
            if !names.contains(&absence.name) {
                names.push(absence.name);
            }
        }
        Ok(names)
    }

    /// Enters that somebody is away. Everybody says so of themselves, and a lead or an administrator of others.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::UnknownUser`], [`Problem::AbsenceDoesNotFit`], or the store's.
    pub fn enter_absence(&mut self, new: NewAbsence) -> Result<(), Problem> {
        self.may_enter(&new.name)?;
        let today = self.today();
        for name in [&new.name, &new.substitute] {
            self.require_worker(name)?;
        }
        let known = self.store.absences(today)?;
        let overlaps = |one: &Absence| one.from_on <= new.to_on && new.from_on <= one.to_on;
        let against = if new.name == new.substitute {
            Some((
                "substitute",
                Trilingual::fixed(
                    "Vikaren må være en annen enn den som er borte.",
                    "Vikaren må vere ein annan enn den som er borte.",
                    "The substitute must be somebody else than the one who is away.",
                ),
            ))
        } else if new.to_on < new.from_on {
            Some((
                "to",
                Trilingual::fixed(
                    "Siste dag kan ikke være før første dag.",
                    "Siste dag kan ikkje vere før første dag.",
                    "The last day cannot be before the first day.",
                ),
            ))
        } else if new.to_on < today {
            Some((
                "to",
                Trilingual::fixed(
                    "Siste dag er passert. Skriv dager fra og med i dag.",
                    "Siste dag er passert. Skriv dagar frå og med i dag.",
                    "The last day has passed. Write days from today on.",
                ),
            ))
        } else if (new.to_on - new.from_on).num_days() > LONGEST_DAYS {
            Some((
                "to",
                Trilingual::fixed(
                    "Fraværet er lengre enn ett år. Sjekk årstallet, eller flytt sakene til en annen.",
                    "Fråværet er lengre enn eitt år. Sjekk årstalet, eller flytt sakene til ein annan.",
                    "The absence is longer than a year. Check the year, or move the cases to somebody else.",
                ),
            ))
        } else if known.iter().any(|one| one.name == new.name && overlaps(one)) {
            Some((
                "from",
                Trilingual::fixed(
                    "Det er allerede registrert fravær i disse dagene. Avslutt det først.",
                    "Det er alt registrert fråvær i desse dagane. Avslutt det først.",
                    "An absence on these days is already registered. End it first.",
                ),
            ))
        } else if known.iter().any(|one| one.name == new.substitute && overlaps(one)) {
            Some((
                "substitute",
                Trilingual::fixed(
                    "Vikaren er selv borte i disse dagene. Velg en annen.",
                    "Vikaren er sjølv borte i desse dagane. Vel ein annan.",
                    "The substitute is also away on these days. Choose somebody else.",
                ),
            ))
        } else if known.iter().any(|one| one.substitute == new.name && overlaps(one)) {
            Some((
                "from",
                Trilingual::fixed(
                    "Den som er borte, er selv vikar for en kollega i disse dagene. Finn en annen vikar der først.",
                    "Den som er borte, er sjølv vikar for ein kollega i desse dagane. Finn ein annan vikar der først.",
                    "Whoever is away is covering for a colleague on these days. Find another substitute there first.",
                ),
            ))
        } else {
            None
        };
        if let Some((field, message)) = against {
            return Err(Problem::AbsenceDoesNotFit { field, message });
        }
        let entered = (self.now(), self.user.name.clone());
        let NewAbsence { name, from_on, to_on, substitute } = new;
        Ok(self.store.enter_absence(&Absence { id: 0, name, from_on, to_on, substitute, entered, ended: None })?)
    }

    /// Ends the absence of somebody who is back, or one that is not going to be.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::NotAway`], or the store's.
    pub fn end_absence(&mut self, name: &str) -> Result<(), Problem> {
        self.may_enter(name)?;
        let (today, now) = (self.today(), self.now());
        let known = self.store.absences(today)?;
        let Some(first) = known.iter().find(|absence| absence.name == name) else { return Err(Problem::NotAway) };
        Ok(self.store.end_absence(first.id, now, &self.user.name)?)
    }

    /// Moves all open cases of a colleague to another, with the open tasks that the colleague follows up. Each is a change
    /// of its own in the log of its request; what cannot be moved is told.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::UnknownUser`], [`Problem::AbsenceDoesNotFit`] for the same name twice, or the store's.
    pub fn hand_over_all(&mut self, from: &str, to: &str) -> Result<HandedOver, Problem> {
        self.user.require(Permission::DecideForOffice)?;
        self.require_worker(to)?;
        if !self.store.users()?.iter().any(|user| user.name == from) {
            return Err(Problem::UnknownUser);
        }
        if from == to {
            let message = Trilingual::fixed(
                "Velg en annen enn den som har sakene.",
                "Vel ein annan enn den som har sakene.",
                "Choose somebody else than the one who has the cases.",
            );
            return Err(Problem::AbsenceDoesNotFit { field: "to", message });
        }
        let mut handed = HandedOver::default();
        for case in self.work_of(from)? {
            match self.change(case, None, |request, letter, _| request.hand_over(letter, from, to)) {
                Ok(_) => handed.moved.push(case),
                Err(Problem::Store(error)) => return Err(error.into()),
                Err(problem) => handed.stopped.push((case, problem)),
            }
        }
        Ok(handed)
    }

    /// Every case that somebody has, or follows up a task in. They are found before the first is moved, since moving one takes
    /// it from the list.
    fn work_of(&mut self, name: &str) -> Result<Vec<CaseNumber>, Problem> {
        let today = self.today();
        let mut query =
            WorkListQuery { today, assignee: Some(name.to_owned()), limit: PAGE, ..WorkListQuery::default() };
        let mut cases = Vec::new();
        loop {
            let page = self.store.work_list(&query)?;
            cases.extend(page.rows.into_iter().map(|(case, _)| case));
            match page.next {
                Some(next) => query.after = Some(next),
                None => break,
            }
        }
        let work = super::ports::WorkOf { names: vec![name.to_owned()], until: None, limit: u32::MAX >> 1 };
        cases.extend(self.store.open_tasks(&work)?.into_iter().map(|found| found.case));
        cases.sort_unstable();
        cases.dedup();
        Ok(cases)
    }

    fn may_enter(&self, name: &str) -> Result<(), Problem> {
        let User { name: own, role, .. } = self.user;
        if own == name && role.may(Permission::ChangeCases) {
            return Ok(());
        }
        Ok(self.user.require(Permission::DecideForOffice)?)
    }
}
