'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '#app/_ui/call-api.ts'
import { type CallPanel, type Found, type FoundItem, searchPath } from './panel-api.ts'

/** Milliseconds after the last key before the server is asked. */
const pause = 70

export interface Search {
  query: string
  setQuery: (query: string) => void
  /** False: what was typed is searched for as it is. */
  repair: boolean
  setRepair: (repair: boolean) => void
  /** Null: nothing is searched for, or nothing has come yet. */
  found: Found | null
  /** Why there is no answer to what was typed last; null: there is one, or it is on its way. */
  problem: Problem | null
}

/** What is found; nothing of an earlier question while the last one has failed. */
export function foundItems({ found, problem }: Search): FoundItem[] {
  return problem === null ? (found?.items ?? []) : []
}

/** Searches the operators' answers while somebody types; a newer question stops the older request. */
export function useSearch(call: CallPanel, locale: string, category: string | null): Search {
  const [query, change] = useState('')
  const [repair, setRepair] = useState(true)
  const [found, setFound] = useState<Found | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const wanted = query.trim()
  useEffect(() => {
    if (wanted === '') return setFound(null)
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      const reply = await call<Found>('GET', searchPath({ q: wanted, locale, category, repair }), { signal: abort.signal })
      if (abort.signal.aborted) return
      setProblem(reply.ok ? null : reply.problem)
      if (reply.ok) setFound(reply.body)
    }, pause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [call, wanted, locale, category, repair])
  const setQuery = useCallback((next: string) => {
    change(next)
    setRepair(true)
  }, [])
  return { query, setQuery, repair, setRepair, found, problem }
}
