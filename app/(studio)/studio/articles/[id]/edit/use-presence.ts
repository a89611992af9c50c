'use client'

import { useEffect, useState } from 'react'
import { callApi } from '#app/_ui/call-api.ts'

/** Milliseconds between signs of life; the server forgets a tab after 25 s without one. */
const interval = 8000

export interface Attendee {
  tab: string
  name: string
  locale: string
  openedAt: string
  isSelf: boolean
}

/** Who else has the article open. `onVersion` hears which version of the draft the server has. */
export function usePresence(articleId: string, locale: string, tab: string | null, onVersion: (version: number) => void): Attendee[] {
  const [others, setOthers] = useState<Attendee[]>([])
  useEffect(() => {
    if (tab === null) return
    const path = `/articles/${encodeURIComponent(articleId)}/presence/${tab}`
    let isHere = true
    const show = async () => {
      const reply = await callApi<{ others: Attendee[]; version: number | null }>('PUT', path, { body: { locale } })
      if (!isHere || !reply.ok) return
      setOthers(reply.body.others)
      if (reply.body.version !== null) onVersion(reply.body.version)
    }
    const leave = () => void fetch(`/api/v1${path}`, { method: 'DELETE', keepalive: true }).catch(() => undefined)
    void show()
    const timer = setInterval(show, interval)
    addEventListener('pagehide', leave)
    return () => {
      isHere = false
      clearInterval(timer)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [articleId, locale, tab, onVersion])
  return others
}
