'use client'

import { useEffect } from 'react'

/** Milliseconds between renewals, and how long a panel that stands open keeps its session without use (HARDENING.md B4: a shift). */
const interval = 10 * 60_000
const shift = 8 * 60 * 60_000

/** Keeps the session of an open panel for a shift: an operator on the phone may not touch it for an hour. */
export function KeepShift() {
  useEffect(() => {
    const opened = Date.now()
    const timer = setInterval(() => {
      if (Date.now() - opened > shift) return clearInterval(timer)
      void fetch('/api/auth/session', { cache: 'no-store' }).catch(() => undefined)
    }, interval)
    return () => clearInterval(timer)
  }, [])
  return null
}
