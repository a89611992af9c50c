-- Synonyms, tags and pictures are edited by several people, too: their rows carry a version for If-Match.
ALTER TABLE synonym ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE tag ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE media ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- What happened to one thing is read from the audit log.
CREATE INDEX audit_subject ON audit(subject, id);
CREATE INDEX article_category ON article(category_id);
