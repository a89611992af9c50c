import type { Document, Node } from '#lib/document/types.ts'
import { walkDocument } from '#lib/document/walk.ts'

/** What becomes of a picture wherever it stands: other alternative texts by language, another picture by its id. */
export interface PicturePlan {
  alts?: Record<string, string> | undefined
  into?: string | undefined
}

/** The document of a language with the picture as planned; the same object where it does not stand in it or nothing differs. */
export function withPicture(document: Document, id: string, { alts = {}, into }: PicturePlan, locale: string): Document {
  const alt = alts[locale]?.trim()
  const change = (node: Node): Node => {
    if (node.type === 'image' && node.attrs.src === `media:${id}`) {
      const { width: _width, height: _height, ...attrs } = node.attrs
      const kept = into === undefined ? node.attrs : { ...attrs, src: `media:${into}` }
      return { ...node, attrs: { ...kept, ...(alt && { alt }) } }
    }
    return 'content' in node && node.content !== undefined ? ({ ...node, content: node.content.map(change) } as Node) : node
  }
  if (altsIn([document], id).length === 0) return document
  const changed = change(document as unknown as Node) as unknown as Document
  return JSON.stringify(changed) === JSON.stringify(document) ? document : changed
}

/** The different texts that a picture is said to show in these documents; an empty one counts. */
export function altsIn(documents: readonly Document[], id: string): string[] {
  const found = new Set<string>()
  for (const one of documents)
    walkDocument(one, node => {
      if (node.type === 'image' && node.attrs.src === `media:${id}`) found.add(node.attrs.alt ?? '')
      return undefined
    })
  return [...found]
}

/** The same for a text with its wordings for channels. */
export function contentWithPicture<C extends { document: Document; variations: Record<string, Document> }>(
  content: C,
  id: string,
  plan: PicturePlan,
  locale: string,
): C {
  const variations = Object.entries(content.variations).map(([kind, one]) => [kind, withPicture(one, id, plan, locale)])
  return { ...content, document: withPicture(content.document, id, plan, locale), variations: Object.fromEntries(variations) }
}
