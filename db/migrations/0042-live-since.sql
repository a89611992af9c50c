-- When what is live of each translation was first published, beside the rest of what is live: lists by the next look read it from the same index.
ALTER TABLE translation ADD COLUMN live_since INTEGER;
UPDATE translation SET live_since = (SELECT min(r.published_at) FROM publication p JOIN release r ON r.number = p.release
  WHERE p.article_id = translation.article_id AND p.locale = translation.locale AND p.revision = translation.live_revision) WHERE live_revision IS NOT NULL;
DROP INDEX translation_state;
CREATE INDEX translation_state ON translation(article_id, locale, live_revision, hash, live_since, live_hash, live_metadata, title, version, updated_at, updated_by);
