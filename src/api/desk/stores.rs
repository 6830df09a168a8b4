//! The store itself: making, unlocking, locking, checking, and who has access.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::ZeroizeOnDrop;

use super::watch::Watch;
use super::{Desk, PreferencesAnswer, input};
use crate::api::failure::{Exit, Failure};
use crate::api::route::BodyAnswer;
use crate::api::session::{self, OrganisationAnswer, Session, SessionState, StoreCreate, StoreUnlock, UserAnswer};
use crate::api::spoken::{say, speak, spoken};
use crate::casework::access::{Permission, Role};
use crate::casework::audit::Digest;
use crate::law::calendar;
use crate::usecase::Problem;
use crate::usecase::ports::{NewUser, RecordProblem, Store};

/// What the store says of itself.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct StatusAnswer {
    pub format: u32,
    pub organisation: String,
    pub requests: u64,
    pub cases: u64,
    pub test: bool,
    pub last_commit_at: Option<String>,
    pub last_tested_restore_at: Option<String>,
}

/// The result of checking the whole record.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct VerifyAnswer {
    pub ok: bool,
    pub requests: u64,
    pub events: u64,
    pub head: String,
    /// Entries of the log of readings.
    pub readings: u64,
    pub access_head: String,
    pub problems: Vec<RecordProblemAnswer>,
}

/// Something in the record that does not hold.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RecordProblemAnswer {
    pub request: Option<String>,
    pub seq: Option<u32>,
    pub code: String,
    pub message: String,
}

impl From<RecordProblem> for RecordProblemAnswer {
    fn from(problem: RecordProblem) -> Self {
        Self {
            request: problem.request.map(|number| number.to_string()),
            seq: problem.sequence,
            code: problem.code.to_owned(),
            message: problem.message.get(spoken()).to_owned(),
        }
    }
}

/// The result of making the projections anew.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct RebuildAnswer {
    pub rows: u64,
    pub digest_before: String,
    pub digest_after: String,
}

/// Somebody who is to be given access. The passphrase is wiped when it is dropped.
#[derive(Clone, Deserialize, TS, ZeroizeOnDrop)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct UserAdd {
    #[zeroize(skip)]
    pub name: String,
    #[zeroize(skip)]
    pub role: String,
    #[zeroize(skip)]
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub cleared: bool,
    pub passphrase: String,
}

/// Whose access ends.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct UserRemove {
    pub name: String,
    /// The data protection officer's inbox may be lost with the last one who opens it.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub lose_inbox: bool,
}

impl Desk {
    /// How it stands with the store.
    ///
    /// # Errors
    /// A store that cannot be used.
    pub fn session_state(&mut self) -> Result<SessionState, Failure> {
        // Whoever has no access any more finds the store locked.
        let _ = self.session();
        self.follow_user()?;
        speak(self.language);
        let today = calendar::oslo_date(session::clock(&self.settings).now()).to_string();
        let store = self.folder.display().to_string();
        let version = env!("CARGO_PKG_VERSION").to_owned();
        if let Some(open) = &mut self.session {
            let status = open.store.status()?;
            let organisation = BodyAnswer {
                id: open.rules.office.id.to_string(),
                name: open.rules.catalogue.body_name(&open.rules.office.body, spoken()).to_owned(),
            };
            return Ok(SessionState {
                state: "open".to_owned(),
                store,
                store_exists: true,
                test: open.is_test(),
                organisation: Some(organisation),
                user: Some(UserAnswer::of(&open.user)),
                users: open.store.users()?.into_iter().map(|user| user.name).collect(),
                today,
                version,
                requests: status.counts.requests,
                preferences: PreferencesAnswer::from(open.store.preferences()?),
                unreadable: open.sources.unreadable(),
            });
        }
        let locked = session::look(&self.folder, &*self.file_systems)?;
        Ok(SessionState {
            state: if locked.is_some() { "locked" } else { "none" }.to_owned(),
            store,
            store_exists: locked.is_some(),
            test: locked.as_ref().is_some_and(|locked| locked.test()),
            organisation: None,
            user: None,
            users: locked.map(|locked| locked.users().into_iter().map(|user| user.name).collect()).unwrap_or_default(),
            today,
            version,
            requests: 0,
            preferences: PreferencesAnswer::default(),
            unreadable: Vec::new(),
        })
    }

    /// The bodies that an office can be.
    ///
    /// # Errors
    /// The faults of the catalogue.
    pub fn organisations(&mut self) -> Result<Vec<OrganisationAnswer>, Failure> {
        session::organisations()
    }

    /// Makes a store and leaves it open. `test` makes one that says so everywhere and for ever.
    ///
    /// # Errors
    /// [`Failure`]; nothing is left behind.
    pub fn store_create(&mut self, given: &StoreCreate, test: bool) -> Result<SessionState, Failure> {
        self.session = Some(Session::create(given, test, &self.settings, &*self.file_systems)?);
        self.watch = Watch::default();
        self.folder.clone_from(&given.store);
        self.session_state()
    }

