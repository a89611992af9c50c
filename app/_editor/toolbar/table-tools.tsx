'use client'

import { type TableCommand, tableCommands } from '../commands/table-commands.ts'
import { useEditorParts } from '../editor-context.ts'
import { ToolButton } from './tool-button.tsx'

const names = Object.keys(tableCommands) as TableCommand[]

/** What can be done to the table around the cursor. */
export function TableTools({ canMerge, canSplit, isHeader }: { canMerge: boolean; canSplit: boolean; isHeader: boolean }) {
  const { editor, surface } = useEditorParts()
  const possible: Partial<Record<TableCommand, boolean>> = { merge: canMerge, split: canSplit }
  return (
    <fieldset className="tool-group tool-table" aria-label={surface.words('table.tools')}>
      {names.map(name => (
        <ToolButton
          key={name}
          label={surface.words(`table.${name}`)}
          glyph={name}
          pressed={name === 'headerRow' ? isHeader : undefined}
          disabled={possible[name] === false}
          onRun={() => {
            tableCommands[name](editor.state, editor.view.dispatch)
            editor.view.focus()
          }}
        />
      ))}
    </fieldset>
  )
}
