import type { OperatorStep } from '#lib/compile/types.ts'

/** A step that was walked through, with the option that was chosen there. */
export interface Visit {
  id: string
  choice: string | null
}

/** The way through a script as a text for the CRM: each step with its title, what was chosen behind an arrow. */
export function transcriptOf(title: string, steps: readonly OperatorStep[], visits: readonly Visit[]): string {
  const lines = visits.map(({ id, choice }, index) => {
    const step = steps.find(one => one.id === id)
    const target = step?.answer?.title ?? (step?.action && step.action.kind !== 'handoff' ? step.action.target : null)
    return `${index + 1}. ${step?.title ?? id}${target ? ` (${target})` : ''}${choice === null ? '' : ` → ${choice}`}`
  })
  return [title, ...lines].join('\n')
}
