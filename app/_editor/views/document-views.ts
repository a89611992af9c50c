import type { AnyExtension, NodeViewRenderer } from '@tiptap/core'
import type { DOMOutputSpec, Node } from '@tiptap/pm/model'
import { documentNodes } from '../schema/document-nodes.ts'
import type { Surface } from '../surface.ts'
import { calloutView } from './callout-view.ts'
import { codeView } from './code-view.ts'
import { detailsView } from './details-view.ts'
import { factView } from './fact-view.ts'
import { imageView } from './image-view.ts'
import { onlyView } from './only-view.ts'
import { snippetView } from './snippet-view.ts'
import { tableView } from './table-view.ts'

const views: Record<string, (surface: Surface) => NodeViewRenderer> = {
  table: tableView,
  callout: calloutView,
  details: detailsView,
  only: onlyView,
  fact: factView,
  snippet: snippetView,
  image: imageView,
  codeBlock: codeView,
}

/** Copied into another program a fact is its value; copied into an editor of this kind it stays a fact. */
function factOnClipboard({ facts }: Surface) {
  const said = ({ node }: { node: Node }) => facts.valueOf(node.attrs.key, node.attrs) ?? `{${node.attrs.key}}`
  const attributes = ({ attrs }: Node) => ({ 'data-fact': attrs.key, 'data-case': attrs.case, 'data-form': attrs.form })
  return { renderText: said, renderHTML: ({ node }: { node: Node }): DOMOutputSpec => ['span', attributes(node), said({ node })] }
}

/** The nodes of a document as visual blocks. Plain DOM, not React: an article has hundreds of them, and a key must not wait for any. */
export function documentViews(surface: Surface): AnyExtension[] {
  return documentNodes.map(extension => {
    if (surface.isInline && extension.name === 'doc' && extension.type === 'node') return extension.extend({ content: 'paragraph' })
    // A line of dashes would put a block where none can stand.
    if (surface.isInline && extension.name === 'divider') return extension.extend({ addInputRules: () => [] })
    const view = views[extension.name]
    if (!view || extension.type !== 'node') return extension
    return extension.extend({ addNodeView: () => view(surface), ...(extension.name === 'fact' && factOnClipboard(surface)) })
  })
}
