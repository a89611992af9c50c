import { expect, test } from 'vitest'
import { ask } from '#db/schema/learning.ts'
import { type Actor, anonymous, type Scope, system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { type DraftInput, paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { askQuestion } from './ask-question.ts'

const bot: Actor = { kind: 'key', id: 'key:1', name: 'bot', scopes: new Set<Scope>(['read']), channel: 'chatbot' }

const drafts: DraftInput[] = [
  {
    ...{ slug: 'block-card', title: 'Как заблокировать карту' },
    questions: ['потерял карту что делать', 'заблокируйте карту', 'карту украли', 'срочная блокировка карты', 'как заморозить карту'],
    blocks: [paragraph(text('Откройте приложение и нажмите «Заблокировать».'))],
  },
  {
    ...{ slug: 'card-order', title: 'Как заказать карту' },
    questions: ['хочу новую карту', 'оформить карту', 'заказ карты', 'открыть карту онлайн', 'получить карту'],
    blocks: [paragraph(text('Карту привезёт курьер.'))],
  },
  {
    ...{ slug: 'card-order-price', title: 'Сколько стоит выпуск и заказ карты' },
    questions: ['сколько стоит заказать карту', 'цена выпуска карты', 'стоимость карты', 'платный ли выпуск карты', 'сколько стоит карта'],
    blocks: [paragraph(text('Выпуск бесплатный.'))],
  },
  {
    ...{ slug: 'transfer-fee', title: 'Комиссия за перевод' },
    questions: ['сколько стоит перевод', 'какая комиссия за перевод', 'процент за переводы', 'перевод без комиссии', 'цена перевода'],
    blocks: [paragraph(text('Перевод по номеру телефона бесплатный.'))],
  },
  {
    ...{ slug: 'fraud-desk', title: 'Порядок при мошенничестве', audience: 'internal' },
    questions: ['клиент жалуется на мошенников', 'эскалация мошенничества', 'мошенники украли деньги клиента', 'регламент антифрод'],
    blocks: [paragraph(text('Передайте дело в отдел «Кречет».'))],
  },
]

async function publish(istok: Istok, ...inputs: DraftInput[]): Promise<string[]> {
  const articles: string[] = []
  for (const draft of inputs) articles.push(await putDraft(istok, draft))
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  return articles
}

const put = (istok: Istok, question: string, more: { channel?: string; conversationId?: string; actor?: Actor } = {}) => {
  const { actor = system, channel = 'chatbot', conversationId } = more
  return askQuestion(istok, actor, { channel, locale: 'ru', question, ...(conversationId ? { conversationId } : {}) })
}

const rows = (istok: Istok) => istok.database.reader.orm.select().from(ask)

test('an answer is the approved rendition of that channel, word for word', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  for (const channel of ['chatbot', 'website', 'ivr']) {
    const reply = await put(istok, 'какую комиссию берут за перевод', { channel })
    const stored = await readRendition(istok, { channel, locale: 'ru', slug: 'transfer-fee', profile: null })
    expect(reply).toMatchObject({ status: 'answered', release: 1 })
    expect(reply.answer).toEqual(stored.kind === 'found' && JSON.parse(stored.reply.body.toString()))
    expect(reply.stored?.equals(stored.kind === 'found' ? stored.reply.body : Buffer.of())).toBe(true)
  }
})

test('a wrong layout and a typo are understood', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  expect(await put(istok, 'rjvbccbz pf gthtdjl')).toMatchObject({ answer: { slug: 'transfer-fee' } })
  expect(await put(istok, 'камиссия за первод')).toMatchObject({ answer: { slug: 'transfer-fee' } })
})

test('thanks get no answer a second time, call no person and leave no gap', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  const { conversationId } = await put(istok, 'какая комиссия за перевод')
  for (const question of ['спасибо', 'спасибо большое', 'ок', 'до свидания'])
    expect((await put(istok, question, { conversationId })).status).toBe('unanswered')
  expect(await put(istok, 'а сколько стоит?', { conversationId })).toMatchObject({ status: 'answered', answer: { slug: 'transfer-fee' } })
  const heard = istok.database.reader.sqlite.prepare(
    "SELECT text FROM wording JOIN hearing ON wording_id = wording.id WHERE outcome = 'unanswered'",
  )
  expect(heard.all()).toEqual([])
})

test('what no article answers is admitted, and recorded with the release and without personal data', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  const reply = await put(istok, 'рецепт борща, пишите на a.b@mail.ru или +7 916 123-45-67')
  expect(reply.status).toBe('unanswered')
  expect(reply.answer).toBeUndefined()
  expect(await rows(istok)).toMatchObject([
    {
      ...{ question: 'рецепт борща, пишите на [email] или [phone]', status: 'unanswered', release: 1, channel: 'chatbot', locale: 'ru' },
      conversationId: reply.conversationId,
    },
  ])
})

