'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import { patchMarkup } from './patch-markup.ts'

/** HTML of the compiler that becomes another one while it is looked at: only the blocks that differ are laid out again. */
export function PatchedHtml({ html, className }: { html: string; className: string }) {
  const host = useRef<HTMLDivElement>(null)
  const [first] = useState(html)
  const shown = useRef(html)
  useLayoutEffect(() => {
    if (host.current && shown.current !== html) patchMarkup(host.current, html)
    shown.current = html
  }, [html])
  return <RenderedHtml ref={host} html={first} className={className} />
}
