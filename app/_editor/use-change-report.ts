'use client'

import type { Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { sameDocument } from '#lib/document/same-document.ts'
import type { Document } from '#lib/document/types.ts'
import { settleUploads } from './paste/settle-uploads.ts'
import type { Uploads } from './references/uploads.ts'

/** Milliseconds after the last key until the document is handed on, and the longest that someone who does not stop typing is let wait. */
const rest = 90
const longest = 1000

interface Report {
  read(): Document
  onChange?: (document: Document) => void
  /** Called at once at every change of the document, without it: reading a document costs milliseconds. */
  onEdit?: () => void
}

/** Hands the document on shortly after the last key, not at each one; what waits is handed on when the page goes out of sight and when the editor leaves. */
export function useChangeReport(editor: Editor | null, uploads: Uploads, report: Report): void {
  const latest = useRef(report)
  latest.current = report
  useEffect(() => {
    if (!editor) return
    let timer: number | undefined
    let waitingSince: number | null = null
    let reported = latest.current.read()
    const send = () => {
      window.clearTimeout(timer)
      if (waitingSince === null) return
      waitingSince = null
      const document = latest.current.read()
      if (sameDocument(document, reported)) return
      reported = document
      latest.current.onChange?.(document)
    }
    // A paragraph that the editor itself adds below the last block is no edit.
    const change = ({ transaction }: { transaction: Transaction }) => {
      if (transaction.docChanged) wait()
    }
    const wait = () => {
      latest.current.onEdit?.()
      const now = performance.now()
      waitingSince ??= now
      window.clearTimeout(timer)
      timer = window.setTimeout(send, Math.max(0, Math.min(rest, waitingSince + longest - now)))
    }
    editor.on('update', change)
    editor.on('blur', send)
    // A picture that has arrived in the store becomes part of the document.
    const unwatch = uploads.watchStored(() => {
      settleUploads(editor, uploads)
      wait()
    })
    window.addEventListener('pagehide', send)
    return () => {
      editor.off('update', change)
      editor.off('blur', send)
      unwatch()
      window.removeEventListener('pagehide', send)
      send()
    }
  }, [editor, uploads])
}
