//! What can go wrong with the record, in words that say what to do.
//!
//! No problem holds a passphrase, a key, or anything about a person: only numbers, places and kinds.

mod kind;

use std::io;
use std::path::PathBuf;

use chrono::{DateTime, Utc};

use crate::law::calendar;
use crate::wording::{Language, Trilingual};

/// What can go wrong with the record.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum StoreProblem {
    /// The folder does not exist, or holds no store.
    Missing {
        /// The folder.
        folder: PathBuf,
    },
    /// The folder holds a store already, or other things.
    NotEmpty {
        /// The folder.
        folder: PathBuf,
    },
    /// Wrong passphrase, or no such user. It is not said which.
    Locked,
    /// The name of the user is not given and there are several.
    WhichUser,
    /// The passphrase is too easy to guess.
    WeakPassphrase,
    /// The passphrase is too short even for a test store.
    WeakTestPassphrase,
    /// The name is blank, too long, or has characters that a name has not.
    BadUserName,
    /// There is a user with this name.
    UserExists,
    /// Only somebody who holds a named key can hand it on.
    KeyNotHeld {
        /// What the key opens, in words.
        what: Trilingual,
    },
    /// Nobody could read what is about to be kept.
    NobodyHoldsKey {
        /// What the key opens, in words.
        what: Trilingual,
    },
    /// The row is sealed for others than this user.
    NotCleared,
    /// The rows are the data protection officer's own.
    NotTheOfficer,
    /// The officer has no key to the officers' rows: nobody who had it was there to hand it on, or it was made anew for those alone of whom
    /// somebody vouched.
    InboxClosed {
        /// Whether another officer has the key.
        others: bool,
    },
    /// There is no code that opens the officers' rows.
    NoRecoveryCode,
    /// The code does not fit.
    WrongRecoveryCode,
    /// The user who is at work has no access any more.
    AccessEnded,
    /// No user has this name.
    NoSuchUser,
    /// Nobody takes their own access away.
    OwnAccess,
    /// Without an administrator nobody could let anybody in.
    LastAdministrator,
    /// The last user who opens the officer's inbox would go, and no code opens it.
    InboxWouldBeLost,
    /// A fixed time or seed was given for a store that people's cases lie in.
    NotATestStore,
    /// The store was made by a newer version of the program.
    Newer {
        /// The format of the store.
        found: u32,
        /// The newest format that this program knows.
        known: u32,
    },
    /// The folder lies on another machine.
    NetworkShare {
        /// The folder.
        folder: PathBuf,
        /// The kind of share.
        kind: &'static str,
    },
    /// A file is missing, cut short, damaged, or something else than it should be.
    Damaged {
        /// The file's name in the folder.
        file: &'static str,
        /// What is wrong, in words.
        why: Trilingual,
    },
    /// The folder that a backup is to lie in holds things already.
    BackupFolderNotEmpty {
        /// The folder.
        folder: PathBuf,
    },
    /// The backup would lie in the store itself, and go with it.
    BackupInsideStore,
    /// The folder that a backup is to lie in is on another machine.
    BackupOnShare {
        /// The folder.
        folder: PathBuf,
        /// The kind of share.
        kind: &'static str,
    },
    /// The folder of a backup cannot be reached or written.
    BackupUnreachable {
        /// The folder.
        folder: PathBuf,
    },
    /// The disk that a backup was to lie on is full.
    BackupDiskFull,
    /// There is no backup in the folder that one is to be taken back from.
    NoBackup {
        /// The folder.
        folder: PathBuf,
    },
    /// A file of a backup is missing, cut short, or something else than it should be.
    BackupDamaged {
        /// The file's name in the folder.
        file: &'static str,
        /// What is wrong, in words.
        why: Trilingual,
    },
    /// Somebody changed `keys.toml` by other ways than this program.
    KeysChanged,
    /// What lies in the log cannot be read as an event, or does not fit what went before.
    UnreadableLog {
        /// The number of the request.
        request: String,
        /// The place in its log.
        seq: u64,
    },
    /// An entry of the log of readings is not as it was written.
    UnreadableAccessLog {
        /// Its place in the log.
        position: u64,
    },
    /// Content is gone without having been erased.
    ContentLost {
        /// The number of the request.
        request: String,
    },
    /// The clock stands before the last commit, so that one of the two instants is wrong.
    ClockSetBack {
        /// What the clock says.
        now: DateTime<Utc>,
        /// When the last commit was made.
        last: DateTime<Utc>,
    },
    /// The disk is full.
    DiskFull,
    /// The folder or its files cannot be written.
    ReadOnly,
    /// Another process holds the store.
    Busy,
    /// The request has been changed since it was read.
    Conflict {
        /// The number of the request.
        request: String,
        /// Its version now.
        found: u64,
    },
    /// The sender's key is known from a delivery that said something else.
    OtherDelivery {
        /// The number of the request that has the key.
        request: String,
    },
    /// The operating system refused something else.
    System(io::ErrorKind),
    /// A step that was to bring the store up to date was refused: a fault of the program.
    Migration {
        /// The name of the step.
        step: &'static str,
        /// SQLite's extended result code.
        code: i32,
    },
    /// SQLite refused a statement: a fault of the program.
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
    /// What is wrong and what to do.
    #[must_use]
    #[allow(clippy::too_many_lines, reason = "one arm for each problem")]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::Missing { folder } => {
                let folder = folder.display();
                Trilingual::made(
                    format!(
                        "Det er ikke noe lager i mappen {folder}. Se om stien er riktig, eller lag et lager med «store init»."
                    ),
                    format!(
                        "Det er ikkje noko lager i mappa {folder}. Sjå om stien er rett, eller lag eit lager med «store init»."
                    ),
                    format!(
                        "There is no store in the folder {folder}. Check that the path is right, or make a store with “store init”."
                    ),
                )
            }
            Self::NotEmpty { folder } => {
                let folder = folder.display();
                Trilingual::made(
                    format!("Mappen {folder} er ikke tom. Velg en ny eller tom mappe for lageret."),
                    format!("Mappa {folder} er ikkje tom. Vel ei ny eller tom mappe for lageret."),
                    format!("The folder {folder} is not empty. Choose a new or empty folder for the store."),
                )
            }
            Self::Locked => Trilingual::fixed(
                "Brukeren og passfrasen passer ikke til lageret. Se over begge og prøv igjen.",
                "Brukaren og passfrasen passar ikkje til lageret. Sjå over begge og prøv igjen.",
                "The user and the passphrase do not fit the store. Check both and try again.",
            ),
            Self::WhichUser => Trilingual::fixed(
                "Lageret har flere brukere. Si hvem du er med «--user NAVN».",
                "Lageret har fleire brukarar. Sei kven du er med «--user NAMN».",
                "The store has several users. Say who you are with “--user NAME”.",
            ),
            Self::WeakPassphrase => Trilingual::fixed(
                "Passfrasen er for kort. Bruk minst fem ord, eller minst 15 tegn.",
                "Passfrasen er for kort. Bruk minst fem ord, eller minst 15 teikn.",
                "The passphrase is too short. Use at least five words, or at least 15 characters.",
            ),
            Self::WeakTestPassphrase => Trilingual::fixed(
                "Passfrasen er for kort. Bruk minst åtte tegn i et testlager.",
                "Passfrasen er for kort. Bruk minst åtte teikn i eit testlager.",
                "The passphrase is too short. Use at least eight characters in a test store.",
            ),
            Self::BadUserName => Trilingual::fixed(
                "Navnet kan ikke brukes. Skriv et navn på 1 til 100 tegn på én linje.",
                "Namnet kan ikkje brukast. Skriv eit namn på 1 til 100 teikn på éi linje.",
                "The name cannot be used. Write a name of 1 to 100 characters on one line.",
            ),
            Self::UserExists => Trilingual::fixed(
                "Det finnes en bruker med dette navnet. Velg et navn som skiller de to.",
                "Det finst ein brukar med dette namnet. Vel eit namn som skil dei to.",
                "There is a user with this name. Choose a name that tells the two apart.",
            ),
            Self::KeyNotHeld { what } => Trilingual::made(
                format!(
                    "Du har ikke nøkkelen til {} og kan derfor ikke gi den videre. Be en som har den, om å legge til brukeren.",
                    what.nb
                ),
                format!(
                    "Du har ikkje nøkkelen til {} og kan derfor ikkje gi han vidare. Be ein som har han, om å leggje til brukaren.",
                    what.nn
                ),
                format!(
                    "You do not have the key to {} and can therefore not hand it on. Ask somebody who has it to add the user.",
                    what.en
                ),
            ),
            Self::NobodyHoldsKey { what } => Trilingual::made(
                format!("Ingen i lageret har nøkkelen til {}. Legg først til en bruker som skal ha den.", what.nb),
                format!("Ingen i lageret har nøkkelen til {}. Legg først til ein brukar som skal ha han.", what.nn),
                format!("Nobody in the store has the key to {}. First add a user who is to have it.", what.en),
            ),
            Self::NotCleared => Trilingual::fixed(
                "Du er ikke klarert for beskyttede personer. Be en som er klarert, om å gjøre dette.",
                "Du er ikkje klarert for verna personar. Be ein som er klarert, om å gjere dette.",
                "You are not cleared for protected persons. Ask somebody who is cleared to do this.",
            ),
            Self::NotTheOfficer => Trilingual::fixed(
                "Dette er personvernombudets egne opplysninger, og bare personvernombudet har nøkkelen. Be personvernombudet.",
                "Dette er personvernombodet sine eigne opplysningar, og berre personvernombodet har nøkkelen. Be personvernombodet.",
                "These are the data protection officer's own data, and only the officer has the key. Ask the officer.",
            ),
            Self::InboxClosed { others: true } => Trilingual::fixed(
                "Du har ikke nøkkelen til innboksen, men et annet personvernombud har den. Be det ombudet om å avslutte tilgangen din og legge deg til på nytt. Gjenopprettingskoden åpner også innboksen.",
                "Du har ikkje nøkkelen til innboksen, men eit anna personvernombod har han. Be det ombodet om å avslutte tilgangen din og leggje deg til på nytt. Gjenopprettingskoden opnar også innboksen.",
                "You do not have the key to the inbox, but another data protection officer does. Ask that officer to end your access and add you anew. The recovery code opens the inbox too.",
            ),
            Self::InboxClosed { others: false } => Trilingual::fixed(
                "Innboksen er lukket: ingen som har nøkkelen, har tilgang lenger. Åpne den med gjenopprettingskoden som det forrige personvernombudet la i en safe.",
                "Innboksen er lukka: ingen som har nøkkelen, har tilgang lenger. Opne han med gjenopprettingskoden som det førre personvernombodet la i ein safe.",
                "The inbox is closed: nobody who has the key has access any more. Open it with the recovery code that the former data protection officer put in a safe.",
            ),
            Self::NoRecoveryCode => Trilingual::fixed(
                "Det er ingen gjenopprettingskode til innboksen.",
                "Det er ingen gjenopprettingskode til innboksen.",
                "There is no recovery code for the inbox.",
            ),
            Self::WrongRecoveryCode => Trilingual::fixed(
                "Koden passer ikke. Skriv alle 32 tegnene. Er det laget en ny kode eller en ny nøkkel etter denne, gjelder den ikke lenger.",
                "Koden passar ikkje. Skriv alle 32 teikna. Er det laga ein ny kode eller ein ny nøkkel etter denne, gjeld han ikkje lenger.",
                "The code does not fit. Write all 32 characters. If a new code or a new key was made after this one, it no longer counts.",
            ),
            Self::AccessEnded => Trilingual::fixed(
                "Tilgangen din til lageret er avsluttet. Spør en administrator.",
                "Tilgangen din til lageret er avslutta. Spør ein administrator.",
                "Your access to the store has been ended. Ask an administrator.",
            ),
            Self::NoSuchUser => Trilingual::fixed(
                "Ingen bruker har dette navnet.",
                "Ingen brukar har dette namnet.",
                "No user has this name.",
            ),
            Self::OwnAccess => Trilingual::fixed(
                "Du kan ikke avslutte din egen tilgang. Be en annen gjøre det.",
                "Du kan ikkje avslutte din eigen tilgang. Be nokon andre gjere det.",
                "You cannot end your own access. Ask somebody else to do it.",
            ),
            Self::InboxWouldBeLost => Trilingual::fixed(
                "Ingen andre kan åpne innboksen til personvernombudet, og det er ingen gjenopprettingskode. Avsluttes tilgangen nå, er innboksen tapt for godt. Be ombudet lage en kode, eller gi et nytt ombud tilgang først.",
                "Ingen andre kan opne innboksen til personvernombodet, og det er ingen gjenopprettingskode. Blir tilgangen avslutta no, er innboksen tapt for godt. Be ombodet lage ein kode, eller gi eit nytt ombod tilgang først.",
                "Nobody else can open the data protection officer's inbox, and there is no recovery code. If the access ends now, the inbox is lost for good. Ask the officer to make a code, or give a new officer access first.",
            ),
            Self::LastAdministrator => Trilingual::fixed(
                "Dette er den siste administratoren. Gi en annen tilgang som administrator først.",
                "Dette er den siste administratoren. Gi nokon andre tilgang som administrator først.",
                "This is the last administrator. First give somebody else access as an administrator.",
            ),
            Self::NotATestStore => Trilingual::fixed(
                "Tid og frø kan bare settes i et testlager. Utelat «--now» og «--ids».",
                "Tid og frø kan berre setjast i eit testlager. Utelat «--now» og «--ids».",
                "Time and seed can be set only in a test store. Leave out “--now” and “--ids”.",
            ),
            Self::Newer { found, known } => Trilingual::made(
                format!("Lageret har format {found}, og dette programmet kjenner format {known}. Oppdater programmet."),
                format!("Lageret har format {found}, og dette programmet kjenner format {known}. Oppdater programmet."),
                format!("The store has format {found}, and this program knows format {known}. Update the program."),
            ),
            Self::NetworkShare { folder, kind } => {
                let folder = folder.display();
                Trilingual::made(
                    format!(
                        "Mappen {folder} ligger på en nettverksdisk ({kind}). Låsing og lagring er ikke til å stole på der. Flytt lageret til en disk på denne maskinen."
                    ),
                    format!(
                        "Mappa {folder} ligg på ein nettverksdisk ({kind}). Låsing og lagring er ikkje til å stole på der. Flytt lageret til ein disk på denne maskina."
                    ),
                    format!(
                        "The folder {folder} is on a network drive ({kind}). Locking and storing cannot be relied on there. Move the store to a disk on this computer."
                    ),
                )
            }
            Self::Damaged { file, why } => Trilingual::made(
                format!(
                    "Filen {file} i lageret kan ikke brukes: {}. Hent tilbake en sikkerhetskopi av hele mappen.",
                    why.nb
                ),
                format!(
                    "Fila {file} i lageret kan ikkje brukast: {}. Hent tilbake ein tryggingskopi av heile mappa.",
                    why.nn
                ),
                format!(
                    "The file {file} of the store cannot be used: {}. Restore a backup of the whole folder.",
                    why.en
                ),
            ),
            Self::BackupFolderNotEmpty { folder } => {
                let folder = folder.display();
                Trilingual::made(
                    format!("Mappen {folder} er ikke tom. Velg en ny eller tom mappe for sikkerhetskopien."),
                    format!("Mappa {folder} er ikkje tom. Vel ei ny eller tom mappe for tryggingskopien."),
                    format!("The folder {folder} is not empty. Choose a new or empty folder for the backup."),
                )
            }
            Self::BackupInsideStore => Trilingual::fixed(
                "Kopien kan ikke ligge i lagerets egen mappe: da går den tapt sammen med lageret. Velg en mappe et annet sted, helst på en annen disk.",
                "Kopien kan ikkje liggje i mappa til lageret: då går han tapt saman med lageret. Vel ei mappe ein annan stad, helst på ein annan disk.",
                "The copy cannot be in the store’s own folder: it would be lost together with the store. Choose a folder elsewhere, preferably on another disk.",
            ),
            Self::BackupOnShare { folder, kind } => {
                let folder = folder.display();
                Trilingual::made(
                    format!(
                        "Mappen {folder} ligger på en nettverksdisk ({kind}), og der kan kopien ikke kontrolleres. Ta kopien til en disk på denne maskinen eller en minnepinne. Den ferdige mappen kan du så kopiere til nettverksdisken."
                    ),
                    format!(
                        "Mappa {folder} ligg på ein nettverksdisk ({kind}), og der kan kopien ikkje kontrollerast. Ta kopien til ein disk på denne maskina eller ein minnepinne. Den ferdige mappa kan du så kopiere til nettverksdisken."
                    ),
                    format!(
                        "The folder {folder} is on a network drive ({kind}), where the copy cannot be checked. Make the copy on a disk of this computer or a memory stick. You can then copy the finished folder to the network drive."
                    ),
                )
            }
            Self::BackupUnreachable { folder } => {
                let folder = folder.display();
                Trilingual::made(
                    format!(
                        "Mappen {folder} kan ikke nås eller skrives, og det ble ingen kopi. Se om disken er koblet til, og om du har lov til å skrive i mappen."
                    ),
                    format!(
                        "Mappa {folder} kan ikkje nåast eller skrivast, og det blei ingen kopi. Sjå om disken er kopla til, og om du har lov til å skrive i mappa."
                    ),
                    format!(
                        "The folder {folder} cannot be reached or written, and no copy was made. Check that the disk is connected and that you may write in the folder."
                    ),
                )
            }
            Self::BackupDiskFull => Trilingual::fixed(
                "Disken som kopien skulle ligge på, er full, og det ble ingen kopi. Frigjør plass på den, eller velg en annen disk.",
                "Disken som kopien skulle liggje på, er full, og det blei ingen kopi. Frigjer plass på han, eller vel ein annan disk.",
                "The disk that the copy was to be on is full, and no copy was made. Free some space on it, or choose another disk.",
            ),
            Self::NoBackup { folder } => {
                let folder = folder.display();
                Trilingual::made(
                    format!(
                        "Det er ingen sikkerhetskopi i mappen {folder}. Velg mappen som har filene store.db og keys.toml, og se om disken er koblet til."
                    ),
                    format!(
                        "Det er ingen tryggingskopi i mappa {folder}. Vel mappa som har filene store.db og keys.toml, og sjå om disken er kopla til."
                    ),
                    format!(
                        "There is no backup in the folder {folder}. Choose the folder that has the files store.db and keys.toml, and check that the disk is connected."
                    ),
                )
            }
            Self::BackupDamaged { file, why } => Trilingual::made(
                format!("Filen {file} i sikkerhetskopien kan ikke brukes: {}. Bruk en annen kopi.", why.nb),
                format!("Fila {file} i tryggingskopien kan ikkje brukast: {}. Bruk ein annan kopi.", why.nn),
                format!("The file {file} of the backup cannot be used: {}. Use another copy.", why.en),
            ),
            Self::KeysChanged => Trilingual::fixed(
                "Filen keys.toml er endret utenfor programmet: brukere eller roller kan være byttet ut. Hent tilbake en sikkerhetskopi, og meld fra til den som har ansvar for informasjonssikkerheten.",
                "Fila keys.toml er endra utanfor programmet: brukarar eller roller kan vere bytte ut. Hent tilbake ein tryggingskopi, og meld frå til den som har ansvar for informasjonstryggleiken.",
                "The file keys.toml was changed outside the program: users or roles may have been replaced. Restore a backup, and tell whoever is responsible for information security.",
            ),
            Self::UnreadableLog { request, seq } => Trilingual::made(
                format!(
                    "Loggen til {request} kan ikke leses ved hendelse {seq}. Kjør «store verify» og hent tilbake en sikkerhetskopi."
                ),
                format!(
                    "Loggen til {request} kan ikkje lesast ved hending {seq}. Køyr «store verify» og hent tilbake ein tryggingskopi."
                ),
                format!("The log of {request} cannot be read at event {seq}. Run “store verify” and restore a backup."),
            ),
            Self::UnreadableAccessLog { position } => Trilingual::made(
                format!(
                    "Oppslagsloggen kan ikke leses ved oppføring {position}: den er endret. Kjør «store verify», og meld fra til den som har ansvar for informasjonssikkerheten."
                ),
                format!(
                    "Oppslagsloggen kan ikkje lesast ved oppføring {position}: ho er endra. Køyr «store verify», og meld frå til den som har ansvar for informasjonstryggleiken."
                ),
                format!(
                    "The access log cannot be read at entry {position}: it was changed. Run “store verify”, and tell whoever is responsible for information security."
                ),
            ),
            Self::ContentLost { request } => Trilingual::made(
                format!(
                    "Innhold som hører til {request}, mangler eller er endret. Kjør «store verify» og hent tilbake en sikkerhetskopi."
                ),
                format!(
                    "Innhald som høyrer til {request}, manglar eller er endra. Køyr «store verify» og hent tilbake ein tryggingskopi."
                ),
                format!(
                    "Content that belongs to {request} is missing or changed. Run “store verify” and restore a backup."
                ),
            ),
            Self::ClockSetBack { now, last } => Trilingual::made(
                format!(
                    "Klokken på maskinen står på {}, men siste endring i lageret er fra {}. Ingenting ble lagret, siden frister regnes fra klokken. Still klokken og prøv igjen. Er det den nye tiden som er riktig, kan den godtas én gang med «--clock-is-right» på kommandolinjen.",
                    local(*now, Language::Nb),
                    local(*last, Language::Nb)
                ),
                format!(
                    "Klokka på maskina står på {}, men siste endring i lageret er frå {}. Ingenting blei lagra, sidan fristar blir rekna frå klokka. Still klokka og prøv igjen. Er det den nye tida som er rett, kan ho godtakast éin gong med «--clock-is-right» på kommandolinja.",
                    local(*now, Language::Nn),
                    local(*last, Language::Nn)
                ),
                format!(
                    "The clock of the computer says {}, but the last change in the store is from {}. Nothing was stored, since deadlines are counted from the clock. Set the clock and try again. If the new time is the right one, it can be accepted once with “--clock-is-right” on the command line.",
                    local(*now, Language::En),
                    local(*last, Language::En)
                ),
            ),
            Self::DiskFull => Trilingual::fixed(
                "Disken er full. Ingenting ble lagret. Frigjør plass og prøv igjen.",
                "Disken er full. Ingenting blei lagra. Frigjer plass og prøv igjen.",
                "The disk is full. Nothing was stored. Free some space and try again.",
            ),
            Self::ReadOnly => Trilingual::fixed(
                "Lageret kan ikke leses eller skrives. Se over rettighetene til mappen og filene i den.",
                "Lageret kan ikkje lesast eller skrivast. Sjå over rettane til mappa og filene der.",
                "The store cannot be read or written. Check the permissions of the folder and its files.",
            ),
            Self::Busy => Trilingual::fixed(
                "Lageret er opptatt av en annen. Ingenting ble lagret. Prøv igjen om litt.",
                "Lageret er oppteke av ein annan. Ingenting blei lagra. Prøv igjen om litt.",
                "Somebody else is using the store. Nothing was stored. Try again in a moment.",
            ),
            Self::Conflict { request, found } => Trilingual::made(
                format!(
                    "{request} er endret av en annen siden du leste den (versjon {found}). Les den på nytt og prøv igjen."
                ),
                format!(
                    "{request} er endra av ein annan sidan du las han (versjon {found}). Les han på nytt og prøv igjen."
                ),
                format!(
                    "{request} was changed by somebody else since you read it (version {found}). Read it again and try once more."
                ),
            ),
            Self::OtherDelivery { request } => Trilingual::made(
                format!(
                    "Nøkkelen er brukt før, til en henvendelse med et annet innhold: {request}. Bruk en ny nøkkel."
                ),
                format!(
                    "Nøkkelen er brukt før, til ein førespurnad med eit anna innhald: {request}. Bruk ein ny nøkkel."
                ),
                format!("The key was used before, for a request with other content: {request}. Use a new key."),
            ),
            Self::System(_) => Trilingual::fixed(
                "Lageret kan ikke leses eller skrives her. Se om mappen ligger på en vanlig disk som du kan skrive til, og om disken er hel.",
                "Lageret kan ikkje lesast eller skrivast her. Sjå om mappa ligg på ein vanleg disk som du kan skrive til, og om disken er heil.",
                "The store cannot be read or written here. Check that the folder is on an ordinary disk that you can write to, and that the disk is sound.",
            ),
            Self::Migration { step, code } => Trilingual::made(
                format!(
                    "Lageret lar seg ikke oppdatere til dette programmet: steget {step} stanset med feil {code}. Lageret er som før og kan åpnes med programmet du hadde. Meld fra om feilen."
                ),
                format!(
                    "Lageret lèt seg ikkje oppdatere til dette programmet: steget {step} stansa med feil {code}. Lageret er som før og kan opnast med programmet du hadde. Meld frå om feilen."
                ),
                format!(
                    "The store cannot be brought up to this program: the step {step} stopped with error {code}. The store is as it was and can be opened with the program you had. Report the error."
                ),
            ),
            Self::Database { code } => Trilingual::made(
                format!(
                    "Lageret svarte med feil {code}. Ingenting ble lagret. Kjør «store verify», og meld fra om feilen."
                ),
                format!(
                    "Lageret svara med feil {code}. Ingenting blei lagra. Køyr «store verify», og meld frå om feilen."
                ),
                format!(
                    "The store answered with error {code}. Nothing was stored. Run “store verify”, and report the error."
                ),
            ),
        }
    }
}

/// An instant as the clock on the wall shows it.
fn local(instant: DateTime<Utc>, language: Language) -> String {
    let at = calendar::oslo_time(instant);
    at.format(language.pick("%d.%m.%Y kl. %H.%M", "%d.%m.%Y kl. %H.%M", "%d.%m.%Y at %H:%M")).to_string()
}
