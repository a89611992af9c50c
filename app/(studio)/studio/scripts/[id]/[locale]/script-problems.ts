import type { ScriptProblem, ScriptProblemReason } from '#lib/document/check-script.ts'
import { type DraftStep, problemsOf } from './script-draft.ts'
import type { NamedAnswer } from './use-answers.ts'

/** What the editor says of a step: what keeps the script from being published, and `answer-unknown`, an article that does not exist. */
export interface EditorProblem extends Omit<ScriptProblem, 'reason'> {
  reason: ScriptProblemReason | 'answer-unknown'
}

/** Every problem of the steps, in their order. `answers`: what is known of the articles they name. */
export function editorProblems(steps: readonly DraftStep[], answers: ReadonlyMap<string, NamedAnswer>): EditorProblem[] {
  const unknown = steps.flatMap((step, index): EditorProblem[] =>
    step.kind === 'answer' && answers.get(step.article)?.state === 'unknown'
      ? [{ reason: 'answer-unknown', step: index, option: null, detail: step.title || step.id }]
      : [],
  )
  return [...problemsOf(steps), ...unknown].sort((one, other) => one.step - other.step)
}
