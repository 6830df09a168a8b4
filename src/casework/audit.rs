//! The chains of the record: hashing over stored bytes. Pure; it neither reads nor interprets what it hashes.
//!
//! Every event carries the hash of the event before it in the same request, and every commit the hash of the commit
//! before it in the store, so a changed, removed or inserted one is told by whoever recomputes them. What may be
//! erased (people, words, letters) is outside the chains: an event holds a keyed hash of it, whose key lies beside
//! the words and is erased with them.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest as _, Sha256};

use super::ids::ContentId;

/// The first line under every hash of an event. A new way of hashing gets a new line; old events keep theirs.
const EVENT_LINE: &[u8] = b"personvernsak event 1\n";
/// The first line under every hash of a commit.
const COMMIT_LINE: &[u8] = b"personvernsak commit 1\n";
/// The first line under every hash of a reading.
const ACCESS_LINE: &[u8] = b"personvernsak access 1\n";
/// The first line under every hash of an entry of the data protection officer's log.
const ENQUIRY_LINE: &[u8] = b"personvernsak enquiry 1\n";
/// The first line under the hash of an entry there that erases others.
const ERASING_LINE: &[u8] = b"personvernsak enquiry erasing 1\n";
/// The first line under what is left of an erased entry there.
const ERASED_LINE: &[u8] = b"personvernsak enquiry erased 1\n";
/// The first line under every keyed hash of erasable content.
const CONTENT_LINE: &[u8] = b"personvernsak content 1\n";
/// The first line under the digest of a dump of projections.
const DUMP_LINE: &[u8] = b"personvernsak dump 1\n";

/// A SHA-256 or HMAC-SHA-256 value; shown as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// What stands before the first event of a request and before the first commit of a store.
    pub const GENESIS: Self = Self([0; 32]);

    /// The digest with these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The digest in this slice; `None` unless it is 32 bytes long.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The digest written as 64 lower-case hexadecimal digits; `None` for anything else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = hex_value(pair[0])? << 4 | hex_value(pair[1])?;
        }
        Some(Self(bytes))
    }

    /// The bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// SHA-256 of these bytes alone, as printed for a letter's file.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// One event as it lies in the log: what its hash covers.
#[derive(Clone, Copy, Debug)]
pub struct EventBytes<'a> {
    /// The number of the request, as text.
    pub request: &'a str,
    /// The place in the request's log, from 1.
    pub seq: u64,
    /// When, in microseconds since 1970 UTC.
    pub at: i64,
    /// Who.
    pub actor: &'a str,
    /// The kind of event.
    pub kind: &'a str,
    /// The stored bytes.
    pub body: &'a [u8],
}

/// The hash of an event that follows one with the hash `prev` ([`Digest::GENESIS`] for the first).
#[must_use]
pub fn event_hash(prev: Digest, event: &EventBytes<'_>) -> Digest {
    let mut fields = Fields::begin(EVENT_LINE);
    fields.put(event.request.as_bytes());
    fields.put(&event.seq.to_be_bytes());
    fields.put(&event.at.to_be_bytes());
    fields.put(event.actor.as_bytes());
    fields.put(event.kind.as_bytes());
    fields.put(prev.as_bytes());
    fields.put(event.body);
    fields.finish()
}

/// One commit as it lies in the store-wide chain: what its hash covers.
#[derive(Clone, Copy, Debug)]
pub struct CommitBytes<'a> {
    /// The place in the chain, from 1.
    pub position: u64,
    /// The number of the request, as text.
    pub request: &'a str,
    /// The version of the request after the commit: the `seq` of its last event.
    pub version: u64,
    /// The hash of that event.
    pub head: Digest,
    /// When, in microseconds since 1970 UTC.
    pub at: i64,
}

/// The hash of a commit that follows one with the hash `prev` ([`Digest::GENESIS`] for the first).
#[must_use]
pub fn commit_hash(prev: Digest, commit: &CommitBytes<'_>) -> Digest {
    let mut fields = Fields::begin(COMMIT_LINE);
    fields.put(&commit.position.to_be_bytes());
    fields.put(commit.request.as_bytes());
    fields.put(&commit.version.to_be_bytes());
    fields.put(commit.head.as_bytes());
    fields.put(&commit.at.to_be_bytes());
    fields.put(prev.as_bytes());
    fields.finish()
}

