'use client'

import { useEffect } from 'react'

/** Milliseconds between renewals while somebody works; a session ends after 30 minutes without one. */
const interval = 5 * 60_000

/** Renews the session while the page is used. */
export function KeepSession() {
  useEffect(() => {
    let used = false
    const note = () => {
      used = true
    }
    const renew = () => {
      if (!used) return
      used = false
      void fetch('/api/auth/session', { cache: 'no-store' }).catch(() => undefined)
    }
    addEventListener('pointerdown', note)
    addEventListener('keydown', note)
    const timer = setInterval(renew, interval)
    return () => {
      removeEventListener('pointerdown', note)
      removeEventListener('keydown', note)
      clearInterval(timer)
    }
  }, [])
  return null
}
