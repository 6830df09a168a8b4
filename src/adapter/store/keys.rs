//! `keys.toml`: who may open the store, and with which of its named keys.
//!
//! Whoever has the passphrase of one user gets that user's private key, and with it the named keys that are sealed to
//! it. The file is authenticated with the store's own key, so a changed role or a user put in by hand is told when the
//! store is unlocked.

mod officers;

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;

use super::damaged_keys;
use super::hex::Hex;
use super::problem::StoreProblem;
use super::sealing::{self, Cost, KeyPair, Sealed};
use super::secret::{Key, Passphrase};
use crate::casework::access::{Role, User};
use crate::usecase::ports::Randomness;
use crate::wording::Trilingual;

pub(super) use officers::RecoveryCode;
use officers::{FormerKey, Recovery};

/// What stands over the file for whoever opens it in an editor.
const HEADING: &str =
    "# Nøklene til lageret. Ikke endre noe her: programmet merker det og lar være å åpne lageret.\n\n";

/// The keys of a store that have a name. Each is an X25519 pair, except the first, which opens the database itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum KeyName {
    /// Opens the database; every user has it.
    Store,
    /// Opens the rows of protected persons; leads and cleared users have it.
    Protected,
    /// Opens the ombudsman's own rows; ombudsmen have it.
    Ombud,
}

impl KeyName {
    /// The keys that are made when there is first somebody who may have them.
    const LATER: [Self; 2] = [Self::Protected, Self::Ombud];

    /// Whether such a user may have the key.
    fn belongs_to(self, role: Role, cleared: bool) -> bool {
        match self {
            Self::Store => true,
            Self::Protected => cleared || role == Role::Lead,
            Self::Ombud => role == Role::Ombudsman,
        }
    }

    /// What the key opens, in words.
    pub(super) fn opens(self) -> Trilingual {
        match self {
            Self::Store => Trilingual::fixed("lageret", "lageret", "the store"),
            Self::Protected => Trilingual::fixed(
                "opplysninger om beskyttede personer",
                "opplysningar om verna personar",
                "data about protected persons",
            ),
            Self::Ombud => Trilingual::fixed(
                "personvernombudets egne rader",
                "radene til personvernombodet",
                "the data protection officer’s own rows",
            ),
        }
    }

    /// What binds a sealed key to its name.
    fn context(self) -> &'static [u8] {
        match self {
            Self::Store => b"key store",
            Self::Protected => b"key protected",
            Self::Ombud => b"key ombud",
        }
    }
}

/// The file as it is read and written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeysFile {
    /// The format of the whole store: how many migrations it has been through.
    pub(super) format: u32,
    /// Grows with every change of this file; the database knows the last one, so that an older file is told.
    pub(super) revision: u64,
    /// The identifier of the store.
    pub(super) store: Uuid,
    /// Whether it is a test store. Authenticated like the rest, so it cannot be unmarked.
    pub(super) test: bool,
    /// The body that the office is.
    pub(super) organisation: String,
    /// HMAC-SHA-256 over all the rest.
    mac: Hex,
    /// Whether somebody who had the officers' key has lost access since it was made, so that it is to be made anew.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    officer_left: bool,
    user: Vec<UserEntry>,
    #[serde(default)]
    key: Vec<NamedKey>,
    /// The officers' keys of earlier times, the newest first, each sealed to the present one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former: Vec<FormerKey>,
    /// The officers' present key under a code that lies in a safe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recovery: Option<Recovery>,
}

/// The public half of a named key.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NamedKey {
    name: KeyName,
    public: Hex,
}

/// A user with what only that user's passphrase opens.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UserEntry {
    name: String,
    role: String,
    cleared: bool,
    public: Hex,
    private: SealedPrivate,
    key: Vec<SealedKey>,
}

/// A private key under a passphrase.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SealedPrivate {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: Hex,
    nonce: Hex,
    sealed: Hex,
}

/// A named key sealed to a user.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SealedKey {
    name: KeyName,
    encapsulated: Hex,
    sealed: Hex,
    /// Of the officers' key: shows that whoever sealed it had it. Without this, somebody who writes a user into the file by hand would
    /// be given the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vouched: Option<Hex>,
}

/// The keys that an unlocked store holds.
#[derive(Clone, Debug)]
pub(super) struct KeyRing {
    pub(super) store: Key,
    /// The user's own pair; none until the user is let in.
    own: Option<KeyPair>,
    protected: Option<KeyPair>,
    ombud: Option<KeyPair>,
    /// Those that were `ombud` before, the newest first.
    former: Vec<KeyPair>,
}

