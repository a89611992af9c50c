import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { organisationName, readOrganisation } from '#lib/delivery/read-organisation.ts'
import en from '../../../content/messages/site.en.json' with { type: 'json' }
import ru from '../../../content/messages/site.ru.json' with { type: 'json' }
import { openTestIstok } from '../../test-istok.ts'
import { assetPath, findAsset } from './assets.ts'
import { formatDate } from './format-date.ts'
import { parsePath } from './parse-path.ts'
import { openTestSite } from './site.fixture.ts'
import { splitLead } from './split-lead.ts'
import { languageName, translate } from './translate.ts'

const keysOf = (messages: object, path = ''): string[] =>
  Object.entries(messages).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`)))

const textsOf = (messages: object): string[] =>
  Object.values(messages).flatMap(value => (typeof value === 'string' ? [value] : textsOf(value)))

test('both languages have the same messages, none of them untranslated', () => {
  expect(keysOf(en)).toEqual(keysOf(ru))
  const words = textsOf(ru)
  expect(textsOf(en).filter(text => words.includes(text))).toEqual(['Optional'])
})

test('Russian counts have their forms', () => {
  const t = translate('ru')
  expect([1, 2, 5, 11, 21, 104].map(count => t('category.count', { count }))).toEqual([
    '1 ответ',
    '2 ответа',
    '5 ответов',
    '11 ответов',
    '21 ответ',
    '104 ответа',
  ])
})

test('a locale without own words gets English ones and its own name', () => {
  expect(translate('de')('feedback.yes')).toBe('Yes')
  expect(languageName('kk')).toBe('Қазақ тілі')
})

test('days are those of the organisation', () => {
  expect(formatDate('2026-11-22T22:30:00Z', 'ru', 'Europe/Moscow')).toBe('23\u00a0ноября\u00a02026\u00a0г.')
  expect(formatDate('2026-11-22T22:30:00Z', 'en', 'Europe/London')).toBe('22\u00a0November\u00a02026')
})

test('script and styles stay small, and the style sheet thinks of paper, motion and both themes', () => {
  const css = findAsset('site.css')?.body.toString() ?? ''
  expect(gzipSync(css).length).toBeLessThan(15 * 1024)
  expect(gzipSync(`${findAsset('site.js')?.body}${findAsset('theme.js')?.body}`).length).toBeLessThan(10 * 1024)
  for (const rule of ['@media print', 'prefers-reduced-motion', 'prefers-color-scheme: dark', ':focus-visible']) expect(css).toContain(rule)
  const paper = css.slice(css.indexOf('@media print'))
  for (const part of ['.top .search', '.feedback', 'a:has(> .fact:only-child)']) expect(paper).toContain(part)
  expect(css).not.toMatch(/@import|url\('?(?:https?:)?\/\//)
})

test('files are kept for ever under their hash, and an old hash still gives the present file', async () => {
  const site = openTestSite()
  const current = await site.ask(assetPath('site.css'), { headers: { 'accept-encoding': 'br' } })
  expect([current.status, current.headers.get('cache-control'), current.headers.get('content-encoding')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'br',
  ])
  const css = await site.body(assetPath('site.css'))
  const fonts = [...css.matchAll(/url\("?([^")]+woff2)"?\)/g)].map(([, font = '']) => font)
  expect(fonts).toHaveLength(3)
  for (const font of fonts) {
    const response = await site.ask(font)
    expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      'font/woff2',
      'public, max-age=31536000, immutable',
    ])
  }
  expect((await site.ask('/assets/0000000000000000/site.css')).headers.get('cache-control')).toBe('no-cache')
  expect((await site.ask('/assets/0000000000000000/../../package.json')).status).toBe(404)
  expect((await site.ask('/assets/0000000000000000/constructor')).status).toBe(404)
})

test('addresses are read strictly', () => {
  const read = (address: string) => parsePath(address, ['ru', 'en'])
  expect(read('/ru/articles/fee?feedback=yes&x=1')).toEqual({ kind: 'article', locale: 'ru', slug: 'fee', feedback: 'yes' })
  expect(read('/ru/articles/fee?feedback=maybe')).toMatchObject({ feedback: null })
  expect(read('/ru/articles?page=3')).toEqual({ kind: 'list', locale: 'ru', category: null, page: 3 })
  for (const address of [
    '/fr/',
    '/ru/articles/Fee',
    '/ru/articles/a%2Fb',
    '/ru/articles?page=0',
    '/ru/articles?page=x',
    '/ru//',
    '/ru/articles/a/b',
    '/ru/feed.xml/',
  ])
    expect([address, read(address)]).toEqual([address, null])
})

test('the short answer is taken out of the compiled HTML once', () => {
  expect(splitLead('<div class="answer" lang="ru"><p class="short-answer">A</p><p>B</p></div>')).toEqual({
    lead: '<p class="short-answer">A</p>',
    body: '<div class="answer" lang="ru"><p>B</p></div>',
  })
  expect(splitLead('<div class="answer"><p>B</p></div>')).toEqual({ lead: null, body: '<div class="answer"><p>B</p></div>' })
})

test('the organisation is the one in the settings, else the demo bank, else nobody', () => {
  const istok = openTestIstok({ ISTOK_DEMO: '1' })
  expect(organisationName(readOrganisation(istok), 'en')).toBe('Istok Bank')
  istok.database.writer.sqlite.prepare("INSERT INTO setting VALUES ('organisation', ?)").run(JSON.stringify({ name: { ru: 'Ромашка' } }))
  expect([organisationName(readOrganisation(istok), 'ru'), organisationName(readOrganisation(istok), 'en')]).toEqual(['Ромашка', 'Ромашка'])
  expect(organisationName(readOrganisation(openTestIstok()), 'ru')).toBe('База знаний')
})
