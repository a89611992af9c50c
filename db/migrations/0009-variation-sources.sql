-- Against which source (hash of short answer and document) each variation of a draft was written or last looked at, by channel kind. Where none is known, none is missed.
ALTER TABLE translation ADD COLUMN variation_sources TEXT NOT NULL DEFAULT '{}';
