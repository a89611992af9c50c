import type { Editor } from '@tiptap/core'
import { focusControl } from '../commands/focus-control.ts'
import { insertBlock } from '../commands/insert-block.ts'
import type { Surface } from '../surface.ts'

/** What the media store takes; it looks at the bytes itself. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** Puts pictures at the cursor and sends them; then asks for a description. Other files are named. False: there was no picture among the files. */
export function insertPictures(editor: Editor, { uploads, words, notify }: Surface, files: readonly File[]): boolean {
  const pictures = files.filter(file => pictureTypes.includes(file.type))
  const others = files.filter(file => !pictures.includes(file)).map(({ name }) => name)
  if (others.length > 0) notify(words('paste.noPicture', { names: others.join(', ').slice(0, 120) }))
  if (pictures.length === 0) return false
  editor.view.focus()
  for (const file of pictures) insertBlock(editor, editor.schema.nodes.image!.create({ upload: uploads.start(file) }))
  focusControl(editor)
  return true
}
