-- What live answers lose, of level warning: a loss that stops a release is never live. Written with each release of the translation.
CREATE TABLE live_loss (
  id INTEGER PRIMARY KEY, article_id TEXT NOT NULL, locale TEXT NOT NULL, channel TEXT NOT NULL, path TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL
) STRICT;
CREATE INDEX live_loss_translation ON live_loss(article_id, locale);

-- What a schedule names, as `release.scope`: lists of it need not read its content.
ALTER TABLE schedule ADD COLUMN scope TEXT NOT NULL DEFAULT '{"articles":[],"withdraw":[],"facts":[],"snippets":[]}';

-- Titles and states of all translations are read from here, without the pages of their documents.
CREATE INDEX translation_state ON translation(article_id, locale, live_revision, hash, title, version, updated_at, updated_by);
CREATE INDEX revision_state ON revision(article_id, locale, number, hash, metadata);
