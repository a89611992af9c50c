import { foldText } from '#db/fold-text.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { FactType, FactValue } from '#lib/document/facts.ts'
import type { PendingFact } from './list-pending.ts'

/** Languages of the interface: people look for a value as it is shown to them. */
const shownIn = ['ru', 'en']

/** What a fact is looked for by, folded: its key, titles, and each value as it is stored, as it is written in each language, and dates in digits. */
export function factWords({ key, title, type, unit, values }: Pick<PendingFact, 'key' | 'title' | 'type' | 'unit' | 'values'>): string {
  const locales = [...new Set([...Object.keys(title), ...shownIn])]
  const said = values.flatMap(({ value }) => {
    const fact: FactValue = { key, type: type as FactType, unit, value }
    return [...storedAs(value), ...locales.map(locale => formatFact(fact, locale))]
  })
  return foldText([key, ...Object.values(title), ...said, unit ?? ''].join(' ')).replace(/\s+/g, ' ')
}

function storedAs(value: FactValue['value']): string[] {
  const texts = typeof value === 'string' ? [value] : Object.values(value)
  return texts.flatMap(text => [text, text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1')])
}
