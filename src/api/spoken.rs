//! The language in which the desk answers: that of whoever sits at it.
//!
//! It is set before each answer and holds for the thread that answers, so that shapes of answers need not hand it on from
//! one to the next. No rule asks for it: what is decided is the same in every language.

use std::cell::Cell;

use crate::wording::{Language, citation};

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::Nb) };
}

/// The language of the answer that is being made.
#[must_use]
pub fn spoken() -> Language {
    SPOKEN.get()
}

/// What is answered on this thread from now on is in this language.
pub(super) fn speak(language: Language) {
    SPOKEN.set(language);
}

/// Where a rule stands, as the language of the answer cites it.
#[must_use]
pub(super) fn cited(source: &str) -> String {
    citation::cited(source, spoken()).unwrap_or_else(|| source.to_owned())
}

/// The one of three texts that is in the language of the answer. The other two are not made.
macro_rules! say {
    ($nb:expr, $nn:expr, $en:expr $(,)?) => {
        match $crate::api::spoken::spoken() {
            $crate::wording::Language::Nb => $nb,
            $crate::wording::Language::Nn => $nn,
            $crate::wording::Language::En => $en,
        }
    };
}
pub(super) use say;
