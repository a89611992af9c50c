-- Times are milliseconds since the epoch. JSON columns hold UTF-8 text. Nothing here cascades: history is never deleted by accident.

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE category (
  id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, parent_id TEXT REFERENCES category(id), position INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL, description TEXT NOT NULL DEFAULT '{}', version INTEGER NOT NULL DEFAULT 1, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE tag (slug TEXT PRIMARY KEY, title TEXT NOT NULL DEFAULT '{}', created_at INTEGER NOT NULL) STRICT;

CREATE TABLE synonym (
  id TEXT PRIMARY KEY, locale TEXT NOT NULL, terms TEXT NOT NULL, direction TEXT NOT NULL CHECK (direction IN ('both', 'one-way')), created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE media (
  id TEXT PRIMARY KEY, file_name TEXT NOT NULL, media_type TEXT NOT NULL, extension TEXT NOT NULL, bytes INTEGER NOT NULL, width INTEGER, height INTEGER,
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL
) STRICT;

CREATE TABLE article (
  id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, category_id TEXT REFERENCES category(id), tags TEXT NOT NULL DEFAULT '[]',
  audience TEXT NOT NULL CHECK (audience IN ('public', 'internal')), channels TEXT, owner TEXT, review_every_days INTEGER, source_id TEXT UNIQUE,
  metadata TEXT NOT NULL DEFAULT '{}', version INTEGER NOT NULL DEFAULT 1, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, deleted_at INTEGER
) STRICT;
CREATE INDEX article_updated ON article(updated_at DESC, id);

CREATE TABLE translation (
  article_id TEXT NOT NULL REFERENCES article(id), locale TEXT NOT NULL, title TEXT NOT NULL, short_answer TEXT NOT NULL, questions TEXT NOT NULL,
  document TEXT NOT NULL, variations TEXT NOT NULL, hash TEXT NOT NULL, version INTEGER NOT NULL, updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL,
  live_revision INTEGER, live_release INTEGER,
  PRIMARY KEY (article_id, locale)
) STRICT;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article(id), locale TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
  short_answer TEXT NOT NULL, questions TEXT NOT NULL, document TEXT NOT NULL, variations TEXT NOT NULL, metadata TEXT NOT NULL, hash TEXT NOT NULL,
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
  UNIQUE (article_id, locale, number)
) STRICT;

CREATE TABLE fact (
  key TEXT PRIMARY KEY, type TEXT NOT NULL, unit TEXT, title TEXT NOT NULL, "values" TEXT NOT NULL, version INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL, live_revision INTEGER
) STRICT;
CREATE TABLE fact_revision (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, number INTEGER NOT NULL, type TEXT NOT NULL, unit TEXT, title TEXT NOT NULL, "values" TEXT NOT NULL,
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, UNIQUE (key, number)
) STRICT;

CREATE TABLE snippet (
  key TEXT PRIMARY KEY, title TEXT NOT NULL, documents TEXT NOT NULL, version INTEGER NOT NULL, updated_at INTEGER NOT NULL, updated_by TEXT NOT NULL,
  live_revision INTEGER
) STRICT;
CREATE TABLE snippet_revision (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL, documents TEXT NOT NULL, created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL, UNIQUE (key, number)
) STRICT;

CREATE TABLE release (
  number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL CHECK (kind IN ('publish', 'validity', 'rollback', 'recompile')), note TEXT NOT NULL,
  author TEXT NOT NULL, scope TEXT NOT NULL, restores INTEGER, published_at INTEGER NOT NULL
) STRICT;
CREATE INDEX release_published ON release(published_at);

-- What went live when: a row says "from this release on, this revision"; NULL says "from this release on, nothing".
CREATE TABLE publication (
  id INTEGER PRIMARY KEY, article_id TEXT NOT NULL, locale TEXT NOT NULL, release INTEGER NOT NULL, revision INTEGER, UNIQUE (article_id, locale, release)
) STRICT;
CREATE INDEX publication_release ON publication(release);
CREATE TABLE fact_publication (id INTEGER PRIMARY KEY, key TEXT NOT NULL, release INTEGER NOT NULL, revision INTEGER, UNIQUE (key, release)) STRICT;
CREATE TABLE snippet_publication (id INTEGER PRIMARY KEY, key TEXT NOT NULL, release INTEGER NOT NULL, revision INTEGER, UNIQUE (key, release)) STRICT;

-- Compiled answers, insert-only. op 'delete': not in this channel from this release on; 'move': the slug now belongs to the article's new slug.
-- body: the stored reply of the base form; profiles: the vendor dialects of the same answer, one JSON object.
CREATE TABLE rendition (
  id INTEGER PRIMARY KEY, channel TEXT NOT NULL, locale TEXT NOT NULL, slug TEXT NOT NULL, article_id TEXT NOT NULL, release INTEGER NOT NULL, revision INTEGER,
  op TEXT NOT NULL CHECK (op IN ('upsert', 'delete', 'move')), hash TEXT, summary BLOB, body BLOB, profiles BLOB,
  UNIQUE (channel, locale, slug, release)
) STRICT;
CREATE INDEX rendition_article ON rendition(article_id, locale, release);

-- The current rendition of every slug in every channel; a plain pointer into rendition.
CREATE TABLE head (
  id INTEGER PRIMARY KEY, channel TEXT NOT NULL, locale TEXT NOT NULL, slug TEXT NOT NULL, article_id TEXT NOT NULL, release INTEGER NOT NULL,
  rendition_id INTEGER NOT NULL REFERENCES rendition(id), category TEXT, UNIQUE (channel, locale, slug)
) STRICT;
CREATE INDEX head_list ON head(channel, locale, release DESC, slug);
CREATE INDEX head_category ON head(channel, locale, category);
CREATE INDEX head_article ON head(article_id, locale);
CREATE INDEX head_slug ON head(slug);
-- The tags under which a live translation is listed, in whichever channels it is.
CREATE TABLE live_tag (tag TEXT NOT NULL, article_id TEXT NOT NULL, locale TEXT NOT NULL, PRIMARY KEY (tag, article_id, locale)) STRICT, WITHOUT ROWID;
CREATE INDEX live_tag_article ON live_tag(article_id, locale);

CREATE TABLE feed (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, release INTEGER NOT NULL, channel TEXT NOT NULL, op TEXT NOT NULL CHECK (op IN ('upsert', 'delete')), slug TEXT NOT NULL,
  article_id TEXT NOT NULL, locale TEXT NOT NULL, hash TEXT, at INTEGER NOT NULL
) STRICT;
CREATE INDEX feed_channel ON feed(channel, seq);
CREATE INDEX feed_release ON feed(release);

CREATE TABLE redirect (slug TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article(id), release INTEGER NOT NULL) STRICT;

-- What a translation refers to: state 'draft' is rewritten with each save, 'live' with each release.
CREATE TABLE reference (
  id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('draft', 'live')), article_id TEXT NOT NULL, locale TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('fact', 'snippet', 'article', 'media')), key TEXT NOT NULL, UNIQUE (state, article_id, locale, kind, key)
) STRICT;
CREATE INDEX reference_key ON reference(state, kind, key);
-- The same for snippets, which may hold facts, links and pictures.
CREATE TABLE snippet_reference (
  id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('draft', 'live')), snippet TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
  UNIQUE (state, snippet, kind, key)
) STRICT;
CREATE INDEX snippet_reference_key ON snippet_reference(state, kind, key);

