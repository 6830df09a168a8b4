-- Lists that are narrowed are read in their order from an index alone as far as a page reaches: after the order stand the kind of the
-- case, the days that it may be narrowed by, and what tells of its drawer, so that the case itself is looked up only when it stands on
-- the page. What is open has an index for each order. What is closed is read as it lies in the order of numbers. The rows are
-- projections, made anew from the record in the same transaction, so the column is exchanged in a table whose rows go.

DELETE FROM case_row;

DROP INDEX case_row_open;
DROP INDEX case_row_open_assignee;
DROP INDEX case_row_open_extended;
DROP INDEX case_row_closed;
DROP INDEX case_row_closed_assignee;
DROP INDEX case_row_closed_received;
DROP INDEX case_row_closed_waiting;
DROP INDEX case_row_waiting;
DROP INDEX case_row_undelivered;
DROP INDEX case_row_complaint;
DROP INDEX case_row_kind_due;
DROP INDEX case_row_kind_received;

-- The due day to sort by. SQLite reads no index alone that has a generated column in it, so it is written, and held to what it is
-- made of.
ALTER TABLE case_row DROP COLUMN due_order;
ALTER TABLE case_row ADD COLUMN due_order TEXT NOT NULL DEFAULT '9999-12-31' CHECK (due_order = ifnull(due_on, '9999-12-31'));

CREATE INDEX case_row_open
    ON case_row (due_order, request, letter, kind, received_on, reopened_on, phase) WHERE phase <> 'closed';
CREATE INDEX case_row_open_received
    ON case_row (received_on, request, letter, kind, due_order, reopened_on, phase) WHERE phase <> 'closed';
CREATE INDEX case_row_open_number
    ON case_row (request, letter, kind, received_on, due_order, reopened_on, phase) WHERE phase <> 'closed';
CREATE INDEX case_row_closed
    ON case_row (due_order, request, letter, kind, received_on, reopened_on, phase) WHERE phase = 'closed';
CREATE INDEX case_row_closed_received
    ON case_row (received_on, request, letter, kind, due_order, reopened_on, phase) WHERE phase = 'closed';

-- Those of one colleague.
CREATE INDEX case_row_open_assignee
    ON case_row (assignee, due_order, request, letter, kind, received_on, reopened_on, phase)
    WHERE phase <> 'closed' AND assignee IS NOT NULL;
CREATE INDEX case_row_closed_assignee
    ON case_row (assignee, due_order, request, letter, kind, received_on, reopened_on, phase)
    WHERE phase = 'closed' AND assignee IS NOT NULL;

-- Those that wait for an answer.
CREATE INDEX case_row_waiting ON case_row (request, letter, kind, received_on, question_since_on, phase)
    WHERE phase <> 'closed' AND question_since_on IS NOT NULL;
CREATE INDEX case_row_closed_waiting ON case_row (request, letter, kind, received_on, question_since_on, phase)
    WHERE phase = 'closed' AND question_since_on IS NOT NULL;

-- What comes seldom is read kind by kind. What is open lies together, so that it stays in memory however much is closed; by day of receipt
-- only what is closed is so much that it needs an index of its own.
CREATE INDEX case_row_kind_open
    ON case_row (kind, due_order, request, letter, received_on, reopened_on, phase) WHERE phase <> 'closed';
CREATE INDEX case_row_kind_closed
    ON case_row (kind, due_order, request, letter, received_on, reopened_on, phase) WHERE phase = 'closed';
CREATE INDEX case_row_kind_received
    ON case_row (kind, received_on, request, letter, due_order, reopened_on, phase) WHERE phase = 'closed';

-- What is looked for among all cases, and is little.
CREATE INDEX case_row_open_extended ON case_row (due_order, request, letter) WHERE phase <> 'closed' AND extended_on IS NOT NULL;
CREATE INDEX case_row_undelivered ON case_row (due_order, request, letter) WHERE undelivered_from_on IS NOT NULL;
CREATE INDEX case_row_complaint ON case_row (due_order, request, letter) WHERE complaint IS NOT NULL;
