import type { FactEntry } from '#lib/authoring/read-fact.ts'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import { durationUnits, type FactType, numberUnits } from '#lib/document/facts.ts'
import { typedDecimal, typedPhone } from './typed-value.ts'

/** A value in the form; the key stays with it while rows come and go. */
export interface DraftValue extends FactValidity {
  id: number
}

/** A fact as it stands in the form. */
export interface FactDraft {
  key: string
  type: FactType
  unit: string | null
  title: Record<string, string>
  values: DraftValue[]
}

/** The form's beginning: what is stored. */
export function draftOf({ key, type, unit, title, values }: Pick<FactEntry, 'key' | 'type' | 'unit' | 'title' | 'values'>): FactDraft {
  return { key, type: type as FactType, unit, title, values: values.map((value, id) => ({ ...value, id })) }
}

/** What two people's changes of a fact are compared by: a value means something only with its type and unit, so these are one. */
export interface FactFields {
  title: Record<string, string>
  said: [type: FactType, unit: string | null, values: FactValidity[]]
}

export function fieldsOf(draft: FactDraft): FactFields {
  const { title, type, unit, values } = bodyOf(draft)
  return { title, said: [type, unit, values] }
}

/** The draft with other fields; values of the same place stay the same rows. */
export function withFields(draft: FactDraft, { title, said: [type, unit, values] }: FactFields): FactDraft {
  return { ...draft, title, type, unit, values: values.map((value, id) => ({ ...value, id })) }
}

/** An empty fact of a type. */
export const newDraft: FactDraft = {
  ...{ key: '', type: 'money', unit: 'RUB', title: {} },
  values: [{ id: 0, value: '', validFrom: null, validTo: null }],
}

/** What is sent: values as they are stored, whatever their spelling in the form. */
export function bodyOf({ key, type, unit, title, values }: FactDraft) {
  return {
    key: key.trim(),
    type,
    unit,
    title,
    values: values.map(({ value, validFrom, validTo }) => ({ value: plain(type, value), validFrom, validTo })),
  }
}

function plain(type: FactType, value: FactValidity['value']): FactValidity['value'] {
  if (typeof value !== 'string') return value
  if (type === 'money' || type === 'percent' || type === 'number') return typedDecimal(value)
  return type === 'phone' ? typedPhone(value) : value
}

/** The units from which one is chosen; money has any currency. */
export function unitsOf(type: FactType): readonly string[] {
  return type === 'duration' ? durationUnits : type === 'number' ? numberUnits : []
}

/** The draft with another type, and a unit that goes with it. */
export function withType(draft: FactDraft, type: FactType): FactDraft {
  const unit = type === 'money' ? 'RUB' : (unitsOf(type)[0] ?? null)
  const values = draft.values.map(value =>
    typeof value.value === 'string' || type === 'text' || type === 'url' ? value : { ...value, value: '' },
  )
  return { ...draft, type, unit: type === 'number' ? null : unit, values }
}

/** One more value: from tomorrow's midnight of the house on, or from a day after the last one that is dated. */
export function withValue(draft: FactDraft, from: string): FactDraft {
  const id = Math.max(-1, ...draft.values.map(value => value.id)) + 1
  const last = draft.values.at(-1)?.value ?? ''
  return { ...draft, values: [...draft.values, { id, value: last, validFrom: from, validTo: null }] }
}
