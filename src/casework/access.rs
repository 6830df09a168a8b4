//! Who may do what, and what somebody looked at.

mod reading;

use std::fmt;
use std::str::FromStr;

use crate::wording::{Told, Trilingual};

pub use reading::{NewReading, Reading, RecordedReading};

/// What a user is here for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Registers requests, works through cases, writes and issues letters.
    Caseworker,
    /// The same, and assigns and approves.
    Lead,
    /// The privacy ombudsman (personvernombud, GDPR Art. 37–39): sees every case's course, changes none.
    Ombudsman,
    /// Users, catalogue versions, backup, retention.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Caseworker, Self::Lead, Self::Ombudsman, Self::Administrator];

    /// The word for the role on the command line and in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Caseworker => "saksbehandler",
            Self::Lead => "leder",
            Self::Ombudsman => "personvernombud",
            Self::Administrator => "administrator",
        }
    }

    /// The role inside a sentence.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Caseworker => Trilingual::fixed("saksbehandler", "saksbehandlar", "a caseworker"),
            Self::Lead => Trilingual::fixed("leder", "leiar", "a lead"),
            Self::Ombudsman => Trilingual::fixed("personvernombud", "personvernombod", "the data protection officer"),
            Self::Administrator => Trilingual::fixed("administrator", "administrator", "an administrator"),
        }
    }

    /// Whether the role may do something of this class.
    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        match permission {
            Permission::Read | Permission::FlagDates => true,
            Permission::ChangeCases => match self {
                Self::Caseworker | Self::Lead | Self::Administrator => true,
                Self::Ombudsman => false,
            },
            Permission::Approve => match self {
                Self::Lead => true,
                Self::Caseworker | Self::Ombudsman | Self::Administrator => false,
            },
            Permission::ManageUsers => match self {
                Self::Administrator | Self::Lead => true,
                Self::Caseworker | Self::Ombudsman => false,
            },
            Permission::GrantMore | Permission::ReplaceCatalogue => match self {
                Self::Administrator => true,
                Self::Caseworker | Self::Lead | Self::Ombudsman => false,
            },
            Permission::ReadAccessLog => match self {
                Self::Ombudsman | Self::Administrator => true,
                Self::Caseworker | Self::Lead => false,
            },
            Permission::ReadFigures => match self {
                Self::Lead | Self::Ombudsman | Self::Administrator => true,
                Self::Caseworker => false,
            },
            Permission::DecideForOffice => match self {
                Self::Lead | Self::Administrator => true,
                Self::Caseworker | Self::Ombudsman => false,
            },
            Permission::ReviewDates | Permission::OfficersInbox => match self {
                Self::Ombudsman => true,
                Self::Caseworker | Self::Lead | Self::Administrator => false,
            },
            Permission::DecideReview | Permission::AcceptMoves => match self {
                Self::Lead => true,
                Self::Caseworker | Self::Ombudsman | Self::Administrator => false,
            },
            Permission::Foresee => match self {
                Self::Lead | Self::Ombudsman | Self::Administrator => true,
                Self::Caseworker => false,
            },
            Permission::BackUp => match self {
                Self::Administrator => true,
                Self::Caseworker | Self::Lead | Self::Ombudsman => false,
            },
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// The text names no role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownRole(pub String);

impl Told for UnknownRole {
    fn text(&self) -> Trilingual {
        let (given, list) = (&self.0, Trilingual::one_of(&Role::ALL.map(Role::id)));
        Trilingual::made(
            format!("«{given}» er ingen rolle. Skriv {}.", list.nb),
            format!("«{given}» er inga rolle. Skriv {}.", list.nn),
            format!("“{given}” is no role. Write {}.", list.en),
        )
    }
}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.id() == text).ok_or_else(|| UnknownRole(text.to_owned()))
    }
}

