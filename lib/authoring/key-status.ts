import { type SQL, sql } from 'drizzle-orm'
import type { Status } from './status.ts'

/** Status of a row of `fact`. Written out, since drizzle leaves out the tables' names in queries over one table. */
export const factStatus: SQL<Status> = sql<Status>`CASE
  WHEN "fact".live_revision IS NULL THEN CASE WHEN EXISTS (SELECT 1 FROM fact_revision r WHERE r.key = "fact".key) THEN 'withdrawn' ELSE 'draft' END
  WHEN EXISTS (SELECT 1 FROM fact_revision r WHERE r.key = "fact".key AND r.number = "fact".live_revision AND r.type = "fact".type
    AND r.unit IS "fact".unit AND r.title = "fact".title AND r."values" = "fact"."values") THEN 'published'
  ELSE 'changed' END`

/** Status of a row of `snippet`. */
export const snippetStatus: SQL<Status> = sql<Status>`CASE
  WHEN "snippet".live_revision IS NULL THEN CASE WHEN EXISTS (SELECT 1 FROM snippet_revision r WHERE r.key = "snippet".key) THEN 'withdrawn' ELSE 'draft' END
  WHEN EXISTS (SELECT 1 FROM snippet_revision r WHERE r.key = "snippet".key AND r.number = "snippet".live_revision AND r.title = "snippet".title
    AND r.documents = "snippet".documents) THEN 'published'
  ELSE 'changed' END`
