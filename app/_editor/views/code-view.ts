import type { NodeViewRenderer } from '@tiptap/core'
import { lengthLimits } from '#lib/document/limits.ts'
import type { Surface } from '../surface.ts'
import { attributeField } from './attribute-field.ts'
import { isInControl } from './block-control.ts'
import { element } from './element.ts'

/** Code with the name of its language in the corner. */
export const codeView =
  ({ words }: Surface): NodeViewRenderer =>
  props => {
    const language = attributeField(props, {
      attribute: 'language',
      label: words('code.language'),
      placeholder: words('code.language'),
      maxLength: lengthLimits.language,
      className: 'code-language',
      empty: null,
    })
    language.input.pattern = '[A-Za-z0-9+#._\\-]*'
    language.input.addEventListener('beforeinput', event => {
      if (event.data && /[^A-Za-z0-9+#._-]/.test(event.data)) event.preventDefault()
    })
    const code = element('code')
    const dom = element(
      'div',
      { class: 'code-block' },
      element('div', { contenteditable: 'false' }, language.input),
      element('pre', { spellcheck: 'false' }, code),
    )
    return {
      dom,
      contentDOM: code,
      update(node) {
        if (node.type !== props.node.type) return false
        language.show(node)
        return true
      },
      stopEvent: isInControl,
      ignoreMutation: mutation => mutation.type !== 'selection' && !code.contains(mutation.target),
    }
  }
