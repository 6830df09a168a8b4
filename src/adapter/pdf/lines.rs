//! Breaks text into lines.

use std::rc::Rc;

use hypher::Lang;

use super::fonts::Typeface;
use super::page::{Ink, Mark, Piece};
use super::shape::{Glyph, Shaped, Shaper};
use crate::wording::Language;

/// How text is set. Lengths are points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The font where the run does not say bold.
    pub typeface: Typeface,
    /// The size.
    pub size: f64,
    /// From baseline to baseline.
    pub leading: f64,
    /// The colour.
    pub ink: Ink,
}

impl Style {
    /// How far below the top of its line the baseline lies: capitals stand in the middle of the leading.
    pub fn baseline(self) -> f64 {
        const CAPITALS: f64 = 0.714;
        (self.leading + CAPITALS * self.size) / 2.0
    }
}

/// Text of one font and one place in the tree, cleaned.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// The font.
    pub typeface: Typeface,
    /// Content or furniture.
    pub mark: Mark,
}

/// A line; its pieces count from the left end and the top of the line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The text.
    pub pieces: Vec<Piece>,
    /// The length without the space at the end.
    pub width: f64,
}

struct Part {
    run: usize,
    glyphs: Rc<Shaped>,
}

struct Word {
    parts: Vec<Part>,
    /// The run that the space behind the word belongs to; none behind the last word.
    space: Option<usize>,
}

/// Breaks text at its spaces (U+0020 alone, so that a no-break space holds), and inside a word only where the
/// word alone is longer than the line: behind a stop of an address, or between syllables with a hyphen. Spaces at line ends stay, since they part the words for who reads
/// the file by ear; several spaces count as one.
pub fn break_lines(shaper: &mut Shaper, runs: &[Run], style: Style, width: f64) -> Vec<Line> {
    let words = split(shaper, runs);
    let mut setter = Setter { runs, style, width, lines: Vec::new(), line: Line::default(), pen: 0.0, used: None };
    for word in words {
        let length: f64 = word.parts.iter().map(|part| part.glyphs.width).sum::<f64>() * style.size / 1000.0;
        if !setter.fits(length) && setter.pen > 0.0 {
            setter.end_line();
        }
        if length <= width {
            for part in &word.parts {
                setter.put(part.run, &part.glyphs.glyphs);
            }
        } else {
            setter.put_broken(shaper, &word);
        }
        setter.line.width = setter.pen;
        if let Some(run) = word.space {
            let space = shaper.shape(runs[run].typeface, " ");
            setter.put(run, &space.glyphs);
        }
    }
    setter.finish()
}

/// Breaks a heading into as few lines as it needs, and those about as long as each other.
pub fn break_evenly(shaper: &mut Shaper, runs: &[Run], style: Style, width: f64) -> Vec<Line> {
    let mut lines = break_lines(shaper, runs, style, width);
    let count = lines.len();
    let (mut low, mut high) = (width / 2.0, width);
    // A word longer than the narrower line would be parted, so that line is too narrow.
    let longest = measure(shaper, runs, style).0;
    while count > 1 && high - low > 4.0 {
        let middle = low.midpoint(high);
        let tried = break_lines(shaper, runs, style, middle);
        if tried.len() == count && longest <= middle {
            (high, lines) = (middle, tried);
        } else {
            low = middle;
        }
    }
    lines
}

/// The length of the longest word and of the whole text on one line, in points.
pub fn measure(shaper: &mut Shaper, runs: &[Run], style: Style) -> (f64, f64) {
    let mut longest: f64 = 0.0;
    let mut whole = 0.0;
    for word in split(shaper, runs) {
        let length = word.parts.iter().map(|part| part.glyphs.width).sum::<f64>() * style.size / 1000.0;
        let space = word.space.map_or(0.0, |run| shaper.shape(runs[run].typeface, " ").width * style.size / 1000.0);
        longest = longest.max(length);
        whole += length + space;
    }
    (longest, whole)
}

fn split(shaper: &mut Shaper, runs: &[Run]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        for (nth, text) in run.text.split(' ').enumerate() {
            if nth > 0 && !parts.is_empty() {
                words.push(Word { parts: std::mem::take(&mut parts), space: Some(index) });
            }
            if !text.is_empty() {
                parts.push(Part { run: index, glyphs: shaper.shape(run.typeface, text) });
            }
        }
    }
    if !parts.is_empty() {
        words.push(Word { parts, space: None });
    } else if let Some(last) = words.last_mut() {
        last.space = None;
    }
    words
}

