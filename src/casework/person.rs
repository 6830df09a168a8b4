//! The person whose data the request is about, and whoever acts for them.

mod assurance;

use chrono::{Datelike, Months, NaiveDate};

pub use assurance::Assurance;

use crate::law::identity::IdentityNumber;
use crate::law::register::RegisterId;
use crate::law::rights::Right;
use crate::wording::Trilingual;

/// From this age a person is of full age (vergemålsloven § 8).
pub const OF_AGE_FROM: u32 = 18;

/// The person whose data the request is about. Kept in a row that can be erased; never in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name, where it is known.
    pub name: Option<String>,
    /// The fødselsnummer or another identity number, where it was given.
    pub identity_number: Option<IdentityNumber>,
    /// The date of birth as somebody stated it. It is never read out of a number.
    pub born_on: Option<NaiveDate>,
    /// The date of death, where the person is dead.
    pub deceased_on: Option<NaiveDate>,
    /// Whether the address is protected.
    pub protection: Protection,
    /// Where letters go; never kept for a protected person.
    pub address: Option<Address>,
    /// The e-mail address, where it was given.
    pub email: Option<String>,
}

impl Person {
    /// The initials that lists show («O.K.»); an empty text without a name.
    #[must_use]
    pub fn initials(&self) -> String {
        let words = self.name.as_deref().unwrap_or_default().split_whitespace();
        let letters: Vec<char> =
            words.filter_map(|word| word.chars().next()).filter(|letter| letter.is_alphabetic()).collect();
        match letters.as_slice() {
            [] => String::new(),
            [only] => format!("{}.", only.to_uppercase()),
            [first, .., last] => format!("{}.{}.", first.to_uppercase(), last.to_uppercase()),
        }
    }

    /// What routing may rest on, by the keys of [`PERSON_FACTS`]. It stands in this row, which can be erased.
    pub fn routing_facts(&self) -> impl Iterator<Item = (&'static str, NaiveDate)> {
        PERSON_FACTS.into_iter().zip([self.born_on, self.deceased_on]).filter_map(|(key, day)| Some((key, day?)))
    }

    /// The year of birth, from the stated date of birth alone.
    #[must_use]
    pub fn birth_year(&self) -> Option<i32> {
        self.born_on.map(|date| date.year())
    }

    /// Whether it is known that the person is of full age on a day (vergemålsloven § 8).
    #[must_use]
    pub fn is_of_age(&self, on: NaiveDate) -> bool {
        let of_age = self.born_on.and_then(|born| born.checked_add_months(Months::new(12 * OF_AGE_FROM)));
        of_age.is_some_and(|day| day <= on)
    }
}

/// The facts about a person that routing may rest on: birth and death. The log never holds them.
pub const PERSON_FACTS: [&str; 2] = ["fodt", "dod"];

/// Whether a person's address is protected (folkeregisterloven § 10-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Protection {
    /// Not protected.
    None,
    /// Fortrolig adresse.
    Confidential,
    /// Strengt fortrolig adresse.
    StrictlyConfidential,
}

impl Protection {
    /// Every level.
    pub const ALL: [Self; 3] = [Self::None, Self::Confidential, Self::StrictlyConfidential];

    /// The word for the level in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "ingen",
            Self::Confidential => "fortrolig",
            Self::StrictlyConfidential => "strengt-fortrolig",
        }
    }

    /// The level with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }

    /// Whether the person is protected at all.
    #[must_use]
    pub fn is_protected(self) -> bool {
        match self {
            Self::None => false,
            Self::Confidential | Self::StrictlyConfidential => true,
        }
    }
}

/// A postal address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    // Invariant: at least one line, none of them blank.
    lines: Vec<String>,
    // Invariant: two capital letters (ISO 3166-1).
    country: String,
}

impl Address {
    /// An address of these lines in this country.
    ///
    /// Lines are trimmed and blank ones dropped. `None` if no line is left or the country is not two capital letters.
    #[must_use]
    pub fn new(lines: &[String], country: &str) -> Option<Self> {
        let lines: Vec<String> =
            lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
        let known = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
        (!lines.is_empty() && known).then(|| Self { lines, country: country.to_owned() })
    }

    /// The lines, without name and country.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// The country's two letters, for example `NO`.
    #[must_use]
    pub fn country(&self) -> &str {
        &self.country
    }
}

/// How sure the office is of who the person is (GDPR Art. 12(6)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityStatus {
    /// Nobody has looked at it.
    Unchecked,
    /// The person was asked.
    Asked,
    /// Confirmed.
    Confirmed {
        /// How, where it is known.
        method: Option<IdentityMethod>,
        /// On which day, where it is known.
        on: Option<NaiveDate>,
    },
    /// The person could not confirm it.
    Failed,
}

impl IdentityStatus {
    /// The word for the status in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Unchecked => "unchecked",
            Self::Asked => "asked",
            Self::Confirmed { .. } => "confirmed",
            Self::Failed => "failed",
        }
    }

    /// Whether it was confirmed in a way that nobody recorded.
    #[must_use]
    pub fn lacks_method(self) -> bool {
        matches!(self, Self::Confirmed { method: None, .. })
    }
}

