//! Somebody leaves the office, or gets another role: the access that they had ends.

use super::ports::WorkListQuery;
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::{Permission, User};

impl Workplace<'_> {
    /// Takes somebody's access away, whom the user could also let in. Open cases are handed over first. What the user did stands in the logs.
    /// `lose_inbox` says that the officer's inbox may be lost with the last one who opens it.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::HasCases`], or the store's.
    pub fn remove_user(&mut self, name: &str, lose_inbox: bool) -> Result<User, Problem> {
        match self.store.users()?.iter().find(|user| user.name == name) {
            Some(user) => self.user.require_to_add(user.role, user.cleared)?,
            None => self.user.require(Permission::ManageUsers)?,
        }
        let query = WorkListQuery {
            today: self.today(),
            assignee: Some(name.to_owned()),
            limit: 1,
            ..WorkListQuery::default()
        };
        if !self.store.work_list(&query)?.rows.is_empty() {
            return Err(Problem::HasCases);
        }
        Ok(self.store.remove_user(name, lose_inbox)?)
    }
}
