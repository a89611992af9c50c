-- Where imported articles were on another site, so that old links lead to them. Paths are decoded and end without a slash.
CREATE TABLE old_address (path TEXT PRIMARY KEY, article_id TEXT NOT NULL, locale TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
CREATE INDEX old_address_article ON old_address(article_id);
CREATE INDEX import_job_created ON import_job(created_at);
