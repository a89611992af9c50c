import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { endSession } from '#lib/access/end-session.ts'
import { signIn } from '#lib/access/sign-in.ts'
import { createCategory } from '#lib/authoring/create-category.ts'
import { updateCategory } from '#lib/authoring/update-category.ts'
import { searchLogOf } from '#lib/learning/search-log.ts'
import { paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { comparable, listenForTest } from './ask-server.fixture.ts'
import { openHotPath } from './hot.ts'
import { openTestWire } from './test-wire.ts'

async function openBank(variables: Record<string, string> = {}) {
  const bank = await openTestWire(variables)
  const articles = [
    await putDraft(bank.istok, {
      ...{ slug: 'block-card', title: 'Как заблокировать карту', category: 'cards', tags: ['безопасность'] },
      blocks: [paragraph(text('Откройте приложение и заблокируйте карту.'))],
    }),
    await putDraft(bank.istok, { slug: 'secret', title: 'Внутренний регламент', audience: 'internal' }),
  ]
  await publishRelease(bank.istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  for (const channel of ['website', 'operator']) await searchOf(bank.istok).warm(channel, 'ru')
  const isHot = (url: string, rawHeaders: string[] = [], method = 'GET') => {
    const response = { writeHead: () => undefined, end: () => undefined }
    return openHotPath(bank.wire)({ method, url, rawHeaders, socket: { remoteAddress: '127.0.0.1' } } as never, response as never)
  }
  return { ...bank, ...(await listenForTest(bank)), articles, isHot }
}

const at = (path: string, q: string, more = '') => `/api/v1/channels/${path}?q=${encodeURIComponent(q)}${more}`

test.each([
  at('website/search', 'заблокировать карту'),
  at('website/search', 'pf,kjrbhjdfnm rfhne', '&locale=ru&limit=3&remember=false'),
  at('website/search', 'карту', '&tag=%D0%B1%D0%B5%D0%B7%D0%BE%D0%BF%D0%B0%D1%81%D0%BD%D0%BE%D1%81%D1%82%D1%8C&repair=false'),
  at('website/search', 'карту', '&category=cards'),
  at('website/search', 'карту', '&category=nothing-here'),
  at('website/search', 'такого нет нигде'),
  at('website/search', '\ud83d\ude00 "quoted" \\ <b>'),
  at('website/suggest', 'забл'),
  at('website/suggest', '', '&limit=2'),
])('%s: the fast path sends what the route sends, also when it is asked again', async path => {
  const { hit, isHot } = await openBank()
  const byRoute = await hit(path, { Cookie: 'next-auth.session-token=x' })
  expect(byRoute.status).toBe(200)
  expect(isHot(path)).toBe(true)
  for (let round = 0; round < 3; round++) expect(comparable(await hit(path))).toEqual(comparable(byRoute))
  expect(isHot(path, ['Cookie', 'theme=dark'])).toBe(true)
  expect(comparable(await hit(path, { Cookie: 'theme=dark' }))).toEqual(comparable(byRoute))
})

test('what is refused or has to be waited for is left to the route', async () => {
  const { istok, isHot, admin } = await openBank()
  const path = at('website/search', 'карту')
  expect(isHot(path)).toBe(true)
  const operator = at('operator/search', 'регламент')
  expect(isHot(operator, ['Authorization', `Bearer ${admin}`])).toBe(true)
  expect(isHot(operator)).toBe(false)
  expect(isHot(path, ['Cookie', 'next-auth.session-token=x'])).toBe(false)
  expect(isHot(path, ['Authorization', 'Bearer istok_wrong'])).toBe(false)
  expect(isHot(path, [], 'HEAD')).toBe(false)
  for (const more of ['&q=x', '&x=1', '&limit=0', '&limit=51', '&limit=a', '&repair=1', '&category=', '&key=secret', '&locale=RU'])
    expect(isHot(path + more), more).toBe(false)
  for (const url of [
    at('website/search', ' '),
    '/api/v1/channels/website/search',
    at('nowhere/search', 'карту'),
    at('website/searches', 'a'),
  ])
    expect(isHot(url), url).toBe(false)
  searchOf(istok).rebuild()
  expect(isHot(path)).toBe(false)
})

test('what is below a category counts as in it, and a category that moves does so at once', async () => {
  const { istok, hit, isHot } = await openBank()
  const path = at('website/search', 'карту', '&category=parent')
  const slugs = async () => (JSON.parse((await hit(path)).body) as { items: { slug: string }[] }).items.map(({ slug }) => slug)
  expect(await slugs()).toEqual([])
  await createCategory(istok, system, { slug: 'parent', title: { ru: 'Родитель' } })
  expect(await slugs()).toEqual([])
  await updateCategory(istok, system, { id: 'cards', expectedVersion: 1, fields: { parent: 'parent' } })
  expect(await slugs()).toEqual(['block-card'])
  expect(isHot(path)).toBe(true)
})

test('a session finds what its holder may read as fast as a key does, and nothing any more once it has ended', async () => {
  const { istok, hit, isHot } = await openBank()
  const password = 'correct horse battery 7'
  const user = await createUser(istok, system, { email: 'operator@bank.example', name: 'A', roles: ['operator'], password })
  const { sessionVersion, sessionId } = await signIn(istok, { email: user.email, password, address: '10.0.0.1' })
  const token = await encode({ token: { userId: user.id, sessionVersion, sessionId }, secret: istok.secret })
  const cookie = `next-auth.session-token=${token}`
  const path = at('operator/search', 'регламент')
  expect(isHot(path, ['Cookie', cookie])).toBe(false)
  const byRoute = await hit(path, { Cookie: cookie })
  expect(JSON.parse(byRoute.body)).toMatchObject({ items: [{ slug: 'secret' }] })
  expect(isHot(path, ['Cookie', cookie])).toBe(true)
  expect(comparable(await hit(path, { Cookie: cookie }))).toEqual(comparable(byRoute))
  const foreign = await hit(path, { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' })
  expect(foreign.status).toBe(401)
  for (const more of [
    ['Sec-Fetch-Site', 'cross-site'],
    ['Cookie', 'a=b'],
    ['Authorization', 'Bearer istok_wrong'],
  ])
    expect(isHot(path, ['Cookie', cookie, ...more])).toBe(false)
  await endSession(istok, system, { id: sessionId })
  expect(isHot(path, ['Cookie', cookie])).toBe(false)
  expect((await hit(path, { Cookie: cookie })).status).toBe(401)
})

test('an internal answer is found by whom may read its channel only, and never on the website', async () => {
  const { hit, admin, makeKey } = await openBank()
  const found = async (path: string, headers?: Record<string, string>) => JSON.parse((await hit(path, headers)).body)
  expect(await found(at('website/search', 'регламент'))).toMatchObject({ items: [], total: 0, facets: { categories: {}, tags: {} } })
  expect(await found(at('website/suggest', 'регл'))).toMatchObject({ items: [] })
  expect((await found(at('operator/search', 'регламент'), { Authorization: `Bearer ${admin}` })).items[0].slug).toBe('secret')
  expect((await hit(at('operator/search', 'регламент'))).status).toBe(401)
  const key = await makeKey(['read'], 'website')
  expect((await hit(at('operator/search', 'регламент'), { Authorization: `Bearer ${key}` })).status).toBe(403)
})

test('a release is seen by the very next search', async () => {
  const { istok, hit, articles } = await openBank()
  const path = at('website/search', 'карту')
  for (let round = 2; round < 5; round++) {
    await hit(path)
    const title = `Как заблокировать карту ${round}`
    await putDraft(istok, { id: articles[0] as string, slug: 'block-card', title, blocks: [paragraph(text(`Ответ ${round}.`))] })
    await publishRelease(istok, system, { note: '', articles: [articles[0] as string], facts: [], snippets: [], withdraw: [] })
    const reply = await hit(path)
    expect(reply.headers['istok-release']).toBe(String(round))
    expect(JSON.parse(reply.body)).toMatchObject({ release: round, items: [{ title }] })
  }
})

test('a search costs its caller a tenth of a request, is counted and remembered', async () => {
  const { istok, wire, hit } = await openBank({ ISTOK_RATE_LIMIT: '1' })
  for (let round = 0; round < 10; round++) expect((await hit(at('website/search', `карту ${round}`))).status).toBe(200)
  const limited = await hit(at('website/search', 'карту'))
  expect(limited.status).toBe(429)
  expect(limited.headers['retry-after']).toBeDefined()
  expect(wire.log.render()).toMatch(/channels\/\{channel\}\/search",status="200",le="\+Inf"\} 10\n/)
  await searchLogOf(istok).flush(true)
  const texts = istok.database.reader.sqlite.prepare('SELECT text FROM wording ORDER BY text').pluck().all()
  expect(texts).toEqual([...Array(10).keys()].map(round => `карту ${round}`))
})
