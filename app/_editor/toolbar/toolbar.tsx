'use client'

import { redo, undo } from '@tiptap/pm/history'
import { useEditorState } from '@tiptap/react'
import { memo } from 'react'
import { type BlockName, blockChoices, isPossible } from '../blocks/block-choices.ts'
import { toggleItems } from '../commands/toggle-items.ts'
import { toggleSteps } from '../commands/toggle-steps.ts'
import { useEditorParts, usePanel } from '../editor-context.ts'
import { marks } from './marks.ts'
import { readToolbar } from './read-toolbar.ts'
import { TableTools } from './table-tools.tsx'
import { ToolButton } from './tool-button.tsx'
import { useRoving } from './use-roving.ts'

const inserted: BlockName[] = ['table', 'image', 'fact', 'snippet', 'info', 'details', 'internal', 'channels', 'quote', 'divider']

/** What can be done to the text, in one tab stop; arrow keys go through it. */
export const Toolbar = memo(function Toolbar() {
  const { editor, surface, panels } = useEditorParts()
  const { words } = surface
  const [panel, open] = usePanel()
  const state = useEditorState({ editor, selector: readToolbar })
  const roving = useRoving()
  const focused = () => editor.chain().focus()
  return (
    <div className="editor-tools" role="toolbar" aria-label={words('toolbar')} {...roving}>
      {!surface.isInline && <BlockSelect kind={state.kind} />}
      <span className="tool-group">
        {marks.map(({ name, glyph, keys }) => (
          <ToolButton
            key={name}
            label={words(`marks.${name}`)}
            glyph={glyph}
            keys={keys}
            className={`tool-${name}`}
            pressed={state.marks[name]}
            onRun={() => focused().toggleMark(name).run()}
          />
        ))}
        <ToolButton label={words('blocks.link')} glyph="link" keys="Mod K" pressed={state.marks.link} onRun={() => open('link')} />
      </span>
      {!surface.isInline && <ListTools list={state.list} />}
      <span className="tool-group">
        {blockChoices
          .filter(({ id }) => inserted.includes(id) && (!surface.isInline || id === 'fact'))
          .map(choice => (
            <ToolButton
              key={choice.id}
              label={words(`blocks.${choice.id}`)}
              glyph={choice.glyph}
              keys={choice.keys}
              disabled={!isPossible(choice, editor, surface)}
              onRun={() => choice.run(editor, panels)}
            />
          ))}
      </span>
      <span className="tool-group">
        <ToolButton
          label={words('undo')}
          glyph="undo"
          keys="Mod Z"
          disabled={!state.canUndo}
          onRun={() => undo(editor.state, editor.view.dispatch)}
        />
        <ToolButton
          label={words('redo')}
          glyph="redo"
          keys="Mod Shift Z"
          disabled={!state.canRedo}
          onRun={() => redo(editor.state, editor.view.dispatch)}
        />
        <ToolButton
          label={words('find.title')}
          glyph="search"
          keys="Mod F"
          pressed={panel === 'find'}
          onRun={() => open(panel === 'find' ? null : 'find')}
        />
      </span>
      {state.inTable && <TableTools canMerge={state.canMerge} canSplit={state.canSplit} isHeader={state.hasHeader} />}
    </div>
  )
})

function ListTools({ list }: { list: string | null }) {
  const { editor, surface } = useEditorParts()
  const { words } = surface
  return (
    <span className="tool-group">
      {(['bulletList', 'orderedList'] as const).map((name, index) => (
        <ToolButton
          key={name}
          label={words(`blocks.${name}`)}
          glyph={name}
          keys={`Mod Shift ${8 - index}`}
          pressed={list === name}
          onRun={() => toggleItems(editor, name)}
        />
      ))}
      <ToolButton
        label={words('blocks.steps')}
        glyph="steps"
        keys="Mod Shift 9"
        pressed={list === 'steps'}
        onRun={() => {
          editor.view.focus()
          toggleSteps(editor.state, editor.view.dispatch)
        }}
      />
    </span>
  )
}

/** Paragraph or heading, as a list to choose from. */
function BlockSelect({ kind }: { kind: string }) {
  const { editor, surface, panels } = useEditorParts()
  const { words } = surface
  const kinds: BlockName[] = ['paragraph', 'heading2', 'heading3', 'heading4', 'code']
  return (
    <select
      className="tool-select"
      aria-label={words('style')}
      value={kinds.includes(kind as BlockName) ? kind : 'paragraph'}
      onChange={({ currentTarget }) => {
        const name = currentTarget.value as BlockName
        blockChoices.find(({ id }) => id === name)?.run(editor, panels)
      }}
    >
      {kinds.map(name => (
        <option key={name} value={name} disabled={!blockChoices.some(choice => choice.id === name && isPossible(choice, editor, surface))}>
          {words(`blocks.${name}`)}
        </option>
      ))}
    </select>
  )
}
