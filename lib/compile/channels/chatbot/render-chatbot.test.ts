import { expect, test } from 'vitest'
import type { Block } from '#lib/document/types.ts'
import { compileChannel } from '../../compile-channel.ts'
import { doc, inlines, link, para, testResolution, testSource } from '../../test-source.ts'
import type { RenditionOf, Resolution, Source } from '../../types.ts'
import { acceptMax, acceptTelegram, acceptTelegramRich, acceptVk, acceptWhatsapp } from './check-requests.ts'

interface Request {
  method: string
  body: Record<string, unknown>
}

function chat(source: Source, resolution: Resolution = testResolution()) {
  const { rendition, losses } = compileChannel(source, resolution, 'chatbot')
  const chatbot = rendition as RenditionOf<'chatbot'>
  const requests = (profile: string): Request[] => JSON.parse(chatbot.profiles[profile]?.body ?? '').messages
  return { chatbot, requests, losses: losses.map(({ level, reason }) => `${level} ${reason}`) }
}

const paragraph = 'Это предложение нужно для того, чтобы текст был длинным. '.repeat(30)

test('a long answer is split into numbered messages with buttons on the last', () => {
  const source = testSource(doc(paragraph, paragraph, paragraph, para('И ', link('лимиты', 'article:card-limits'), '.')))
  const messages = chat(source).requests('telegram.html')
  expect(messages).toHaveLength(2)
  const texts = messages.map(acceptTelegram)
  expect(texts[0]).toMatch(/\(1\/2\)$/)
  expect(texts[1]).toMatch(/\(2\/2\)$/)
  expect(messages[0]?.body.reply_markup).toBeUndefined()
  expect(messages[1]?.body.reply_markup).toEqual({ inline_keyboard: [[{ text: 'Лимиты по карте', callback_data: 'a:id-card-limits' }]] })
})

test('what would need more than three messages becomes the short answer with a link to the page', () => {
  const source = testSource(doc(...Array<string>(12).fill(paragraph)), { shortAnswer: inlines('Комиссия {fee.transfer}.') })
  const { chatbot, requests, losses } = chat(source)
  expect(chatbot.content.messages).toEqual([
    {
      text: 'Комиссия 1,5\u00a0%.',
      format: 'plain',
      buttons: [{ kind: 'url', label: 'Читать полностью', target: 'https://help.example/ru/articles/transfer-fee' }],
    },
  ])
  expect(requests('telegram.html')).toHaveLength(1)
  expect(requests('telegram.rich')).toHaveLength(1)
  expect(losses).toEqual(['info answer-shortened'])
  expect(Object.keys(chatbot.facts)).toEqual(['fee.transfer'])
})

test('without a short answer the beginning goes out, and that is a warning', () => {
  const { chatbot, losses } = chat(testSource(doc(...Array<string>(12).fill(paragraph))))
  expect(chatbot.content.messages).toHaveLength(1)
  expect(losses).toEqual(['warning short-answer-missing'])
})

test('the payload of a button to another answer fits 64 bytes or the button is dropped and reported', () => {
  const target = { articleId: 'карта'.repeat(8), slug: 'x', title: 'Карта', audience: 'public' as const, channels: null }
  const resolution = testResolution({ articles: new Map([['x', target]]) })
  const { requests, losses } = chat(testSource(doc(para(link('карта', 'article:x')))), resolution)
  expect(requests('telegram.html')[0]?.body.reply_markup).toBeUndefined()
  expect(losses).toEqual(['info buttons-dropped'])
})

test('labels are shortened to what a messenger shows, whole characters only', () => {
  const title = 'Как перевыпустить карту 👨‍👩‍👧 и что для этого нужно сделать сегодня'
  const resolution = testResolution({
    articles: new Map([['x', { articleId: 'x', slug: 'x', title, audience: 'public' as const, channels: null }]]),
  })
  const { requests } = chat(testSource(doc(para(link('карта', 'article:x')))), resolution)
  const [message] = requests('whatsapp')
  acceptWhatsapp(message as Request)
  expect(JSON.stringify(message)).toContain('"Как перевыпустить…"')
  acceptVk(requests('vk.plain')[0] as Request)
})

