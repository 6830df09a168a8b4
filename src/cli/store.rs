//! `personvernsak store` and `personvernsak user`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::{GlobalOptions, Report, desk, passphrase, store_copy, work};
use crate::api::desk::{RecordProblemAnswer, UserAdd, UserRemove};
use crate::api::session::StoreCreate;
use crate::api::{Exit, Failure};
use crate::law::organisation::DEFAULT_OFFICE;

/// What follows `store`.
#[derive(Subcommand, Debug)]
pub(super) enum StoreCommand {
    /// Lag et lager i en tom mappe
    Init(InitArguments),
    /// Vis hva lageret inneholder
    Status,
    /// Kontroller loggene, avtrykkene og listene
    Verify(VerifyArguments),
    /// Lag listene på nytt fra loggene
    Rebuild,
    /// Ta en sikkerhetskopi av hele lageret, og kontroller den
    Backup(BackupArguments),
    /// Hent tilbake en sikkerhetskopi til mappen i --store, der det ikke må ligge noe
    Restore(RestoreArguments),
}

/// What follows `store backup`.
#[derive(Args, Debug)]
pub(super) struct BackupArguments {
    /// Mappen som blir kopien: en ny eller tom mappe på en disk på denne maskinen
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

/// What follows `store restore`.
#[derive(Args, Debug)]
pub(super) struct RestoreArguments {
    /// Mappen med kopien: filene store.db og keys.toml
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

/// What follows `store init`.
#[derive(Args, Debug)]
pub(super) struct InitArguments {
    /// Et testlager: sier fra om det overalt, og kan aldri bli noe annet
    #[arg(long)]
    test: bool,
}

/// What follows `store verify`.
#[derive(Args, Debug)]
pub(super) struct VerifyArguments {
    /// Et hode fra en tidligere kontroll, av loggene eller av oppslagsloggen: det skal fortsatt finnes
    #[arg(long, value_name = "HEX")]
    head: Option<String>,
}

/// What follows `user`.
#[derive(Subcommand, Debug)]
pub(super) enum UserCommand {
    /// Gi en bruker tilgang
    Add(AddArguments),
    /// Avslutt tilgangen til en bruker; åpne saker flyttes først med «user hand-over»
    Remove {
        /// Navnet til brukeren
        name: String,
        /// Avslutt selv om ingen da kan åpne innboksen til personvernombudet: den er tapt for godt
        #[arg(long)]
        lose_inbox: bool,
    },
    /// Vis brukerne
    List,
    /// Registrer at noen er borte, og hvem som er vikar
    Away(work::AwayArguments),
    /// Registrer at noen er tilbake før siste dag
    Back(work::BackArguments),
    /// Vis hvem som er borte, og hvem som er vikar
    Absences,
    /// Flytt alle åpne saker fra en bruker til en annen
    HandOver(work::HandOverArguments),
}

/// What follows `user add`.
#[derive(Args, Debug)]
pub(super) struct AddArguments {
    /// Navnet til brukeren
    name: String,
    /// Rollen: saksbehandler, leder, personvernombud eller administrator
    #[arg(long, default_value = "saksbehandler")]
    role: String,
    /// Klarert for personer med skjermet adresse
    #[arg(long)]
    cleared: bool,
    /// Fil med passfrasen til den nye brukeren på første linje
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<std::path::PathBuf>,
}

#[derive(Serialize)]
struct InitAnswer {
    store: String,
    user: String,
    recovery_key_file: Option<String>,
}

#[derive(Serialize)]
struct UsersAnswer {
    users: Vec<crate::api::session::UserAnswer>,
}

pub(super) fn run(command: &StoreCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        StoreCommand::Init(arguments) => init(arguments, global),
        StoreCommand::Status => {
            let status = desk::unlocked(global)?.store_status()?;
            let text = format!(
                "Lageret har {} og {}.{}\n{}",
                counted(status.requests, "henvendelse", "henvendelser"),
                counted(status.cases, "sak", "saker"),
                if status.test { " Det er et testlager." } else { "" },
                match &status.last_tested_restore_at {
                    Some(at) => format!("En sikkerhetskopi ble sist prøvd {at}."),
                    None => "Ingen sikkerhetskopi er prøvd. Ta en med «store backup MAPPE».".to_owned(),
                }
            );
            Ok(Report::done(&status, text))
        }
        StoreCommand::Verify(arguments) => {
            let verified = desk::unlocked(global)?.store_verify(arguments.head.as_deref())?;
            let mut text = format!(
                "Kontrollerte {}, {} og {}.",
                counted(verified.requests, "henvendelse", "henvendelser"),
                counted(verified.events, "hendelse", "hendelser"),
                counted(verified.readings, "oppslag", "oppslag")
            );
            if verified.ok {
                text.push_str(" Alt stemmer.");
            }
            text.push_str(&faults(&verified.problems));
            Ok(checked(&verified, verified.ok, text))
        }
        StoreCommand::Backup(arguments) => store_copy::backup(arguments, global),
        StoreCommand::Restore(arguments) => store_copy::restore(arguments, global),
        StoreCommand::Rebuild => {
            let rebuilt = desk::unlocked(global)?.store_rebuild()?;
            let same = rebuilt.digest_before == rebuilt.digest_after;
            let text = format!(
                "Laget {} på nytt. {}",
                counted(rebuilt.rows, "rad", "rader"),
                if same { "De er de samme som før." } else { "De er ikke de samme som før." }
            );
            Ok(Report::done(&rebuilt, text))
        }
    }
}

/// The report of a check; a fault where not everything holds.
pub(super) fn checked<T: Serialize>(answer: &T, holds: bool, text: String) -> Report {
    let report = Report::done(answer, text);
    if holds { report } else { report.with_fault(Exit::Other) }
}

/// What does not hold in a record, a line each.
pub(super) fn faults(problems: &[RecordProblemAnswer]) -> String {
    let line = |problem: &RecordProblemAnswer| {
        let place = match (&problem.request, problem.seq) {
            (Some(request), Some(seq)) => format!("{request}, hendelse {seq}: "),
            (Some(request), None) => format!("{request}: "),
            (None, _) => String::new(),
        };
        format!("\n{place}{}", problem.message)
    };
    problems.iter().map(line).collect()
}

pub(super) fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn init(arguments: &InitArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let store = desk::folder(global)?;
    let mut new = desk::locked(global)?;
    let passphrase = passphrase::ask(global, "Ny passfrase")?;
    let name = global.user.clone().unwrap_or_else(|| "administrator".to_owned());
    let organisation = global.organisation.clone().unwrap_or_else(|| DEFAULT_OFFICE.to_owned());
    new.store_create(
        &StoreCreate { store: store.clone(), organisation, name: name.clone(), passphrase },
        arguments.test,
    )?;
    let answer = InitAnswer { store: store.display().to_string(), user: name.clone(), recovery_key_file: None };
    Ok(Report::done(&answer, format!("Lageret er laget i {}. {name} kan låse det opp.", store.display())))
}

pub(super) fn run_user(command: UserCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        UserCommand::Away(given) => work::away(given, global),
        UserCommand::Back(given) => work::back(given, global),
        UserCommand::Absences => work::absences(global),
        UserCommand::HandOver(given) => work::hand_over(given, global),
        UserCommand::Add(arguments) => {
            let mut desk = desk::unlocked(global)?;
            let options = GlobalOptions { passphrase_file: arguments.new_passphrase_file.clone(), ..global.clone() };
            let passphrase = passphrase::ask(&options, "Passfrase for den nye brukeren")?;
            let added = desk.user_add(&UserAdd {
                name: arguments.name.clone(),
                role: arguments.role.clone(),
                cleared: arguments.cleared,
                passphrase,
            })?;
            let text = format!("{} har fått tilgang som {}.", added.name, added.role);
            Ok(Report::done(&added, text))
        }
        UserCommand::Remove { name, lose_inbox } => {
            let removed = desk::unlocked(global)?.user_remove(&UserRemove { name, lose_inbox })?;
            let text = format!("{} har ikke lenger tilgang.", removed.name);
            Ok(Report::done(&removed, text))
        }
        UserCommand::List => {
            let users = desk::unlocked(global)?.user_list()?;
            let lines: Vec<String> = users.iter().map(|user| format!("{} · {}", user.name, user.role)).collect();
            Ok(Report::done(&UsersAnswer { users }, lines.join("\n")))
        }
    }
}
