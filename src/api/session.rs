//! Making, unlocking and locking a store.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::ZeroizeOnDrop;

use super::adopted::{self, Sources};
use super::desk::PreferencesAnswer;
use super::failure::{Exit, Failure, FieldProblem};
use super::route::BodyAnswer;
use super::spoken::{say, spoken};
use crate::adapter::load::{self, LoadProblems, Loaded};
use crate::adapter::store::{self, LockedStore, NewStore, Passphrase, SqliteStore, StoreProblem, Upgrade};
use crate::adapter::system::{FixedClock, FreshIdentifiers, SeededRandomness, SystemClock, SystemRandomness};
use crate::casework::access::{Role, User};
use crate::casework::letter::Templates;
use crate::usecase::Rules;
use crate::usecase::ports::{Clock, FileSystems, Randomness, Store, StoreError};
use crate::wording::{Language, Trilingual};

/// What was given when the program was started.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The instant that counts as now, in a test store alone.
    pub now: Option<DateTime<Utc>>,
    /// The seed of identifiers, in a test store alone.
    pub seed: Option<String>,
    /// Whether somebody has looked at the clock and says that it is right, even if it stands before the last commit.
    pub clock_is_right: bool,
    /// Whether answers are in the language that the user has chosen, as in the window, or always in bokmål.
    pub follows_user: bool,
}

/// An unlocked store with the rules that it works by.
pub struct Session {
    pub(super) store: SqliteStore,
    pub(super) clock: Box<dyn Clock>,
    pub(super) identifiers: FreshIdentifiers,
    pub(super) rules: Rules,
    pub(super) sources: Sources,
    pub(super) user: User,
}

/// What a new store is to be. The passphrase is wiped when it is dropped, and nothing shows it.
#[derive(Clone, Deserialize, TS, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StoreCreate {
    #[zeroize(skip)]
    pub store: PathBuf,
    #[zeroize(skip)]
    pub organisation: String,
    #[zeroize(skip)]
    pub name: String,
    pub passphrase: String,
}

/// Who unlocks which store. The passphrase is wiped when it is dropped.
#[derive(Clone, Deserialize, TS, ZeroizeOnDrop)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StoreUnlock {
    #[zeroize(skip)]
    pub store: PathBuf,
    #[zeroize(skip)]
    pub user: Option<String>,
    pub passphrase: String,
}

/// The user at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct UserAnswer {
    pub name: String,
    pub role: String,
    pub cleared: bool,
}

impl UserAnswer {
    /// A user in words.
    #[must_use]
    pub fn of(user: &User) -> Self {
        Self { name: user.name.clone(), role: user.role.id().to_owned(), cleared: user.cleared }
    }
}

/// How it stands with the store.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct SessionState {
    /// `none`, `locked` or `open`.
    pub state: String,
    pub store: String,
    pub store_exists: bool,
    pub test: bool,
    pub organisation: Option<BodyAnswer>,
    pub user: Option<UserAnswer>,
    pub users: Vec<String>,
    pub today: String,
    pub version: String,
    pub requests: u64,
    /// How whoever unlocked it wants the window.
    pub preferences: PreferencesAnswer,
    /// What of the office's own cannot be read, so that the program's is used: `catalogue`, `letter-texts`.
    pub unreadable: Vec<&'static str>,
}

/// A body that an office can be.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct OrganisationAnswer {
    pub id: String,
    pub name: String,
    pub registers: usize,
}

impl From<StoreProblem> for Failure {
    fn from(problem: StoreProblem) -> Self {
        StoreError::from(problem).into()
    }
}

/// The catalogue that the program was built with.
///
/// # Errors
/// The faults of its files.
pub fn catalogue() -> Result<&'static Loaded, Failure> {
    load::embedded().map_err(|problems| faulty_catalogue(Exit::Other, problems))
}

/// The faults of a catalogue, each with file and line.
#[must_use]
pub fn faulty_catalogue(exit: Exit, problems: &LoadProblems) -> Failure {
    let fields = problems.0.iter().map(|problem| FieldProblem {
        path: format!("{}:{}", problem.file, problem.line),
        code: "catalogue-faulty".to_owned(),
        message: problem.message.get(spoken()).to_owned(),
    });
    Failure::new(exit, "catalogue-faulty", problems.text().get(spoken())).with_fields(fields.collect())
}

/// The letter texts that the program was built with.
///
/// # Errors
/// The faults of its files.
pub fn built_in_letter_texts() -> Result<Templates, Failure> {
    load::letters::templates()
        .map_err(|problems| Failure::new(Exit::Other, "letter-texts", problems.text().get(spoken())))
}

/// The rules of the office with this identifier.
///
/// # Errors
/// An unknown office, or faults in the catalogue or the letter texts.
pub fn rules(organisation: &str) -> Result<Rules, Failure> {
    rules_by(catalogue()?, built_in_letter_texts()?, organisation)
}

/// The rules of the office with this identifier, by a catalogue and with letter texts.
///
/// # Errors
/// As [`rules`].
pub fn rules_by(loaded: &Loaded, templates: Templates, organisation: &str) -> Result<Rules, Failure> {
    let office = loaded
        .offices
        .find(organisation)
        .map_err(|unknown| Failure::new(Exit::NotWellFormed, "unknown-organisation", unknown.to_string()))?;
    Ok(Rules {
        catalogue: loaded.catalogue.clone(),
        office: office.clone(),
        templates,
        internal_days: None,
        second_person: false,
    })
}

/// The bodies that an office can be.
///
/// # Errors
/// The faults of the catalogue.
pub fn organisations() -> Result<Vec<OrganisationAnswer>, Failure> {
    let loaded = catalogue()?;
    Ok(loaded
        .offices
        .iter()
        .map(|office| OrganisationAnswer {
            id: office.id.to_string(),
            name: loaded.catalogue.body_name(&office.body, Language::Nb).to_owned(),
            registers: office.answers.len(),
        })
        .collect())
}

