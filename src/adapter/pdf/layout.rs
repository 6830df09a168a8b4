//! Lays out a letter: letterhead, address in the window of a C5 envelope, references, text, closing and annexes.

use std::sync::Arc;

use super::flow::{Column, Flow, Measure, is_blank};
use super::fonts::Typeface;
use super::furniture::Furniture;
use super::lines::{Line, Run, Style, break_evenly, break_lines};
use super::page::{Bookmark, Figure, Frame, Ink, Laid, MM, NodeId, PAGE_WIDTH, Page, Role, Rule, Slab, Tree};
use super::pages::paginate;
use super::picture::Picture;
use super::{chart, table};
use crate::casework::letter::tree::{Annex, Block, Inline, Letter};
use crate::wording::{Language, Trilingual};

/// The left margin: printers of digital mail ask for at least 18 mm.
const LEFT: f64 = 25.0 * MM;
const RIGHT: f64 = 25.0 * MM;
/// The column of the text.
pub const COLUMN: Measure = Measure { x: LEFT, width: PAGE_WIDTH - LEFT - RIGHT };

/// The window of a Norwegian C5 envelope shows 44 to 79 mm from the top and 15 to 120 mm from the left of a
/// sheet folded once. Only the recipient stands there: the sender above, references below.
const WINDOW_TOP: f64 = 46.0 * MM;
const BELOW_WINDOW: f64 = 82.0 * MM;
const WITHOUT_ADDRESS: f64 = 40.0 * MM;
const WINDOW: Measure = Measure { x: LEFT, width: 90.0 * MM };
const LETTERHEAD: f64 = 18.0 * MM;
const LOGO_TOP: f64 = 15.0 * MM;

const fn style(typeface: Typeface, size: f64, leading: f64) -> Style {
    Style { typeface, size, leading, ink: Ink::Black }
}

const TEXT: Style = style(Typeface::Regular, 10.5, 14.75);
const BETWEEN: f64 = 7.0;
const SENDER: Style = style(Typeface::Bold, 12.5, 16.0);
const ADDRESS: Style = style(Typeface::Regular, 10.5, 13.8);
const LABEL: Style = style(Typeface::Bold, 8.5, 11.5);
const VALUE: Style = style(Typeface::Regular, 9.0, 12.5);
const TITLE: Style = style(Typeface::Bold, 14.5, 19.5);
const SECTION: Style = style(Typeface::Bold, 11.0, 15.0);
const SUBSECTION: Style = style(Typeface::Bold, 10.5, 14.75);
const SMALL: Style = style(Typeface::Regular, 9.5, 13.0);

const ATTACHMENTS: Trilingual = Trilingual::fixed("Vedlegg", "Vedlegg", "Attachments");
const COPIES: Trilingual = Trilingual::fixed("Kopi til", "Kopi til", "Copy to");

/// Lays out a letter with its logo; a draft is marked on every page.
pub fn lay_out(letter: &Letter, logo: Option<Arc<Picture>>, draft: bool) -> Laid {
    let mut flow = Flow::new(letter.language);
    let logo_place = logo.as_ref().map(|logo| logo_frame(logo));
    let logo_leaf = logo_place.zip(letter.logo.as_ref()).map(|(frame, logo)| {
        let alternative = super::shape::clean(&logo.alternative);
        (flow.tree.picture(Tree::DOCUMENT, Figure { alternative, frame }), frame)
    });
    head(&mut flow, letter, logo_place);
    let mut level = 1;
    blocks(&mut flow, Tree::DOCUMENT, &letter.blocks, COLUMN, &mut Depth { heading: &mut level, list: 0, indent: 0.0 });
    closing(&mut flow, letter);
    titles(&mut flow, ATTACHMENTS.get(letter.language), &letter.attachments);
    titles(&mut flow, COPIES.get(letter.language), &letter.copies_to);
    let furniture = Furniture::of(letter, draft, logo_place.is_some(), &mut flow.shaper);
    let (first_line, last_line) = (furniture.first_line(), furniture.last_line());
    let (mut pages, mut bookmarks) = fit(std::mem::take(&mut flow.slabs), 0.0, first_line, last_line);
    if let Some(first) = pages.first_mut() {
        first.logo = logo_leaf;
    }
    for some in &letter.annexes {
        annex(&mut flow, some);
        let (more, headings) = fit(std::mem::take(&mut flow.slabs), first_line, first_line, last_line);
        bookmarks.extend(headings.into_iter().map(|heading| Bookmark { page: heading.page + pages.len(), ..heading }));
        pages.extend(more);
    }
    chart::frame(&mut flow.tree, &pages);
    furniture.put(&mut pages, &mut flow.shaper);
    Laid { pages, tree: flow.tree, bookmarks, logo }
}

