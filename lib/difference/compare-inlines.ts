import { diffArrays } from 'diff'
import type { Inline, Text } from '#lib/document/types.ts'
import { tokensOf } from './compare-words.ts'
import type { Fate, InlinePiece } from './types.ts'

/** Word by word what became of inline content; a word in other type, or a fact in another form, is a change. */
export function compareInlines(before: readonly Inline[], after: readonly Inline[]): InlinePiece[] {
  const [old, fresh] = [split(before), split(after)]
  const keyed = new Map([...old, ...fresh].map(inline => [JSON.stringify(inline), inline]))
  const changes = diffArrays(old.map(keyOf), fresh.map(keyOf), { maxEditLength: 4000 }) ?? [
    { value: old.map(keyOf), removed: true, added: false },
    { value: fresh.map(keyOf), removed: false, added: true },
  ]
  const runs = changes.map(({ value, added, removed }): InlinePiece => {
    const fate: Fate = added ? 'added' : removed ? 'removed' : 'same'
    return { fate, inlines: value.map(key => keyed.get(key) as Inline) }
  })
  return gathered(runs).map(({ fate, inlines }) => ({ fate, inlines: joinTexts(inlines) }))
}

/** Texts with equal marks joined, as a canonical document has them. */
export function joinTexts(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result.at(-1)
    if (inline.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(inline.marks)) {
      result[result.length - 1] = { ...last, text: last.text + inline.text }
    } else result.push(inline)
  }
  return result
}

const keyOf = (inline: Inline) => JSON.stringify(inline)

function split(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] =>
    inline.type === 'text' ? tokensOf(inline.text).map((text): Text => ({ ...inline, text })) : [inline],
  )
}

const isSpace = (piece: InlinePiece) => piece.inlines.every(inline => inline.type === 'text' && /^\s+$/.test(inline.text))

/** Neighbouring changes as one removed and one added run; a lone space between two changes goes with them. */
function gathered(runs: InlinePiece[]): InlinePiece[] {
  const result: InlinePiece[] = []
  let removed: Inline[] = []
  let added: Inline[] = []
  const flush = () => {
    if (removed.length > 0) result.push({ fate: 'removed', inlines: removed })
    if (added.length > 0) result.push({ fate: 'added', inlines: added })
    removed = []
    added = []
  }
  for (const [index, run] of runs.entries()) {
    const isBetween = run.fate === 'same' && removed.length > 0 && added.length > 0 && index < runs.length - 1 && isSpace(run)
    if (run.fate === 'removed' || isBetween) removed.push(...run.inlines)
    if (run.fate === 'added' || isBetween) added.push(...run.inlines)
    if (run.fate !== 'same' || isBetween) continue
    flush()
    result.push(run)
  }
  flush()
  return result
}
