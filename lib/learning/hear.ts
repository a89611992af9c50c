import { sql } from 'drizzle-orm'
import { hearing, type Outcome, wording } from '#db/schema/learning.ts'
import type { Transaction } from '#db/write.ts'
import { wordsOf } from '#lib/answering/features.ts'
import { maskPersonalData, masks } from '#lib/answering/mask-personal-data.ts'
import { newId } from '../new-id.ts'

/** A question or a search that was heard in a channel. */
export interface Heard {
  locale: string
  channel: string
  /** As it was typed; stored is only what is left after masking. */
  text: string
  source: 'ask' | 'search'
  outcome: Outcome
  /** The article that answered it or was opened. */
  articleId?: string | null
  /** Two people are two different words here; no address, no name. */
  person: string
  release: number
  /** Milliseconds since the epoch; the transaction's instant unless told. */
  at?: number
  times?: number
}

/** Longest wording that may become a phrasing, in UTF-16 units; what is longer is a story and no wording. */
const longest = 300
const placeholder = new RegExp(`\\[(?:${masks.join('|')})\\]`, 'g')

/** Notes what was heard, in the transaction of whatever was answered: the wording once, each hearing with its outcome. Texts without words are passed over. */
export async function hear(tx: Transaction, { text, locale, at = tx.now, times = 1, articleId = null, ...rest }: Heard): Promise<void> {
  const masked = maskPersonalData(text.normalize('NFC'))
    .replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, ' ')
    .trim()
  const key = wordingKey(masked)
  if (key === '' || masked.length > longest) return
  const [row] = await tx.orm
    .insert(wording)
    .values({
      ...{ id: newId(), locale, key, text: masked, private: holdsPlaceholder(masked), state: 'open', firstAt: at, lastAt: at },
    })
    .onConflictDoUpdate({
      target: [wording.locale, wording.key],
      set: { lastAt: sql`max(${wording.lastAt}, excluded.last_at)` },
    })
    .returning({ id: wording.id })
  if (row) await tx.orm.insert(hearing).values({ wordingId: row.id, at, times, articleId, ...rest })
}

/** What makes two wordings the same: their stems in their order. */
export function wordingKey(text: string): string {
  return wordsOf(text.replace(placeholder, ' ')).slice(0, longest)
}

/** Whether something personal was masked in a text. */
export function holdsPlaceholder(text: string): boolean {
  return text.search(placeholder) >= 0
}
