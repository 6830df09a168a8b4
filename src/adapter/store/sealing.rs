//! Sealing: a private key under a passphrase (Argon2id, then XChaCha20-Poly1305), and bytes to a public key
//! (HPKE, RFC 9180: DHKEM(X25519), HKDF-SHA256, ChaCha20-Poly1305).

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::Zeroizing;

use super::problem::StoreProblem;
use super::secret::{Key, Passphrase};
use crate::usecase::ports::Randomness;
use crate::wording::Trilingual;

/// How dear it is to try one passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cost {
    /// Memory in KiB.
    pub(super) memory_kib: u32,
    /// How many times the memory is gone through.
    pub(super) passes: u32,
    /// How many lanes.
    pub(super) lanes: u32,
}

impl Cost {
    /// 64 MiB gone through three times (RFC 9106, section 4, the second recommended choice, with one lane).
    pub(super) const REAL: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// Next to nothing, for test stores alone: their passphrases guard synthetic people.
    pub(super) const TEST: Self = Self { memory_kib: 64, passes: 1, lanes: 1 };

    /// The key behind a passphrase.
    pub(super) fn derive(self, passphrase: &Passphrase, salt: &[u8; 16]) -> Result<Key, StoreProblem> {
        let damaged = |_| {
            super::damaged_keys(Trilingual::fixed(
                "Argon2-parametrene er ikke gyldige",
                "Argon2-parametrane er ikkje gyldige",
                "the Argon2 parameters are not valid",
            ))
        };
        // A file that asks for gigabytes or hours is not one that this program wrote.
        if self.memory_kib > 4 * 1024 * 1024 || self.passes > 64 || self.lanes > 64 {
            return Err(super::damaged_keys(Trilingual::fixed(
                "Argon2-parametrene er ikke gyldige",
                "Argon2-parametrane er ikkje gyldige",
                "the Argon2 parameters are not valid",
            )));
        }
        let parameters = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(damaged)?;
        let mut bytes = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
            .hash_password_into(passphrase.bytes(), salt, &mut *bytes)
            .map_err(damaged)?;
        Key::from_slice(&*bytes).ok_or_else(|| {
            super::damaged_keys(Trilingual::fixed(
                "Argon2-parametrene er ikke gyldige",
                "Argon2-parametrane er ikkje gyldige",
                "the Argon2 parameters are not valid",
            ))
        })
    }
}

/// Seals bytes under a key; `context` must be the same when they are opened.
pub(super) fn seal_with_key(
    key: &Key,
    nonce: &[u8; 24],
    plain: &[u8],
    context: &[u8],
) -> Result<Vec<u8>, StoreProblem> {
    XChaCha20Poly1305::new(key.bytes().into())
        .encrypt(&XNonce::from(*nonce), Payload { msg: plain, aad: context })
        .map_err(|_| StoreProblem::Database { code: 0 })
}

/// Opens what [`seal_with_key`] sealed; `None` with another key or context, or changed bytes.
pub(super) fn open_with_key(key: &Key, nonce: &[u8; 24], sealed: &[u8], context: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    XChaCha20Poly1305::new(key.bytes().into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: context })
        .ok()
        .map(Zeroizing::new)
}

/// A pair of an X25519 public key and the private one.
#[derive(Clone)]
pub(super) struct KeyPair {
    private: Key,
    public: [u8; 32],
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("KeyPair(…)")
    }
}

impl KeyPair {
    /// A new pair.
    pub(super) fn generate(randomness: &mut dyn Randomness) -> Result<Self, StoreProblem> {
        Self::derive(&Key::generate(randomness)?)
    }

    /// The pair behind a seed that nobody can guess.
    pub(super) fn derive(seed: &Key) -> Result<Self, StoreProblem> {
        let (private, _) = X25519HkdfSha256::derive_keypair(seed.bytes());
        let bytes = Zeroizing::new(<[u8; 32]>::from(private.to_bytes()));
        Self::from_private(&*bytes).ok_or(StoreProblem::Database { code: 0 })
    }

    /// The pair with this private key; `None` unless it is 32 bytes long.
    pub(super) fn from_private(bytes: &[u8]) -> Option<Self> {
        let private = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(bytes).ok()?;
        let public = X25519HkdfSha256::sk_to_pk(&private).to_bytes().into();
        Some(Self { private: Key::from_slice(bytes)?, public })
    }

    pub(super) fn private(&self) -> &Key {
        &self.private
    }

    pub(super) fn public(&self) -> [u8; 32] {
        self.public
    }
}

/// Bytes sealed to a public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sealed {
    /// The encapsulated key.
    pub(super) encapsulated: [u8; 32],
    /// The sealed bytes.
    pub(super) bytes: Vec<u8>,
}

/// Seals bytes so that only the holder of the private key reads them; `context` must be the same when they are opened.
pub(super) fn seal_to(public: &[u8; 32], plain: &[u8], context: &[u8]) -> Result<Sealed, StoreProblem> {
    let unusable = |_| {
        super::damaged_keys(Trilingual::fixed(
            "en offentlig nøkkel er ikke gyldig",
            "ein offentleg nøkkel er ikkje gyldig",
            "a public key is not valid",
        ))
    };
    let public = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(public).map_err(unusable)?;
    let (encapsulated, bytes) = hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeS::Base,
        &public,
        b"personvernsak seal 1",
        plain,
        context,
    )
    .map_err(unusable)?;
    Ok(Sealed { encapsulated: encapsulated.to_bytes().into(), bytes })
}

/// Opens what [`seal_to`] sealed; `None` with another key or context, or changed bytes.
pub(super) fn open_from(pair: &KeyPair, sealed: &Sealed, context: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let private = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(pair.private.bytes()).ok()?;
    let encapsulated = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&sealed.encapsulated).ok()?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &private,
        &encapsulated,
        b"personvernsak seal 1",
        &sealed.bytes,
        context,
    )
    .ok()
    .map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapter::system::SeededRandomness;

    #[test]
    fn what_is_sealed_to_one_is_opened_by_that_one_alone() {
        let mut randomness = SeededRandomness::new("sealing", 0);
        let kari = KeyPair::generate(&mut randomness).expect("a pair");
        let ola = KeyPair::generate(&mut randomness).expect("a pair");
        let sealed = seal_to(&kari.public(), b"words", b"row 1").expect("sealed");
        assert_eq!(open_from(&kari, &sealed, b"row 1").as_deref(), Some(&b"words".to_vec()));
        assert_eq!(open_from(&ola, &sealed, b"row 1"), None);
        assert_eq!(open_from(&kari, &sealed, b"row 2"), None);
        let again = KeyPair::from_private(kari.private().bytes()).expect("a pair");
        assert_eq!(open_from(&again, &sealed, b"row 1").as_deref(), Some(&b"words".to_vec()));
    }

    #[test]
    fn a_passphrase_opens_what_it_sealed() {
        let key = |text| Cost::TEST.derive(&Passphrase::new(text), &[1; 16]).expect("a key");
        let sealed = seal_with_key(&key("en to tre"), &[2; 24], b"words", b"Kari").expect("sealed");
        assert_eq!(open_with_key(&key("en to tre"), &[2; 24], &sealed, b"Kari").as_deref(), Some(&b"words".to_vec()));
        assert_eq!(open_with_key(&key("en to fire"), &[2; 24], &sealed, b"Kari"), None);
        assert_eq!(open_with_key(&key("en to tre"), &[2; 24], &sealed, b"Ola"), None);
    }
}
