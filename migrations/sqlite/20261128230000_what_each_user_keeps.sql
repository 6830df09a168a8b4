-- How each user wants the window. It is no part of the record.
CREATE TABLE preference (
    user TEXT NOT NULL PRIMARY KEY CHECK (user <> ''),
    -- Nothing: the user has not chosen.
    language TEXT CHECK (language IN ('nb', 'nn', 'en')),
    theme TEXT CHECK (theme IN ('system', 'light', 'dark'))
) STRICT, WITHOUT ROWID;

-- What a user is writing and has not yet used, so that it outlives a crash. Each row is sealed to the key of whoever wrote it,
-- so that nobody else who unlocks the store reads it; it may be about a protected person.
CREATE TABLE unsaved (
    user TEXT NOT NULL CHECK (user <> ''),
    -- Which field or form of the window.
    key TEXT NOT NULL CHECK (key <> ''),
    -- The request that it is about; nothing before there is one. With the request's contents it is erased.
    request INTEGER,
    -- Microseconds since 1970 UTC.
    kept_at INTEGER NOT NULL,
    encapsulated BLOB NOT NULL CHECK (length(encapsulated) = 32),
    bytes BLOB NOT NULL,
    PRIMARY KEY (user, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX unsaved_of_request ON unsaved (request) WHERE request IS NOT NULL;
