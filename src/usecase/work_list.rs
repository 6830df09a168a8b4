//! The work list.

use super::ports::{Counts, WorkListPage, WorkListQuery};
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::search::Query;

impl Workplace<'_> {
    /// A page of the work list.
    ///
    /// # Errors
    /// The store's.
    pub fn work_list(&mut self, query: &WorkListQuery) -> Result<WorkListPage, Problem> {
        self.user.require(Permission::Read)?;
        Ok(self.store.work_list(query)?)
    }

    /// A page of the cases that have a text with all these words, the newest first. Nobody's case is opened by it: a list
    /// shows initials alone.
    ///
    /// # Errors
    /// The store's.
    pub fn search(&mut self, words: &Query, within: &WorkListQuery) -> Result<WorkListPage, Problem> {
        self.user.require(Permission::Read)?;
        Ok(self.store.search(words, within)?)
    }

    /// The counts that stand beside the list.
    ///
    /// # Errors
    /// The store's.
    pub fn counts(&mut self) -> Result<Counts, Problem> {
        Ok(self.store.status()?.counts)
    }
}
