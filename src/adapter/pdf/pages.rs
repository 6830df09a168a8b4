//! Parts the column of slabs into pages.

use super::page::{Bookmark, Page, Piece, Slab};

/// Parts a column into pages whose text begins at `top` on the first, at `first_line` on the others, and ends at
/// `last_line`. Slabs that are glued together stay on one page where a page has room for them.
pub fn paginate(slabs: Vec<Slab>, top: f64, first_line: f64, last_line: f64) -> (Vec<Page>, Vec<Bookmark>) {
    let mut press = Press {
        first_line,
        last_line,
        y: top,
        fresh: true,
        done: Vec::new(),
        page: Page::default(),
        rows: Vec::new(),
        bookmarks: Vec::new(),
    };
    let mut slabs = slabs.into_iter().peekable();
    while let Some(slab) = slabs.next() {
        let mut group = vec![slab];
        while let Some(next) = slabs.next_if(|next| next.glued) {
            group.push(next);
        }
        press.place(group);
    }
    press.finish()
}

struct Press {
    first_line: f64,
    last_line: f64,
    y: f64,
    /// Nothing stands on the page yet.
    fresh: bool,
    done: Vec<Page>,
    page: Page,
    /// The row of each piece on the page.
    rows: Vec<(usize, Piece)>,
    bookmarks: Vec<Bookmark>,
}

impl Press {
    fn place(&mut self, group: Vec<Slab>) {
        let height: f64 = group.iter().map(|slab| slab.space + slab.height).sum();
        let repeated: f64 = group
            .iter()
            .take(1)
            .flat_map(|slab| &slab.repeated)
            .flat_map(|rows| rows.iter())
            .map(|slab| slab.height)
            .sum();
        let fits_a_page = repeated + height <= self.last_line - self.first_line;
        if !self.fresh && fits_a_page && self.y + height > self.last_line {
            self.end_page();
        }
        for slab in group {
            if !self.fresh && self.y + slab.space + slab.height > self.last_line {
                self.end_page();
            }
            self.put(slab);
        }
    }

    fn put(&mut self, slab: Slab) {
        if self.fresh {
            if let Some(repeated) = slab.repeated.as_ref().filter(|_| !self.done.is_empty()) {
                for row in repeated.iter() {
                    self.stamp(row.clone());
                }
            }
        } else {
            self.y += slab.space;
        }
        if self.done.is_empty() {
            self.y = self.y.max(slab.not_above);
        }
        self.stamp(slab);
    }

    fn stamp(&mut self, slab: Slab) {
        if let Some((level, title)) = slab.bookmark {
            self.bookmarks.push(Bookmark { level, title, page: self.done.len(), y: self.y });
        }
        for mut piece in slab.pieces {
            piece.y += self.y;
            self.rows.push((slab.row, piece));
        }
        for mut rule in slab.rules {
            rule.y += self.y;
            self.page.rules.push(rule);
        }
        for mut strip in slab.strips {
            strip.frame.y += self.y;
            self.page.strips.push(strip);
        }
        self.y += slab.height;
        self.fresh = false;
    }

    fn end_page(&mut self) {
        let mut page = std::mem::take(&mut self.page);
        let mut rows = std::mem::take(&mut self.rows);
        // Cells of a row are read one after the other, not line by line across the row.
        rows.sort_by_key(|(row, piece)| (*row, piece.column));
        page.pieces = rows.into_iter().map(|(_, piece)| piece).collect();
        self.done.push(page);
        self.y = self.first_line;
        self.fresh = true;
    }

    fn finish(mut self) -> (Vec<Page>, Vec<Bookmark>) {
        if !self.fresh || self.done.is_empty() {
            self.end_page();
        }
        (self.done, self.bookmarks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slab(height: f64, glued: bool) -> Slab {
        let rules = vec![super::super::page::Rule {
            x: 0.0,
            y: 0.0,
            width: 1.0,
            thickness: 1.0,
            ink: super::super::page::Ink::Black,
        }];
        Slab { height, glued, rules, ..Slab::default() }
    }

    fn counts(slabs: Vec<Slab>) -> Vec<usize> {
        paginate(slabs, 0.0, 0.0, 100.0).0.iter().map(|page| page.rules.len()).collect()
    }

    #[test]
    fn glued_slabs_go_to_the_next_page_together() {
        assert_eq!(counts(vec![slab(60.0, false), slab(30.0, false), slab(30.0, true)]), [1, 2]);
    }

    #[test]
    fn what_no_page_holds_is_parted() {
        assert_eq!(counts(vec![slab(60.0, false), slab(60.0, true), slab(60.0, true)]), [1, 1, 1]);
    }

    #[test]
    fn an_empty_letter_has_one_page() {
        assert_eq!(counts(Vec::new()), [0]);
    }
}
