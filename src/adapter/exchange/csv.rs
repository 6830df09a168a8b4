//! Tables as CSV, the way Excel in Norway opens them: UTF-8 with a mark at the beginning, semicolons, CR LF, dates dd.mm.yyyy.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};
use chrono::NaiveDate;

/// By this Excel knows that the file is UTF-8; without it «ø» becomes two other letters.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// What separates cells where the comma is the decimal sign.
const SEPARATOR: u8 = b';';

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A count.
    Number(u64),
}

impl Cell {
    /// A day, if there is one.
    #[must_use]
    pub fn date(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Date)
    }

    /// Words, if there are any.
    #[must_use]
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => harmless(text),
            Self::Date(day) => day.format("%d.%m.%Y").to_string(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// The table as a file.
#[must_use]
pub fn csv(heads: &[&str], rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(SEPARATOR)
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let mut lines = std::iter::once(heads.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>())
        .chain(rows.iter().map(|row| row.iter().map(Cell::written).collect()));
    // Memory takes every line.
    let written = lines.try_for_each(|line| writer.write_record(line));
    debug_assert!(written.is_ok());
    writer.into_inner().unwrap_or_default()
}

/// The words with an apostrophe before them where a spreadsheet would take them for a formula and carry it out. Blanks
/// before the sign do not stop it from doing so.
fn harmless(text: &str) -> String {
    let begins = text.trim_start().chars().next();
    let formula = begins.is_some_and(|first| "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(first));
    if formula || text.starts_with(['\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_in_their_cell_and_are_never_a_formula() {
        for (words, cell) in [
            ("KPR", "KPR"),
            ("Blå resept", "Blå resept"),
            ("innsyn; retting", "\"innsyn; retting\""),
            ("den «nye» \"loven\"", "\"den «nye» \"\"loven\"\"\""),
            ("første\nandre", "\"første\nandre\""),
            ("=HYPERLINK(\"http://eksempel.no\")", "\"'=HYPERLINK(\"\"http://eksempel.no\"\")\""),
            ("+47", "'+47"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1+1", "'  =1+1"),
            ("\t=1+1", "'\t=1+1"),
            ("\tord", "'\tord"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("2026/00012-a", "2026/00012-a"),
            ("", ""),
        ] {
            let file = csv(&["a", "b"], &[vec![Cell::Text(words.to_owned()), Cell::Empty]]);
            let text = String::from_utf8(file).expect("UTF-8");
            assert_eq!(text, format!("\u{feff}a;b\r\n{cell};\r\n"), "{words}");
        }
    }

    #[test]
    fn a_table_is_what_excel_in_norway_opens() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2);
        let rows = [vec![Cell::text(Some("2026/00012-a")), Cell::date(day), Cell::Number(3), Cell::Empty]];
        let file = csv(&["Saksnummer", "Svarfrist", "Dager igjen", "Besvart"], &rows);
        let text = "\u{feff}Saksnummer;Svarfrist;Dager igjen;Besvart\r\n2026/00012-a;02.03.2026;3;\r\n";
        assert_eq!(String::from_utf8(file).expect("UTF-8"), text);
    }
}
