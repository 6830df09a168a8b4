//! The ways that a case can go.

use std::fmt;
use std::str::FromStr;

use crate::wording::{Language, Told, Trilingual};

/// The way that a case goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Track {
    /// Vanlig: this office answers, by the general rules.
    General,
    /// Eget innsyn: the register has its own solution for access, with its own list of contents.
    RegisterAccess,
    /// § 25: rectification, erasure or blocking in a health register (helseregisterloven § 25), an enkeltvedtak.
    Section25,
    /// Oversendes: another body is responsible.
    Forward,
    /// Ikke lagret: nothing is held, by design.
    NotHeld,
}

impl Track {
    /// Every track, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::General, Self::RegisterAccess, Self::Section25, Self::Forward, Self::NotHeld];

    /// The id in commands, files and documents.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::RegisterAccess => "register-access",
            Self::Section25 => "section-25",
            Self::Forward => "forward",
            Self::NotHeld => "not-held",
        }
    }

    /// The name of the track in the three languages.
    #[must_use]
    pub const fn name(self) -> Trilingual {
        match self {
            Self::General => Trilingual::fixed("Vanlig", "Vanleg", "Ordinary"),
            Self::RegisterAccess => Trilingual::fixed("Eget innsyn", "Eige innsyn", "Own access solution"),
            Self::Section25 => Trilingual::fixed("§ 25", "§ 25", "Section 25"),
            Self::Forward => Trilingual::fixed("Oversendes", "Blir sendt over", "Forwarded"),
            Self::NotHeld => Trilingual::fixed("Ikke lagret", "Ikkje lagra", "Not held"),
        }
    }

    /// The name of the track in one language.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        self.name().get(language).to_owned()
    }
}

impl fmt::Display for Track {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// The text is the id of no track.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownTrack(pub String);

impl Told for UnknownTrack {
    fn text(&self) -> Trilingual {
        let (given, list) = (&self.0, Track::ALL.map(Track::id).join(", "));
        Trilingual::made(
            format!("«{given}» er ikke et spor her. Skriv en av disse: {list}."),
            format!("«{given}» er ikkje eit spor her. Skriv ein av desse: {list}."),
            format!("“{given}” is no track here. Write one of these: {list}."),
        )
    }
}

impl FromStr for Track {
    type Err = UnknownTrack;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|track| track.id() == text).ok_or_else(|| UnknownTrack(text.to_owned()))
    }
}

/// How a case reaches the body that is responsible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Oversendes: the body is an authority; the request is sent on and the person is told
    /// (forvaltningslovforskriften § 4).
    Transfer,
    /// Henvises: the body is private, or the person must go there; we write only to the person
    /// (forvaltningsloven §§ 11 and 13).
    Refer,
    /// Bistand: we are the body's processor; the request is sent to it and then done on its instruction
    /// (GDPR Art. 28(3)(e)).
    Assist,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Transfer, Self::Refer, Self::Assist];

    /// The id in commands, files and documents.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Transfer => "oversendes",
            Self::Refer => "henvises",
            Self::Assist => "bistand",
        }
    }

    /// The name of the mode in one language.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        let name = match self {
            Self::Transfer => Trilingual::fixed("Oversendes", "Blir sendt over", "Sent on"),
            Self::Refer => Trilingual::fixed("Henvises", "Blir vist vidare", "Referred"),
            Self::Assist => Trilingual::fixed("Bistand", "Bistand", "Assistance to the controller"),
        };
        name.get(language).to_owned()
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// The text is the id of no mode.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownMode(pub String);

impl Told for UnknownMode {
    fn text(&self) -> Trilingual {
        let (given, list) = (&self.0, Mode::ALL.map(Mode::id).join(", "));
        Trilingual::made(
            format!("«{given}» er ikke en måte å sende videre på her. Skriv en av disse: {list}."),
            format!("«{given}» er ikkje ein måte å sende vidare på her. Skriv ein av desse: {list}."),
            format!("“{given}” is no way of passing on here. Write one of these: {list}."),
        )
    }
}

impl FromStr for Mode {
    type Err = UnknownMode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|mode| mode.id() == text).ok_or_else(|| UnknownMode(text.to_owned()))
    }
}
