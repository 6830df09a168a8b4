-- Complaints about the answer of a case, which have dates of their own and are worked on after the case is closed as well. The
-- rows are projections, made anew from the record in the same transaction, so the columns are added to a table whose rows go.

DELETE FROM case_row;

-- The complaint that somebody has to do something about first, and by when. Nothing where none is left.
ALTER TABLE case_row ADD COLUMN complaint TEXT
    CHECK (complaint IN ('mottatt', 'skal-oversendes', 'oversendt', 'skal-gjenapnes'));
ALTER TABLE case_row ADD COLUMN complaint_due_on TEXT
    CHECK (complaint_due_on IS NULL OR (length(complaint_due_on) = 10 AND complaint IS NOT NULL));

-- Where it was made, and whether the day is one that Datatilsynet gave. Any other is the office's own.
ALTER TABLE case_row ADD COLUMN complaint_kind TEXT
    CHECK (complaint_kind IN ('forvaltningsklage', 'datatilsynet') AND (complaint_kind IS NULL) = (complaint IS NULL));
ALTER TABLE case_row ADD COLUMN complaint_asked_for INTEGER NOT NULL DEFAULT 0
    CHECK (complaint_asked_for = 0 OR (complaint_asked_for = 1 AND complaint_due_on IS NOT NULL));

-- Complaints are few, and are looked for in closed cases as well.
CREATE INDEX case_row_complaint ON case_row (due_order, request, letter) WHERE complaint IS NOT NULL;
CREATE INDEX case_row_complaint_waiting ON case_row (request, letter) WHERE complaint IS NOT NULL;
