-- What was added to a case after it was handed in (补正), sealed and signed like the case itself.
CREATE TABLE supplement (
    id           TEXT PRIMARY KEY,           -- UUIDv7 made by this machine
    application  TEXT NOT NULL REFERENCES application(id),
    rev          INTEGER NOT NULL,           -- counts from 1 within the case
    manifest     BLOB,                       -- NULL once purged
    state        TEXT NOT NULL CHECK (state IN ('sealed','delivered','quarantined')),
    created_at   INTEGER NOT NULL,           -- ms since 1970
    delivered_at INTEGER,
    UNIQUE (application, rev)
) STRICT;

CREATE TABLE supplement_material (
    supplement TEXT NOT NULL REFERENCES supplement(id),
    hash       BLOB NOT NULL REFERENCES material(hash),
    PRIMARY KEY (supplement, hash)
) STRICT, WITHOUT ROWID;
