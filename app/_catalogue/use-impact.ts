'use client'

import { useEffect, useRef, useState } from 'react'
import { callApi, type Problem } from '#app/_ui/call-api.ts'

/** Milliseconds after the last key. */
const patience = 350

/** Asks what a change would do while it is typed. `busy` while an answer is on its way; the last answer stays until the next one. */
export function useImpact<T>(path: string | null, body: object): { impact: T | null; problem: Problem | null; busy: boolean } {
  const [state, setState] = useState<{ impact: T | null; problem: Problem | null; busy: boolean }>({
    impact: null,
    problem: null,
    busy: true,
  })
  const text = JSON.stringify(body)
  const last = useRef(0)
  useEffect(() => {
    if (path === null) return setState({ impact: null, problem: null, busy: false })
    last.current += 1
    const mine = last.current
    setState(before => ({ ...before, busy: true }))
    const timer = setTimeout(async () => {
      const reply = await callApi<T>('POST', path, { body: JSON.parse(text) })
      if (mine !== last.current) return
      setState(before =>
        reply.ok ? { impact: reply.body, problem: null, busy: false } : { impact: before.impact, problem: reply.problem, busy: false },
      )
    }, patience)
    return () => clearTimeout(timer)
  }, [path, text])
  return state
}
