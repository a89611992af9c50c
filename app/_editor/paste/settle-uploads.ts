import type { Editor } from '@tiptap/core'
import type { Uploads } from '../references/uploads.ts'

/** Gives pictures that have arrived in the media store their address, so that paths of the document lead to them. No step of undo. */
export function settleUploads({ state, view }: Editor, uploads: Uploads): void {
  const { tr } = state
  state.doc.descendants((node, position) => {
    const isWaiting = node.type.name === 'image' && node.attrs.src === '' && node.attrs.upload
    const stored = isWaiting ? uploads.findStored(node.attrs.upload) : null
    for (const [name, value] of Object.entries(stored ?? {})) tr.setNodeAttribute(position, name, value)
    return !node.isTextblock
  })
  if (tr.docChanged) view.dispatch(tr.setMeta('addToHistory', false))
}
