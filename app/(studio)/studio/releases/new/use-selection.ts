'use client'

import { useCallback, useEffect, useState } from 'react'
import { choose, type Kind, nothing, parseSelection, type Selection, selectionOf } from './selection.ts'

/** Where this tab keeps what was chosen, until it is released. */
const place = 'istok-release'

export interface Choosing {
  selection: Selection
  /** False until it is known what was chosen before. */
  isReady: boolean
  set(kind: Kind, ids: readonly string[], chosen: boolean): void
  clear(): void
}

/** What is chosen for the release: from the address when it names something, else as it was before the page was loaded again. */
export function useSelection(): Choosing {
  const [selection, setSelection] = useState<Selection | null>(null)
  useEffect(() => {
    const url = new URL(location.href)
    const named = selectionOf(url.searchParams)
    setSelection(named ?? parseSelection(sessionStorage.getItem(place)) ?? nothing)
    if (!named) return
    // From here on the tab remembers, so that what is chosen next survives a reload, too.
    sessionStorage.setItem(place, JSON.stringify(named))
    history.replaceState(history.state, '', url.pathname)
  }, [])
  useEffect(() => {
    if (selection) sessionStorage.setItem(place, JSON.stringify(selection))
  }, [selection])
  const set = useCallback<Choosing['set']>(
    (kind, ids, chosen) => setSelection(current => choose(current ?? nothing, kind, ids, chosen)),
    [],
  )
  const clear = useCallback(() => setSelection(nothing), [])
  return { selection: selection ?? nothing, isReady: selection !== null, set, clear }
}
