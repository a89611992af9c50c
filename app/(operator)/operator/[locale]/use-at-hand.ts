'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { CategoryNode } from '#lib/delivery/read-category-tree.ts'
import { findAnswers, findCategory } from './find-answers.ts'
import { answerPath, type CallPanel, type PanelAnswer } from './panel-api.ts'
import type { AnswerItem, AnswersAtHand } from './read-newest-answers.ts'

interface Options {
  call: CallPanel
  locale: string
  answers: AnswersAtHand
  categories: CategoryNode[]
  category: string | null
  /** Slugs in the order in which they are shown; null: all answers, newest change first. */
  order: string[] | null
}

export interface AtHand {
  rows: AnswerItem[]
  /** With those that are too many to be shown. */
  total: number
  isLoading: boolean
}

/** The answers of a view and category. Of a base that is too big for the page what is wanted is asked for: the newest of a category, and each favourite or recent answer that is not among the newest. */
export function useAtHand({ call, locale, answers: { newest, total }, categories, category, order }: Options): AtHand {
  const isWhole = newest.length === total
  const node = findCategory(categories, category)
  const inCategory = useCategory(call, locale, isWhole || order !== null ? null : category)
  const known = useMemo(() => new Map(newest.map(answer => [answer.slug, answer])), [newest])
  const others = useOthers(call, locale, isWhole ? [] : (order ?? []).filter(slug => !known.has(slug)))
  return useMemo(() => {
    if (order !== null) {
      const all = order.flatMap(slug => known.get(slug) ?? others.get(slug) ?? [])
      const rows = findAnswers(all, { filter: '', category: node })
      return { rows, total: rows.length, isLoading: !isWhole && order.some(slug => !known.has(slug) && !others.has(slug)) }
    }
    const rows = inCategory ?? findAnswers(newest, { filter: '', category: node })
    return { rows, total: node?.count ?? total, isLoading: !isWhole && node !== null && inCategory === null }
  }, [order, known, others, node, inCategory, newest, total, isWhole])
}

/** The newest answers of a category; null: none is asked for, or they have not come yet. */
function useCategory(call: CallPanel, locale: string, category: string | null): AnswerItem[] | null {
  const [found, setFound] = useState<{ category: string; items: AnswerItem[] } | null>(null)
  useEffect(() => {
    if (category === null) return
    let isCurrent = true
    void call<{ items: AnswerItem[] }>('GET', `/channels/operator/answers?locale=${locale}&category=${category}&limit=200`).then(reply => {
      if (isCurrent && reply.ok) setFound({ category, items: reply.body.items })
    })
    return () => {
      isCurrent = false
    }
  }, [call, locale, category])
  return category !== null && found?.category === category ? found.items : null
}

/** Single answers by their slugs; null: the panel does not say it, or it cannot be had now. */
function useOthers(call: CallPanel, locale: string, wanted: string[]): ReadonlyMap<string, AnswerItem | null> {
  const [found, setFound] = useState<ReadonlyMap<string, AnswerItem | null>>(new Map())
  const asked = useRef(new Set<string>())
  const missing = wanted.join(' ')
  useEffect(() => {
    for (const slug of missing.split(' ')) {
      if (slug === '' || asked.current.has(slug)) continue
      asked.current.add(slug)
      void call<PanelAnswer>('GET', answerPath(slug, locale)).then(reply => {
        // Without a network it is asked for the next time.
        if (!reply.ok && reply.problem.status === 0) asked.current.delete(slug)
        setFound(all => new Map([...all, [slug, reply.ok ? itemOf(reply.body) : null]]))
      })
    }
  }, [call, locale, missing])
  return found
}

function itemOf({ slug, title, category, content }: PanelAnswer): AnswerItem {
  return { slug, title, shortAnswer: content.shortAnswer, category, tags: [] }
}
