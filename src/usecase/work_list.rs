//! The work list.

use super::ports::{Counts, WorkListPage, WorkListQuery};
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;

impl Workplace<'_> {
    /// A page of the work list.
    ///
    /// # Errors
    /// The store's.
    pub fn work_list(&mut self, query: &WorkListQuery) -> Result<WorkListPage, Problem> {
        self.user.require(Permission::Read)?;
        Ok(self.store.work_list(query)?)
    }

    /// The counts that stand beside the list.
    ///
    /// # Errors
    /// The store's.
    pub fn counts(&mut self) -> Result<Counts, Problem> {
        Ok(self.store.status()?.counts)
    }
}
