-- An answer that a person keeps at hand in the operator panel.
CREATE TABLE favourite (
  person TEXT NOT NULL, article_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (person, article_id)
) STRICT, WITHOUT ROWID;

-- Up to where in the feed a person has seen what changed: the mark of the last shift.
CREATE TABLE shift (
  person TEXT PRIMARY KEY, seq INTEGER NOT NULL, release INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT;

-- What somebody who works with answers found wrong or outdated; open until somebody who may write settles it. Seen by staff only.
CREATE TABLE report (
  id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article(id), locale TEXT NOT NULL, release INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('outdated', 'wrong')), note TEXT NOT NULL,
  reported_at INTEGER NOT NULL, reported_by TEXT NOT NULL, reporter TEXT NOT NULL,
  resolved_at INTEGER, resolved_by TEXT, resolution TEXT
) STRICT;
CREATE INDEX report_open ON report(reported_at DESC) WHERE resolved_at IS NULL;
CREATE INDEX report_article ON report(article_id, reported_at DESC);

-- A page of another system in which the operator panel may stand: the origins that may frame it.
CREATE TABLE embedding (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, origins TEXT NOT NULL, created_at INTEGER NOT NULL, created_by TEXT NOT NULL, revoked_at INTEGER
) STRICT;

-- One-time tokens that were redeemed, until they have expired, and the frames that were opened with them. Only hashes are stored.
CREATE TABLE embedding_token (hash TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE embedding_session (
  hash TEXT PRIMARY KEY, embedding_id TEXT NOT NULL REFERENCES embedding(id), user_id TEXT NOT NULL, session_version INTEGER NOT NULL,
  created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
