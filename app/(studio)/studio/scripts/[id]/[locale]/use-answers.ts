'use client'

import { useEffect, useRef, useState } from 'react'
import { callApi } from '#app/_ui/call-api.ts'

/** What is known of an article that a step names. `draft`: nothing of it is said in this language yet; `withdrawn`: it was; `unknown`: there is none. */
export interface NamedAnswer {
  title: string
  state: 'live' | 'draft' | 'withdrawn' | 'unknown'
}

/** An article that a few letters find. */
export interface FoundArticle {
  slug: string
  locale: string
  title: string
  isLive: boolean
}

/** Articles by a few letters of their title or address, those in `locale` first and each once. */
export async function findArticles(q: string, locale: string): Promise<FoundArticle[]> {
  const text = q.trim().slice(0, 120)
  if (text === '') return []
  const reply = await callApi<{ articles: FoundArticle[] }>('GET', `/lookup?limit=20&q=${encodeURIComponent(text)}`)
  const found = reply.ok
    ? reply.body.articles.toSorted((one, other) => Number(other.locale === locale) - Number(one.locale === locale))
    : []
  return found.filter(({ slug }, index) => found.findIndex(other => other.slug === slug) === index)
}

/** What is known of the articles with these slugs, each asked for once; what is not there yet is being asked for. */
export function useAnswers(slugs: readonly string[], locale: string): ReadonlyMap<string, NamedAnswer> {
  const [known, setKnown] = useState<ReadonlyMap<string, NamedAnswer>>(new Map())
  const asked = useRef(new Set<string>())
  const wanted = [...new Set(slugs)].filter(slug => slug !== '').join(' ')
  useEffect(() => {
    for (const slug of wanted.split(' ')) {
      if (slug === '' || asked.current.has(slug)) continue
      asked.current.add(slug)
      void readAnswer(slug, locale).then(answer => answer && setKnown(all => new Map([...all, [slug, answer]])))
    }
  }, [wanted, locale])
  return known
}

async function readAnswer(slug: string, locale: string): Promise<NamedAnswer | null> {
  const said = await callApi<{ title: string }>('GET', `/channels/operator/answers/${encodeURIComponent(slug)}?locale=${locale}`)
  if (said.ok) return { title: said.body.title, state: 'live' }
  const { status } = said.problem
  if (status !== 404 && status !== 410) return null
  const article = (await findArticles(slug, locale)).find(one => one.slug === slug)
  return { title: article?.title ?? slug, state: status === 410 ? 'withdrawn' : article ? 'draft' : 'unknown' }
}
