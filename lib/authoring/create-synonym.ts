import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { synonym } from '#db/schema.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { localeSchema } from '#lib/document/locale.ts'
import { type FieldError, IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { oneLine } from './content.ts'
import type { SynonymEntry } from './list-synonyms.ts'

export interface NewSynonym {
  locale: string
  /** At least two; `one-way`: the first is found by the others, but does not find them. */
  terms: string[]
  direction?: 'both' | 'one-way'
}

/** Adds words that mean the same to search. Saying it twice changes nothing. Throws forbidden (needs write), invalid (names the field). */
export async function createSynonym(istok: Istok, actor: Actor, input: NewSynonym): Promise<SynonymEntry> {
  requireScope(actor, 'write')
  return write(istok.database, tx => insertSynonym(tx, actor, input))
}

/** The same within a transaction. Throws invalid. */
export async function insertSynonym(
  tx: Transaction,
  actor: Actor,
  { locale, terms, direction = 'both' }: NewSynonym,
): Promise<SynonymEntry> {
  const words = [...new Set(terms.map(term => oneLine(term).toLowerCase()))]
  const errors: FieldError[] = []
  if (!localeSchema.safeParse(locale).success) errors.push({ pointer: '/locale', message: 'is a language tag such as ru' })
  if (words.length < 2 || words.length > 50) errors.push({ pointer: '/terms', message: 'has 2 to 50 different terms' })
  words.forEach((word, index) => {
    if (word === '' || word.length > 100) errors.push({ pointer: `/terms/${index}`, message: 'has 1 to 100 characters' })
  })
  if (errors.length > 0) throw new IstokError('invalid', 'The synonyms cannot be saved like this', { errors })
  // The id says what it is, so an import that comes twice finds its own row.
  const id = createHash('sha256')
    .update(JSON.stringify([locale, direction, words]))
    .digest('hex')
    .slice(0, 32)
  const before = await tx.orm.select().from(synonym).where(eq(synonym.id, id)).get()
  if (before) return before
  const row = { id, locale, terms: words, direction, createdAt: tx.now }
  await tx.orm.insert(synonym).values(row)
  await recordAudit(tx, actor, 'synonym.created', `synonym:${id}`, { locale, terms: words })
  return row
}
