//! Lays out tables: columns as wide as their words ask for, rules between rows, rows that may run over a page.

use std::rc::Rc;

use super::flow::{Flow, Measure, is_blank, moved, set};
use super::fonts::Typeface;
use super::lines::{Line, Style, break_lines, measure};
use super::page::{Ink, Mark, NodeId, Role, Rule, Slab};
use crate::casework::letter::tree::Inline;

const STYLE: Style = Style { typeface: Typeface::Regular, size: 9.5, leading: 13.0, ink: Ink::Black };
const GAP: f64 = 10.0;
const PADDING: f64 = 3.5;
/// A row of up to so many lines is not parted.
const WHOLE_ROW: usize = 8;

/// Adds a table under `parent`.
pub fn add(
    flow: &mut Flow,
    parent: NodeId,
    header: &[Vec<Inline>],
    rows: &[Vec<Vec<Inline>>],
    place: Measure,
    space: f64,
) {
    let columns = rows.iter().map(Vec::len).fold(header.len(), usize::max);
    if columns == 0 {
        return;
    }
    let columns = widths(flow, header, rows, columns, place);
    let table = flow.tree.node(parent, Role::Table);
    let first = flow.slabs.len();
    if header.iter().any(|cell| !is_blank(cell)) {
        add_row(flow, table, Role::TH, header, &columns, place, space);
        flow.keep_with_next();
    }
    let mut head: Vec<Slab> = flow.slabs[first..].iter().map(as_furniture).collect();
    if let Some(last) = head.last_mut() {
        // A row that goes on under a repeated header has no room above its lines of its own.
        last.height += 2.0;
    }
    flow.repeat(Some(Rc::new(head)));
    for (index, row) in rows.iter().enumerate() {
        let space = if index == 0 && flow.slabs.len() == first { space } else { 0.0 };
        add_row(flow, table, Role::TD, row, &columns, place, space);
    }
    flow.repeat(None);
}

fn as_furniture(slab: &Slab) -> Slab {
    let mut copy = slab.clone();
    copy.space = 0.0;
    copy.row = 0;
    for piece in &mut copy.pieces {
        piece.mark = Mark::Header;
    }
    copy
}

fn widths(
    flow: &mut Flow,
    header: &[Vec<Inline>],
    rows: &[Vec<Vec<Inline>>],
    columns: usize,
    place: Measure,
) -> Vec<Measure> {
    let mut least = vec![0.0_f64; columns];
    let mut most = vec![0.0_f64; columns];
    let cells = rows.iter().map(|row| (Typeface::Regular, row.as_slice()));
    for (typeface, row) in std::iter::once((Typeface::Bold, header)).chain(cells) {
        for (column, cell) in row.iter().enumerate() {
            let (longest, whole) = measure_cell(flow, cell, typeface);
            least[column] = least[column].max(longest);
            most[column] = most[column].max(whole);
        }
    }
    // Very many columns stand closer together, so that the gaps leave most of the width to the words.
    let gap = GAP.min(place.width / 4.0 / columns as f64);
    let widths = share(&least, &most, place.width - gap * (columns - 1) as f64);
    let mut x = place.x;
    let mut places = Vec::with_capacity(columns);
    for width in widths {
        places.push(Measure { x, width });
        x += width + gap;
    }
    places
}

