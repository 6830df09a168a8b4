//! Makes redacted copies of PDFs.
//!
//! Nothing of the file goes over to the copy but what is seen. Every page is drawn as a picture, the boxes are painted into
//! the picture, and a new file is made of the pictures: whatever else the file holds (text under a box, older versions of
//! it, metadata, fields, notes, files, bookmarks, scripts, fonts) has no way there. Taking text operators out of the old
//! file instead would need every such place to be known and mended.
//!
//! A picture says nothing to those who have it read aloud. So words go over beneath the picture, but only those of which it
//! is proved that they are seen ([`sight`]): a word that touches a box, is hidden behind something, or is there for search
//! alone stays away. Words of a scanned page are of that kind, so such a page is a picture and no more.
//!
//! The way there: [`words`] reads the words and where they stand, [`raster`] draws the pages, [`cover`] makes the first
//! page, and [`output`] writes the new file.

mod cover;
mod output;
mod raster;
mod sight;
mod words;

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::RenderCache;
use hayro::hayro_interpret::{InterpreterCache, InterpreterSettings, InterpreterWarning};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;

use self::output::{CopiedPage, Spoken};
use self::words::Word;
use crate::casework::request::{LARGEST_FILE, RedactionBox};
use crate::usecase::ports::{CoverNote, MOST_PAGES, PageWord, PageWords, PdfRedact, RedactFault};

/// How finely pages are drawn, in dots an inch: the first that gives a file of the size that is allowed.
const DOTS: [f64; 3] = [200.0, 150.0, 100.0];
/// The longest side of a page that is drawn, in points: A0 is 3370.
const LONGEST: f32 = 3_400.0;

/// Makes redacted copies of PDFs.
#[derive(Clone, Copy, Debug, Default)]
pub struct PdfRedactor;

impl PdfRedact for PdfRedactor {
    fn words(&self, bytes: &[u8]) -> Result<Vec<PageWords>, RedactFault> {
        guarded(|| {
            let pdf = open(bytes)?;
            let (cache, settings) = (InterpreterCache::new(), InterpreterSettings::default());
            Ok(pdf.pages().iter().map(|page| page_words(page, &words::on(page, &cache, &settings))).collect())
        })
    }

    fn redact(&self, bytes: &[u8], boxes: &[RedactionBox], cover: &CoverNote) -> Result<Vec<u8>, RedactFault> {
        guarded(|| {
            let front = open(&cover::page(cover))?;
            let pdf = open(bytes)?;
            inside(&pdf, boxes)?;
            for dots in DOTS {
                let pages = [copies(&front, &[], dots, cover)?, copies(&pdf, boxes, dots, cover)?].concat();
                let copy = output::file(&pages, cover);
                if copy.len() <= LARGEST_FILE as usize {
                    return Ok(copy);
                }
            }
            Err(RedactFault::TooLarge)
        })
    }
}

/// A file that others made may bring the reader to a panic; that is a fault of the file, and must not close the program.
fn guarded<T>(work: impl FnOnce() -> Result<T, RedactFault>) -> Result<T, RedactFault> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(RedactFault::Broken))
}

fn open(bytes: &[u8]) -> Result<Pdf, RedactFault> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| RedactFault::Broken)?;
    match pdf.pages().len() {
        0 => Err(RedactFault::Broken),
        pages if pages > MOST_PAGES => Err(RedactFault::TooManyPages(pages)),
        _ => Ok(pdf),
    }
}

/// Whether every box lies on a page, and every page can be drawn.
fn inside(pdf: &Pdf, boxes: &[RedactionBox]) -> Result<(), RedactFault> {
    for (number, page) in (1_u32..).zip(pdf.pages().iter()) {
        let (width, height) = page.render_dimensions();
        if width > LONGEST || height > LONGEST {
            return Err(RedactFault::PageTooLarge(number));
        }
    }
    for covered in boxes {
        let place = covered.page.checked_sub(1).and_then(|place| pdf.pages().get(place as usize));
        let fits = place.is_some_and(|page| {
            let (width, height) = page.render_dimensions();
            covered.width > 0
                && covered.height > 0
                && f64::from(covered.left) < f64::from(width) * 100.0
                && f64::from(covered.top) < f64::from(height) * 100.0
        });
        if !fits {
            return Err(RedactFault::Outside(covered.page));
        }
    }
    Ok(())
}

