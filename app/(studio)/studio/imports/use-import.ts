'use client'

import { useEffect, useState } from 'react'
import { callApi } from '#app/_ui/call-api.ts'
import type { ShownImport } from './import-state.ts'

/** How often a running import is asked for, in milliseconds. */
const interval = 700

/** The state of an import, asked for again while it runs; `known` is shown until the first reply. null: none, or not known yet. */
export function useImport(id: string | null, known: ShownImport | null = null): ShownImport | null {
  const [state, setState] = useState(known)
  useEffect(() => {
    if (id === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async () => {
      const reply = await callApi<ShownImport>('GET', `/imports/${id}`)
      if (isOver) return
      if (reply.ok) setState(reply.body)
      if (!reply.ok || reply.body.status === 'running') timer = setTimeout(ask, interval)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [id])
  return id === null || state?.id === id ? state : null
}
