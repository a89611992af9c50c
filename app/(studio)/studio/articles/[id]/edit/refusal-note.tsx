'use client'

import { useTranslations } from 'use-intl'
import type { Problem } from '#app/_ui/call-api.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { fieldOf } from './draft.ts'

/** Why a draft was not saved; what concerns a field stands at the field, too. */
export function RefusalNote({ problem }: { problem: Problem }) {
  const t = useTranslations('edit')
  const say = useProblemText()
  const elsewhere = (problem.errors ?? []).filter(error => fieldOf(error.pointer) === '')
  return (
    <ProblemNote>
      <p>{say(problem)}</p>
      {elsewhere.length > 0 && (
        <ul lang="en">
          {elsewhere.map(({ pointer, message }) => (
            <li key={`${pointer} ${message}`}>
              <code>{pointer}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {problem.status === 401 && (
        <a href={`/sign-in?from=${encodeURIComponent(location.pathname + location.search)}`}>{t('signInAgain')}</a>
      )}
    </ProblemNote>
  )
}

/** The server's words about one field; null when there is nothing to say. */
export function faultOf(problem: Problem | null, field: string): string | null {
  const found = (problem?.errors ?? []).filter(error => fieldOf(error.pointer) === field)
  return found.length === 0 ? null : found.map(({ pointer, message }) => `${pointer.replace(`/${field}`, '')} ${message}`.trim()).join('; ')
}