/// An annex is a part of its own, with a heading as high as the letter's.
fn annex(flow: &mut Flow, annex: &Annex) {
    let part = flow.tree.node(Tree::DOCUMENT, Role::Sect);
    let mut level = 1;
    if !annex.heading.trim().is_empty() {
        let node = flow.tree.node(part, Role::Heading(1));
        let runs = flow.plain(node, &annex.heading, Typeface::Bold);
        heading(flow, &runs, TITLE, COLUMN, 0.0, (1, &annex.heading));
    }
    blocks(flow, part, &annex.blocks, COLUMN, &mut Depth { heading: &mut level, list: 0, indent: 0.0 });
    flow.end_keeping();
}

/// The logo stands at the right of the letterhead, above the window.
fn logo_frame(logo: &Picture) -> Frame {
    let (width, height) = logo.size();
    Frame { x: COLUMN.x + COLUMN.width - width, y: LOGO_TOP, width, height }
}

/// How much closer together a letter may stand to spare a page: the gaps, and the lines themselves.
const TIGHTER: [(f64, f64); 3] = [(0.85, 0.985), (0.7, 0.97), (0.6, 0.955)];
/// A last page with no more than this on it is worth sparing.
const LITTLE: f64 = 170.0;

/// Parts the letter into pages. Where the last page would hold little more than the signature, the letter is set
/// a little closer if that spares the page.
fn fit(slabs: Vec<Slab>, top: f64, first_line: f64, last_line: f64) -> (Vec<Page>, Vec<Bookmark>) {
    let open = paginate(slabs.clone(), top, first_line, last_line);
    let lowest = open.0.last().map_or(0.0, |page| page.pieces.iter().map(|piece| piece.y).fold(0.0, f64::max));
    if open.0.len() == 1 || lowest > first_line + LITTLE {
        return open;
    }
    TIGHTER
        .into_iter()
        .map(|(gaps, lines)| {
            paginate(slabs.iter().map(|slab| slab.tighter(gaps, lines)).collect(), top, first_line, last_line)
        })
        .find(|tight| tight.0.len() < open.0.len())
        .unwrap_or(open)
}

fn head(flow: &mut Flow, letter: &Letter, logo: Option<Frame>) {
    let from = flow.slabs.len();
    let beside = logo.map_or(40.0 * MM, |logo| logo.width + 8.0 * MM);
    let width = Measure { x: LEFT, width: COLUMN.width - beside };
    flow.paragraph(Tree::DOCUMENT, &letter.sender_name, SENDER, width, 0.0);
    not_above(flow, from, LETTERHEAD);

    let address: Vec<&String> = letter.recipient.iter().filter(|line| !line.trim().is_empty()).collect();
    let from = flow.slabs.len();
    if !address.is_empty() {
        let node = flow.tree.node(Tree::DOCUMENT, Role::Div);
        for line in &address {
            flow.paragraph(node, line, ADDRESS, WINDOW, 0.0);
        }
    }
    if let Some(note) = &letter.delivery_note {
        let space = if address.is_empty() { 0.0 } else { 6.0 };
        flow.paragraph(Tree::DOCUMENT, note, ADDRESS, WINDOW, space);
    }
    let addressed = flow.slabs.len() > from;
    not_above(flow, from, WINDOW_TOP);

    let from = flow.slabs.len();
    references(flow, letter);
    not_above(flow, from, if addressed { BELOW_WINDOW } else { WITHOUT_ADDRESS });

    if !letter.heading.trim().is_empty() {
        let node = flow.tree.node(Tree::DOCUMENT, Role::Heading(1));
        let runs = flow.plain(node, &letter.heading, Typeface::Bold);
        heading(flow, &runs, TITLE, COLUMN, 19.0, (1, &letter.heading));
    }
}