impl Session {
    /// Makes a store and leaves it open.
    ///
    /// # Errors
    /// [`Failure`]; nothing is left behind.
    pub fn create(
        given: &StoreCreate,
        test: bool,
        settings: &Settings,
        file_systems: &dyn FileSystems,
    ) -> Result<Self, Failure> {
        let rules = rules(&given.organisation)?;
        let user = User { name: given.name.trim().to_owned(), role: Role::Administrator, cleared: true };
        let passphrase = Passphrase::new(&given.passphrase);
        let new = NewStore {
            folder: &given.store,
            test,
            organisation: &given.organisation,
            user: &user,
            passphrase: &passphrase,
            now: clock(settings).now(),
        };
        let store = store::create(&new, file_systems, Box::new(SystemRandomness))?;
        Self::begin(store, rules, Sources::BUILT_IN, settings)
    }

    /// Unlocks a store.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn unlock(given: &StoreUnlock, settings: &Settings, file_systems: &dyn FileSystems) -> Result<Self, Failure> {
        let locked = LockedStore::open(&given.store, file_systems)?;
        let user = match &given.user {
            Some(user) => user.clone(),
            None => locked.only_user()?,
        };
        let store = locked.unlock(&user, &Passphrase::new(&given.passphrase), Box::new(SystemRandomness))?;
        if let Some(Upgrade { from, to, copy }) = store.upgraded() {
            tracing::info!(from, to, copy, "the store was brought up to date; a copy of it as it was lies beside it");
        }
        // Only an unlocked store is known to say itself which office it is of.
        let unknown = |_| StoreProblem::Damaged {
            file: store::KEYS,
            why: Trilingual::fixed(
                "virksomheten er ukjent for dette programmet",
                "verksemda er ukjend for dette programmet",
                "the organisation is unknown to this program",
            ),
        };
        let (own, catalogue_from) = adopted::catalogue(&store)?;
        let loaded = match &own {
            Some(loaded) => loaded,
            None => catalogue()?,
        };
        loaded.offices.find(store.organisation()).map_err(unknown)?;
        let (own, letter_texts_from) = adopted::letter_texts(&store)?;
        let templates = own.map_or_else(built_in_letter_texts, Ok)?;
        let rules = rules_by(loaded, templates, store.organisation())?;
        let sources = Sources { catalogue: catalogue_from, letter_texts: letter_texts_from };
        Self::begin(store, rules, sources, settings)
    }

    fn begin(mut store: SqliteStore, rules: Rules, sources: Sources, settings: &Settings) -> Result<Self, Failure> {
        if !store.test() && (settings.now.is_some() || settings.seed.is_some()) {
            return Err(StoreProblem::NotATestStore.into());
        }
        if settings.clock_is_right {
            store.trust_clock();
        }
        let mut chance: Box<dyn Randomness> = Box::new(SystemRandomness);
        if let Some(seed) = &settings.seed {
            let position = store.commits()?;
            store.use_seed(Box::new(SeededRandomness::new(seed, position)))?;
            chance = Box::new(SeededRandomness::new(&format!("{seed} identifiers"), position));
        }
        let user = store.user().clone();
        let identifiers = FreshIdentifiers::new(clock(settings), chance);
        Ok(Self { store, clock: clock(settings), identifiers, rules, sources, user })
    }

    /// Lets another instant count as now.
    ///
    /// # Errors
    /// [`StoreProblem::NotATestStore`].
    pub(super) fn travel_to(&mut self, now: DateTime<Utc>) -> Result<(), Failure> {
        if !self.store.test() {
            return Err(StoreProblem::NotATestStore.into());
        }
        self.clock = Box::new(FixedClock::at(now));
        // Whoever travels in time goes both ways.
        self.store.trust_clock();
        Ok(())
    }

    /// Lets another of the store's users be the one at the desk.
    ///
    /// # Errors
    /// [`StoreProblem::NotATestStore`], or nobody with this name.
    pub(super) fn work_as(&mut self, name: &str) -> Result<(), Failure> {
        if !self.store.test() {
            return Err(StoreProblem::NotATestStore.into());
        }
        let unknown = || {
            Failure::new(
                Exit::NotFound,
                "unknown-user",
                say!("Ingen bruker har dette navnet.", "Ingen brukar har dette namnet.", "No user has this name."),
            )
        };
        self.user = self.store.users()?.into_iter().find(|user| user.name == name).ok_or_else(unknown)?;
        Ok(())
    }

    /// Whether it is a test store.
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.store.test()
    }
}

impl Drop for Session {
    /// Whoever leaves a store puts a little of its text index in order. If that fails the index is as right as before, and
    /// the next one does it.
    fn drop(&mut self) {
        let _ = self.store.tidy();
    }
}

/// What a folder holds, before anybody has unlocked it.
///
/// # Errors
/// A store that cannot be used. A folder without one is no error.
pub fn look(folder: &Path, file_systems: &dyn FileSystems) -> Result<Option<LockedStore>, Failure> {
    match LockedStore::open(folder, file_systems) {
        Ok(locked) => Ok(Some(locked)),
        Err(StoreProblem::Missing { .. }) => Ok(None),
        Err(problem) => Err(problem.into()),
    }
}

/// An instant as documents write it.
#[must_use]
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}

/// The clock that counts: the system's, or the instant that was given.
#[must_use]
pub fn clock(settings: &Settings) -> Box<dyn Clock> {
    match settings.now {
        Some(now) => Box::new(FixedClock::at(now)),
        None => Box::new(SystemClock),
    }
}
