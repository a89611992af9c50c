import fc from 'fast-check'
import { Window } from 'happy-dom'
import { expect, test, vi } from 'vitest'
import { patchMarkup } from './patch-markup.ts'

const window = new Window()
vi.stubGlobal('document', window.document)
vi.stubGlobal('Element', window.Element)

function hostOf(markup: string) {
  const host = window.document.createElement('div')
  host.innerHTML = markup
  return host as unknown as Element
}

const block = fc.constantFrom('<p>Один</p>', '<p>Два</p>', '<ul><li>Раз</li><li>Два</li></ul>', '<h2 id="a">Имя</h2>', 'слова', '<hr>')
const markup = fc.array(block, { maxLength: 6 }).map(blocks => `<div class="answer">${blocks.join('')}</div>`)

test('whatever was shown, the markup that is wanted stands there afterwards', () => {
  fc.assert(
    fc.property(markup, markup, (before, after) => {
      const host = hostOf(before)
      patchMarkup(host, after)
      expect(host.innerHTML).toBe(hostOf(after).innerHTML)
    }),
  )
})

test('blocks that say the same stay the same elements', () => {
  const host = hostOf('<div><p>Один</p><p>Два</p><p>Три</p></div>')
  const [first, second, third] = host.querySelectorAll('p')
  patchMarkup(host, '<div><p>Один</p><p>Два и половина</p><p>Три</p></div>')
  expect([...host.querySelectorAll('p')]).toEqual([first, second, third])
  patchMarkup(host, '<div><p>Один</p><p>Ещё</p><p>Два и половина</p><p>Три</p></div>')
  expect(host.querySelectorAll('p')[0]).toBe(first)
  expect(host.querySelectorAll('p')[3]).toBe(third)
})