CREATE TABLE schedule (
  id TEXT PRIMARY KEY, note TEXT NOT NULL, author TEXT NOT NULL, content TEXT NOT NULL, publish_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('scheduled', 'published', 'failed', 'cancelled')), release INTEGER, problem TEXT, created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX schedule_due ON schedule(state, publish_at);

-- Instants at which a live fact changes its value by itself.
CREATE TABLE validity (
  id INTEGER PRIMARY KEY, fact TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed')), problem TEXT,
  UNIQUE (fact, at)
) STRICT;
CREATE INDEX validity_due ON validity(state, at);

CREATE TABLE ack (id INTEGER PRIMARY KEY, consumer TEXT NOT NULL, channel TEXT NOT NULL, release INTEGER NOT NULL, hashes TEXT, at INTEGER NOT NULL) STRICT;
CREATE INDEX ack_consumer ON ack(channel, consumer, at);

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY, article_id TEXT NOT NULL, locale TEXT NOT NULL, channel TEXT NOT NULL, release INTEGER NOT NULL, helpful INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY, topic TEXT NOT NULL, key TEXT NOT NULL, payload TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'done', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0, available_at INTEGER NOT NULL, leased_until INTEGER, last_error TEXT, created_at INTEGER NOT NULL, done_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox(state, topic, available_at);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, details TEXT NOT NULL,
  previous_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_at ON audit(at);
