//! The desktop window of Personvernsak: a web view around the core.
//!
//! The page may call the commands of `commands.txt` and nothing else; they run on one store thread, so the window
//! never waits for the disk. Files are picked, written and opened here, never by the page.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod attachments;
mod bulk;
mod calendar_files;
mod commands;
mod deadlines;
// The driver of the tests takes no picture of a page that is drawn so, and waits for ever.
#[cfg(all(target_os = "linux", not(feature = "automation")))]
mod drawing;
mod environment;
mod imports;
mod journal;
mod letter_files;
mod letter_texts;
mod notices;
mod period;
mod reports;
mod request_files;
mod review;
mod saving;
mod store_copy;
mod store_thread;
mod upkeep;
mod window;
mod work;
mod zoom;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use personvernsak::api::crash;

fn main() -> ExitCode {
    crash::leave_no_trace_of_people();
    if let Err(message) = environment::refuse_automation() {
        eprintln!("{message}");
        return ExitCode::FAILURE;
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(answer) if !answer.use_stderr() => {
            print!("{answer}");
            return ExitCode::SUCCESS;
        }
        Err(_) => {
            eprintln!(
                "Programmet kan ikke startes slik. Skriv «personvernsak-desktop --help» for å se hva som går an."
            );
            return ExitCode::from(2);
        }
    };
    match window::open(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
