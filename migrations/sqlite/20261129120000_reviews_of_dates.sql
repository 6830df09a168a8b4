-- Where the data protection officer's review of a case's dates stands. The rows are projections, made anew from the record in the same
-- transaction, so the column is added to a table whose rows go.

DELETE FROM case_row;

-- Nothing for a case that was never taken up.
ALTER TABLE case_row ADD COLUMN review TEXT
    CHECK (review IN ('skal-vurderes', 'venter-svar', 'venter-avgjorelse', 'ferdig'));

-- Reviewed cases are few, and are looked for in closed ones as well: all of them, or those where something is left to do.
CREATE INDEX case_row_review ON case_row (request, letter) WHERE review IS NOT NULL;
CREATE INDEX case_row_review_open ON case_row (request, letter) WHERE review <> 'ferdig';
