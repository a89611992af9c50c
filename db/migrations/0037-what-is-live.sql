-- What of each translation is live, beside its draft: whether they differ is then read from one index, without a look at the revision for every row of a list.
ALTER TABLE translation ADD COLUMN live_hash TEXT;
ALTER TABLE translation ADD COLUMN live_metadata TEXT;
UPDATE translation SET (live_hash, live_metadata) = (SELECT r.hash, r.metadata FROM revision r
  WHERE r.article_id = translation.article_id AND r.locale = translation.locale AND r.number = translation.live_revision) WHERE live_revision IS NOT NULL;
DROP INDEX translation_state;
CREATE INDEX translation_state ON translation(article_id, locale, live_revision, hash, live_hash, live_metadata, title, version, updated_at, updated_by);

-- Gaps are weighed by everything that was heard of them, without the rows of the hearings.
DROP INDEX hearing_wording;
CREATE INDEX hearing_wording ON hearing(wording_id, at, outcome, channel, person, times);

-- Decision scripts are found without reading every document.
CREATE INDEX translation_script ON translation(article_id) WHERE instr(document, '"type":"scriptStep"') > 0;
