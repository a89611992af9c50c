'use client'

import { useEffect } from 'react'

/** F6 and Shift-F6 go through the regions of the page (elements with `data-region`), as in a desktop program; F7 to the fields, F8 to the windows stay the browser's. */
export function useRegions(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
        region => region.offsetParent !== null || region.getClientRects().length > 0,
      )
      if (regions.length === 0) return
      event.preventDefault()
      const at = regions.findIndex(region => region.contains(document.activeElement))
      const next = regions[(at + (event.shiftKey ? -1 : 1) + regions.length * 2) % regions.length]
      const target = next?.querySelector<HTMLElement>('[data-region-start] [contenteditable="true"], [data-region-start]') ?? next
      target?.focus()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
