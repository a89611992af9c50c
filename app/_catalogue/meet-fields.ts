import type { Document } from '#lib/document/types.ts'
import { mergeBlocks } from '#lib/merge/merge-blocks.ts'

/** A field that both changed in different ways; `part`: of a field with a value for each language, which of them. */
export interface FieldClash<F> {
  field: keyof F & string
  part: string | null
}

export interface Meeting<F> {
  /** What only one of the two changed is taken from it, what both changed is mine. */
  merged: F
  clashes: FieldClash<F>[]
}

/** Puts together what two people made of one form. Fields with a value for each language are compared language by language, documents block by block; lists are one value. */
export function meetFields<F extends object>(base: F, mine: F, theirs: F): Meeting<F> {
  const clashes: FieldClash<F>[] = []
  const names = Object.keys(mine) as (keyof F & string)[]
  const merged = names.map((field): [string, unknown] => {
    const [from, left, right] = [base[field], mine[field], theirs[field]]
    const parts = [from, left, right].map(partsOf)
    if (!parts.every(part => part !== null)) {
      const met = meet(from, left, right)
      if (met.isClash) clashes.push({ field, part: null })
      return [field, met.value]
    }
    const [before = {}, here = {}, there = {}] = parts
    const kept = [...new Set([...Object.keys(there), ...Object.keys(here)])].flatMap((part): [string, unknown][] => {
      const met = meet(before[part], here[part], there[part])
      if (met.isClash) clashes.push({ field, part })
      return met.value === undefined ? [] : [[part, met.value]]
    })
    return [field, Object.fromEntries(kept)]
  })
  return { merged: Object.fromEntries(merged) as F, clashes }
}

/** Whether two forms say the same. */
export function isSameFields<F extends object>(one: F, other: F): boolean {
  return spell(one) === spell(other)
}

function meet(base: unknown, mine: unknown, theirs: unknown): { value: unknown; isClash: boolean } {
  const [from, left, right] = [spell(base), spell(mine), spell(theirs)]
  if (left === from || left === right) return { value: theirs, isClash: false }
  if (right === from) return { value: mine, isClash: false }
  const both = isDocument(base) && isDocument(mine) && isDocument(theirs) ? meetDocuments(base, mine, theirs) : null
  return both ? { value: both, isClash: false } : { value: mine, isClash: true }
}

function meetDocuments(base: Document, mine: Document, theirs: Document): Document | null {
  const parts = mergeBlocks(base.content, mine.content, theirs.content)
  if (parts.some(({ kind }) => kind === 'conflict')) return null
  return { type: 'doc', content: parts.flatMap(part => (part.kind === 'settled' ? part.content : [])) }
}

function partsOf(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !isDocument(value)
    ? (value as Record<string, unknown>)
    : null
}

function isDocument(value: unknown): value is Document {
  return value !== null && typeof value === 'object' && 'type' in value && value.type === 'doc'
}

/** The order of members says nothing. */
function spell(value: unknown): string {
  return (
    JSON.stringify(value, (_name, member: unknown) =>
      member !== null && typeof member === 'object' && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
        : member,
    ) ?? ''
  )
}
