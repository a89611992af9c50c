import { Node } from '@tiptap/core'
import { lengthLimits } from '#lib/document/limits.ts'
import type { Only as OnlyBlock } from '#lib/document/types.ts'

export const calloutKinds = ['info', 'warning', 'tip'] as const

export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ kind: { default: 'info', rendered: false } }),
  parseHTML: () => [
    {
      tag: 'div[data-callout]',
      getAttrs: element => ({ kind: calloutKinds.find(kind => kind === element.getAttribute('data-callout')) ?? 'info' }),
    },
  ],
  renderHTML: ({ node }) => ['div', { 'data-callout': node.attrs.kind }, 0],
})

export const Details = Node.create({
  name: 'details',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ summary: { default: '', rendered: false } }),
  parseHTML: () => [
    {
      tag: 'div[data-details]',
      getAttrs: element => ({ summary: (element.getAttribute('data-details') ?? '').slice(0, lengthLimits.summary) }),
    },
  ],
  renderHTML: ({ node }) => ['div', { 'data-details': node.attrs.summary }, 0],
})

/** Content for some readers only. Exactly one of the two attributes is set. */
export const Only = Node.create({
  name: 'only',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ audience: { default: null, rendered: false }, channels: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'div[data-only]', getAttrs: element => conditionOf(element.getAttribute('data-only') ?? '') }],
  renderHTML: ({ node }) => ['div', { 'data-only': node.attrs.channels?.join(',') ?? 'internal' }, 0],
})

/** The attributes that a clipboard's "internal" or "website,chatbot" means. */
function conditionOf(text: string): OnlyBlock['attrs'] {
  const channels = text.split(',').filter(name => /^[a-z][a-z0-9-]{0,39}$/.test(name))
  return text === 'internal' || channels.length === 0 ? { audience: 'internal' } : { channels }
}
