import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Surface } from '../surface.ts'
import { insertPictures } from './insert-pictures.ts'

/** What is pasted into the text or dropped on it: pictures are sent to the media store. */
export const pasteAndDrop = ({ uploads }: Surface) =>
  Extension.create({
    name: 'pasteAndDrop',
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin({
          props: {
            handlePaste(_view, event) {
              const data = event.clipboardData
              if (!data) return false
              // Office programs put a picture of the text beside the text itself.
              const hasText = data.types.includes('text/html') || data.types.includes('text/plain')
              return !hasText && insertPictures(editor, uploads, [...data.files])
            },
            handleDrop(view, event) {
              const files = [...(event.dataTransfer?.files ?? [])]
              if (files.length === 0) return false
              const position = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
              event.preventDefault()
              insertPictures(editor, uploads, files, position)
              return true
            },
          },
        }),
      ]
    },
  })
