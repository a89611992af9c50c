import { Window } from 'happy-dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formOf, type MessengerTexts, textOfRequest } from './copy-form.ts'

const copy = { short: 'Коротко', plain: 'Весь текст', html: '<p>Весь текст</p>' }
const sent: MessengerTexts = {
  telegram: [
    '<b>Тариф</b>\n99 ₽ &amp; <a href="https://bank.example/t">тарифы</a>',
    'Сайт <a href="https://bank.example/">https://bank.example</a>',
  ],
  max: [],
  vk: ['ТАРИФ', '99 ₽'],
  whatsapp: ['*Тариф*'],
}

beforeEach(() => {
  vi.stubGlobal('DOMParser', new Window().DOMParser)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('each form is what was approved, and one that the answer has not is none', () => {
  expect(formOf('short', copy, null)).toEqual({ text: 'Коротко', html: null })
  expect(formOf('html', copy, null)).toEqual({ text: 'Весь текст', html: '<p>Весь текст</p>' })
  expect(formOf('short', { ...copy, short: '' }, sent)).toBeNull()
  expect(formOf('telegram', copy, null)).toBeNull()
  expect(formOf('max', copy, sent)).toBeNull()
})

test('messengers without markup get the messages as they are, one below the other', () => {
  expect(formOf('vk', copy, sent)).toEqual({ text: 'ТАРИФ\n\n99 ₽', html: null })
  expect(formOf('whatsapp', copy, sent)).toEqual({ text: '*Тариф*', html: null })
})

test('a messenger with markup gets both: HTML, and text in which no address is lost', () => {
  const copied = formOf('telegram', copy, sent)
  expect(copied?.text).toBe('Тариф\n99 ₽ & тарифы (https://bank.example/t)\n\nСайт https://bank.example')
  expect(copied?.html).toContain('<b>Тариф</b><br>99 ₽ &amp; <a href="https://bank.example/t">тарифы</a><br><br>Сайт')
})

test('the text of a request is found in the form of every messenger', () => {
  expect(textOfRequest({ text: 'а' })).toBe('а')
  expect(textOfRequest({ message: 'б' })).toBe('б')
  expect(textOfRequest({ type: 'text', text: { body: 'в' } })).toBe('в')
  expect(textOfRequest({ type: 'interactive', interactive: { body: { text: 'г' } } })).toBe('г')
})
