//! Reading single fields, and gathering everything that is wrong with them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use unicode_normalization::UnicodeNormalization;

use crate::api::dates::parse_date;
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::spoken::{cited, say, spoken};

/// Nobody who writes today was born before this year.
const FIRST_YEAR: i32 = 1900;
/// The last year in which a date is taken for meant.
const LAST_YEAR: i32 = 2999;

/// Everything that is wrong with a draft so far.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<FieldProblem>,
    malformed: bool,
    rule: Option<(String, &'static str)>,
}

impl Problems {
    /// A field that is not well-formed.
    pub fn push(&mut self, path: &str, code: &str, message: impl Into<String>) {
        self.malformed = true;
        self.refuse(path, code, message);
    }

    /// A field that is well-formed, but that a rule refuses.
    pub fn refuse(&mut self, path: &str, code: &str, message: impl Into<String>) {
        self.found.push(FieldProblem { path: path.to_owned(), code: code.to_owned(), message: message.into() });
    }

    /// A field that a rule with a source in law refuses.
    pub fn refuse_by_law(&mut self, path: &str, code: &str, message: impl Into<String>, source: &'static str) {
        self.rule.get_or_insert_with(|| (code.to_owned(), source));
        self.refuse(path, code, message);
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub fn len(&self) -> usize {
        self.found.len()
    }

    pub fn get(&self, place: usize) -> Option<&FieldProblem> {
        self.found.get(place)
    }

    pub fn has(&self, path: &str) -> bool {
        self.found.iter().any(|problem| problem.path == path)
    }

    pub fn into_failure(self) -> Failure {
        let exit = if self.malformed { Exit::NotWellFormed } else { Exit::RuleRefuses };
        let count = self.found.len();
        let message = match count {
            1 => say!(
                "Henvendelsen er ikke registrert. Rett ett felt og prøv igjen.",
                "Førespurnaden er ikkje registrert. Rett eitt felt og prøv igjen.",
                "The request is not registered. Correct one field and try again.",
            )
            .to_owned(),
            _ => say!(
                format!("Henvendelsen er ikke registrert. Rett {count} felt og prøv igjen."),
                format!("Førespurnaden er ikkje registrert. Rett {count} felt og prøv igjen."),
                format!("The request is not registered. Correct {count} fields and try again."),
            ),
        };
        let failure = Failure::new(exit, "invalid-request", message).with_fields(self.found);
        match self.rule {
            Some((rule, source)) if exit == Exit::RuleRefuses => failure.with_rule(rule, cited(source)),
            Some(_) | None => failure,
        }
    }

    /// The failure for a correction of what is known of the person.
    pub fn into_correction_failure(self) -> Failure {
        let message = match self.found.len() {
            1 => say!(
                "Opplysningene er ikke endret. Rett ett felt og prøv igjen.",
                "Opplysningane er ikkje endra. Rett eitt felt og prøv igjen.",
                "The details are not changed. Correct one field and try again.",
            )
            .to_owned(),
            count => say!(
                format!("Opplysningene er ikke endret. Rett {count} felt og prøv igjen."),
                format!("Opplysningane er ikkje endra. Rett {count} felt og prøv igjen."),
                format!("The details are not changed. Correct {count} fields and try again."),
            ),
        };
        Failure { message, ..self.into_failure() }
    }

    /// A value of a closed list; missing is a problem.
    pub fn choice<T>(
        &mut self,
        path: &str,
        given: Option<&str>,
        read: impl Fn(&str) -> Option<T>,
        known: &[&str],
    ) -> Option<T> {
        let given = given.unwrap_or_default();
        let value = read(given);
        if value.is_none() {
            let known = known.join(", ");
            if given.is_empty() {
                self.push(
                    path,
                    "missing",
                    say!(
                        format!("Velg en av disse: {known}."),
                        format!("Vel ein av desse: {known}."),
                        format!("Choose one of these: {known}."),
                    ),
                );
            } else {
                self.push(
                    path,
                    "unknown-value",
                    say!(
                        format!("Verdien er ikke en av disse: {known}. Velg en av dem."),
                        format!("Verdien er ikkje ein av desse: {known}. Vel ein av dei."),
                        format!("The value is none of these: {known}. Choose one of them."),
                    ),
                );
            }
        }
        value
    }

    /// A value of a closed list that may be missing.
    pub fn optional_choice<T>(
        &mut self,
        path: &str,
        given: Option<&str>,
        read: impl Fn(&str) -> Option<T>,
        known: &[&str],
    ) -> Option<T> {
        given.filter(|given| !given.is_empty()).and_then(|given| self.choice(path, Some(given), read, known))
    }

    /// A date that may be missing.
    pub fn date(&mut self, path: &str, given: Option<&str>) -> Option<NaiveDate> {
        let given = given.map(str::trim).filter(|given| !given.is_empty())?;
        match parse_date(path, given, spoken()) {
            Ok(date) if (FIRST_YEAR..=LAST_YEAR).contains(&date.year()) => Some(date),
            Ok(_) => {
                self.push(
                    path,
                    "impossible-date",
                    say!(
                        format!("Året i {given} kan ikke stemme. Skriv datoen på nytt."),
                        format!("Året i {given} kan ikkje stemme. Skriv datoen på nytt."),
                        format!("The year in {given} cannot be right. Write the date again."),
                    ),
                );
                None
            }
            Err(problem) => {
                self.push(path, &problem.code, problem.message);
                None
            }
        }
    }

    /// An instant that may be missing.
    pub fn instant(&mut self, path: &str, given: Option<&str>) -> Option<DateTime<Utc>> {
        let given = given.map(str::trim).filter(|given| !given.is_empty())?;
        match DateTime::parse_from_rfc3339(given) {
            Ok(instant) => Some(instant.with_timezone(&Utc)),
            Err(_) => {
                self.push(
                    path,
                    "not-an-instant",
                    say!(
                        "Dette er ikke et tidspunkt. Skriv dato, klokkeslett og tidssone, for eksempel 2026-03-02T23:47:00+01:00.",
                        "Dette er ikkje eit tidspunkt. Skriv dato, klokkeslett og tidssone, til dømes 2026-03-02T23:47:00+01:00.",
                        "This is no point in time. Write the date, the time and the time zone, for example 2026-03-02T23:47:00+01:00.",
                    ),
                );
                None
            }
        }
    }

    /// Words, trimmed and in one Unicode form; `None` if there are none.
    pub fn text(&mut self, path: &str, given: Option<&str>, longest: usize) -> Option<String> {
        let text: String = given?.trim().nfc().collect();
        let length = text.chars().count();
        if length > longest {
            self.push(
                path,
                "too-long",
                say!(format!("Teksten er på {length} tegn. Det er plass til {longest}. Korte den ned, og ta vare på resten som vedlegg."), format!("Teksten er på {length} teikn. Det er plass til {longest}. Kort han ned, og ta vare på resten som vedlegg."), format!("The text has {length} characters. There is room for {longest}. Shorten it, and keep the rest as an attachment.")),
            );
            return None;
        }
        if text.chars().any(|character| character.is_control() && !matches!(character, '\n' | '\r' | '\t')) {
            self.push(
                path,
                "control-character",
                say!(
                    "Teksten inneholder et styretegn som ikke kan skrives. Skriv den på nytt.",
                    "Teksten har eit styreteikn som ikkje kan skrivast. Skriv han på nytt.",
                    "The text has a control character that cannot be written. Write it again.",
                ),
            );
            return None;
        }
        (!text.is_empty()).then_some(text)
    }
}