/// One reading as it lies in the log of readings: what its hash covers.
#[derive(Clone, Copy, Debug)]
pub struct AccessBytes<'a> {
    /// The place in the chain, from 1.
    pub position: u64,
    /// When, in microseconds since 1970 UTC.
    pub at: i64,
    /// Who.
    pub actor: &'a str,
    /// What kind of reading.
    pub what: &'a str,
    /// The number of the request, as text; empty where it concerns none.
    pub request: &'a str,
    /// The letter of the case; empty where it is about none alone.
    pub case: &'a str,
    /// The place of the document among those of the request.
    pub document: Option<u32>,
    /// How many cases a search showed.
    pub found: Option<u32>,
}

/// The hash of a reading that follows one with the hash `prev` ([`Digest::GENESIS`] for the first).
///
/// The chain covers readings alone, and no commit covers them: looking changes no version and no head of the record.
#[must_use]
pub fn access_hash(prev: Digest, access: &AccessBytes<'_>) -> Digest {
    let mut fields = Fields::begin(ACCESS_LINE);
    fields.put(&access.position.to_be_bytes());
    fields.put(&access.at.to_be_bytes());
    for text in [access.actor, access.what, access.request, access.case] {
        fields.put(text.as_bytes());
    }
    for number in [access.document, access.found] {
        // Nothing has no bytes, so that it differs from nought.
        fields.put(number.map(u32::to_be_bytes).as_ref().map_or(&[], <[u8; 4]>::as_slice));
    }
    fields.put(prev.as_bytes());
    fields.finish()
}

/// One entry of the data protection officer's log: what its hash covers.
#[derive(Clone, Copy, Debug)]
pub struct EnquiryBytes<'a> {
    /// The place in the chain, from 1.
    pub position: u64,
    /// Which enquiry; 0 for what concerns none.
    pub enquiry: u32,
    /// When, in microseconds since 1970 UTC.
    pub at: i64,
    /// Who.
    pub actor: &'a str,
    /// What kind of entry.
    pub kind: &'a str,
    /// The encapsulated key.
    pub encapsulated: &'a [u8],
    /// The sealed bytes, as they lie there.
    pub sealed: &'a [u8],
    /// What it erases: for each entry its place and what is left of it.
    pub erases: Option<&'a [u8]>,
}

/// The hash of an entry of the officer's log that follows one with the hash `prev` ([`Digest::GENESIS`] for the first).
#[must_use]
pub fn enquiry_hash(prev: Digest, entry: &EnquiryBytes<'_>) -> Digest {
    let mut fields = Fields::begin(if entry.erases.is_some() { ERASING_LINE } else { ENQUIRY_LINE });
    fields.put_entry(entry);
    fields.put(entry.encapsulated);
    fields.put(entry.sealed);
    if let Some(erases) = entry.erases {
        fields.put(erases);
    }
    fields.put(prev.as_bytes());
    fields.finish()
}

/// The digest of what is left of an erased entry: all but what was sealed, and the hash that it had, which covers what is gone. Whatever
/// erases it holds this, so that nothing can be changed in what is left.
#[must_use]
pub fn erased_enquiry(prev: Digest, hash: Digest, entry: &EnquiryBytes<'_>) -> Digest {
    let mut fields = Fields::begin(ERASED_LINE);
    fields.put_entry(entry);
    fields.put(prev.as_bytes());
    fields.put(hash.as_bytes());
    fields.finish()
}

/// The bytes that belong to one erasable row alone and are erased with it: without them nobody can try whether a
/// guessed name or number gives the hash in the log.
pub type ContentSalt = [u8; 32];

/// Erasable content as it lies in its row: what its keyed hash covers.
#[derive(Clone, Copy, Debug)]
pub struct ContentBytes<'a> {
    /// The number of the request, as text.
    pub request: &'a str,
    /// The identifier of the row.
    pub id: ContentId,
    /// The kind of content.
    pub kind: &'a str,
    /// The stored bytes.
    pub bytes: &'a [u8],
}

/// The keyed hash that the log holds of erasable content.
///
/// # Panics
/// Never: HMAC takes a key of any length.
#[must_use]
pub fn content_mac(salt: &ContentSalt, content: &ContentBytes<'_>) -> Digest {
    #[allow(clippy::expect_used)]
    let mut mac = Hmac::<Sha256>::new_from_slice(salt).expect("HMAC takes a key of any length");
    mac.update(CONTENT_LINE);
    for field in [content.request.as_bytes(), content.id.0.as_bytes(), content.kind.as_bytes(), content.bytes] {
        mac.update(&(field.len() as u64).to_be_bytes());
        mac.update(field);
    }
    Digest(mac.finalize().into_bytes().into())
}

