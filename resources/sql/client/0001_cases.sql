-- What a kiosk or counter keeps on its own disk. Nothing here says who the citizen is:
-- answers and scans are sealed to the central key before they arrive (application.manifest, material.bytes).
CREATE TABLE application (
    id          TEXT PRIMARY KEY,            -- UUIDv7 made by this machine
    dseq        INTEGER NOT NULL UNIQUE,     -- this machine's own running number
    item        TEXT NOT NULL,               -- item folder name, e.g. residence-permit
    package     TEXT NOT NULL,               -- digest of the item package the case is pinned to
    manifest    BLOB,                        -- sealed and signed; NULL once purged
    state       TEXT NOT NULL CHECK (state IN ('sealed','uploading','delivered','confirmed','quarantined','exported')),
    created_at  INTEGER NOT NULL,            -- ms since 1970
    delivered_at INTEGER
) STRICT;

-- The journal: digests of the events, chained; the events themselves travel inside the manifest.
CREATE TABLE event (
    case_id TEXT NOT NULL REFERENCES application(id),
    seq     INTEGER NOT NULL,
    epoch   INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    digest  BLOB NOT NULL,                   -- SHA-256 of the canonical event
    hash    BLOB NOT NULL,                   -- SHA-256(previous hash || digest)
    PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE material (
    hash  BLOB PRIMARY KEY,                  -- SHA-256 of the ciphertext
    bytes BLOB,                              -- ciphertext; NULL once purged
    size  INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting','stored'))
) STRICT;

CREATE TABLE application_material (
    application TEXT NOT NULL REFERENCES application(id),
    hash        BLOB NOT NULL REFERENCES material(hash),
    PRIMARY KEY (application, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    n          INTEGER PRIMARY KEY,
    lane       TEXT NOT NULL,                -- submit, blobs, telemetry
    ref        TEXT NOT NULL,                -- application id or blob hash in hex
    state      TEXT NOT NULL CHECK (state IN ('waiting','done','quarantined')),
    tries      INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    last_error TEXT NOT NULL DEFAULT '',
    UNIQUE (lane, ref)
) STRICT;
CREATE INDEX outbox_due ON outbox (lane, not_before, n) WHERE state = 'waiting';

CREATE TABLE receipt (
    rid        BLOB PRIMARY KEY,             -- 12 random bytes of TB1
    application TEXT NOT NULL UNIQUE REFERENCES application(id),
    number     TEXT NOT NULL UNIQUE,
    url        TEXT NOT NULL,
    prints     INTEGER NOT NULL DEFAULT 0    -- how often it was printed; more than one is marked 补打
) STRICT;

-- What the centre has told this machine, in its order.
CREATE TABLE inbox (
    dseq        INTEGER PRIMARY KEY,
    application TEXT NOT NULL,
    kind        TEXT NOT NULL,
    body        TEXT NOT NULL,
    at          INTEGER NOT NULL
) STRICT;
CREATE INDEX inbox_application ON inbox (application, dseq);

CREATE TABLE cursor (k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What this machine did, chained; see audit_chain.h.
CREATE TABLE audit (
    n    INTEGER PRIMARY KEY,
    at   INTEGER NOT NULL,
    what TEXT NOT NULL,                      -- verb and object, never a person
    prev BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
