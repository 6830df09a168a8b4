//! The officers' own key: made anew when somebody who had it loses access, and under a code that a new officer opens it with.
//!
//! A new key is sealed to those officers alone of whom somebody with the key has said that they have it, and to nobody who was written
//! into the file by hand. What was sealed to an earlier key stays readable: the earlier key lies in the file, sealed to the new one. Whoever
//! had the earlier key and a copy of the files from then keeps what could be read with it; nothing can change that.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Hex, KeyName, KeyPair, KeyRing, KeysFile, SealedKey, UserEntry};
use crate::adapter::store::damaged_keys;
use crate::adapter::store::problem::StoreProblem;
use crate::adapter::store::sealing::{self, Sealed};
use crate::adapter::store::secret::{self, Key};
use crate::casework::access::{Role, User};
use crate::usecase::ports::Randomness;
use crate::wording::Trilingual;

/// A key that was the officers' before.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormerKey {
    encapsulated: Hex,
    sealed: Hex,
}

/// The officers' key under a code.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Recovery {
    encapsulated: Hex,
    sealed: Hex,
}

/// What binds the key under a code to its place.
const RECOVERY: &[u8] = b"key ombud recovery";
/// What binds an earlier key to its place.
const FORMER: &[u8] = b"key ombud former";

/// The digits of a code: no I, L, O or U, which are misread (Crockford's base 32).
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code of 160 random bits, in eight groups of four digits. It is strong enough without a slow hash. Wiped when it is dropped.
pub(in crate::adapter::store) struct RecoveryCode(Zeroizing<[u8; 20]>);

impl RecoveryCode {
    /// A new one.
    pub(in crate::adapter::store) fn generate(randomness: &mut dyn Randomness) -> Result<Self, StoreProblem> {
        let mut bytes = Zeroizing::new([0; 20]);
        randomness.fill(&mut *bytes).map_err(|error| StoreProblem::System(error.kind()))?;
        Ok(Self(bytes))
    }

    /// The code that somebody typed, with or without spaces and hyphens; `None` for what is none.
    pub(in crate::adapter::store) fn read(text: &str) -> Option<Self> {
        let mut digits = Zeroizing::new(Vec::with_capacity(32));
        for character in text.chars().filter(|character| !character.is_whitespace() && *character != '-') {
            let character = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let place = DIGITS.iter().position(|digit| char::from(*digit) == character)?;
            digits.push(u8::try_from(place).ok()?);
        }
        if digits.len() != 32 {
            return None;
        }
        let mut bytes = Zeroizing::new([0; 20]);
        for (five, eight) in bytes.chunks_exact_mut(5).zip(digits.chunks_exact(8)) {
            let number = eight.iter().fold(0_u64, |number, digit| number << 5 | u64::from(*digit));
            five.copy_from_slice(&number.to_be_bytes()[3..]);
        }
        Some(Self(bytes))
    }

    /// As it is written down.
    pub(in crate::adapter::store) fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(39));
        for five in self.0.chunks_exact(5) {
            let number = five.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
            for place in (0..8).rev() {
                if place % 4 == 3 && !text.is_empty() {
                    text.push('-');
                }
                let digit = usize::try_from(number >> (place * 5) & 31).unwrap_or_default();
                text.push(char::from(DIGITS[digit]));
            }
        }
        text
    }

    /// The pair behind it, in this store alone.
    fn pair(&self, file: &KeysFile) -> Result<KeyPair, StoreProblem> {
        let mut key = Zeroizing::new([0; 32]);
        key[..self.0.len()].copy_from_slice(&*self.0);
        let seed = secret::mac(&key, &[b"personvernsak recovery 1".as_slice(), file.store.as_bytes()].concat());
        KeyPair::derive(&Key::from_slice(&*seed).ok_or(StoreProblem::Database { code: 0 })?)
    }
}

/// What shows that whoever sealed the officers' key to somebody had it.
pub(super) fn mark(secret: &[u8], name: &str, public: &[u8; 32]) -> Hex {
    let key = secret.first_chunk().copied().map(Zeroizing::new).unwrap_or_default();
    let own = secret::mac(&key, b"personvernsak officer 1");
    Hex::from(*secret::mac(&own, &[public.as_slice(), name.as_bytes()].concat()))
}

