import type { Editor } from '@tiptap/react'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { MenuKeys } from './menus/trigger.ts'
import type { Panel, Panels } from './panels/open-panels.ts'
import type { Surface } from './surface.ts'

export interface EditorParts {
  editor: Editor
  surface: Surface
  panels: Panels
  /** Filled by a menu while it is open. */
  menuKeys: { current: MenuKeys | null }
}

export const EditorContext = createContext<EditorParts | null>(null)

/** The editor around this component, and what belongs to it. */
export function useEditorParts(): EditorParts {
  const parts = useContext(EditorContext)
  if (!parts) throw new Error('Outside of a DocumentEditor')
  return parts
}

export function usePanel(): [Panel, (panel: Panel) => void] {
  const { panels } = useEditorParts()
  const panel = useSyncExternalStore(panels.watch, panels.read, panels.read)
  return [panel, panels.open]
}
