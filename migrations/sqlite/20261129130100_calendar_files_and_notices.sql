-- Files that the deadlines are kept in for calendar programs, and how each user is told of what is due. No part of the record.

CREATE TABLE calendar_file (
    -- Whose it is; nothing but the office's own has an empty name.
    owner TEXT NOT NULL PRIMARY KEY,
    path TEXT NOT NULL CHECK (path <> ''),
    -- What it is written in, so that it is the same whoever has the program open.
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    -- Only the owner's own cases, and those of whom they cover for. The office has none of its own.
    mine INTEGER NOT NULL CHECK (mine IN (0, 1) AND (mine = 0 OR owner <> '')),
    -- Only this register, this track.
    register TEXT CHECK (register <> ''),
    track TEXT CHECK (track <> ''),
    -- Microseconds since 1970 UTC: when somebody chose the place, and who; when the file was last written.
    chosen_at INTEGER NOT NULL,
    chosen_by TEXT NOT NULL CHECK (chosen_by <> ''),
    written_at INTEGER
) STRICT, WITHOUT ROWID;

-- How a user wants to be told; who has no row has not chosen. Times of day are minutes after midnight.
CREATE TABLE notice_choice (
    user TEXT NOT NULL PRIMARY KEY CHECK (user <> ''),
    told INTEGER NOT NULL CHECK (told IN (0, 1)),
    digest_at INTEGER CHECK (digest_at BETWEEN 0 AND 1439),
    at_once INTEGER NOT NULL CHECK (at_once IN (0, 1)),
    quiet_from INTEGER CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_to INTEGER CHECK (quiet_to BETWEEN 0 AND 1439),
    quiet_on_days_off INTEGER NOT NULL CHECK (quiet_on_days_off IN (0, 1)),
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
) STRICT, WITHOUT ROWID;

-- The day of a user's last digest.
CREATE TABLE notice_digest (
    user TEXT NOT NULL PRIMARY KEY CHECK (user <> ''),
    on_day TEXT NOT NULL CHECK (length(on_day) = 10)
) STRICT, WITHOUT ROWID;

-- What a user was last told of, so that nothing is told twice.
CREATE TABLE notice_told (
    user TEXT NOT NULL CHECK (user <> ''),
    request INTEGER NOT NULL,
    letter INTEGER NOT NULL CHECK (letter >= 0),
    -- What was due, and on which day.
    kind TEXT NOT NULL CHECK (kind <> ''),
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    -- Whether the day had passed.
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    PRIMARY KEY (user, request, letter, kind, due_on, late)
) STRICT, WITHOUT ROWID;
