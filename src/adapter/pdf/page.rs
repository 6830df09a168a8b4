//! The laid-out letter: pages with text and rules on them, and the tree of what the text is. It knows nothing
//! of PDF, so that another writer could stand in.

use std::rc::Rc;
use std::sync::Arc;

use super::fonts::Typeface;
use super::picture::Picture;
use super::shape::Glyph;
use crate::wording::Language;

/// Points in a millimetre.
pub const MM: f64 = 72.0 / 25.4;
/// The width of A4 in points.
pub const PAGE_WIDTH: f64 = 210.0 * MM;
/// The height of A4 in points.
pub const PAGE_HEIGHT: f64 = 297.0 * MM;

/// What a part of the letter is, in the words of tagged PDF (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole letter.
    Document,
    /// A part of its own under a heading of level 1: an annex.
    Sect,
    /// Parts that belong together.
    Div,
    /// A heading of level 1, 2 or 3.
    Heading(u8),
    /// A paragraph.
    P,
    /// A list.
    L {
        /// Numbered or with bullets.
        numbered: bool,
    },
    /// An item of a list.
    LI,
    /// The bullet or number of an item.
    Lbl,
    /// What an item says.
    LBody,
    /// A table.
    Table,
    /// A row of a table.
    TR,
    /// A header cell, standing over its column.
    TH,
    /// A cell.
    TD,
    /// A passage in a line.
    Span,
    /// A picture.
    Figure,
}

/// A part of the letter in [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(pub usize);

/// A stretch of text in [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeafId(pub usize);

/// What a part consists of, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    /// Another part.
    Node(NodeId),
    /// Text.
    Leaf(LeafId),
}

/// A part of the letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// Its language where that is another than the letter's.
    pub language: Option<Language>,
    /// What a picture or a chart shows, and where it stands.
    pub figure: Option<Figure>,
    /// What it consists of.
    pub kids: Vec<Kid>,
}

/// A picture for who does not see it, and where it stands for who does.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it shows.
    pub alternative: String,
    /// Its place on the page.
    pub frame: Frame,
}

/// A place on a page; lengths are points from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// What the letter's text is; the first node is the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// The parts.
    pub nodes: Vec<Node>,
    /// How many stretches of text there are.
    pub leaves: usize,
}

impl Tree {
    /// The part that holds all others.
    pub const DOCUMENT: NodeId = NodeId(0);

    /// A tree of nothing but the document.
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node { role: Role::Document, language: None, figure: None, kids: Vec::new() }], leaves: 0 }
    }

    /// Adds a part at the end of another.
    pub(super) fn node(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { role, language: None, figure: None, kids: Vec::new() });
        self.nodes[parent.0].kids.push(Kid::Node(id));
        id
    }

    /// Adds a part in another language.
    pub(super) fn foreign(&mut self, parent: NodeId, language: Language) -> NodeId {
        let id = self.node(parent, Role::Span);
        self.nodes[id.0].language = Some(language);
        id
    }

    /// Adds a picture or a chart; gives the stretch that stands for it.
    pub(super) fn picture(&mut self, parent: NodeId, figure: Figure) -> LeafId {
        let id = self.node(parent, Role::Figure);
        self.nodes[id.0].figure = Some(figure);
        self.leaf(id)
    }

    /// Adds a stretch of text at the end of a part.
    pub(super) fn leaf(&mut self, parent: NodeId) -> LeafId {
        let id = LeafId(self.leaves);
        self.leaves += 1;
        self.nodes[parent.0].kids.push(Kid::Leaf(id));
        id
    }
}

/// Whether something on a page is content or page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Content: a stretch of text of the tree.
    Content(LeafId),
    /// Furniture at the head of the page: running reference, repeated table header, draft mark.
    Header,
    /// Furniture at the foot of the page.
    Footer,
}

/// The colours of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// All text that says something.
    Black,
    /// Furniture; contrast to white is 7 to 1.
    Grey,
    /// Thin rules.
    Hairline,
}

/// Glyphs in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The left end, in points from the left edge of the page.
    pub x: f64,
    /// The baseline, in points down from the top of what holds the piece (a slab, then a page).
    pub y: f64,
    /// The font.
    pub typeface: Typeface,
    /// The size in points.
    pub size: f64,
    /// The colour.
    pub ink: Ink,
    /// The glyphs.
    pub glyphs: Vec<Glyph>,
    /// Content or furniture.
    pub mark: Mark,
    /// The column of the row that the piece stands in; cells of a row are read one after the other.
    pub column: usize,
}

/// A thin horizontal line; never content.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// The left end.
    pub x: f64,
    /// How far down.
    pub y: f64,
    /// The length.
    pub width: f64,
    /// The thickness.
    pub thickness: f64,
    /// The colour.
    pub ink: Ink,
}

/// A filled box that is content: a part of a bar in a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strip {
    /// Where it stands, from the top of what holds it (a slab, then a page).
    pub frame: Frame,
    /// Whether it is hatched rather than plain, so that the two are told apart without colours.
    pub hatched: bool,
    /// The stretch of the tree that it belongs to.
    pub leaf: LeafId,
}

/// A laid-out page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The text, in reading order.
    pub pieces: Vec<Piece>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// The bars of charts.
    pub strips: Vec<Strip>,
    /// The logo: which stretch of the tree it is, and where it stands.
    pub logo: Option<(LeafId, Frame)>,
}

/// A heading and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// 1, 2 or 3.
    pub level: u8,
    /// The words.
    pub title: String,
    /// The page, from 0.
    pub page: usize,
    /// How far down the heading begins.
    pub y: f64,
}

/// A letter, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// The pages.
    pub pages: Vec<Page>,
    /// What the text is.
    pub tree: Tree,
    /// The headings.
    pub bookmarks: Vec<Bookmark>,
    /// The logo on the first page.
    pub logo: Option<Arc<Picture>>,
}

/// A strip of the letter before it has a page: a line of text, or of cells side by side.
#[derive(Clone, Debug, Default)]
pub struct Slab {
    /// Space above, which falls away at the top of a page.
    pub space: f64,
    /// The height.
    pub height: f64,
    /// The text; baselines count from the top of the slab.
    pub pieces: Vec<Piece>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// The bars of a chart.
    pub strips: Vec<Strip>,
    /// Whether the slab must stand on the page of the one before.
    pub glued: bool,
    /// The row that the slab is part of; slabs of one row are read cell by cell.
    pub row: usize,
    /// The place on the first page that the slab must not stand above.
    pub not_above: f64,
    /// The header rows that are shown again when a page begins with this slab.
    pub repeated: Option<Rc<Vec<Slab>>>,
    /// The heading that begins here.
    pub bookmark: Option<(u8, String)>,
}

impl Slab {
    /// The same slab with a part of its space above and of its height.
    pub fn tighter(&self, gaps: f64, lines: f64) -> Self {
        let mut slab = self.clone();
        slab.space *= gaps;
        slab.height *= lines;
        slab.pieces.iter_mut().for_each(|piece| piece.y *= lines);
        slab.rules.iter_mut().for_each(|rule| rule.y *= lines);
        slab.strips.iter_mut().for_each(|strip| strip.frame.y *= lines);
        slab
    }
}
