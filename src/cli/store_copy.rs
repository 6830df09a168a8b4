//! `personvernsak store backup` and `store restore`.

use super::store::{BackupArguments, RestoreArguments, checked, counted, faults};
use super::{GlobalOptions, Report, desk, passphrase};
use crate::api::Failure;
use crate::api::desk::{StoreBackup, StoreRestore};

/// Copies the store and checks the copy; exit 1 if it does not hold.
pub(super) fn backup(arguments: &BackupArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let mut desk = desk::unlocked(global)?;
    let made = desk.store_backup(&StoreBackup { folder: arguments.folder.clone(), dated: false })?;
    let mut text = format!(
        "Sikkerhetskopien ligger i {}. Den har {} og {}.",
        made.folder,
        counted(made.requests, "henvendelse", "henvendelser"),
        counted(made.events, "hendelse", "hendelser")
    );
    text.push_str(if made.ok { " Den ble åpnet og kontrollert. Alt stemmer." } else { " Ikke alt i den stemmer:" });
    text.push_str(&faults(&made.problems));
    Ok(checked(&made, made.ok, text))
}

/// Takes a backup back and checks it; exit 1 if it does not hold.
pub(super) fn restore(arguments: &RestoreArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let to = desk::folder(global)?;
    let mut desk = desk::locked(global)?;
    let passphrase = passphrase::ask(global, "Passfrase")?;
    let (from, user) = (arguments.folder.clone(), global.user.clone());
    let restored = desk.store_restore(&StoreRestore { from, to, user, passphrase })?;
    let mut text = format!(
        "Lageret ligger i {}. Det har {} og {}.",
        restored.store,
        counted(restored.requests, "henvendelse", "henvendelser"),
        counted(restored.events, "hendelse", "hendelser")
    );
    text.push_str(if restored.ok { " Alt stemmer." } else { " Ikke alt i det stemmer:" });
    text.push_str(&faults(&restored.problems));
    Ok(checked(&restored, restored.ok, text))
}
