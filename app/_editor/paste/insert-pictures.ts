import type { Editor } from '@tiptap/core'
import { focusControl } from '../commands/focus-control.ts'
import { insertBlock } from '../commands/insert-block.ts'
import type { Uploads } from '../references/uploads.ts'

/** What the media store takes; it looks at the bytes itself. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** Puts pictures at the cursor (or at a position) and sends them; then asks for a description. False: there was no picture among the files. */
export function insertPictures(editor: Editor, uploads: Uploads, files: readonly File[], position?: number): boolean {
  const pictures = files.filter(file => pictureTypes.includes(file.type))
  if (pictures.length === 0) return false
  editor.view.focus()
  if (position !== undefined) editor.commands.setTextSelection(position)
  for (const file of pictures) insertBlock(editor, editor.schema.nodes.image!.create({ upload: uploads.start(file) }))
  focusControl(editor)
  return true
}
