'use client'

import { type RefCallback, useCallback, useRef } from 'react'
import type { DocumentEditorHandle } from '#app/_editor/document-editor.tsx'
import type { Content } from '#lib/document/content.ts'
import { sameDocument } from '#lib/document/same-document.ts'
import type { Document } from '#lib/document/types.ts'
import { asDocument, inlinesOf } from './short-answer-document.ts'

/** `document`, `shortAnswer` or the channel kind of a variation. */
export type EditorName = string

/** The editors on the page: what they hold goes into the text, and what the text became goes into them. */
export interface Editors {
  refOf(name: EditorName): RefCallback<DocumentEditorHandle>
  find(name: EditorName): DocumentEditorHandle | undefined
  /** The text with what the editors have not handed on yet. */
  catchUp(content: Content): Content
  show(content: Content): void
}

export function useEditors(): Editors {
  const handles = useRef(new Map<EditorName, DocumentEditorHandle>())
  const refs = useRef(new Map<EditorName, RefCallback<DocumentEditorHandle>>())
  const refOf = useCallback((name: EditorName) => {
    const known = refs.current.get(name)
    if (known) return known
    const made: RefCallback<DocumentEditorHandle> = handle => {
      if (handle) handles.current.set(name, handle)
      else handles.current.delete(name)
    }
    refs.current.set(name, made)
    return made
  }, [])
  const find = useCallback((name: EditorName) => handles.current.get(name), [])
  const catchUp = useCallback(
    (content: Content) => [...handles.current].reduce((text, [name, handle]) => withDocument(text, name, handle.readDocument()), content),
    [],
  )
  const show = useCallback((content: Content) => {
    for (const [name, handle] of handles.current) {
      const document = documentIn(content, name)
      if (document && !sameDocument(document, handle.readDocument())) handle.replaceDocument(document)
    }
  }, [])
  return { refOf, find, catchUp, show }
}

/** The text with another document in the place that an editor edits. A variation that was removed stays removed. */
export function withDocument(content: Content, name: EditorName, document: Document): Content {
  if (name === 'document') return { ...content, document }
  if (name === 'shortAnswer') return { ...content, shortAnswer: inlinesOf(document) }
  return content.variations[name] === undefined ? content : { ...content, variations: { ...content.variations, [name]: document } }
}

function documentIn(content: Content, name: EditorName): Document | undefined {
  if (name === 'document') return content.document
  return name === 'shortAnswer' ? asDocument(content.shortAnswer) : content.variations[name]
}
