import { Extension, InputRule } from '@tiptap/core'
import type { Panels } from '../panels/open-panels.ts'
import type { Surface } from '../surface.ts'
import { blockChoices, isPossible } from './block-choices.ts'

/** `:::steps ` at the beginning of a line makes what the menu calls so, in either language: so every block can be typed. Other names stay as they are typed. */
export const typedNames = (surface: Surface, panels: Panels) =>
  Extension.create({
    name: 'typedNames',
    addInputRules() {
      const { editor } = this
      return [
        new InputRule({
          find: /^:{2,3}(\p{L}{3,20})\s$/u,
          handler: ({ range, match, state }) => {
            const named = (match[1] ?? '').toLowerCase()
            const choice = blockChoices.find(
              one =>
                `${surface.words(`blocks.${one.id}`)} ${one.aliases}`
                  .toLowerCase()
                  .split(/[\s:]+/)
                  .includes(named) && isPossible(one, editor, surface),
            )
            if (!choice) return null
            state.tr.delete(range.from, range.to)
            // A choice is a step of its own, after the signs are gone.
            queueMicrotask(() => choice.run(editor, panels))
          },
        }),
      ]
    },
  })
