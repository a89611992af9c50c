'use client'

import { useEffect, useRef } from 'react'

/** While there is no way to the server no link of the page is followed: the browser would put its own page in place of the answer that can still be read. */
export function useHeldLinks(isOffline: boolean, onHeld: () => void): void {
  const tell = useRef(onHeld)
  tell.current = onHeld
  useEffect(() => {
    if (!isOffline) return
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || !leavesPage(link)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      tell.current()
    }
    addEventListener('click', hold, { capture: true })
    return () => removeEventListener('click', hold, { capture: true })
  }, [isOffline])
}

/** A place in this page, a phone number and an e-mail address can be gone to without a network. */
function leavesPage(link: HTMLAnchorElement): boolean {
  if (!link.protocol.startsWith('http')) return false
  return link.hash === '' || link.pathname !== location.pathname || link.origin !== location.origin
}
