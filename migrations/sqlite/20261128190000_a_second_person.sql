-- Whether a second person approves letters that refuse, tell of erasure or decide under helseregisterloven § 25.
ALTER TABLE setting ADD COLUMN second_person INTEGER NOT NULL DEFAULT 0 CHECK (second_person IN (0, 1));

-- Whether a letter of the case waits for a second person. No store has had one before this step.
ALTER TABLE case_row ADD COLUMN awaits_approval INTEGER NOT NULL DEFAULT 0 CHECK (awaits_approval IN (0, 1));
