-- Who is away, and who covers for them. Only ever added to and ended, so that it can be seen later whose cases somebody saw
-- as their own, and why. It is no part of the record of any request.
CREATE TABLE absence (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
    name TEXT NOT NULL CHECK (name <> ''),
    -- The first and the last day.
    from_on TEXT NOT NULL CHECK (length(from_on) = 10),
    to_on TEXT NOT NULL CHECK (length(to_on) = 10 AND to_on >= from_on),
    substitute TEXT NOT NULL CHECK (substitute <> name AND substitute <> ''),
    -- Microseconds since 1970 UTC, and who said so.
    entered_at INTEGER NOT NULL,
    entered_by TEXT NOT NULL CHECK (entered_by <> ''),
    -- When it was ended before its last day, and by whom. Both or neither.
    ended_at INTEGER CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    ended_by TEXT CHECK (ended_by <> '')
) STRICT;

CREATE INDEX absence_substitute ON absence (substitute, to_on) WHERE ended_at IS NULL;
CREATE INDEX absence_name ON absence (name, to_on) WHERE ended_at IS NULL;

-- Reminders that a user has put off until a day. The reminder itself is computed, and comes again on that day.
CREATE TABLE snooze (
    name TEXT NOT NULL CHECK (name <> ''),
    request INTEGER NOT NULL,
    letter INTEGER NOT NULL CHECK (letter >= 0),
    -- What is reminded of.
    kind TEXT NOT NULL CHECK (kind <> ''),
    until_on TEXT NOT NULL CHECK (length(until_on) = 10),
    PRIMARY KEY (name, request, letter, kind)
) STRICT, WITHOUT ROWID;
