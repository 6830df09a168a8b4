//! Bodies: authorities and undertakings that answer for registers, or that a person is shown to.

use super::{BodyId, Source};
use crate::law::rights::Mode;
use crate::wording::{Language, Trilingual};

/// A body. What no source gives is absent.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its id, for example `helsedirektoratet`.
    pub id: BodyId,
    /// Its name.
    pub names: Trilingual,
    /// How a request reaches it when it came to another body: sent on to an authority, while a person is shown to a
    /// private one.
    pub forwarding_mode: Mode,
    /// Postal address, a line each.
    pub address: Vec<String>,
    /// Organisation number, nine digits.
    pub organisation_number: Option<String>,
    /// Telephone number as it is written.
    pub telephone: Option<String>,
    /// Web address as it is written.
    pub web: Option<String>,
    /// E-mail address that is open to the public.
    pub email: Option<String>,
    /// What says so.
    pub source: Source,
}

impl Body {
    /// The name of the body in one language.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        self.names.get(language)
    }
}
