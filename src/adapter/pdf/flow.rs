//! Builds the letter as one endless column of slabs, and the tree of what they are.

use std::rc::Rc;

use super::fonts::Typeface;
use super::lines::{Line, Run, Style, break_lines};
use super::page::{Mark, NodeId, Piece, Role, Slab, Tree};
use super::shape::{Shaper, clean};
use crate::casework::letter::text::bind;
use crate::casework::letter::tree::Inline;
use crate::wording::Language;

/// The column that a letter grows in.
pub struct Flow {
    /// Shapes all text of the letter.
    pub shaper: Shaper,
    /// What the text is.
    pub tree: Tree,
    /// The column so far.
    pub slabs: Vec<Slab>,
    rows: usize,
    keep: bool,
    label: Option<Piece>,
    repeated: Option<Rc<Vec<Slab>>>,
}

/// Where text stands: its left edge and how wide it may be, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// From the left edge of the page.
    pub x: f64,
    /// The width.
    pub width: f64,
}

/// Lines under each other, beside other columns.
pub struct Column {
    /// The left edge.
    pub x: f64,
    /// Texts, each in its own style.
    pub texts: Vec<(Vec<Line>, Style)>,
}

impl Flow {
    /// An empty column for text in a language.
    pub fn new(language: Language) -> Self {
        Self {
            shaper: Shaper::new(language),
            tree: Tree::new(),
            slabs: Vec::new(),
            rows: 0,
            keep: false,
            label: None,
            repeated: None,
        }
    }

    /// The next slab stands on the page of the last one.
    pub fn keep_with_next(&mut self) {
        self.keep = true;
    }

    /// Nothing more follows that could be kept together with the last slab.
    pub fn end_keeping(&mut self) {
        self.keep = false;
    }

    /// From now on a page that begins in the middle of a table repeats these rows; none ends the table.
    pub fn repeat(&mut self, header: Option<Rc<Vec<Slab>>>) {
        self.repeated = header;
    }

    /// The bullet or number that stands beside the next line.
    pub fn label(&mut self, piece: Piece) {
        self.label = Some(piece);
    }

    /// A number for a new row of slabs.
    pub fn row(&mut self) -> usize {
        self.rows += 1;
        self.rows
    }

    /// Adds a slab.
    pub fn push(&mut self, mut slab: Slab) {
        slab.glued |= std::mem::take(&mut self.keep);
        slab.repeated = self.repeated.clone();
        if let Some(label) = self.label.take() {
            slab.pieces.insert(0, label);
        }
        self.slabs.push(slab);
    }

    /// The runs of a text in one font, with what belongs together on one line; as a stretch of its own under `node`.
    pub fn plain(&mut self, node: NodeId, text: &str, typeface: Typeface) -> Vec<Run> {
        let mark = Mark::Content(self.tree.leaf(node));
        vec![Run { text: set(text), typeface, mark }]
    }

    /// The runs of inline text under `node`.
    pub fn inline(&mut self, node: NodeId, text: &[Inline], typeface: Typeface) -> Vec<Run> {
        let mut runs = Vec::with_capacity(text.len());
        let mut open = None;
        for inline in text {
            let (words, typeface) = match inline {
                Inline::Text(words) => (words, typeface),
                Inline::Strong(words) => (words, Typeface::Bold),
                Inline::Foreign { language, text } => {
                    open = None;
                    let span = self.tree.foreign(node, *language);
                    let mark = Mark::Content(self.tree.leaf(span));
                    runs.push(Run { text: set(text), typeface, mark });
                    continue;
                }
            };
            let leaf = *open.get_or_insert_with(|| self.tree.leaf(node));
            runs.push(Run { text: set(words), typeface, mark: Mark::Content(leaf) });
        }
        runs
    }

    /// Adds lines of text. The first two lines stay together, and so do the last two.
    pub fn text(&mut self, runs: &[Run], style: Style, measure: Measure, space: f64) {
        let lines = break_lines(&mut self.shaper, runs, style, measure.width);
        self.lines(lines, style, measure, space);
    }

    /// Adds lines, the way [`Flow::text`] does.
    pub fn lines(&mut self, lines: Vec<Line>, style: Style, measure: Measure, space: f64) {
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let row = self.row();
            self.push(Slab {
                space: if index == 0 { space } else { 0.0 },
                height: style.leading,
                pieces: moved(line, measure.x, 0.0, 0),
                glued: index > 0 && (index == 1 || index + 1 == count),
                row,
                ..Slab::default()
            });
        }
    }

    /// Adds a paragraph of plain text.
    pub fn paragraph(&mut self, parent: NodeId, text: &str, style: Style, measure: Measure, space: f64) {
        if !text.trim().is_empty() {
            let node = self.tree.node(parent, Role::P);
            let runs = self.plain(node, text, style.typeface);
            self.text(&runs, style, measure, space);
        }
    }

    /// Adds columns beside each other, which are read column by column and stay on one page.
    pub fn beside(&mut self, columns: &[Column], space: f64) {
        let row = self.row();
        let height = columns
            .iter()
            .map(|column| column.texts.iter().map(|(lines, style)| lines.len() as f64 * style.leading).sum::<f64>());
        let mut slab = Slab { space, height: height.fold(0.0, f64::max), row, ..Slab::default() };
        for (index, column) in columns.iter().enumerate() {
            let mut y = 0.0;
            for (lines, style) in &column.texts {
                for line in lines {
                    slab.pieces.extend(moved(line.clone(), column.x, y, index));
                    y += style.leading;
                }
            }
        }
        self.push(slab);
    }
}

/// The text as it is set, with no line ending inside «§ 25», a date or a number.
pub fn set(text: &str) -> String {
    let text = clean(text);
    // Words are bound to a number, but for these two, and most texts have neither.
    let has_bound = text.contains(|character: char| character.is_ascii_digit())
        || ["okstav", "kap", "Kap"].iter().any(|part| text.contains(part));
    if has_bound { bind(&text) } else { text }
}

/// The pieces of a line, at a place.
pub fn moved(line: Line, x: f64, y: f64, column: usize) -> Vec<Piece> {
    let place = |piece: Piece| Piece { x: piece.x + x, y: piece.y + y, column, ..piece };
    line.pieces.into_iter().map(place).collect()
}

/// Whether inline text says nothing.
pub fn is_blank(text: &[Inline]) -> bool {
    text.iter().all(|inline| match inline {
        Inline::Text(words) | Inline::Strong(words) | Inline::Foreign { text: words, .. } => words.trim().is_empty(),
    })
}
