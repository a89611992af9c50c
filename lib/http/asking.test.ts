import { expect, test } from 'vitest'
import { ask as askTable, hearing, wording } from '#db/schema/learning.ts'
import { system } from '#lib/access/actor.ts'
import { paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestWire } from './test-wire.ts'

async function openBank() {
  const wire = await openTestWire()
  const drafts = [
    {
      ...{ slug: 'transfer-fee', title: 'Комиссия за перевод', blocks: [paragraph(text('Перевод «по номеру» \u2028 бесплатный.'))] },
      questions: ['сколько стоит перевод', 'какая комиссия за перевод', 'процент за переводы', 'перевод без комиссии'],
    },
    {
      ...{ slug: 'block-card', title: 'Как заблокировать карту', blocks: [paragraph(text('Откройте приложение.'))] },
      questions: ['потерял карту', 'карту украли', 'срочная блокировка карты', 'заморозить карту'],
    },
    {
      ...{
        slug: 'secret',
        title: 'Порядок при мошенничестве',
        audience: 'internal' as const,
        blocks: [paragraph(text('Отдел «Кречет».'))],
      },
      questions: ['клиент жалуется на мошенников', 'эскалация мошенничества'],
    },
  ]
  const articles: string[] = []
  for (const draft of drafts) articles.push(await putDraft(wire.istok, draft))
  await publishRelease(wire.istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  const put = (question: string, more: Record<string, unknown> = {}, channel = 'website', key?: string) =>
    wire.ask('POST', `/channels/${channel}/ask`, { body: { question, locale: 'ru', ...more }, ...(key ? { key } : {}) })
  const said = async (...given: Parameters<typeof put>) => (await (await put(...given)).json()) as Record<string, never>
  return { ...wire, put, said }
}

test('the answer is the stored rendition, byte for byte, with its release', async () => {
  const { put, ask } = await openBank()
  const reply = await put('какую комиссию возьмут за перевод')
  expect(reply.status).toBe(200)
  expect(reply.headers.get('Istok-Release')).toBe('1')
  const bytes = await reply.text()
  expect(bytes).toContain(`"answer":${await (await ask('GET', '/channels/website/answers/transfer-fee?locale=ru')).text()},`)
  expect(JSON.parse(bytes)).toMatchObject({ status: 'answered', release: 1, conversationId: expect.any(String), answer: { release: 1 } })
})

test('who asks for a person gets a handoff with what was asked and shown, and the contact is stored as a digest only', async () => {
  const { said, ask, admin, istok } = await openBank()
  const contact = { type: 'phone', value: '+7 916 123-45-67' }
  const first = await said('сколько стоит перевод', { contact }, 'chatbot', admin)
  const { conversationId } = first
  const last = await said('мой номер 89161234567, позовите оператора', { conversationId, contact }, 'chatbot', admin)
  const rendition = (await (await ask('GET', '/channels/chatbot/answers/transfer-fee?locale=ru', { key: admin })).json()) as {
    hash: string
  }
  expect(last).toMatchObject({
    status: 'handoff',
    handoff: {
      reason: 'asked',
      questions: ['сколько стоит перевод', 'мой номер [phone], позовите оператора'],
      shown: [
        { slug: 'transfer-fee', title: 'Комиссия за перевод', release: 1, hash: rendition.hash, at: expect.stringMatching(/^\d{4}-.*T/) },
      ],
    },
  })
  const rows = await istok.database.reader.orm.select().from(askTable)
  expect(rows.map(({ person }) => person)).toEqual([expect.stringMatching(/^c:/), rows[0]?.person])
  for (const table of [askTable, hearing, wording])
    expect(JSON.stringify(await istok.database.reader.orm.select().from(table))).not.toMatch(/916[\s-]?123|123-?45-?67/)
})

test('what another channel showed is not told in a handoff', async () => {
  const { said, admin } = await openBank()
  const { conversationId } = await said('эскалация мошенничества', {}, 'operator', admin)
  const reply = await said('позовите оператора', { conversationId })
  expect(reply).toMatchObject({ status: 'handoff', handoff: { questions: ['позовите оператора'], shown: [] } })
})

test('the second unanswered question in a row is handed to a person, one that was answered between them begins anew', async () => {
  const { said } = await openBank()
  const { conversationId } = await said('рецепт борща')
  expect(await said('сколько стоит перевод', { conversationId })).toMatchObject({ status: 'answered' })
  expect(await said('погода на марсе', { conversationId })).toMatchObject({ status: 'unanswered' })
  const last = await said('ремонт велосипеда', { conversationId })
  expect(last).toMatchObject({ status: 'handoff', handoff: { reason: 'unanswered', shown: [{ slug: 'transfer-fee' }] } })
})

test('an administrator sets the thresholds of a channel, how soon people take over and what is remembered; nobody else does', async () => {
  const { ask, admin, makeKey, said } = await openBank()
  const path = '/settings/answering'
  const usual = await ask('GET', path, { key: admin })
  expect(usual.headers.get('ETag')).toBe('"0"')
  const thresholds = { website: { answer: 0.99, clarify: 0.98 } }
  const body = { thresholds, handoffAfter: 1, rememberSearches: false, keepDays: 30 }
  const save = (headers: Record<string, string>, key = admin, changed: object = {}) =>
    ask('PUT', path, { key, body: { ...body, ...changed }, headers })
  expect((await save({})).status).toBe(428)
  expect((await save({ 'If-Match': '"0"' }, await makeKey(['write']))).status).toBe(403)
  for (const fault of [
    { website: { answer: 0.1, clarify: 0.05 } },
    { website: { answer: 0.4, clarify: 0.5 } },
    { fax: { answer: 0.4, clarify: 0.2 } },
  ])
    expect((await save({ 'If-Match': '"0"' }, admin, { thresholds: fault })).status).toBe(422)
  expect(await (await save({ 'If-Match': '"0"' })).json()).toMatchObject({ ...body, version: 1 })
  expect((await save({ 'If-Match': '"0"' })).status).toBe(412)
  expect((await ask('GET', path, { key: await makeKey(['read']) })).status).toBe(403)
  expect(await said('какую комиссию возьмут за деньги')).toMatchObject({ status: 'handoff' })
  expect(await said('какую комиссию возьмут за деньги', {}, 'chatbot', admin)).not.toMatchObject({ status: 'handoff' })
})

test('nobody without the right to read a channel asks it anything', async () => {
  const { put, makeKey } = await openBank()
  expect((await put('карта', {}, 'operator')).status).toBe(401)
  expect((await put('карта', {}, 'chatbot')).status).toBe(401)
  expect((await put('карта', {}, 'operator', await makeKey(['read']))).status).toBe(403)
  expect((await put('карта', {}, 'website', await makeKey(['read'], 'chatbot'))).status).toBe(403)
  expect((await put('карта', {}, 'fax')).status).toBe(404)
  expect((await put('я'.repeat(1001))).status).toBe(422)
  expect((await put('карта', { extra: 1 })).status).toBe(422)
})

test('the same Idempotency-Key is asked once', async () => {
  const { ask, admin, istok } = await openBank()
  const put = () => ask('POST', '/channels/chatbot/ask', { key: admin, body: { question: 'карта' }, headers: { 'Idempotency-Key': 'one' } })
  expect(await (await put()).json()).toEqual(await (await put()).json())
  expect(await istok.database.reader.orm.select().from(askTable)).toHaveLength(1)
})

test('the public learns nothing internal, whatever it asks', async () => {
  const { put } = await openBank()
  for (const question of ['Порядок при мошенничестве', 'клиент жалуется на мошенников', 'эскалация мошенничества', 'Кречет', 'secret']) {
    expect(await (await put(question)).text()).not.toMatch(/мошеннич|Кречет|secret/)
  }
})
