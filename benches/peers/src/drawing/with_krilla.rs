//! The laid-out letter drawn with krilla.

use std::collections::BTreeMap;
use std::num::NonZeroU16;
use std::ops::Range;

use chrono::{Datelike, Timelike};
use krilla::color::luma;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::{Location, Surface};
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::text::{Font, Glyph, GlyphId};
use krilla::{Document, SerializeSettings};
use personvernsak::adapter::pdf::{
    self, Bookmark, DrawOptions, Ink, Kid, Laid, LeafId, Mark, Node, NodeId, PAGE_HEIGHT, PAGE_WIDTH, Piece, Role,
    Tree, Typeface,
};
use personvernsak::casework::letter::tree::Letter;

/// A glyph the way krilla wants it: lengths over the font size, and its characters as a place in the run's text.
struct Placed {
    id: GlyphId,
    advance: f32,
    right: f32,
    up: f32,
    text: Range<usize>,
}

impl Glyph for Placed {
    fn glyph_id(&self) -> GlyphId {
        self.id
    }
    fn text_range(&self) -> Range<usize> {
        self.text.clone()
    }
    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }
    fn x_offset(&self, size: f32) -> f32 {
        self.right * size
    }
    fn y_offset(&self, size: f32) -> f32 {
        self.up * size
    }
    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }
    fn location(&self) -> Option<Location> {
        None
    }
}

/// Text of a page in krilla's own shapes.
struct Run {
    start: Point,
    typeface: Typeface,
    size: f32,
    ink: Ink,
    text: String,
    glyphs: Vec<Placed>,
    mark: Mark,
}

/// A letter whose pages are in krilla's own shapes already, so that turning ours into them weighs on neither.
pub struct Prepared<'a> {
    laid: &'a Laid,
    letter: &'a Letter,
    options: &'a DrawOptions,
    pages: Vec<Vec<Run>>,
    fonts: BTreeMap<Typeface, Font>,
}

impl<'a> Prepared<'a> {
    pub fn new(laid: &'a Laid, letter: &'a Letter, options: &'a DrawOptions) -> Self {
        let pages = laid.pages.iter().map(|page| page.pieces.iter().map(run).collect()).collect();
        let font = |typeface: Typeface| Font::new(typeface.bytes().to_vec().into(), 0).expect("a font");
        let fonts = Typeface::ALL.into_iter().map(|typeface| (typeface, font(typeface))).collect();
        Self { laid, letter, options, pages, fonts }
    }

    /// What the program itself makes of the same pages.
    pub fn ours(&self) -> Vec<u8> {
        let painted = pdf::paint(self.laid).expect("painted");
        pdf::finish(painted, self.laid, self.letter, self.options).expect("finished").bytes
    }

    /// The finished file.
    pub fn draw(&self) -> Vec<u8> {
        let configuration = ConfigurationBuilder::new()
            .with_archival_validator(Archival::A2_A)
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .expect("the two standards go together");
        let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
        let mut document = Document::new_with(settings);
        let mut marks: Vec<Vec<Identifier>> = (0..self.laid.tree.leaves).map(|_| Vec::new()).collect();
        for (page, runs) in self.laid.pages.iter().zip(&self.pages) {
            let size = PageSettings::from_wh(PAGE_WIDTH as f32, PAGE_HEIGHT as f32).expect("a size");
            let mut sheet = document.start_page_with(size);
            let mut surface = sheet.surface();
            if !page.rules.is_empty() {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
                for rule in &page.rules {
                    let mut path = PathBuilder::new();
                    path.move_to(rule.x as f32, rule.y as f32);
                    path.line_to((rule.x + rule.width) as f32, rule.y as f32);
                    surface.set_fill(None);
                    surface.set_stroke(Some(Stroke {
                        paint: colour(rule.ink).into(),
                        width: rule.thickness as f32,
                        ..Stroke::default()
                    }));
                    surface.draw_path(&path.finish().expect("a line"));
                }
                surface.set_stroke(None);
                surface.end_tagged();
            }
            for runs in runs.chunk_by(|one, next| one.mark == next.mark) {
                match runs[0].mark {
                    Mark::Content(LeafId(leaf)) => {
                        marks[leaf].push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
                    }
                    Mark::Header => drop(surface.start_tagged(furniture(ArtifactType::Header))),
                    Mark::Footer => drop(surface.start_tagged(furniture(ArtifactType::Footer))),
                }
                runs.iter().for_each(|run| self.run(&mut surface, run));
                surface.end_tagged();
            }
        }
        document.set_tag_tree(self.tags(&marks));
        document.set_outline(outline(&self.laid.bookmarks));
        document.set_metadata(self.metadata());
        document.finish().expect("a file that keeps to both standards")
    }

