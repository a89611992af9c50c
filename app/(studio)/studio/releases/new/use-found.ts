import { useDebouncedCallback } from '@mantine/hooks'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useLocale } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import type { findPending, PendingKind } from '#lib/authoring/find-pending.ts'
import { findItems, type PickItem, type PickStart, pickItemOf, wordsOf } from './pick-item.ts'

interface Loaded {
  /** What was searched. */
  query: string
  items: PickItem[]
  count: number
  nextCursor: string | null
}

export interface Found {
  /** What is known of what was found; there may be more on the server. */
  items: PickItem[]
  /** How many were found, on the server too. */
  count: number
  /** All of it is in `items`. */
  isComplete: boolean
  /** The server has not answered yet to what is typed. */
  isWaiting: boolean
  hasFailed: boolean
  search(query: string): void
  /** Fetches the next page, if there is one. */
  more(): Promise<void>
  /** Ids of all that was found; null: the server did not answer. */
  all(): Promise<string[] | null>
}

type Reply = Awaited<ReturnType<typeof findPending>>

/** Milliseconds without a further key after which the server is asked. */
const patience = 150

/** What can be chosen and has the words: searched here when the page has all of it, else by the server. */
export function useFound(kind: PendingKind, { named, live, ...first }: PickStart): Found {
  const locale = useLocale()
  const isHere = first.nextCursor === null
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useState<Loaded>({ ...first, query: '' })
  const [hasFailed, setHasFailed] = useState(false)
  const turn = useRef(0)
  const ask = async (q: string, cursor: string | null) => {
    turn.current += 1
    const mine = turn.current
    const reply = await callApi<Reply>('GET', `/pending/${kind}?${parameters({ limit: '200', q, cursor: cursor ?? '' })}`)
    if (mine !== turn.current) return
    setHasFailed(!reply.ok)
    if (!reply.ok) return
    const items = reply.body.items.map(one => pickItemOf(kind, one, locale, Date.now()))
    setAsked(before => ({ ...reply.body, query: q, items: cursor === null ? items : [...before.items, ...items] }))
  }
  const askSoon = useDebouncedCallback((q: string) => ask(q, null), patience)
  const wanted = useDeferredValue(query)
  const own = useMemo(() => (isHere ? [...named, ...first.items] : named), [isHere, named, first.items])
  const texts = useMemo(() => wordsOf(own), [own])
  const here = useMemo(() => findItems(own, texts, wanted), [own, texts, wanted])
  const items = useMemo(() => {
    if (isHere) return here
    const names = new Set(here.map(({ id }) => id))
    return [...here, ...asked.items.filter(({ id }) => !names.has(id))]
  }, [isHere, here, asked])
  const isComplete = isHere || asked.nextCursor === null
  return {
    items,
    count: isComplete ? items.length : asked.count + here.filter(({ id }) => live.includes(id)).length,
    isComplete,
    isWaiting: !isHere && asked.query !== query,
    hasFailed,
    search(text) {
      setQuery(text)
      // An answer to what was typed before must not come after this.
      turn.current += 1
      if (!isHere) askSoon(text)
    },
    more: async () => (isHere || asked.nextCursor === null ? undefined : ask(query, asked.nextCursor)),
    async all() {
      if (isHere) return items.map(({ id }) => id)
      const reply = await callApi<{ ids: string[] }>('GET', `/pending/${kind}/ids?${parameters({ q: query })}`)
      setHasFailed(!reply.ok)
      return reply.ok ? [...new Set([...here.map(({ id }) => id), ...reply.body.ids])] : null
    },
  }
}

function parameters(given: Record<string, string>): URLSearchParams {
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value.trim() !== ''))
}
