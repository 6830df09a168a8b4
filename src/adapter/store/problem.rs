//! What can go wrong with the record, in words that say what to do.
//!
//! No problem holds a passphrase, a key, or anything about a person: only numbers, places and kinds.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::usecase::ports::{FaultClass, StoreError};

/// What can go wrong with the record.
#[derive(Debug, thiserror::Error)]
pub enum StoreProblem {
    /// The folder does not exist, or holds no store.
    #[error("Det er ikke noe lager i mappen {folder}. Se om stien er riktig, eller lag et lager med «store init».")]
    Missing {
        /// The folder.
        folder: PathBuf,
    },
    /// The folder holds a store already, or other things.
    #[error("Mappen {folder} er ikke tom. Velg en ny eller tom mappe for lageret.")]
    NotEmpty {
        /// The folder.
        folder: PathBuf,
    },
    /// Wrong passphrase, or no such user. It is not said which.
    #[error("Brukeren og passfrasen passer ikke til lageret. Se over begge og prøv igjen.")]
    Locked,
    /// The name of the user is not given and there are several.
    #[error("Lageret har flere brukere. Si hvem du er med «--user NAVN».")]
    WhichUser,
    /// The passphrase is too easy to guess.
    #[error("Passfrasen er for kort. Bruk minst fem ord, eller minst 15 tegn.")]
    WeakPassphrase,
    /// The passphrase is too short even for a test store.
    #[error("Passfrasen er for kort. Bruk minst åtte tegn i et testlager.")]
    WeakTestPassphrase,
    /// The name is blank, too long, or has characters that a name has not.
    #[error("Navnet kan ikke brukes. Skriv et navn på 1 til 100 tegn på én linje.")]
    BadUserName,
    /// There is a user with this name.
    #[error("Det finnes en bruker med dette navnet. Velg et navn som skiller de to.")]
    UserExists,
    /// Only somebody who holds a named key can hand it on.
    #[error(
        "Du har ikke nøkkelen til {what} og kan derfor ikke gi den videre. Be en som har den, om å legge til brukeren."
    )]
    KeyNotHeld {
        /// What the key opens, in words.
        what: &'static str,
    },
    /// Nobody could read what is about to be kept.
    #[error("Ingen i lageret har nøkkelen til {what}. Legg først til en bruker som skal ha den.")]
    NobodyHoldsKey {
        /// What the key opens, in words.
        what: &'static str,
    },
    /// The row is sealed for others than this user.
    #[error("Du er ikke klarert for beskyttede personer. Be en som er klarert, om å gjøre dette.")]
    NotCleared,
    /// A fixed time or seed was given for a store that people's cases lie in.
    #[error("Tid og frø kan bare settes i et testlager. Utelat «--now» og «--ids».")]
    NotATestStore,
    /// The store was made by a newer version of the program.
    #[error("Lageret har format {found}, og dette programmet kjenner format {known}. Oppdater programmet.")]
    Newer {
        /// The format of the store.
        found: u32,
        /// The newest format that this program knows.
        known: u32,
    },
    /// The folder lies on another machine.
    #[error(
        "Mappen {folder} ligger på en nettverksdisk ({kind}). Låsing og lagring er ikke til å stole på der. Flytt lageret til en disk på denne maskinen."
    )]
    NetworkShare {
        /// The folder.
        folder: PathBuf,
        /// The kind of share.
        kind: &'static str,
    },
    /// A file is missing, cut short, damaged, or something else than it should be.
    #[error("Filen {file} i lageret kan ikke brukes: {why}. Hent tilbake en sikkerhetskopi av hele mappen.")]
    Damaged {
        /// The file's name in the folder.
        file: &'static str,
        /// What is wrong, in words.
        why: &'static str,
    },
    /// The folder that a backup is to lie in holds things already.
    #[error("Mappen {folder} er ikke tom. Velg en ny eller tom mappe for sikkerhetskopien.")]
    BackupFolderNotEmpty {
        /// The folder.
        folder: PathBuf,
    },
    /// The backup would lie in the store itself, and go with it.
    #[error(
        "Kopien kan ikke ligge i lagerets egen mappe: da går den tapt sammen med lageret. Velg en mappe et annet sted, helst på en annen disk."
    )]
    BackupInsideStore,
    /// The folder that a backup is to lie in is on another machine.
    #[error(
        "Mappen {folder} ligger på en nettverksdisk ({kind}), og der kan kopien ikke kontrolleres. Ta kopien til en disk på denne maskinen eller en minnepinne. Den ferdige mappen kan du så kopiere til nettverksdisken."
    )]
    BackupOnShare {
        /// The folder.
        folder: PathBuf,
        /// The kind of share.
        kind: &'static str,
    },
    /// The folder of a backup cannot be reached or written.
    #[error(
        "Mappen {folder} kan ikke nås eller skrives, og det ble ingen kopi. Se om disken er koblet til, og om du har lov til å skrive i mappen."
    )]
    BackupUnreachable {
        /// The folder.
        folder: PathBuf,
    },
    /// The disk that a backup was to lie on is full.
    #[error(
        "Disken som kopien skulle ligge på, er full, og det ble ingen kopi. Frigjør plass på den, eller velg en annen disk."
    )]
    BackupDiskFull,
    /// There is no backup in the folder that one is to be taken back from.
    #[error(
        "Det er ingen sikkerhetskopi i mappen {folder}. Velg mappen som har filene store.db og keys.toml, og se om disken er koblet til."
    )]
    NoBackup {
        /// The folder.
        folder: PathBuf,
    },
    /// A file of a backup is missing, cut short, or something else than it should be.
    #[error("Filen {file} i sikkerhetskopien kan ikke brukes: {why}. Bruk en annen kopi.")]
    BackupDamaged {
        /// The file's name in the folder.
        file: &'static str,
        /// What is wrong, in words.
        why: &'static str,
    },
    /// Somebody changed `keys.toml` by other ways than this program.
    #[error(
        "Filen keys.toml er endret utenfor programmet: brukere eller roller kan være byttet ut. Hent tilbake en sikkerhetskopi, og meld fra til den som har ansvar for informasjonssikkerheten."
    )]
    KeysChanged,
    /// What lies in the log cannot be read as an event, or does not fit what went before.
    #[error(
        "Loggen til {request} kan ikke leses ved hendelse {seq}. Kjør «store verify» og hent tilbake en sikkerhetskopi."
    )]
    UnreadableLog {
        /// The number of the request.
        request: String,
        /// The place in its log.
        seq: u64,
    },
    /// An entry of the log of readings is not as it was written.
    #[error(
        "Oppslagsloggen kan ikke leses ved oppføring {position}: den er endret. Kjør «store verify», og meld fra til den som har ansvar for informasjonssikkerheten."
    )]
    UnreadableAccessLog {
        /// Its place in the log.
        position: u64,
    },
    /// Content is gone without having been erased.
    #[error(
        "Innhold som hører til {request}, mangler eller er endret. Kjør «store verify» og hent tilbake en sikkerhetskopi."
    )]
    ContentLost {
        /// The number of the request.
        request: String,
    },
    /// The clock stands before the last commit, so that one of the two instants is wrong.
    #[error(
        "Klokken på maskinen står på {now}, men siste endring i lageret er fra {last}. Ingenting ble lagret, siden frister regnes fra klokken. Still klokken og prøv igjen. Er det den nye tiden som er riktig, kan den godtas én gang med «--clock-is-right» på kommandolinjen."
    )]
    ClockSetBack {
        /// What the clock says, in local time.
        now: String,
        /// When the last commit was made, in local time.
        last: String,
    },
    /// The disk is full.
    #[error("Disken er full. Ingenting ble lagret. Frigjør plass og prøv igjen.")]
    DiskFull,
    /// The folder or its files cannot be written.
    #[error("Lageret kan ikke leses eller skrives. Se over rettighetene til mappen og filene i den.")]
    ReadOnly,
    /// Another process holds the store.
    #[error("Lageret er opptatt av en annen. Ingenting ble lagret. Prøv igjen om litt.")]
    Busy,
    /// The request has been changed since it was read.
    #[error("{request} er endret av en annen siden du leste den (versjon {found}). Les den på nytt og prøv igjen.")]
    Conflict {
        /// The number of the request.
        request: String,
        /// Its version now.
        found: u64,
    },
    /// The sender's key is known from a delivery that said something else.
    #[error("Nøkkelen er brukt før, til en henvendelse med et annet innhold: {request}. Bruk en ny nøkkel.")]
    OtherDelivery {
        /// The number of the request that has the key.
        request: String,
    },
    /// The operating system refused something else.
    #[error(
        "Lageret kan ikke leses eller skrives her. Se om mappen ligger på en vanlig disk som du kan skrive til, og om disken er hel."
    )]
    System(io::ErrorKind),
    /// A step that was to bring the store up to date was refused: a fault of the program.
    #[error(
        "Lageret lar seg ikke oppdatere til dette programmet: steget {step} stanset med feil {code}. Lageret er som før og kan åpnes med programmet du hadde. Meld fra om feilen."
    )]
    Migration {
        /// The name of the step.
        step: &'static str,
        /// SQLite's extended result code.
        code: i32,
    },
    /// SQLite refused a statement: a fault of the program.
    #[error("Lageret svarte med feil {code}. Ingenting ble lagret. Kjør «store verify», og meld fra om feilen.")]
    Database {
        /// SQLite's extended result code.
        code: i32,
    },
}

