//! The words of a page and where they stand, as the page draws them: whatever font, matrix, form or annotation they come
//! from, and also those that are drawn invisibly.

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect, Shape, Vec2};

use crate::casework::request::RedactionBox;

/// Units of an em in the outlines of glyphs.
const EM: f64 = 1000.0;
/// How far letters reach above and below the line they stand on, in units of an em; accents and tails included.
const ABOVE: f64 = 900.0;
const BELOW: f64 = 250.0;
/// A gap this wide parts two words, as a part of their size.
const GAP: f64 = 0.2;
/// Letters of a word stand on one line, but for so much of their size.
const RISE: f64 = 0.25;

/// A letter as it is drawn: points from the upper left corner of the page.
#[derive(Clone, Debug)]
pub struct Letter {
    text: String,
    start: Point,
    end: Point,
    bounds: Rect,
    /// Its shape; none where it has no outline of its own, or is not drawn.
    pub outline: Option<BezPath>,
}

impl Letter {
    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A word.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its letters.
    pub letters: Vec<Letter>,
    /// How large it is written, in points.
    pub size: f64,
    /// On which line it stands, from 1.
    pub line: u32,
}

impl Word {
    /// What it says.
    pub fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.text.as_str()).collect()
    }

    /// Where it begins, on its line.
    pub fn start(&self) -> Point {
        self.letters.first().map(|letter| letter.start).unwrap_or_default()
    }

    /// How long it is.
    pub fn along(&self) -> f64 {
        self.span().hypot()
    }

    /// The angle of its line, against the direction of reading of the page.
    pub fn angle(&self) -> f64 {
        self.span().atan2()
    }

    /// All that it takes up.
    pub fn bounds(&self) -> Rect {
        self.letters.iter().map(|letter| letter.bounds).reduce(|one, other| one.union(other)).unwrap_or_default()
    }

    /// Whether any part of it may lie under a box.
    pub fn touches(&self, covered: &RedactionBox) -> bool {
        let [left, top, width, height] =
            [covered.left, covered.top, covered.width, covered.height].map(|side| f64::from(side) / 100.0);
        // A box that stops at the edge of a letter touches it too: what is drawn is wider than its outline by a hair.
        let area = Rect::new(left, top, left + width, top + height).inflate(0.5, 0.5);
        self.letters.iter().any(|letter| {
            let shape = letter.outline.as_ref().map_or(letter.bounds, BezPath::bounding_box);
            area.overlaps(shape)
        })
    }

    fn span(&self) -> Vec2 {
        self.letters.last().map_or(Vec2::ZERO, |last| last.end - self.start())
    }
}

/// The words of a page, in the order in which it draws them.
pub fn on<'a>(page: &Page<'a>, cache: &InterpreterCache<'a>, settings: &InterpreterSettings) -> Vec<Word> {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(page.initial_transform(true).to_kurbo(), area, cache, page.xref(), settings.clone());
    let mut reader = Reader { page: area, words: Vec::new(), open: false };
    interpret_page(page, &mut context, &mut reader);
    reader.words
}

struct Reader {
    page: Rect,
    words: Vec<Word>,
    /// Whether the last word may go on.
    open: bool,
}

impl Reader {
    fn letter(&mut self, letter: Letter, size: f64) {
        if letter.text.trim().is_empty() {
            self.open = false;
            return;
        }
        if !self.page.overlaps(letter.bounds) {
            return;
        }
        let (goes_on, same_line) = self.words.last().map_or((false, false), |last| last.followed_by(&letter, size));
        let line = self.words.last().map_or(1, |last| if same_line { last.line } else { last.line + 1 });
        match self.words.last_mut() {
            Some(last) if goes_on && self.open => last.letters.push(letter),
            Some(_) | None => {
                self.drop_repeated();
                self.words.push(Word { letters: vec![letter], size, line });
            }
        }
        self.open = true;
    }

    /// A word that is drawn twice in one place, for boldness or with an edge, is one word.
    fn drop_repeated(&mut self) {
        let Some((last, before)) = self.words.split_last() else { return };
        let again = before.iter().rev().take(40).any(|known| {
            known.start().distance(last.start()) < 1.0
                && known.letters.len() == last.letters.len()
                && known.text() == last.text()
        });
        if again {
            self.words.pop();
        }
    }
}

impl Word {
    /// Whether a letter belongs to this word, and whether it stands on its line.
    fn followed_by(&self, letter: &Letter, size: f64) -> (bool, bool) {
        let Some(last) = self.letters.last() else { return (false, false) };
        let direction = (last.end - last.start).normalize();
        if !direction.is_finite() {
            return (false, false);
        }
        let step = letter.start - last.end;
        let (along, aside) = (step.dot(direction), step.cross(direction).abs());
        let alike = (letter.end - letter.start).normalize().dot(direction) > 0.99;
        let most = self.size.max(size);
        let same_line = alike && aside < 2.0 * RISE * most && along > -0.5 * most;
        (same_line && aside < RISE * most && along < GAP * most, same_line)
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let text = match glyph.as_unicode() {
                Some(BfString::Char(letter)) => letter.to_string(),
                Some(BfString::String(letters)) => letters,
                None => char::REPLACEMENT_CHARACTER.to_string(),
            };
            let (advance, outline) = match &**glyph {
                Glyph::Outline(outline) => (outline.advance_width(), Some(outline.outline())),
                Glyph::Type3(drawn) => (drawn.advance_width(), None),
            };
            let advance = advance.map_or(EM / 2.0, f64::from);
            let shape = outline.filter(|shape| !shape.elements().is_empty()).map(|shape| place * shape);
            let nominal = Rect::new(0.0, -BELOW, advance, ABOVE);
            let mut bounds = (place * nominal.to_path(0.1)).bounding_box();
            if let Some(shape) = &shape {
                bounds = bounds.union(shape.bounding_box());
            }
            let letter = Letter {
                text,
                start: place * Point::ZERO,
                end: place * Point::new(advance, 0.0),
                bounds,
                outline: shape.filter(|_| !matches!(mode, DrawMode::Invisible)),
            };
            self.letter(letter, size(place));
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// How high an em is on the page.
fn size(place: Affine) -> f64 {
    let origin = place * Point::ZERO;
    (place * Point::new(0.0, EM) - origin).hypot()
}
