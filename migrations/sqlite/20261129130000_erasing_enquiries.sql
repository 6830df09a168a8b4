-- What reaches the data protection officer can be erased, as the rows of requests can. The chain stands: an entry that is erased keeps its
-- place, its hash, and that it happened, when and by whom; what was sealed is gone, and the entry that erased it says so. And what concerns
-- the officers' key and no enquiry stands in the chain as well.
CREATE TABLE enquiry_log_anew (
    -- The place in the chain, from 1 without gaps.
    position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 1),
    -- Which enquiry, from 1; nothing for what concerns none.
    enquiry INTEGER CHECK (enquiry >= 1),
    -- Microseconds since 1970 UTC.
    at INTEGER NOT NULL,
    actor TEXT NOT NULL CHECK (actor <> ''),
    -- The kinds are not listed here: an unknown kind is a fault when the entry is read.
    kind TEXT NOT NULL CHECK (kind <> ''),
    -- The encapsulated key and the sealed bytes (RFC 9180); nothing where they are erased.
    encapsulated BLOB CHECK (length(encapsulated) = 32),
    bytes BLOB,
    -- What this entry erased: for each entry its place (8 bytes) and the digest of what is left of it (32 bytes).
    erases BLOB CHECK (length(erases) % 40 = 0),
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    CHECK ((encapsulated IS NULL) = (bytes IS NULL))
) STRICT;

INSERT INTO enquiry_log_anew (position, enquiry, at, actor, kind, encapsulated, bytes, prev_hash, hash)
SELECT position, enquiry, at, actor, kind, encapsulated, bytes, prev_hash, hash FROM enquiry_log ORDER BY position;

DROP TABLE enquiry_log;
ALTER TABLE enquiry_log_anew RENAME TO enquiry_log;
CREATE INDEX enquiry_log_enquiry ON enquiry_log (enquiry, position);
CREATE INDEX enquiry_log_erases ON enquiry_log (position) WHERE erases IS NOT NULL;

-- How long the officer keeps an enquiry after the last entry of it. One row, and the officer's own choice.
CREATE TABLE enquiry_retention (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    -- In months. Nothing: nothing is due for erasure by itself.
    months INTEGER CHECK (months BETWEEN 1 AND 120),
    -- Who decided it, and when, in microseconds since 1970 UTC. Nothing until somebody has.
    changed_at INTEGER CHECK ((changed_at IS NULL) = (changed_by IS NULL)),
    changed_by TEXT CHECK (changed_by <> '')
) STRICT;

INSERT INTO enquiry_retention (only) VALUES (1);
