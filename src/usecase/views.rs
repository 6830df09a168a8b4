//! What a user keeps of the work list: saved views, the order and the columns. It is no part of the record.

use super::ports::SavedView;
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;

/// The most views that one user keeps; more than a navigation can show.
pub const MOST_VIEWS: usize = 50;

impl Workplace<'_> {
    /// The user's own views and those that colleagues share, by name.
    ///
    /// # Errors
    /// The store's.
    pub fn views(&mut self) -> Result<Vec<SavedView>, Problem> {
        self.user.require(Permission::Read)?;
        Ok(self.store.views(&self.user.name)?)
    }

    /// Keeps a view of the user's, in place of one with the same name.
    ///
    /// # Errors
    /// [`Problem::TooManyViews`], or the store's.
    pub fn save_view(&mut self, name: String, shared: bool, body: String) -> Result<(), Problem> {
        self.user.require(Permission::Read)?;
        let owner = self.user.name.clone();
        let views = self.store.views(&owner)?;
        let mut own = views.iter().filter(|view| view.owner == owner);
        if !own.clone().any(|view| view.name == name) && own.by_ref().count() >= MOST_VIEWS {
            return Err(Problem::TooManyViews);
        }
        Ok(self.store.keep_view(&SavedView { owner, name, shared, body })?)
    }

    /// Takes a view of the user's away. A colleague's stays.
    ///
    /// # Errors
    /// [`Problem::NoSuchView`], or the store's.
    pub fn delete_view(&mut self, name: &str) -> Result<(), Problem> {
        self.user.require(Permission::Read)?;
        if self.store.drop_view(&self.user.name, name)? { Ok(()) } else { Err(Problem::NoSuchView) }
    }

    /// The order and the columns of the user's list, as they were kept; nothing until they have been chosen.
    ///
    /// # Errors
    /// The store's.
    pub fn list_choice(&mut self) -> Result<Option<String>, Problem> {
        self.user.require(Permission::Read)?;
        Ok(self.store.list_choice(&self.user.name)?)
    }

    /// Keeps the order and the columns of the user's list.
    ///
    /// # Errors
    /// The store's.
    pub fn choose_list(&mut self, body: &str) -> Result<(), Problem> {
        self.user.require(Permission::Read)?;
        Ok(self.store.keep_list_choice(&self.user.name, body)?)
    }
}
