-- Of an answered question: the rendition that was shown; of each: whose it is, as a keyed digest of the contact, or nothing.
ALTER TABLE ask ADD COLUMN hash TEXT;
ALTER TABLE ask ADD COLUMN person TEXT;

-- A group of wordings that ask for the same and find nothing. Its id stays, whatever joins it; merged_into: the older group that took it in.
CREATE TABLE gap (
  id TEXT PRIMARY KEY, locale TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('open', 'dismissed', 'closed', 'merged')), merged_into TEXT,
  article_id TEXT, since_release INTEGER, closed_release INTEGER, closed_at INTEGER, created_at INTEGER NOT NULL, decided_at INTEGER, decided_by TEXT
) STRICT;
CREATE INDEX gap_state ON gap(state, locale);

-- What was asked or searched for, once per wording (its stems in their order), with personal data masked. private: some of it was masked.
CREATE TABLE wording (
  id TEXT PRIMARY KEY, locale TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, private INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'attached', 'rejected')), article_id TEXT, since_release INTEGER, decided_at INTEGER, decided_by TEXT,
  gap_id TEXT, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, UNIQUE (locale, key)
) STRICT;
CREATE INDEX wording_gap ON wording(gap_id);
CREATE INDEX wording_state ON wording(state, last_at);

-- Each time it was heard. person: a number that means nothing outside its day, or a conversation; never an address.
CREATE TABLE hearing (
  id INTEGER PRIMARY KEY, wording_id TEXT NOT NULL REFERENCES wording(id), at INTEGER NOT NULL, release INTEGER NOT NULL, channel TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('ask', 'search')),
  outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'clarify', 'unanswered', 'handoff', 'found', 'nothing', 'opened')),
  article_id TEXT, person TEXT NOT NULL, times INTEGER NOT NULL
) STRICT;
CREATE INDEX hearing_wording ON hearing(wording_id, at);
CREATE INDEX hearing_at ON hearing(at);
