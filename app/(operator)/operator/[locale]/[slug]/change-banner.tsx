'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { answerPath, callPanel, type PanelAnswer } from '../panel-api.ts'
import { type Change, useChanges } from '../use-changes.ts'
import { type AnswerNews, ChangeNotice, newsOf } from './change-notice.tsx'

interface Props {
  articleId: string
  slug: string
  locale: string
  /** The words that are on the screen, and their release. */
  text: string
  hash: string
  /** The last change of the feed that the page has seen. */
  seq: number
}

/** Says that the open answer has changed, and how, that it moved, or that it is withdrawn; the words on the screen stay until the operator wants the new ones. */
export function ChangeBanner({ articleId, slug, locale, text, hash, seq }: Props) {
  const router = useRouter()
  const [news, setNews] = useState<AnswerNews | null>(null)
  useChanges(seq, async (change: Change) => {
    if (change.articleId !== articleId || change.locale !== locale) return
    // By its id: under the former address there may be another article by now.
    const reply = await callPanel<PanelAnswer>('GET', answerPath(articleId, locale))
    if (reply.ok) setNews(reply.body.hash === hash && reply.body.slug === slug ? null : newsOf({ slug, text }, reply.body))
    else if (change.op === 'delete') setNews({ hash: '', release: change.release, slug: null, pieces: null })
  })
  if (!news) return null
  const isElsewhere = news.slug !== null && news.slug !== slug
  return <ChangeNotice news={news} onShow={() => (isElsewhere ? router.replace(`/operator/${locale}/${news.slug}`) : router.refresh())} />
}
