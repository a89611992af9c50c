-- What was asked, with personal data masked, and what came of it.
CREATE TABLE ask (
  id TEXT PRIMARY KEY, at INTEGER NOT NULL, release INTEGER NOT NULL, channel TEXT NOT NULL, locale TEXT NOT NULL, conversation_id TEXT NOT NULL,
  question TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('answered', 'clarify', 'unanswered', 'handoff')),
  article_id TEXT, options TEXT NOT NULL, confidence REAL NOT NULL
) STRICT;
CREATE INDEX ask_conversation ON ask(conversation_id, at);
CREATE INDEX ask_at ON ask(at);
