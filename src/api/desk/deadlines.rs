//! The deadlines: figures, the report of a period, and cases as a file.

use super::case_list::days;
use super::{Desk, input};
use crate::adapter::exchange::{CalendarDay, calendar};
use crate::api::case::CaseAnswer;
use crate::api::dates::unreadable;
use crate::api::deadline_calendar::{self, DeadlineCalendarInput};
use crate::api::deadlines::{DeadlineReport, DeadlinesExport, FiguresAnswer, ReportInput, ReportRow, cases_as_csv};
use crate::api::due_days::{DueDaysAnswer, DueDaysInput};
use crate::api::failure::{Failure, FieldProblem};
use crate::api::spoken::{say, spoken};
use crate::casework::ids::CaseNumber;
use crate::casework::projection::{CaseRow, Figure};
use crate::law::rights::Track;
use crate::usecase::ports::Days;
use crate::usecase::{DeadlinesQuery, Workplace};

impl Desk {
    /// The figures of the deadlines as they are today. No person is shown, so nothing is logged.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn deadline_figures(&mut self) -> Result<FiguresAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let counted = workplace.figures()?;
        Ok(FiguresAnswer::of(&counted, workplace.rules, workplace.today()))
    }

    /// How many unanswered cases are due on each day of the weeks around today. No person is shown, so nothing is logged.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn due_days(&mut self, given: &DueDaysInput) -> Result<DueDaysAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let register = given.register.as_deref().map(|id| input::register(workplace.rules, id)).transpose()?;
        let track = given.track.as_deref().map(|track| input::word::<Track>("track", track)).transpose()?;
        let counted = workplace.due_days(register, track)?;
        Ok(DueDaysAnswer::of(&counted, workplace.today()))
    }

    /// Every case of a list of deadlines as a file for a spreadsheet. Of the person it has the initials alone, as the list
    /// has, so nothing is logged.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn deadlines_csv(&mut self, given: &DeadlinesExport) -> Result<Vec<u8>, Failure> {
        let mut workplace = self.workplace()?;
        let query = DeadlinesQuery {
            figure: input::word("figure", &given.figure)?,
            register: given.register.as_deref().map(|id| input::register(workplace.rules, id)).transpose()?,
            track: given.track.as_deref().map(|track| input::word::<Track>("track", track)).transpose()?,
            due: days("due", given.due_from.as_deref(), given.due_to.as_deref())?,
        };
        let cases = workplace.deadlines(&query)?;
        Ok(cases_as_csv(&rows(&workplace, &cases)))
    }

    /// The deadlines of unanswered cases whose clock runs as a calendar, with how many there are. No person is named, so nothing is
    /// logged.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn deadline_calendar(&mut self, given: &DeadlineCalendarInput) -> Result<(Vec<u8>, usize), Failure> {
        let mut workplace = self.workplace()?;
        let query = DeadlinesQuery {
            figure: Figure::Unanswered,
            register: given.register.as_deref().map(|id| input::register(workplace.rules, id)).transpose()?,
            track: given.track.as_deref().map(|track| input::word::<Track>("track", track)).transpose()?,
            due: Days::default(),
        };
        let (today, now, user) = (workplace.today(), workplace.now(), workplace.user.clone());
        let mut cases = workplace.deadlines(&query)?;
        cases.retain(|(_, row)| row.runs_to_its_day(today));
        if given.mine {
            let own = workplace.own_names()?;
            cases.retain(|(_, row)| row.assignee.as_ref().is_some_and(|assignee| own.contains(assignee)));
        }
        let session = self.session()?;
        let mut days: Vec<CalendarDay> = Vec::with_capacity(cases.len());
        for (number, row) in &cases {
            let case = CaseAnswer::of(*number, row, &session.rules, today).seen_by(&user);
            let changed = session.store.last_change(number.request)?.unwrap_or((0, now));
            days.extend(deadline_calendar::day(&case, &session.rules, changed));
        }
        Ok((calendar(deadline_calendar::name(), &days, now), days.len()))
    }

    /// The deadlines of a period, with the figures of today.
    ///
    /// # Errors
    /// [`Failure`]; a period that ends before it begins is one.
    pub fn deadline_report(&mut self, given: &ReportInput) -> Result<DeadlineReport, Failure> {
        let (from_on, to_on, ()) =
            input::together((input::date("from", &given.from), input::date("to", &given.to), Ok(())))?;
        if to_on < from_on {
            return Err(backwards());
        }
        let mut workplace = self.workplace()?;
        let cases = workplace.deadlines_between(from_on, to_on)?;
        let cases = rows(&workplace, &cases);
        let FiguresAnswer { today, figures, registers, tracks } = self.deadline_figures()?;
        Ok(DeadlineReport {
            from: from_on.to_string(),
            to: to_on.to_string(),
            today,
            figures,
            registers,
            tracks,
            cases,
        })
    }
}

fn rows(workplace: &Workplace<'_>, cases: &[(CaseNumber, CaseRow)]) -> Vec<ReportRow> {
    let answer = |number: CaseNumber, row| CaseAnswer::of(number, row, workplace.rules, workplace.today());
    cases.iter().map(|(number, row)| ReportRow::of(answer(*number, row).seen_by(workplace.user))).collect()
}

pub(super) fn backwards() -> Failure {
    let message = say!(
        "Perioden slutter før den begynner. Skriv den første dagen i --from og den siste i --to.",
        "Perioden sluttar før han byrjar. Skriv den første dagen i --from og den siste i --to.",
        "The period ends before it begins. Write the first day in --from and the last in --to.",
    );
    let problem =
        FieldProblem { path: "to".to_owned(), code: "period-backwards".to_owned(), message: message.to_owned() };
    unreadable(vec![problem], spoken())
}
