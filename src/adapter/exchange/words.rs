//! The words of a text document: what stands in its paragraphs and the cells of its tables, and nothing of how it looks.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::xml::{attribute, character};

/// So many blanks in a row at most, whatever a document asks for.
const MOST_BLANKS: usize = 100;

/// What the elements of a kind of document mean, by their local names.
pub(super) struct Form {
    /// The part that the words stand in.
    pub part: &'static str,
    /// Words are taken inside these alone.
    words: &'static [&'static str],
    paragraphs: &'static [&'static str],
    cell: &'static str,
    row: &'static str,
    breaks: &'static [&'static str],
    /// How it looks, what was taken out, what somebody remarked, and what stands in it twice.
    left_out: &'static [&'static str],
}

pub(super) const DOCX: Form = Form {
    part: "word/document.xml",
    words: &["t"],
    paragraphs: &["p"],
    cell: "tc",
    row: "tr",
    breaks: &["br", "cr"],
    left_out: &["pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "moveFrom", "del", "Fallback"],
};

pub(super) const ODT: Form = Form {
    part: "content.xml",
    words: &["p", "h"],
    paragraphs: &["p", "h"],
    cell: "table-cell",
    row: "table-row",
    breaks: &["line-break"],
    left_out: &["scripts", "font-face-decls", "automatic-styles", "tracked-changes", "annotation", "forms"],
};

/// The words of a part, at most so many characters, and whether there is more. What cannot be read ends them.
pub(super) fn words(part: &[u8], form: &Form, most: usize) -> (String, bool) {
    let mut xml = Reader::from_reader(part);
    let (mut buffer, mut text) = (Vec::new(), Words { text: String::new(), left: most });
    let (mut open, mut inside, mut outside) = (0_usize, 0_usize, 0_usize);
    loop {
        buffer.clear();
        let Ok(event) = xml.read_event_into(&mut buffer) else { return (text.text, true) };
        match event {
            Event::Start(tag) => {
                open += 1;
                let name = tag.local_name();
                if outside > 0 || form.left_out.contains(&name.as_ref()) {
                    outside += 1;
                } else if form.words.contains(&name.as_ref()) {
                    inside += 1;
                }
            }
            Event::Empty(tag) if outside == 0 => match tag.local_name().as_ref() {
                "tab" => text.push('\t'),
                name if form.breaks.contains(&name) => text.push('\n'),
                name if form.paragraphs.contains(&name) => text.push('\n'),
                // In an OpenDocument blanks beyond the first are counted.
                "s" if inside > 0 => {
                    let count = attribute(&tag, "text:c").and_then(|count| count.parse().ok()).unwrap_or(1);
                    (0..MOST_BLANKS.min(count)).for_each(|_| text.push(' '));
                }
                _ => {}
            },
            Event::End(_) if outside > 0 => (open, outside) = (open.saturating_sub(1), outside - 1),
            Event::End(tag) => {
                open = open.saturating_sub(1);
                let name = tag.local_name();
                if form.words.contains(&name.as_ref()) {
                    inside = inside.saturating_sub(1);
                }
                match name.as_ref() {
                    name if form.paragraphs.contains(&name) => text.push('\n'),
                    name if name == form.cell => text.end_with('\t'),
                    name if name == form.row => text.end_with('\n'),
                    _ => {}
                }
            }
            Event::Text(piece) if inside > 0 && outside == 0 => text.extend(&piece.xml10_content()),
            Event::CData(piece) if inside > 0 && outside == 0 => text.extend(&piece.xml10_content()),
            Event::GeneralRef(reference) if inside > 0 && outside == 0 => match character(&reference) {
                Some(character) => text.push(character),
                None => return (text.text, true),
            },
            Event::DocType(_) => return (text.text, true),
            // Whatever is open still goes on where this ends.
            Event::Eof => return (text.text, open > 0),
            Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_) => {}
        }
        if text.left == 0 {
            return (text.text, true);
        }
    }
}

/// Words that grow no further than there is room for.
struct Words {
    text: String,
    left: usize,
}

impl Words {
    fn push(&mut self, character: char) {
        if self.left > 0 {
            self.text.push(character);
            self.left -= 1;
        }
    }

    /// Words as they are read: where a line is broken in the file is no matter.
    fn extend(&mut self, piece: &str) {
        piece
            .chars()
            .for_each(|character| self.push(if character == '\n' || character == '\r' { ' ' } else { character }));
    }

    /// The end of a cell or a row, in place of the end of its last paragraph.
    fn end_with(&mut self, end: char) {
        if self.text.ends_with(['\n', '\t']) {
            self.text.pop();
            self.left += 1;
        }
        self.push(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_tables_and_breaks_become_lines_and_what_is_not_read_stays_away() {
        let docx = "<w:document><w:body>\
            <w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Sm&#248;rbr&amp;d</w:t><w:tab/><w:t xml:space='preserve'> to</w:t></w:r></w:p>\
            <w:p><w:del><w:r><w:delText>strøket</w:delText></w:r></w:del><w:r><w:instrText>HYPERLINK</w:instrText><w:br/><w:t>linje</w:t></w:r></w:p>\
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
            <w:p><mc:AlternateContent><mc:Choice><w:t>én gang</w:t></mc:Choice><mc:Fallback><w:t>to ganger</w:t></mc:Fallback></mc:AlternateContent></w:p>\
            </w:body></w:document>";
        let odt = "<office:document-content><office:automatic-styles><style:p>stil</style:p></office:automatic-styles><office:body>\
            <text:tracked-changes><text:p>strøket</text:p></text:tracked-changes> \
            <text:h>Overskrift</text:h><text:p>to<text:s text:c='3'/>ord<text:tab/>tabulert<text:line-break/>ny<office:annotation><text:p>merknad</text:p></office:annotation> linje</text:p>\
            <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>\
            </office:body></office:document-content>";
        for (file, form, expected) in [
            (docx, &DOCX, "Smørbr&d\t to\n\nlinje\na\tb\nén gang\n"),
            (odt, &ODT, "Overskrift\nto   ord\ttabulert\nny linje\na\tb\n"),
        ] {
            assert_eq!(words(file.as_bytes(), form, 1_000), (expected.to_owned(), false));
            assert_eq!(words(file.as_bytes(), form, 4), (expected.chars().take(4).collect(), true));
        }
    }

    #[test]
    fn nothing_grows_and_nothing_is_fetched() {
        for (file, expected) in [
            ("<!DOCTYPE d [<!ENTITY e 'eeee'>]><w:p><w:t>&e;</w:t></w:p>", ""),
            ("<w:p><w:t>ord &ukjent;</w:t></w:p>", "ord "),
            ("<w:p><w:t>avbrutt", "avbrutt"),
            ("<w:body><w:p><w:t>mellom</w:t></w:p>", "mellom\n"),
        ] {
            assert_eq!(words(file.as_bytes(), &DOCX, 100), (expected.to_owned(), true), "{file}");
        }
        let blanks = "<text:p><text:s text:c='4000000000'/></text:p>";
        assert_eq!(words(blanks.as_bytes(), &ODT, 1_000).0.len(), MOST_BLANKS + 1);
    }
}
