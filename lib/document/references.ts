import { articleOfHref } from './link.ts'
import type { Document, DocumentPath, Inline, Node } from './types.ts'
import { walkDocument, walkNodes } from './walk.ts'

export interface Reference {
  /** A fact key, snippet key, article id or slug, or media id. */
  key: string
  path: DocumentPath
}
export interface References {
  facts: Reference[]
  snippets: Reference[]
  articles: Reference[]
  media: Reference[]
}

/** Everything outside that a document refers to, in reading order, once per place. */
export function collectReferences(document: Document): References {
  const references: References = { facts: [], snippets: [], articles: [], media: [] }
  walkDocument(document, (node, path) => collect(node, path, references))
  return references
}

/** The same for inline content such as a short answer; paths are `/content/{index}`. */
export function collectInlineReferences(inlines: readonly Inline[]): References {
  const references: References = { facts: [], snippets: [], articles: [], media: [] }
  walkNodes(inlines, '', null, (node, path) => collect(node, path, references))
  return references
}

function collect(node: Node, path: DocumentPath, references: References): undefined {
  if (node.type === 'fact') references.facts.push({ key: node.attrs.key, path })
  if (node.type === 'snippet') references.snippets.push({ key: node.attrs.key, path })
  if (node.type === 'image') references.media.push({ key: node.attrs.src.slice('media:'.length), path })
  if (node.type === 'scriptStep') {
    const article = articleOfHref(node.attrs.href ?? '')
    if (article !== null) references.articles.push({ key: article, path })
  }
  if (node.type !== 'text' && node.type !== 'fact') return
  for (const mark of node.marks ?? []) {
    const article = mark.type === 'link' ? articleOfHref(mark.attrs.href) : null
    if (article !== null) references.articles.push({ key: article, path })
  }
}
