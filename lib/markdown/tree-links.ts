import { normaliseHref } from '#lib/document/link.ts'
import type { Mark } from '#lib/document/types.ts'
import { finding } from '../findings.ts'
import { type Piece, type TreeContext, type TreeNode, warn } from './tree-context.ts'

const mediaSource = /^media:[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/

/** The mark for a link's target, or null (with a warning) when it points nowhere that a document may point. */
export function linkMark(url: string, node: TreeNode, context: TreeContext): Mark | null {
  const allowed = normaliseHref(url)
  if (allowed !== null) return { type: 'link', attrs: { href: allowed } }
  const article = isRelative(url) ? (context.callbacks.resolveArticleLink?.(url) ?? null) : null
  const href = article === null ? null : normaliseHref(`article:${article}`)
  if (href !== null) return { type: 'link', attrs: { href } }
  warn(context, node, 'link', finding('link-left-out', { value: url.slice(0, 200) }))
  return null
}

/** The picture, or nothing (with a warning) when the medium is not known. */
export function imagePiece(path: string, alt: string, node: TreeNode, context: TreeContext): Piece[] {
  if (mediaSource.test(path)) return [{ type: 'image', attrs: { src: path, alt } }]
  const id = context.callbacks.resolveImage?.(path) ?? null
  if (id !== null && mediaSource.test(`media:${id}`)) return [{ type: 'image', attrs: { src: `media:${id}`, alt: alt.slice(0, 500) } }]
  warn(context, node, 'image', finding('image-left-out', { value: path.slice(0, 200) }))
  return []
}

function isRelative(url: string): boolean {
  return url !== '' && !/^([A-Za-z][A-Za-z0-9+.-]*:|\/\/|\\|#)/.test(url)
}
