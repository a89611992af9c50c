import type { NodeViewRenderer } from '@tiptap/core'
import { lengthLimits } from '#lib/document/limits.ts'
import type { Surface } from '../surface.ts'
import { attributeField } from './attribute-field.ts'
import { isInControl } from './block-control.ts'
import { drawing } from './drawing.ts'
import { element } from './element.ts'

/** A block that readers open: its summary to write in, its content always open. */
export const detailsView =
  ({ words }: Surface): NodeViewRenderer =>
  props => {
    const summary = attributeField(props, {
      attribute: 'summary',
      label: words('details.summary'),
      placeholder: words('details.placeholder'),
      maxLength: lengthLimits.summary,
      className: 'details-summary',
      empty: '',
    })
    const content = element('div', { class: 'block-content' })
    const head = element('div', { class: 'block-head', contenteditable: 'false' }, drawing('down', 14), summary.input)
    const dom = element('div', { 'data-details': '' }, head, content)
    return {
      dom,
      contentDOM: content,
      update(node) {
        if (node.type !== props.node.type) return false
        summary.show(node)
        return true
      },
      stopEvent: isInControl,
      ignoreMutation: mutation => mutation.type !== 'selection' && !content.contains(mutation.target),
    }
  }