impl StoreProblem {
    /// The problem behind a failed read or write of a file in the folder.
    #[allow(clippy::wildcard_enum_match_arm, reason = "the operating system's kinds grow with Rust")]
    pub(super) fn of_file(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            kind => Self::System(kind),
        }
    }
}

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
            Self::KeyNotHeld { .. } | Self::NobodyHoldsKey { .. } | Self::NotCleared => (Refused, "not-cleared"),
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
            Self::Fault { class, code, message: problem.to_string() }
        }
    }
}

impl From<rusqlite::Error> for StoreProblem {
    #[allow(clippy::wildcard_enum_match_arm, reason = "whatever else SQLite says is a fault of the program")]
    fn from(error: rusqlite::Error) -> Self {
        let Some(failure) = error.sqlite_error() else {
            // A value of another type than the schema demands: somebody else wrote it.
            return Self::Damaged { file: super::DATABASE, why: "en rad har innhold som ikke hører hjemme der" };
        };
        match failure.code {
            // The index of the write-ahead log is a file that cannot grow: no other reason is known than a full disk.
            _ if failure.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => Self::DiskFull,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseCorrupt => Self::Damaged { file: super::DATABASE, why: "en side i filen er skadet" },
            ErrorCode::NotADatabase => {
                Self::Damaged { file: super::DATABASE, why: "den er ikke et lager med denne nøkkelen" }
            }
            ErrorCode::SystemIoFailure => Self::System(io::ErrorKind::Other),
            _ => Self::Database { code: failure.extended_code },
        }
    }
}
