import { type Editor, Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { normaliseHref } from '#lib/document/link.ts'
import type { Document } from '#lib/document/types.ts'
import type { HtmlNote } from '#lib/markup/read-context.ts'
import type { Surface } from '../surface.ts'
import { documentSlice, inlineSlice } from './document-slice.ts'
import { insertPictures } from './insert-pictures.ts'
import { looksLikeMarkdown } from './looks-like-markdown.ts'

/** What is pasted into the text or dropped on it: other programs' markup is read as blocks, pictures are sent to the media store, Markdown is understood. */
export const pasteAndDrop = (surface: Surface) =>
  Extension.create({
    name: 'pasteAndDrop',
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin({
          props: {
            handlePaste: (view, event) => event.clipboardData !== null && take(editor, view, event.clipboardData, surface),
            handleDrop(view, event, _slice, moved) {
              if (moved || !event.dataTransfer) return false
              const position = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
              if (position !== undefined) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(position))))
              if (event.dataTransfer.files.length > 0 && !surface.isInline) insertPictures(editor, surface, [...event.dataTransfer.files])
              else if (!take(editor, view, event.dataTransfer, surface)) return false
              event.preventDefault()
              return true
            },
          },
        }),
      ]
    },
  })

/** True: it is taken in; false: ProseMirror does what it does with text and with what was copied in an editor of this kind. */
function take(editor: Editor, view: EditorView, data: DataTransfer, surface: Surface): boolean {
  if (view.state.selection.$from.parent.type.spec.code) return false
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  const takePictures = () => !surface.isInline && insertPictures(editor, surface, [...data.files])
  if (html !== '' && !isOwn(html)) {
    const files = [...data.files]
    void readOther(view, html, surface)
      .catch(() => false)
      .then(isTaken => {
        if (isTaken || (!surface.isInline && insertPictures(editor, surface, files))) return
        if (text !== '') view.pasteText(text)
      })
    return true
  }
  if (html !== '') return surface.isInline && readPlain(view, text)
  if (text === '') return takePictures()
  return linkTo(view, text.trim()) || (surface.isInline ? readPlain(view, text) : readMarkdown(view, text))
}

/** Other programs' markup; its reader comes with the first text that needs it. False: there was nothing in it. Rejects when the reader does not come. */
async function readOther(view: EditorView, html: string, surface: Surface): Promise<boolean> {
  const { readPastedHtml } = await import('./read-pasted-html.ts')
  const { document, notes } = readPastedHtml(html, surface.uploads)
  if (document.content.length === 0) return false
  insert(view, document)
  tell(notes, surface)
  return true
}

/** What was copied here keeps everything, facts and boxes included. Confluence's editor is of the same family, but has other blocks. */
function isOwn(html: string): boolean {
  return html.includes('data-pm-slice') && !/data-(panel-type|renderer|node-type|prosemirror-)|ak-editor|confluence/i.test(html)
}

function insert(view: EditorView, document: Document): void {
  const { schema } = view.state
  const isInline = schema.nodes.doc?.spec.content === 'paragraph'
  const slice = isInline ? inlineSlice(schema, document) : documentSlice(schema, document)
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
}

/** An address pasted over a word makes it a link; one pasted by itself is one. */
function linkTo(view: EditorView, text: string): boolean {
  const href = /^\S+$/.test(text) ? normaliseHref(text) : null
  const { tr, schema, selection } = view.state
  if (href === null || !selection.$from.sameParent(selection.$to) || !selection.$from.parent.inlineContent) return false
  const mark = schema.marks.link!.create({ href })
  if (selection.empty) tr.replaceSelectionWith(schema.text(text, [mark]), false)
  else tr.addMark(selection.from, selection.to, mark)
  view.dispatch(tr.removeStoredMark(mark).scrollIntoView())
  return true
}

/** One paragraph takes the words of several lines. */
function readPlain(view: EditorView, text: string): boolean {
  const line = text.replace(/\s*\n\s*/g, ' ').trim()
  if (line === text || line === '') return false
  view.dispatch(view.state.tr.insertText(line).scrollIntoView())
  return true
}

/** The reader of Markdown comes with the first text that needs it; where it does not come (the server stands still) or does not understand, the words stay. */
function readMarkdown(view: EditorView, text: string): boolean {
  if (!looksLikeMarkdown(text)) return false
  void import('#lib/markdown/parse-markdown.ts')
    .then(({ parseMarkdown }) => insert(view, parseMarkdown(text).document))
    .catch(() => void view.pasteText(text))
  return true
}

function tell(notes: readonly HtmlNote[], { words, notify }: Surface): void {
  const pictures = notes.filter(({ kind }) => kind === 'picture').length
  const links = notes.filter(({ kind }) => kind === 'link').length
  if (pictures > 0) notify(words('paste.dropped', { count: pictures }))
  if (links > 0) notify(words('paste.unsafe', { count: links }))
}
