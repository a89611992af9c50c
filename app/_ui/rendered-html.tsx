import type { Ref } from 'react'

interface Props {
  html: string
  className: string
  lang?: string
  ref?: Ref<HTMLDivElement>
}

/**
 * HTML that the compiler wrote: every text in it is escaped, it has no scripts, styles or handlers, and the page's policy would run none. The one place of the
 * studio that puts HTML into a page.
 */
export function RenderedHtml({ html, ...attributes }: Props) {
  return <div {...attributes} dangerouslySetInnerHTML={{ __html: html }} />
}
