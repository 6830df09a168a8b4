//! Finding a person's cases by identity number.

use super::ports::{WorkListPage, WorkListQuery};
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::{Permission, Reading};
use crate::law::identity::IdentityNumber;

impl Workplace<'_> {
    /// The cases of the person with this number among those that are asked for, closed ones too unless states are named.
    /// That somebody was looked for is logged before anything is shown, but not who.
    ///
    /// # Errors
    /// [`Problem::NotLogged`], or the store's.
    pub fn cases_of_person(&mut self, number: &IdentityNumber, query: &WorkListQuery) -> Result<WorkListPage, Problem> {
        self.user.require(Permission::Read)?;
        let requests = Some(self.store.find_person(number)?);
        let page = self.store.work_list(&WorkListQuery { requests, ..query.clone() })?;
        let found = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
        self.enter_reading(Reading::PersonSearch { found })?;
        Ok(page)
    }
}
