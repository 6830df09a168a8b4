-- Lists that are narrowed are read in their order from an index alone as far as a page reaches: after the order stand the kind of the
-- case and the days that it may be narrowed by, so that the case itself is looked up only when it stands on the page.
-- What is open has an index for each order. What is closed is read as it lies in the order of numbers.

DROP INDEX case_row_open;
CREATE INDEX case_row_open ON case_row (due_order, request, letter, kind, received_on, reopened_on) WHERE phase <> 'closed';
CREATE INDEX case_row_open_received
    ON case_row (received_on, request, letter, kind, due_order, reopened_on) WHERE phase <> 'closed';
CREATE INDEX case_row_open_number
    ON case_row (request, letter, kind, received_on, due_order, reopened_on) WHERE phase <> 'closed';

DROP INDEX case_row_closed;
CREATE INDEX case_row_closed
    ON case_row (due_order, request, letter, kind, received_on, reopened_on) WHERE phase = 'closed';
DROP INDEX case_row_closed_received;
CREATE INDEX case_row_closed_received
    ON case_row (received_on, request, letter, kind, due_order, reopened_on) WHERE phase = 'closed';

-- Those of one colleague.
DROP INDEX case_row_open_assignee;
CREATE INDEX case_row_open_assignee
    ON case_row (assignee, due_order, request, letter, kind, received_on, reopened_on)
    WHERE phase <> 'closed' AND assignee IS NOT NULL;
DROP INDEX case_row_closed_assignee;
CREATE INDEX case_row_closed_assignee
    ON case_row (assignee, due_order, request, letter, kind, received_on, reopened_on)
    WHERE phase = 'closed' AND assignee IS NOT NULL;

-- Those that wait for an answer.
DROP INDEX case_row_waiting;
CREATE INDEX case_row_waiting ON case_row (request, letter, kind)
    WHERE phase <> 'closed' AND question_since_on IS NOT NULL;
DROP INDEX case_row_closed_waiting;
CREATE INDEX case_row_closed_waiting ON case_row (request, letter, kind)
    WHERE phase = 'closed' AND question_since_on IS NOT NULL;

-- What comes seldom is read kind by kind. What is open lies together, so that it stays in memory however much is closed; by day of receipt
-- only what is closed is so much that it needs an index of its own.
DROP INDEX case_row_kind_due;
CREATE INDEX case_row_kind_open ON case_row (kind, due_order, request, letter, received_on) WHERE phase <> 'closed';
CREATE INDEX case_row_kind_closed ON case_row (kind, due_order, request, letter, received_on) WHERE phase = 'closed';
DROP INDEX case_row_kind_received;
CREATE INDEX case_row_kind_received ON case_row (kind, received_on, request, letter, due_order) WHERE phase = 'closed';
