//! Who works in the demonstration.

use crate::api::desk::{Desk, UserAdd};
use crate::api::failure::Failure;
use crate::casework::access::Role;

/// The user who makes the demonstration's store.
pub const USER: &str = "Kari Myhre";

/// Everybody else: name, role, and whether they are cleared for persons with a protected address.
const OTHERS: [(&str, Role, bool); 5] = [
    ("Jonas Hegge", Role::Caseworker, false),
    ("Ingrid Marie Solbakken-Fjeldstad", Role::Caseworker, false),
    ("Ola Tveitane", Role::Caseworker, false),
    ("Turid Aasen", Role::Lead, true),
    ("Per-Arne Nordviken", Role::Ombudsman, true),
];

/// The names of everybody who can unlock the demonstration's store.
pub fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once(USER).chain(OTHERS.into_iter().map(|(name, _, _)| name))
}

/// Gives everybody else access, with one passphrase.
pub(super) fn add(desk: &mut Desk, passphrase: &str) -> Result<(), Failure> {
    for (name, role, cleared) in OTHERS {
        desk.user_add(&UserAdd {
            name: name.to_owned(),
            role: role.id().to_owned(),
            cleared,
            passphrase: passphrase.to_owned(),
        })?;
    }
    Ok(())
}