/// The first slab from an index on does not stand above a place on page 1.
fn not_above(flow: &mut Flow, from: usize, place: f64) {
    if let Some(slab) = flow.slabs.get_mut(from) {
        slab.not_above = place;
    }
}

fn references(flow: &mut Flow, letter: &Letter) {
    const ABREAST: usize = 4;
    const GAP: f64 = 12.0;
    let rule = Rule { x: LEFT, y: 0.0, width: COLUMN.width, thickness: 0.5, ink: Ink::Hairline };
    let row = flow.row();
    flow.push(Slab { space: 14.0, height: 9.0, rules: vec![rule], row, ..Slab::default() });
    flow.keep_with_next();
    for (index, some) in letter.references.chunks(ABREAST).enumerate() {
        let abreast = letter.references.len().clamp(1, ABREAST) as f64;
        let width = (COLUMN.width - GAP * (abreast - 1.0)) / abreast;
        let mut columns = Vec::with_capacity(some.len());
        for (column, reference) in some.iter().enumerate() {
            let node = flow.tree.node(Tree::DOCUMENT, Role::P);
            // The space behind the label parts it from the value for who hears the letter.
            let label = set_with_space(flow, node, &reference.label, LABEL, width);
            let runs = flow.plain(node, &reference.value, Typeface::Regular);
            let value = break_lines(&mut flow.shaper, &runs, VALUE, width);
            columns
                .push(Column { x: LEFT + (width + GAP) * column as f64, texts: vec![(label, LABEL), (value, VALUE)] });
        }
        flow.beside(&columns, if index == 0 { 0.0 } else { 6.0 });
    }
}

/// Lines that end with a space because more follows in the same paragraph.
fn set_with_space(flow: &mut Flow, node: NodeId, text: &str, style: Style, width: f64) -> Vec<Line> {
    let runs = flow.plain(node, text, style.typeface);
    let mut lines = break_lines(&mut flow.shaper, &runs, style, width);
    if let Some(piece) = lines.last_mut().and_then(|line| line.pieces.last_mut()) {
        piece.glyphs.extend(flow.shaper.shape(style.typeface, " ").glyphs.iter().cloned());
    }
    lines
}

fn heading(flow: &mut Flow, runs: &[Run], style: Style, place: Measure, space: f64, (level, title): (u8, &str)) {
    let from = flow.slabs.len();
    let lines = break_evenly(&mut flow.shaper, runs, style, place.width);
    flow.lines(lines, style, place, space);
    for slab in flow.slabs.iter_mut().skip(from + 1) {
        slab.glued = true;
    }
    if let Some(slab) = flow.slabs.get_mut(from) {
        slab.bookmark = Some((level, super::shape::clean(title)));
        flow.keep_with_next();
    }
}

/// How deep the blocks being laid out stand.
struct Depth<'a> {
    /// The level of the last heading; levels must not be skipped, whatever the letter asks for.
    heading: &'a mut u8,
    /// How many lists there are around.
    list: usize,
    /// How far in the innermost of them stands.
    indent: f64,
}

