//! Keys and passphrases: wiped from memory when they are dropped, never shown.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::problem::StoreProblem;
use crate::casework::audit::Digest;
use crate::casework::ids::DeliveryMark;
use crate::usecase::ports::Randomness;

/// A 256-bit key.
#[derive(Clone)]
pub(super) struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// A new key.
    pub(super) fn generate(randomness: &mut dyn Randomness) -> Result<Self, StoreProblem> {
        let mut bytes = Zeroizing::new([0; 32]);
        randomness.fill(&mut *bytes).map_err(|error| StoreProblem::System(error.kind()))?;
        Ok(Self(bytes))
    }

    /// The key in this slice; `None` unless it is 32 bytes long.
    pub(super) fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut key = Zeroizing::new([0; 32]);
        if bytes.len() != key.len() {
            return None;
        }
        key.copy_from_slice(bytes);
        Some(Self(key))
    }

    /// By what a delivery is known again: half of an HMAC-SHA-256 under a key that is made from this one for nothing else.
    pub(super) fn delivery_mark(&self, sender_key: &str) -> DeliveryMark {
        let own = mac(self.bytes(), b"personvernsak delivery 1");
        let whole = mac(&own, sender_key.as_bytes());
        DeliveryMark::from_bytes(whole.first_chunk().copied().unwrap_or_default())
    }

    /// By what a person is found again: an HMAC-SHA-256 under a key that is made from this one for nothing else.
    pub(super) fn person_mark(&self, bytes: &[u8]) -> Digest {
        let own = mac(self.bytes(), b"personvernsak person 1");
        Digest::from_bytes(*mac(&own, bytes))
    }

    /// The bytes.
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

pub(super) fn mac(key: &[u8; 32], bytes: &[u8]) -> Zeroizing<[u8; 32]> {
    #[allow(clippy::expect_used, reason = "it never fails")]
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(bytes);
    Zeroizing::new(mac.finalize().into_bytes().into())
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key(…)")
    }
}

/// What a user types to unlock the store. Never shown; wiped when dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase as typed, in Unicode's composed form, so that å is å on every keyboard.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.nfc().collect()))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Refuses what is too easy to guess: at least five words of two letters or 15 characters, not all alike; in a
    /// test store eight characters.
    pub(super) fn require_strength(&self, test: bool) -> Result<(), StoreProblem> {
        let characters = self.0.chars().count();
        if test {
            return if characters >= 8 { Ok(()) } else { Err(StoreProblem::WeakTestPassphrase) };
        }
        let words = self.0.split_whitespace().filter(|word| word.chars().count() >= 2).count();
        let mut different: Vec<char> = self.0.chars().collect();
        different.sort_unstable();
        different.dedup();
        if (words >= 5 || characters >= 15) && different.len() >= 6 {
            Ok(())
        } else {
            Err(StoreProblem::WeakPassphrase)
        }
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_passphrases_are_refused() {
        for (text, enough) in [
            ("", false),
            ("hemmelig", false),
            ("a b c d e", false),
            ("aaaaaaaaaaaaaaaaaaaa", false),
            ("is på ei ny sky", true),
            ("blåbær-på-tur-i-mai", true),
        ] {
            assert_eq!(Passphrase::new(text).require_strength(false).is_ok(), enough, "{text}");
        }
        assert!(Passphrase::new("hemmelig").require_strength(true).is_ok());
        assert!(Passphrase::new("hemmeli").require_strength(true).is_err());
    }

    #[test]
    fn the_composed_and_the_decomposed_letter_are_the_same() {
        assert_eq!(Passphrase::new("a\u{30a}").bytes(), Passphrase::new("å").bytes());
    }

    #[test]
    fn nothing_secret_is_shown() {
        assert_eq!(format!("{:?}", Passphrase::new("hemmelig")), "Passphrase(…)");
        assert_eq!(format!("{:?}", Key::from_slice(&[7; 32])), "Some(Key(…))");
    }
}
