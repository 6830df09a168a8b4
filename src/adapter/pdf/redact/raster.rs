//! Draws a page as dots, and paints boxes into them.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use png::Compression;

use super::super::picture::packed;
use crate::casework::request::RedactionBox;

/// A page as dots: red, green and blue, row by row.
pub struct Drawn {
    dots: Vec<[u8; 3]>,
    width: usize,
    height: usize,
    /// Dots a point.
    pub scale: f64,
}

/// A page as it stands in the new file.
#[derive(Clone)]
pub struct PackedPicture {
    /// Dots from left to right.
    pub width: u32,
    /// Dots from top to bottom.
    pub height: u32,
    /// Whether it has no colours.
    pub grey: bool,
    /// The dots as PNG packs them.
    pub bytes: Vec<u8>,
}

/// A page, so many dots a point; `None` where it would have too many.
pub fn draw<'a>(
    page: &'a Page<'a>,
    cache: &RenderCache<'a>,
    settings: &InterpreterSettings,
    scale: f64,
) -> Option<Drawn> {
    let (width, height) = page.render_dimensions();
    let most = f64::from(u16::MAX);
    if f64::from(width) * scale >= most || f64::from(height) * scale >= most {
        return None;
    }
    // Hinting moves letters by parts of a dot, away from where their outlines say they are.
    let drawing = RenderSettings { hinting: false, ..RenderSettings::default() };
    #[allow(clippy::cast_possible_truncation, reason = "a scale has no more digits than it needs")]
    let side = scale as f32;
    let picture =
        render(page, cache, settings, &drawing, &PixmapSettings { x_scale: side, y_scale: side, bg_color: WHITE });
    let dots = picture.data().iter().map(|dot| [dot.r, dot.g, dot.b]).collect();
    Some(Drawn { dots, width: usize::from(picture.width()), height: usize::from(picture.height()), scale })
}

impl Drawn {
    /// How bright a dot is, between 0 and 255; `None` outside the page.
    pub fn light(&self, column: usize, row: usize) -> Option<f64> {
        if column >= self.width {
            return None;
        }
        let [red, green, blue] = self.dots.get(row * self.width + column)?.map(f64::from);
        Some(0.299 * red + 0.587 * green + 0.114 * blue)
    }

    /// Paints a box black. A dot that it touches at all is painted whole.
    pub fn cover(&mut self, covered: &RedactionBox) {
        let edge = |hundredths: u32, most: usize, round: fn(f64) -> f64| {
            let place = round(f64::from(hundredths) / 100.0 * self.scale);
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between nothing and the page's side"
            )]
            let place = place.max(0.0) as usize;
            place.min(most)
        };
        let columns =
            edge(covered.left, self.width, f64::floor)..edge(covered.left + covered.width, self.width, f64::ceil);
        let rows =
            edge(covered.top, self.height, f64::floor)..edge(covered.top + covered.height, self.height, f64::ceil);
        for row in rows {
            let begins = row * self.width;
            if let Some(line) = self.dots.get_mut(begins + columns.start..begins + columns.end) {
                line.fill([0; 3]);
            }
        }
    }

    /// The picture for the file.
    pub fn packed(&self) -> Option<PackedPicture> {
        let grey = self.dots.iter().all(|[red, green, blue]| red == green && green == blue);
        let bytes: Vec<u8> =
            if grey { self.dots.iter().map(|[grey, ..]| *grey).collect() } else { self.dots.as_flattened().to_vec() };
        let (width, height) = (u32::try_from(self.width).ok()?, u32::try_from(self.height).ok()?);
        let bytes = packed(&bytes, (width, height), grey, Compression::Balanced)?;
        Some(PackedPicture { width, height, grey, bytes })
    }
}
