//! Settings on the desk: looking, changing, and copies of the store.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::ZeroizeOnDrop;

use super::stores::RecordProblemAnswer;
use super::{Desk, input};
use crate::adapter::store::{self, Passphrase};
use crate::adapter::system::SystemRandomness;
use crate::api::failure::Failure;
use crate::api::session::{self, instant};
use crate::api::settings::{Looking, SettingsAnswer};
use crate::law::calendar;
use crate::law::deadline::InternalDays;
use crate::usecase::NewSettings;
use crate::usecase::ports::Verification;

/// What is to be changed; what is missing stays as it is.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct SettingsSet {
    /// How many days before the answer is due the office wants it out; 0 for no internal date.
    pub internal_days: Option<u32>,
    /// Whether a second person approves letters that refuse, tell of erasure or decide under helseregisterloven § 25.
    pub second_person: Option<bool>,
}

/// Where a backup is to lie.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoreBackup {
    /// The folder.
    pub folder: PathBuf,
    /// Whether the copy gets a folder of its own in it, named after the moment, or is that folder.
    pub dated: bool,
}

/// What a backup came to.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct BackupAnswer {
    /// The folder with the copy.
    pub folder: String,
    /// Whether everything in the copy holds.
    pub ok: bool,
    pub requests: u64,
    pub events: u64,
    pub head: String,
    /// When the copy was opened and found whole; none if it was not.
    pub tested_at: Option<String>,
    pub problems: Vec<RecordProblemAnswer>,
}

/// Which backup is taken back, to which folder, and who unlocks it. The passphrase is wiped when it is dropped.
#[derive(Clone, ZeroizeOnDrop)]
#[allow(missing_docs)]
pub struct StoreRestore {
    #[zeroize(skip)]
    pub from: PathBuf,
    #[zeroize(skip)]
    pub to: PathBuf,
    #[zeroize(skip)]
    pub user: Option<String>,
    pub passphrase: String,
}

/// What taking a backup back came to.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct RestoreAnswer {
    pub store: String,
    pub user: String,
    /// Whether everything in the store holds.
    pub ok: bool,
    pub requests: u64,
    pub events: u64,
    pub head: String,
    pub tested_at: Option<String>,
    pub problems: Vec<RecordProblemAnswer>,
}

impl Desk {
    /// What the office is, who works there and what it has decided for itself. Everybody may read it.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn settings_show(&mut self) -> Result<SettingsAnswer, Failure> {
        let store = self.folder.display().to_string();
        let workplace = self.workplace()?;
        let today = workplace.today();
        let status = workplace.store.status()?;
        let settings = workplace.store.settings()?;
        let users = workplace.store.users()?;
        let session = self.session()?;
        let looking = Looking { rules: &session.rules, sources: &session.sources, user: &session.user, today };
        Ok(SettingsAnswer::of(store, &status, settings, &users, &looking))
    }

    /// Changes what the office has decided for itself.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for a role that may not, [`crate::api::Exit::NotWellFormed`] for a number of days
    /// that cannot be.
    pub fn settings_set(&mut self, given: &SettingsSet) -> Result<SettingsAnswer, Failure> {
        let internal_days =
            given.internal_days.map(|days| input::known("internal_days", InternalDays::read(days))).transpose()?;
        let new = NewSettings { internal_days, second_person: given.second_person };
        self.workplace()?.decide_for_office(new)?;
        self.settings_show()
    }

    /// Copies the whole store, and checks the copy.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for a role that may not or a folder that is not empty;
    /// [`crate::api::Exit::StoreUnusable`] for one that cannot be reached, has no room or lies on another machine. Then
    /// there is no copy.
    pub fn store_backup(&mut self, given: &StoreBackup) -> Result<BackupAnswer, Failure> {
        let folder = if given.dated { given.folder.join(self.backup_name()?) } else { given.folder.clone() };
        let (mut workplace, file_systems) = self.workplace_and_disks()?;
        let now = workplace.now();
        let verification = workplace.back_up(&folder, file_systems)?;
        let Outcome { ok, tested_at, problems } = Outcome::of(&verification, now);
        Ok(BackupAnswer {
            folder: folder.display().to_string(),
            ok,
            requests: verification.requests,
            events: verification.events,
            head: verification.head,
            tested_at,
            problems,
        })
    }

    /// Takes a backup back to a folder where there is no store, and checks it there. It is left locked.
    ///
    /// # Errors
    /// [`crate::api::Exit::NotFound`] without a backup, [`crate::api::Exit::Locked`] for a wrong passphrase,
    /// [`crate::api::Exit::RuleRefuses`] for a folder that is not empty. Then nothing was written.
    pub fn store_restore(&mut self, given: &StoreRestore) -> Result<RestoreAnswer, Failure> {
        let now = session::clock(&self.settings).now();
        let restore = store::Restore {
            from: &given.from,
            to: &given.to,
            user: given.user.as_deref(),
            passphrase: &Passphrase::new(&given.passphrase),
            now,
        };
        let (restored, verification) = store::restore(&restore, &*self.file_systems, Box::new(SystemRandomness))?;
        let Outcome { ok, tested_at, problems } = Outcome::of(&verification, now);
        Ok(RestoreAnswer {
            store: given.to.display().to_string(),
            user: restored.user().name.clone(),
            ok,
            requests: verification.requests,
            events: verification.events,
            head: verification.head,
            tested_at,
            problems,
        })
    }

    /// The name of the folder of a backup that is made now, in the local time of the office.
    fn backup_name(&mut self) -> Result<String, Failure> {
        let now = calendar::oslo_time(self.workplace()?.now());
        Ok(format!("personvernsak-{}", now.format("%Y-%m-%d-%H%M%S")))
    }
}

/// What checking a copy came to.
struct Outcome {
    ok: bool,
    tested_at: Option<String>,
    problems: Vec<RecordProblemAnswer>,
}

impl Outcome {
    fn of(verification: &Verification, now: DateTime<Utc>) -> Self {
        let ok = verification.problems.is_empty();
        Self {
            ok,
            tested_at: ok.then(|| instant(now)),
            problems: verification.problems.iter().cloned().map(RecordProblemAnswer::from).collect(),
        }
    }
}
