-- The record: what is true. Everything else in the store can be made anew from these tables.
-- A request is numbered year * 1,000,000,000 + its place in the year: 2026/00012 is 2026000000012.

-- What the store is. One row.
CREATE TABLE store (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    -- The same identifier as in keys.toml, so that a database in the wrong folder is told.
    id BLOB NOT NULL CHECK (length(id) = 16),
    -- A test store says so here and in keys.toml.
    test INTEGER NOT NULL CHECK (test IN (0, 1)),
    created_at INTEGER NOT NULL,
    -- The newest revision of keys.toml that was seen, so that an older file put back is told.
    keys_revision INTEGER NOT NULL CHECK (keys_revision >= 1),
    last_tested_restore_at INTEGER
) STRICT;

-- One append-only log per request. The kinds are not listed here: an unknown kind is a fault when the log is read,
-- and this table is never written anew for the sake of a new kind.
CREATE TABLE event (
    request INTEGER NOT NULL CHECK (request > 1000000000000),
    -- The place in the log of the request, from 1 without gaps.
    seq INTEGER NOT NULL CHECK (seq >= 1),
    -- Microseconds since 1970 UTC.
    at INTEGER NOT NULL,
    actor TEXT NOT NULL CHECK (actor <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    -- Canonical JSON as bytes: the hash covers these bytes, so nothing may format them anew.
    body BLOB NOT NULL,
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (request, seq)
) STRICT, WITHOUT ROWID;

-- One chain through every commit of the store, in the order in which they were made.
CREATE TABLE commit_chain (
    position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 1),
    request INTEGER NOT NULL,
    -- The version of the request after the commit: the seq of its last event.
    version INTEGER NOT NULL CHECK (version >= 1),
    -- The hash of that event.
    head BLOB NOT NULL CHECK (length(head) = 32),
    at INTEGER NOT NULL,
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    FOREIGN KEY (request, version) REFERENCES event (request, seq)
) STRICT;

-- What may be erased: people, words, letters. The log holds a keyed hash of each.
CREATE TABLE content (
    request INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind <> ''),
    -- For whom the row is sealed beyond the encryption of the whole database.
    sealed_for TEXT NOT NULL CHECK (sealed_for IN ('store', 'protected', 'ombud')),
    -- The key of the hash in the log. In a sealed row it lies inside the sealed bytes, since it would let others try guesses.
    salt BLOB CHECK (length(salt) = 32),
    -- The encapsulated key of a sealed row.
    encapsulated BLOB CHECK (length(encapsulated) = 32),
    -- Nothing once the row is erased.
    bytes BLOB,
    PRIMARY KEY (request, id),
    -- A row in the clear has its salt; a sealed one its encapsulated key; an erased one has nothing left.
    CHECK (
        (bytes IS NULL AND salt IS NULL AND encapsulated IS NULL)
        OR (bytes IS NOT NULL AND sealed_for = 'store' AND salt IS NOT NULL AND encapsulated IS NULL)
        OR (bytes IS NOT NULL AND sealed_for <> 'store' AND salt IS NULL AND encapsulated IS NOT NULL)
    )
) STRICT, WITHOUT ROWID;

-- Letters that somebody is working on: what was filled in, not the record. Gone when the letter is issued.
CREATE TABLE letter_draft (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    request INTEGER NOT NULL,
    sealed_for TEXT NOT NULL CHECK (sealed_for IN ('store', 'protected', 'ombud')),
    -- The encapsulated key of a sealed draft, and only of one.
    encapsulated BLOB CHECK ((encapsulated IS NULL) = (sealed_for = 'store')),
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