/// Shares out the room. Columns that need less than an equal share get what they need, and the others share the
/// rest; no column is narrower than its longest word unless the words together are wider than the page.
fn share(least: &[f64], most: &[f64], room: f64) -> Vec<f64> {
    let (lower, upper): (f64, f64) = (least.iter().sum(), most.iter().sum());
    if upper <= room {
        let more = (room - upper) / most.len() as f64;
        return most.iter().map(|width| width + more).collect();
    }
    if lower > room {
        // No column is squeezed below a few letters by a neighbour with one very long word.
        let floor = (room / least.len() as f64).min(40.0);
        let over: f64 = least.iter().map(|width| (width - floor).max(0.0)).sum();
        let short: f64 = least.iter().map(|width| width.min(floor)).sum();
        let part = (room - short) / over.max(1.0);
        return least.iter().map(|width| width.min(floor) + (width - floor).max(0.0) * part).collect();
    }
    let mut given: Vec<Option<f64>> = vec![None; least.len()];
    loop {
        let open = given.iter().filter(|width| width.is_none()).count();
        let left = room - given.iter().flatten().sum::<f64>();
        let share = left / open.max(1) as f64;
        let modest = (0..given.len()).find(|column| given[*column].is_none() && most[*column] <= share);
        let stiff = (0..given.len()).find(|column| given[*column].is_none() && least[*column] > share);
        match (modest, stiff) {
            (Some(column), _) => given[column] = Some(most[column]),
            (None, Some(column)) => given[column] = Some(least[column]),
            (None, None) => return given.into_iter().map(|width| width.unwrap_or(share)).collect(),
        }
    }
}

fn measure_cell(flow: &mut Flow, cell: &[Inline], typeface: Typeface) -> (f64, f64) {
    let runs: Vec<_> = cell
        .iter()
        .map(|inline| {
            let (words, typeface) = match inline {
                Inline::Text(words) | Inline::Foreign { text: words, .. } => (words, typeface),
                Inline::Strong(words) => (words, Typeface::Bold),
            };
            super::lines::Run { text: set(words), typeface, mark: Mark::Header }
        })
        .collect();
    measure(&mut flow.shaper, &runs, STYLE)
}

fn add_row(
    flow: &mut Flow,
    table: NodeId,
    role: Role,
    cells: &[Vec<Inline>],
    columns: &[Measure],
    place: Measure,
    space: f64,
) {
    let heads = role == Role::TH;
    let typeface = if heads { Typeface::Bold } else { Typeface::Regular };
    let row_node = flow.tree.node(table, Role::TR);
    let mut texts: Vec<Vec<Line>> = Vec::with_capacity(columns.len());
    for (column, place) in columns.iter().enumerate() {
        let node = flow.tree.node(row_node, role);
        let cell = cells.get(column).map_or(&[][..], Vec::as_slice);
        let runs = flow.inline(node, cell, typeface);
        texts.push(break_lines(&mut flow.shaper, &runs, STYLE, place.width));
    }
    let count = texts.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let row = flow.row();
    for index in 0..count {
        let (first, last) = (index == 0, index + 1 == count);
        let above = if first { PADDING } else { 0.0 };
        let height = above + STYLE.leading + if last { PADDING } else { 0.0 };
        let mut slab = Slab {
            space: if first { space } else { 0.0 },
            height,
            glued: !first && (heads || count <= WHOLE_ROW || index == 1 || last),
            row,
            ..Slab::default()
        };
        for (column, lines) in texts.iter_mut().enumerate() {
            if let Some(line) = lines.get_mut(index) {
                slab.pieces.extend(moved(std::mem::take(line), columns[column].x, above, column));
            }
        }
        if last {
            let (thickness, ink) = if heads { (0.8, Ink::Black) } else { (0.5, Ink::Hairline) };
            slab.rules.push(Rule { x: place.x, y: height, width: place.width, thickness, ink });
        }
        flow.push(slab);
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn short_columns_stay_on_one_line_beside_a_long_one() {
        assert_eq!(share(&[30.0, 40.0, 50.0], &[50.0, 90.0, 900.0], 400.0), [50.0, 90.0, 260.0]);
    }

    #[test]
    fn room_is_shared_out_whole() {
        for (least, most, room) in [
            ([10.0, 20.0, 30.0], [20.0, 40.0, 60.0], 400.0),
            ([10.0, 20.0, 30.0], [200.0, 400.0, 60.0], 400.0),
            ([10.0, 20.0, 300.0], [200.0, 400.0, 900.0], 400.0),
            ([10.0, 600.0, 90.0], [20.0, 900.0, 90.0], 400.0),
        ] {
            let widths = share(&least, &most, room);
            assert!((widths.iter().sum::<f64>() - room).abs() < 0.001, "{widths:?}");
            assert!(widths.iter().all(|width| *width >= 10.0), "{widths:?}");
        }
    }
}
