'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { SaidDifferences, type SaidSide } from '#app/_ui/said-differences.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { WaitNote } from '../new/wait-note.tsx'

interface Props {
  articleId: string
  locale: string
  /** Releases; null: now. */
  before: number | null
  after: number | null
}

interface Items {
  items: { channel: string; hash: string; reply: { title: string; content: unknown } }[]
}

/** What every channel said of an article as of two releases, word by word. */
export function SaidChange({ articleId, locale, before, after }: Props) {
  const t = useTranslations('composer')
  const say = useProblemText()
  const [sides, setSides] = useState<[SaidSide, SaidSide] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isCurrent = true
    const read = (release: number | null) =>
      callApi<Items>(
        'GET',
        `/articles/${encodeURIComponent(articleId)}/renditions?locale=${locale}${release === null ? '' : `&release=${release}`}`,
      )
    Promise.all([read(before), read(after)]).then(([was, is]) => {
      if (!isCurrent) return
      if (was.ok && is.ok) setSides([sideOf(was.body), sideOf(is.body)])
      else setProblem(was.ok ? (is.ok ? null : is.problem) : was.problem)
    })
    return () => {
      isCurrent = false
    }
  }, [articleId, locale, before, after])
  if (problem)
    return (
      <ProblemNote>
        <p>{say(problem)}</p>
      </ProblemNote>
    )
  return sides ? <SaidDifferences before={sides[0]} after={sides[1]} lang={locale} /> : <WaitNote text={t('comparing')} />
}

function sideOf({ items }: Items): SaidSide {
  return Object.fromEntries(items.map(({ channel, hash, reply: { title, content } }) => [channel, { hash, title, content }]))
}