/// The pages of a file as they go into the copy.
fn copies(pdf: &Pdf, boxes: &[RedactionBox], dots: f64, cover: &CoverNote) -> Result<Vec<CopiedPage>, RedactFault> {
    let lost = Arc::new(AtomicBool::new(false));
    let settings = {
        let lost = Arc::clone(&lost);
        InterpreterSettings {
            // What cannot be drawn would be missing from the copy, and nobody would know.
            warning_sink: Arc::new(move |warning| {
                if matches!(warning, InterpreterWarning::UnsupportedFont | InterpreterWarning::ImageDecodeFailure) {
                    lost.store(true, Ordering::Relaxed);
                }
            }),
            ..InterpreterSettings::default()
        }
    };
    let (cache, reading) = (RenderCache::new(), InterpreterCache::new());
    let mut pages = Vec::new();
    for (number, page) in (1_u32..).zip(pdf.pages().iter()) {
        let own: Vec<&RedactionBox> = boxes.iter().filter(|covered| covered.page == number).collect();
        let words = words::on(page, &reading, &settings);
        let mut picture =
            raster::draw(page, &cache, &settings, dots / 72.0).ok_or(RedactFault::PageTooLarge(number))?;
        if lost.load(Ordering::Relaxed) {
            return Err(RedactFault::Broken);
        }
        let spoken = spoken(&words, &own, &picture, cover);
        own.iter().for_each(|covered| picture.cover(covered));
        let (width, height) = page.render_dimensions();
        let picture = picture.packed().ok_or(RedactFault::Broken)?;
        pages.push(CopiedPage { width: f64::from(width), height: f64::from(height), picture, spoken });
    }
    Ok(pages)
}

/// What is read aloud of a page: the words that are seen outside every box, and for each box that something is covered.
fn spoken(words: &[Word], boxes: &[&RedactionBox], picture: &raster::Drawn, cover: &CoverNote) -> Vec<Spoken> {
    let mut said = vec![false; boxes.len()];
    let mut spoken = Vec::new();
    let covered = |place: usize, line: u32| Spoken {
        text: cover.covered.clone(),
        line,
        left: f64::from(boxes[place].left) / 100.0,
        baseline: f64::from(boxes[place].top + boxes[place].height) / 100.0,
        along: f64::from(boxes[place].width) / 100.0,
        size: (f64::from(boxes[place].height) / 100.0).min(12.0),
        angle: 0.0,
    };
    for word in words {
        if let Some(place) = boxes.iter().position(|covered| word.touches(covered)) {
            if !std::mem::replace(&mut said[place], true) {
                spoken.push(covered(place, word.line));
            }
        } else if sight::is_seen(word, picture) {
            spoken.push(Spoken {
                text: word.text(),
                line: word.line,
                left: word.start().x,
                baseline: word.start().y,
                along: word.along(),
                size: word.size,
                angle: word.angle(),
            });
        }
    }
    let last = words.last().map_or(0, |word| word.line);
    let unsaid = said.iter().enumerate().filter(|(_, said)| !**said).map(|(place, _)| place);
    spoken.extend((last + 1..).zip(unsaid).map(|(line, place)| covered(place, line)));
    spoken
}

fn page_words(page: &Page<'_>, words: &[Word]) -> PageWords {
    let (width, height) = page.render_dimensions();
    let (wide, high) = (f64::from(width), f64::from(height));
    let words = words
        .iter()
        .filter_map(|word| {
            let bounds = word.bounds();
            let (left, top) = (bounds.x0.clamp(0.0, wide), bounds.y0.clamp(0.0, high));
            let (right, bottom) = (bounds.x1.clamp(0.0, wide), bounds.y1.clamp(0.0, high));
            (right > left && bottom > top).then(|| PageWord {
                text: word.text(),
                left: hundredths(left),
                top: hundredths(top),
                width: hundredths(right) - hundredths(left),
                height: hundredths(bottom) - hundredths(top),
                line: word.line,
            })
        })
        .collect();
    PageWords { width: hundredths(wide), height: hundredths(high), words }
}

/// A length in hundredths of a point. Pages are small, and what lies outside them was cut off before.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between nothing and the side of a page")]
fn hundredths(points: f64) -> u32 {
    (points * 100.0).round().max(0.0) as u32
}
