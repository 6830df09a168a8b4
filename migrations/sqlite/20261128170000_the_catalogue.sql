-- Catalogues of registers that the office has taken into use in place of the program's own. They are only ever added to, so
-- that it can be seen later by which rules a case was opened; the newest is in use. They lie here, and not as files beside
-- the store, so that nobody without its key changes the rules.
CREATE TABLE catalogue (
    position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 1),
    -- Microseconds since 1970 UTC.
    installed_at INTEGER NOT NULL,
    installed_by TEXT NOT NULL CHECK (installed_by <> ''),
    version TEXT NOT NULL CHECK (version <> '')
) STRICT;

CREATE TABLE catalogue_file (
    position INTEGER NOT NULL REFERENCES catalogue (position),
    name TEXT NOT NULL CHECK (name <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (position, name)
) STRICT, WITHOUT ROWID;
