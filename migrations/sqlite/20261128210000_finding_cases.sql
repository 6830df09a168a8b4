-- Finding cases by several things at once, in several orders. The rows are projections, made anew from the record in the same
-- transaction, so the columns are added to a table whose rows go.

DELETE FROM case_row;

-- The kinds of cases that there are: everything that a list is narrowed by and that few values are taken of. There are some
-- hundreds of them however many cases a store has, so that a list that is narrowed by several things at once is read kind by kind.
-- Nothing is ever taken out but when the rows are made anew: a kind without cases costs one look.
CREATE TABLE case_kind (
    id INTEGER NOT NULL PRIMARY KEY,
    phase TEXT NOT NULL CHECK (phase <> ''),
    -- Whether a question to the person is unanswered; only such a case can wait.
    asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
    track TEXT NOT NULL CHECK (track <> ''),
    register TEXT NOT NULL CHECK (register <> ''),
    "right" TEXT NOT NULL CHECK ("right" <> ''),
    -- Empty for a case that has none.
    section_25_stage TEXT NOT NULL,
    outcome TEXT NOT NULL,
    awaits_approval INTEGER NOT NULL CHECK (awaits_approval IN (0, 1)),
    unassigned INTEGER NOT NULL CHECK (unassigned IN (0, 1)),
    UNIQUE (phase, asked, track, register, "right", section_25_stage, outcome, awaits_approval, unassigned)
) STRICT;

-- The value that the column is added with is of no row.
ALTER TABLE case_row ADD COLUMN kind INTEGER NOT NULL DEFAULT 0 CHECK (kind > 0);

-- Lists of a track or of a stage of § 25 are some kinds.
DROP INDEX case_row_open_track;
DROP INDEX case_row_open_stage;
-- For each order of a list. The last column lets a list that is narrowed by the other day be read from the index alone. Two
-- indexes of every case are what registering has room for: a list by number is read from the first, or as the cases lie.
CREATE INDEX case_row_kind_due ON case_row (kind, due_order, request, letter, received_on);
CREATE INDEX case_row_kind_received ON case_row (kind, received_on, request, letter, due_order);
-- Cases that may wait for an answer.
CREATE INDEX case_row_kind_asked ON case_row (kind, request, letter) WHERE question_since_on IS NOT NULL;

-- Closed cases, which registering does not write.
CREATE INDEX case_row_closed_received ON case_row (received_on, request, letter) WHERE phase = 'closed';
CREATE INDEX case_row_closed_assignee
    ON case_row (assignee, due_order, request, letter, received_on, register, "right", track, outcome)
    WHERE phase = 'closed' AND assignee IS NOT NULL;

-- What a user keeps of lists: the order and the columns of the work list, as JSON. It is no part of the record.
CREATE TABLE list_choice (
    user TEXT NOT NULL PRIMARY KEY CHECK (user <> ''),
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

-- Saved views: what a user narrows the work list to, by a name. It holds no person and no words that were searched for.
CREATE TABLE saved_view (
    owner TEXT NOT NULL CHECK (owner <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    -- Whether everybody in the office has it in the navigation.
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (owner, name)
) STRICT, WITHOUT ROWID;