/// Whether a word that is longer than a line may be parted behind a sign, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parting {
    /// Not unless nothing else is left: inside a syllable or a number.
    Bad,
    /// Never: between a letter and its mark.
    None,
    /// As it is: behind a stroke or a stop of an address.
    Plain,
    /// With a hyphen: between two syllables.
    Hyphen,
}

/// Where a word may be parted, for each of its signs.
fn partings(language: Language, signs: &[(usize, &Glyph)]) -> Vec<Parting> {
    const STOPS: [char; 15] = ['\u{A0}', '/', '\\', '-', '–', '—', '.', ',', ':', ';', '_', '@', '&', '?', '='];
    let texts: Vec<&str> = signs.iter().map(|(_, glyph)| &*glyph.text).collect();
    let last = |text: &str| text.chars().next_back();
    let mut partings: Vec<Parting> = (0..signs.len())
        .map(|at| match signs.get(at + 1) {
            // A mark has no width of its own and stays with its letter.
            Some((_, next)) if next.advance <= 0.0 => Parting::None,
            Some(_) if last(texts[at]).is_some_and(|sign| STOPS.contains(&sign)) => Parting::Plain,
            Some(_) | None => Parting::Bad,
        })
        .collect();
    // A hyphen in an address or a code would be taken for a part of it.
    let code = |sign: char| sign.is_ascii_digit() || matches!(sign, '/' | '\\' | '@' | '_' | '=');
    if texts.iter().any(|text| text.contains(code)) {
        return partings;
    }
    let is_letter = |text: &str| last(text).is_some_and(|sign| sign.is_alphabetic() || !sign.is_ascii());
    let mut from = 0;
    for letters in texts.chunk_by(|one, next| is_letter(one) == is_letter(next)) {
        if is_letter(letters[0]) {
            let mut at = from;
            for syllable in hyphenation(language, &letters.concat()) {
                let mut left = syllable;
                while left > 0 && at < from + letters.len() {
                    left = left.saturating_sub(texts[at].len());
                    at += 1;
                }
                if at < from + letters.len() && partings[at - 1] == Parting::Bad {
                    partings[at - 1] = Parting::Hyphen;
                }
            }
        }
        from += letters.len();
    }
    partings
}

/// The lengths of the syllables in bytes. Sámi words stand in Norwegian letters, and are parted by Norwegian rules.
fn hyphenation(language: Language, word: &str) -> Vec<usize> {
    let language = match language {
        Language::Nb | Language::Nn => Lang::Norwegian,
        Language::En => Lang::English,
    };
    hypher::hyphenate_bounded(word, language, 3, 3).map(str::len).collect()
}

/// How far a word goes on a line with so much room (thousandths of the font size), and whether a hyphen ends it there.
/// At least one sign is set, or a word in a column narrower than a letter would never end.
fn farthest(
    signs: &[(usize, &Glyph)],
    partings: &[Parting],
    from: usize,
    room: f64,
    hyphen: impl Fn(usize) -> f64,
) -> (usize, bool) {
    let mut length = 0.0;
    let (mut good, mut any) = (None, None);
    for at in from..signs.len() {
        length += signs[at].1.advance;
        if length > room {
            break;
        }
        match partings[at] {
            Parting::None => {}
            Parting::Plain => good = Some((at + 1, false)),
            Parting::Hyphen if length + hyphen(at) <= room => good = Some((at + 1, true)),
            Parting::Hyphen | Parting::Bad => any = Some((at + 1, false)),
        }
    }
    let least = (from..signs.len()).find(|at| partings[*at] != Parting::None).map_or(signs.len(), |at| at + 1);
    good.or(any).unwrap_or((least, false))
}

struct Setter<'a> {
    runs: &'a [Run],
    style: Style,
    width: f64,
    lines: Vec<Line>,
    line: Line,
    pen: f64,
    /// The run of the last piece on the line.
    used: Option<usize>,
}

