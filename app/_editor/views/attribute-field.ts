import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { attributeWriter, listenForReturn } from './block-control.ts'
import { element } from './element.ts'

interface FieldOptions {
  attribute: string
  label: string
  placeholder: string
  maxLength: number
  className: string
  /** What an empty field means: null for attributes that may be missing. */
  empty: '' | null
  required?: boolean
}

/** A line of text that is an attribute of a block: a caption, a summary, the description of a picture. */
export function attributeField(props: NodeViewRendererProps, options: FieldOptions): { input: HTMLInputElement; show(node: Node): void } {
  const { attribute, label, placeholder, maxLength, className, empty, required } = options
  const write = attributeWriter(props)
  const input = element('input', {
    type: 'text',
    class: `block-field ${className}`,
    'aria-label': label,
    placeholder,
    maxlength: maxLength,
    required,
    spellcheck: 'true',
    autocomplete: 'off',
  })
  input.addEventListener('input', () => write({ [attribute]: input.value === '' ? empty : input.value }))
  listenForReturn(input, props)
  const show = (node: Node) => {
    const value = String(node.attrs[attribute] ?? '')
    if (input.value !== value) input.value = value
    input.readOnly = !props.editor.isEditable
  }
  show(props.node)
  return { input, show }
}
