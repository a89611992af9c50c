import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { DocumentPath } from '#lib/document/types.ts'
import { focusControl } from './commands/focus-control.ts'
import { positionOfPath } from './place/position-of-path.ts'

/** Puts the cursor to the place of a document path (to the beginning when it is not in the document) and brings it into view. */
export function focusPath(editor: Editor, path: DocumentPath): void {
  // Taking the keyboard may change the document: what is done to it is made of what it is then.
  editor.view.focus()
  const { doc, tr } = editor.state
  const place = positionOfPath(doc, path)
  const isAtom = place?.node.isAtom && !place.node.isText
  const selection =
    place && isAtom && NodeSelection.isSelectable(place.node)
      ? NodeSelection.create(doc, place.from)
      : TextSelection.near(doc.resolve(place ? Math.min(place.from + (place.node.isText ? 0 : 1), doc.content.size) : 0))
  editor.view.dispatch(tr.setSelection(selection))
  const element = place && editor.view.nodeDOM(place.from)
  const shown = element instanceof HTMLElement ? element : element?.parentElement
  // What concerns the whole text is read from its beginning.
  const target = shown ?? editor.view.dom.firstElementChild
  target?.scrollIntoView({ block: 'center' })
  // What such a picture lacks is its description.
  if (place?.node.type.name === 'image' && place.node.attrs.alt.trim() === '') focusControl(editor)
}
