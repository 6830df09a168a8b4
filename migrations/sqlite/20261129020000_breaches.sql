-- Breaches of personal data security that cases have shown, which have hours of their own and are worked on after the case is closed
-- as well. The rows are projections, made anew from the record in the same transaction, so the columns are added to a table whose
-- rows go.

DELETE FROM case_row;

-- The breach that somebody has to do something about first: its number in the case, when it became known, and until when the
-- next step is taken, in microseconds since 1970 UTC. Nothing where none is left.
ALTER TABLE case_row ADD COLUMN breach TEXT
    CHECK (breach IN ('skal-vurderes', 'mangler-begrunnelse', 'berorte-gjenstar'));
ALTER TABLE case_row ADD COLUMN breach_number INTEGER
    CHECK (breach_number >= 1 AND (breach_number IS NULL) = (breach IS NULL));
ALTER TABLE case_row ADD COLUMN breach_aware_at INTEGER CHECK ((breach_aware_at IS NULL) = (breach IS NULL));
ALTER TABLE case_row ADD COLUMN breach_due_at INTEGER CHECK ((breach_due_at IS NULL) = (breach IS NULL));

-- A line for each breach of the case that has a number in the office's system for them.
ALTER TABLE case_row ADD COLUMN breach_numbers TEXT CHECK (breach_numbers <> '');

-- Breaches are few, and are looked for in closed cases as well.
CREATE INDEX case_row_breach ON case_row (request, letter) WHERE breach IS NOT NULL;

-- Where the cases are found that have shown the same breach, by its number in that system, whatever its capitals.
CREATE TABLE breach_row (
    reference TEXT NOT NULL CHECK (reference <> ''),
    request INTEGER NOT NULL,
    letter INTEGER NOT NULL CHECK (letter >= 0),
    -- Its number in the case.
    breach INTEGER NOT NULL CHECK (breach >= 1),
    PRIMARY KEY (reference, request, letter, breach)
) STRICT, WITHOUT ROWID;

CREATE INDEX breach_row_request ON breach_row (request);