fn malformed() -> StoreProblem {
    damaged_keys(Trilingual::fixed(
        "nøkkelen til personvernombudets rader er ikke som den skal være",
        "nøkkelen til radene til personvernombodet er ikkje som han skal vere",
        "the key to the data protection officer’s rows is not as it should be",
    ))
}

fn open(pair: &KeyPair, (encapsulated, sealed): (&Hex, &Hex), context: &[u8]) -> Option<KeyPair> {
    let sealed = Sealed { encapsulated: encapsulated.array()?, bytes: sealed.bytes().to_vec() };
    KeyPair::from_private(&sealing::open_from(pair, &sealed, context)?)
}

impl KeysFile {
    /// Whether there is a key to the officers' rows, and nobody with access who has it.
    pub(in crate::adapter::store) fn no_officer_is_left(&self) -> bool {
        let holds = |sealed: &SealedKey| sealed.name == KeyName::Ombud;
        self.public(KeyName::Ombud).is_some() && !self.user.iter().any(|entry| entry.key.iter().any(holds))
    }

    /// Whether somebody who had the officers' key has lost access since it was made.
    pub(in crate::adapter::store) fn officer_left(&self) -> bool {
        self.officer_left
    }

    /// Whether there is a code that opens the officers' rows.
    pub(in crate::adapter::store) fn has_recovery(&self) -> bool {
        self.recovery.is_some()
    }

    /// The keys that were the officers' before.
    pub(super) fn former_keys(&self, present: &KeyPair) -> Result<Vec<KeyPair>, StoreProblem> {
        let each = self.former.iter().map(|key| open(present, (&key.encapsulated, &key.sealed), FORMER));
        each.collect::<Option<_>>().ok_or_else(malformed)
    }

    /// Takes somebody's access away. Who had the officers' key knows it still, so the next officer who writes makes a new one.
    /// The last one who has that key is let out only where a code opens the inbox as well, or it may be lost.
    pub(in crate::adapter::store) fn remove(
        &mut self,
        ring: &KeyRing,
        name: &str,
        lose_inbox: bool,
    ) -> Result<User, StoreProblem> {
        let place = self.user.iter().position(|entry| entry.name == name).ok_or(StoreProblem::NoSuchUser)?;
        let entry = &self.user[place];
        let user = User { name: entry.name.clone(), role: entry.role()?, cleared: entry.cleared };
        let administrators = self.user.iter().filter(|entry| entry.role == Role::Administrator.id()).count();
        if entry.public == Hex::from(ring.own()?.public()) {
            return Err(StoreProblem::OwnAccess);
        }
        if user.role == Role::Administrator && administrators < 2 {
            return Err(StoreProblem::LastAdministrator);
        }
        let opens_inbox = |entry: &UserEntry| entry.key.iter().any(|sealed| sealed.name == KeyName::Ombud);
        if opens_inbox(entry) {
            let last = self.user.iter().filter(|entry| opens_inbox(entry)).count() == 1;
            if last && self.recovery.is_none() && !lose_inbox {
                return Err(StoreProblem::InboxWouldBeLost);
            }
            self.officer_left = true;
        }
        self.user.remove(place);
        self.changed(&ring.store)?;
        Ok(user)
    }

