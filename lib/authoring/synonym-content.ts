import { and, eq } from 'drizzle-orm'
import { synonym } from '#db/schema/content.ts'
import type { Transaction } from '#db/write.ts'
import { oneLine } from '#lib/document/content.ts'
import { localeSchema } from '#lib/document/locale.ts'
import { type FieldError, IstokError } from '../errors.ts'
import { lengthReason } from '../length-reason.ts'
import type { SynonymEntry } from './list-synonyms.ts'

export interface NewSynonym {
  locale: string
  /** At least two; `one-way`: the first is found by the others, but does not find them. */
  terms: string[]
  direction?: 'both' | 'one-way'
}
type SynonymContent = Required<NewSynonym>

/** The words in their one spelling: single spaces, lower case, each once. Throws invalid (names the field). */
export function synonymContent({ locale, terms, direction = 'both' }: NewSynonym): SynonymContent {
  const spelt = terms.map(term => oneLine(term).toLowerCase())
  const words = [...new Set(spelt)]
  const errors: FieldError[] = []
  if (!localeSchema.safeParse(locale).success)
    errors.push({ pointer: '/locale', message: 'is a language tag such as ru', reason: 'not-a-language' })
  if (words.length < 2 || words.length > 50)
    errors.push({ pointer: '/terms', message: 'has 2 to 50 different terms', reason: 'count', arguments: { minimum: 2, maximum: 50 } })
  for (const word of words)
    if (word === '' || word.length > 100)
      errors.push({ pointer: `/terms/${spelt.indexOf(word)}`, message: 'has 1 to 100 characters', ...lengthReason(1, 100) })
  if (errors.length > 0) throw new IstokError('invalid', 'The synonyms cannot be saved like this', { errors })
  return { locale, terms: words, direction }
}

/** The row that says exactly this. */
export async function findSameSynonym(tx: Transaction, { locale, terms, direction }: SynonymContent): Promise<SynonymEntry | undefined> {
  return tx.orm
    .select()
    .from(synonym)
    .where(and(eq(synonym.locale, locale), eq(synonym.direction, direction), eq(synonym.terms, terms)))
    .limit(1)
    .get()
}
