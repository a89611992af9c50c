import type { NodeViewRenderer } from '@tiptap/core'
import { lengthLimits } from '#lib/document/limits.ts'
import type { Surface } from '../surface.ts'
import { attributeField } from './attribute-field.ts'
import { isInControl } from './block-control.ts'
import { element, setAttributes } from './element.ts'

/** A table in a box of its own that scrolls, its caption above. */
export const tableView =
  ({ words }: Surface): NodeViewRenderer =>
  props => {
    const label = words('table.caption')
    const caption = attributeField(props, {
      attribute: 'caption',
      label,
      placeholder: label,
      maxLength: lengthLimits.caption,
      className: 'table-caption',
      empty: null,
    })
    const body = element('tbody')
    const box = element('div', { class: 'table-scroll' }, element('table', {}, body))
    const dom = element('div', { class: 'table-block' }, element('div', { contenteditable: 'false' }, caption.input), box)
    // A table that does not fit is reached by keyboard, so that it can be scrolled.
    const observer = new ResizeObserver(() => {
      const scrolls = box.scrollWidth > box.clientWidth + 1
      setAttributes(box, { tabindex: scrolls && 0, role: scrolls && 'group', 'aria-label': scrolls && label })
    })
    observer.observe(box)
    return {
      dom,
      contentDOM: body,
      update(node) {
        if (node.type !== props.node.type) return false
        caption.show(node)
        return true
      },
      stopEvent: isInControl,
      destroy: () => observer.disconnect(),
      ignoreMutation: mutation => mutation.type !== 'selection' && !body.contains(mutation.target),
    }
  }
