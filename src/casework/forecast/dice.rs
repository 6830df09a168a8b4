//! Chance that comes again: the same numbers for the same seed, on every machine.

/// Numbers by SplitMix64 (Steele, Lea and Flood, «Fast Splittable Pseudorandom Number Generators», 2014). Whole numbers alone, so no
/// platform rounds them in its own way.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice with a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Dice of their own for a place in a row that belongs to a seed, so that what is drawn at one place does not move the others.
    #[must_use]
    pub fn at(seed: u64, place: u64) -> Self {
        let mut first = Self(seed);
        let mut second = Self(first.draw() ^ place);
        Self(second.draw())
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound; 0 where the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.draw() % bound.max(1) as u64) as usize
    }

    /// How many of `many` it happens to, where it happens to each with a chance of `part` in `whole`. Exact to one in four thousand
    /// million: a number of 32 bits is drawn for each, 64 of them side by side, and held against the chance bit by bit until all differ.
    pub fn happens(&mut self, many: u32, part: u64, whole: u64) -> u32 {
        if part >= whole {
            return many;
        }
        let chance = (u128::from(part) << 32) / u128::from(whole);
        let (mut left, mut happened) = (many, 0);
        while left > 0 {
            let here = left.min(64);
            left -= here;
            // A bit for each of them that equals the chance in every bit so far.
            let mut equal = u64::MAX >> (64 - here);
            for place in (chance.trailing_zeros().min(32)..32).rev() {
                let bits = self.draw();
                if chance >> place & 1 == 1 {
                    happened += (equal & !bits).count_ones();
                    equal &= bits;
                } else {
                    equal &= !bits;
                }
                if equal == 0 {
                    break;
                }
            }
        }
        happened
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_generator() {
        let mut dice = Dice::new(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| dice.draw()).collect();
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn what_happens_to_many_happens_to_as_many_as_the_chance_says() {
        for (part, whole) in [(0, 7), (1, 8), (1, 3), (1, 2), (5, 7), (999, 1_000), (7, 7)] {
            let mut dice = Dice::new(part + whole);
            let tries = 2_000;
            let happened: Vec<u32> = (0..tries).map(|_| dice.happens(100, part, whole)).collect();
            assert!(happened.iter().all(|count| *count <= 100));
            let (sum, mean) = (happened.iter().sum::<u32>(), 100.0 * part as f64 / whole as f64);
            let spread = (mean * (1.0 - part as f64 / whole as f64)).sqrt();
            let found = f64::from(sum) / f64::from(tries);
            assert!(
                (found - mean).abs() <= 4.0 * spread / f64::from(tries).sqrt(),
                "{part}/{whole}: {found}, not {mean}"
            );
            let off = happened.iter().map(|count| (f64::from(*count) - mean).powi(2)).sum::<f64>() / f64::from(tries);
            assert!((off.sqrt() - spread).abs() <= 0.1 * spread, "{part}/{whole}: spread {}, not {spread}", off.sqrt());
        }
    }

    #[test]
    fn places_of_a_seed_have_numbers_of_their_own() {
        let first: std::collections::BTreeSet<u64> = (0..1_000).map(|place| Dice::at(7, place).draw()).collect();
        assert_eq!(first.len(), 1_000);
        assert_eq!(Dice::at(7, 3).draw(), Dice::at(7, 3).draw());
        assert_ne!(Dice::at(7, 3).draw(), Dice::at(8, 3).draw());
    }
}
