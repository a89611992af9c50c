-- Why a release by the clock was refused, as the API would have said it: machine words with what belongs to them, so that an interface says it in its own language.
ALTER TABLE schedule ADD COLUMN refusal TEXT;
ALTER TABLE validity ADD COLUMN refusal TEXT;
