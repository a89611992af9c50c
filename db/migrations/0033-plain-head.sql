-- Without the reference to rendition: to move a head SQLite looked up the rendition that it leaves, a cold page of the largest table, which took six times as
-- long as the move. `istok verify` finds a head that points nowhere.
CREATE TABLE head_plain (
  id INTEGER PRIMARY KEY, channel TEXT NOT NULL, locale TEXT NOT NULL, slug TEXT NOT NULL, article_id TEXT NOT NULL, release INTEGER NOT NULL,
  rendition_id INTEGER NOT NULL, category TEXT, UNIQUE (channel, locale, slug)
) STRICT;
INSERT INTO head_plain SELECT id, channel, locale, slug, article_id, release, rendition_id, category FROM head;
DROP TABLE head;
ALTER TABLE head_plain RENAME TO head;
CREATE INDEX head_list ON head(channel, locale, release DESC, slug);
CREATE INDEX head_category ON head(channel, locale, category);
CREATE INDEX head_article ON head(article_id, locale);
CREATE INDEX head_slug ON head(slug);
