-- Restrictions and reservations that stand in force, and when somebody has to look at them again. The rows are projections,
-- made anew from the record in the same transaction, so the columns are added to a table whose rows go.

DELETE FROM case_row;

-- What stands in force, and since when. Both or neither.
ALTER TABLE case_row ADD COLUMN in_force TEXT
    CHECK (in_force IN ('begrensning', 'sperring', 'reservasjon', 'begrenset-lagring', 'protest-markedsforing'));
ALTER TABLE case_row ADD COLUMN in_force_since_on TEXT
    CHECK (length(in_force_since_on) = 10 AND (in_force IS NULL) = (in_force_since_on IS NULL));
-- When it is looked at again. Nothing is looked at again that is not in force.
ALTER TABLE case_row ADD COLUMN review_on TEXT CHECK (review_on IS NULL OR length(review_on) = 10 AND in_force IS NOT NULL);
-- What nobody has set a day for comes last.
ALTER TABLE case_row ADD COLUMN review_order TEXT
    GENERATED ALWAYS AS (ifnull(review_on, '9999-12-31')) VIRTUAL;

-- They are few, and most of them stand in closed cases.
CREATE INDEX case_row_in_force ON case_row (review_order, request, letter) WHERE in_force IS NOT NULL;
