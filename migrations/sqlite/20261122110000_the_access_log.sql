-- The log of readings: who had which person's data before their eyes. A chain of its own through the store, only ever
-- added to. It is no part of any request's log, so looking changes no version and no head of the record.
CREATE TABLE access_log (
    -- The place in the chain, from 1 without gaps.
    position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 1),
    -- Microseconds since 1970 UTC.
    at INTEGER NOT NULL,
    actor TEXT NOT NULL CHECK (actor <> ''),
    -- The kinds are not listed here: an unknown kind is a fault when the log is read, and this table is never written
    -- anew for the sake of a new kind.
    what TEXT NOT NULL CHECK (what <> ''),
    -- Nothing where it concerns no request. It names no event, so that an entry stays whatever happens to the request.
    request INTEGER CHECK (request > 1000000000000),
    -- The place of the case among those of the request, from 0: a, b, c.
    letter INTEGER CHECK (letter IS NULL OR (letter >= 0 AND request IS NOT NULL)),
    -- The place of the document among those of the request, from 1.
    document INTEGER CHECK (document IS NULL OR (document >= 1 AND request IS NOT NULL)),
    -- How many cases a search for a person showed. Whom it was for stands nowhere.
    found INTEGER CHECK (found >= 0),
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- What concerned one request, or none, newest first.
CREATE INDEX access_log_request ON access_log (request, position);