test('a question between two articles is asked back with both, and a doubtful one is never answered', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  const reply = await put(istok, 'карта')
  expect(reply.status).not.toBe('answered')
  for (const option of reply.options ?? []) expect(option).toEqual({ slug: expect.any(String), title: expect.any(String) })
})

test('a topic is not answered again to whatever short question comes next', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  const { conversationId, answer } = await put(istok, 'комиссия за перевод')
  expect(answer?.slug).toBe('transfer-fee')
  for (const question of ['как тебя зовут', 'погода', 'кто ты', 'а пицца?']) {
    const reply = await put(istok, question, { conversationId })
    expect({ question, status: reply.status }).not.toEqual({ question, status: 'answered' })
  }
  expect((await put(istok, 'а украли?', { conversationId })).answer?.slug).toBe('block-card')
})

test('a short question goes on about the topic of its conversation, in its channel only', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  const leading = async (conversationId: string, channel = 'chatbot') => {
    const { answer, options } = await put(istok, 'а сколько это стоит?', { conversationId, channel })
    return answer?.slug ?? options?.[0]?.slug
  }
  const card = await put(istok, 'как заказать карту')
  const transfer = await put(istok, 'комиссия за перевод')
  expect(card.answer?.slug).toBe('card-order')
  expect(await leading(card.conversationId)).toBe('card-order-price')
  expect(await leading(transfer.conversationId)).toBe('transfer-fee')
  expect(await leading(transfer.conversationId, 'website')).toBe(await leading(card.conversationId, 'website'))
})

test('the public never learns of internal articles, whatever it asks', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  const asked = drafts.at(-1)!
  for (const question of [asked.title!, ...asked.questions!, 'Кречет']) {
    const reply = await put(istok, question, { actor: anonymous, channel: 'website' })
    expect(JSON.stringify(reply)).not.toMatch(/fraud-desk|мошенничеств|Кречет/)
    expect(await put(istok, question, { channel: 'operator' })).toMatchObject(
      question === 'Кречет' ? {} : { status: 'answered', answer: { slug: 'fraud-desk' } },
    )
  }
})

test('internal articles change nothing of what the public is told', async () => {
  const replies: unknown[] = []
  for (const known of [drafts, drafts.slice(0, -1)]) {
    const istok = openTestIstok()
    await publish(istok, ...known)
    for (const question of ['карта', 'мошенники украли карту', 'сколько стоит']) {
      const { status, confidence, options, answer } = await put(istok, question, { actor: anonymous, channel: 'website' })
      replies.push({ question, status, confidence, options: options?.map(({ slug }) => slug).sort(), slug: answer?.slug })
    }
  }
  expect(replies.slice(0, 3)).toEqual(replies.slice(3))
})

test('a release is known to the next question, a withdrawn article is no answer any more', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  expect((await put(istok, 'как открыть вклад')).answer?.slug).not.toBe('deposit')
  const [id] = await publish(istok, {
    slug: 'deposit',
    title: 'Как открыть вклад',
    questions: ['открыть вклад', 'хочу вклад', 'новый вклад'],
  })
  expect(await put(istok, 'как открыть вклад')).toMatchObject({ status: 'answered', answer: { slug: 'deposit' }, release: 2 })
  await publishRelease(istok, system, { note: '', articles: [], facts: [], snippets: [], withdraw: [id!] })
  expect(JSON.stringify(await put(istok, 'как открыть вклад'))).not.toContain('deposit')
})

test('a larger base is learned in a thread of its own', async () => {
  const istok = openTestIstok()
  const subjects = ['паспорт', 'ипотека', 'кредит', 'вклад', 'пенсия', 'валюта', 'банкомат', 'страховка', 'кэшбэк', 'чек', 'справка']
  const verbs = ['оформить', 'закрыть']
  const many = verbs.flatMap((verb, kind) =>
    subjects.map((subject, at) => ({ slug: `a-${kind}-${at}`, title: `${verb} ${subject}`, questions: [`как ${verb} ${subject}`] })),
  )
  await publish(istok, ...many)
  const [first, second] = await Promise.all([put(istok, 'закрыть ипотека'), put(istok, 'как оформить валюта')])
  expect(JSON.stringify(first)).toContain('a-1-1')
  expect(JSON.stringify(second)).toContain('a-0-5')
})

test('who may not read the channel, and what is no question, is refused', async () => {
  const istok = openTestIstok()
  await publish(istok, ...drafts)
  await expect(put(istok, 'карта', { actor: anonymous })).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(put(istok, 'карта', { actor: bot, channel: 'operator' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(put(istok, 'карта', { channel: 'fax' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(put(istok, '  ')).rejects.toMatchObject({ code: 'invalid' })
  await expect(put(istok, 'я'.repeat(1001))).rejects.toMatchObject({ code: 'invalid' })
  await expect(put(istok, 'карта', { conversationId: 'a b' })).rejects.toMatchObject({ code: 'invalid' })
  expect(await rows(istok)).toEqual([])
})
