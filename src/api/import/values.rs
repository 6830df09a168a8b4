//! What stands in a cell as a request says it: days as Excel writes them, numbers that Excel has changed, words of lists.

use chrono::{Days, NaiveDate};

use crate::adapter::exchange::ReadCell;
use crate::law::identity::IdentityNumber;
use crate::wording::Language;

/// A day as documents write it, where the cell holds one; otherwise the cell as it stands, so that it is refused in words.
pub(in crate::api) fn day(cell: &ReadCell, from_1904: bool) -> String {
    let text = cell.text();
    written_day(text).or_else(|| serial_day(text, from_1904)).map_or_else(|| text.to_owned(), |day| day.to_string())
}

/// 2026-01-31 or 31.01.2026, with midnight after it where a program wrote a time of day.
fn written_day(text: &str) -> Option<NaiveDate> {
    let (day, time) = match text.split_once(['T', ' ']) {
        Some((day, time)) => (day, time),
        None => (text, ""),
    };
    if !time.chars().all(|character| "0:.Z".contains(character)) {
        return None;
    }
    ["%Y-%m-%d", "%d.%m.%Y"].into_iter().find_map(|form| NaiveDate::parse_from_str(day, form).ok())
}

/// The day with this number in a spreadsheet. Only numbers of five digits are taken for one (1927–2173): a shorter number may
/// as well be a year.
fn serial_day(text: &str, from_1904: bool) -> Option<NaiveDate> {
    let whole = text.split(['.', ',']).next()?;
    if whole.len() != 5 || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',') {
        return None;
    }
    let first = if from_1904 { NaiveDate::from_ymd_opt(1904, 1, 1) } else { NaiveDate::from_ymd_opt(1899, 12, 30) };
    first?.checked_add_days(Days::new(whole.parse().ok()?))
}

/// An identity number as it was meant.
pub(in crate::api) enum ReadNumber {
    /// As it stands.
    Same(String),
    /// A spreadsheet had taken away the zero in front; with it, and only with it, it is a number that somebody can have.
    WithZero(String),
    /// A spreadsheet has rounded it; what it was cannot be known.
    Rounded,
}

/// An identity number. A spreadsheet that takes it for a count loses the zero in front.
pub(in crate::api) fn identity_number(cell: &ReadCell) -> ReadNumber {
    let text = cell.text();
    let digits: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let power = |character: char| matches!(character, 'e' | 'E');
    if digits.contains(power)
        && digits.chars().all(|character| character.is_ascii_digit() || "eE+,.".contains(character))
    {
        return ReadNumber::Rounded;
    }
    if digits.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let with_zero = format!("0{digits}");
        if IdentityNumber::parse(&with_zero).is_ok() {
            return ReadNumber::WithZero(with_zero);
        }
    }
    ReadNumber::Same(text.to_owned())
}

/// A word of a closed list: «Oppmøte» is `oppmote`.
pub(in crate::api) fn word(text: &str) -> String {
    let plain = text.trim().to_lowercase().replace(['ø', 'ö'], "o").replace(['å', 'æ', 'ä'], "a");
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

/// A language by its code or its name.
pub(in crate::api) fn language(text: &str) -> String {
    let code = match text.trim().to_lowercase().as_str() {
        "bokmål" | "norsk" | "no" => Language::Nb,
        "nynorsk" => Language::Nn,
        "engelsk" | "english" => Language::En,
        other => return other.to_owned(),
    };
    code.code().to_owned()
}

/// Lines of an address, or titles of attachments, that stand in one cell.
pub(in crate::api) fn parts(text: &str, separators: &[char]) -> Vec<String> {
    text.split(separators).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> ReadCell {
        ReadCell::Text(text.to_owned())
    }

    #[test]
    fn days_are_read_as_excel_writes_them() {
        for (given, day_of) in [
            ("2026-01-31", "2026-01-31"),
            ("31.01.2026", "2026-01-31"),
            ("31.1.2026", "2026-01-31"),
            ("46053", "2026-01-31"),
            ("46053.5", "2026-01-31"),
            ("2026-01-31T00:00:00", "2026-01-31"),
            ("31.01.2026 00:00", "2026-01-31"),
            ("31.01.2026 08:15", "31.01.2026 08:15"),
            ("2026", "2026"),
            ("31/01/2026", "31/01/2026"),
            ("30.02.2026", "30.02.2026"),
            ("", ""),
        ] {
            assert_eq!(day(&text(given), false), day_of, "{given}");
        }
        assert_eq!(day(&ReadCell::Number("44591".to_owned()), true), "2026-01-31");
    }

    #[test]
    fn a_number_that_excel_changed_is_mended_only_when_one_number_can_be_meant() {
        let read = |given: &str| match identity_number(&text(given)) {
            ReadNumber::Same(number) => number,
            ReadNumber::WithZero(number) => format!("0 + {number}"),
            ReadNumber::Rounded => "?".to_owned(),
        };
        assert_eq!(read("13846107759"), "13846107759");
        assert_eq!(read("138461 07759"), "138461 07759");
        assert_eq!(read("1,38461E+10"), "?");
        assert_eq!(read("1234567890"), "1234567890", "no valid number has it after a zero");
        let valid = (0..100_u32)
            .map(|control| format!("0184610{:04}", 7700 + control))
            .find(|number| IdentityNumber::parse(number).is_ok());
        let valid = valid.expect("some number has these control digits");
        assert_eq!(read(&valid[1..]), format!("0 + {valid}"));
    }

    #[test]
    fn words_of_lists_are_known_as_people_write_them() {
        assert_eq!(word("Oppmøte"), "oppmote");
        assert_eq!(word(" Strengt fortrolig "), "strengt-fortrolig");
        assert_eq!(language("Nynorsk"), "nn");
        assert_eq!(parts("Strandgata 7\n6700 Måløy", &['\n', ',']), ["Strandgata 7", "6700 Måløy"]);
    }
}
