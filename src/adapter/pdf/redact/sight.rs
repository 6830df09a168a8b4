//! Whether a word is seen: the shape of each of its letters stands out from what is around it, in the picture of the page.
//!
//! White letters on white, letters behind a picture or a box that lies in the file, letters cut away and letters drawn
//! invisibly all fail, and so does a letter without an outline of its own (Type 3): of that nothing can be proved.

use hayro::kurbo::{Point, Shape};

use super::raster::Drawn;
use super::words::{Letter, Word};

/// So much brighter or darker than its surroundings a letter must be, of 255.
const CONTRAST: f64 = 24.0;
/// Smaller letters than these, in points, are read by nobody.
const SMALLEST: f64 = 3.0;
/// A letter that stands for more than so many has a text that cannot be what is seen.
const MOST_LETTERS: usize = 4;
/// So many places of a letter are looked at, at the most.
const PLACES: f64 = 3_000.0;

/// Whether every letter of a word is seen, and all are brighter or all darker than what is around them.
pub fn is_seen(word: &Word, picture: &Drawn) -> bool {
    if word.size < SMALLEST {
        return false;
    }
    let mut darker = None;
    word.letters.iter().all(|letter| match contrast(letter, picture) {
        Some(contrast) if contrast.abs() >= CONTRAST => *darker.get_or_insert(contrast < 0.0) == (contrast < 0.0),
        Some(_) | None => false,
    })
}

/// How much brighter the inside of a letter is than what is close around it; `None` where it cannot be told.
fn contrast(letter: &Letter, picture: &Drawn) -> Option<f64> {
    let shape = letter.outline.as_ref().filter(|_| letter.is_plain())?;
    let area = shape.bounding_box();
    let around = (2.0 / picture.scale).max(area.height().max(area.width()) * 0.15);
    let (left, top) = ((area.x0 - around) * picture.scale, (area.y0 - around) * picture.scale);
    let (right, bottom) = ((area.x1 + around) * picture.scale, (area.y1 + around) * picture.scale);
    let step = ((right - left) * (bottom - top) / PLACES).sqrt().max(1.0);
    let (mut inside, mut outside) = (Mean::default(), Mean::default());
    let mut row = top.floor();
    while row <= bottom {
        let mut column = left.floor();
        while column <= right {
            if let Some(light) = light(picture, column, row) {
                let place = Point::new((column + 0.5) / picture.scale, (row + 0.5) / picture.scale);
                if shape.contains(place) { inside.add(light) } else { outside.add(light) }
            }
            column += step.floor();
        }
        row += step.floor();
    }
    Some(inside.value()? - outside.value()?)
}

fn light(picture: &Drawn, column: f64, row: f64) -> Option<f64> {
    if column < 0.0 || row < 0.0 {
        return None;
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not below nothing; beyond the page is none"
    )]
    picture.light(column as usize, row as usize)
}

impl Letter {
    /// Whether what it says can be what is seen.
    fn is_plain(&self) -> bool {
        self.text().chars().count() <= MOST_LETTERS && !self.text().contains(char::REPLACEMENT_CHARACTER)
    }
}

#[derive(Default)]
struct Mean {
    sum: f64,
    count: f64,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1.0;
    }

    fn value(&self) -> Option<f64> {
        (self.count > 0.0).then(|| self.sum / self.count)
    }
}