test('a messenger with buttons under short texts only leaves them away under a long one, and says so', () => {
  const { requests, losses } = chat(testSource(doc(paragraph, para(link('лимиты', 'article:card-limits')))))
  expect(requests('whatsapp')[0]?.body.type).toBe('text')
  expect(losses).toEqual(['info buttons-dropped'])
})

test('marks are closed at the end of a message and opened again in the next', () => {
  const bold: Block = { type: 'paragraph', content: [{ type: 'text', text: 'жирный & <текст> '.repeat(400), marks: [{ type: 'bold' }] }] }
  const messages = chat(testSource(doc(bold))).requests('telegram.html')
  expect(messages.length).toBe(2)
  for (const message of messages) {
    acceptTelegram(message)
    expect(message.body.text).toMatch(/^<b>[^<]*<\/b>/)
  }
})

test('more marks than Telegram keeps go into the next message, and never more than it keeps into one', () => {
  const many = (count: number): Block => ({
    type: 'paragraph',
    content: Array.from({ length: count }, (_, index) => ({
      type: 'text',
      text: `${index} `,
      marks: index % 2 ? [{ type: 'bold' as const }] : [{ type: 'italic' as const }],
    })),
  })
  for (const source of [testSource(doc(many(60), many(60))), testSource(doc(many(300)))])
    for (const message of chat(source).requests('telegram.html')) acceptTelegram(message)
  expect(chat(testSource(doc(many(60), many(60)))).requests('telegram.html')).toHaveLength(2)
})

test('a table too wide, a nesting too deep or too many blocks for rich messages become the short answer', () => {
  let deep: Block = para('глубоко')
  for (let level = 0; level < 20; level++) deep = { type: 'quote', content: [deep] }
  const wide: Block = {
    type: 'table',
    content: [{ type: 'tableRow', content: Array.from({ length: 21 }, () => ({ type: 'tableCell' as const, content: [para('x')] })) }],
  }
  const long: Block = {
    type: 'bulletList',
    content: Array.from({ length: 501 }, () => ({ type: 'listItem' as const, content: [para('x')] })),
  }
  for (const block of [deep, wide, long]) {
    const [message] = chat(testSource(doc(block), { shortAnswer: inlines('Коротко.') })).requests('telegram.rich')
    expect(acceptTelegramRich(message as Request)).toBe('Коротко.')
  }
})

test('every messenger says the same facts in the same words', () => {
  const source = testSource(doc('Комиссия {fee.transfer}, лимит {limit.day}, срок {term.delivery}, с {start}, {hours}, {phone}, {bank}.'))
  const { requests } = chat(source)
  const words = [
    '1,5\u00a0%',
    '150\u00a0000\u00a0₽',
    '1–3\u00a0рабочих дня',
    '31\u00a0января 2027\u00a0г.',
    '9:00–21:00',
    '8\u00a0800\u00a0555-35-35',
    'Исток Банк',
  ]
  const read = {
    'telegram.html': acceptTelegram,
    'telegram.rich': acceptTelegramRich,
    'max.html': acceptMax,
    'vk.plain': acceptVk,
    whatsapp: acceptWhatsapp,
  }
  for (const [profile, accept] of Object.entries(read))
    for (const word of words) expect(accept(requests(profile)[0] as Request)).toContain(word)
})

test('mentions and calls to everyone lose their meaning in VK', () => {
  const text = acceptVk(chat(testSource(doc('[id1|Павел] и @all, @online, но почта a@all.example'))).requests('vk.plain')[0] as Request)
  expect(text).toContain('[\u2060id1|')
  expect(text).toContain('@\u2060all,')
  expect(text).not.toContain('a@\u2060all.example')
})

test('the mark that ends a sentence is no part of a label, and a break between bold and plain text is not bold', () => {
  const text = para({ type: 'text', text: 'Почему?', marks: [{ type: 'bold' }] }, { type: 'hardBreak' }, 'См. ', {
    type: 'text',
    text: 'условия тарифа.',
    marks: [{ type: 'link', attrs: { href: 'https://bank.example/t' } }],
  })
  const { chatbot, requests } = chat(testSource(doc(text)))
  expect(chatbot.content.messages.flatMap(({ buttons }) => buttons.map(({ label }) => label))).toEqual(['условия тарифа'])
  expect(requests('telegram.html')[0]?.body.text).toContain('<b>Почему?</b>\nСм. ')
})
