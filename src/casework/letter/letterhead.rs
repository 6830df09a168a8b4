//! What an office has decided of its own letterhead.

use crate::wording::Trilingual;

/// What an office has decided of its letterhead; what it has not is as the catalogue has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// Its name.
    pub names: Option<Trilingual>,
    /// Its logo.
    pub logo: Option<LetterheadLogo>,
}

/// A logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterheadLogo {
    /// The picture, as PNG.
    pub png: Vec<u8>,
    /// What it shows, for whoever does not see it.
    pub alternative: Trilingual,
}
