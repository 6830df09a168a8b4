-- Projections: pure functions of the record. They may be dropped and made anew at any time, so their checks may
-- list every value that an enum has today.

CREATE TABLE request_row (
    request INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL CHECK (version >= 1),
    -- How many cases it has.
    cases INTEGER NOT NULL CHECK (cases >= 0),
    -- Whether its contents are sealed for those who may see protected persons.
    protected INTEGER NOT NULL CHECK (protected IN (0, 1)),
    -- A keyed digest of the sender's key, by which the same delivery is known again.
    delivery TEXT CHECK (length(delivery) = 32)
) STRICT;

-- The same delivery is registered once: registering looks here under the write lock. The index does not refuse a second
-- row, since making the rows anew must lose none, whatever the log holds.
CREATE INDEX request_row_delivery ON request_row (delivery) WHERE delivery IS NOT NULL;

CREATE TABLE case_row (
    request INTEGER NOT NULL,
    -- The place among the cases of the request, from 0: a, b, c.
    letter INTEGER NOT NULL CHECK (letter >= 0),
    register TEXT NOT NULL CHECK (register <> ''),
    "right" TEXT NOT NULL CHECK ("right" <> ''),
    -- The five ways that a case can go.
    track TEXT NOT NULL CHECK (track IN ('general', 'register-access', 'section-25', 'forward', 'not-held')),
    -- How a case is passed on, which only one that is forwarded is.
    mode TEXT CHECK (mode IS NULL OR (mode IN ('oversendes', 'henvises', 'bistand') AND track = 'forward')),
    handled_by TEXT NOT NULL CHECK (handled_by <> ''),
    phase TEXT NOT NULL CHECK (phase IN ('open', 'decided', 'answered', 'closed')),
    assignee TEXT CHECK (assignee <> ''),
    received_on TEXT NOT NULL CHECK (length(received_on) = 10),
    nominal_on TEXT NOT NULL CHECK (length(nominal_on) = 10),
    -- Nothing while the clock stands still.
    due_on TEXT CHECK (length(due_on) = 10),
    extension_notice_due_on TEXT CHECK (length(extension_notice_due_on) = 10),
    refusal_due_on TEXT CHECK (length(refusal_due_on) = 10),
    question_since_on TEXT CHECK (length(question_since_on) = 10),
    pauses_from_on TEXT CHECK (length(pauses_from_on) = 10),
    -- A decided case has an outcome; an open one has none yet.
    outcome TEXT CHECK ((outcome IS NULL OR phase <> 'open') AND (outcome IS NOT NULL OR phase <> 'decided')),
    identity_asked INTEGER NOT NULL CHECK (identity_asked IN (0, 1)),
    without_grounds INTEGER NOT NULL CHECK (without_grounds IN (0, 1)),
    -- What a list may show of a person; nothing of one who is protected.
    initials TEXT NOT NULL CHECK (initials = '' OR protected = 0),
    birth_year INTEGER CHECK (birth_year IS NULL OR protected = 0),
    masked_identity TEXT CHECK (masked_identity IS NULL OR protected = 0),
    protected INTEGER NOT NULL CHECK (protected IN (0, 1)),
    -- What lists are sorted by: a case whose clock stands still comes last.
    due_order TEXT NOT NULL GENERATED ALWAYS AS (ifnull(due_on, '9999-12-31')) STORED,
    PRIMARY KEY (request, letter)
) STRICT, WITHOUT ROWID;

-- The work list is open cases. Each index ends in the order of the list, so that a page is read from where it begins.
CREATE INDEX case_row_open ON case_row (due_order, request, letter) WHERE phase <> 'closed';
CREATE INDEX case_row_open_track ON case_row (track, due_order, request, letter) WHERE phase <> 'closed';
CREATE INDEX case_row_open_assignee ON case_row (assignee, due_order, request, letter)
    WHERE phase <> 'closed' AND assignee IS NOT NULL;
-- Cases that wait for an answer are few, and come last in the order of their numbers.
CREATE INDEX case_row_waiting ON case_row (request, letter) WHERE phase <> 'closed' AND question_since_on IS NOT NULL;
CREATE INDEX case_row_closed ON case_row (due_order, request, letter) WHERE phase = 'closed';

-- Counts that every commit keeps up, since counting a million cases takes a second. One row.
CREATE TABLE figures (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    requests INTEGER NOT NULL CHECK (requests >= 0),
    cases INTEGER NOT NULL CHECK (cases >= 0),
    open_cases INTEGER NOT NULL CHECK (open_cases BETWEEN 0 AND cases),
    open_section_25 INTEGER NOT NULL CHECK (open_section_25 BETWEEN 0 AND open_cases)
) STRICT;

INSERT INTO figures (only, requests, cases, open_cases, open_section_25) VALUES (1, 0, 0, 0, 0);
