//! Page furniture: footer, page number, running reference and draft mark. None of it is content.

use super::fonts::Typeface;
use super::layout::{COLUMN, page_of};
use super::lines::{Line, Run, Style, break_lines};
use super::page::{Ink, MM, Mark, PAGE_HEIGHT, Page, Piece, Rule};
use super::shape::{Shaper, clean};
use crate::casework::letter::tree::Letter;
use crate::wording::{Language, Trilingual};

const FOOTER: Style = Style { typeface: Typeface::Regular, size: 8.0, leading: 11.0, ink: Ink::Grey };
const RUNNING: Style = Style { typeface: Typeface::Regular, size: 8.5, leading: 12.0, ink: Ink::Grey };
const DRAFT: Style = Style { typeface: Typeface::Bold, size: 10.0, leading: 14.0, ink: Ink::Black };
const DRAFT_WORD: Trilingual = Trilingual::fixed("UTKAST", "UTKAST", "DRAFT");

/// The lower edge of the footer.
const FOOT: f64 = PAGE_HEIGHT - 11.5 * MM;
/// Where the line at the top of the page begins.
const TOP: f64 = 18.0 * MM;
/// Where the draft mark stands on a page with a logo.
const ABOVE_LOGO: f64 = 8.0 * MM;
/// Room for the page number beside the footer, up to «Side 1000 av 1000».
const NUMBER: f64 = 26.0 * MM;

/// What stands on every page.
pub struct Furniture {
    language: Language,
    footer: Vec<Line>,
    running: Vec<Line>,
    draft: bool,
    logo: bool,
}

impl Furniture {
    /// The furniture of a letter, with or without a logo.
    pub fn of(letter: &Letter, draft: bool, logo: bool, shaper: &mut Shaper) -> Self {
        let mut running = letter.sender_name.clone();
        if let Some(reference) = letter.references.first() {
            running = format!("{running} · {} {}", reference.label, reference.value);
        }
        Self {
            language: letter.language,
            footer: footer(shaper, &letter.footer),
            running: set(shaper, &running, RUNNING, Mark::Header, COLUMN.width - NUMBER),
            draft,
            logo,
        }
    }

    /// Where the text of the second and following pages begins.
    pub fn first_line(&self) -> f64 {
        TOP + RUNNING.leading * self.running.len() as f64 + 18.0
    }

    /// Where the text of every page must end.
    pub fn last_line(&self) -> f64 {
        self.footer_top() - 15.0
    }

    fn footer_top(&self) -> f64 {
        FOOT - FOOTER.leading * self.footer.len().max(1) as f64
    }

    /// Puts the furniture on the pages: at the head before all content, at the foot behind it.
    pub fn put(&self, pages: &mut [Page], shaper: &mut Shaper) {
        let count = pages.len();
        let word = clean(DRAFT_WORD.get(self.language));
        for (index, page) in pages.iter_mut().enumerate() {
            let mut header = Vec::new();
            if index > 0 {
                header.extend(placed(&self.running, RUNNING, TOP));
            }
            if self.draft {
                let top = if self.logo && index == 0 { ABOVE_LOGO } else { TOP };
                header.extend(right(shaper, &word, DRAFT, Mark::Header, top));
            }
            page.pieces.splice(0..0, header);
            page.rules.push(Rule {
                x: COLUMN.x,
                y: self.footer_top() - 6.0,
                width: COLUMN.width,
                thickness: 0.5,
                ink: Ink::Hairline,
            });
            page.pieces.extend(placed(&self.footer, FOOTER, self.footer_top()));
            let number = page_of(self.language, index + 1, count);
            page.pieces.extend(right(shaper, &number, FOOTER, Mark::Footer, self.footer_top()));
        }
    }
}

/// The items of the footer with dots between them, as many on a line as it holds.
fn footer(shaper: &mut Shaper, items: &[String]) -> Vec<Line> {
    let width = COLUMN.width - NUMBER;
    let mut texts: Vec<String> = Vec::new();
    for item in items.iter().map(|item| item.trim()).filter(|item| !item.is_empty()) {
        let longer = texts.last().map(|text| format!("{text} · {item}"));
        match longer.filter(|longer| set(shaper, longer, FOOTER, Mark::Footer, width).len() == 1) {
            Some(longer) => {
                texts.pop();
                texts.push(longer);
            }
            None => texts.push(item.to_owned()),
        }
    }
    texts.iter().flat_map(|text| set(shaper, text, FOOTER, Mark::Footer, width)).collect()
}

fn set(shaper: &mut Shaper, text: &str, style: Style, mark: Mark, width: f64) -> Vec<Line> {
    break_lines(shaper, &[Run { text: clean(text), typeface: style.typeface, mark }], style, width)
}

fn placed(lines: &[Line], style: Style, top: f64) -> impl Iterator<Item = Piece> {
    lines.iter().enumerate().flat_map(move |(index, line)| {
        super::flow::moved(line.clone(), COLUMN.x, top + style.leading * index as f64, 0)
    })
}

fn right(shaper: &mut Shaper, text: &str, style: Style, mark: Mark, top: f64) -> Vec<Piece> {
    let lines = set(shaper, text, style, mark, COLUMN.width);
    lines
        .into_iter()
        .flat_map(|line| {
            let x = COLUMN.x + COLUMN.width - line.width;
            super::flow::moved(line, x, top, 0)
        })
        .collect()
}
