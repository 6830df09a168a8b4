//! What the office has taken into use in place of what the program has built in, as files: what stands in them is for
//! others to read.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, TransactionBehavior, params};

use super::SqliteStore;
use super::problem::StoreProblem;

/// What can be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdoptedKind {
    /// The catalogue of registers.
    Catalogue,
    /// The texts of letters.
    LetterTexts,
}

impl AdoptedKind {
    fn id(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue",
            Self::LetterTexts => "letter-texts",
        }
    }
}

/// What was taken into use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// Its version: a catalogue says it itself, letter texts are known by their content.
    pub version: String,
    /// The path and the bytes of each file, by path.
    pub files: Vec<(String, Vec<u8>)>,
    /// When it was taken into use.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

impl SqliteStore {
    /// What was taken into use last; `None` where the program's own is.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn adopted(&self, kind: AdoptedKind) -> Result<Option<Adopted>, StoreProblem> {
        let newest = self
            .connection
            .query_row(
                "SELECT position, version, adopted_at, adopted_by FROM adopted WHERE kind = ?1 \
                 ORDER BY position DESC LIMIT 1",
                [kind.id()],
                |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get::<_, i64>(2)?, row.get(3)?)),
            )
            .optional()?;
        let Some((position, version, at, by)) = newest else { return Ok(None) };
        let mut statement =
            self.connection.prepare("SELECT name, bytes FROM adopted_file WHERE position = ?1 ORDER BY name")?;
        let files = statement.query_map([position], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let files = files.collect::<Result<Vec<_>, _>>()?;
        let at = DateTime::from_timestamp_micros(at).unwrap_or_default();
        Ok((!files.is_empty()).then_some(Adopted { version, files, at, by }))
    }

    /// Takes files into use; none of them are the program's own again. Whoever calls has read them without fault.
    ///
    /// # Errors
    /// A full disk, or a store that others hold; what was in use stays so.
    pub fn adopt(
        &mut self,
        kind: AdoptedKind,
        version: &str,
        files: &[(String, Vec<u8>)],
        at: DateTime<Utc>,
    ) -> Result<(), StoreProblem> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute(
            "INSERT INTO adopted (position, kind, adopted_at, adopted_by, version) \
             SELECT ifnull(max(position), 0) + 1, ?1, ?2, ?3, ?4 FROM adopted",
            params![kind.id(), at.timestamp_micros(), self.user.name, version],
        )?;
        let position = transaction.last_insert_rowid();
        for (name, bytes) in files {
            transaction.execute(
                "INSERT INTO adopted_file (position, name, bytes) VALUES (?1, ?2, ?3)",
                params![position, name, bytes],
            )?;
        }
        Ok(transaction.commit()?)
    }
}