fn blocks(flow: &mut Flow, parent: NodeId, blocks: &[Block], place: Measure, depth: &mut Depth) {
    let mut space = if depth.list == 0 { 8.0 } else { 2.0 };
    for block in blocks {
        match block {
            Block::Heading { text, .. } if is_blank(text) => {}
            Block::Heading { level, text } => {
                let level = (*level).clamp(2, 3).min(*depth.heading + 1);
                *depth.heading = level;
                let (style, above) = if level == 2 { (SECTION, 13.5) } else { (SUBSECTION, 10.5) };
                let node = flow.tree.node(parent, Role::Heading(level));
                let runs = flow.inline(node, text, Typeface::Bold);
                let title: String = runs.iter().map(|run| run.text.as_str()).collect();
                heading(flow, &runs, style, place, above, (level, &title));
                space = 3.0;
                continue;
            }
            Block::Paragraph(text) if is_blank(text) => {}
            Block::Paragraph(text) => {
                let node = flow.tree.node(parent, Role::P);
                let runs = flow.inline(node, text, Typeface::Regular);
                flow.text(&runs, TEXT, place, space);
                if runs.last().is_some_and(|run| run.text.trim_end().ends_with(':')) {
                    flow.keep_with_next();
                }
            }
            Block::List { items, .. } if items.is_empty() => {}
            Block::List { numbered, items } => list(flow, parent, *numbered, items, place, space, depth),
            Block::Table { header, rows } => table::add(flow, parent, header, rows, place, space + 2.0),
            Block::Chart(drawn) => chart::add(flow, parent, drawn, place, space + 2.0),
        }
        space = if depth.list == 0 { BETWEEN } else { 2.0 };
    }
}

fn list(
    flow: &mut Flow,
    parent: NodeId,
    numbered: bool,
    items: &[Vec<Block>],
    place: Measure,
    space: f64,
    depth: &mut Depth,
) {
    let list = flow.tree.node(parent, Role::L { numbered });
    // From some depth on a list stands no farther in than the one around it, or nothing would be left of the line.
    const DEEPEST: usize = 7;
    let back = if depth.list >= DEEPEST { depth.indent } else { 0.0 };
    let place = Measure { x: place.x - back, width: place.width + back };
    let indent = if numbered { label_width(flow, items.len()) } else { 5.5 * MM };
    let inner = Measure { x: place.x + indent, width: place.width - indent };
    for (index, item) in items.iter().enumerate() {
        let node = flow.tree.node(list, Role::LI);
        let label = flow.tree.node(node, Role::Lbl);
        let sign = match (numbered, depth.list) {
            (true, _) => format!("{}.", index + 1),
            (false, 0) => "•".to_owned(),
            (false, _) => "–".to_owned(),
        };
        for line in set_with_space(flow, label, &sign, TEXT, indent) {
            for piece in super::flow::moved(line, place.x, 0.0, 0) {
                flow.label(piece);
            }
        }
        let body = flow.tree.node(node, Role::LBody);
        let from = flow.slabs.len();
        blocks(flow, body, item, inner, &mut Depth { heading: &mut *depth.heading, list: depth.list + 1, indent });
        if flow.slabs.len() == from {
            // An item that says nothing still shows its number.
            let row = flow.row();
            flow.push(Slab { height: TEXT.leading, row, ..Slab::default() });
        }
        if let Some(slab) = flow.slabs.get_mut(from) {
            slab.space = if index == 0 { space.max(2.0) } else { 3.0 };
        }
    }
}

/// The room that the numbers of a list need: that of the last one, and at least of two figures.
fn label_width(flow: &mut Flow, items: usize) -> f64 {
    let widest = flow.shaper.shape(TEXT.typeface, &format!("{}. ", items.max(10))).width;
    widest * TEXT.size / 1000.0 + 4.0
}

