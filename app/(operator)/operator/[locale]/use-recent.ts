'use client'

import { useEffect, useState } from 'react'

const most = 20

/** Slugs of the answers that were open on this computer, the latest first. Only addresses are kept, no texts. */
export function useRecent(locale: string, open: string | null): string[] {
  const key = `istok-recent-${locale}`
  const [recent, setRecent] = useState<string[]>([])
  useEffect(() => {
    const known = read(key)
    const next = open === null ? known : [open, ...known.filter(slug => slug !== open)].slice(0, most)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // a browser that keeps nothing has no recent answers after a reload
    }
    setRecent(next)
  }, [key, open])
  return recent
}

function read(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((slug): slug is string => typeof slug === 'string') : []
  } catch {
    return []
  }
}
