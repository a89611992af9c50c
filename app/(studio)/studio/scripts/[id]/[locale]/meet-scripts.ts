import { type FieldClash, type Meeting, meetFields } from '#app/_catalogue/meet-fields.ts'
import type { DraftStep, ScriptDraft } from './script-draft.ts'

/** A script as it is saved and compared: its steps by id, and their order. */
export interface ScriptFields {
  before: string
  after: string
  order: string[]
  steps: Record<string, DraftStep>
}

/** The fields of a script; the first of two steps with one id counts. */
export function fieldsOf({ before, after, steps }: ScriptDraft): ScriptFields {
  const byId = Object.fromEntries(steps.toReversed().map(step => [step.id, step]))
  return { before, after, order: [...new Set(steps.map(({ id }) => id))], steps: byId }
}

/** The script that these fields say. */
export function scriptOf({ before, after, order, steps }: ScriptFields): ScriptDraft {
  return { before, after, steps: order.flatMap(id => steps[id] ?? []) }
}

/**
 * Puts together what two people made of one script, step by step: changed, added, moved and removed steps of both. Two changes of one step clash (`part`: its
 * id), and so do two different orders of the steps that both have. Ways to a step that one of them removed lead nowhere.
 */
export function meetScripts(base: ScriptFields, mine: ScriptFields, theirs: ScriptFields): Meeting<ScriptFields> {
  const { merged, clashes } = meetFields(withoutOrder(base), withoutOrder(mine), withoutOrder(theirs))
  const { order, isClash } = meetOrders(base.order, mine.order, theirs.order, id => merged.steps[id] !== undefined)
  const inOrder: FieldClash<ScriptFields>[] = isClash ? [{ field: 'order', part: null }] : []
  return { merged: { ...merged, order, steps: withoutLooseEnds(merged.steps) }, clashes: [...clashes, ...inOrder] }
}

function withoutOrder({ order: _, ...rest }: ScriptFields): Omit<ScriptFields, 'order'> {
  return rest
}

/** Whoever moved steps decides their order; what the other added comes behind the step that it was added behind. */
function meetOrders(base: string[], mine: string[], theirs: string[], isKept: (id: string) => boolean) {
  const isShared = (id: string) => base.includes(id) && mine.includes(id) && theirs.includes(id)
  const [from, left, right] = [base, mine, theirs].map(order => order.filter(isShared).join(' '))
  const leading = right !== from && left === from ? theirs : mine
  const order = leading.filter(isKept)
  const other = leading === mine ? theirs : mine
  for (const [index, id] of other.entries()) {
    if (!isKept(id) || order.includes(id)) continue
    const before = other.slice(0, index).findLast(one => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  }
  return { order, isClash: left !== from && right !== from && left !== right }
}

function withoutLooseEnds(steps: Record<string, DraftStep>): Record<string, DraftStep> {
  const whereTo = (id: string) => (id in steps ? id : '')
  const cut = (step: DraftStep): DraftStep => ({
    ...step,
    next: whereTo(step.next),
    options: step.options.map(option => ({ ...option, next: whereTo(option.next) })),
  })
  return Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, cut(step)]))
}
