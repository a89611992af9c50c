import type { AnyExtension, NodeViewRenderer } from '@tiptap/core'
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

/** The nodes of a document as visual blocks. Plain DOM, not React: an article has hundreds of them, and a key must not wait for any. */
export function documentViews(surface: Surface): AnyExtension[] {
  return documentNodes.map(extension => {
    const view = views[extension.name]
    return view && extension.type === 'node' ? extension.extend({ addNodeView: () => view(surface) }) : extension
  })
}