/// A class of things that a role may do or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// See cases.
    Read,
    /// Register requests, change cases, issue letters.
    ChangeCases,
    /// Add caseworkers who are not cleared.
    ManageUsers,
    /// Add anybody else. Otherwise a lead could let in, as somebody else, who reads what a lead may not.
    GrantMore,
    /// See who looked at what. Whoever works with cases does not see what colleagues read.
    ReadAccessLog,
    /// Read the figures of a period and the protocol of cases, which tell of everybody's work (GDPR Art. 39(1)(b)).
    ReadFigures,
    /// Take another catalogue of registers, or other letter texts, into use.
    ReplaceCatalogue,
    /// Approve letters that others have written, or send them back.
    Approve,
    /// Decide how long before the law's date the office wants its answers out, and whether a second person approves
    /// letters that weigh.
    DecideForOffice,
    /// See how many cases will be late, how many hands would prevent it, and what would move if a rule or a date were another. What a
    /// colleague answers in a week can be read from it where there are few of them, so caseworkers do not see it.
    Foresee,
    /// Carry a copy of the whole store out of its folder.
    BackUp,
    /// Draw samples, and say what to think of the dates and pauses of a case. Nobody else does that in the officer's place, and nobody
    /// instructs the officer (GDPR Art. 38(3)).
    ReviewDates,
    /// Read and write the officer's own inbox, and let what is in it become a request (personopplysningsloven § 18).
    OfficersInbox,
    /// Ask for a review of a case's dates. Everybody may.
    FlagDates,
    /// Decide where the officer and whoever works on a case differ about its dates.
    DecideReview,
    /// Accept a list of the cases whose dates move when a day of receipt is corrected. Whoever shows it may be another.
    AcceptMoves,
}

impl Permission {
    /// Whom to ask, inside a sentence.
    fn holders(self) -> Trilingual {
        match self {
            Self::Read | Self::FlagDates | Self::ChangeCases => Trilingual::fixed(
                "en saksbehandler, en leder eller en administrator",
                "ein saksbehandlar, ein leiar eller ein administrator",
                "a caseworker, a lead or an administrator",
            ),
            Self::ManageUsers | Self::DecideForOffice => Trilingual::fixed(
                "en leder eller en administrator",
                "ein leiar eller ein administrator",
                "a lead or an administrator",
            ),
            Self::Approve | Self::DecideReview | Self::AcceptMoves => {
                Trilingual::fixed("en leder", "ein leiar", "a lead")
            }
            Self::Foresee => Trilingual::fixed(
                "personvernombudet, en leder eller en administrator",
                "personvernombodet, ein leiar eller ein administrator",
                "the data protection officer, a lead or an administrator",
            ),
            Self::GrantMore | Self::ReplaceCatalogue | Self::BackUp => {
                Trilingual::fixed("en administrator", "ein administrator", "an administrator")
            }
            Self::ReadFigures => Trilingual::fixed(
                "personvernombudet, en leder eller en administrator",
                "personvernombodet, ein leiar eller ein administrator",
                "the data protection officer, a lead or an administrator",
            ),
            Self::ReviewDates | Self::OfficersInbox => {
                Trilingual::fixed("personvernombudet", "personvernombodet", "the data protection officer")
            }
            Self::ReadAccessLog => Trilingual::fixed(
                "personvernombudet eller en administrator",
                "personvernombodet eller ein administrator",
                "the data protection officer or an administrator",
            ),
        }
    }