CREATE INDEX audit_action ON audit(action, at);
CREATE INDEX audit_actor ON audit(actor, at);

CREATE TABLE user (
  id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password_hash TEXT, roles TEXT NOT NULL, locale TEXT NOT NULL DEFAULT 'ru',
  session_version INTEGER NOT NULL DEFAULT 1, disabled_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE api_key (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL, channel TEXT, expires_at INTEGER, last_used_at INTEGER,
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, revoked_at INTEGER
) STRICT;

CREATE TABLE idempotency (
  id INTEGER PRIMARY KEY, actor TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('running', 'done')), status INTEGER,
  headers TEXT, body BLOB, created_at INTEGER NOT NULL, UNIQUE (actor, key)
) STRICT;

CREATE TABLE import_job (
  id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')), dry_run INTEGER NOT NULL, publish INTEGER NOT NULL, report TEXT NOT NULL,
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, finished_at INTEGER
) STRICT;

-- History is insert-only: the database itself refuses to change or lose it.
CREATE TRIGGER revision_immutable BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'revision is insert-only'); END;
CREATE TRIGGER revision_kept BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'revision is insert-only'); END;
CREATE TRIGGER fact_revision_immutable BEFORE UPDATE ON fact_revision BEGIN SELECT RAISE(ABORT, 'fact_revision is insert-only'); END;
CREATE TRIGGER fact_revision_kept BEFORE DELETE ON fact_revision BEGIN SELECT RAISE(ABORT, 'fact_revision is insert-only'); END;
CREATE TRIGGER snippet_revision_immutable BEFORE UPDATE ON snippet_revision BEGIN SELECT RAISE(ABORT, 'snippet_revision is insert-only'); END;
CREATE TRIGGER snippet_revision_kept BEFORE DELETE ON snippet_revision BEGIN SELECT RAISE(ABORT, 'snippet_revision is insert-only'); END;
CREATE TRIGGER release_immutable BEFORE UPDATE ON release BEGIN SELECT RAISE(ABORT, 'release is insert-only'); END;
CREATE TRIGGER release_kept BEFORE DELETE ON release BEGIN SELECT RAISE(ABORT, 'release is insert-only'); END;
CREATE TRIGGER publication_immutable BEFORE UPDATE ON publication BEGIN SELECT RAISE(ABORT, 'publication is insert-only'); END;
CREATE TRIGGER publication_kept BEFORE DELETE ON publication BEGIN SELECT RAISE(ABORT, 'publication is insert-only'); END;
CREATE TRIGGER rendition_immutable BEFORE UPDATE ON rendition BEGIN SELECT RAISE(ABORT, 'rendition is insert-only'); END;
CREATE TRIGGER rendition_kept BEFORE DELETE ON rendition BEGIN SELECT RAISE(ABORT, 'rendition is insert-only'); END;
CREATE TRIGGER feed_immutable BEFORE UPDATE ON feed BEGIN SELECT RAISE(ABORT, 'feed is insert-only'); END;
CREATE TRIGGER audit_immutable BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is insert-only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is insert-only'); END;
