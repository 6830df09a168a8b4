//! What the office decides for itself, and copies of its store.

use std::path::Path;

use super::ports::{BackUp, FileSystems, Verification};
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::law::deadline::InternalDays;

impl Workplace<'_> {
    /// Decides how long before the law's date the office wants its answers out. No case is changed: the internal date is
    /// computed when somebody looks.
    ///
    /// # Errors
    /// [`Problem::Role`], or the store's; nothing was changed.
    pub fn set_internal_days(&mut self, days: Option<InternalDays>) -> Result<(), Problem> {
        self.user.require(Permission::SetInternalDates)?;
        Ok(self.store.set_internal_days(days, self.clock.now(), &self.user.name)?)
    }

    /// Copies the whole store to a folder, and checks the copy.
    ///
    /// # Errors
    /// [`Problem::Role`], or the store's; then there is no copy.
    pub fn back_up(&mut self, folder: &Path, file_systems: &dyn FileSystems) -> Result<Verification, Problem> {
        self.user.require(Permission::BackUp)?;
        Ok(self.store.back_up(&BackUp { folder, file_systems, now: self.clock.now() })?)
    }
}
