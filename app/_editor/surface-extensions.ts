import type { AnyExtension } from '@tiptap/core'
import { Dropcursor, Gapcursor, TrailingNode, UndoRedo } from '@tiptap/extensions'

/** What every text to write in has beside its nodes: undo, a cursor between blocks, a place to go on below the last block. */
export const surfaceExtensions: AnyExtension[] = [
  UndoRedo.configure({ depth: 500 }),
  Dropcursor.configure({ color: 'var(--istok-accent-text)', width: 2 }),
  Gapcursor,
  TrailingNode.configure({ node: 'paragraph', notAfter: ['paragraph'] }),
]
