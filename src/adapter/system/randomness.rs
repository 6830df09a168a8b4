//! Chance.

use std::io;

use sha2::{Digest, Sha256};

use crate::usecase::ports::Randomness;

/// The operating system's own source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    #[allow(clippy::disallowed_methods, reason = "this is the one place that asks the operating system for chance")]
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        getrandom::fill(bytes).map_err(|error| io::Error::other(error.to_string()))
    }
}

/// The same bytes for the same seed, for test stores alone: whoever knows the seed knows them all.
///
/// The place in the store's chain goes in with the seed, so that two commands after another with the same seed
/// do not give two rows the same identifier.
#[derive(Clone, Debug)]
pub struct SeededRandomness {
    key: [u8; 32],
    block: u64,
}

impl SeededRandomness {
    /// The source with this seed for a store whose chain is `position` commits long.
    #[must_use]
    pub fn new(seed: &str, position: u64) -> Self {
        let mut hash = Sha256::new_with_prefix(b"personvernsak seed 1\n");
        hash.update(position.to_be_bytes());
        hash.update(seed.as_bytes());
        Self { key: hash.finalize().into(), block: 0 }
    }
}

impl Randomness for SeededRandomness {
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        for part in bytes.chunks_mut(32) {
            let mut hash = Sha256::new_with_prefix(self.key);
            hash.update(self.block.to_be_bytes());
            self.block += 1;
            part.copy_from_slice(&hash.finalize()[..part.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(seed: &str, position: u64) -> [u8; 40] {
        let mut bytes = [0; 40];
        SeededRandomness::new(seed, position).fill(&mut bytes).expect("a seed never runs dry");
        bytes
    }

    #[test]
    fn a_seed_gives_the_same_bytes_at_the_same_place_and_others_elsewhere() {
        assert_eq!(bytes("a", 1), bytes("a", 1));
        assert_ne!(bytes("a", 1), bytes("b", 1));
        assert_ne!(bytes("a", 1), bytes("a", 2));
        assert_ne!(bytes("a", 1)[..8], bytes("a", 1)[32..]);
    }

    #[test]
    fn the_operating_system_gives_other_bytes_each_time() {
        let (mut first, mut second) = ([0; 32], [0; 32]);
        SystemRandomness.fill(&mut first).expect("chance");
        SystemRandomness.fill(&mut second).expect("chance");
        assert_ne!(first, second);
    }
}
