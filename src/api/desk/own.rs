//! What belongs to the user and not to the office: how the window looks, and what is written but not yet used.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Desk, input};
use crate::adapter::store::{FILE, Preferences, Theme, Unsaved};
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::session::{self, instant};
use crate::api::spoken::{say, speak};
use crate::wording::Language;

/// The longest text that is kept, in bytes; the text of a request may be as long as a letter of a hundred pages.
const LONGEST: usize = 512 * 1024;
/// The longest key, in bytes.
const LONGEST_KEY: usize = 200;
/// How many texts are kept for each user; the oldest go first.
const MOST: u32 = 200;

/// How the user wants the window; what is null stays as it is.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct PreferencesSet {
    /// `nb`, `nn` or `en`.
    pub language: Option<String>,
    /// `system`, `light` or `dark`.
    pub theme: Option<String>,
}

/// How the user wants the window; null is what nobody has chosen.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[allow(missing_docs)]
pub struct PreferencesAnswer {
    pub language: Option<String>,
    pub theme: Option<String>,
}

impl From<Preferences> for PreferencesAnswer {
    fn from(preferences: Preferences) -> Self {
        Self {
            language: preferences.language.map(|language| language.code().to_owned()),
            theme: preferences.theme.map(|theme| theme.id().to_owned()),
        }
    }
}

/// A text that is being written.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct UnsavedKeep {
    /// Which field or form of the window.
    pub key: String,
    /// The case that it is about, where there is one.
    pub case: Option<String>,
    pub text: String,
}

/// A text that was used, or that nobody wants.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct UnsavedDiscard {
    pub key: String,
}

/// A text as it was when its writer last paused.
#[derive(Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct UnsavedAnswer {
    pub key: String,
    pub text: String,
    pub kept_at: String,
}

impl Desk {
    /// Changes how the user wants the window. While the store is locked it holds until somebody unlocks it.
    ///
    /// # Errors
    /// [`Exit::NotWellFormed`] for a language or colours that there are none of; the store's.
    pub fn preferences_set(&mut self, given: &PreferencesSet) -> Result<PreferencesAnswer, Failure> {
        let language: Option<Language> =
            given.language.as_deref().map(|code| code.parse().map_err(|_| unknown("language"))).transpose()?;
        let theme = given.theme.as_deref().map(|id| Theme::of(id).ok_or_else(|| unknown("theme"))).transpose()?;
        if let Some(language) = language {
            self.language = language;
            speak(language);
        }
        let Some(session) = &mut self.session else {
            return Ok(PreferencesAnswer::from(Preferences { language, theme }));
        };
        let before = session.store.preferences()?;
        let chosen = Preferences { language: language.or(before.language), theme: theme.or(before.theme) };
        session.store.set_preferences(chosen)?;
        Ok(PreferencesAnswer::from(chosen))
    }

    /// Everything that the user was writing when the program ended, oldest first.
    ///
    /// # Errors
    /// [`Exit::Locked`], or the store's.
    pub fn unsaved_list(&mut self) -> Result<Vec<UnsavedAnswer>, Failure> {
        let kept = self.session()?.store.unsaved()?;
        Ok(kept
            .into_iter()
            .map(|kept| UnsavedAnswer { key: kept.key, text: kept.text, kept_at: instant(kept.kept_at) })
            .collect())
    }

    /// Keeps what the user is writing until it is used or discarded.
    ///
    /// # Errors
    /// [`Exit::NotWellFormed`] for a text that is too long; [`Exit::Locked`], or the store's.
    pub fn unsaved_keep(&mut self, given: &UnsavedKeep) -> Result<(), Failure> {
        let request = given.case.as_deref().map(input::case).transpose()?.map(|case| case.request);
        if given.key.is_empty() || given.key.len() > LONGEST_KEY || given.key.starts_with(FILE) {
            return Err(unknown("key"));
        }
        if given.text.len() > LONGEST {
            let message = say!(
                "Teksten er for lang til å bli tatt vare på underveis. Bruk den, eller lagre en kopi selv.",
                "Teksten er for lang til å bli teken vare på undervegs. Bruk han, eller lagre ein kopi sjølv.",
                "The text is too long to be kept while you write. Use it, or save a copy yourself.",
            );
            return Err(field("too-long", "text", message));
        }
        let kept_at = session::clock(&self.settings).now();
        let unsaved = Unsaved { key: given.key.clone(), request, text: given.text.clone(), kept_at };
        Ok(self.session()?.store.keep_unsaved(&unsaved, MOST)?)
    }

    /// Forgets a text that was used, or that nobody wants.
    ///
    /// # Errors
    /// [`Exit::Locked`], or the store's.
    pub fn unsaved_discard(&mut self, given: &UnsavedDiscard) -> Result<(), Failure> {
        Ok(self.session()?.store.discard_unsaved(&given.key)?)
    }

    /// The desk answers as its user wants from now on: the window in the language that was chosen, the command line in
    /// bokmål.
    pub(super) fn follow_user(&mut self) -> Result<(), Failure> {
        if let Some(session) = &self.session
            && self.settings.follows_user
            && let Some(language) = session.store.preferences()?.language
        {
            self.language = language;
        }
        Ok(())
    }
}

fn unknown(path: &str) -> Failure {
    let message = say!("Verdien finnes ikke.", "Verdien finst ikkje.", "There is no such value.");
    field("unknown-value", path, message)
}

fn field(code: &'static str, path: &str, message: &str) -> Failure {
    let problem = FieldProblem { path: path.to_owned(), code: code.to_owned(), message: message.to_owned() };
    Failure::new(Exit::NotWellFormed, code, message).with_fields(vec![problem])
}
