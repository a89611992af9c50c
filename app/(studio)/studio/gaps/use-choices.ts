import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { callApi } from '#app/_ui/call-api.ts'
import { withQuery } from '#app/_ui/query.ts'

export interface Choice {
  articleId: string
  slug: string
  titles: Record<string, string>
}

interface GapRead {
  nearest: Choice[]
  wordings: { id: string; text: string }[]
}

/** The articles nearest to a gap and those of its wordings that can become questions: nothing is masked in them. null: not read yet, or no gap. */
export function useGap(gapId: string | undefined): GapRead | null {
  const [gap, setGap] = useState<GapRead | null>(null)
  useEffect(() => {
    if (gapId === undefined) return
    let isCurrent = true
    callApi<GapRead>('GET', `/gaps/${gapId}`).then(reply => {
      if (!isCurrent) return
      const { nearest, wordings } = reply.ok ? reply.body : { nearest: [], wordings: [] }
      setGap({ nearest, wordings: wordings.filter(({ text }) => !/\[\w+\]/.test(text)) })
    })
    return () => {
      isCurrent = false
    }
  }, [gapId])
  return gap
}

/** Articles whose title holds what was typed; before that, those that come to mind (`given`). null: not read yet. */
export function useChoices(q: string, given: Choice[] | null): Choice[] | null {
  const [choices, setChoices] = useState<Choice[] | null>(given)
  const [settled] = useDebouncedValue(q.trim(), 200)
  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      if (settled === '') return given
      const reply = await callApi<{ items: { id: string; slug: string; translations: { locale: string; title: string }[] }[] }>(
        'GET',
        withQuery('/articles', { q: settled, limit: '6', may: 'write' }),
      )
      if (!reply.ok) return []
      return reply.body.items.map(({ id, slug, translations }) => ({
        ...{ articleId: id, slug },
        titles: Object.fromEntries(translations.map(one => [one.locale, one.title])),
      }))
    }
    read().then(found => isCurrent && setChoices(found))
    return () => {
      isCurrent = false
    }
  }, [settled, given])
  return choices
}
