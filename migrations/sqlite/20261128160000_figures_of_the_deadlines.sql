-- What the figures of the deadlines need of a case: the rule version and the questions that its dates are computed from on
-- the day of looking, the extension that is in force, and when the person got word. The rows are projections, made anew
-- from the record in the same transaction, so the columns are added to a table whose rows go.

DELETE FROM case_row;

-- The version of the rules that the dates follow. The value that the column is added with is of no row.
ALTER TABLE case_row ADD COLUMN rule_version TEXT NOT NULL DEFAULT '-' CHECK (length(rule_version) = 7);
-- Nothing where the person was asked nothing; otherwise a line for each question.
ALTER TABLE case_row ADD COLUMN questions TEXT
    CHECK (questions <> '' AND (questions IS NOT NULL OR question_since_on IS NULL));
-- When the notice of an extension in force was sent, and the answer that it told of. Both or neither.
ALTER TABLE case_row ADD COLUMN extended_on TEXT CHECK (length(extended_on) = 10);
ALTER TABLE case_row ADD COLUMN expected_on TEXT
    CHECK (length(expected_on) = 10 AND (expected_on IS NULL) = (extended_on IS NULL));
-- When the person got word. Whoever still waits for it has none.
ALTER TABLE case_row ADD COLUMN answered_on TEXT
    CHECK (length(answered_on) = 10 AND (answered_on IS NULL OR phase NOT IN ('open', 'decided', 'forwarded')));

-- The cases whose person still waits for word, by what they are counted by and with all that is asked when they are
-- counted, so that counting reads this index alone.
CREATE INDEX case_row_unanswered
    ON case_row (register, track, phase, due_on, question_since_on, pauses_from_on, extended_on)
    WHERE phase IN ('open', 'decided', 'forwarded');
-- Extended cases are few.
CREATE INDEX case_row_open_extended ON case_row (due_order, request, letter)
    WHERE phase <> 'closed' AND extended_on IS NOT NULL;
