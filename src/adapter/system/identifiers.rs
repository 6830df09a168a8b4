//! Identifiers that grow with time (UUID version 7, RFC 9562).

use std::io;

use uuid::Uuid;

use crate::casework::ids::ContentId;
use crate::usecase::ports::{Clock, Identifiers, Randomness};

/// Makes identifiers from a clock and chance.
pub struct FreshIdentifiers {
    clock: Box<dyn Clock>,
    randomness: Box<dyn Randomness>,
}

impl FreshIdentifiers {
    /// Identifiers from these: the system's own, or fixed ones in a test store.
    #[must_use]
    pub fn new(clock: Box<dyn Clock>, randomness: Box<dyn Randomness>) -> Self {
        Self { clock, randomness }
    }
}

impl Identifiers for FreshIdentifiers {
    /// # Panics
    /// If the operating system gives no chance, which it did when the store was unlocked.
    fn content_id(&mut self) -> ContentId {
        #[allow(clippy::expect_used)]
        ContentId(uuid_v7(&*self.clock, &mut *self.randomness).expect("the operating system gives chance"))
    }
}

/// A new identifier: the time in milliseconds, then chance.
fn uuid_v7(clock: &dyn Clock, randomness: &mut dyn Randomness) -> io::Result<Uuid> {
    let mut chance = [0; 10];
    randomness.fill(&mut chance)?;
    let milliseconds = u64::try_from(clock.now().timestamp_millis()).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(milliseconds, &chance).into_uuid())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::adapter::system::{FixedClock, SeededRandomness};

    #[test]
    fn identifiers_are_of_version_seven_grow_with_time_and_come_again_from_a_seed() {
        let identifiers = |second| {
            let clock = FixedClock::at(DateTime::from_timestamp(second, 0).expect("an instant"));
            FreshIdentifiers::new(Box::new(clock), Box::new(SeededRandomness::new("a", 0)))
        };
        let mut early = identifiers(1_769_900_400);
        let (first, second) = (early.content_id(), early.content_id());
        assert_eq!(first.0.get_version_num(), 7);
        assert_ne!(first, second);
        assert!(second < identifiers(1_769_900_401).content_id());
        assert_eq!(first, identifiers(1_769_900_400).content_id());
    }
}
