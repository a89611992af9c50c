-- A review of one translation as it was when it was asked for. `hash` is over content and metadata as they would be published: an approval holds for this hash
-- and for no other. `contribution` is the last change of the draft that an approval has seen; `authors` are those who had changed it until then.
CREATE TABLE review (
  id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article(id), locale TEXT NOT NULL, hash TEXT NOT NULL, content_hash TEXT NOT NULL,
  metadata TEXT NOT NULL, content TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'rejected', 'withdrawn', 'superseded')),
  note TEXT NOT NULL, requested_at INTEGER NOT NULL, requested_by TEXT NOT NULL,
  decided_at INTEGER, decided_by TEXT, reason TEXT, authors TEXT NOT NULL DEFAULT '[]', contribution INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX review_open ON review(article_id, locale) WHERE state = 'open';
CREATE INDEX review_translation ON review(article_id, locale, requested_at DESC);
CREATE INDEX review_state ON review(state, requested_at DESC);
CREATE INDEX review_requester ON review(requested_by, requested_at DESC);

-- Who changed what will be published, once per person and translation, with the number of the last change; locale '' is the article's metadata.
CREATE TABLE contribution (
  id INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL, locale TEXT NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL,
  UNIQUE (article_id, locale, actor)
) STRICT;
INSERT INTO contribution (article_id, locale, actor, at)
  SELECT substr(subject, 9), coalesce(details ->> 'locale', ''), actor, max(at) FROM audit
  WHERE subject LIKE 'article:%' AND action IN ('article.created', 'article.updated', 'translation.created', 'translation.saved')
  GROUP BY 1, 2, 3 ORDER BY max(id);

-- A remark on a place in the text: where it stood and the words it is about, so that it is found again after the text moved. Seen in the studio only.
CREATE TABLE comment (
  id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article(id), locale TEXT NOT NULL, review_id TEXT REFERENCES review(id),
  thread_id TEXT REFERENCES comment(id), path TEXT NOT NULL, quote TEXT NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL, created_at INTEGER NOT NULL,
  resolved_at INTEGER, resolved_by TEXT
) STRICT;
CREATE INDEX comment_translation ON comment(article_id, locale, created_at);
CREATE INDEX comment_thread ON comment(thread_id, created_at);

-- What a translation was last found to agree with: each block of the source and of the target as a hash, in pairs.
CREATE TABLE translation_match (
  article_id TEXT NOT NULL REFERENCES article(id), locale TEXT NOT NULL, source_locale TEXT NOT NULL, source_hash TEXT NOT NULL, pairs TEXT NOT NULL,
  marked_at INTEGER NOT NULL, marked_by TEXT NOT NULL, PRIMARY KEY (article_id, locale)
) STRICT;

-- A person's own way of looking at a list: the filters of its address under a name.
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY, person TEXT NOT NULL, list TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, created_at INTEGER NOT NULL,
  UNIQUE (person, list, name)
) STRICT;
