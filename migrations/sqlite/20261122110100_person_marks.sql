-- By what a person's request is found again from an identity number: a keyed hash of the number, under a key that is
-- made from the store's key or, for a protected person, from the key that opens the row. It lies in the person's row
-- and goes when that is erased. A row has none until somebody with its key has written or looked for one; a person without
-- a number has one that no number gives.
ALTER TABLE content ADD COLUMN mark BLOB
    CHECK (mark IS NULL OR (length(mark) = 32 AND kind = 'person' AND bytes IS NOT NULL));

CREATE INDEX content_mark ON content (mark) WHERE mark IS NOT NULL;
-- Rows that wait for somebody with their key.
CREATE INDEX content_unmarked ON content (sealed_for) WHERE kind = 'person' AND mark IS NULL AND bytes IS NOT NULL;
