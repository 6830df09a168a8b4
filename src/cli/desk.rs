//! The desk that commands work at: which store, which user, unlocked.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use super::{GlobalOptions, passphrase, report};
use crate::api::desk::Desk;
use crate::api::session::{Settings, StoreUnlock};
use crate::api::{Exit, Failure};

/// The folder of the store.
///
/// # Errors
/// [`Exit::NotWellFormed`] if none is named.
pub(super) fn folder(global: &GlobalOptions) -> Result<PathBuf, Failure> {
    global.store.clone().ok_or_else(|| {
        Failure::new(
            Exit::NotWellFormed,
            "no-store",
            "Si hvor lageret ligger: --store MAPPE, eller miljøvariabelen PERSONVERNSAK_STORE.",
        )
    })
}

/// The instant and the seed that were given.
///
/// # Errors
/// [`Exit::NotWellFormed`] for an instant that is none.
pub(super) fn settings(global: &GlobalOptions) -> Result<Settings, Failure> {
    let now = global.now.as_deref().map(instant).transpose()?;
    Ok(Settings { now, seed: global.ids.clone(), clock_is_right: global.clock_is_right, follows_user: false })
}

fn instant(text: &str) -> Result<DateTime<Utc>, Failure> {
    DateTime::parse_from_rfc3339(text).map(|instant| instant.with_timezone(&Utc)).map_err(|_| {
        Failure::new(
            Exit::NotWellFormed,
            "not-an-instant",
            "Tidspunktet i --now kan ikke leses. Skriv det som 2026-02-27T09:00:00+01:00.",
        )
    })
}

/// A desk at a locked store.
///
/// # Errors
/// As [`folder`] and [`settings`].
pub(super) fn locked(global: &GlobalOptions) -> Result<Desk, Failure> {
    Ok(Desk::new(folder(global)?, settings(global)?))
}

/// A desk at an unlocked store.
///
/// # Errors
/// [`Exit::Locked`] for a wrong passphrase, and whatever is wrong with the store. A store that cannot be used at all is
/// told before the passphrase is asked for.
pub(super) fn unlocked(global: &GlobalOptions) -> Result<Desk, Failure> {
    let mut desk = locked(global)?;
    let store = folder(global)?;
    let state = desk.session_state()?;
    if !state.store_exists {
        return Err(Failure::new(
            Exit::NotFound,
            "no-store",
            "Det er ikke noe lager i mappen. Se om stien er riktig, eller lag et lager med «store init».",
        ));
    }
    let passphrase = passphrase::ask(global, "Passfrase")?;
    let state = desk.store_unlock(&StoreUnlock { store, user: global.user.clone(), passphrase })?;
    if !global.json && !state.unreadable.is_empty() {
        report::print_warning(
            "Kontorets egen katalog eller egne brevtekster kan ikke leses, så programmets egne er i bruk. \
             «settings show» sier hva det gjelder.",
        );
    }
    Ok(desk)
}
