-- A session is one sign-in in one browser. Ended rows stay for the record.
CREATE TABLE session (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES user(id), agent TEXT NOT NULL, address TEXT NOT NULL,
  started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, ended_at INTEGER
) STRICT;
CREATE INDEX session_user ON session(user_id, started_at);

-- Who a user is at the organisation's own sign-in service.
CREATE TABLE identity (
  id INTEGER PRIMARY KEY, issuer TEXT NOT NULL, subject TEXT NOT NULL, user_id TEXT NOT NULL REFERENCES user(id), created_at INTEGER NOT NULL, UNIQUE (issuer, subject)
) STRICT;

-- Roles that hold in one category and below it only: [{"role": "author", "category": id}].
ALTER TABLE user ADD COLUMN grants TEXT NOT NULL DEFAULT '[]';
