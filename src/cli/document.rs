//! Documents that commands read, with what is wrong told by its place and never in the words of the document.

use std::io::Read;

use serde::de::DeserializeOwned;

use super::{GlobalOptions, files};
use crate::api::{Exit, Failure};

/// A document in a file, or on standard input for «-». `example` is how one begins; `unreadable` makes the failure of a
/// field and of what is wrong with it.
pub(super) fn read<T: DeserializeOwned>(
    file: &str,
    example: &str,
    unreadable: fn(&str, &str) -> Failure,
) -> Result<T, Failure> {
    let mut bytes = Vec::new();
    files::open(file)?.read_to_end(&mut bytes).map_err(|_| files::unreadable(file))?;
    // A list of values without names would be taken field by field in their order.
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|first| *first == b'[') {
        return Err(unreadable("", &format!("Dokumentet må være ett JSON-objekt: {example}.")));
    }
    let deserializer = &mut serde_json::Deserializer::from_slice(&bytes);
    serde_path_to_error::deserialize(deserializer).map_err(|error| unreadable(&path(&error), &what(error.inner())))
}

/// Standard input gives one thing: the document or the passphrase.
pub(super) fn one_from_standard_input(file: &str, global: &GlobalOptions) -> Result<(), Failure> {
    if file == "-" && global.passphrase_file.as_ref().is_some_and(|file| file.as_os_str() == "-") {
        return Err(Failure::new(
            Exit::NotWellFormed,
            "usage",
            "Dokumentet og passfrasen kan ikke begge komme fra standard inn. Legg en av dem i en fil.",
        ));
    }
    Ok(())
}

/// The field that cannot be read, as far as it has a name that a field can have: a name that is none may be somebody's.
fn path(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let path = error.path().to_string();
    let named = |segment: &str| {
        let name = segment.split('[').next().unwrap_or_default();
        name.len() <= 40 && name.chars().all(|letter| letter.is_ascii_lowercase() || "_-?".contains(letter))
    };
    path.split('.').take_while(|segment| named(segment)).collect::<Vec<_>>().join(".")
}

/// What is wrong and where, without the words of the document: they may be personal data.
fn what(error: &serde_json::Error) -> String {
    let place = format!("(linje {}, tegn {})", error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Eof => format!("JSON-dokumentet slutter for tidlig {place}. Skriv det ferdig."),
        serde_json::error::Category::Syntax => format!("Dette er ikke gyldig JSON {place}. Rett skrivemåten."),
        serde_json::error::Category::Data if error.to_string().starts_with("unknown field") => {
            format!("Feltet finnes ikke {place}. Rett navnet eller fjern det.")
        }
        serde_json::error::Category::Data => format!("Verdien har feil type {place}. Rett den."),
        serde_json::error::Category::Io => format!("Filen kunne ikke leses {place}. Prøv igjen."),
    }
}
