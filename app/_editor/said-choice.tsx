'use client'

import type { Selection } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { memo } from 'react'
import { useEditorParts } from './editor-context.ts'
import type { Surface } from './surface.ts'

/** Says to a screen reader what the cursor has chosen where there is no text to read: a fact, a snippet, a picture, a divider, and which key leads on. */
export const SaidChoice = memo(function SaidChoice() {
  const { editor, surface } = useEditorParts()
  const said = useEditorState({ editor, selector: ({ editor }) => sayChoice(editor.state.selection, surface) })
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  )
})

function sayChoice(selection: Selection, { words, facts, snippets }: Surface): string {
  if (!(selection instanceof NodeSelection)) return ''
  const { type, attrs } = selection.node
  if (type.name === 'fact') {
    const value = facts.valueOf(attrs.key, attrs) ?? words('fact.noValue')
    return words('said.fact', { title: facts.titleOf(attrs.key), value })
  }
  if (type.name === 'snippet') return words('said.snippet', { title: snippets.titleOf(attrs.key) })
  if (type.name === 'image') return attrs.alt.trim() === '' ? words('said.undescribed') : words('said.image', { alt: attrs.alt })
  return type.name === 'divider' ? words('blocks.divider') : ''
}
