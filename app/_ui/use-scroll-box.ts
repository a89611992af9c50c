'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** Makes a box reachable by keyboard, and named, as long as its content does not fit; until that is measured it is taken not to fit. */
export function useScrollBox<T extends HTMLElement>(
  label: string,
): { ref: RefObject<T | null>; tabIndex?: number; role?: 'region'; 'aria-label'?: string } {
  const ref = useRef<T>(null)
  const [scrolls, setScrolls] = useState(true)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setScrolls(element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1),
    )
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return scrolls ? { ref, tabIndex: 0, role: 'region', 'aria-label': label } : { ref }
}