impl Setter<'_> {
    /// Whether so much more goes on the line; a hair is given for sums of many small numbers.
    fn fits(&self, length: f64) -> bool {
        self.pen + length <= self.width + 0.01
    }

    fn put(&mut self, run: usize, glyphs: &[Glyph]) {
        match self.line.pieces.last_mut() {
            Some(piece) if self.used == Some(run) => piece.glyphs.extend_from_slice(glyphs),
            Some(_) | None => self.line.pieces.push(Piece {
                x: self.pen,
                y: self.style.baseline(),
                typeface: self.runs[run].typeface,
                size: self.style.size,
                ink: self.style.ink,
                glyphs: glyphs.to_vec(),
                mark: self.runs[run].mark,
                column: 0,
            }),
        }
        self.used = Some(run);
        self.pen += glyphs.iter().map(|glyph| glyph.advance).sum::<f64>() * self.style.size / 1000.0;
    }

    /// Sets a word that is longer than a line: as much on each as goes, up to the last place where it may be parted.
    fn put_broken(&mut self, shaper: &mut Shaper, word: &Word) {
        let signs: Vec<(usize, &Glyph)> =
            word.parts.iter().flat_map(|part| part.glyphs.glyphs.iter().map(move |glyph| (part.run, glyph))).collect();
        let partings = partings(shaper.language(), &signs);
        let scale = self.style.size / 1000.0;
        let mut rest = 0;
        while rest < signs.len() {
            let whole: f64 = signs[rest..].iter().map(|(_, glyph)| glyph.advance).sum::<f64>() * scale;
            let (end, hyphen) = if self.fits(whole) {
                (signs.len(), false)
            } else {
                let room = (self.width - self.pen) / scale;
                let hyphens = |at: usize| shaper.hyphen(self.runs[signs[at].0].typeface).advance;
                farthest(&signs, &partings, rest, room, hyphens)
            };
            for (run, glyph) in &signs[rest..end] {
                self.put(*run, std::slice::from_ref(*glyph));
            }
            if hyphen {
                let run = signs[end - 1].0;
                self.put(run, &[shaper.hyphen(self.runs[run].typeface)]);
            }
            if end < signs.len() {
                self.line.width = self.pen;
                self.end_line();
            }
            rest = end;
        }
    }

    fn end_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
        self.pen = 0.0;
        self.used = None;
    }

    fn finish(mut self) -> Vec<Line> {
        if !self.line.pieces.is_empty() {
            self.end_line();
        }
        self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::super::page::LeafId;
    use super::*;

    const STYLE: Style = Style { typeface: Typeface::Regular, size: 10.0, leading: 14.0, ink: Ink::Black };

    fn set(text: &str, width: f64) -> Vec<String> {
        let run = Run { text: text.to_owned(), typeface: Typeface::Regular, mark: Mark::Content(LeafId(0)) };
        let lines = break_lines(&mut Shaper::new(Language::Nn), &[run], STYLE, width);
        for line in &lines {
            assert!(line.width <= width.max(10.0) + 0.01, "{} is wider than {width}", line.width);
        }
        lines
            .iter()
            .map(|line| line.pieces.iter().flat_map(|piece| &piece.glyphs).map(|glyph| &*glyph.text).collect())
            .collect()
    }

    #[test]
    fn breaks_at_spaces_and_keeps_them() {
        assert_eq!(set("Du får medhald i kravet", 60.0), ["Du får ", "medhald i ", "kravet"]);
    }

    #[test]
    fn a_heading_has_even_lines() {
        let run = Run {
            text: "Vi slettar opplysningane om rusbehandlinga di i 1994 og 1995".to_owned(),
            typeface: Typeface::Bold,
            mark: Mark::Header,
        };
        let lines = break_evenly(&mut Shaper::new(Language::Nn), &[run], STYLE, 300.0);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].width > 120.0, "{}", lines[1].width);
    }

    #[test]
    fn a_no_break_space_holds() {
        assert_eq!(set("etter § 25 første", 40.0), ["etter § ", "25 ", "første"]);
        // The font has one glyph for both spaces; each still tells its own character here.
        assert_eq!(set("etter §\u{a0}25 første", 40.0), ["etter ", "§\u{a0}25 ", "første"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        assert_eq!(set("a https://www.example.no/lang", 60.0), ["a ", "https://", "www.", "example.no/", "lang"]);
        assert_eq!(
            set("opplysningsbehandlingsansvarleg (pasientjournalsystemet)", 70.0),
            ["opplysnings\u{ad}", "behandlings\u{ad}", "ansvarleg ", "(pasientjour\u{ad}", "nalsystemet)"]
        );
    }

    #[test]
    fn what_has_no_syllables_is_broken_where_the_line_ends() {
        assert_eq!(set("12345678901234567890", 60.0), ["1234567890", "1234567890"]);
        assert_eq!(set("WWWW", 5.0), ["W", "W", "W", "W"], "at least a letter on each");
        // A letter and the mark above it are never parted.
        let marked = "q\u{301}".repeat(30);
        assert!(set(&marked, 31.0).iter().all(|line| line.starts_with('q') && line.ends_with('\u{301}')));
    }

    #[test]
    fn spaces_in_a_row_count_as_one_and_none_ends_the_text() {
        assert_eq!(set("  to   ord  ", 200.0), ["to ord"]);
        assert!(set("   ", 200.0).is_empty());
    }
}
