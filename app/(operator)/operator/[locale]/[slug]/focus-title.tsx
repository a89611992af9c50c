'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Of the title of the open answer. */
export const titleId = 'answer-title'

/** Gives the keyboard back to the open answer. */
export function focusTitle(): void {
  document.getElementById(titleId)?.focus({ preventScroll: true })
}

/** Focuses the element when `mark` is another than before, the first time too. */
export function useFocus<E extends HTMLElement>(mark: string) {
  const place = useRef<E>(null)
  useEffect(() => {
    if (mark) place.current?.focus({ preventScroll: true })
  }, [mark])
  return place
}

/** The title of an answer, which takes the focus when the answer or its new words (another `hash`) open: keys then act on it, and screen readers begin there. */
export function FocusTitle({ slug, hash, locale, children }: { slug: string; hash: string; locale: string; children: ReactNode }) {
  const title = useFocus<HTMLHeadingElement>(`${slug} ${hash}`)
  return (
    <h2 ref={title} id={titleId} tabIndex={-1} lang={locale}>
      {children}
    </h2>
  )
}

/** What stands in the place of an answer that is not there, with the focus. */
export function FocusPlace({ slug, children }: { slug: string; children: ReactNode }) {
  const place = useFocus<HTMLDivElement>(slug)
  return (
    <div ref={place} tabIndex={-1} className="desk-nothing">
      {children}
    </div>
  )
}
