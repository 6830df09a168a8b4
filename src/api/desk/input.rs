//! Reading what the desk is given: numbers, dates and words of closed lists.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::api::dates::{parse_date, unreadable};
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::spoken::{say, spoken};
use crate::casework::ids::{CaseNumber, DocumentNumber, NumberProblem, RequestNumber};
use crate::law::calendar::oslo_instant;
use crate::law::identity::IdentityNumber;
use crate::law::register::RegisterId;
use crate::usecase::{AccessLogOf, Rules};
use crate::wording::Told;

/// A case number. One that is not written as such is not there.
pub(super) fn case(text: &str) -> Result<CaseNumber, Failure> {
    text.parse().map_err(no_such_number)
}

/// The number of a request.
pub(super) fn request(text: &str) -> Result<RequestNumber, Failure> {
    text.parse().map_err(no_such_number)
}

/// The number of a request, or of one of its cases.
pub(super) fn request_or_case(text: &str) -> Result<AccessLogOf, Failure> {
    match text.parse() {
        Ok(case) => Ok(AccessLogOf::Case(case)),
        Err(_) => text.parse().map(AccessLogOf::Request).map_err(no_such_number),
    }
}

/// A document number.
pub(super) fn document(text: &str) -> Result<DocumentNumber, Failure> {
    text.parse().map_err(no_such_number)
}

#[allow(clippy::needless_pass_by_value, reason = "it is what parsing gives")]
fn no_such_number(problem: NumberProblem) -> Failure {
    Failure::new(Exit::NotFound, "not-found", problem.text().get(spoken()))
}

/// A date.
pub(super) fn date(path: &str, text: &str) -> Result<NaiveDate, Failure> {
    parse_date(path, text, spoken()).map_err(|problem| unreadable(vec![problem], spoken()))
}

/// An instant, or a date and a time of day on the wall in Norway. An hour that comes twice is the first of the two.
pub(super) fn moment(path: &str, text: &str) -> Result<DateTime<Utc>, Failure> {
    let text = text.trim();
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Ok(instant.with_timezone(&Utc));
    }
    let shapes = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];
    let wall = shapes.into_iter().find_map(|shape| NaiveDateTime::parse_from_str(text, shape).ok());
    let Some(wall) = wall else {
        return Err(unknown(
            path,
            say!(
                "Tidspunktet kan ikke leses. Skriv dato og klokkeslett, for eksempel 2026-03-27T14:30.",
                "Tidspunktet kan ikkje lesast. Skriv dato og klokkeslett, til dømes 2026-03-27T14:30.",
                "The time cannot be read. Write the date and the time of day, for example 2026-03-27T14:30.",
            )
            .to_owned(),
        ));
    };
    oslo_instant(wall).ok_or_else(|| {
        unknown(
            path,
            say!(
                "Klokken ble stilt fram denne natten, så klokkeslettet finnes ikke. Rett klokkeslettet.",
                "Klokka blei stilt fram denne natta, så klokkeslettet finst ikkje. Rett klokkeslettet.",
                "The clocks went forward that night, so there is no such time of day. Correct the time.",
            )
            .to_owned(),
        )
    })
}

/// A register of the catalogue.
pub(super) fn register(rules: &Rules, id: &str) -> Result<RegisterId, Failure> {
    let register = rules.catalogue.find(id);
    let known = register.map(|register| register.id.clone());
    known.map_err(|unknown| Failure::new(Exit::NotWellFormed, "unknown-register", unknown.text().get(spoken())))
}

/// An identity number. What is wrong with it is told without repeating it.
pub(super) fn identity_number(path: &str, text: &str) -> Result<IdentityNumber, Failure> {
    IdentityNumber::parse(text).map_err(|problem| {
        let message = problem.text().get(spoken()).to_owned();
        unreadable(vec![FieldProblem { path: path.to_owned(), code: problem.code().to_owned(), message }], spoken())
    })
}

/// A word of a closed list that knows its own text.
pub(super) fn word<T: FromStr>(path: &str, text: &str) -> Result<T, Failure>
where
    T::Err: Told,
{
    known(path, text.parse::<T>())
}

/// A word of a closed list.
pub(super) fn choice<T>(
    path: &str,
    text: &str,
    read: impl Fn(&str) -> Option<T>,
    known: &[&str],
) -> Result<T, Failure> {
    read(text).ok_or_else(|| not_among(path, known))
}

/// That a word is not of a closed list.
pub(super) fn not_among(path: &str, known: &[&str]) -> Failure {
    let known = known.join(", ");
    unknown(
        path,
        say!(
            format!("Verdien er ikke en av disse: {known}. Velg en av dem."),
            format!("Verdien er ikkje ein av desse: {known}. Vel ein av dei."),
            format!("The value is none of these: {known}. Choose one of them."),
        ),
    )
}

/// What was read, or that the field cannot be this.
pub(super) fn known<T, E: Told>(path: &str, read: Result<T, E>) -> Result<T, Failure> {
    read.map_err(|problem| unknown(path, problem.text().get(spoken()).to_owned()))
}

/// A whole number from 1 to a most.
pub(super) fn within(path: &str, given: u32, most: u32) -> Result<u32, Failure> {
    if (1..=most).contains(&given) {
        return Ok(given);
    }
    Err(unknown(
        path,
        say!(
            format!("Skriv et helt tall fra 1 til {most}."),
            format!("Skriv eit heilt tal frå 1 til {most}."),
            format!("Write a whole number from 1 to {most}."),
        ),
    ))
}

/// Three fields, or everything that is wrong with any of them.
pub(super) fn together<A, B, C>(
    read: (Result<A, Failure>, Result<B, Failure>, Result<C, Failure>),
) -> Result<(A, B, C), Failure> {
    match read {
        (Ok(first), Ok(second), Ok(third)) => Ok((first, second, third)),
        (first, second, third) => {
            let failures = [first.err(), second.err(), third.err()];
            Err(unreadable(failures.into_iter().flatten().flat_map(|failure| failure.fields).collect(), spoken()))
        }
    }
}

/// Words that may not be missing.
pub(super) fn text(path: &str, given: &str, longest: usize) -> Result<String, Failure> {
    use unicode_normalization::UnicodeNormalization;
    let text: String = given.trim().nfc().collect();
    let length = text.chars().count();
    if text.is_empty() {
        return Err(unknown(
            path,
            say!(
                "Feltet er tomt. Skriv teksten.",
                "Feltet er tomt. Skriv teksten.",
                "The field is empty. Write the text.",
            )
            .to_owned(),
        ));
    }
    if length > longest {
        return Err(unknown(
            path,
            say!(
                format!("Teksten er på {length} tegn. Det er plass til {longest}. Korte den ned."),
                format!("Teksten er på {length} teikn. Det er plass til {longest}. Kort han ned."),
                format!("The text has {length} characters. There is room for {longest}. Shorten it."),
            ),
        ));
    }
    Ok(text)
}

pub(super) fn unknown(path: &str, message: String) -> Failure {
    Failure::new(Exit::NotWellFormed, "unknown-value", message.clone()).with_fields(vec![FieldProblem {
        path: path.to_owned(),
        code: "unknown-value".to_owned(),
        message,
    }])
}
