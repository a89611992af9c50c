'use client'

import { useEffect, useRef, useState } from 'react'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import type { ReleasePreview } from '#lib/release/compile-preview.ts'
import { isEmpty, type Selection } from './selection.ts'

/** Milliseconds without a further choice after which the server is asked. */
const patience = 300

export interface PreviewState {
  preview: ReleasePreview | null
  problem: Problem | null
  /** The shown preview is not of the present selection yet. */
  isPending: boolean
}

/** What the release would change, compiled by the server anew whenever the selection or the time changes. `publishAt` is ISO 8601 or null. */
export function usePreview(selection: Selection, publishAt: string | null): PreviewState {
  const [state, setState] = useState<PreviewState>({ preview: null, problem: null, isPending: false })
  const asked = useRef(0)
  const body = JSON.stringify({ ...selection, publishAt })
  const empty = isEmpty(selection)
  useEffect(() => {
    asked.current += 1
    const turn = asked.current
    if (empty) return setState({ preview: null, problem: null, isPending: false })
    setState(before => ({ ...before, isPending: true }))
    const timer = setTimeout(async () => {
      const reply = await callApi<ReleasePreview>('POST', '/releases/preview', { body: JSON.parse(body) })
      if (turn !== asked.current) return
      setState(
        reply.ok ? { preview: reply.body, problem: null, isPending: false } : { preview: null, problem: reply.problem, isPending: false },
      )
    }, patience)
    return () => clearTimeout(timer)
  }, [body, empty])
  return state
}
