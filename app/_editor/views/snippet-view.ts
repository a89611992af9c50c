import type { NodeViewRenderer } from '@tiptap/core'
import { DOMSerializer, type Node, type Schema } from '@tiptap/pm/model'
import type { Document } from '#lib/document/types.ts'
import { contentOf } from '../schema/read-document.ts'
import type { Surface } from '../surface.ts'
import { listenForReturn } from './block-control.ts'
import { drawing } from './drawing.ts'
import { element } from './element.ts'
import { showFact } from './fact-view.ts'

/** A shared block as it reads at this place, locked, with a way to where it is kept. */
export const snippetView =
  (surface: Surface): NodeViewRenderer =>
  props => {
    const { node, editor } = props
    const { words, snippets } = surface
    const key = String(node.attrs.key)
    const name = element('span', { class: 'snippet-name' })
    const link = element(
      'a',
      { href: `/studio/snippets/${encodeURIComponent(key)}`, target: '_blank', rel: 'noopener', class: 'snippet-open' },
      words('snippet.open'),
      drawing('open', 14),
    )
    listenForReturn(link, props, ['Escape'])
    const text = element('div', { class: 'snippet-text' })
    const head = element('div', { class: 'block-head' }, drawing('locked', 15), name, link)
    const dom = element('div', { 'data-snippet': key, contenteditable: 'false' }, head, text)
    const show = () => {
      const snippet = snippets.find(key)
      const title = snippets.titleOf(key)
      name.textContent = words('snippet.name', { title })
      link.setAttribute('aria-label', words('snippet.openNamed', { title }))
      dom.toggleAttribute('data-missing', snippet === null)
      const document = snippets.documentOf(key)
      if (document) text.replaceChildren(rendered(document, editor.schema, surface))
      else text.textContent = snippet === undefined ? '' : words(snippet === null ? 'snippet.missing' : 'snippet.untranslated', { key })
    }
    show()
    const unwatch = [snippets.watch(show), surface.facts.watch(show)]
    return {
      dom,
      ignoreMutation: () => true,
      stopEvent: event => event.target instanceof Element && event.target.closest('a') !== null && event.type !== 'dragstart',
      destroy: () => {
        for (const end of unwatch) end()
      },
    }
  }

function rendered(document: Document, schema: Schema, surface: Surface): DocumentFragment {
  const doc = schema.nodeFromJSON(contentOf(document))
  const fragment = DOMSerializer.fromSchema(schema).serializeFragment(doc.content) as DocumentFragment
  const references = fragment.querySelectorAll<HTMLElement>('[data-fact]')
  const facts: Node[] = []
  doc.descendants(node => {
    if (node.type.name === 'fact') facts.push(node)
  })
  for (const [index, reference] of references.entries()) {
    reference.className = 'fact-mark'
    showFact(reference, facts[index] as Node, surface)
  }
  for (const link of fragment.querySelectorAll('a')) link.removeAttribute('href')
  for (const image of fragment.querySelectorAll<HTMLImageElement>('img[data-media]')) image.src = mediaAddress(image.dataset.media ?? '')
  return fragment
}

/** Where the bytes of `media:{id}` are. */
export function mediaAddress(src: string): string {
  return `/media/${src.slice('media:'.length)}`
}
