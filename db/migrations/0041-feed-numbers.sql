-- Each channel counts its own changes: what is done in others, or for operators only, leaves no gap in the numbers that a reader of one channel sees.
ALTER TABLE feed ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER feed_immutable;
UPDATE feed SET number = counted.number
FROM (SELECT seq, row_number() OVER (PARTITION BY channel ORDER BY seq) AS number FROM feed) AS counted
WHERE counted.seq = feed.seq;
CREATE TRIGGER feed_immutable BEFORE UPDATE ON feed BEGIN SELECT RAISE(ABORT, 'feed is insert-only'); END;
DROP INDEX feed_channel;
CREATE UNIQUE INDEX feed_channel ON feed(channel, number);
-- The marks of shifts are numbers of the operators' channel from here on.
UPDATE shift SET seq = (SELECT coalesce(max(number), 0) FROM feed WHERE channel = 'operator' AND feed.seq <= shift.seq);
