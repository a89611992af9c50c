'use client'

import { useEffect } from 'react'
import { goTo } from './go-to.ts'
import type { Editors } from './use-editors.ts'

/** Milliseconds between two looks whether the editors have come, and how often they are looked for. */
const pace = { again: 100, most: 100 }

/** Sets the cursor once at the place that the address of the page names, when the editors are there. */
export function useAddressedPlace(editors: Editors, path: string | null): void {
  const { find } = editors
  useEffect(() => {
    if (path === null) return
    let looks = 0
    const timer = setInterval(() => {
      looks += 1
      if (goTo({ find }, path) || looks >= pace.most) clearInterval(timer)
    }, pace.again)
    return () => clearInterval(timer)
  }, [find, path])
}
