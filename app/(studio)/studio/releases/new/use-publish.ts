'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import type { Selection } from './selection.ts'

export interface Publishing {
  /** Since when the server works on it, in milliseconds; null: it does not. */
  since: number | null
  problem: Problem | null
  run(release: Selection & { note: string; publishAt: string | null }): void
}

type Done = { number: number } | { id: string; state: 'scheduled' }

/** Publishes or schedules, then shows the release or the calendar. */
export function usePublish(onDone: () => void): Publishing {
  const t = useTranslations('composer')
  const router = useRouter()
  const notify = useNotify()
  const [since, setSince] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    since,
    problem,
    async run(body) {
      setSince(Date.now())
      setProblem(null)
      const reply = await callApi<Done>('POST', '/releases', { body })
      setSince(null)
      if (!reply.ok) return setProblem(reply.problem)
      onDone()
      if ('state' in reply.body) {
        notify('success', t('scheduled'))
        router.push('/studio/releases/calendar')
      } else {
        notify('success', t('published', { number: reply.body.number }))
        router.push(`/studio/releases/${reply.body.number}`)
      }
    },
  }
}
