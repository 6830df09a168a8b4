//! What the office decides for itself, and copies of its store.

use std::path::Path;

use super::ports::{BackUp, FileSystems, OfficeSettings, Verification};
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::law::deadline::InternalDays;

/// What the office decides anew; what is missing stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewSettings {
    /// How long before the law's date it wants its answers out; an inner nothing is no internal date.
    pub internal_days: Option<Option<InternalDays>>,
    /// Whether a second person approves letters that weigh.
    pub second_person: Option<bool>,
}

impl Workplace<'_> {
    /// Decides for the office. No case is changed: the internal date is computed when somebody looks, and approval is asked
    /// for when a letter is issued.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::NobodyApproves`] where nobody could be the second person, or the store's; nothing was
    /// changed.
    pub fn decide_for_office(&mut self, new: NewSettings) -> Result<(), Problem> {
        self.user.require(Permission::DecideForOffice)?;
        let before = self.store.settings()?;
        let second_person = new.second_person.unwrap_or(before.second_person);
        let approves = self.store.users()?.iter().any(|user| user.role.may(Permission::Approve));
        if second_person && !before.second_person && !approves {
            return Err(Problem::NobodyApproves);
        }
        Ok(self.store.set_settings(&OfficeSettings {
            internal_days: new.internal_days.unwrap_or(before.internal_days),
            second_person,
            changed: Some((self.clock.now(), self.user.name.clone())),
        })?)
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
