import { Node } from '@tiptap/core'

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
      getAttrs: element => ({
        key: element.getAttribute('data-fact'),
        case: element.getAttribute('data-case'),
        form: element.getAttribute('data-form'),
      }),
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
  parseHTML: () => [{ tag: 'div[data-snippet]', getAttrs: element => ({ key: element.getAttribute('data-snippet') }) }],
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
  const pixels = (name: string) => Number(element.getAttribute(name)) || null
  return {
    src: element.getAttribute('data-media'),
    alt: element.getAttribute('alt') ?? '',
    width: pixels('width'),
    height: pixels('height'),
    upload: element.getAttribute('data-upload'),
  }
}
