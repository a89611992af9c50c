'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { answerPath, callPanel, type PanelAnswer } from '../panel-api.ts'
import { type Change, useChanges } from '../use-changes.ts'
import { type AnswerNews, ChangeNotice, newsOf } from './change-notice.tsx'

interface Props {
  slug: string
  locale: string
  /** The words that are on the screen, and their release. */
  text: string
  hash: string
  /** The last change of the feed that the page has seen. */
  seq: number
}

/** Says that the open answer has changed, and how; the words on the screen stay until the operator wants the new ones. */
export function ChangeBanner({ slug, locale, text, hash, seq }: Props) {
  const router = useRouter()
  const [news, setNews] = useState<AnswerNews | null>(null)
  useChanges(seq, async (change: Change) => {
    if (change.slug !== slug || change.locale !== locale) return
    if (change.op === 'delete') return setNews({ hash: '', release: change.release, pieces: null })
    const reply = await callPanel<PanelAnswer>('GET', answerPath(slug, locale))
    if (!reply.ok || reply.body.hash === hash) return
    setNews(newsOf(text, reply.body))
  })
  if (!news || news.hash === hash) return null
  return <ChangeNotice news={news} onShow={() => router.refresh()} />
}
