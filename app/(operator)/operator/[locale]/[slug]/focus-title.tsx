'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The title of an answer, which takes the focus when the answer opens: keys then act on it, and screen readers begin there. */
export function FocusTitle({ slug, locale, children }: { slug: string; locale: string; children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (slug) title.current?.focus({ preventScroll: true })
  }, [slug])
  return (
    <h2 ref={title} tabIndex={-1} lang={locale}>
      {children}
    </h2>
  )
}
