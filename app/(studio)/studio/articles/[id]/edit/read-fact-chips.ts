import { textIn } from '#app/_ui/titles.ts'
import type { Session } from '#app/session.ts'
import { listFacts } from '#lib/authoring/list-facts.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { FactType } from '#lib/document/facts.ts'

export interface FactChip {
  key: string
  title: string
  /** As it is written in the locale of the text; null: no value holds now. */
  value: string | null
}

/** Every fact with its present value, to be put into a text. */
export async function readFactChips({ istok, actor }: Session, locale: string): Promise<FactChip[]> {
  const chips: FactChip[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listFacts>> = await listFacts(istok, actor, { limit: 200, cursor })
    for (const { key, type, unit, title, current } of page.items) {
      const value = current === null ? null : formatFact({ key, type: type as FactType, unit, value: current }, locale)
      chips.push({ key, title: textIn(title, locale, key), value })
    }
    cursor = page.nextCursor
  } while (cursor !== null)
  return chips
}
