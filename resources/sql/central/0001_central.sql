-- The central service's tables, the same on SQLite and PostgreSQL. Times are milliseconds since 1970.
-- A line that begins with "-- pg:" is run by PostgreSQL only. Personal content is sealed or under the vault's key.

CREATE TABLE device (
    id           text PRIMARY KEY,          -- 440399-000001
    number       bigint NOT NULL UNIQUE,    -- 24 bits of a receipt's key id
    name         text NOT NULL,             -- 自助机 01
    kind         text NOT NULL,             -- kiosk, counter
    district     text NOT NULL,             -- administrative code
    status       text NOT NULL,             -- active, revoked, stolen
    enrolled_at  bigint NOT NULL,
    token_hash   bytea,                     -- loopback default; NULL with certificates
    cert_sha256  bytea,
    cert_until   bigint,
    last         bigint NOT NULL DEFAULT 0, -- newest number of its feed
    trimmed      bigint NOT NULL DEFAULT 0, -- feed rows up to here are gone
    reported_at  bigint NOT NULL DEFAULT 0,
    report       text NOT NULL DEFAULT '{}',
    audit_n      bigint NOT NULL DEFAULT 0, -- the newest head of its own chain that we countersigned
    audit_head   bytea
);

-- Receipt and manifest keys by generation; an old one stays for checking what it signed in its time.
CREATE TABLE device_key (
    device     text NOT NULL REFERENCES device(id),
    generation bigint NOT NULL,
    algorithm  text NOT NULL,
    public_key bytea NOT NULL,
    valid_from bigint NOT NULL,
    not_after  bigint,                      -- set when revoked: later receipts are refused
    PRIMARY KEY (device, generation)
);

CREATE TABLE enrolment (
    code_hash  bytea PRIMARY KEY,           -- the code itself is only on paper
    device     text NOT NULL,
    number     bigint NOT NULL,
    name       text NOT NULL,
    kind       text NOT NULL,
    district   text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at    bigint,
    key_hash   bytea,                       -- of the key that used it: the same one may ask again for 24 h
    answer     text
);

CREATE TABLE application (
    id          text PRIMARY KEY,           -- UUIDv7 made by the kiosk
    device      text NOT NULL REFERENCES device(id),
    dseq        bigint NOT NULL,            -- the kiosk's own running number
    item        text NOT NULL,
    package     text NOT NULL,              -- digest of the item package it is pinned to
    state       text NOT NULL,              -- received, open, held, closed
    held_why    text NOT NULL DEFAULT '',   -- a stable word; a person looks at it
    received_at bigint NOT NULL,            -- the legal time
    filled_at   bigint NOT NULL,            -- what the kiosk claims
    receipt_id  bytea UNIQUE,
    manifest    bytea NOT NULL,             -- as it came: sealed and signed
    UNIQUE (device, dseq)
);
CREATE INDEX application_received ON application (received_at) WHERE state = 'received';

CREATE TABLE supplement (
    application text NOT NULL REFERENCES application(id),
    id          text NOT NULL,
    rev         bigint NOT NULL,            -- 1, 2, 3: in order
    state       text NOT NULL,              -- received, applied, held
    received_at bigint NOT NULL,
    manifest    bytea NOT NULL,
    PRIMARY KEY (application, id),
    UNIQUE (application, rev)
);
CREATE INDEX supplement_received ON supplement (received_at) WHERE state = 'received';

