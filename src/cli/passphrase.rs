//! Where the passphrase comes from: a file, standard input, or a prompt at a terminal; never an argument.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal};

use super::GlobalOptions;
use crate::api::{Exit, Failure};

/// The longest line that is read as a passphrase, in bytes.
const LONGEST: u64 = 4096;

/// The passphrase that unlocks the store.
///
/// # Errors
/// [`Exit::Locked`] without a file and without a terminal to ask at, [`Exit::NotFound`] for a file that is not there.
pub(super) fn ask(global: &GlobalOptions, prompt: &str) -> Result<String, Failure> {
    match &global.passphrase_file {
        Some(file) if file.as_os_str() == "-" => first_line(io::stdin().lock()),
        Some(file) => {
            let file = File::open(file).map_err(|_| {
                Failure::new(
                    Exit::NotFound,
                    "no-passphrase-file",
                    "Filen med passfrasen finnes ikke. Se om stien er riktig.",
                )
            })?;
            first_line(BufReader::new(file))
        }
        None if io::stdin().is_terminal() => rpassword::prompt_password(format!("{prompt}: "))
            .map_err(|_| Failure::new(Exit::Locked, "no-passphrase", "Passfrasen kunne ikke leses.")),
        None => Err(Failure::new(
            Exit::Locked,
            "no-passphrase",
            "Lageret er låst, og det er ingen terminal å spørre ved. Gi passfrasen med «--passphrase-file FIL».",
        )),
    }
}

/// What comes after the line is left to be read.
fn first_line(input: impl BufRead) -> Result<String, Failure> {
    let unreadable =
        || Failure::new(Exit::Locked, "no-passphrase", "Passfrasen kunne ikke leses. Filen må være tekst.");
    let mut line = String::new();
    input.take(LONGEST).read_line(&mut line).map_err(|_| unreadable())?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
