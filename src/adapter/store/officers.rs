//! Who has access, and the officers' own key: changes of `keys.toml` together with what the database knows of it.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

use super::enquiries::{self, NewRow};
use super::file::Replaced;
use super::keys::{KeyName, KeyRing, KeysFile, RecoveryCode};
use super::problem::StoreProblem;
use super::{KEYS, SqliteStore, folder, read_keys, unsaved};
use crate::casework::access::{Role, User};
use crate::usecase::ports::Randomness;

/// What stands in the officers' log of their key; none of it concerns an enquiry.
const RENEWED: &str = "officers-key-renewed";
const CODE_MADE: &str = "officers-code-made";
const CODE_USED: &str = "officers-code-used";

impl KeysFile {
    /// Refuses to write with keys that somebody has changed meanwhile.
    pub(super) fn require_newest(&self, connection: &Connection) -> Result<(), StoreProblem> {
        let known = folder::keys_revision(connection)?;
        if self.revision.cast_signed() < known { Err(StoreProblem::Busy) } else { Ok(()) }
    }
}

impl SqliteStore {
    /// Refuses whoever has lost access since the store was unlocked.
    ///
    /// # Errors
    /// [`StoreProblem::AccessEnded`].
    pub fn require_access(&mut self) -> Result<(), StoreProblem> {
        self.follow_keys()
    }

    /// Takes the keys as they are now: a colleague may have changed them since this store was unlocked.
    ///
    /// # Errors
    /// [`StoreProblem::AccessEnded`] for a user who has no access any more.
    pub(super) fn follow_keys(&mut self) -> Result<(), StoreProblem> {
        if self.keys.require_newest(&self.connection).is_ok() {
            return Ok(());
        }
        let keys = read_keys(&self.folder, &self.ring)?;
        let (user, ring) = keys.keys_now(&self.user.name, &self.ring)?;
        (self.keys, self.user, self.ring) = (keys, user, ring);
        Ok(())
    }

    /// Changes `keys.toml`, and with it what is to be written in the database. The file is read again under the database's lock, so
    /// that two processes that each change it do not undo each other.
    pub(super) fn change_keys<T>(
        &mut self,
        change: impl FnOnce(&mut KeysFile, &KeyRing, &mut dyn Randomness) -> Result<T, StoreProblem>,
        write: impl FnOnce(&Transaction<'_>, &T) -> Result<(), StoreProblem>,
    ) -> Result<T, StoreProblem> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = read_keys(&self.folder, &self.ring)?;
        let mut keys = before.clone();
        let changed = change(&mut keys, &self.ring, &mut *self.randomness)?;
        // The file comes first, since a file that is newer than the database knows is read, and an older one refused. If
        // the database then takes nothing more, the file goes back, for which its place on the disk is taken before.
        let replaced = Replaced::file(&self.folder, KEYS, before.text()?.as_bytes(), keys.text()?.as_bytes())
            .map_err(|error| StoreProblem::of_file(&error))?;
        let committed = write(&transaction, &changed).and_then(|()| {
            transaction.execute("UPDATE store SET keys_revision = ?1", [keys.revision.cast_signed()])?;
            Ok(transaction.commit()?)
        });
        if let Err(error) = committed {
            replaced.undo().map_err(|error| StoreProblem::of_file(&error))?;
            return Err(error);
        }
        replaced.keep();
        self.keys = keys;
        Ok(changed)
    }

    /// Takes somebody's access away.
    ///
    /// # Errors
    /// Nobody has the name, it is the user's own, or the last administrator's; [`StoreProblem::InboxWouldBeLost`] unless `lose_inbox`.
    pub fn let_out(&mut self, name: &str, lose_inbox: bool) -> Result<User, StoreProblem> {
        self.follow_keys()?;
        self.change_keys(
            |keys, ring, _| keys.remove(ring, name, lose_inbox),
            |transaction, user| unsaved::erase_of_user(transaction, &user.name),
        )
    }

    /// Makes a new key for the officers, if somebody has left who knows the present one. Nothing is written with that one again.
    pub(super) fn renew_after_leave(&mut self, at: DateTime<Utc>, actor: &str) -> Result<(), StoreProblem> {
        if !self.keys.officer_left() {
            return Ok(());
        }
        self.ring = self.change_keys(
            |keys, ring, randomness| keys.renew_officers_key(ring, randomness),
            |transaction, ring| enter(transaction, ring, RENEWED, at, actor),
        )?;
        Ok(())
    }

    /// Puts the officers' key under a code, in place of an earlier one.
    pub(super) fn new_recovery_code(
        &mut self,
        at: DateTime<Utc>,
        actor: &str,
    ) -> Result<Zeroizing<String>, StoreProblem> {
        let put = |keys: &mut KeysFile, ring: &KeyRing, randomness: &mut dyn Randomness| {
            let code = RecoveryCode::generate(randomness)?;
            keys.put_under(&code, ring)?;
            Ok((code.text(), ring.clone()))
        };
        let (text, _) =
            self.change_keys(put, |transaction, (_, ring)| enter(transaction, ring, CODE_MADE, at, actor))?;
        Ok(text)
    }

    /// Opens the officers' rows with a code, for an officer who has no key to them, and makes a new key.
    pub(super) fn recover_officers_key(
        &mut self,
        code: &str,
        at: DateTime<Utc>,
        actor: &str,
    ) -> Result<(), StoreProblem> {
        if self.user.role != Role::Ombudsman {
            return Err(StoreProblem::NotTheOfficer);
        }
        if self.ring.pair(KeyName::Ombud).is_some() {
            return Ok(());
        }
        let code = RecoveryCode::read(code).ok_or(StoreProblem::WrongRecoveryCode)?;
        self.ring = self.change_keys(
            |keys, ring, randomness| {
                let ring = keys.recovered(&code, ring)?;
                keys.renew_officers_key(&ring, randomness)
            },
            |transaction, ring| enter(transaction, ring, CODE_USED, at, actor),
        )?;
        Ok(())
    }
}

/// Enters what happened to the officers' key.
fn enter(
    transaction: &Transaction<'_>,
    ring: &KeyRing,
    kind: &str,
    at: DateTime<Utc>,
    actor: &str,
) -> Result<(), StoreProblem> {
    let row = NewRow { enquiry: None, at, actor, kind, plain: &[], erases: None };
    enquiries::append(transaction, ring, &row).map(drop)
}
