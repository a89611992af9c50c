import type { Interface } from '#app/_i18n/read-interface.ts'
import type { Piece } from '#lib/difference/types.ts'
import { Marked } from './marked.tsx'

/** A text with what was added and removed in it. */
export function WordDifference({ pieces, t }: { pieces: readonly Piece[]; t: Interface['t'] }) {
  return keyed(pieces, ({ fate, text }) => `${fate}${text}`).map(([key, { fate, text }]) => (
    <Marked key={key} fate={fate} t={t}>
      {text}
    </Marked>
  ))
}

/** Each thing with a key that stays the same while the list does. */
export function keyed<T>(list: readonly T[], nameOf: (one: T) => string): [string, T][] {
  const seen = new Map<string, number>()
  return list.map(one => {
    const name = nameOf(one).slice(0, 80)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return [`${name} ${count}`, one]
  })
}