impl KeyRing {
    /// The pair that this user alone has.
    pub(super) fn own(&self) -> Result<&KeyPair, StoreProblem> {
        self.own.as_ref().ok_or(StoreProblem::Locked)
    }

    /// The pair of a named key, if the user has it.
    pub(super) fn pair(&self, name: KeyName) -> Option<&KeyPair> {
        match name {
            KeyName::Store => None,
            KeyName::Protected => self.protected.as_ref(),
            KeyName::Ombud => self.ombud.as_ref(),
        }
    }

    /// The officers' keys, the present one first; none for whoever is no officer.
    pub(super) fn officers(&self) -> impl Iterator<Item = &KeyPair> {
        self.ombud.iter().chain(&self.former)
    }
}

/// A user who is to be let in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Newcomer<'a> {
    pub(super) user: &'a User,
    pub(super) passphrase: &'a Passphrase,
}

/// Only the format, which is asked for before anything else is understood.
#[derive(Deserialize)]
struct FormatAlone {
    format: u32,
}

impl KeysFile {
    /// A file for a new store with one user, and that user's keys.
    pub(super) fn create(
        format: u32,
        store: Uuid,
        test: bool,
        organisation: &str,
        first: Newcomer<'_>,
        randomness: &mut dyn Randomness,
    ) -> Result<(Self, KeyRing), StoreProblem> {
        let store_key = Key::generate(randomness)?;
        let ring = KeyRing { store: store_key, own: None, protected: None, ombud: None, former: Vec::new() };
        let mut file = Self {
            format,
            revision: 0,
            store,
            test,
            organisation: organisation.to_owned(),
            mac: Hex::default(),
            officer_left: false,
            user: Vec::new(),
            key: Vec::new(),
            former: Vec::new(),
            recovery: None,
        };
        let ring = file.admit(&ring, first, randomness)?;
        Ok((file, ring))
    }

    /// Reads the text of the file. The format is looked at before the rest, so that a newer store is told as one.
    pub(super) fn parse(text: &str, known_format: u32) -> Result<Self, StoreProblem> {
        let FormatAlone { format } = toml::from_str(text).map_err(|_| {
            damaged_keys(Trilingual::fixed(
                "den har ikke noe formatnummer",
                "ho har ikkje noko formatnummer",
                "it has no format number",
            ))
        })?;
        if format > known_format {
            return Err(StoreProblem::Newer { found: format, known: known_format });
        }
        let file: Self = toml::from_str(text).map_err(|_| {
            damaged_keys(Trilingual::fixed(
                "innholdet er ikke som det skal være",
                "innhaldet er ikkje som det skal vere",
                "its content is not as it should be",
            ))
        })?;
        if file.user.is_empty() || file.user.iter().any(|entry| entry.role.parse::<Role>().is_err()) {
            return Err(damaged_keys(Trilingual::fixed(
                "en bruker eller rolle er ikke som den skal være",
                "ein brukar eller ei rolle er ikkje som ho skal vere",
                "a user or a role is not as it should be",
            )));
        }
        Ok(file)
    }

    /// The text of the file.
    pub(super) fn text(&self) -> Result<String, StoreProblem> {
        let text = toml::to_string(self).map_err(|_| {
            damaged_keys(Trilingual::fixed(
                "den lar seg ikke skrive",
                "ho lèt seg ikkje skrive",
                "it cannot be written",
            ))
        })?;
        Ok(format!("{HEADING}{text}"))
    }

    /// The users, in the order in which they were let in.
    pub(super) fn users(&self) -> Vec<User> {
        self.user
            .iter()
            .filter_map(|entry| {
                Some(User { name: entry.name.clone(), role: entry.role.parse().ok()?, cleared: entry.cleared })
            })
            .collect()
    }

    /// Opens a user's keys and checks that nobody has changed the file.
    pub(super) fn unlock(&self, name: &str, passphrase: &Passphrase) -> Result<(User, KeyRing), StoreProblem> {
        let entry = self.user.iter().find(|entry| entry.name == name).ok_or(StoreProblem::Locked)?;
        let own = entry.private.open(passphrase, &entry.context())?;
        self.keys_of(entry, own)
    }

