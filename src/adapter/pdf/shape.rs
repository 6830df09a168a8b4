//! Turns words into glyphs, with kerning and marks in place, and remembers what it has shaped.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use rustybuzz::ttf_parser::Tag;
use rustybuzz::{BufferClusterLevel, Direction, Feature, ShapePlan, UnicodeBuffer, script, shape_with_plan};
use unicode_normalization::UnicodeNormalization;

use super::fonts::Typeface;
use crate::wording::Language;

/// A glyph where the shaper put it. Lengths are thousandths of the font size.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The glyph's number in the whole font.
    pub id: u16,
    /// How far the pen moves, kerning included.
    pub advance: f64,
    /// How far the pen moves by the font's own table; what a reader of the PDF adds by itself.
    pub natural: f64,
    /// How far to the right of the pen the glyph is drawn.
    pub right: f64,
    /// How far above the line the glyph is drawn.
    pub up: f64,
    /// The characters that the glyph stands for; shared, since a glyph is copied again and again on its way to the page.
    pub text: Rc<str>,
}

/// Shaped text.
#[derive(Clone, Debug, PartialEq)]
pub struct Shaped {
    /// The glyphs, from left to right.
    pub glyphs: Vec<Glyph>,
    /// The sum of the advances, in thousandths of the font size.
    pub width: f64,
}

/// What the fonts ask of the shaper, worked out once for the whole program.
static PLANS: LazyLock<[ShapePlan; 2]> = LazyLock::new(|| {
    // A ligature would stand for several letters in one glyph, which some readers aloud and searches miss.
    let features = [b"liga", b"clig", b"dlig"].map(|tag| Feature::new(Tag::from_bytes(tag), 0, ..));
    Typeface::ALL
        .map(|typeface| ShapePlan::new(typeface.face(), Direction::LeftToRight, Some(script::LATIN), None, &features))
});

/// Shapes text; one for a letter, so that a word that comes again is shaped once.
pub struct Shaper {
    language: Language,
    buffer: Option<UnicodeBuffer>,
    known: [HashMap<String, Rc<Shaped>>; 2],
}

impl Shaper {
    /// A shaper that knows no word yet, for text in a language.
    pub fn new(language: Language) -> Self {
        Self { language, buffer: None, known: [HashMap::new(), HashMap::new()] }
    }

    /// The language of the text.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The hyphen at the end of a line, which is no part of the word: a soft hyphen, so that a search still finds the word.
    pub fn hyphen(&self, typeface: Typeface) -> Glyph {
        const SOFT: char = '\u{AD}';
        let face = typeface.face();
        let id = face.glyph_index(SOFT).unwrap_or_default();
        let scale = 1000.0 / f64::from(face.units_per_em());
        let advance = f64::from(face.glyph_hor_advance(id).unwrap_or_default()) * scale;
        Glyph { id: id.0, advance, natural: advance, right: 0.0, up: 0.0, text: Rc::from(SOFT.to_string()) }
    }

    /// The glyphs of a text, which must be [`clean`].
    pub fn shape(&mut self, typeface: Typeface, text: &str) -> Rc<Shaped> {
        let index = typeface as usize;
        if let Some(known) = self.known[index].get(text) {
            return Rc::clone(known);
        }
        let shaped = Rc::new(self.shape_anew(typeface, text));
        self.known[index].insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }

    fn shape_anew(&mut self, typeface: Typeface, text: &str) -> Shaped {
        let face = typeface.face();
        let scale = 1000.0 / f64::from(face.units_per_em());
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        buffer.set_cluster_level(BufferClusterLevel::Characters);
        let output = shape_with_plan(face, &PLANS[typeface as usize], buffer);
        let infos = output.glyph_infos();
        let mut glyphs = Vec::with_capacity(infos.len());
        for (index, (info, position)) in infos.iter().zip(output.glyph_positions()).enumerate() {
            // TrueType numbers its glyphs with 16 bits; a shaper gives no more.
            let id = u16::try_from(info.glyph_id).unwrap_or_default();
            let start = info.cluster as usize;
            let end = infos[index + 1..].iter().map(|next| next.cluster as usize).find(|next| *next > start);
            let again = index > 0 && infos[index - 1].cluster == info.cluster;
            // A character drawn with several glyphs is told by the first; the others still must stand for something.
            let told = if again { "\u{200B}" } else { &text[start..end.unwrap_or(text.len())] };
            glyphs.push(Glyph {
                id,
                advance: f64::from(position.x_advance) * scale,
                natural: f64::from(face.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(id)).unwrap_or_default())
                    * scale,
                right: f64::from(position.x_offset) * scale,
                up: f64::from(position.y_offset) * scale,
                text: Rc::from(told),
            });
        }
        self.buffer = Some(output.clear());
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        Shaped { glyphs, width }
    }
}

/// The text as it is set: composed characters (NFC), every kind of line break or tab a space, and without
/// characters that are never seen (soft hyphens, joiners, direction marks).
pub fn clean(text: &str) -> String {
    text.chars()
        .filter(|character| !unseen(*character))
        .map(
            |character| {
                if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') { ' ' } else { character }
            },
        )
        .nfc()
        .collect()
}

fn unseen(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sami_letters_and_marks_are_drawn_in_both_fonts() {
        let letters = "áčđŋšŧžÁČĐŊŠŦŽ ńŃ ïÏ æøåÆØÅ öÖäÄ ǥǤ ǧǦ ǩǨ ʒƷ ǯǮ õÕ â ʹ ʼ «»–—…•· \u{a0}\u{2011} §€½";
        for typeface in Typeface::ALL {
            for letter in letters.chars() {
                assert!(typeface.draws(letter), "{letter} in {}", typeface.name());
            }
        }
    }

    #[test]
    fn other_scripts_emoji_and_private_characters_are_lacking() {
        for character in ['\u{1F600}', '漢', 'ש', 'ع', 'क', '\u{E000}', '\u{FFFD}', '\u{7}'] {
            assert!(!Typeface::Regular.draws(character), "{character:?}");
        }
    }

    #[test]
    fn every_glyph_tells_its_characters() {
        let shaped = Shaper::new(Language::Nn).shape(Typeface::Regular, &clean("Tøff a\u{30A} fi"));
        let told: String = shaped.glyphs.iter().map(|glyph| &*glyph.text).collect();
        assert_eq!(told, "Tøff å fi");
        assert_eq!(shaped.glyphs.len(), 9, "no ligature");
    }

    #[test]
    fn unseen_characters_go_and_line_breaks_become_spaces() {
        assert_eq!(clean("person\u{AD}vern\r\nsak\u{FEFF}\tto"), "personvern  sak to");
    }
}
