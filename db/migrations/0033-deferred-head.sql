-- The reference is checked at the commit: checked at once, SQLite keeps a journal of every statement that moves a head, which took six times as long as the move.
CREATE TABLE head_deferred (
  id INTEGER PRIMARY KEY, channel TEXT NOT NULL, locale TEXT NOT NULL, slug TEXT NOT NULL, article_id TEXT NOT NULL, release INTEGER NOT NULL,
  rendition_id INTEGER NOT NULL REFERENCES rendition(id) DEFERRABLE INITIALLY DEFERRED, category TEXT, UNIQUE (channel, locale, slug)
) STRICT;
INSERT INTO head_deferred SELECT id, channel, locale, slug, article_id, release, rendition_id, category FROM head;
DROP TABLE head;
ALTER TABLE head_deferred RENAME TO head;
CREATE INDEX head_list ON head(channel, locale, release DESC, slug);
CREATE INDEX head_category ON head(channel, locale, category);
CREATE INDEX head_article ON head(article_id, locale);
CREATE INDEX head_slug ON head(slug);