    /// The officers' key in the hand of an officer, which somebody may have made anew a moment ago.
    fn present<'a>(&self, ring: &'a KeyRing) -> Result<&'a KeyPair, StoreProblem> {
        let present = ring.pair(KeyName::Ombud).ok_or(StoreProblem::NotTheOfficer)?;
        if self.public(KeyName::Ombud) == Some(present.public()) { Ok(present) } else { Err(StoreProblem::Busy) }
    }

    /// Makes a new key for the officers who have the present one, and gives the keys of whoever makes it. A code that opened the present
    /// one opens nothing any more: whoever left may have read it.
    pub(in crate::adapter::store) fn renew_officers_key(
        &mut self,
        ring: &KeyRing,
        randomness: &mut dyn Randomness,
    ) -> Result<KeyRing, StoreProblem> {
        let (own, present) = (ring.own()?.public(), self.present(ring)?);
        let new = KeyPair::generate(randomness)?;
        for entry in &mut self.user {
            let public = entry.public.array().ok_or_else(malformed)?;
            let vouched = mark(present.private().bytes(), &entry.name, &public);
            let has = entry.key.iter().any(|key| key.name == KeyName::Ombud && key.vouched.as_ref() == Some(&vouched));
            entry.key.retain(|key| key.name != KeyName::Ombud);
            if entry.role == Role::Ombudsman.id() && (has || public == own) {
                entry.key.push(SealedKey::seal(KeyName::Ombud, new.private().bytes(), &entry.name, &public)?);
            }
        }
        let former: Vec<KeyPair> = ring.officers().cloned().collect();
        let seal = |pair: &KeyPair| {
            let sealed = sealing::seal_to(&new.public(), pair.private().bytes(), FORMER)?;
            Ok(FormerKey { encapsulated: sealed.encapsulated.into(), sealed: sealed.bytes.into() })
        };
        self.former = former.iter().map(seal).collect::<Result<_, StoreProblem>>()?;
        for key in self.key.iter_mut().filter(|key| key.name == KeyName::Ombud) {
            key.public = Hex::from(new.public());
        }
        (self.officer_left, self.recovery) = (false, None);
        self.changed(&ring.store)?;
        Ok(KeyRing { ombud: Some(new), former, ..ring.clone() })
    }

    /// Puts the officers' key under a code, in place of an earlier one.
    pub(in crate::adapter::store) fn put_under(
        &mut self,
        code: &RecoveryCode,
        ring: &KeyRing,
    ) -> Result<(), StoreProblem> {
        let present = self.present(ring)?;
        let sealed = sealing::seal_to(&code.pair(self)?.public(), present.private().bytes(), RECOVERY)?;
        self.recovery = Some(Recovery { encapsulated: sealed.encapsulated.into(), sealed: sealed.bytes.into() });
        self.changed(&ring.store)
    }

    /// The keys of an officer who has such a code.
    pub(in crate::adapter::store) fn recovered(
        &self,
        code: &RecoveryCode,
        ring: &KeyRing,
    ) -> Result<KeyRing, StoreProblem> {
        let recovery = self.recovery.as_ref().ok_or(StoreProblem::NoRecoveryCode)?;
        let present = open(&code.pair(self)?, (&recovery.encapsulated, &recovery.sealed), RECOVERY);
        let present = present.ok_or(StoreProblem::WrongRecoveryCode)?;
        let former = self.former_keys(&present)?;
        Ok(KeyRing { ombud: Some(present), former, ..ring.clone() })
    }
}

#[cfg(test)]
impl KeysFile {
    /// What somebody with the store's own key can do by hand: an officer with another key in place of the officers', vouched for with that.
    pub(in crate::adapter::store) fn forge_officer(
        &mut self,
        ring: &KeyRing,
        name: &str,
        passphrase: &secret::Passphrase,
        randomness: &mut dyn Randomness,
    ) -> Result<KeyRing, StoreProblem> {
        let pair = KeyPair::generate(randomness)?;
        let keys = self.key.clone();
        for key in self.key.iter_mut().filter(|key| key.name == KeyName::Ombud) {
            key.public = Hex::from(pair.public());
        }
        let forged = KeyRing { ombud: Some(pair), ..ring.clone() };
        let user = User { name: name.to_owned(), role: Role::Ombudsman, cleared: false };
        let ring = self.admit(&forged, super::Newcomer { user: &user, passphrase }, randomness)?;
        self.key = keys;
        self.changed(&ring.store)?;
        Ok(ring)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Bytes;

    impl Randomness for Bytes {
        fn fill(&mut self, bytes: &mut [u8]) -> std::io::Result<()> {
            bytes.iter_mut().zip(0..).for_each(|(byte, number)| *byte = number * 11);
            Ok(())
        }
    }

    #[test]
    fn a_code_is_read_as_it_was_written_down() {
        let code = RecoveryCode::generate(&mut Bytes).expect("a code");
        let text = code.text();
        assert_eq!(text.len(), 39);
        assert!(text.split('-').all(|group| group.len() == 4), "{}", *text);
        for typed in [text.to_string(), text.to_lowercase(), text.replace('-', " "), text.replace('0', "o")] {
            assert_eq!(RecoveryCode::read(&typed).expect("a code").0, code.0, "{typed}");
        }
        for none in ["", "ABCD", &text[1..], &text.replace('1', "U"), &format!("{}0", *text)] {
            assert!(RecoveryCode::read(none).is_none() || none == text.as_str(), "{none}");
        }
    }
}
