'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useEditorParts, usePanel } from '../editor-context.ts'
import { Floating } from '../menus/floating.tsx'
import { movedActive, type Pick, PickList } from '../menus/pick-list.tsx'

export interface SearchPick extends Pick {
  run: () => void
}
interface Props {
  label: string
  placeholder: string
  initial?: string
  empty: string
  /** Called shortly after the last key; the picks of an older query are thrown away. */
  search: (query: string) => Promise<SearchPick[]> | SearchPick[]
  /** Buttons below. */
  children?: ReactNode
}

/** Milliseconds after the last key until the server is asked. */
const rest = 120

/** A field to search with and what it finds, beside the cursor. Escape gives the keyboard back to the text. */
export function SearchBox({ label, placeholder, initial = '', empty, search, children }: Props) {
  const { editor } = useEditorParts()
  const [, open] = usePanel()
  const id = useId()
  const [position] = useState(editor.state.selection.from)
  const [query, setQuery] = useState(initial)
  const [found, setFound] = useState<{ query: string; picks: SearchPick[] } | null>(null)
  const picks = found?.picks ?? null
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  /** Enter was pressed before there was an answer: its first pick is meant, not one of an older answer. */
  const chosenEarly = useRef(false)
  const searching = useRef(search)
  searching.current = search
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  useEffect(() => {
    let isCurrent = true
    const timer = window.setTimeout(async () => {
      const picks = await searching.current(query)
      if (!isCurrent) return
      if (chosenEarly.current) picks[0]?.run()
      chosenEarly.current = false
      setFound({ query, picks })
      setActive(0)
    }, rest)
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [query])
  const close = () => {
    open(null)
    editor.view.focus()
  }
  return (
    <Floating position={position} className="search-box">
      <search
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
        onBlur={event => !event.currentTarget.contains(event.relatedTarget) && open(null)}
      >
        <input
          ref={input}
          className="search-field"
          role="combobox"
          aria-expanded={picks !== null && picks.length > 0}
          aria-controls={id}
          aria-activedescendant={picks?.length ? `${id}-${active}` : undefined}
          aria-label={label}
          aria-autocomplete="list"
          placeholder={placeholder}
          autoComplete="off"
          value={query}
          onChange={event => {
            chosenEarly.current = false
            setQuery(event.currentTarget.value)
          }}
          onKeyDown={event => {
            const next = movedActive(event.key, active, picks?.length ?? 0)
            if (event.key === 'Enter') {
              if (found?.query === query || active > 0) picks?.[active]?.run()
              else chosenEarly.current = true
            } else if (next === null || event.key === 'Home' || event.key === 'End') return
            else setActive(next)
            event.preventDefault()
          }}
        />
        {picks && (
          <PickList
            id={id}
            label={label}
            picks={picks}
            active={active}
            empty={empty}
            onPick={index => picks[index]?.run()}
            onActive={setActive}
          />
        )}
        {children}
      </search>
    </Floating>
  )
}
