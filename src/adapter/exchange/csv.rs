//! Tables as CSV, the way Excel in Norway opens them: UTF-8 with a mark at the beginning, semicolons, CR LF, dates dd.mm.yyyy.

use chrono::NaiveDate;

/// By this Excel knows that the file is UTF-8; without it «ø» becomes two other letters.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// What separates cells where the comma is the decimal sign.
const SEPARATOR: char = ';';

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
            Self::Text(text) => quoted(&harmless(text)),
            Self::Date(day) => day.format("%d.%m.%Y").to_string(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// The table as a file.
#[must_use]
pub fn csv(heads: &[&str], rows: &[Vec<Cell>]) -> Vec<u8> {
    let separator = SEPARATOR.to_string();
    let mut lines = vec![heads.iter().map(|head| quoted(head)).collect::<Vec<_>>().join(&separator)];
    lines.extend(rows.iter().map(|row| row.iter().map(Cell::written).collect::<Vec<_>>().join(&separator)));
    let mut text = BYTE_ORDER_MARK.to_owned();
    for line in lines {
        text.push_str(&line);
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// The words with an apostrophe before them where a spreadsheet would take them for a formula and carry it out. Blanks
/// before the sign do not stop it from doing so.
fn harmless(text: &str) -> String {
    let begins = text.trim_start().chars().next();
    let formula = begins.is_some_and(|first| "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(first));
    if formula || text.starts_with(['\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}

/// The words between quotation marks where something in them would end the cell.
fn quoted(text: &str) -> String {
    let breaks = |character: char| matches!(character, SEPARATOR | '"' | '\r' | '\n');
    if text.contains(breaks) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
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
            assert_eq!(Cell::Text(words.to_owned()).written(), cell, "{words}");
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
