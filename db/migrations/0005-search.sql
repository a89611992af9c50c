-- The search index, written with each release. One row for what all public channels say of a translation, one for what only internal channels add to it;
-- each audience has tables of its own, so that no statistic of one can be seen through the other. One FTS5 table for each field, whose scores are summed.
-- Content: the keys that the analyser gives, apart by spaces. The tables keep no text: a row is taken out by its number.
CREATE TABLE search_answer (
  id INTEGER PRIMARY KEY, article_id TEXT NOT NULL, locale TEXT NOT NULL, audience TEXT NOT NULL CHECK (audience IN ('public', 'internal')), hash TEXT NOT NULL,
  UNIQUE (article_id, locale, audience)
) STRICT;
CREATE VIRTUAL TABLE search_public_title USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_public_questions USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_public_short USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_public_tags USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_public_body USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_public_codes USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_internal_title USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_internal_questions USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_internal_short USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_internal_tags USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_internal_body USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
CREATE VIRTUAL TABLE search_internal_codes USING fts5(keys, content='', contentless_delete=1, tokenize="ascii tokenchars '''*#._+-'");
-- Every key with the number of rows that have it; a view on the tables, nothing stored.
CREATE VIRTUAL TABLE search_public_title_words USING fts5vocab(search_public_title, row);
CREATE VIRTUAL TABLE search_public_questions_words USING fts5vocab(search_public_questions, row);
CREATE VIRTUAL TABLE search_public_short_words USING fts5vocab(search_public_short, row);
CREATE VIRTUAL TABLE search_public_tags_words USING fts5vocab(search_public_tags, row);
CREATE VIRTUAL TABLE search_public_body_words USING fts5vocab(search_public_body, row);
CREATE VIRTUAL TABLE search_public_codes_words USING fts5vocab(search_public_codes, row);
CREATE VIRTUAL TABLE search_internal_title_words USING fts5vocab(search_internal_title, row);
CREATE VIRTUAL TABLE search_internal_questions_words USING fts5vocab(search_internal_questions, row);
CREATE VIRTUAL TABLE search_internal_short_words USING fts5vocab(search_internal_short, row);
CREATE VIRTUAL TABLE search_internal_tags_words USING fts5vocab(search_internal_tags, row);
CREATE VIRTUAL TABLE search_internal_body_words USING fts5vocab(search_internal_body, row);
CREATE VIRTUAL TABLE search_internal_codes_words USING fts5vocab(search_internal_codes, row);

-- Who may do alone what must not be done twice at once. `epoch` grows with every owner, so that one who comes back late notices.
CREATE TABLE lease (name TEXT PRIMARY KEY, owner TEXT NOT NULL, epoch INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT;

-- Under what name the receiver took the row over; it is done when the receiver says that this is done.
ALTER TABLE outbox ADD COLUMN receipt TEXT;
CREATE INDEX outbox_key ON outbox(topic, key, state);
