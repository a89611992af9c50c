'use client'

import type { Problem } from '#app/_ui/call-api.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useFieldFault } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { fieldOf } from './use-fault.ts'

/** Fields that say their faults themselves. */
const shown = new Set(['title', 'questions', 'slug', 'category', 'tags', 'audience', 'channels', 'owner', 'reviewEveryDays'])

/** Why a draft was not saved; what concerns a field of the form stands at the field. */
export function RefusalNote({ problem }: { problem: Problem }) {
  const say = useProblemText()
  const sayFault = useFieldFault()
  const elsewhere = (problem.errors ?? []).filter(({ pointer }) => !shown.has(fieldOf(pointer)))
  return (
    <ProblemNote>
      <p>{say(problem)}</p>
      {elsewhere.length > 0 && (
        <ul>
          {elsewhere.map(fault => (
            <li key={`${fault.pointer} ${fault.message}`}>
              <code>{fault.pointer}</code> {sayFault(fault)}
            </li>
          ))}
        </ul>
      )}
    </ProblemNote>
  )
}