    fn run(&self, surface: &mut Surface<'_>, run: &Run) {
        surface.set_fill(Some(Fill { paint: colour(run.ink).into(), opacity: NormalizedF32::ONE, ..Fill::default() }));
        let font = self.fonts[&run.typeface].clone();
        surface.draw_glyphs(run.start, &run.glyphs, font, &run.text, run.size, false);
    }

    fn tags(&self, marks: &[Vec<Identifier>]) -> TagTree {
        let tree = &self.laid.tree;
        let mut root = TagTree::new();
        for kid in &tree.nodes[Tree::DOCUMENT.0].kids {
            push(tree, *kid, marks, &mut root.children);
        }
        root
    }

    fn metadata(&self) -> Metadata {
        let at = self.options.created_at;
        let part = |number: u32| u8::try_from(number).expect("a part of a date");
        let date = DateTime::new(u16::try_from(at.year()).expect("a year"))
            .month(part(at.month()))
            .day(part(at.day()))
            .hour(part(at.hour()))
            .minute(part(at.minute()))
            .second(part(at.second()))
            .utc_offset_hour(0)
            .utc_offset_minute(0);
        Metadata::new()
            .title(self.letter.title.clone())
            .authors(vec![self.letter.sender_name.clone()])
            .creator("Personvernsak".to_owned())
            .producer("Personvernsak".to_owned())
            .language(self.letter.language.code().to_owned())
            .creation_date(date)
            .document_id(self.options.document_id.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

fn run(piece: &Piece) -> Run {
    let mut text = String::new();
    let glyphs = piece
        .glyphs
        .iter()
        .map(|glyph| {
            let start = text.len();
            text.push_str(&glyph.text);
            Placed {
                id: GlyphId::new(u32::from(glyph.id)),
                advance: (glyph.advance / 1000.0) as f32,
                right: (glyph.right / 1000.0) as f32,
                up: (glyph.up / 1000.0) as f32,
                text: start..text.len(),
            }
        })
        .collect();
    Run {
        start: Point::from_xy(piece.x as f32, piece.y as f32),
        typeface: piece.typeface,
        size: piece.size as f32,
        ink: piece.ink,
        text,
        glyphs,
        mark: piece.mark,
    }
}

fn colour(ink: Ink) -> luma::Color {
    match ink {
        Ink::Black => luma::Color::new(0),
        Ink::Grey => luma::Color::new(84),
        Ink::Hairline => luma::Color::new(153),
    }
}

fn furniture(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn push(tree: &Tree, kid: Kid, marks: &[Vec<Identifier>], into: &mut Vec<krilla::tagging::Node>) {
    match kid {
        Kid::Leaf(LeafId(leaf)) => into.extend(marks[leaf].iter().map(|mark| (*mark).into())),
        Kid::Node(NodeId(node)) => {
            let node = &tree.nodes[node];
            let mut group = TagGroup::new(tag(node));
            for kid in &node.kids {
                push(tree, *kid, marks, &mut group.children);
            }
            into.push(group.into());
        }
    }
}

fn tag(node: &Node) -> TagKind {
    match node.role {
        Role::Document | Role::Div => Tag::Div.into(),
        Role::Sect => Tag::Section.into(),
        Role::Figure => {
            let figure = node.figure.as_ref().expect("a picture says what it shows");
            Tag::Figure(Some(figure.alternative.clone())).into()
        }
        Role::Heading(level) => {
            Tag::Hn(NonZeroU16::new(u16::from(level)).expect("levels begin at 1"), Some("overskrift".to_owned())).into()
        }
        Role::P => Tag::P.into(),
        Role::L { numbered } => Tag::L(if numbered { ListNumbering::Decimal } else { ListNumbering::Disc }).into(),
        Role::LI => Tag::LI.into(),
        Role::Lbl => Tag::Lbl.into(),
        Role::LBody => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::TR => Tag::TR.into(),
        Role::TH => Tag::TH(TableHeaderScope::Column).into(),
        Role::TD => Tag::TD.into(),
        Role::Span => Tag::Span.with_lang(node.language.map(|language| language.code().to_owned())).into(),
    }
}

/// Bookmarks, each under the nearest heading above it of a lower level.
fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let mut outline = Outline::new();
    for bookmark in bookmarks {
        close(&mut open, bookmark.level, &mut outline);
        let place = XyzDestination::new(bookmark.page, Point::from_xy(0.0, (bookmark.y - 8.0) as f32));
        open.push((bookmark.level, OutlineNode::new(bookmark.title.clone(), place)));
    }
    close(&mut open, 0, &mut outline);
    outline
}

/// Puts away every open heading that a new one of this level ends.
fn close(open: &mut Vec<(u8, OutlineNode)>, level: u8, outline: &mut Outline) {
    while open.last().is_some_and(|(above, _)| *above >= level) {
        let Some((_, done)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, parent)) => parent.push_child(done),
            None => outline.push_child(done),
        }
    }
}
