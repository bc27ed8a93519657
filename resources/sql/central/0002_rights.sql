-- What the law on personal information asks for (PIPL art. 14-17, 19, 44-47): consent by version of the words shown, one
-- person's cases found by a keyed digest, his requests by two people; alarms; who one human being is behind accounts.

CREATE TABLE consent (
    application text PRIMARY KEY REFERENCES application(id),
    notice      text NOT NULL,              -- file of resources/notices
    version     text NOT NULL,
    sha256      bytea NOT NULL,             -- of the words shown
    lang        text NOT NULL,
    purposes    text NOT NULL,              -- apply, registers, face: space separated
    at          bigint NOT NULL
);

ALTER TABLE case_head ADD COLUMN person bytea;      -- keyed digest of the ID number; NULL until indexed
ALTER TABLE case_head ADD COLUMN restricted_at bigint; -- kept, but no longer worked with (PIPL art. 47)
CREATE INDEX case_head_person ON case_head (person);
CREATE INDEX case_head_closed ON case_head (item, closed_at) WHERE closed_at IS NOT NULL;

-- Erasing what the centre holds about one person: asked for by one, done by another.
CREATE TABLE subject_request (
    id          text PRIMARY KEY,
    person      bytea NOT NULL,
    kind        text NOT NULL,              -- erase
    reason      text NOT NULL,
    asked_by    text NOT NULL,
    asked_at    bigint NOT NULL,
    state       text NOT NULL,              -- waiting, done
    done_by     text NOT NULL DEFAULT '',
    done_at     bigint,
    outcome     text NOT NULL DEFAULT '{}'  -- erased, restricted, open: numbers
);

CREATE TABLE alarm (
    id      text PRIMARY KEY,
    at      bigint NOT NULL,
    kind    text NOT NULL,                  -- tamper, usb, signatures, audit-chain …
    source  text NOT NULL,                  -- device, terminal or staff number
    seen_by text NOT NULL DEFAULT '',
    seen_at bigint
);
CREATE INDEX alarm_at ON alarm (at);

-- One human being may have accounts under two numbers, but never two administrators' (GB/T 22239 8.1.5).
ALTER TABLE staff ADD COLUMN person text NOT NULL DEFAULT '';
UPDATE staff SET person = id;
