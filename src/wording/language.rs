//! The languages of the program and of its letters.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A language that the program writes: the two written forms of Norwegian, and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// Bokmål.
    #[default]
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
}

impl Language {
    /// Every language, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Nb, Self::Nn, Self::En];

    /// The code of the language: `nb`, `nn` or `en` (BCP 47).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
        }
    }

    /// The one of three that is in this language.
    #[must_use]
    pub fn pick<T>(self, nb: T, nn: T, en: T) -> T {
        match self {
            Self::Nb => nb,
            Self::Nn => nn,
            Self::En => en,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// The text was none of `nb`, `nn` and `en`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» er ikke et språk her. Skriv nb, nn eller en.")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.code() == text).ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

/// One text in the three languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Trilingual {
    /// Bokmål.
    pub nb: Cow<'static, str>,
    /// Nynorsk.
    pub nn: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Trilingual {
    /// A text that is known when the program is built.
    #[must_use]
    pub const fn fixed(nb: &'static str, nn: &'static str, en: &'static str) -> Self {
        Self { nb: Cow::Borrowed(nb), nn: Cow::Borrowed(nn), en: Cow::Borrowed(en) }
    }

    /// A text that is made when it is told, each form by itself.
    #[must_use]
    pub fn made(nb: String, nn: String, en: String) -> Self {
        Self { nb: nb.into(), nn: nn.into(), en: en.into() }
    }

    /// A text that is said in the same way in each language, but for what the language itself decides.
    #[must_use]
    pub fn each(text: impl Fn(Language) -> String) -> Self {
        Self::made(text(Language::Nb), text(Language::Nn), text(Language::En))
    }

    /// Words that are typed as they stand, whatever the language: «a, b eller c», "a, b or c".
    #[must_use]
    pub fn one_of(words: &[&str]) -> Self {
        let (last, first) = words.split_last().unwrap_or((&"", &[]));
        let first = first.join(", ");
        Self::made(format!("{first} eller {last}"), format!("{first} eller {last}"), format!("{first} or {last}"))
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        language.pick(&self.nb, &self.nn, &self.en)
    }
}

/// Why what was given cannot be used, as each language says it. What prints itself alone does so in bokmål.
pub trait Told {
    /// What is wrong and what to do.
    fn text(&self) -> Trilingual;
}
