-- What becomes of letters on their way: from when a decision can be appealed against, and which letters did not get through.
-- The rows are projections, made anew from the record in the same transaction, so the columns are added to a table whose
-- rows go.

DELETE FROM case_row;

-- The day that the time of appeal is counted from: when the decision is known to have arrived, or else when it was sent.
ALTER TABLE case_row RENAME COLUMN decision_sent_on TO appeal_from_on;
-- What that day is. Nothing is counted from a letter that came back.
ALTER TABLE case_row ADD COLUMN appeal_start TEXT
    CHECK (appeal_start IN ('sendt', 'tilgjengelig', 'fremme', 'retur')
        AND (appeal_start = 'retur') = (appeal_from_on IS NULL) OR appeal_start IS NULL AND appeal_from_on IS NULL);
-- A letter that did not get through, and from when somebody has to do something about it. Both or neither.
ALTER TABLE case_row ADD COLUMN undelivered TEXT CHECK (undelivered IN ('retur', 'ikke-apnet'));
ALTER TABLE case_row ADD COLUMN undelivered_from_on TEXT
    CHECK (length(undelivered_from_on) = 10 AND (undelivered IS NULL) = (undelivered_from_on IS NULL));

-- Letters that did not get through are few, and are looked for in closed cases as well.
CREATE INDEX case_row_undelivered ON case_row (due_order, request, letter) WHERE undelivered_from_on IS NOT NULL;
CREATE INDEX case_row_undelivered_waiting ON case_row (request, letter) WHERE undelivered_from_on IS NOT NULL;
