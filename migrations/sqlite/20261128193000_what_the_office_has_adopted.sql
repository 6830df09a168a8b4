-- What the office has taken into use in place of what the program has built in: a catalogue of registers, or letter texts.
-- Only ever added to, so that it can be seen later by which rules a case was opened; the newest of its kind is in use, and one
-- without files says that the program's own is in use again. They lie here, and not as files beside the store, so that nobody
-- without its key changes the rules.
CREATE TABLE adopted (
    position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('catalogue', 'letter-texts')),
    -- Microseconds since 1970 UTC.
    adopted_at INTEGER NOT NULL,
    adopted_by TEXT NOT NULL CHECK (adopted_by <> ''),
    version TEXT NOT NULL CHECK (version <> '')
) STRICT;

CREATE TABLE adopted_file (
    position INTEGER NOT NULL REFERENCES adopted (position),
    -- Its path in the folder that it came from.
    name TEXT NOT NULL CHECK (name <> ''),
    bytes BLOB NOT NULL,
    PRIMARY KEY (position, name)
) STRICT, WITHOUT ROWID;

INSERT INTO adopted SELECT position, 'catalogue', installed_at, installed_by, version FROM catalogue;
INSERT INTO adopted_file SELECT position, name, CAST(text AS BLOB) FROM catalogue_file;
DROP TABLE catalogue_file;
DROP TABLE catalogue;
