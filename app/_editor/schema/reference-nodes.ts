import { Node } from '@tiptap/core'
import { lengthLimits } from '#lib/document/limits.ts'

/** A fact's value at this place. */
export const Fact = Node.create({
  name: 'fact',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    key: { default: '', rendered: false },
    case: { default: null, rendered: false },
    form: { default: null, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-fact]',
      getAttrs: factOf,
    },
  ],
  renderHTML: ({ node }) => ['span', { 'data-fact': node.attrs.key, 'data-case': node.attrs.case, 'data-form': node.attrs.form }],
  renderText: ({ node }) => `{${node.attrs.key}}`,
})

export const Snippet = Node.create({
  name: 'snippet',
  group: 'block',
  atom: true,
  addAttributes: () => ({ key: { default: '', rendered: false } }),
  parseHTML: () => [{ tag: 'div[data-snippet]', getAttrs: snippetOf }],
  renderHTML: ({ node }) => ['div', { 'data-snippet': node.attrs.key }],
})

/** `upload` names a picture that is still on its way into the media store; such an image is not part of the document yet. */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: '', rendered: false },
    alt: { default: '', rendered: false },
    width: { default: null, rendered: false },
    height: { default: null, rendered: false },
    upload: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: 'img[data-media]', getAttrs: imageOf }],
  renderHTML: ({ node }) => {
    const { src, alt, width, height, upload } = node.attrs
    return ['img', { 'data-media': src, alt, width, height, 'data-upload': upload }]
  },
})

function imageOf(element: HTMLElement) {
  const src = element.getAttribute('data-media') ?? ''
  const upload = element.getAttribute('data-upload')
  if (src === '' ? !upload : !/^media:[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/.test(src)) return false
  const pixels = (name: string) => {
    const number = Number(element.getAttribute(name))
    return Number.isInteger(number) && number >= 1 && number <= 20_000 ? number : null
  }
  return {
    src,
    alt: (element.getAttribute('alt') ?? '').slice(0, lengthLimits.alt),
    width: pixels('width'),
    height: pixels('height'),
    upload,
  }
}

/* What comes from a clipboard may be made up; the same rules as in lib/document/schema.ts, which is not loaded here because its library weighs as much as the editor's toolbar. */

const cases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional']

function factOf(element: HTMLElement) {
  const key = element.getAttribute('data-fact') ?? ''
  const place = element.getAttribute('data-case')
  const form = element.getAttribute('data-form')
  if (key.length > lengthLimits.key || !/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/.test(key)) return false
  return { key, case: place && cases.includes(place) ? place : null, form: form === 'short' || form === 'long' ? form : null }
}

function snippetOf(element: HTMLElement) {
  const key = element.getAttribute('data-snippet') ?? ''
  return key.length <= lengthLimits.key && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) ? { key } : false
}
