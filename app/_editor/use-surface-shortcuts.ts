'use client'

import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { blockChoices, isInlineChoice } from './blocks/block-choices.ts'
import type { Surface } from './surface.ts'
import { marks } from './toolbar/marks.ts'

const movingKeys = { moveUp: 'Alt+ArrowUp', moveDown: 'Alt+ArrowDown', settings: 'Alt+Enter', below: 'Mod+Enter', nextCell: 'Tab' }

/** Enters the keys of a text into the sheet of shortcuts. The surface listens for them itself. */
export function useSurfaceShortcuts({ words, isInline }: Surface, readOnly: boolean): void {
  const find = { keys: 'Mod+F', label: words('find.title') }
  const blocks = blockChoices.flatMap(choice =>
    choice.keys && (!isInline || isInlineChoice(choice)) ? [{ keys: written(choice.keys), label: words(`blocks.${choice.id}`) }] : [],
  )
  const ofMarks = marks.map(({ name, keys }) => ({ keys: written(keys), label: words(`marks.${name}`) }))
  const moving = Object.entries(movingKeys).map(([name, keys]) => ({ keys, label: words(`keyNames.${name as keyof typeof movingKeys}`) }))
  useShortcuts(
    words('keyNames.title'),
    readOnly
      ? [find]
      : [
          ...(isInline ? [] : [{ keys: '/', label: words('keyNames.insert') }]),
          ...blocks,
          ...ofMarks,
          ...(isInline ? [] : moving),
          { keys: 'Mod+Z', label: words('undo') },
          { keys: 'Mod+Shift+Z', label: words('redo') },
          find,
          { keys: 'Alt+F10', label: words('keyNames.tools') },
          { keys: 'Escape Tab', label: words('keyNames.leave') },
        ],
  )
}

/** `Mod Shift 8`, as buttons show it, as the registry writes it. */
function written(keys: string): string {
  return keys.replaceAll(' ', '+')
}
