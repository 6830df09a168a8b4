//! Dates as they are typed. They are read here, not by a parser of arguments or documents, so that every wrong date of a command is
//! told at once and in the user's language.

use chrono::NaiveDate;

use super::{Exit, Failure, FieldProblem};
use crate::wording::Language;

/// Reads a date written `YYYY-MM-DD`.
///
/// # Errors
/// The text has another shape, or there is no such day. `path` says where it stands in the input. Text of another shape
/// is not repeated in the message: it may be anything.
pub fn parse_date(path: &str, text: &str, language: Language) -> Result<NaiveDate, FieldProblem> {
    let problem = |code: &str, message: String| FieldProblem { path: path.to_owned(), code: code.to_owned(), message };
    if !is_shaped_like_a_date(text) {
        return Err(problem("date-not-written-right", other_shape(language)));
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| problem("no-such-date", no_such_day(text, language)))
}

/// The failure of a command whose fields cannot be read. One problem is the message itself; several are counted, and
/// stand in `fields`.
#[must_use]
pub fn unreadable(fields: Vec<FieldProblem>, language: Language) -> Failure {
    let message = match fields.as_slice() {
        [only] => only.message.clone(),
        several => to_correct(several.len(), language),
    };
    Failure::new(Exit::NotWellFormed, "not-well-formed", message).with_fields(fields)
}

fn to_correct(count: usize, language: Language) -> String {
    match language {
        Language::Nb => format!("{count} opplysninger må rettes."),
        Language::Nn => format!("{count} opplysningar må rettast."),
        Language::En => format!("{count} entries must be corrected."),
    }
}

fn is_shaped_like_a_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn other_shape(language: Language) -> String {
    match language {
        Language::Nb => "Datoen kan ikke leses. Skriv den som ÅÅÅÅ-MM-DD, for eksempel 2026-01-31.",
        Language::Nn => "Datoen kan ikkje lesast. Skriv han som ÅÅÅÅ-MM-DD, til dømes 2026-01-31.",
        Language::En => "The date cannot be read. Write it as YYYY-MM-DD, for example 2026-01-31.",
    }
    .to_owned()
}

fn no_such_day(text: &str, language: Language) -> String {
    match language {
        Language::Nb => format!("{text} finnes ikke. Skriv datoen som ÅÅÅÅ-MM-DD."),
        Language::Nn => format!("{text} finst ikkje. Skriv datoen som ÅÅÅÅ-MM-DD."),
        Language::En => format!("{text} does not exist. Write the date as YYYY-MM-DD."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(text: &str) -> String {
        parse_date("received", text, Language::Nb).map_or_else(|problem| problem.code, |date| date.to_string())
    }

    #[test]
    fn only_four_two_and_two_digits_are_a_date() {
        assert_eq!(code_of("2024-02-29"), "2024-02-29");
        assert_eq!(code_of("2026-02-29"), "no-such-date");
        assert_eq!(code_of("2026-13-01"), "no-such-date");
        for text in ["", "2026-1-31", "31.01.2026", "20260131", "+2026-01-3", "2026-01-31T00", "２026-01-31"] {
            assert_eq!(code_of(text), "date-not-written-right", "{text}");
        }
    }
}
