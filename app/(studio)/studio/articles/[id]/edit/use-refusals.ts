'use client'

import { useMemo } from 'react'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import type { Problem } from '#app/_ui/call-api.ts'
import type { ArticleDraft } from './use-article-draft.ts'
import { type Fault, useFault } from './use-fault.ts'

/** Why the server does not take the text or what is said about it, as a whole and by field. */
export function useRefusals({ sessions }: ArticleDraft): { problems: Problem[]; faultOf: Fault } {
  const ofText = useSessionState(sessions.text, ({ trouble }) => trouble)
  const ofAbout = useSessionState(sessions.about, ({ trouble }) => trouble)
  const problems = useMemo(
    () => [ofText, ofAbout].flatMap(trouble => (trouble?.kind === 'refused' ? [trouble.problem] : [])),
    [ofText, ofAbout],
  )
  const faultOf = useFault(useMemo(() => problems.flatMap(({ errors }) => errors ?? []), [problems]))
  return { problems, faultOf }
}