/// How the identity was confirmed. No copy of a document is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityMethod {
    /// Logged in at level high.
    LoggedInHigh,
    /// A signed letter that is answered to the registered address.
    SignedLetter,
    /// Met in person.
    InPerson,
    /// Registered post to the registered address, handed out against identification (the remarks to NPR-forskriften § 5-1).
    RegisteredPost,
    /// Questions about what the office has already and others do not know (EDPB Guidelines 01/2022 on the right of access).
    ControlQuestions,
}

impl IdentityMethod {
    /// Every method.
    pub const ALL: [Self; 5] =
        [Self::LoggedInHigh, Self::SignedLetter, Self::InPerson, Self::RegisteredPost, Self::ControlQuestions];

    /// The word for the method in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::LoggedInHigh => "innlogget-hoyt",
            Self::SignedLetter => "brev",
            Self::InPerson => "oppmote",
            Self::RegisteredPost => "rekommandert",
            Self::ControlQuestions => "kontrollsporsmal",
        }
    }

    /// How it is said of somebody that they were confirmed so.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::LoggedInHigh => {
                Trilingual::fixed("Innlogget på høyt nivå", "Logga inn på høgt nivå", "Logged in at level high")
            }
            Self::SignedLetter => Trilingual::fixed(
                "Brev til registrert adresse, med underskrift",
                "Brev til registrert adresse, med underskrift",
                "Letter to the registered address, with a signature",
            ),
            Self::InPerson => Trilingual::fixed("Oppmøte", "Oppmøte", "Met in person"),
            Self::RegisteredPost => Trilingual::fixed(
                "Rekommandert brev til registrert adresse",
                "Rekommandert brev til registrert adresse",
                "Registered post to the registered address",
            ),
            Self::ControlQuestions => Trilingual::fixed("Kontrollspørsmål", "Kontrollspørsmål", "Control questions"),
        }
    }

    /// The method with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.id() == id)
    }
}

/// Whoever acts for the person; letters go to them (forvaltningsloven § 12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// In which capacity.
    pub kind: RepresentativeKind,
    /// The name.
    pub name: String,
    /// Where letters go.
    pub address: Option<Address>,
    /// What shows the authority, for example «skriftlig fullmakt, vedlegg 1». No copy is kept beside what came with the
    /// request.
    pub evidence: Option<String>,
    /// What it covers.
    pub scope: Scope,
    /// The last day on which it holds, where the paper says one.
    pub valid_to: Option<NaiveDate>,
    /// Who has seen the paper, and when.
    pub seen: Option<Seen>,
}

impl Representative {
    /// Why whoever acts may not act in claims on a day; `None` where they may. That somebody acts for an estate ends with the
    /// estate, and no paper says when.
    #[must_use]
    pub fn against<'a>(
        &self,
        claims: impl IntoIterator<Item = (&'a RegisterId, Right)>,
        on: NaiveDate,
    ) -> Option<OutOfAuthority> {
        let ends = self.kind != RepresentativeKind::Estate;
        if let Some(valid_to) = self.valid_to.filter(|valid_to| ends && *valid_to < on) {
            return Some(OutOfAuthority::Expired { valid_to });
        }
        let outside = claims.into_iter().any(|(register, right)| !self.scope.covers(register, right));
        outside.then_some(OutOfAuthority::OutOfScope)
    }
}

/// What an authority or a guardian's mandate covers (forvaltningsloven § 12; vergemålsloven §§ 21 and 32). An empty list
/// narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Only these registers.
    pub registers: Vec<RegisterId>,
    /// Only these rights.
    pub rights: Vec<Right>,
}

impl Scope {
    /// Whether a claim lies within it.
    #[must_use]
    pub fn covers(&self, register: &RegisterId, right: Right) -> bool {
        (self.registers.is_empty() || self.registers.contains(register))
            && (self.rights.is_empty() || self.rights.contains(&right))
    }
}

/// Who has seen the paper that shows an authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Their name.
    pub by: String,
    /// When.
    pub on: NaiveDate,
}

/// Why somebody may not act for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOfAuthority {
    /// The authority or mandate does not cover the claim.
    OutOfScope,
    /// It has run out.
    Expired {
        /// The last day on which it held.
        valid_to: NaiveDate,
    },
}

/// In which capacity somebody acts for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepresentativeKind {
    /// By written authority (fullmakt, forvaltningsloven § 12).
    Authorised,
    /// Guardian (verge, vergemålsloven).
    Guardian,
    /// Parent (forelder).
    Parent,
    /// The estate of a dead person (dødsbo).
    Estate,
}

impl RepresentativeKind {
    /// Every capacity.
    pub const ALL: [Self; 4] = [Self::Authorised, Self::Guardian, Self::Parent, Self::Estate];

    /// The word for the capacity in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Authorised => "fullmektig",
            Self::Guardian => "verge",
            Self::Parent => "forelder",
            Self::Estate => "dodsbo",
        }
    }

    /// The capacity with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// Something that came with the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// What it is, for example «legeerklæring».
    pub title: String,
    /// How many pages.
    pub pages: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Person {
        Person {
            name: Some(name.to_owned()),
            identity_number: None,
            born_on: None,
            deceased_on: None,
            protection: Protection::None,
            address: None,
            email: None,
        }
    }

    #[test]
    fn initials_are_first_and_last_name() {
        for (name, initials) in [("Odd Kvalheim", "O.K."), ("Ingrid Sæther Nilsen", "I.N."), ("øyvind", "Ø."), ("", "")]
        {
            assert_eq!(named(name).initials(), initials);
        }
    }
}
