import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { EditorLoss } from '../editor-loss.ts'
import { canonicalChildren } from '../place/canonical-children.ts'
import { positionOfPath } from '../place/position-of-path.ts'
import { drawing } from '../views/drawing.ts'
import { element } from '../views/element.ts'

const key = new PluginKey<DecorationSet>('lossFlags')
const severity = { error: 0, warning: 1, info: 2 }

/** Flags at the places of losses. They move with the text until the next list of losses comes. */
export const LossFlags = Extension.create({
  name: 'lossFlags',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, flags) {
          const losses = transaction.getMeta(key) as readonly EditorLoss[] | undefined
          return losses ? flagsOf(transaction.doc, losses) : flags.map(transaction.mapping, transaction.doc)
        },
      },
      props: { decorations: state => key.getState(state) },
    }),
  ],
})

/** Puts the flags of these losses into the text, instead of the ones there. */
export function showLosses(view: EditorView, losses: readonly EditorLoss[]): void {
  const before = key.getState(view.state)
  if (losses.length === 0 && (!before || before === DecorationSet.empty)) return
  view.dispatch(view.state.tr.setMeta(key, losses).setMeta('addToHistory', false))
}

function flagsOf(doc: Node, losses: readonly EditorLoss[]): DecorationSet {
  const places = new Map<string, EditorLoss[]>()
  for (const loss of losses) {
    const path = flaggedPath(doc, loss.path)
    if (path !== null) places.set(path, [...(places.get(path) ?? []), loss])
  }
  const decorations: Decoration[] = []
  for (const [path, found] of places) {
    const place = positionOfPath(doc, path)
    if (!place) continue
    const sorted = found.toSorted((a, b) => severity[a.level] - severity[b.level])
    const level = sorted[0]?.level ?? 'info'
    decorations.push(
      Decoration.node(place.from, place.to, { class: `has-loss has-loss-${level}` }),
      Decoration.widget(place.from, () => flag(sorted, level), {
        side: -1,
        key: `${path} ${sorted.map(loss => loss.level + loss.message).join()}`,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    )
  }
  return DecorationSet.create(doc, decorations)
}

/** The innermost node on the way of a path beside which a flag can stand: a block among blocks. */
function flaggedPath(doc: Node, path: string): string | null {
  const steps = path.split('/').slice(1)
  let flagged: string | null = null
  let parent = doc
  for (let index = 0; index + 1 < steps.length && steps[index] === 'content'; index += 2) {
    const child = canonicalChildren(parent)[Number(steps[index + 1])]
    if (!child || child.node.isInline) break
    if (child.node.type.isInGroup('block')) flagged = `/${steps.slice(0, index + 2).join('/')}`
    parent = child.node
  }
  return flagged
}

function flag(losses: EditorLoss[], level: EditorLoss['level']): HTMLElement {
  const texts = [...new Set(losses.map(({ message }) => message))]
  const button = element(
    'button',
    { type: 'button', class: `loss-flag loss-flag-${level}`, 'aria-label': texts.join('. ') },
    drawing(level, 15),
  )
  const tip = element('span', { class: 'loss-tip', 'aria-hidden': 'true' }, ...texts.map(text => element('span', {}, text)))
  return element('span', { class: 'loss-place-flag', contenteditable: 'false' }, button, tip)
}
