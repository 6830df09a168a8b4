//! How each user wants the window.

use rusqlite::{OptionalExtension, params};

use super::SqliteStore;
use super::problem::StoreProblem;
use crate::wording::Language;

/// Which colours the window is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system's other windows.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word that stands for it in the store and on the wire.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice with this word.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}

/// What a user has chosen; what is missing nobody has chosen yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the window. That of a letter is its reader's.
    pub language: Option<Language>,
    /// Its colours.
    pub theme: Option<Theme>,
}

impl SqliteStore {
    /// What whoever unlocked the store has chosen.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn preferences(&self) -> Result<Preferences, StoreProblem> {
        let row: Option<(Option<String>, Option<String>)> = self
            .connection
            .prepare_cached("SELECT language, theme FROM preference WHERE user = ?1")?
            .query_row([&self.user.name], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (language, theme) = row.unwrap_or_default();
        Ok(Preferences {
            language: language.and_then(|code| code.parse().ok()),
            theme: theme.and_then(|id| Theme::of(&id)),
        })
    }

    /// Keeps what the user chooses, in place of what was chosen before.
    ///
    /// # Errors
    /// A full disk, or a store that others hold.
    pub fn set_preferences(&mut self, chosen: Preferences) -> Result<(), StoreProblem> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO preference (user, language, theme) VALUES (?1, ?2, ?3)")?
            .execute(params![self.user.name, chosen.language.map(Language::code), chosen.theme.map(Theme::id)])?;
        Ok(())
    }
}
