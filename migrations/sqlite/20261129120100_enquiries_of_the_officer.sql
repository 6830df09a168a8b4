-- What reaches the data protection officer, and what the officer notes of it (personopplysningsloven § 18). A chain of its own through the
-- store, only ever added to; it is no part of any request's log. That something happened, when and by whom stands here in the clear, and
-- nothing of what it was: each entry is sealed to the officers' own key.
CREATE TABLE enquiry_log (
    -- The place in the chain, from 1 without gaps.
    position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 1),
    -- Which enquiry, from 1.
    enquiry INTEGER NOT NULL CHECK (enquiry >= 1),
    -- Microseconds since 1970 UTC.
    at INTEGER NOT NULL,
    actor TEXT NOT NULL CHECK (actor <> ''),
    -- The kinds are not listed here: an unknown kind is a fault when the entry is read.
    kind TEXT NOT NULL CHECK (kind <> ''),
    -- The encapsulated key and the sealed bytes (RFC 9180).
    encapsulated BLOB NOT NULL CHECK (length(encapsulated) = 32),
    bytes BLOB NOT NULL,
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX enquiry_log_enquiry ON enquiry_log (enquiry, position);
