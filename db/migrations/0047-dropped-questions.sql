-- Of a question that was asked back: 1 nobody went on with what was offered, 0 somebody did, NULL it is too early to say (and of everything else).
ALTER TABLE hearing ADD COLUMN dropped INTEGER;
CREATE INDEX hearing_asked_back ON hearing(at) WHERE outcome = 'clarify' AND dropped IS NULL;
