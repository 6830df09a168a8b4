//! The catalogues that the office has taken into use, as files: what stands in them is for others to read.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, TransactionBehavior, params};

use super::SqliteStore;
use super::problem::StoreProblem;

/// A catalogue that was taken into use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalledCatalogue {
    /// Its version, as it says itself.
    pub version: String,
    /// The name and the text of each file, by name.
    pub files: Vec<(String, String)>,
}

impl SqliteStore {
    /// The catalogue that was taken into use last; `None` where the program's own is.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn catalogue(&self) -> Result<Option<InstalledCatalogue>, StoreProblem> {
        let newest = self
            .connection
            .query_row("SELECT position, version FROM catalogue ORDER BY position DESC LIMIT 1", [], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
            })
            .optional()?;
        let Some((position, version)) = newest else { return Ok(None) };
        let mut statement =
            self.connection.prepare("SELECT name, text FROM catalogue_file WHERE position = ?1 ORDER BY name")?;
        let files = statement.query_map([position], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let files = files.collect::<Result<Vec<_>, _>>()?;
        Ok(Some(InstalledCatalogue { version, files }))
    }

    /// Takes a catalogue into use. Whoever calls has read it without fault.
    ///
    /// # Errors
    /// A full disk, or a store that others hold; the one before stays in use.
    pub fn install_catalogue(&mut self, new: &InstalledCatalogue, at: DateTime<Utc>) -> Result<(), StoreProblem> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute(
            "INSERT INTO catalogue (position, installed_at, installed_by, version) \
             SELECT ifnull(max(position), 0) + 1, ?1, ?2, ?3 FROM catalogue",
            params![at.timestamp_micros(), self.user.name, new.version],
        )?;
        let position = transaction.last_insert_rowid();
        for (name, text) in &new.files {
            transaction.execute(
                "INSERT INTO catalogue_file (position, name, text) VALUES (?1, ?2, ?3)",
                params![position, name, text],
            )?;
        }
        Ok(transaction.commit()?)
    }
}
