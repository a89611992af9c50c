'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Glyph } from '../toolbar/glyph.tsx'

export interface Pick {
  id: string
  title: string
  glyph: string
  /** Beside the title, e.g. a value. */
  detail?: string
  /** Below, e.g. a key. */
  hint?: string
}
interface Props {
  id: string
  label: string
  picks: readonly Pick[]
  active: number
  /** Shown instead of an empty list. */
  empty: ReactNode
  onPick: (index: number) => void
  onActive: (index: number) => void
}

/** What a search has found, to choose from; the keyboard stays where it is typed (WAI-ARIA listbox with an active descendant). */
export function PickList({ id, label, picks, active, empty, onPick, onActive }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  if (picks.length === 0) return <p className="menu-pick-empty">{empty}</p>
  return (
    <div ref={list} className="menu-picks" role="listbox" id={id} aria-label={label} tabIndex={0}>
      {picks.map((pick, index) => (
        <div
          key={pick.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="pick"
          onMouseDown={event => event.preventDefault()}
          onMouseMove={() => index !== active && onActive(index)}
          onClick={() => onPick(index)}
          onKeyDown={event => event.key === 'Enter' && onPick(index)}
        >
          <span className="pick-glyph">
            <Glyph name={pick.glyph} size={17} />
          </span>
          <span className="menu-pick-title">{pick.title}</span>
          {pick.detail && <span className="pick-detail">{pick.detail}</span>}
          {pick.hint && <span className="pick-hint">{pick.hint}</span>}
        </div>
      ))}
    </div>
  )
}

/** What arrow keys do to the active place of a list; null: another key. */
export function movedActive(key: string, active: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (active + 1) % count
  if (key === 'ArrowUp') return (active - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
