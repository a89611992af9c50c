import { expect, test } from 'vitest'
import type { Block } from '#lib/document/types.ts'
import { channelKinds } from './channels.ts'
import { compile } from './compile.ts'
import { compileChannel } from './compile-channel.ts'
import { doc, inlines, link, para, testResolution, testSource } from './test-source.ts'
import type { ChannelKind, RenditionOf, Source } from './types.ts'

function rendition<Kind extends ChannelKind>(source: Source, kind: Kind, resolution = testResolution()): RenditionOf<Kind> {
  return compileChannel(source, resolution, kind).rendition as RenditionOf<Kind>
}

function reasons(source: Source, kind: ChannelKind, resolution = testResolution()): string[] {
  return compileChannel(source, resolution, kind).losses.map(loss => loss.reason)
}

test('an article has a rendition in every channel, equal to compiling that channel alone', () => {
  const source = testSource(doc('Комиссия {fee.transfer}.', para('Смотрите ', link('лимиты', 'article:card-limits'))), {
    shortAnswer: inlines('Комиссия.'),
  })
  const { renditions, losses } = compile(source, testResolution())
  expect([...renditions.keys()]).toEqual([...channelKinds])
  for (const kind of channelKinds) {
    expect({ rendition: renditions.get(kind), losses: losses.get(kind) }).toEqual(compileChannel(source, testResolution(), kind))
  }
})

test('an internal article exists for operators only, and without anything to copy', () => {
  const source = testSource(doc('Порядок.'), { audience: 'internal' })
  const { renditions, losses } = compile(source, testResolution())
  expect([...renditions.keys()]).toEqual(['operator'])
  expect([...losses.keys()]).toEqual(['operator'])
  expect((renditions.get('operator') as RenditionOf<'operator'>).content.copy).toEqual({ plain: '', html: '', short: '' })
})

test('an article exists in the channels that it names', () => {
  const { renditions } = compile(testSource(doc('Текст.'), { channels: ['ivr', 'agent'] }), testResolution())
  expect([...renditions.keys()]).toEqual(['ivr', 'agent'])
})

test('internal blocks inside snippets and items are removed as well', () => {
  const hidden: Block = { type: 'only', attrs: { audience: 'internal' }, content: [para('ТАЙНА')] }
  const resolution = testResolution({ snippets: new Map([['s', doc('Видно.', hidden)]]) })
  const list: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [para('пункт'), hidden] }] }
  const source = testSource(doc({ type: 'snippet', attrs: { key: 's' } }, list))
  const { renditions } = compile(source, resolution)
  for (const [kind, each] of renditions) expect([kind, JSON.stringify(each).includes('ТАЙНА')]).toEqual([kind, kind === 'operator'])
})

test('what only operators have is marked as internal and not copied, whether by audience or by channel', () => {
  const byChannel: Block = { type: 'only', attrs: { channels: ['operator'] }, content: [para('Предложите скидку')] }
  const { content } = rendition(testSource(doc('Всем.', byChannel)), 'operator')
  expect(content.html).toContain('<section class="internal"')
  expect(content.text).toContain('[Только для сотрудников] Предложите скидку')
  expect(JSON.stringify(content.copy)).not.toContain('скидку')
})

test('a block for several channels is in those', () => {
  const only: Block = { type: 'only', attrs: { channels: ['website', 'operator'] }, content: [para('Калькулятор')] }
  const { renditions } = compile(testSource(doc('Всем.', only)), testResolution())
  const having = channelKinds.filter(kind => JSON.stringify(renditions.get(kind)).includes('Калькулятор'))
  expect(having).toEqual(['website', 'operator'])
  expect(rendition(testSource(doc(only)), 'operator').content.copy.plain).toBe('Калькулятор')
})

test('a fact in an internal block is no fact of a public rendition', () => {
  const hidden: Block = { type: 'only', attrs: { audience: 'internal' }, content: [para('{limit.day}')] }
  const source = testSource(doc('{fee.transfer}', hidden))
  expect(Object.keys(rendition(source, 'website').facts)).toEqual(['fee.transfer'])
  expect(Object.keys(rendition(source, 'operator').facts)).toEqual(['fee.transfer', 'limit.day'])
})

test('a link to an internal article is an error in public channels, says nothing of its target, and is not copied by operators', () => {
  const source = testSource(doc(para(link('порядок', 'article:secret-procedure'))))
  const { losses, renditions } = compile(source, testResolution())
  for (const kind of channelKinds.filter(each => each !== 'operator')) {
    expect(losses.get(kind)).toMatchObject([{ reason: 'link-target-internal', level: 'error', path: '/content/0/content/0' }])
    expect(JSON.stringify([renditions.get(kind), losses.get(kind)])).not.toMatch(/secret|сотрудников/)
    expect(renditions.get(kind)?.plainText).toMatch(/порядок/i)
  }
  expect(losses.get('operator')).toEqual([])
  const { content } = rendition(source, 'operator')
  expect(content.html).toContain('data-article="secret-procedure"')
  expect(JSON.stringify(content.copy)).not.toContain('secret-procedure')
})

