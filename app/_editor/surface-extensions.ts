import type { AnyExtension } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions'
import { typedNames } from './blocks/typed-names.ts'
import { KeepStructure } from './commands/keep-structure.ts'
import { FindMarks } from './find/find-marks.ts'
import { LossFlags } from './losses/loss-flags.ts'
import { type MenuKeys, triggers } from './menus/trigger.ts'
import type { Panels } from './panels/open-panels.ts'
import { pasteAndDrop } from './paste/paste-and-drop.ts'
import type { Surface } from './surface.ts'
import { surfaceKeys } from './surface-keys.ts'

interface Parts {
  surface: Surface
  panels: Panels
  menuKeys: { current: MenuKeys | null }
}

/** What the text has beside its nodes: keys, menus, flags, undo, a cursor between blocks, a place to go on below the last block. */
export function surfaceExtensions({ surface, panels, menuKeys }: Parts): AnyExtension[] {
  return [
    UndoRedo.configure({ depth: 500 }),
    Dropcursor.configure({ color: 'var(--istok-accent-text)', width: 2 }),
    Gapcursor,
    ...(surface.isInline ? [] : [TrailingNode.configure({ node: 'paragraph', notAfter: ['paragraph'] })]),
    Placeholder.configure({
      placeholder: () => surface.words(surface.isInline ? 'placeholderInline' : 'placeholder'),
      showOnlyCurrent: true,
    }),
    KeepStructure,
    LossFlags,
    FindMarks,
    surfaceKeys(panels),
    ...(surface.isInline ? [] : [typedNames(surface, panels)]),
    triggers(menuKeys),
    pasteAndDrop(surface),
  ]
}
