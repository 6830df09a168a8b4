//! An office that is already at work when a test begins: a store made by the core itself, with cases and people in it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use personvernsak::api::access_log::AccessLogInput;
use personvernsak::api::desk::{Desk, RequestInput, UserAdd, UserRemove};
use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};
use serde_json::{Value, json};

use crate::first_run::PASSPHRASE;
use crate::hands::key;
use crate::window::{Theme, Window};

/// The name of the caseworker.
pub const CASEWORKER: &str = "Kari Myhre";

/// A store in a folder, before any window is opened at it.
pub struct Office {
    store: PathBuf,
    desk: Desk,
}

impl Office {
    /// A new test store of Helsedirektoratet, on a day.
    pub fn at(folder: &Path, now: &str) -> Self {
        let store = folder.join("lager");
        let mut desk = Desk::new(store.clone(), settings(now));
        let made = StoreCreate {
            store: store.clone(),
            organisation: "helsedirektoratet".to_owned(),
            name: CASEWORKER.to_owned(),
            passphrase: PASSPHRASE.to_owned(),
        };
        desk.store_create(&made, true).expect("a store");
        Self { store, desk }
    }

    /// The same office later, when the window is closed.
    pub fn back_at(store: &Path, now: &str) -> Self {
        let mut desk = Desk::new(store.to_path_buf(), settings(now));
        let passphrase = PASSPHRASE.to_owned();
        let unlock = StoreUnlock { store: store.to_path_buf(), user: Some(CASEWORKER.to_owned()), passphrase };
        desk.store_unlock(&unlock).expect("the store is unlocked");
        Self { store: store.to_path_buf(), desk }
    }

    /// What was looked at of a request, by the words for it; of no request where there is none.
    pub fn readings(&mut self, request: Option<&str>) -> Vec<String> {
        let log = self.desk.access_log(&AccessLogInput { number: request.map(str::to_owned) }).expect("the log");
        log.entries.into_iter().map(|entry| entry.what).filter(|what| what != "access-log").collect()
    }

    /// Registers a request with one claim in a register and answers with its case.
    pub fn register(&mut self, register: &str, right: &str, received_on: &str, grounds: Option<&str>) -> String {
        let draft = json!({
            "received_on": received_on, "channel": "brev", "language": "nb",
            "person": {"name": "Torleiv Kvamsdal", "identity_number": "13846107759",
                       "address": {"lines": ["Sjøgata 12", "6700 Måløy"], "country": "NO"}},
            "text": "Jeg ber om dette.",
            "attachments": if grounds.is_some() { json!([{"title": "Legeerklæring", "pages": 2}]) } else { json!([]) },
            "demands": [{"register": register, "right": right, "grounds": grounds}],
        });
        self.receive(draft)
    }

    /// Registers a request as it stands and answers with its first case.
    pub fn receive(&mut self, draft: Value) -> String {
        let given = json!({ "draft": draft });
        let registered = self.does(given, |desk, input: &RequestInput| desk.request_register(input));
        registered.cases[0].case.clone()
    }

    /// Does something on the desk, given as the page would give it.
    pub fn does<Input: serde::de::DeserializeOwned, Answer>(
        &mut self,
        input: Value,
        action: impl Fn(&mut Desk, &Input) -> Result<Answer, personvernsak::api::Failure>,
    ) -> Answer {
        let input = serde_json::from_value(input).expect("an input that the desk takes");
        action(&mut self.desk, &input).unwrap_or_else(|failure| panic!("the desk refuses: {}", failure.message))
    }

    /// Gives somebody access, with the same passphrase.
    pub fn add(&mut self, name: &str, role: &str) {
        let user = json!({ "name": name, "role": role, "passphrase": PASSPHRASE });
        self.does(user, |desk, user: &UserAdd| desk.user_add(user));
    }

    /// Takes somebody's access away.
    pub fn remove(&mut self, name: &str) {
        self.does(json!({ "name": name }), |desk, user: &UserRemove| desk.user_remove(user));
    }

    /// Moves the clock.
    pub fn travel(&mut self, now: &str) {
        self.desk.travel_to(now.parse().expect("an instant")).expect("a test store");
    }

    /// Leaves the desk, so that a window can be opened at the store.
    pub fn leave(mut self) -> PathBuf {
        self.desk.store_lock().expect("the store is locked");
        self.store
    }
}

/// Opens the window at a store on a day and unlocks it for somebody.
pub async fn unlock(store: &Path, now: &str, user: &str) -> Window {
    unlock_with(store, now, user, &[]).await
}

/// The same, with more said when the window is opened.
pub async fn unlock_with(store: &Path, now: &str, user: &str, more: &[&str]) -> Window {
    unlocked(Theme::Light, store, now, user, more).await
}

/// The same, in a theme.
pub async fn unlock_in(theme: Theme, store: &Path, now: &str, user: &str) -> Window {
    unlocked(theme, store, now, user, &[]).await
}

async fn unlocked(theme: Theme, store: &Path, now: &str, user: &str, more: &[&str]) -> Window {
    let folder = store.display().to_string();
    let window = Window::open_in(theme, &[&["--now", now, "--store", &folder], more].concat()).await;
    window.see("Lås opp").await;
    window.choose("Bruker", user).await;
    window.write("Passfrase", PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.until("the first screen", "return !!document.querySelector('.workspace h1')").await;
    window
}

fn settings(now: &str) -> Settings {
    let now: DateTime<Utc> = now.parse().expect("an instant");
    Settings { now: Some(now), ..Settings::default() }
}