    /// Unlocks a store.
    ///
    /// # Errors
    /// [`crate::api::Exit::Locked`] for a wrong passphrase; it is not said whether the user exists.
    pub fn store_unlock(&mut self, given: &StoreUnlock) -> Result<SessionState, Failure> {
        self.session = Some(Session::unlock(given, &self.settings, &*self.file_systems)?);
        self.import = None;
        self.bulk = None;
        self.watch = Watch::default();
        self.folder.clone_from(&given.store);
        self.session_state()
    }

    /// Locks the store.
    ///
    /// # Errors
    /// A store that cannot be used.
    pub fn store_lock(&mut self) -> Result<SessionState, Failure> {
        self.session = None;
        self.import = None;
        self.bulk = None;
        self.session_state()
    }

    /// Lets another instant count as now, in a test store alone.
    ///
    /// # Errors
    /// A store of people's cases.
    pub fn travel_to(&mut self, now: DateTime<Utc>) -> Result<(), Failure> {
        self.session()?.travel_to(now)
    }

    /// Lets another of the store's users be the one at the desk, in a test store alone. What the desk may read stays what
    /// its key opens.
    ///
    /// # Errors
    /// A store of people's cases, or nobody with this name.
    pub(in crate::api) fn work_as(&mut self, name: &str) -> Result<(), Failure> {
        self.session()?.work_as(name)
    }

    /// What the store says of itself.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn store_status(&mut self) -> Result<StatusAnswer, Failure> {
        let status = self.session()?.store.status()?;
        Ok(StatusAnswer {
            format: status.format,
            organisation: status.organisation.to_string(),
            requests: status.counts.requests,
            cases: status.counts.cases,
            test: status.test,
            last_commit_at: status.last_commit_at.map(session::instant),
            last_tested_restore_at: status.last_tested_restore_at.map(session::instant),
        })
    }

    /// Puts a little in order that registering left for later; says whether there may be more. For moments when nobody
    /// waits. A locked store needs none.
    ///
    /// # Errors
    /// [`Failure`]; nothing is lost.
    pub fn store_tidy(&mut self) -> Result<bool, Failure> {
        match self.session() {
            Ok(session) => Ok(session.store.tidy()?),
            Err(_) => Ok(false),
        }
    }

    /// Checks every chain, every keyed hash and every projection, and that `head`, one of the heads that an earlier check
    /// answered with, is in its chain.
    ///
    /// # Errors
    /// [`Failure`] only if the store cannot be read at all or `head` is none; what does not hold is in the answer.
    pub fn store_verify(&mut self, head: Option<&str>) -> Result<VerifyAnswer, Failure> {
        let bad = || {
            Failure::new(
                Exit::NotWellFormed,
                "invalid-head",
                say!(
                    "Skriv hodet som 64 heksadesimale sifre.",
                    "Skriv hovudet som 64 heksadesimale siffer.",
                    "Write the head as 64 hexadecimal digits.",
                ),
            )
        };
        let head = head.map(|head| Digest::from_hex(head).ok_or_else(bad)).transpose()?;
        let verified = self.session()?.store.verify(head)?;
        Ok(VerifyAnswer {
            ok: verified.problems.is_empty(),
            requests: verified.requests,
            events: verified.events,
            head: verified.head,
            readings: verified.readings,
            access_head: verified.access_head,
            problems: verified.problems.into_iter().map(RecordProblemAnswer::from).collect(),
        })
    }

    /// Makes the projections anew from the log.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for whoever may only look; the store's.
    pub fn store_rebuild(&mut self) -> Result<RebuildAnswer, Failure> {
        let workplace = self.workplace()?;
        workplace.user.require(Permission::ChangeCases).map_err(Problem::from)?;
        let rebuilt = workplace.store.rebuild()?;
        Ok(RebuildAnswer {
            rows: rebuilt.rows,
            digest_before: rebuilt.digest_before,
            digest_after: rebuilt.digest_after,
        })
    }

    /// Gives somebody access.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for a role that may not, a name that is taken, or a weak passphrase.
    pub fn user_add(&mut self, given: &UserAdd) -> Result<UserAnswer, Failure> {
        let role: Role = input::word("role", &given.role)?;
        let workplace = self.workplace()?;
        workplace.user.require_to_add(role, given.cleared).map_err(Problem::from)?;
        let name = given.name.trim();
        let new = NewUser { name, role, cleared: given.cleared, passphrase: &given.passphrase };
        workplace.store.add_user(&new)?;
        Ok(UserAnswer { name: name.to_owned(), role: role.id().to_owned(), cleared: given.cleared })
    }

    /// Takes somebody's access away.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for a role that may not, for somebody with open cases, and for the last administrator.
    pub fn user_remove(&mut self, given: &UserRemove) -> Result<UserAnswer, Failure> {
        Ok(UserAnswer::of(&self.workplace()?.remove_user(given.name.trim(), given.lose_inbox)?))
    }

    /// The users of the store.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn user_list(&mut self) -> Result<Vec<UserAnswer>, Failure> {
        Ok(self.session()?.store.users()?.iter().map(UserAnswer::of).collect())
    }
}
