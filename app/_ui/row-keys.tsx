'use client'

import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useShortcuts } from './shortcuts/shortcuts.tsx'

interface Props {
  /** Rows can be chosen with X: each has a checkbox. */
  canChoose?: boolean
  /** Where `/` goes: the id of the search field. */
  search?: string
  children: ReactNode
}

/** Lets a list be walked by keys: J and K go from row to row, Enter opens (it is a link), X chooses, `/` searches. A row is what has `data-row`, its link is its first one. */
export function RowKeys({ canChoose = false, search, children }: Props) {
  const t = useTranslations('workflow.keys')
  const box = useRef<HTMLDivElement>(null)
  const rows = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const here = () => rows().findIndex(row => row.contains(document.activeElement))
  const go = (step: number) => {
    const all = rows()
    const from = here()
    const next = all[from === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(from + step, 0), all.length - 1)]
    next?.querySelector<HTMLElement>('a')?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts(t('title'), [
    { keys: 'J', label: t('next'), run: () => go(1) },
    { keys: 'K', label: t('previous'), run: () => go(-1) },
    { keys: 'Enter', label: t('open') },
    ...(canChoose
      ? [{ keys: 'X', label: t('choose'), run: () => rows()[here()]?.querySelector<HTMLElement>('input[type="checkbox"]')?.click() }]
      : []),
    ...(search ? [{ keys: '/', label: t('search'), run: () => document.getElementById(search)?.focus() }] : []),
  ])
  return <div ref={box}>{children}</div>
}
