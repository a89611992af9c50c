'use client'

import { useEffect, useRef } from 'react'
import { useEditorParts, usePanel } from '../editor-context.ts'
import { insertPictures } from '../paste/insert-pictures.ts'
import { FactPanel } from './fact-panel.tsx'
import { LinkPanel } from './link-panel.tsx'
import { SnippetPanel } from './snippet-panel.tsx'

/** What stands open beside the cursor. */
export function OpenPanel() {
  const [panel] = usePanel()
  return (
    <>
      <FactPanel />
      {panel === 'link' && <LinkPanel />}
      {panel === 'snippet' && <SnippetPanel />}
      <PictureChoice />
    </>
  )
}

/** The file dialog for pictures. */
function PictureChoice() {
  const { editor, surface } = useEditorParts()
  const [panel, open] = usePanel()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (panel !== 'picture') return
    input.current?.click()
    open(null)
  }, [panel, open])
  return (
    <input
      ref={input}
      type="file"
      hidden
      multiple
      accept="image/png,image/jpeg,image/webp,image/gif"
      aria-label={surface.words('blocks.image')}
      onChange={({ currentTarget }) => {
        insertPictures(editor, surface, [...(currentTarget.files ?? [])])
        currentTarget.value = ''
      }}
    />
  )
}
