//! The wording of the steps that lead to a date: what happened, then what it does to the deadline.
//!
//! Each function takes plain dates and numbers; which step applies is for the law to say.

use chrono::NaiveDate;

use super::Language;
use super::dates::{date_in_words, day_of_month_in_words, long_date, month};

/// The request came in on a working day.
#[must_use]
pub fn received(on: NaiveDate, language: Language) -> String {
    let day = long_date(on, language);
    match language {
        Language::Nb => format!("Henvendelsen kom inn {day}. Fristen regnes fra denne dagen."),
        Language::Nn => format!("Førespurnaden kom inn {day}. Fristen blir rekna frå denne dagen."),
        Language::En => format!("The request arrived on {day}. The deadline is counted from that day."),
    }
}

/// The request came in on a Saturday, Sunday or public holiday, which counts all the same.
#[must_use]
pub fn received_on_day_off(on: NaiveDate, language: Language) -> String {
    let day = long_date(on, language);
    match language {
        Language::Nb => {
            format!("Henvendelsen kom inn {day}. Fristen regnes fra denne dagen, selv om den ikke er en virkedag.")
        }
        Language::Nn => {
            format!(
                "Førespurnaden kom inn {day}. Fristen blir rekna frå denne dagen, sjølv om han ikkje er ein yrkedag."
            )
        }
        Language::En => format!(
            "The request arrived on {day}. The deadline is counted from that day, although it is not a working day."
        ),
    }
}

/// The day of receipt was registered as another one first.
#[must_use]
pub fn receipt_corrected(from: NaiveDate, language: Language) -> String {
    let day = date_in_words(from, language);
    match language {
        Language::Nb => format!("Datoen er rettet fra {day}, som ble registrert først."),
        Language::Nn => format!("Datoen er retta frå {day}, som blei registrert først."),
        Language::En => format!("The date is corrected from {day}, which was registered first."),
    }
}

/// One month was added, and the month has that day.
#[must_use]
pub fn one_month(to_on: NaiveDate, language: Language) -> String {
    let day = date_in_words(to_on, language);
    match language {
        Language::Nb => format!("Én måned etter mottak er {day}."),
        Language::Nn => format!("Éin månad etter mottak er {day}."),
        Language::En => format!("One month after receipt is {day}."),
    }
}

/// One month was added, and the month lacks day number `missing_day`.
#[must_use]
pub fn one_month_would_be(missing_day: u32, within: NaiveDate, language: Language) -> String {
    let day = day_of_month_in_words(missing_day, within, language);
    match language {
        Language::Nb => format!("Én måned etter mottak ville vært {day}."),
        Language::Nn => format!("Éin månad etter mottak ville ha vore {day}."),
        Language::En => format!("One month after receipt would be {day}."),
    }
}

/// Other months were added than the law gives, since somebody asks what would be if.
#[must_use]
pub fn supposed_months(months: u32, to_on: NaiveDate, language: Language) -> String {
    let day = date_in_words(to_on, language);
    match (language, months) {
        (Language::Nb, 1) => format!("Her tenkt: én måned etter mottak, {day}."),
        (Language::Nn, 1) => format!("Her tenkt: éin månad etter mottak, {day}."),
        (Language::En, 1) => format!("Supposed here: one month after receipt, {day}."),
        (Language::Nb, _) => format!("Her tenkt: {months} måneder etter mottak, {day}."),
        (Language::Nn, _) => format!("Her tenkt: {months} månader etter mottak, {day}."),
        (Language::En, _) => format!("Supposed here: {months} months after receipt, {day}."),
    }
}

/// Three months were added since the deadline is extended, and the month has that day.
#[must_use]
pub fn three_months(to_on: NaiveDate, notice_on: NaiveDate, language: Language) -> String {
    let day = date_in_words(to_on, language);
    match language {
        Language::Nb => format!("{}Tre måneder etter mottak er {day}.", extended(notice_on, language)),
        Language::Nn => format!("{}Tre månader etter mottak er {day}.", extended(notice_on, language)),
        Language::En => format!("{}Three months after receipt is {day}.", extended(notice_on, language)),
    }
}

/// Three months were added since the deadline is extended, and the month lacks day number `missing_day`.
#[must_use]
pub fn three_months_would_be(missing_day: u32, within: NaiveDate, notice_on: NaiveDate, language: Language) -> String {
    let day = day_of_month_in_words(missing_day, within, language);
    match language {
        Language::Nb => format!("{}Tre måneder etter mottak ville vært {day}.", extended(notice_on, language)),
        Language::Nn => format!("{}Tre månader etter mottak ville ha vore {day}.", extended(notice_on, language)),
        Language::En => format!("{}Three months after receipt would be {day}.", extended(notice_on, language)),
    }
}

fn extended(notice_on: NaiveDate, language: Language) -> String {
    let day = date_in_words(notice_on, language);
    match language {
        Language::Nb => format!("Fristen er forlenget. Varselet ble sendt {day}. "),
        Language::Nn => format!("Fristen er forlengd. Varselet blei sendt {day}. "),
        Language::En => format!("The deadline is extended. The notice was sent on {day}. "),
    }
}

