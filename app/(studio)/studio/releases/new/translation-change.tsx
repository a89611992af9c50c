'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { SaidDifferences, type SaidSide } from '#app/_ui/said-differences.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { ImpactRow } from '#lib/release/compile-preview.ts'
import type { Selection } from './selection.ts'
import { WaitNote } from './wait-note.tsx'

interface Props {
  row: ImpactRow
  selection: Selection
  publishAt: string | null
}

interface Items {
  items: { channel: string; hash: string; reply: { title: string; content: unknown } }[]
}

/** What each channel says of an article now and after the release, word by word. */
export function TranslationChange({ row: { articleId, locale, channels }, selection, publishAt }: Props) {
  const t = useTranslations('composer')
  const say = useProblemText()
  const [sides, setSides] = useState<{ before: SaidSide; after: SaidSide } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const body = JSON.stringify({ ...selection, publishAt, articleId, locale })
  const isRemoved = channels.every(({ effect }) => effect === 'removed')
  useEffect(() => {
    let isCurrent = true
    const before = callApi<Items>('GET', `/articles/${encodeURIComponent(articleId)}/renditions?locale=${locale}`)
    const after = isRemoved ? null : callApi<Items>('POST', '/releases/preview/translation', { body: JSON.parse(body) })
    Promise.all([before, after]).then(([was, becomes]) => {
      if (!isCurrent) return
      if (!was.ok) setProblem(was.problem)
      else if (becomes?.ok === false) setProblem(becomes.problem)
      else setSides({ before: sideOf(was.body), after: becomes?.ok ? sideOf(becomes.body) : {} })
    })
    return () => {
      isCurrent = false
    }
  }, [articleId, locale, body, isRemoved])
  if (problem)
    return (
      <ProblemNote>
        <p>{say(problem)}</p>
      </ProblemNote>
    )
  return sides ? <SaidDifferences before={sides.before} after={sides.after} lang={locale} /> : <WaitNote text={t('comparing')} />
}

function sideOf({ items }: Items): SaidSide {
  return Object.fromEntries(items.map(({ channel, hash, reply: { title, content } }) => [channel, { hash, title, content }]))
}