    /// What a role that lacks it cannot do, after the role's name.
    fn refused(self) -> Trilingual {
        match self {
            Self::Read
            | Self::FlagDates
            | Self::ChangeCases
            | Self::ManageUsers
            | Self::ReadAccessLog
            | Self::ReplaceCatalogue => {
                Trilingual::fixed("kan ikke gjøre dette", "kan ikkje gjere dette", "cannot do this")
            }
            Self::ReadFigures => Trilingual::fixed(
                "kan ikke lage rapporter om alles saker",
                "kan ikkje lage rapportar om saker som alle har",
                "cannot make reports about everybody's cases",
            ),
            Self::DecideForOffice => Trilingual::fixed(
                "kan ikke endre det kontoret bestemmer selv",
                "kan ikkje endre det kontoret bestemmer sjølv",
                "cannot change what the office decides for itself",
            ),
            Self::Approve => {
                Trilingual::fixed("kan ikke godkjenne brev", "kan ikkje godkjenne brev", "cannot approve letters")
            }
            Self::OfficersInbox => Trilingual::fixed(
                "har ikke tilgang til personvernombudets innboks",
                "har ikkje tilgang til innboksen til personvernombodet",
                "have no access to the data protection officer's inbox",
            ),
            Self::ReviewDates => Trilingual::fixed(
                "kan ikke vurdere datoene for personvernombudet",
                "kan ikkje vurdere datoane for personvernombodet",
                "cannot review the dates for the data protection officer",
            ),
            Self::DecideReview => Trilingual::fixed(
                "kan ikke avgjøre uenighet om datoene",
                "kan ikkje avgjere usemje om datoane",
                "cannot decide a disagreement about the dates",
            ),
            Self::AcceptMoves => Trilingual::fixed(
                "kan ikke godta at frister flyttes",
                "kan ikkje godta at fristar blir flytta",
                "cannot accept that deadlines move",
            ),
            Self::Foresee => Trilingual::fixed(
                "kan ikke se prognoser for fristene",
                "kan ikkje sjå prognosar for fristane",
                "cannot see forecasts of the deadlines",
            ),
            Self::BackUp => Trilingual::fixed(
                "kan ikke ta sikkerhetskopi av lageret",
                "kan ikkje ta tryggingskopi av lageret",
                "cannot make a backup of the store",
            ),
            Self::GrantMore => Trilingual::fixed(
                "kan bare gi tilgang til saksbehandlere, og ikke klarere dem for skjermede personer",
                "kan berre gi tilgang til saksbehandlarar, og ikkje klarere dei for skjerma personar",
                "can give access only to caseworkers, and not clear them for protected persons",
            ),
        }
    }
}

/// Somebody who has unlocked the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The user's name, as it stands in the log and under letters.
    pub name: String,
    /// What the user is here for.
    pub role: Role,
    /// Cleared for persons with a protected address (fortrolig adresse, folkeregisterloven § 10-4).
    pub cleared: bool,
}

/// The user's role does not allow it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct RoleRefused {
    /// The role that was refused.
    pub role: Role,
    /// What it was refused.
    pub permission: Permission,
}

impl RoleRefused {
    /// What the role cannot do, and whom to ask.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        let (role, refused, holders) = (self.role.label(), self.permission.refused(), self.permission.holders());
        Trilingual::made(
            format!("Rollen {} {}. Be {}.", role.nb, refused.nb, holders.nb),
            format!("Rolla {} {}. Be {}.", role.nn, refused.nn, holders.nn),
            format!("As {} you {}. Ask {}.", role.en, refused.en, holders.en),
        )
    }
}

impl User {
    /// Passes if the user's role allows what is about to happen.
    ///
    /// # Errors
    /// [`RoleRefused`] if it does not.
    pub fn require(&self, permission: Permission) -> Result<(), RoleRefused> {
        if self.role.may(permission) { Ok(()) } else { Err(RoleRefused { role: self.role, permission }) }
    }

    /// Passes if the user may let in somebody with this role, cleared or not.
    ///
    /// # Errors
    /// [`RoleRefused`] if the user may not.
    pub fn require_to_add(&self, role: Role, cleared: bool) -> Result<(), RoleRefused> {
        // The key to the officers' own rows is handed on by whoever has it, and by nobody else.
        if (self.role, role, cleared) == (Role::Ombudsman, Role::Ombudsman, false) {
            return Ok(());
        }
        self.require(Permission::ManageUsers)?;
        if role == Role::Caseworker && !cleared { Ok(()) } else { self.require(Permission::GrantMore) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_lets_in_nobody_who_may_more_than_a_caseworker() {
        for by in Role::ALL {
            let user = User { name: "Eva Li".to_owned(), role: by, cleared: true };
            for (role, cleared) in Role::ALL.into_iter().flat_map(|role| [(role, false), (role, true)]) {
                let may = match by {
                    Role::Administrator => true,
                    Role::Lead => (role, cleared) == (Role::Caseworker, false),
                    Role::Ombudsman => (role, cleared) == (Role::Ombudsman, false),
                    Role::Caseworker => false,
                };
                assert_eq!(user.require_to_add(role, cleared).is_ok(), may, "{by} adds {role}, {cleared}");
            }
        }
        let lead = User { name: "Eva Li".to_owned(), role: Role::Lead, cleared: true };
        assert_eq!(
            lead.require_to_add(Role::Ombudsman, false).expect_err("refused").to_string(),
            "Rollen leder kan bare gi tilgang til saksbehandlere, og ikke klarere dem for skjermede personer. \
             Be en administrator."
        );
    }
}