/// The month lacks that day number, so its last day is taken.
#[must_use]
pub fn clamp(missing_day: u32, to_on: NaiveDate, language: Language) -> String {
    let (name, day) = (month(to_on, language), date_in_words(to_on, language));
    match language {
        Language::Nb => {
            format!("{} har ikke {missing_day} dager, derfor siste dag i måneden: {day}.", capitalised(name))
        }
        Language::Nn => {
            format!("{} har ikkje {missing_day} dagar, derfor siste dag i månaden: {day}.", capitalised(name))
        }
        Language::En => format!("{name} does not have {missing_day} days, so the last day of the month: {day}."),
    }
}

/// The case was on hold, and the days are added.
#[must_use]
pub fn add_pause(start_on: NaiveDate, end_on: NaiveDate, days: u32, language: Language) -> String {
    let (start, end) = (date_in_words(start_on, language), date_in_words(end_on, language));
    match (language, days) {
        (Language::Nb, 1) => {
            format!("Saken sto på vent fra {start} til svaret kom {end}. Det er én dag, og den legges til.")
        }
        (Language::Nb, _) => {
            format!("Saken sto på vent fra {start} til svaret kom {end}. Det er {days} dager, og de legges til.")
        }
        (Language::Nn, 1) => {
            format!("Saka stod på vent frå {start} til svaret kom {end}. Det er éin dag, og han blir lagd til.")
        }
        (Language::Nn, _) => {
            format!("Saka stod på vent frå {start} til svaret kom {end}. Det er {days} dagar, og dei blir lagde til.")
        }
        (Language::En, 1) => {
            format!("The case was on hold from {start} until the reply came on {end}. That is one day, which is added.")
        }
        (Language::En, _) => format!(
            "The case was on hold from {start} until the reply came on {end}. That is {days} days, which are added."
        ),
    }
}

/// Why the days of a pause are added to the day to which the last day moved. Follows [`add_pause`].
#[must_use]
pub fn counted_from_moved_day(from_on: NaiveDate, language: Language) -> String {
    let from = date_in_words(from_on, language);
    match language {
        Language::Nb => {
            format!("Det regnes fra {from}, fordi ingen virkedag var igjen før den dagen da pausen begynte.")
        }
        Language::Nn => {
            format!("Det blir rekna frå {from}, fordi ingen yrkedag var att før den dagen då pausen byrja.")
        }
        Language::En => {
            format!("The count starts from {from}, since no working day was left before it when the pause began.")
        }
    }
}

/// The case is on hold still.
#[must_use]
pub fn open_pause(since_on: NaiveDate, language: Language) -> String {
    let since = date_in_words(since_on, language);
    match language {
        Language::Nb => format!("Saken står på vent fra {since}. Fristen løper ikke før svaret kommer."),
        Language::Nn => format!("Saka står på vent frå {since}. Fristen går ikkje før svaret kjem."),
        Language::En => {
            format!("The case has been on hold since {since}. The deadline does not run until the reply comes.")
        }
    }
}

/// The case was put on hold after the deadline, which changes nothing.
#[must_use]
pub fn skip_pause_after_deadline(start_on: NaiveDate, due_on: NaiveDate, language: Language) -> String {
    let (start, due) = (date_in_words(start_on, language), date_in_words(due_on, language));
    match language {
        Language::Nb => {
            format!("Saken ble satt på vent {start}. Da var fristen {due} allerede ute, så pausen endrer ingenting.")
        }
        Language::Nn => {
            format!("Saka blei sett på vent {start}. Då var fristen {due} alt ute, så pausen endrar ingenting.")
        }
        Language::En => format!(
            "The case was put on hold on {start}. The deadline of {due} had already passed, so the pause changes nothing."
        ),
    }
}

/// The reply came on the day of the question, so there is no day to add.
#[must_use]
pub fn skip_pause_same_day(on: NaiveDate, language: Language) -> String {
    let day = date_in_words(on, language);
    match language {
        Language::Nb => {
            format!("Svaret kom samme dag som spørsmålet ble stilt, {day}. Det er ingen dager å legge til.")
        }
        Language::Nn => {
            format!("Svaret kom same dag som spørsmålet blei stilt, {day}. Det er ingen dagar å leggje til.")
        }
        Language::En => {
            format!("The reply came on the day the question was asked, {day}. There are no days to add.")
        }
    }
}

/// The last day is no working day, so the deadline moves. `day_off` says in the same language what the day is,
/// with its article where it takes one: «en lørdag», «skjærtorsdag», "a Saturday".
#[must_use]
pub fn roll(from_on: NaiveDate, day_off: &str, to_on: NaiveDate, language: Language) -> String {
    let (from, to) = (date_in_words(from_on, language), long_date(to_on, language));
    match language {
        Language::Nb => format!("{from} er {day_off}. Fristen flyttes til neste virkedag, {to}."),
        Language::Nn => format!("{from} er {day_off}. Fristen blir flytta til neste yrkedag, {to}."),
        Language::En => format!("{from} is {day_off}. The deadline moves to the next working day, {to}."),
    }
}

/// The question was asked late; a request for information must be made without undue delay.
#[must_use]
pub fn asked_late(days: u32, language: Language) -> String {
    match language {
        Language::Nb => {
            format!("Spørsmålet ble stilt {days} dager etter mottak. Skriv hvorfor, for pausen kan bli underkjent.")
        }
        Language::Nn => {
            format!("Spørsmålet blei stilt {days} dagar etter mottak. Skriv kvifor, for pausen kan bli underkjend.")
        }
        Language::En => {
            format!(
                "The question was asked {days} days after receipt. Write down why, since the pause may be set aside."
            )
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