    /// The keys of somebody who has unlocked the store, as the file has them now.
    pub(super) fn keys_now(&self, name: &str, ring: &KeyRing) -> Result<(User, KeyRing), StoreProblem> {
        let own = ring.own()?;
        let entry = self.user.iter().find(|entry| entry.name == name && entry.public == Hex::from(own.public()));
        self.keys_of(entry.ok_or(StoreProblem::AccessEnded)?, own.clone())
    }

    fn keys_of(&self, entry: &UserEntry, own: KeyPair) -> Result<(User, KeyRing), StoreProblem> {
        let mut ring = None;
        let (mut protected, mut ombud) = (None, None);
        for sealed in &entry.key {
            let secret = sealed.open(&own).ok_or(StoreProblem::Locked)?;
            match sealed.name {
                KeyName::Store => ring = Key::from_slice(&secret),
                KeyName::Protected => protected = KeyPair::from_private(&secret),
                KeyName::Ombud => ombud = KeyPair::from_private(&secret),
            }
        }
        let store = ring.ok_or(StoreProblem::Locked)?;
        self.verify(&store)?;
        let user = User { name: entry.name.clone(), role: entry.role()?, cleared: entry.cleared };
        let former = ombud.as_ref().map(|ombud| self.former_keys(ombud)).transpose()?.unwrap_or_default();
        Ok((user, KeyRing { store, own: Some(own), protected, ombud, former }))
    }

    /// Checks that the file is as this program wrote it.
    pub(super) fn verify(&self, store: &Key) -> Result<(), StoreProblem> {
        let expected = self.mac.array::<32>().ok_or(StoreProblem::KeysChanged)?;
        self.keyed_hash(store)?.verify_slice(&expected).map_err(|_| StoreProblem::KeysChanged)
    }

    /// Lets a user in, with every key that the role may have; gives the newcomer's keys.
    ///
    /// A key that nobody has had until now is made here. One that exists is handed on, which only its holder can.
    pub(super) fn admit(
        &mut self,
        ring: &KeyRing,
        newcomer: Newcomer<'_>,
        randomness: &mut dyn Randomness,
    ) -> Result<KeyRing, StoreProblem> {
        let user = newcomer.user;
        let name = user.name.trim();
        if name.is_empty() || name != user.name || name.chars().count() > 100 || name.chars().any(char::is_control) {
            return Err(StoreProblem::BadUserName);
        }
        if self.user.iter().any(|entry| entry.name.to_lowercase() == name.to_lowercase()) {
            return Err(StoreProblem::UserExists);
        }
        newcomer.passphrase.require_strength(self.test)?;

        let own = KeyPair::generate(randomness)?;
        let cost = if self.test { Cost::TEST } else { Cost::REAL };
        let mut keys = vec![SealedKey::seal(KeyName::Store, ring.store.bytes(), name, &own.public())?];
        let mut granted = KeyRing {
            store: ring.store.clone(),
            own: Some(own.clone()),
            protected: None,
            ombud: None,
            former: Vec::new(),
        };
        let mut made = Vec::new();
        for key in KeyName::LATER {
            // Where no officer is left, one is let in without the key, and opens the rows with the code that lies in a safe.
            if !key.belongs_to(user.role, user.cleared) || (key == KeyName::Ombud && self.no_officer_is_left()) {
                continue;
            }
            let pair = if let Some(public) = self.public(key) {
                let held = ring.pair(key).filter(|pair| pair.public() == public);
                held.cloned().ok_or(StoreProblem::KeyNotHeld { what: key.opens() })?
            } else {
                let pair = KeyPair::generate(randomness)?;
                made.push(NamedKey { name: key, public: Hex::from(pair.public()) });
                pair
            };
            keys.push(SealedKey::seal(key, pair.private().bytes(), name, &own.public())?);
            match key {
                KeyName::Store => {}
                KeyName::Protected => granted.protected = Some(pair),
                KeyName::Ombud => (granted.ombud, granted.former) = (Some(pair), ring.former.clone()),
            }
        }
        let context = user_context(name, &own.public());
        let private = SealedPrivate::seal(&own, newcomer.passphrase, cost, &context, randomness)?;
        self.key.extend(made);
        self.user.push(UserEntry {
            name: name.to_owned(),
            role: user.role.id().to_owned(),
            cleared: user.cleared,
            public: Hex::from(own.public()),
            private,
            key: keys,
        });
        self.changed(&ring.store)?;
        Ok(granted)
    }

    /// The store is now of this format.
    pub(super) fn migrated(&mut self, format: u32, store: &Key) -> Result<(), StoreProblem> {
        self.format = format;
        self.changed(store)
    }

