import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Surface } from '../surface.ts'
import { element, setAttributes } from './element.ts'

/** A fact as its present value with unit; which fact it is stands in its name. */
export const factView =
  (surface: Surface): NodeViewRenderer =>
  ({ node: first }) => {
    let node: Node = first
    const dom = element('span', { class: 'fact-mark' })
    const show = () => showFact(dom, node, surface)
    show()
    const unwatch = surface.facts.watch(show)
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false
        node = next
        show()
        return true
      },
      ignoreMutation: () => true,
      destroy: unwatch,
    }
  }

/** Writes value and name of a fact into its element. */
export function showFact(dom: HTMLElement, { attrs }: Node, { facts, words }: Surface): void {
  const fact = facts.find(attrs.key)
  const value = facts.valueOf(attrs.key, attrs)
  const state = fact === undefined ? 'loading' : fact === null ? 'missing' : value === null ? 'empty' : 'known'
  const title = state === 'missing' ? words('fact.missing', { key: attrs.key }) : `${facts.titleOf(attrs.key)} · ${attrs.key}`
  if (dom.textContent !== (value ?? attrs.key)) dom.textContent = value ?? attrs.key
  setAttributes(dom, { 'data-fact': attrs.key, 'data-case': attrs.case, 'data-form': attrs.form, 'data-state': state, title })
}