/// The digest of a dump: rows in a fixed order, each a list of values.
pub struct DumpDigest(Fields);

impl Default for DumpDigest {
    fn default() -> Self {
        Self(Fields::begin(DUMP_LINE))
    }
}

impl DumpDigest {
    /// Adds one value of one row. The caller gives every row the same number of values.
    pub fn put(&mut self, value: &[u8]) {
        self.0.put(value);
    }

    /// The digest of all that was added.
    #[must_use]
    pub fn finish(self) -> Digest {
        self.0.finish()
    }
}

/// Hashes fields one after another, each with its length before it, so that no two lists of fields give the same bytes.
struct Fields(Sha256);

impl Fields {
    fn begin(line: &[u8]) -> Self {
        Self(Sha256::new_with_prefix(line))
    }

    fn put(&mut self, field: &[u8]) {
        self.0.update((field.len() as u64).to_be_bytes());
        self.0.update(field);
    }

    /// What of an entry of the officer's log lies in the clear.
    fn put_entry(&mut self, entry: &EnquiryBytes<'_>) {
        self.put(&entry.position.to_be_bytes());
        self.put(&entry.enquiry.to_be_bytes());
        self.put(&entry.at.to_be_bytes());
        for text in [entry.actor, entry.kind] {
            self.put(text.as_bytes());
        }
    }

    fn finish(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: EventBytes<'static> = EventBytes {
        request: "2026/00001",
        seq: 1,
        at: 1_769_900_400_000_000,
        actor: "Kari Myhre",
        kind: "request-registered",
        body: b"{}",
    };

