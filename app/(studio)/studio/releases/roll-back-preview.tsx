'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ReleaseRefusal } from '#app/_ui/release-refusal.tsx'
import type { ReleasePreview } from '#lib/release/compile-preview.ts'
import { Blockers, isBlocked } from './new/blockers.tsx'
import { ImpactList } from './new/impact-list.tsx'
import { WaitNote } from './new/wait-note.tsx'

/** What rolling a release back would change, compiled by the server; `onKnown` is told whether it would be refused. */
export function RollBackPreview({ number, onKnown }: { number: number; onKnown: (isRefused: boolean) => void }) {
  const t = useTranslations('composer')
  const [preview, setPreview] = useState<ReleasePreview | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isCurrent = true
    callApi<ReleasePreview>('GET', `/releases/${number}/rollback`).then(reply => {
      if (!isCurrent) return
      // Without a connection nobody knows: it may be tried.
      onKnown(reply.ok ? isBlocked(reply.body) : reply.problem.status === 409 || reply.problem.status === 422)
      if (reply.ok) setPreview(reply.body)
      else setProblem(reply.problem)
    })
    return () => {
      isCurrent = false
    }
  }, [number, onKnown])
  if (problem) return <ReleaseRefusal problem={problem} />
  if (!preview) return <WaitNote text={t('compiling')} />
  return (
    <>
      <p className="sheet-counts">{t('counts', preview.counts)}</p>
      {isBlocked(preview) && <Blockers {...preview} />}
      <ImpactList impact={preview.impact} count={preview.counts.translations} />
    </>
  )
}
