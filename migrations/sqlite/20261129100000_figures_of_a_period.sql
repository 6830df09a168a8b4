-- What the figures of a period need of a case beside what lists show: when its person first got word, how long it stood still, and the
-- complaints about it. The rows are projections, made anew from the record in the same transaction, so the columns are added to a table
-- whose rows go.

DELETE FROM case_row;

-- When the person first got word; a case that was opened again after its answer keeps that day. Whoever has had no word has none.
ALTER TABLE case_row ADD COLUMN first_answered_on TEXT
    CHECK (length(first_answered_on) = 10 AND (answered_on IS NULL OR first_answered_on IS answered_on)
        AND (first_answered_on IS NULL OR answered_on IS NOT NULL OR reopened_on IS NOT NULL));
-- The calendar days that ended pauses add to the last day to answer.
ALTER TABLE case_row ADD COLUMN suspended_days INTEGER NOT NULL DEFAULT 0 CHECK (suspended_days >= 0);
-- A line for each complaint: when it came, and where it was made.
ALTER TABLE case_row ADD COLUMN complaints_made TEXT CHECK (complaints_made <> '');

-- The answers of a period are read from this index alone: the kind of a case says its register, right, track and outcome. Nothing of it
-- is written before a case is answered, so registering pays nothing for it.
CREATE INDEX case_row_first_answered
    ON case_row (first_answered_on, kind, received_on, due_on, suspended_days, extended_on) WHERE first_answered_on IS NOT NULL;
-- Cases that somebody complained about are few.
CREATE INDEX case_row_complained ON case_row (kind, complaints_made) WHERE complaints_made IS NOT NULL;
