-- Cases that were forwarded or withdrawn, and the columns of § 25 cases (helseregisterloven § 25). The tables are projections:
-- they are made anew from the record in the same transaction, so they are dropped here and not copied.

DROP TABLE case_row;
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
    -- A case that went to another body is not done before the person has been told.
    phase TEXT NOT NULL CHECK (
        phase IN ('open', 'decided', 'answered', 'forwarded', 'forwarded-told', 'withdrawn', 'closed')
    ),
    assignee TEXT CHECK (assignee <> ''),
    received_on TEXT NOT NULL CHECK (length(received_on) = 10),
    nominal_on TEXT NOT NULL CHECK (length(nominal_on) = 10),
    -- Nothing while the clock stands still.
    due_on TEXT CHECK (length(due_on) = 10),
    extension_notice_due_on TEXT CHECK (length(extension_notice_due_on) = 10),
    refusal_due_on TEXT CHECK (length(refusal_due_on) = 10),
    question_since_on TEXT CHECK (length(question_since_on) = 10),
    pauses_from_on TEXT CHECK (length(pauses_from_on) = 10),
    -- A case that has ended, or is decided, has an outcome; an open one has none yet.
    outcome TEXT CHECK (
        (outcome IS NULL OR phase <> 'open')
        AND (outcome IS NOT NULL OR phase NOT IN ('decided', 'forwarded', 'forwarded-told', 'withdrawn'))
    ),
    identity_asked INTEGER NOT NULL CHECK (identity_asked IN (0, 1)),
    -- What a § 25 case has, and only such a case: how far it has come, grounds, documents.
    section_25_stage TEXT CHECK (
        (section_25_stage IS NOT NULL) = (track = 'section-25')
        AND section_25_stage IN ('mangler-grunnlag', 'venter', 'vurderes', 'ikke-sendt', 'ferdig')
    ),
    grounds TEXT CHECK (
        (grounds IS NOT NULL) = (track = 'section-25') AND grounds IN ('mottatt', 'mangler', 'bedt-om')
    ),
    documents TEXT CHECK (
        (documents IS NOT NULL) = (track = 'section-25') AND documents IN ('mottatt', 'mangler', 'bedt-om')
    ),
    -- The two steps of § 25 first paragraph, which rectification has not. Both or neither.
    burdensome TEXT CHECK (
        (burdensome IS NULL OR track = 'section-25') AND burdensome IN ('ja', 'nei', 'ikke-aktuelt', 'gjenstar')
    ),
    public_interest TEXT CHECK (
        (public_interest IS NULL) = (burdensome IS NULL)
        AND public_interest IN ('ja', 'nei', 'ikke-aktuelt', 'gjenstar')
    ),
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
CREATE INDEX case_row_open_stage ON case_row (section_25_stage, due_order, request, letter)
    WHERE phase <> 'closed' AND section_25_stage IS NOT NULL;
CREATE INDEX case_row_open_assignee ON case_row (assignee, due_order, request, letter)
    WHERE phase <> 'closed' AND assignee IS NOT NULL;
-- Cases that wait for an answer are few, and come last in the order of their numbers.
CREATE INDEX case_row_waiting ON case_row (request, letter) WHERE phase <> 'closed' AND question_since_on IS NOT NULL;
CREATE INDEX case_row_closed ON case_row (due_order, request, letter) WHERE phase = 'closed';
-- Those that were closed with a question still open.
CREATE INDEX case_row_closed_waiting ON case_row (request, letter)
    WHERE phase = 'closed' AND question_since_on IS NOT NULL;

-- Counts that every commit keeps up, since counting a million cases takes a second. One row.
DROP TABLE figures;
CREATE TABLE figures (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    requests INTEGER NOT NULL CHECK (requests >= 0),
    cases INTEGER NOT NULL CHECK (cases >= 0),
    open_cases INTEGER NOT NULL CHECK (open_cases BETWEEN 0 AND cases),
    open_section_25 INTEGER NOT NULL CHECK (open_section_25 BETWEEN 0 AND open_cases),
    -- Of those, how many are at each stage that is not the last.
    section_25_without_basis INTEGER NOT NULL CHECK (section_25_without_basis >= 0),
    section_25_waiting INTEGER NOT NULL CHECK (section_25_waiting >= 0),
    section_25_assessed INTEGER NOT NULL CHECK (section_25_assessed >= 0),
    section_25_unsent INTEGER NOT NULL CHECK (section_25_unsent >= 0),
    CHECK (
        section_25_without_basis + section_25_waiting + section_25_assessed + section_25_unsent <= open_section_25
    )
) STRICT;

INSERT INTO figures VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0);
