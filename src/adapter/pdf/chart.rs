//! Lays out charts: bars under each other, what they are about at the left, their counts at the right.

use super::flow::{Flow, Measure, moved};
use super::fonts::Typeface;
use super::lines::{Run, Style, break_lines};
use super::page::{Figure, Frame, Ink, Kid, LeafId, Mark, NodeId, Page, Role, Slab, Strip, Tree};
use crate::casework::letter::tree::{Bar, Chart};

const STYLE: Style = Style { typeface: Typeface::Regular, size: 9.0, leading: 12.0, ink: Ink::Black };
const TITLE: Style = Style { typeface: Typeface::Bold, size: 9.5, leading: 14.0, ink: Ink::Black };
/// The room above and below the words of a bar.
const PADDING: f64 = 2.0;
const THICKNESS: f64 = 9.0;
const GAP: f64 = 10.0;
/// How much of the width belongs to what a bar is about, and to its counts.
const LABEL: f64 = 0.32;
const COUNTS: f64 = 0.2;
/// The box that says what a part of the bars is.
const KEY: f64 = 14.0;
/// No more bars than this stand in one figure, so that each has room on a page.
const MOST: usize = 30;

/// Adds a chart under `parent`. The bars of all its figures are parts of the same length.
pub fn add(flow: &mut Flow, parent: NodeId, chart: &Chart, place: Measure, space: f64) {
    let longest = chart.bars.iter().filter_map(|bar| bar.parts).map(|[plain, hatched]| plain + hatched).max();
    let longest = longest.unwrap_or_default().max(1) as f64;
    for bars in chart.bars.chunks(MOST) {
        let told = bars.iter().map(|bar| super::shape::clean(&bar.told)).collect::<Vec<_>>().join(". ");
        let alternative = format!("{}. {told}", super::shape::clean(&chart.title));
        // Where it stands is known when the pages are made.
        let nowhere = Frame { x: place.x, y: 0.0, width: place.width, height: 0.0 };
        let leaf = flow.tree.picture(parent, Figure { alternative, frame: nowhere });
        let title = words(flow, &chart.title, TITLE, leaf, place.width);
        flow.lines(title, TITLE, place, space);
        flow.keep_with_next();
        keys(flow, &chart.keys, leaf, place);
        for bar in bars {
            flow.keep_with_next();
            add_bar(flow, bar, longest, leaf, place);
        }
    }
}

/// What the parts are, in one line.
fn keys(flow: &mut Flow, keys: &[String; 2], leaf: LeafId, place: Measure) {
    let row = flow.row();
    let mut slab = Slab { height: STYLE.leading + 2.0 * PADDING, row, ..Slab::default() };
    let mut x = place.x;
    for (key, hatched) in keys.iter().zip([false, true]) {
        let frame = Frame { x, y: PADDING + (STYLE.leading - THICKNESS) / 2.0, width: KEY, height: THICKNESS };
        slab.strips.push(Strip { frame, hatched, leaf });
        x += KEY + GAP / 2.0;
        for line in words(flow, key, STYLE, leaf, place.width / 3.0).into_iter().take(1) {
            let width = line.width;
            slab.pieces.extend(moved(line, x, PADDING, 0));
            x += width + 2.0 * GAP;
        }
    }
    flow.push(slab);
}

fn add_bar(flow: &mut Flow, bar: &Bar, longest: f64, leaf: LeafId, place: Measure) {
    let label = words(flow, &bar.label, STYLE, leaf, place.width * LABEL);
    let counts = words(flow, &bar.counts, STYLE, leaf, place.width * COUNTS);
    let lines = label.len().max(counts.len()).max(1) as f64;
    let row = flow.row();
    let mut slab = Slab { height: lines * STYLE.leading + 2.0 * PADDING, row, ..Slab::default() };
    let room =
        Measure { x: place.x + place.width * LABEL + GAP, width: place.width * (1.0 - LABEL - COUNTS) - 2.0 * GAP };
    let mut x = room.x;
    for (part, hatched) in bar.parts.into_iter().flatten().zip([false, true]) {
        let width = room.width * part as f64 / longest;
        let frame = Frame { x, y: (slab.height - THICKNESS) / 2.0, width, height: THICKNESS };
        if part > 0 {
            slab.strips.push(Strip { frame, hatched, leaf });
        }
        x += width;
    }
    for (column, (x, lines)) in [(place.x, label), (room.x + room.width + GAP, counts)].into_iter().enumerate() {
        let mut y = (slab.height - lines.len() as f64 * STYLE.leading) / 2.0;
        for line in lines {
            slab.pieces.extend(moved(line, x, y, column));
            y += STYLE.leading;
        }
    }
    flow.push(slab);
}

fn words(flow: &mut Flow, text: &str, style: Style, leaf: LeafId, width: f64) -> Vec<super::lines::Line> {
    let run = Run { text: super::flow::set(text), typeface: style.typeface, mark: Mark::Content(leaf) };
    break_lines(&mut flow.shaper, &[run], style, width)
}

/// Tells every chart where it came to stand.
pub fn frame(tree: &mut Tree, pages: &[Page]) {
    let figures = tree.nodes.iter_mut().filter(|node| node.role == Role::Figure);
    for node in figures {
        let (Some(figure), Some(Kid::Leaf(leaf))) = (&mut node.figure, node.kids.first()) else { continue };
        let Some(page) = pages.iter().find(|page| page.strips.iter().any(|strip| strip.leaf == *leaf)) else {
            continue;
        };
        let strips = page.strips.iter().filter(|strip| strip.leaf == *leaf);
        let boxes = strips.map(|strip| (strip.frame.y, strip.frame.y + strip.frame.height));
        let pieces = page.pieces.iter().filter(|piece| piece.mark == Mark::Content(*leaf));
        let lines = pieces.map(|piece| (piece.y - piece.size, piece.y + piece.size / 3.0));
        let (top, bottom) = boxes
            .chain(lines)
            .fold((f64::MAX, 0.0_f64), |(top, bottom), (above, below)| (top.min(above), bottom.max(below)));
        figure.frame = Frame { y: top, height: bottom - top, ..figure.frame };
    }
}
