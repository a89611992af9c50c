'use client'

import type { EditorState } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '#app/_ui/icon.tsx'
import { useEditorParts, usePanel } from '../editor-context.ts'
import { findKey, replaceFound, setFind, stepFind } from '../find/find-marks.ts'

/** Finds and replaces in this text. Enter goes on, Shift-Enter back, Escape to the text. */
export function FindPanel() {
  const { editor, surface } = useEditorParts()
  const { words } = surface
  const [, open] = usePanel()
  const field = useRef<HTMLInputElement>(null)
  const [options, setOptions] = useState({ text: selectedText(editor.state), matchCase: false, wholeWord: false })
  const [replacement, setReplacement] = useState('')
  const [said, setSaid] = useState('')
  const { count, current } = useEditorState({
    editor,
    selector: ({ editor }) => {
      const find = findKey.getState(editor.state)
      return { count: find?.found.length ?? 0, current: find?.current ?? 0 }
    },
  })
  useEffect(() => field.current?.select(), [])
  useEffect(() => setFind(editor, options), [editor, options])
  useEffect(() => () => setFind(editor, null), [editor])
  const change = (part: Partial<typeof options>) => {
    setSaid('')
    setOptions({ ...options, ...part })
  }
  const replace = (all: boolean) => {
    setSaid(words('find.replaced', { count: replaceFound(editor, replacement, all) }))
    // The buttons can do nothing more; the keyboard would be lost with them.
    if (findKey.getState(editor.state)?.found.length === 0) field.current?.focus()
  }
  const close = () => {
    open(null)
    editor.view.focus()
  }
  return (
    <search
      className="find-panel"
      aria-label={words('find.title')}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <input
        ref={field}
        className="find-field"
        aria-label={words('find.find')}
        placeholder={words('find.find')}
        value={options.text}
        onChange={event => change({ text: event.currentTarget.value })}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          stepFind(editor, event.shiftKey ? -1 : 1)
        }}
      />
      <span className="find-count" role="status">
        {said || (options.text && words('find.count', { current: count && current + 1, count }))}
      </span>
      <button
        type="button"
        className="tool"
        aria-label={words('find.previous')}
        disabled={count === 0}
        onClick={() => stepFind(editor, -1)}
      >
        <Icon name="left" />
      </button>
      <button type="button" className="tool" aria-label={words('find.next')} disabled={count === 0} onClick={() => stepFind(editor, 1)}>
        <Icon name="right" />
      </button>
      <label className="find-option">
        <input type="checkbox" checked={options.matchCase} onChange={event => change({ matchCase: event.currentTarget.checked })} />
        {words('find.matchCase')}
      </label>
      <label className="find-option">
        <input type="checkbox" checked={options.wholeWord} onChange={event => change({ wholeWord: event.currentTarget.checked })} />
        {words('find.wholeWord')}
      </label>
      {editor.isEditable && (
        <>
          <input
            className="find-field"
            aria-label={words('find.replacement')}
            placeholder={words('find.replacement')}
            value={replacement}
            onChange={event => setReplacement(event.currentTarget.value)}
          />
          <button type="button" className="panel-action" disabled={count === 0} onClick={() => replace(false)}>
            {words('find.replace')}
          </button>
          <button type="button" className="panel-action" disabled={count === 0} onClick={() => replace(true)}>
            {words('find.replaceAll')}
          </button>
        </>
      )}
      <button type="button" className="tool" aria-label={words('find.close')} onClick={close}>
        <Icon name="close" />
      </button>
    </search>
  )
}

/** What is chosen in the text, when it is short enough to be searched for. */
function selectedText({ doc, selection }: EditorState): string {
  const { from, to, $from, $to } = selection
  return $from.sameParent($to) && to - from < 100 ? doc.textBetween(from, to, '') : ''
}
