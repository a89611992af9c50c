import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { foldText } from '#db/fold-text.ts'

/** True where a column holds what somebody typed, whatever the case; ё is е. Undefined when nothing was typed. */
export function holdsText(q: string | undefined, { plain, lists }: { plain: SQLiteColumn[]; lists: SQLiteColumn[] }): SQL | undefined {
  const needle = foldText(q?.trim())
  if (needle === '') return undefined
  const places = [
    ...plain.map(column => sql`instr(folded(${column}), ${needle}) > 0`),
    // Titles by locale and lists of terms: only the texts in them, not the names of their members.
    ...lists.map(column => sql`EXISTS (SELECT 1 FROM json_each(${column}) AS one WHERE instr(folded(one.value), ${needle}) > 0)`),
  ]
  return sql`(${sql.join(places, sql` OR `)})`
}
