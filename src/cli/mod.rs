//! The command line: reads arguments, calls one use case, prints one answer.

mod access_log;
mod attachments;
mod bulk;
mod calendar;
mod case;
mod case_after;
mod case_breach;
mod case_text;
mod deadline;
mod deadline_report;
mod deadline_text;
mod demo;
mod desk;
mod document;
mod figures_report;
mod files;
mod forecast;
mod identity;
mod import;
mod letter;
mod letters;
mod ombud;
mod options;
mod passphrase;
mod people;
mod protocol_report;
mod register_text;
mod registers;
mod report;
mod request;
mod review;
mod route;
mod settings;
mod store;
mod store_copy;
mod task;
mod usage;
mod views;
mod what_if;
mod work;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::api::{Failure, crash};
pub use options::GlobalOptions;
pub use report::Report;

#[derive(Parser)]
#[command(name = "personvernsak", version, about = "Saksbehandling av krav om egne personopplysninger")]
struct Arguments {
    #[command(flatten)]
    global: GlobalOptions,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Regn ut fristen for et krav, og vis hvordan
    Deadline(deadline::DeadlineArguments),
    /// Lag og kontroller lageret
    #[command(subcommand)]
    Store(store::StoreCommand),
    /// Brukere av lageret
    #[command(subcommand)]
    User(store::UserCommand),
    /// Kontoret, og det kontoret selv har bestemt
    #[command(subcommand)]
    Settings(settings::SettingsCommand),
    /// Henvendelser
    #[command(subcommand)]
    Request(request::RequestCommand),
    /// Saker
    #[command(subcommand)]
    Case(Box<case::CaseCommand>),
    /// Oppgaver som enheter har fått
    #[command(subcommand)]
    Task(task::TaskCommand),
    /// Vis hva du bør gjøre nå og snart
    Reminders(work::RemindersArguments),
    /// Vis de lagrede visningene av arbeidslisten
    Views,
    /// Lagre eller slett en visning av arbeidslisten
    #[command(subcommand)]
    View(views::ViewCommand),
    /// Brev
    #[command(subcommand)]
    Letter(letter::LetterCommand),
    /// Tekstene i brevene: skriv dem ut, sjekk dem og ta kontorets egne i bruk
    Letters(letters::LettersArguments),
    /// Personvernombudets gjennomgang av datoene
    #[command(subcommand)]
    Review(review::ReviewCommand),
    /// Personvernombudets egen innboks
    #[command(subcommand)]
    Ombud(ombud::OmbudCommand),
    /// Rapporter
    #[command(subcommand)]
    Report(deadline_report::ReportCommand),
    /// Skriv svarfristene til en kalenderfil (.ics)
    #[command(long_about = calendar::ABOUT)]
    Calendar(calendar::CalendarArguments),
    /// Vis hvem som har sett på en henvendelse
    AccessLog(access_log::AccessLogArguments),
    /// Lag et prøvelager med oppdiktede henvendelser
    Demo(demo::DemoArguments),
    /// Sjekk fødselsnumre og andre identitetsnumre, ett på hver linje på standard inn
    Identity(identity::IdentityArguments),
    /// Vis registrene i katalogen
    Registers(registers::RegistersArguments),
    /// Finn ut hvem som svarer på et krav, etter hvilke regler, og hvorfor
    Route(route::RouteArguments),
}

/// Runs the command line: answer on standard output, failure on standard error, class in the exit code.
#[must_use]
pub fn main() -> ExitCode {
    crash::leave_no_trace_of_people();
    let json = std::env::args().any(|argument| argument == "--json");
    match Arguments::try_parse() {
        Ok(arguments) => {
            let json = arguments.global.json;
            match run(arguments) {
                Ok(report) => report.print(json),
                Err(failure) => report::print_failure(&failure, json),
            }
        }
        Err(error) if !error.use_stderr() => {
            report::print_text(error.to_string().trim_end());
            ExitCode::SUCCESS
        }
        Err(error) => report::print_failure(&usage::failure(&error), json),
    }
}

fn run(arguments: Arguments) -> Result<Report, Failure> {
    match arguments.command {
        Command::Deadline(deadline) => deadline::run(&deadline, &arguments.global),
        Command::Store(store) => store::run(&store, &arguments.global),
        Command::User(user) => store::run_user(user, &arguments.global),
        Command::Settings(settings) => settings::run(&settings, &arguments.global),
        Command::Request(request) => request::run(&request, &arguments.global),
        Command::Case(case) => case::run(*case, &arguments.global),
        Command::Task(task) => task::run(&task, &arguments.global),
        Command::Reminders(given) => work::reminders(given, &arguments.global),
        Command::Views => views::list(&arguments.global),
        Command::View(view) => views::run(view, &arguments.global),
        Command::Letter(letter) => letter::run(letter, &arguments.global),
        Command::Letters(letters) => letters::run(&letters, &arguments.global),
        Command::Review(command) => review::run(command, &arguments.global),
        Command::Ombud(command) => ombud::run(command, &arguments.global),
        Command::Report(report) => deadline_report::run(report, &arguments.global),
        Command::Calendar(given) => calendar::run(given, &arguments.global),
        Command::AccessLog(access_log) => access_log::run(access_log, &arguments.global),
        Command::Demo(given) => demo::run(&given, &arguments.global),
        Command::Identity(identity) => identity::run(&identity, &arguments.global),
        Command::Registers(registers) => registers::run(&registers, &arguments.global),
        Command::Route(route) => route::run(&route, &arguments.global),
    }
}
