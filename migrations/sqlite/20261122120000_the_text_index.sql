-- The words of requests, grounds, notes and reasons, cut and stemmed by the program. A projection: made anew from the record.

-- A text that is searched. Its number is that of the request times 2^20 plus the place of its event in the log, so that the
-- newest request comes first when numbers are read from the end.
CREATE TABLE search_row (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 1000000000000 << 20),
    -- The row of the record that holds the text.
    content BLOB NOT NULL CHECK (length(content) = 16),
    -- The case that it is about, by its place; nothing for a text that is about every case of the request.
    of_letter INTEGER CHECK (of_letter >= 0)
) STRICT;

-- The index keeps no text of its own. A word is ASCII letters and digits and whatever lies beyond ASCII, and is never cut
-- or folded here. Columns are told apart, places in a text are not.
CREATE VIRTUAL TABLE search_index USING fts5 (names, stems, content = '', columnsize = 0, detail = 'column', tokenize = 'ascii');
-- What is taken out is overwritten at once.
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
-- A leaf that fits a page of the encrypted file, which has less room than a plain one.
INSERT INTO search_index (search_index, rank) VALUES ('pgsz', 3900);
-- No merging while somebody registers: it is done when nobody waits, and long before this many pieces lie there.
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 0);
INSERT INTO search_index (search_index, rank) VALUES ('usermerge', 8);
INSERT INTO search_index (search_index, rank) VALUES ('crisismerge', 500);
