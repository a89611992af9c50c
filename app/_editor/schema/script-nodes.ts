import { Node } from '@tiptap/core'

/** A decision script, shown and kept as it is: it is edited on a page of its own, where its ways can be seen. */
export const Script = Node.create({
  name: 'script',
  group: 'block',
  content: 'scriptStep+',
  isolating: true,
  selectable: true,
  renderHTML: () => ['div', { 'data-script': '', contenteditable: 'false' }, 0],
})

const hidden = { default: null, rendered: false }

export const ScriptStep = Node.create({
  name: 'scriptStep',
  content: 'block*',
  isolating: true,
  selectable: false,
  addAttributes: () => ({ id: hidden, kind: hidden, title: { ...hidden, default: '' }, next: hidden, href: hidden, options: hidden }),
  renderHTML: ({ node }) => ['section', { 'data-script-step': node.attrs.kind }, ['strong', {}, node.attrs.title || '—'], ['div', {}, 0]],
})
