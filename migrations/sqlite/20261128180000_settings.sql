-- What the office has decided for itself. One row. It is no part of the record, and no date of the law rests on it.
CREATE TABLE setting (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    -- How many days before the answer is due the office wants it out. Nothing: the office has no internal date.
    internal_days INTEGER CHECK (internal_days BETWEEN 1 AND 28),
    -- Who decided it, and when, in microseconds since 1970 UTC. Nothing until somebody has.
    changed_at INTEGER CHECK ((changed_at IS NULL) = (changed_by IS NULL)),
    changed_by TEXT CHECK (changed_by <> '')
) STRICT;

INSERT INTO setting (only) VALUES (1);
