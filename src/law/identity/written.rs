//! Where identity numbers, or what looks like them, stand in running text.

use std::ops::Range;

/// What people write between the six digits of the date and the last five: a space of some width, a point, a hyphen or a dash.
const BETWEEN: [char; 10] =
    [' ', '\u{A0}', '\u{2009}', '\u{202F}', '.', '-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}'];

/// Where eleven digits stand together, or six and then five with one sign between them; in bytes, from first to last.
/// Letters may stand right beside them, other digits not. Whether such a number exists is not asked: one that was
/// mistyped points to somebody all the same.
#[must_use]
pub fn identity_numbers_in(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(skipped) = text[start..].find(|character: char| character.is_ascii_digit()) {
        start += skipped;
        let mut end = start + digits(&text[start..]);
        match end - start {
            11 => found.push(start..end),
            6 => {
                let sign = text[end..].chars().next().filter(|sign| BETWEEN.contains(sign));
                let rest = end + sign.map_or(0, char::len_utf8);
                if sign.is_some() && digits(&text[rest..]) == 5 {
                    end = rest + 5;
                    found.push(start..end);
                }
            }
            _ => {}
        }
        start = end;
    }
    found
}

/// How many digits a text begins with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_people_write_it() {
        for (text, wanted) in [
            ("13846120100", vec!["13846120100"]),
            ("nr. 138461 20100.", vec!["138461 20100"]),
            ("138461-20100 og 138461.20100", vec!["138461-20100", "138461.20100"]),
            ("fnr13846120100x", vec!["13846120100"]),
            ("født138461–20100å", vec!["138461–20100"]),
            ("138461\u{A0}20100", vec!["138461\u{A0}20100"]),
            ("138461 138461 20100", vec!["138461 20100"]),
            ("138461  20100", vec![]),
            ("1384612010", vec![]),
            ("138461201001", vec![]),
            ("138461-201001", vec![]),
            ("2138461-20100", vec![]),
            ("2026/00001 – 138461", vec![]),
            ("", vec![]),
        ] {
            let found: Vec<&str> = identity_numbers_in(text).into_iter().map(|place| &text[place]).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
