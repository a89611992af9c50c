import { articleOfHref } from '#lib/document/link.ts'
import { changeLinks, type LinkedContent } from './change-links.ts'

/** Lets links to articles name them otherwise, in place. `rename` gets what stands after `article:`; null leaves it. */
export function renameLinks(content: LinkedContent, rename: (ref: string) => string | null): void {
  changeLinks(content, href => {
    const ref = articleOfHref(href)
    const name = ref === null ? null : rename(ref)
    return name === null ? null : `article:${name}`
  })
}
