import { describeLoss } from '../loss-reasons.ts'
import type { FactRun } from '../resolve/resolved.ts'
import type { Loss } from '../types.ts'
import type { View } from '../view.ts'
import { addRuns, collectPassages, type Passage, type Passages } from './collect-passages.ts'
import { extractValues, type TypedValue } from './extract-values.ts'
import { factAsTyped } from './fact-values.ts'
import { writeDigits } from './number-words.ts'

interface KnownFact {
  run: FactRun
  typed: TypedValue
}

/**
 * Values that are typed although the article has them as facts (warning), and, in a variation, values that contradict the article: the article
 * has values of that kind, in facts or in its text, and none is equal (error). Ends of ranges count as equal; "100 %" and times of day do not.
 */
export function findTypedValues(view: View): Loss[] {
  const known = view.cache.typed.get(view.blocks)
  if (known) return known
  const losses = view.isVariation ? inVariation(view) : inDocument(view)
  view.cache.typed.set(view.blocks, losses)
  return losses
}

function inDocument(view: View): Loss[] {
  const all = collectPassages(view.blocks, shortAnswerOf(view))
  const facts = knownFacts(all.facts)
  return facts.length === 0 ? [] : all.passages.flatMap(passage => typedIn(passage, facts, view.locale))
}

function inVariation(view: View): Loss[] {
  const { locale } = view
  const body = collectPassages(view.blocks)
  const typed = body.passages.flatMap(({ path, text }) => extractValues(writeDigits(text, locale), locale).map(value => ({ path, value })))
  if (typed.length === 0) return []
  const base = collectPassages(view.baseBlocks, shortAnswerOf(view))
  const facts = knownFacts([...base.facts, ...body.facts])
  const texts = base.passages.flatMap(({ text }) => extractValues(writeDigits(text, locale), locale))
  return typed.flatMap(({ path, value }) => judge(path, value, facts, texts))
}

function shortAnswerOf(view: View): Passages {
  const short: Passages = { passages: [], facts: [] }
  addRuns(view.short, '/shortAnswer', short)
  return short
}

function knownFacts(runs: readonly FactRun[]): KnownFact[] {
  const byKey = new Map<string, KnownFact>()
  for (const run of runs) {
    const typed = byKey.has(run.fact.key) ? null : factAsTyped(run)
    if (typed) byKey.set(run.fact.key, { run, typed })
  }
  return [...byKey.values()]
}

function typedIn({ path, text }: Passage, facts: readonly KnownFact[], locale: string): Loss[] {
  return extractValues(text, locale).flatMap(value => {
    const equal = facts.find(({ typed }) => isSame(value, typed))
    return equal ? [typedLoss(path, value, equal)] : []
  })
}

function judge(path: string, value: TypedValue, facts: readonly KnownFact[], texts: readonly TypedValue[]): Loss[] {
  const equal = facts.find(({ typed }) => isSame(value, typed))
  if (equal) return [typedLoss(path, value, equal)]
  if (isUncertain(value) || texts.some(other => agrees(value, other)) || facts.some(({ typed }) => agrees(value, typed))) return []
  const fact = facts.find(({ typed }) => typed.group === value.group)
  const other = fact ? `${fact.run.text} (${fact.run.fact.key})` : texts.find(({ group }) => group === value.group)?.text
  return other === undefined ? [] : [describeLoss('contradiction', path, 'text', `«${value.text}» ≠ «${other}»`)]
}

function typedLoss(path: string, value: TypedValue, { run }: KnownFact): Loss {
  return describeLoss('typed-value', path, 'text', `«${value.text}» = ${run.fact.key}`)
}

/** The whole value of one is the whole value of the other. */
function isSame(one: TypedValue, other: TypedValue): boolean {
  if (one.values[0] === other.values[0]) return true
  return one.group === 'date' && other.values.includes(one.values[0] ?? '')
}

/** Equal, or an end of the other's range, or a range between ends that agree. */
function agrees(one: TypedValue, other: TypedValue): boolean {
  return one.values.some(value => other.values.includes(value))
}

function isUncertain(value: TypedValue): boolean {
  return value.group === 'date' && (value.values[0] ?? '').startsWith('-')
}
