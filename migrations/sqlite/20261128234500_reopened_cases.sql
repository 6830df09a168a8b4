-- Cases that were answered and opened again: their month was over with the first answer, so they are never late by it. The
-- rows are projections, made anew from the record in the same transaction, so the column is added to a table whose rows go.

DELETE FROM case_row;

-- When the case was opened again after an answer. Nothing where it was not, and once it is answered anew.
ALTER TABLE case_row ADD COLUMN reopened_on TEXT
    CHECK (reopened_on IS NULL OR (length(reopened_on) = 10 AND phase IN ('open', 'decided', 'forwarded')));

-- Counting reads this index alone, so it holds what is asked of each case.
DROP INDEX case_row_unanswered;
CREATE INDEX case_row_unanswered
    ON case_row (register, track, phase, due_on, question_since_on, pauses_from_on, extended_on, reopened_on)
    WHERE phase IN ('open', 'decided', 'forwarded');
