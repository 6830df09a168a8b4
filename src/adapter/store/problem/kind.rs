//! What can be done about a problem, and how it is told to whoever asked the store.

use std::io;

use rusqlite::ErrorCode;

use super::StoreProblem;
use crate::adapter::store::DATABASE;
use crate::usecase::ports::{FaultClass, StoreError};
use crate::wording::Trilingual;

impl StoreProblem {
    /// What can be done about it, and the short code to branch on.
    fn kind(&self) -> (FaultClass, &'static str) {
        use FaultClass::{Conflict, Locked, NotFound, NotWellFormed, Refused, Unusable};
        match self {
            Self::Missing { .. } => (NotFound, "no-store"),
            Self::NotEmpty { .. } => (Refused, "store-not-empty"),
            Self::BackupFolderNotEmpty { .. } => (Refused, "backup-not-empty"),
            Self::BackupInsideStore => (Refused, "backup-inside-store"),
            Self::BackupOnShare { .. } => (Unusable, "network-share"),
            Self::BackupUnreachable { .. } => (Unusable, "backup-unreachable"),
            Self::BackupDiskFull => (Unusable, "disk-full"),
            Self::NoBackup { .. } => (NotFound, "no-backup"),
            Self::BackupDamaged { .. } => (Unusable, "backup-damaged"),
            Self::Locked => (Locked, "locked"),
            Self::WhichUser => (NotWellFormed, "which-user"),
            Self::WeakPassphrase | Self::WeakTestPassphrase => (Refused, "weak-passphrase"),
            Self::BadUserName => (NotWellFormed, "bad-user-name"),
            Self::UserExists => (Refused, "user-exists"),
            Self::KeyNotHeld { .. } | Self::NobodyHoldsKey { .. } | Self::NotCleared | Self::NotTheOfficer => {
                (Refused, "not-cleared")
            }
            Self::InboxClosed { .. } => (Refused, "inbox-closed"),
            Self::NoRecoveryCode | Self::WrongRecoveryCode => (Refused, "recovery-code"),
            Self::AccessEnded => (Locked, "access-ended"),
            Self::NoSuchUser => (NotFound, "unknown-user"),
            Self::OwnAccess | Self::LastAdministrator => (Refused, "access-stays"),
            Self::InboxWouldBeLost => (Refused, "inbox-would-be-lost"),
            Self::NotATestStore => (Refused, "not-a-test-store"),
            Self::ClockSetBack { .. } => (Refused, "clock-set-back"),
            Self::Newer { .. } => (Unusable, "store-newer"),
            Self::NetworkShare { .. } => (Unusable, "network-share"),
            Self::Damaged { .. } | Self::KeysChanged => (Unusable, "store-damaged"),
            Self::UnreadableLog { .. } | Self::UnreadableAccessLog { .. } | Self::ContentLost { .. } => {
                (Unusable, "record-damaged")
            }
            Self::Migration { .. } => (Unusable, "migration-failed"),
            Self::DiskFull => (Unusable, "disk-full"),
            Self::ReadOnly => (Unusable, "store-read-only"),
            Self::System(_) | Self::Database { .. } => (Unusable, "store-unusable"),
            Self::Conflict { .. } => (Conflict, "conflict"),
            Self::OtherDelivery { .. } => (Conflict, "idempotency-conflict"),
            Self::Busy => (Conflict, "busy"),
        }
    }
}

impl From<StoreProblem> for StoreError {
    fn from(problem: StoreProblem) -> Self {
        if matches!(problem, StoreProblem::Conflict { .. }) {
            Self::Conflict
        } else if matches!(problem, StoreProblem::Busy) {
            Self::Busy
        } else {
            let (class, code) = problem.kind();
            Self::Fault { class, code, message: problem.text() }
        }
    }
}

impl From<rusqlite::Error> for StoreProblem {
    #[allow(clippy::wildcard_enum_match_arm, reason = "whatever else SQLite says is a fault of the program")]
    fn from(error: rusqlite::Error) -> Self {
        let Some(failure) = error.sqlite_error() else {
            // A value of another type than the schema demands: somebody else wrote it.
            return Self::Damaged {
                file: DATABASE,
                why: Trilingual::fixed(
                    "en rad har innhold som ikke hører hjemme der",
                    "ei rad har innhald som ikkje høyrer heime der",
                    "a row holds what does not belong there",
                ),
            };
        };
        match failure.code {
            // The index of the write-ahead log is a file that cannot grow: no other reason is known than a full disk.
            _ if failure.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => Self::DiskFull,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseCorrupt => Self::Damaged {
                file: DATABASE,
                why: Trilingual::fixed(
                    "en side i filen er skadet",
                    "ei side i fila er skadd",
                    "a page of the file is damaged",
                ),
            },
            ErrorCode::NotADatabase => Self::Damaged {
                file: DATABASE,
                why: Trilingual::fixed(
                    "den er ikke et lager med denne nøkkelen",
                    "ho er ikkje eit lager med denne nøkkelen",
                    "it is no store with this key",
                ),
            },
            ErrorCode::SystemIoFailure => Self::System(io::ErrorKind::Other),
            _ => Self::Database { code: failure.extended_code },
        }
    }
}
