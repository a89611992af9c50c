import type { NodeViewRenderer } from '@tiptap/core'
import { calloutKinds } from '../schema/box-nodes.ts'
import type { Surface } from '../surface.ts'
import { attributeWriter, isInControl, listenForReturn } from './block-control.ts'
import { drawing } from './drawing.ts'
import { element } from './element.ts'

const faces = { info: 'info', warning: 'warning', tip: 'check' } as const

/** A callout with its kind above, as a list to choose from. */
export const calloutView =
  ({ words }: Surface): NodeViewRenderer =>
  props => {
    const write = attributeWriter(props)
    const options = calloutKinds.map(kind => element('option', { value: kind }, words(`callout.kinds.${kind}`)))
    const select = element('select', { class: 'block-select', 'aria-label': words('callout.kind') }, ...options)
    select.addEventListener('change', () => write({ kind: select.value }))
    listenForReturn(select, props, ['Enter', 'Escape'])
    const face = element('span', { class: 'block-face' })
    const content = element('div', { class: 'block-content' })
    const dom = element('div', {}, element('div', { class: 'block-head', contenteditable: 'false' }, face, select), content)
    const show = (kind: keyof typeof faces) => {
      dom.setAttribute('data-callout', kind)
      select.value = kind
      select.disabled = !props.editor.isEditable
      face.replaceChildren(drawing(faces[kind] ?? 'info'))
    }
    show(props.node.attrs.kind)
    return {
      dom,
      contentDOM: content,
      update(node) {
        if (node.type !== props.node.type) return false
        show(node.attrs.kind)
        return true
      },
      stopEvent: isInControl,
      ignoreMutation: mutation => mutation.type !== 'selection' && !content.contains(mutation.target),
    }
  }
