'use client'

import { useEffect, useState } from 'react'
import { type AnswerNews, newsOf } from '#app/(operator)/operator/[locale]/[slug]/change-notice.tsx'
import { textOf } from '#app/(operator)/operator/[locale]/[slug]/text-of.ts'
import { answerPath, type CallPanel, type PanelAnswer } from '#app/(operator)/operator/[locale]/panel-api.ts'

/** Milliseconds between questions whether the answer is still the same: a stream cannot carry the session of a frame. */
const interval = 4000

export interface FrameAnswerState {
  /** Null: it has not come yet. */
  answer: PanelAnswer | null
  /** What became of it since it was shown; null: nothing. */
  news: AnswerNews | null
  showNew: () => void
  isGone: boolean
}

/** An answer in a frame, and what becomes of it while it stands there; the words on the screen stay until the operator wants the new ones. */
export function useFrameAnswer(call: CallPanel, slug: string, locale: string): FrameAnswerState {
  const [answer, setAnswer] = useState<PanelAnswer | null>(null)
  const [now, setNow] = useState<PanelAnswer | 'gone' | null>(null)
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      const reply = await call<PanelAnswer>('GET', answerPath(slug, locale))
      if (!isCurrent) return
      if (reply.ok) {
        setAnswer(shown => shown ?? reply.body)
        setNow(reply.body)
      } else if (reply.problem.status === 404 || reply.problem.status === 410) setNow('gone')
    }
    void ask()
    const timer = setInterval(() => void ask(), interval)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [call, slug, locale])
  const showNew = () => {
    if (now === 'gone') setGone(true)
    else setAnswer(now)
  }
  return { answer, news: isGone ? null : becameOf(answer, now), showNew, isGone }
}

function becameOf(shown: PanelAnswer | null, now: PanelAnswer | 'gone' | null): AnswerNews | null {
  if (shown === null || now === null) return null
  if (now === 'gone') return { hash: '', release: null, slug: null, pieces: null }
  return now.hash === shown.hash ? null : newsOf({ slug: shown.slug, text: textOf(shown) }, now)
}
