'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'

/** The keys of a list: `/` to its search, ↑ and ↓ between search and rows (elements with the class row-link), N for something new. */
export function useListKeys(field: RefObject<HTMLInputElement | null>, newHref?: string): void {
  const t = useTranslations('catalogue.list')
  const router = useRouter()
  useShortcuts(t('keys'), [
    { keys: '/', label: t('toSearch'), run: () => field.current?.select() },
    { keys: 'ArrowDown', label: t('toRow') },
    ...(newHref === undefined ? [] : [{ keys: 'N', label: t('makeNew'), run: () => router.push(newHref) }]),
  ])
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const rows = Array.from(document.querySelectorAll<HTMLElement>('#main .row-link'))
      const stops = [field.current as HTMLElement | null, ...rows].filter(stop => stop !== null)
      const here = stops.indexOf(document.activeElement as HTMLElement)
      const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)]
      if (here < 0 || !next) return
      event.preventDefault()
      next.focus()
    }
    addEventListener('keydown', move)
    return () => removeEventListener('keydown', move)
  }, [field])
}
