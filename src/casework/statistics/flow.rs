//! How far a hidden count could be something else: counts as a flow that goes round, with an equation in each node.
//!
//! Whatever comes into a node leaves it, since parts add up to their whole. A hidden count can be raised where as much can go on from its end
//! to its beginning through other hidden counts, raising those that it goes along and lowering those that it goes against; and none can be
//! lowered below nothing. In a network like this the bounds that are found so are exact, also for whole numbers.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A count that leads from one equation to another.
struct Edge {
    from: usize,
    to: usize,
    count: u64,
    hidden: bool,
    /// What it costs to hide it; `None` where it stays as it is.
    price: Option<u64>,
}

/// Counts and the equations that they stand in.
pub(super) struct Network {
    edges: Vec<Edge>,
    /// The edges at each node.
    at: Vec<Vec<usize>>,
}

/// One way along an edge: with it, which raises its count, or against it.
#[derive(Clone, Copy)]
struct Step {
    edge: usize,
    raises: bool,
}

impl Network {
    pub(super) fn new(nodes: usize) -> Self {
        Self { edges: Vec::new(), at: vec![Vec::new(); nodes] }
    }

    pub(super) fn put(&mut self, (from, to): (usize, usize), count: u64, hidden: bool, price: Option<u64>) {
        self.at[from].push(self.edges.len());
        self.at[to].push(self.edges.len());
        self.edges.push(Edge { from, to, count, hidden, price });
    }

    pub(super) fn is_hidden(&self, edge: usize) -> bool {
        self.edges[edge].hidden
    }

    /// How much higher, or lower, the count of an edge could be as it is now, up to so much.
    pub(super) fn room(&self, edge: usize, raises: bool, most: u64) -> u64 {
        let mut counts = self.counts();
        let mut found = 0;
        while found < most
            && let Some(path) = self.cheapest(&counts, edge, raises, false)
        {
            found += push(&mut counts, &path, most - found);
        }
        found
    }

    /// Makes it possible that the count of an edge were higher, or lower, by so much, and tells what had to be hidden for that.
    pub(super) fn move_by(&mut self, edge: usize, raises: bool, by: u64) -> Vec<usize> {
        let mut counts = self.counts();
        let mut newly = Vec::new();
        let mut moved = 0;
        while moved < by {
            let Some(path) = self.cheapest(&counts, edge, raises, true) else {
                // Hiding everything always leaves room; a path is missing only where the lines do not add up to the total.
                newly.extend(self.hide_everything());
                return newly;
            };
            moved += push(&mut counts, &path, by - moved);
            for Step { edge, .. } in path {
                if !self.edges[edge].hidden {
                    self.edges[edge].hidden = true;
                    newly.push(edge);
                }
            }
        }
        newly
    }

    fn counts(&self) -> Vec<u64> {
        self.edges.iter().map(|edge| edge.count).collect()
    }

    fn hide_everything(&mut self) -> Vec<usize> {
        let shown = |edge: &Edge| !edge.hidden && edge.price.is_some();
        let found: Vec<usize> = (0..self.edges.len()).filter(|edge| shown(&self.edges[*edge])).collect();
        found.iter().for_each(|edge| self.edges[*edge].hidden = true);
        found
    }

    /// The cheapest way round for what an edge is raised or lowered by. Hidden counts cost nothing; others are taken only where
    /// they may be hidden.
    fn cheapest(&self, counts: &[u64], without: usize, raises: bool, may_hide: bool) -> Option<Vec<Step>> {
        let Edge { from, to, .. } = self.edges[without];
        let (begin, end) = if raises { (to, from) } else { (from, to) };
        let mut best: Vec<Option<(u64, Option<Step>)>> = vec![None; self.at.len()];
        let mut waiting = BinaryHeap::from([Reverse((0, begin))]);
        best[begin] = Some((0, None));
        while let Some(Reverse((cost, node))) = waiting.pop() {
            if node == end {
                break;
            }
            if best[node].is_some_and(|(known, _)| known < cost) {
                continue;
            }
            for edge in self.at[node].iter().copied().filter(|edge| *edge != without) {
                let Edge { from, to, hidden, price, .. } = self.edges[edge];
                let raises = from == node;
                let price = if hidden { Some(0) } else { price.filter(|_| may_hide) };
                let Some(price) = price else { continue };
                if !raises && counts[edge] == 0 {
                    continue;
                }
                let (next, sum) = (if raises { to } else { from }, cost + price);
                if best[next].is_none_or(|(known, _)| sum < known) {
                    best[next] = Some((sum, Some(Step { edge, raises })));
                    waiting.push(Reverse((sum, next)));
                }
            }
        }
        let mut path = Vec::new();
        let mut node = end;
        while let (_, Some(step)) = best[node]? {
            node = if step.raises { self.edges[step.edge].from } else { self.edges[step.edge].to };
            path.push(step);
        }
        Some(path)
    }
}

/// Moves as much as there is room for along a path, up to so much, and tells how much that is.
fn push(counts: &mut [u64], path: &[Step], most: u64) -> u64 {
    let room = path.iter().filter(|step| !step.raises).map(|step| counts[step.edge]).min();
    let amount = room.map_or(most, |room| room.min(most));
    for step in path {
        let count = &mut counts[step.edge];
        *count = if step.raises { *count + amount } else { *count - amount };
    }
    amount
}
