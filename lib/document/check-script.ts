import { scriptLimits } from './limits.ts'
import { articleOfHref } from './link.ts'
import type { Script, ScriptStep } from './types.ts'

/**
 * title-missing, answer-missing (an answer names no article), options (fewer than two), label-missing, label-repeated, target-missing (goes to
 * no step), unreachable (no way leads here), no-end (no way leads from here to an end).
 */
export type ScriptProblemReason =
  | 'title-missing'
  | 'answer-missing'
  | 'options'
  | 'label-missing'
  | 'label-repeated'
  | 'target-missing'
  | 'unreachable'
  | 'no-end'

export interface ScriptProblem {
  reason: ScriptProblemReason
  /** Index of the step. */
  step: number
  /** Index of the option; null when the step as a whole is meant. */
  option: number | null
  /** The title of the step, or its id without one; for target-missing the id that nobody has. */
  detail: string
}

/** The ids to which a step leads, in order; empty ones left out. */
export function nextSteps({ attrs }: ScriptStep): string[] {
  const all = attrs.kind === 'question' ? (attrs.options ?? []).map(option => option.next) : [attrs.next ?? '']
  return all.filter(id => id !== '')
}

/** What keeps a script from being published. It may go in circles, as long as every step can still come to an end. */
export function checkScript(script: Script): ScriptProblem[] {
  const byId = new Map(script.content.map((step, index) => [step.attrs.id, index]))
  const problems = script.content.flatMap((step, index) => checkStep(step, index, byId))
  const forward = script.content.map(step => nextSteps(step).flatMap(id => byId.get(id) ?? []))
  const backward = script.content.map((): number[] => [])
  for (const [from, targets] of forward.entries()) for (const to of targets) backward[to]?.push(from)
  const reached = spread([0], forward)
  const ends = script.content.flatMap(({ attrs }, index) => (attrs.kind === 'end' ? [index] : []))
  const ending = spread(ends, backward)
  for (const [index, step] of script.content.entries()) {
    if (!reached.has(index)) problems.push({ reason: 'unreachable', step: index, option: null, detail: nameOf(step) })
    else if (!ending.has(index)) problems.push({ reason: 'no-end', step: index, option: null, detail: nameOf(step) })
  }
  return problems.sort((one, other) => one.step - other.step)
}

function checkStep(step: ScriptStep, index: number, byId: ReadonlyMap<string, number>): ScriptProblem[] {
  const { kind, title, href, next = '', options = [] } = step.attrs
  const problems: ScriptProblem[] = []
  const report = (reason: ScriptProblemReason, option: number | null = null, detail = nameOf(step)) =>
    problems.push({ reason, step: index, option, detail })
  if (title === '') report('title-missing')
  if (kind === 'answer' && articleOfHref(href ?? '') === null) report('answer-missing')
  if (kind === 'question') {
    if (options.length < scriptLimits.minOptions) report('options')
    for (const [at, option] of options.entries()) {
      if (option.label === '') report('label-missing', at)
      else if (options.findIndex(({ label }) => label === option.label) < at) report('label-repeated', at, option.label)
      if (!byId.has(option.next)) report('target-missing', at, option.next || nameOf(step))
    }
  } else if (kind !== 'end' && !byId.has(next)) report('target-missing', null, next || nameOf(step))
  return problems
}

function nameOf({ attrs }: ScriptStep): string {
  return attrs.title || attrs.id
}

/** Everything that can be come to from `starts`. */
function spread(starts: readonly number[], edges: readonly (readonly number[])[]): Set<number> {
  const seen = new Set(starts)
  const pending = [...starts]
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const to of edges[at] ?? []) {
      if (seen.has(to)) continue
      seen.add(to)
      pending.push(to)
    }
  }
  return seen
}

/** The script of a document, wherever it stands, with its path; null when there is none. */
export function findScript(blocks: readonly { type: string; content?: unknown }[], path = ''): { script: Script; path: string } | null {
  for (const [index, block] of blocks.entries()) {
    const at = `${path}/content/${index}`
    if (block.type === 'script') return { script: block as Script, path: at }
    const inside = block.type === 'only' ? findScript(block.content as { type: string; content?: unknown }[], at) : null
    if (inside) return inside
  }
  return null
}
