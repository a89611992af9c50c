'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Row } from './answer-list.tsx'
import type { Search } from './use-search.ts'

interface Options {
  search: Search
  rows: Row[]
  onChoose: (row: Row) => void
}

export interface RowKeys {
  /** Index of the row that Enter opens. */
  marked: number
  setMarked: (index: number) => void
  /** Arrows and Enter of the search and of its list. True: the key was one of them. */
  press: (event: KeyboardEvent) => boolean
  /** What was typed anew is not what Enter asked for. */
  forget: () => void
}

/** Chooses among rows by arrows and Enter. Whoever types fast presses Enter before the answers are there: the first one opens when they are, never one of the question before. */
export function useRowKeys({ search: { query, found }, rows, onChoose }: Options): RowKeys {
  const [marked, setMarked] = useState(0)
  const [opensFirst, setOpensFirst] = useState(false)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const wanted = query.trim()
  const isCurrent = found?.query === wanted
  const first = opensFirst && isCurrent ? (rows[0] ?? null) : null
  useEffect(() => {
    if (!opensFirst || !isCurrent) return
    setOpensFirst(false)
    if (first) choose.current(first)
  }, [opensFirst, isCurrent, first])
  function press(event: KeyboardEvent): boolean {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = rows[marked]
    if (step !== 0) setMarked(Math.max(0, Math.min(marked + step, rows.length - 1)))
    else if (event.key !== 'Enter') return false
    else if (wanted !== '' && !isCurrent) setOpensFirst(true)
    else if (chosen) onChoose(chosen)
    event.preventDefault()
    return true
  }
  return { marked, setMarked, press, forget: () => setOpensFirst(false) }
}
