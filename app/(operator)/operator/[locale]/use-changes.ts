'use client'

import { useEffect, useRef } from 'react'
import { callPanel } from './panel-api.ts'

/** What of a change in the feed the panel needs. */
export interface Change {
  seq: number
  release: number
  op: 'upsert' | 'delete'
  articleId: string
  locale: string
}

/** Milliseconds between questions where the stream does not get through. */
const interval = 4000

/** Tells about every change of the operators' answers after `after`: by the stream, and by asking while that is broken. */
export function useChanges(after: number, onChange: (change: Change) => void): void {
  const tell = useRef(onChange)
  tell.current = onChange
  useEffect(() => {
    let cursor = after
    let isStreaming = false
    const take = (change: Change) => {
      if (change.seq <= cursor) return
      cursor = change.seq
      tell.current(change)
    }
    const stream = new EventSource(`/api/v1/channels/operator/changes/stream?after=${after}`)
    stream.addEventListener('release', event => take(JSON.parse((event as MessageEvent<string>).data) as Change))
    stream.onopen = () => {
      isStreaming = true
    }
    stream.onerror = () => {
      isStreaming = false
    }
    const timer = setInterval(async () => {
      if (isStreaming) return
      const reply = await callPanel<{ items: Change[] }>('GET', `/channels/operator/changes?after=${cursor}&limit=200`)
      if (reply.ok) reply.body.items.forEach(take)
    }, interval)
    return () => {
      stream.close()
      clearInterval(timer)
    }
  }, [after])
}