    const ACCESS: AccessBytes<'static> = AccessBytes {
        position: 1,
        at: EVENT.at,
        actor: "Kari Myhre",
        what: "case",
        request: "2026/00001",
        case: "a",
        document: None,
        found: None,
    };

    const ENQUIRY: EnquiryBytes<'static> = EnquiryBytes {
        position: 3,
        enquiry: 1,
        at: EVENT.at,
        actor: "Siv Ås",
        kind: "enquiry-noted",
        encapsulated: &[7; 32],
        sealed: b"sealed",
        erases: None,
    };

    const CONTENT: ContentBytes<'static> = ContentBytes {
        request: "2026/00001",
        id: ContentId(uuid::Uuid::from_u128(1)),
        kind: "text",
        bytes: "Odd Kvalheim".as_bytes(),
    };

    /// The digests are fixed for ever: a store that was written last year must verify next year.
    #[test]
    fn hashes_never_change() {
        assert_eq!(
            event_hash(Digest::GENESIS, &EVENT).to_string(),
            "51e1d5135bf91344eb400cca2d04d9c34e3919f592e390f8545bd886b75456d1"
        );
        let commit =
            CommitBytes { position: 1, request: "2026/00001", version: 1, head: Digest::GENESIS, at: EVENT.at };
        assert_eq!(
            commit_hash(Digest::GENESIS, &commit).to_string(),
            "4b688c74d921e5305c79e6ebb0d0431e6a2eb83799d26cb58bad07868173a2d5"
        );
        assert_eq!(
            access_hash(Digest::GENESIS, &ACCESS).to_string(),
            "0951aa8215c06a55a9561591e4f143fd3b84900be415a6715807b33848ed1630"
        );
        assert_eq!(
            content_mac(&[7; 32], &CONTENT).to_string(),
            "fbd53df942e418e2b76bc2081c3a65e01959cae5ac08e771f17e28f2a9c42868"
        );
    }

    #[test]
    fn every_field_of_an_event_is_covered() {
        let all = [
            event_hash(Digest::GENESIS, &EVENT),
            event_hash(Digest::of(b""), &EVENT),
            event_hash(Digest::GENESIS, &EventBytes { request: "2026/00002", ..EVENT }),
            event_hash(Digest::GENESIS, &EventBytes { seq: 2, ..EVENT }),
            event_hash(Digest::GENESIS, &EventBytes { at: EVENT.at + 1, ..EVENT }),
            event_hash(Digest::GENESIS, &EventBytes { actor: "Kari Myhr", ..EVENT }),
            event_hash(Digest::GENESIS, &EventBytes { actor: "Kari Myhrer", kind: "equest-registered", ..EVENT }),
            event_hash(Digest::GENESIS, &EventBytes { body: b"{ }", ..EVENT }),
        ];
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
    }

    #[test]
    fn every_field_of_a_reading_is_covered() {
        let all = [
            access_hash(Digest::GENESIS, &ACCESS),
            access_hash(Digest::of(b""), &ACCESS),
            access_hash(Digest::GENESIS, &AccessBytes { position: 2, ..ACCESS }),
            access_hash(Digest::GENESIS, &AccessBytes { at: EVENT.at + 1, ..ACCESS }),
            access_hash(Digest::GENESIS, &AccessBytes { actor: "Kari Myhr", ..ACCESS }),
            access_hash(Digest::GENESIS, &AccessBytes { actor: "Kari Myhrec", what: "ase", ..ACCESS }),
            access_hash(Digest::GENESIS, &AccessBytes { request: "2026/00002", ..ACCESS }),
            access_hash(Digest::GENESIS, &AccessBytes { request: "2026/00001a", case: "", ..ACCESS }),
            access_hash(Digest::GENESIS, &AccessBytes { case: "b", ..ACCESS }),
            access_hash(Digest::GENESIS, &AccessBytes { document: Some(0), ..ACCESS }),
            access_hash(Digest::GENESIS, &AccessBytes { document: Some(2), ..ACCESS }),
            access_hash(Digest::GENESIS, &AccessBytes { found: Some(2), ..ACCESS }),
        ];
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
    }

    #[test]
    fn every_field_of_an_enquiry_is_covered() {
        let erasing = EnquiryBytes { erases: Some(b""), ..ENQUIRY };
        let all = [
            enquiry_hash(Digest::GENESIS, &ENQUIRY),
            enquiry_hash(Digest::of(b""), &ENQUIRY),
            enquiry_hash(Digest::GENESIS, &EnquiryBytes { position: 4, ..ENQUIRY }),
            enquiry_hash(Digest::GENESIS, &EnquiryBytes { enquiry: 0, ..ENQUIRY }),
            enquiry_hash(Digest::GENESIS, &EnquiryBytes { at: EVENT.at + 1, ..ENQUIRY }),
            enquiry_hash(Digest::GENESIS, &EnquiryBytes { actor: "Siv Å", kind: "senquiry-noted", ..ENQUIRY }),
            enquiry_hash(Digest::GENESIS, &EnquiryBytes { encapsulated: &[8; 32], ..ENQUIRY }),
            enquiry_hash(Digest::GENESIS, &EnquiryBytes { sealed: b"seale", ..ENQUIRY }),
            enquiry_hash(Digest::GENESIS, &erasing),
            enquiry_hash(Digest::GENESIS, &EnquiryBytes { erases: Some(b"1"), ..ENQUIRY }),
            erased_enquiry(Digest::GENESIS, Digest::GENESIS, &ENQUIRY),
            erased_enquiry(Digest::of(b""), Digest::GENESIS, &ENQUIRY),
            erased_enquiry(Digest::GENESIS, Digest::of(b""), &ENQUIRY),
            erased_enquiry(Digest::GENESIS, Digest::GENESIS, &EnquiryBytes { kind: "enquiry-closed", ..ENQUIRY }),
        ];
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
    }

    #[test]
    fn every_field_of_a_content_is_covered() {
        let all = [
            content_mac(&[7; 32], &CONTENT),
            content_mac(&[8; 32], &CONTENT),
            content_mac(&[7; 32], &ContentBytes { request: "2026/00002", ..CONTENT }),
            content_mac(&[7; 32], &ContentBytes { id: ContentId(uuid::Uuid::from_u128(2)), ..CONTENT }),
            content_mac(&[7; 32], &ContentBytes { kind: "file", ..CONTENT }),
            content_mac(&[7; 32], &ContentBytes { bytes: b"Odd", ..CONTENT }),
        ];
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
    }

    #[test]
    fn a_digest_is_read_as_it_is_shown() {
        let digest = Digest::of(b"abc");
        assert_eq!(digest.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(Digest::from_hex(&digest.to_string()), Some(digest));
        assert_eq!(Digest::from_hex(&digest.to_string().to_uppercase()), None);
        assert_eq!(Digest::from_hex("ba78"), None);
    }
}
