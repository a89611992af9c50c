import { type SQL, sql } from 'drizzle-orm'
import { fact, factRevision, snippet, snippetRevision } from '#db/schema/facts.ts'
import type { Status } from './status.ts'

/** Status of a row of `fact`. The alias keeps the columns' tables apart in queries over one table. */
export const factStatus: SQL<Status> = sql<Status>`(SELECT CASE
  WHEN f.live_revision IS NULL THEN CASE WHEN EXISTS (SELECT 1 FROM ${factRevision} r WHERE r.key = f.key) THEN 'withdrawn' ELSE 'draft' END
  WHEN EXISTS (SELECT 1 FROM ${factRevision} r WHERE r.key = f.key AND r.number = f.live_revision AND r.type = f.type AND r.unit IS f.unit
    AND r.title = f.title AND r."values" = f."values") THEN 'published'
  ELSE 'changed' END FROM ${fact} f WHERE f.key = "fact"."key")`

/** Status of a row of `snippet`. */
export const snippetStatus: SQL<Status> = sql<Status>`(SELECT CASE
  WHEN s.live_revision IS NULL THEN CASE WHEN EXISTS (SELECT 1 FROM ${snippetRevision} r WHERE r.key = s.key) THEN 'withdrawn' ELSE 'draft' END
  WHEN EXISTS (SELECT 1 FROM ${snippetRevision} r WHERE r.key = s.key AND r.number = s.live_revision AND r.title = s.title
    AND r.documents = s.documents) THEN 'published'
  ELSE 'changed' END FROM ${snippet} s WHERE s.key = "snippet"."key")`
