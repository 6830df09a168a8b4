-- Dates of a case beside those of its answer. Rows are made anew from the record in the same transaction.

-- By when data that are not kept for long have to be secured.
ALTER TABLE case_row ADD COLUMN secure_by_on TEXT CHECK (length(secure_by_on) = 10);
-- The date of the letter with the enkeltvedtak; the appeal is counted from when it arrives.
ALTER TABLE case_row ADD COLUMN decision_sent_on TEXT CHECK (length(decision_sent_on) = 10);
