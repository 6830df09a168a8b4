//! Dates in words. Language rules: a date is written «2. mars 2026» or 02.03.2026, never with a slash.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use super::Language;

/// The months, in bokmål and nynorsk alike.
pub const MONTHS_NORWEGIAN: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

/// The months in English.
pub const MONTHS_ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The weekday and the date: «mandag 2. mars 2026», «måndag 2. mars 2026», "Monday 2 March 2026".
#[must_use]
pub fn long_date(date: NaiveDate, language: Language) -> String {
    format!("{} {}", weekday(date, language), date_in_words(date, language))
}

/// The date with the month's name: «2. mars 2026», "2 March 2026".
#[must_use]
pub fn date_in_words(date: NaiveDate, language: Language) -> String {
    day_of_month_in_words(date.day(), date, language)
}

/// The date in figures: 02.03.2026. The same in every language, since letters and lists mix them.
#[must_use]
pub fn short_date(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// The time of day, as it stands after a date: «kl. 14.30», "at 14:30".
#[must_use]
pub fn clock(at: NaiveDateTime, language: Language) -> String {
    match language {
        Language::Nb | Language::Nn => at.format("kl. %H.%M").to_string(),
        Language::En => at.format("at %H:%M").to_string(),
    }
}

/// The name of the date's weekday, as it stands inside a sentence.
#[must_use]
pub fn weekday(date: NaiveDate, language: Language) -> &'static str {
    let [nb, nn, en] = match date.weekday() {
        Weekday::Mon => ["mandag", "måndag", "Monday"],
        Weekday::Tue => ["tirsdag", "tysdag", "Tuesday"],
        Weekday::Wed => ["onsdag", "onsdag", "Wednesday"],
        Weekday::Thu => ["torsdag", "torsdag", "Thursday"],
        Weekday::Fri => ["fredag", "fredag", "Friday"],
        Weekday::Sat => ["lørdag", "laurdag", "Saturday"],
        Weekday::Sun => ["søndag", "søndag", "Sunday"],
    };
    match language {
        Language::Nb => nb,
        Language::Nn => nn,
        Language::En => en,
    }
}

/// The name of the date's month, as it stands inside a sentence.
#[must_use]
pub fn month(date: NaiveDate, language: Language) -> &'static str {
    let names = match language {
        Language::Nb | Language::Nn => &MONTHS_NORWEGIAN,
        Language::En => &MONTHS_ENGLISH,
    };
    names[date.month0() as usize]
}

/// A day number together with the month and the year of `within`. The day may be one that the month lacks:
/// «31. februar 2026» is what a reader must see before being told that it does not exist.
#[must_use]
pub fn day_of_month_in_words(day: u32, within: NaiveDate, language: Language) -> String {
    let (month, year) = (month(within, language), within.year());
    match language {
        Language::Nb | Language::Nn => format!("{day}. {month} {year}"),
        Language::En => format!("{day} {month} {year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second_of_march() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default()
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        let date = second_of_march();
        assert_eq!(long_date(date, Language::Nb), "mandag 2. mars 2026");
        assert_eq!(long_date(date, Language::Nn), "måndag 2. mars 2026");
        assert_eq!(long_date(date, Language::En), "Monday 2 March 2026");
        assert_eq!(date_in_words(date, Language::Nb), "2. mars 2026");
        assert_eq!(date_in_words(date, Language::En), "2 March 2026");
        assert_eq!(short_date(date), "02.03.2026");
    }

    #[test]
    fn a_day_that_the_month_lacks_can_be_named() {
        let february = NaiveDate::from_ymd_opt(2026, 2, 28).unwrap_or_default();
        assert_eq!(day_of_month_in_words(31, february, Language::Nn), "31. februar 2026");
    }
}
