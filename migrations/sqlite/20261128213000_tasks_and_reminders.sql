-- What units are asked for in a case, and what whoever has a case is reminded of. The rows are projections, made anew from the
-- record in the same transaction, so the columns are added to a table whose rows go.

DELETE FROM case_row;

-- Nothing where no unit is asked for anything; otherwise a line for each task that is not answered.
ALTER TABLE case_row ADD COLUMN tasks TEXT CHECK (tasks <> '' AND (tasks IS NULL OR phase <> 'closed'));
-- The earliest day that a reminder of the case can have.
ALTER TABLE case_row ADD COLUMN reminded_from_on TEXT CHECK (length(reminded_from_on) = 10);

CREATE INDEX case_row_reminded ON case_row (assignee, reminded_from_on, request, letter)
    WHERE assignee IS NOT NULL AND reminded_from_on IS NOT NULL;

-- Where the open tasks of a user are found, by the day on which the answer is wanted. What they are stands in the case's row.
CREATE TABLE task_row (
    owner TEXT NOT NULL CHECK (owner <> ''),
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    request INTEGER NOT NULL,
    letter INTEGER NOT NULL CHECK (letter >= 0),
    -- Its number in the case.
    task INTEGER NOT NULL CHECK (task >= 1),
    PRIMARY KEY (owner, due_on, request, letter, task)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_row_request ON task_row (request);
