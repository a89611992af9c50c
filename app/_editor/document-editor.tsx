'use client'

import { EditorContent, useEditor } from '@tiptap/react'
import { type Ref, useEffect, useImperativeHandle } from 'react'
import type { Document, DocumentPath } from '#lib/document/types.ts'
import { focusPath } from './focus-path.ts'
import { documentNodes } from './schema/document-nodes.ts'
import { contentOf, readDocument } from './schema/read-document.ts'
import { surfaceExtensions } from './surface-extensions.ts'
import { useChangeReport } from './use-change-report.ts'

/** A loss at its place, in the language of the interface. `LossView` of the channel windows fits. */
export interface EditorLoss {
  path: DocumentPath
  level: 'info' | 'warning' | 'error'
  message: string
}

export interface DocumentEditorHandle {
  /** Puts the cursor to a place of the document and brings it into view. */
  focusPath(path: DocumentPath): void
  /** The document as it stands now, without waiting for onChange. */
  readDocument(): Document
  /** Puts another document in place of this one, in one step of undo. */
  replaceDocument(document: Document): void
}

interface Props {
  /** What the editor opens with. Later values are not looked at: use replaceDocument. */
  document: Document
  /** The document about 0.1 s after the last key. */
  onChange?: (document: Document) => void
  /** At once at every change, e.g. to say that something is not saved yet. */
  onEdit?: () => void
  /** Of the text. */
  locale: string
  /** Accessible name. */
  label: string
  readOnly?: boolean
  losses?: readonly EditorLoss[]
  ref?: Ref<DocumentEditorHandle>
}

/** A document as a text to write in. It is never made anew while it is on the page, so undo reaches back over saves. */
export function DocumentEditor({ document, onChange, onEdit, locale, label, readOnly = false, ref }: Props) {
  const editor = useEditor({
    extensions: [...documentNodes, ...surfaceExtensions],
    content: contentOf(document),
    editable: !readOnly,
    injectCSS: false,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes: { class: 'document-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: locale } },
  })
  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly])
  const read = () => (editor ? readDocument(editor.state.doc) : document)
  useChangeReport(editor, { read, onChange, onEdit })
  useImperativeHandle(ref, () => ({
    focusPath: path => editor && focusPath(editor, path),
    readDocument: read,
    replaceDocument: next => void editor?.commands.setContent(contentOf(next)),
  }))
  return (
    <div className="document-editor" data-readonly={readOnly || undefined}>
      <EditorContent editor={editor} />
    </div>
  )
}
