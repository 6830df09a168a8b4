//! Ids of the catalogue: lower-case ASCII words with hyphens, as they stand in files and commands.

use std::fmt;
use std::str::FromStr;

use crate::wording::{Told, Trilingual};

/// The text cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct InvalidId(pub String);

impl Told for InvalidId {
    fn text(&self) -> Trilingual {
        let given = &self.0;
        Trilingual::made(
            format!("«{given}» er ikke en gyldig id. Bruk små bokstaver fra a til z, tall og bindestrek."),
            format!("«{given}» er ikkje ein gyldig id. Bruk små bokstavar frå a til z, tal og bindestrek."),
            format!("“{given}” is no valid id. Use small letters from a to z, digits and hyphens."),
        )
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 60
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

macro_rules! id {
    ($(#[$comment:meta])* $name:ident) => {
        $(#[$comment])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        // Invariant: lower-case ASCII letters, digits and hyphens, 1 to 60 of them, no hyphen first or last.
        pub struct $name(String);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if is_id(text) { Ok(Self(text.to_owned())) } else { Err(InvalidId(text.to_owned())) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

id! {
    /// The id of a register, for example `kpr`.
    RegisterId
}
id! {
    /// The id of a body, for example `helsedirektoratet`.
    BodyId
}
id! {
    /// The id of the profile of an office, for example `helsedirektoratet` or `fastlegeportalen`.
    OfficeId
}
id! {
    /// The id of a check on a case's list, for example `identitet`.
    CheckId
}
id! {
    /// The id of a ground of a decision, for example `popplyl-16-d`.
    GroundId
}
id! {
    /// The key of a fact that decides which rule applies, for example `yrke`.
    FactKey
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words() {
        for good in ["kpr", "sms-varsling", "lis1", "stonad-kap5"] {
            assert!(good.parse::<RegisterId>().is_ok(), "{good}");
        }
        for bad in ["", "KPR", "kåpe", "-kpr", "kpr-", "k p", "kpr\n"] {
            assert!(bad.parse::<RegisterId>().is_err(), "{bad}");
        }
    }
}
