//! Why a text is no identity number, in words that never repeat it.

use std::error::Error;
use std::fmt;

use super::control::ControlDigit;
use crate::wording::{Language, Trilingual};

/// Why a text is no identity number. It holds nothing of the text, so it can be shown and logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IdentityProblem {
    /// There is nothing but blanks.
    Missing,
    /// A character is neither a blank nor one of the digits 0 to 9.
    NotDigits,
    /// There are not eleven digits.
    Length {
        /// How many digits there are.
        digits: usize,
    },
    /// The first six digits are a date that exists in no year ending in those two digits.
    ImpossibleDate,
    /// A control digit does not fit those before it.
    WrongControlDigit(ControlDigit),
}

impl IdentityProblem {
    /// A short code to branch on.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotDigits => "not-digits",
            Self::Length { .. } => "length",
            Self::ImpossibleDate => "impossible-date",
            Self::WrongControlDigit(ControlDigit::First) => "first-control-digit",
            Self::WrongControlDigit(ControlDigit::Second) => "second-control-digit",
        }
    }

    /// What is wrong and what to do about it.
    #[must_use]
    pub fn text(self) -> Trilingual {
        match self {
            Self::Missing => Trilingual::fixed(
                "Her står det ikke noe nummer. Skriv de 11 sifrene.",
                "Her står det ikkje noko nummer. Skriv dei 11 sifra.",
                "There is no number here. Write the 11 digits.",
            ),
            Self::NotDigits => Trilingual::fixed(
                "Nummeret har tegn som ikke er siffer. Skriv bare de 11 sifrene, med eller uten mellomrom.",
                "Nummeret har teikn som ikkje er siffer. Skriv berre dei 11 sifra, med eller utan mellomrom.",
                "The number has characters that are not digits. Write only the 11 digits, with or without spaces.",
            ),
            Self::Length { digits } => Trilingual {
                nb: format!(
                    "Nummeret har {digits} siffer og skal ha 11. Se etter om noe mangler eller er skrevet to ganger."
                )
                .into(),
                nn: format!(
                    "Nummeret har {digits} siffer og skal ha 11. Sjå etter om noko manglar eller er skrive to gonger."
                )
                .into(),
                en: format!(
                    "The number should have 11 digits, and this has {digits}. \
                     Check whether something is missing or written twice."
                )
                .into(),
            },
            Self::ImpossibleDate => Trilingual::fixed(
                "De seks første sifrene er en dato som ikke finnes. Sammenlign dem med fødselsdatoen i henvendelsen.",
                "Dei seks første sifra er ein dato som ikkje finst. Samanlikn dei med fødselsdatoen i førespurnaden.",
                "The first six digits are a date that does not exist. \
                 Compare them with the date of birth in the request.",
            ),
            Self::WrongControlDigit(ControlDigit::First) => Trilingual::fixed(
                "Det tiende sifferet (det første kontrollsifferet) passer ikke til sifrene foran. \
                 Trolig er et siffer skrevet feil. Sammenlign hele nummeret med henvendelsen.",
                "Det tiande sifferet (det første kontrollsifferet) passar ikkje til sifra framfor. \
                 Truleg er eit siffer skrive feil. Samanlikn heile nummeret med førespurnaden.",
                "The tenth digit (the first control digit) does not fit the digits before it. \
                 A digit has probably been mistyped. Compare the whole number with the request.",
            ),
            Self::WrongControlDigit(ControlDigit::Second) => Trilingual::fixed(
                "Det ellevte sifferet (det andre kontrollsifferet) passer ikke til sifrene foran. \
                 Trolig er et siffer skrevet feil. Sammenlign hele nummeret med henvendelsen.",
                "Det ellevte sifferet (det andre kontrollsifferet) passar ikkje til sifra framfor. \
                 Truleg er eit siffer skrive feil. Samanlikn heile nummeret med førespurnaden.",
                "The eleventh digit (the second control digit) does not fit the digits before it. \
                 A digit has probably been mistyped. Compare the whole number with the request.",
            ),
        }
    }
}

impl fmt::Display for IdentityProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.text().get(Language::Nb))
    }
}

impl Error for IdentityProblem {}