fn closing(flow: &mut Flow, letter: &Letter) {
    let closing = &letter.closing;
    flow.keep_with_next();
    flow.paragraph(Tree::DOCUMENT, &closing.greeting, TEXT, COLUMN, 20.0);
    const ABREAST: usize = 2;
    let width = COLUMN.width / ABREAST as f64 - 6.0;
    // Who signs by hand needs room for it.
    let room = if closing.approval_note.is_some() { 10.0 } else { 38.0 };
    for signatures in closing.signatures.chunks(ABREAST) {
        let mut columns = Vec::new();
        for (column, signature) in signatures.iter().enumerate() {
            let node = flow.tree.node(Tree::DOCUMENT, Role::P);
            let name = set_with_space(flow, node, &signature.name, TEXT, width);
            let runs = flow.plain(node, &signature.title, Typeface::Regular);
            let title = break_lines(&mut flow.shaper, &runs, TEXT, width);
            columns.push(Column { x: LEFT + (width + 12.0) * column as f64, texts: vec![(name, TEXT), (title, TEXT)] });
        }
        flow.keep_with_next();
        flow.beside(&columns, room);
    }
    if let Some(note) = &closing.approval_note {
        flow.keep_with_next();
        flow.paragraph(Tree::DOCUMENT, note, SMALL, COLUMN, 12.0);
    }
}

/// Attachments and copies: a label and a line for each.
fn titles(flow: &mut Flow, label: &str, titles: &[String]) {
    if titles.iter().all(|title| title.trim().is_empty()) {
        return;
    }
    // A short list does not stand alone on the last page.
    const SHORT: usize = 8;
    if titles.len() <= SHORT {
        flow.keep_with_next();
    }
    let bold = Style { typeface: Typeface::Bold, ..SMALL };
    flow.paragraph(Tree::DOCUMENT, label, bold, COLUMN, 16.0);
    flow.keep_with_next();
    let list = flow.tree.node(Tree::DOCUMENT, Role::L { numbered: false });
    for title in titles.iter().filter(|title| !title.trim().is_empty()) {
        if titles.len() <= SHORT {
            flow.keep_with_next();
        }
        let item = flow.tree.node(list, Role::LI);
        let body = flow.tree.node(item, Role::LBody);
        flow.paragraph(body, title, SMALL, COLUMN, 0.0);
    }
}

/// Every text of a letter that is drawn, with where it stands, for the search after characters that no font has.
pub fn texts(letter: &Letter) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut take = |text: &str| texts.push(text.to_owned());
    take(&letter.sender_name);
    letter.recipient.iter().chain(&letter.delivery_note).for_each(|line| take(line));
    letter.references.iter().for_each(|reference| {
        take(&reference.label);
        take(&reference.value);
    });
    take(&letter.heading);
    letter.blocks.iter().for_each(|block| texts_of_block(block, &mut take));
    take(&letter.closing.greeting);
    letter.closing.signatures.iter().for_each(|signature| {
        take(&signature.name);
        take(&signature.title);
    });
    letter
        .closing
        .approval_note
        .iter()
        .chain(&letter.footer)
        .chain(&letter.attachments)
        .chain(&letter.copies_to)
        .for_each(|line| take(line));
    for annex in &letter.annexes {
        take(&annex.heading);
        annex.blocks.iter().for_each(|block| texts_of_block(block, &mut take));
    }
    texts
}

fn texts_of_block(block: &Block, take: &mut impl FnMut(&str)) {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => text_of(text, take),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| texts_of_block(block, take)),
        Block::Table { header, rows } => {
            header.iter().chain(rows.iter().flatten()).for_each(|cell| text_of(cell, take))
        }
        Block::Chart(chart) => {
            chart.keys.iter().chain([&chart.title]).for_each(|text| take(text));
            chart.bars.iter().for_each(|bar| [&bar.label, &bar.counts].into_iter().for_each(|text| take(text)));
        }
    }
}

fn text_of(text: &[Inline], take: &mut impl FnMut(&str)) {
    // A context of whole words: the inline pieces of one passage are joined.
    let whole: String = text
        .iter()
        .map(|inline| match inline {
            Inline::Text(words) | Inline::Strong(words) | Inline::Foreign { text: words, .. } => words.as_str(),
        })
        .collect();
    take(&whole);
}

/// «Side 1 av 2» in a language.
pub fn page_of(language: Language, page: usize, pages: usize) -> String {
    match language {
        Language::Nb | Language::Nn => format!("Side {page} av {pages}"),
        Language::En => format!("Page {page} of {pages}"),
    }
}
