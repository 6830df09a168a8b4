//! The text of a table: UTF-8, UTF-16 with its mark, or what older programs in Norway write (Windows-1252).

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

/// The text in these bytes; none where they are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => WINDOWS_1252.decode_without_bom_handling_and_without_replacement(bytes)?,
        },
    };
    let plain = |character: char| !character.is_control() || matches!(character, '\t' | '\r' | '\n');
    text.chars().all(plain).then_some(text)
}

/// What separates the cells: of semicolon, comma and tabulator the one that the first line has most of, outside
/// quotation marks.
pub(super) fn separator(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b';', 0_usize), (b',', 0), (b'\t', 0)];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            other => counts.iter_mut().filter(|(mark, _)| *mark == other).for_each(|(_, count)| *count += 1),
        }
    }
    // The first of the marks that are as many wins: a comma is the decimal sign here.
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counts.iter().find(|(_, count)| *count == most).map_or(b';', |(mark, _)| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let text = "Når;Hvem\r\n02.03.2026;Bjørg Ås\r\n";
        let utf_8 = text.as_bytes().to_vec();
        let with_mark = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
        let (latin, ..) = WINDOWS_1252.encode(text);
        let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [utf_8, with_mark, latin.into_owned(), utf_16] {
            assert_eq!(decode(&bytes).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_text_is_told() {
        assert_eq!(decode(b"PK\x03\x04\x14\x00\x06"), None);
        assert_eq!(decode(b"\x00\x01\x02"), None);
    }

    #[test]
    fn the_mark_that_there_are_most_of_separates() {
        for (line, mark) in [
            ("a;b;c", b';'),
            ("a,b,c", b','),
            ("a\tb", b'\t'),
            ("\"a,b,c\";d", b';'),
            ("a;b,c", b';'),
            ("ett ord", b';'),
            ("", b';'),
        ] {
            assert_eq!(separator(line), mark, "{line}");
        }
    }
}
