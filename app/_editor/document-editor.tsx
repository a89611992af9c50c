'use client'

import { closeHistory } from '@tiptap/pm/history'
import { EditorContent } from '@tiptap/react'
import { type Ref, useEffect, useImperativeHandle, useMemo } from 'react'
import type { Document, DocumentPath } from '#lib/document/types.ts'
import { DocumentCount } from './count/document-count.tsx'
import { EditorContext, usePanel } from './editor-context.ts'
import type { EditorLoss } from './editor-loss.ts'
import { focusPath } from './focus-path.ts'
import { showLosses } from './losses/loss-flags.ts'
import { TriggerMenu } from './menus/trigger-menu.tsx'
import { FindPanel } from './panels/find-panel.tsx'
import { OpenPanel } from './panels/open-panel.tsx'
import { SaidChoice } from './said-choice.tsx'
import { contentOf, readDocument } from './schema/read-document.ts'
import { Toolbar } from './toolbar/toolbar.tsx'
import { useChangeReport } from './use-change-report.ts'
import { useDocumentEditor } from './use-document-editor.ts'
import { useSurfaceShortcuts } from './use-surface-shortcuts.ts'

export interface DocumentEditorHandle {
  /** Puts the cursor to a place of the document and brings it into view. */
  focusPath(path: DocumentPath): void
  /** The document as it stands now, without waiting for onChange. */
  readDocument(): Document
  /** Puts another document in place of this one, in one step of undo. */
  replaceDocument(document: Document): void
}

export interface DocumentEditorProps {
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
  /** The text is a snippet's: no snippets are offered. */
  isSnippet?: boolean
  /** The text is one paragraph, e.g. a short answer: marks, links and facts, no blocks. */
  isInline?: boolean
  losses?: readonly EditorLoss[]
  ref?: Ref<DocumentEditorHandle>
}

const noLosses: readonly EditorLoss[] = []
/** Blocks from which on those out of sight are not laid out. */
const long = 100

/** A document as a text to write in. It is never made anew while it is on the page, so undo reaches back over saves. */
export function DocumentEditor({ document, onChange, onEdit, losses = noLosses, ref, ...options }: DocumentEditorProps) {
  const { locale, label, readOnly = false, isSnippet = false, isInline = false } = options
  const { editor, surface, panels, menuKeys } = useDocumentEditor({ document, locale, label, readOnly, isSnippet, isInline })
  useSurfaceShortcuts(surface, readOnly)
  const read = () => (editor ? readDocument(editor.state.doc, surface.uploads.findStored) : document)
  useChangeReport(editor, surface.uploads, { read, onChange, onEdit })
  useEffect(() => {
    if (editor) showLosses(editor.view, losses)
  }, [editor, losses])
  useImperativeHandle(ref, () => ({
    focusPath: path => editor && focusPath(editor, path),
    readDocument: read,
    replaceDocument: next => {
      if (!editor) return
      // One step of undo of its own, however soon it follows what was typed.
      editor.view.dispatch(closeHistory(editor.state.tr))
      editor.commands.setContent(contentOf(next))
      editor.view.dispatch(closeHistory(editor.state.tr))
    },
  }))
  const parts = useMemo(() => editor && { editor, surface, panels, menuKeys }, [editor, surface, panels, menuKeys])
  if (!parts) return <div className="document-editor document-editor-loading" aria-busy="true" />
  return (
    <EditorContext value={parts}>
      <div
        className="document-editor"
        data-readonly={readOnly || undefined}
        data-inline={isInline || undefined}
        data-long={document.content.length > long || undefined}
      >
        {!readOnly && <Toolbar />}
        <FindRow />
        <EditorContent editor={editor} className="document-frame" />
        {!readOnly && <TriggerMenu />}
        <OpenPanel />
        <SaidChoice />
        {!isInline && <DocumentCount />}
      </div>
    </EditorContext>
  )
}

function FindRow() {
  const [panel] = usePanel()
  return panel === 'find' && <FindPanel />
}