test('a link to an article of other channels is an error where it does not exist', () => {
  const source = testSource(doc(para(link('страница', 'article:site-only'))))
  expect(reasons(source, 'website')).toEqual([])
  expect(reasons(source, 'agent')).toEqual(['link-target-internal'])
})

test('a snippet that holds itself is an error at its place', () => {
  const resolution = testResolution({ snippets: new Map([['s', doc('Раз.', { type: 'snippet', attrs: { key: 's' } })]]) })
  const { losses } = compileChannel(testSource(doc('Начало.', { type: 'snippet', attrs: { key: 's' } })), resolution, 'website')
  expect(losses).toMatchObject([{ reason: 'snippet-cycle', level: 'error', path: '/content/1' }])
})

test('what is lost in a snippet is reported where the snippet stands', () => {
  const resolution = testResolution({ snippets: new Map([['s', doc('Раз.', 'Два {nothing}.')]]) })
  const { losses } = compileChannel(testSource(doc('Начало.', { type: 'snippet', attrs: { key: 's' } })), resolution, 'website')
  expect(losses).toMatchObject([{ reason: 'fact-missing', path: '/content/1' }])
})

test('losses of the short answer and of a variation have their own places', () => {
  const source = testSource(doc('Текст.'), { shortAnswer: inlines('Раз {nothing}.'), variations: { ivr: doc('Два {nothing}.') } })
  const { losses } = compileChannel(source, testResolution(), 'ivr')
  expect(losses.map(loss => loss.path)).toEqual(['/shortAnswer/1', '/variations/ivr/content/0/content/1'])
})

test('a variation is said instead of the document, the short answer stays for lists', () => {
  const source = testSource(doc('Документ.'), {
    shortAnswer: inlines('Коротко.'),
    variations: { website: doc('Вариант.'), chatbot: doc('Бот.') },
  })
  expect(rendition(source, 'website').content.text).toBe('Вариант.')
  expect(rendition(source, 'chatbot').content.messages.map(message => message.text)).toEqual(['Бот.'])
  expect(rendition(source, 'agent').content.markdown).toContain('Документ.')
  expect(rendition(source, 'website').shortAnswer).toBe('Коротко.')
})

test('an article without a word says its title on the phone and in chat, and is reported as empty elsewhere', () => {
  const source = testSource(doc())
  expect(rendition(source, 'ivr').content.script).toBe('Комиссия за перевод.')
  expect(rendition(source, 'chatbot').content.messages).toMatchObject([{ text: 'Комиссия за перевод' }])
  expect(reasons(source, 'website')).toEqual(['rendition-empty'])
})

test('the short answer opens the page unless the text opens with it', () => {
  const short = inlines('Комиссия {fee.transfer}.')
  expect(rendition(testSource(doc('Подробности.'), { shortAnswer: short }), 'website').content.html).toContain('<p class="short-answer">')
  expect(
    rendition(testSource(doc('Комиссия {fee.transfer}, но не всегда.'), { shortAnswer: short }), 'website').content.html,
  ).not.toContain('short-answer')
})

test('headings have no jumps, stable and unique anchors, and a table of contents', () => {
  const heading = (level: 2 | 3 | 4, text: string): Block => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] })
  const source = testSource(doc(heading(3, 'Как оплатить?'), heading(4, 'Как оплатить?'), heading(2, '…')))
  const { rendition: website, losses } = compileChannel(source, testResolution(), 'website')
  expect((website as RenditionOf<'website'>).content.toc).toEqual([
    { id: 'kak-oplatit', level: 2, text: 'Как оплатить?' },
    { id: 'kak-oplatit-2', level: 3, text: 'Как оплатить?' },
    { id: 'section', level: 2, text: '…' },
  ])
  expect(losses.map(loss => loss.path)).toEqual(['/content/0', '/content/1'])
})

test('characters that XML forbids and half characters never come out', () => {
  const source = testSource(doc(`a\u0000b\u000bc\ud800d\ufffee`), { title: 'T\u0001' })
  for (const each of compile(source, testResolution()).renditions.values()) {
    const text = JSON.stringify(each)
    expect(text).not.toMatch(/\\u00[01]|\\ud8|\ufffe/i)
  }
})

test('an unsafe address is an error and leaves only its text', () => {
  const source = testSource(doc(para(link('нажмите', 'javascript:alert(1)'), ' ', link('и тут', 'https://a@evil.example/'))))
  for (const kind of channelKinds) {
    const { rendition: each, losses } = compileChannel(source, testResolution(), kind)
    expect(losses.filter(loss => loss.reason === 'link-unsafe')).toHaveLength(2)
    expect(JSON.stringify(each)).not.toMatch(/javascript|evil/)
  }
})

test('right-to-left languages say so', () => {
  expect(rendition(testSource(doc('نص'), { locale: 'ar' }), 'website').content.html).toContain('lang="ar" dir="rtl"')
})