-- Ciphertext of materials; the bytes lie in files named by h.
CREATE TABLE blob (
    h          bytea PRIMARY KEY,           -- SHA-256 of the ciphertext
    size       bigint NOT NULL,
    got        bigint NOT NULL,             -- bytes on disk and flushed
    state      text NOT NULL,               -- part, done
    device     text NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE material (
    application text NOT NULL REFERENCES application(id),
    n           bigint NOT NULL,            -- 1, 2, 3 within the application
    h           bytea NOT NULL,
    kind        text NOT NULL,              -- what the item calls it
    mime        text NOT NULL,
    size        bigint NOT NULL,
    sealed_name bytea NOT NULL,             -- vault: the name a person reads
    PRIMARY KEY (application, n)
);
CREATE INDEX material_h ON material (h);

-- One answer for one client-made id, for ever for applications, 30 days for others.
CREATE TABLE idem (
    device    text NOT NULL,
    k         text NOT NULL,
    body_hash bytea NOT NULL,
    status    bigint NOT NULL,
    answer    text NOT NULL,
    at        bigint NOT NULL,
    PRIMARY KEY (device, k)
);

-- What a device must hear, without gaps. No personal values.
CREATE TABLE event (
    device      text NOT NULL REFERENCES device(id),
    dseq        bigint NOT NULL,
    application text NOT NULL,
    kind        text NOT NULL,
    body        text NOT NULL,
    at          bigint NOT NULL,
    -- pg: xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (device, dseq)
);

-- The journal of a case, the only truth about it.
CREATE TABLE journal (
    application text NOT NULL REFERENCES application(id),
    seq         bigint NOT NULL,
    epoch       bigint NOT NULL,
    kind        text NOT NULL,
    at          bigint NOT NULL,
    sealed      bytea NOT NULL,             -- vault: the event's canonical JSON
    hash        bytea NOT NULL,             -- SHA-256(previous hash || SHA-256(event))
    PRIMARY KEY (application, seq)
);

-- Rebuilt from the journal: what lists need, with masked names only.
CREATE TABLE case_head (
    application text PRIMARY KEY REFERENCES application(id),
    number      text NOT NULL,
    item        text NOT NULL,
    title       text NOT NULL,
    region      text NOT NULL,
    department  text NOT NULL,
    data_class  bigint NOT NULL,
    phase       text NOT NULL,              -- received, reviewing, supplement, approved, refused, withdrawn
    milestone   text NOT NULL,
    applicant   text NOT NULL,              -- 林**
    id_tail     bytea NOT NULL,             -- keyed digest of the last four of the ID number
    opened_at   bigint NOT NULL,
    closed_at   bigint,
    due_at      bigint,                     -- promised
    timer_at    bigint,                     -- when the process next wants to be woken
    seq         bigint NOT NULL,            -- of the journal
    rev         bigint NOT NULL DEFAULT 0,  -- supplements received
    notices     bigint NOT NULL DEFAULT 0,  -- supplement notices sent
    decision    text NOT NULL DEFAULT '',   -- the last one of staff
    accepted_by text NOT NULL DEFAULT '',   -- staff number; may not also decide
    sealed      bytea NOT NULL              -- vault: what the seal held (applicant, answers, receipt lines)
);
CREATE INDEX case_head_due ON case_head (phase, due_at);
CREATE INDEX case_head_timer ON case_head (timer_at) WHERE timer_at IS NOT NULL;

CREATE TABLE task (
    id          text PRIMARY KEY,
    application text NOT NULL REFERENCES application(id),
    step        bigint NOT NULL,            -- key of the element instance
    element     text NOT NULL,
    name        text NOT NULL,
    pool        text NOT NULL,
    region      text NOT NULL,
    department  text NOT NULL,
    prio        bigint NOT NULL DEFAULT 5,
    due_at      bigint NOT NULL,
    ready_at    bigint NOT NULL,
    state       text NOT NULL,              -- ready, leased, waiting, done
    owner       text NOT NULL DEFAULT '',
    lease_until bigint NOT NULL DEFAULT 0,
    lease_no    bigint NOT NULL DEFAULT 0,  -- fencing: an older number is refused
    UNIQUE (application, step)
);
CREATE INDEX task_ready ON task (pool, prio, due_at) WHERE state IN ('ready', 'leased');

CREATE TABLE staff (
    id           text PRIMARY KEY,          -- staff number
    name         text NOT NULL,
    role         text NOT NULL,
    region       text NOT NULL,             -- administrative code prefix
    department   text NOT NULL,             -- empty: all
    pools        text NOT NULL,             -- space separated
    password     text NOT NULL,             -- scrypt record
    totp         bytea NOT NULL,            -- vault
    totp_used    bigint NOT NULL DEFAULT 0, -- a code is good once
    failures     bigint NOT NULL DEFAULT 0,
    locked_until bigint NOT NULL DEFAULT 0,
    status       text NOT NULL              -- active, closed
);

CREATE TABLE terminal_lock (
    terminal     text PRIMARY KEY,
    failures     bigint NOT NULL,
    locked_until bigint NOT NULL,
    at           bigint NOT NULL
);

CREATE TABLE session (
    token_hash bytea PRIMARY KEY,
    staff      text NOT NULL REFERENCES staff(id),
    terminal   text NOT NULL,
    created_at bigint NOT NULL,
    seen_at    bigint NOT NULL,
    expires_at bigint NOT NULL
);

-- Break-glass: one record, 30 minutes, with a reason.
CREATE TABLE exception_grant (
    id          text PRIMARY KEY,
    staff       text NOT NULL,
    application text NOT NULL,
    reason      text NOT NULL,
    granted_at  bigint NOT NULL,
    expires_at  bigint NOT NULL
);

-- 谁看过我的材料: shown to the citizen.
CREATE TABLE access_view (
    id          text PRIMARY KEY,
    application text NOT NULL REFERENCES application(id),
    at          bigint NOT NULL,
    unit        text NOT NULL,
    role        text NOT NULL,
    staff       text NOT NULL,
    what        text NOT NULL,              -- case, material 2
    purpose     text NOT NULL
);
CREATE INDEX access_view_application ON access_view (application, at);

-- Written in the business transaction; the sealer moves it into the chain once a second.
CREATE TABLE audit_in (
    id          text PRIMARY KEY,           -- UUIDv7
    at          bigint NOT NULL,
    actor       text NOT NULL,              -- staff number or device
    terminal    text NOT NULL,
    action      text NOT NULL,
    object      text NOT NULL,
    result      text NOT NULL,
    detail_hash bytea NOT NULL              -- keyed; never a personal value
    -- pg: , xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE TABLE audit (
    n     bigint PRIMARY KEY,
    at    bigint NOT NULL,
    entry text NOT NULL,                    -- canonical JSON of the audit_in row
    hash  bytea NOT NULL                    -- chain
);
-- Signed heads: after each sealing run the newest, daily the Merkle root of the day's rows.
CREATE TABLE audit_head (
    n         bigint PRIMARY KEY,
    at        bigint NOT NULL,
    hash      bytea NOT NULL,
    root      bytea,
    signature bytea NOT NULL
);

CREATE TABLE outbox (
    id         text PRIMARY KEY,
    target     text NOT NULL,               -- another department's system, a message service
    body       bytea NOT NULL,
    state      text NOT NULL,
    not_before bigint NOT NULL,
    attempts   bigint NOT NULL DEFAULT 0
);
