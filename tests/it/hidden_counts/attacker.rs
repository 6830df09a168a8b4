//! Somebody who reads published tables side by side and works out what a hidden count can be at least and at most: linear
//! equations over all of them, solved by the simplex method. Knows nothing of how cells were chosen to be hidden.

/// Smaller than this is nothing.
const NOTHING: f64 = 1e-7;

/// Equations over counts that are not negative, and one feasible point of them.
pub struct Attacker {
    /// Each row: the factors of the unknowns, and last the value that they add up to.
    rows: Vec<Vec<f64>>,
    /// Which unknown each row is solved for.
    basis: Vec<usize>,
    unknowns: usize,
}

impl Attacker {
    /// Takes equations: the unknowns with their factors, and what they add up to.
    pub fn new(unknowns: usize, equations: &[(Vec<(usize, f64)>, f64)]) -> Self {
        let width = unknowns + equations.len() + 1;
        let mut rows = Vec::new();
        for (place, (factors, value)) in equations.iter().enumerate() {
            let sign = if *value < 0.0 { -1.0 } else { 1.0 };
            let mut row = vec![0.0; width];
            factors.iter().for_each(|(unknown, factor)| row[*unknown] += sign * factor);
            row[unknowns + place] = 1.0;
            row[width - 1] = sign * value;
            rows.push(row);
        }
        let mut attacker = Self { rows, basis: (unknowns..unknowns + equations.len()).collect(), unknowns: width - 1 };
        // First what is missing in each equation is brought to nothing, then it is left out.
        let mut missing = vec![0.0; width - 1];
        missing[unknowns..].fill(-1.0);
        let least = attacker.most(&missing).expect("bounded");
        assert!(least.abs() < 1e-5, "the published tables fit together");
        attacker.leave_out(unknowns);
        attacker
    }

    fn leave_out(&mut self, unknowns: usize) {
        for row in 0..self.rows.len() {
            if self.basis[row] >= unknowns
                && let Some(column) = (0..unknowns).find(|column| self.rows[row][*column].abs() > NOTHING)
            {
                self.pivot(row, column);
            }
        }
        let kept: Vec<usize> = (0..self.rows.len()).filter(|row| self.basis[*row] < unknowns).collect();
        let shortened = |row: &Vec<f64>| {
            let mut short = row[..unknowns].to_vec();
            short.push(*row.last().expect("a value"));
            short
        };
        self.rows = kept.iter().map(|row| shortened(&self.rows[*row])).collect();
        self.basis = kept.iter().map(|row| self.basis[*row]).collect();
        self.unknowns = unknowns;
    }

    /// The least and the most that an unknown can be; nothing where it has no bound.
    pub fn bounds(&mut self, unknown: usize) -> (f64, Option<f64>) {
        let mut towards = vec![0.0; self.unknowns];
        towards[unknown] = 1.0;
        let most = self.most(&towards);
        towards[unknown] = -1.0;
        let least = -self.most(&towards).expect("no count is below nothing");
        (least, most)
    }

    /// The most that a sum can be; nothing where it has no bound. Bland's rule, so that it ends.
    fn most(&mut self, towards: &[f64]) -> Option<f64> {
        loop {
            let gain = |column: usize| {
                let lost = self.rows.iter().zip(&self.basis).map(|(row, basic)| towards[*basic] * row[column]);
                towards[column] - lost.sum::<f64>()
            };
            let Some(column) = (0..self.unknowns).find(|column| gain(*column) > NOTHING) else {
                let value = |row: &Vec<f64>| *row.last().expect("a value");
                return Some(self.rows.iter().zip(&self.basis).map(|(row, basic)| towards[*basic] * value(row)).sum());
            };
            let room = |row: usize| self.rows[row][self.unknowns] / self.rows[row][column];
            let bounded = (0..self.rows.len()).filter(|row| self.rows[*row][column] > NOTHING);
            let least = bounded.clone().map(room).fold(f64::INFINITY, f64::min);
            let leaves = bounded.filter(|row| room(*row) <= least + NOTHING).min_by_key(|row| self.basis[*row])?;
            self.pivot(leaves, column);
        }
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let by = self.rows[row][column];
        self.rows[row].iter_mut().for_each(|value| *value /= by);
        let pivot = self.rows[row].clone();
        for (_, other) in self.rows.iter_mut().enumerate().filter(|(place, _)| *place != row) {
            let times = other[column];
            if times != 0.0 {
                other.iter_mut().zip(&pivot).for_each(|(value, pivot)| *value -= times * pivot);
            }
        }
        self.basis[row] = column;
    }
}
