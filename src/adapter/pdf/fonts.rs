//! The two fonts of every letter, built into the program.

use std::sync::LazyLock;

use rustybuzz::Face;

/// A cut of Noto Sans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Typeface {
    /// Running text.
    Regular,
    /// Headings, labels and words that decide something.
    Bold,
}

static REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");

static REGULAR_FACE: LazyLock<Face<'static>> = LazyLock::new(|| parse(REGULAR));
static BOLD_FACE: LazyLock<Face<'static>> = LazyLock::new(|| parse(BOLD));

fn parse(bytes: &'static [u8]) -> Face<'static> {
    Face::from_slice(bytes, 0).expect("the built-in fonts are whole; a test reads both")
}

impl Typeface {
    /// Both cuts, in the order in which they are embedded.
    pub const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The name that the font has in a PDF, without the tag of its subset.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans-Regular",
            Self::Bold => "NotoSans-Bold",
        }
    }

    /// The font file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
        }
    }

    /// The font, ready for shaping.
    pub(super) fn face(self) -> &'static Face<'static> {
        match self {
            Self::Regular => &REGULAR_FACE,
            Self::Bold => &BOLD_FACE,
        }
    }

    /// Whether the font has a glyph of its own for the character, in a script that is set from left to right
    /// letter by letter: Latin, Greek, Cyrillic and their marks. Scripts that join or reorder their letters
    /// would look right but could not be read out of the tagged file again, so they count as lacking.
    pub fn draws(self, character: char) -> bool {
        let simple = matches!(u32::from(character),
            0x20..=0x7E | 0xA0..=0x058F | 0x1AB0..=0x1AFF | 0x1C80..=0x1C8F | 0x1D00..=0x1FFF
            | 0x2000..=0x2E7F | 0xA640..=0xA69F | 0xA700..=0xA7FF | 0xAB30..=0xAB6F | 0xFB00..=0xFB06 | 0xFE20..=0xFE2F);
        simple && self.face().glyph_index(character).is_some()
    }
}
