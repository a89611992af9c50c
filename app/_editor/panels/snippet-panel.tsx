'use client'

import { insertBlock } from '../commands/insert-block.ts'
import { useEditorParts, usePanel } from '../editor-context.ts'
import { SearchBox } from './search-box.tsx'

/** Chooses a shared block to stand at the cursor. */
export function SnippetPanel() {
  const { editor, surface } = useEditorParts()
  const { words, snippets } = surface
  const [, open] = usePanel()
  return (
    <SearchBox
      label={words('snippet.choose')}
      placeholder={words('snippet.placeholder')}
      empty={words('snippet.none')}
      search={async query =>
        (await snippets.search(query, 20)).map(({ key }) => ({
          id: key,
          title: snippets.titleOf(key),
          glyph: 'snippet',
          hint: key,
          run: () => {
            open(null)
            editor.view.focus()
            insertBlock(editor, editor.schema.nodes.snippet!.create({ key }))
          },
        }))
      }
    />
  )
}