    /// The public half of a named key, once somebody holds the private one.
    pub(super) fn public(&self, name: KeyName) -> Option<[u8; 32]> {
        self.key.iter().find(|key| key.name == name).and_then(|key| key.public.array())
    }

    fn changed(&mut self, store: &Key) -> Result<(), StoreProblem> {
        self.revision += 1;
        self.mac = Hex::from(<[u8; 32]>::from(self.keyed_hash(store)?.finalize().into_bytes()));
        Ok(())
    }

    fn keyed_hash(&self, store: &Key) -> Result<Hmac<Sha256>, StoreProblem> {
        let blank = Self { mac: Hex::default(), ..self.clone() };
        let content = serde_json::to_vec(&blank).map_err(|_| {
            damaged_keys(Trilingual::fixed(
                "den lar seg ikke skrive",
                "ho lèt seg ikkje skrive",
                "it cannot be written",
            ))
        })?;
        let mut mac = Hmac::<Sha256>::new_from_slice(store.bytes()).map_err(|_| StoreProblem::KeysChanged)?;
        mac.update(b"personvernsak keys 1\n");
        mac.update(&content);
        Ok(mac)
    }
}

/// What binds a sealed private key to its user.
fn user_context(name: &str, public: &[u8; 32]) -> Vec<u8> {
    // The role is not in it: a changed role is to be told as a changed file, not as a wrong passphrase.
    [b"user ", public.as_slice(), name.as_bytes()].concat()
}

impl UserEntry {
    fn role(&self) -> Result<Role, StoreProblem> {
        self.role.parse().map_err(|_| {
            damaged_keys(Trilingual::fixed(
                "en bruker eller rolle er ikke som den skal være",
                "ein brukar eller ei rolle er ikkje som ho skal vere",
                "a user or a role is not as it should be",
            ))
        })
    }

    fn context(&self) -> Vec<u8> {
        user_context(&self.name, &self.public.array().unwrap_or_default())
    }
}

impl SealedPrivate {
    fn seal(
        own: &KeyPair,
        passphrase: &Passphrase,
        cost: Cost,
        context: &[u8],
        randomness: &mut dyn Randomness,
    ) -> Result<Self, StoreProblem> {
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        for bytes in [&mut salt[..], &mut nonce[..]] {
            randomness.fill(bytes).map_err(|error| StoreProblem::System(error.kind()))?;
        }
        let key = cost.derive(passphrase, &salt)?;
        let sealed = sealing::seal_with_key(&key, &nonce, own.private().bytes(), context)?;
        let Cost { memory_kib, passes, lanes } = cost;
        Ok(Self { memory_kib, passes, lanes, salt: salt.into(), nonce: nonce.into(), sealed: sealed.into() })
    }

    fn open(&self, passphrase: &Passphrase, context: &[u8]) -> Result<KeyPair, StoreProblem> {
        let cost = Cost { memory_kib: self.memory_kib, passes: self.passes, lanes: self.lanes };
        let malformed = || {
            damaged_keys(Trilingual::fixed(
                "en bruker eller rolle er ikke som den skal være",
                "ein brukar eller ei rolle er ikkje som ho skal vere",
                "a user or a role is not as it should be",
            ))
        };
        let key = cost.derive(passphrase, &self.salt.array().ok_or_else(malformed)?)?;
        let nonce = self.nonce.array().ok_or_else(malformed)?;
        let private = sealing::open_with_key(&key, &nonce, self.sealed.bytes(), context).ok_or(StoreProblem::Locked)?;
        KeyPair::from_private(&private).ok_or(StoreProblem::Locked)
    }
}

impl SealedKey {
    /// Seals a named key to a user with this public key.
    fn seal(name: KeyName, secret: &[u8], user: &str, public: &[u8; 32]) -> Result<Self, StoreProblem> {
        let sealed = sealing::seal_to(public, secret, name.context())?;
        let vouched = (name == KeyName::Ombud).then(|| officers::mark(secret, user, public));
        Ok(Self { name, encapsulated: sealed.encapsulated.into(), sealed: sealed.bytes.into(), vouched })
    }

    fn open(&self, own: &KeyPair) -> Option<zeroize::Zeroizing<Vec<u8>>> {
        let sealed = Sealed { encapsulated: self.encapsulated.array()?, bytes: self.sealed.bytes().to_vec() };
        sealing::open_from(own, &sealed, self.name.context())
    }
}
