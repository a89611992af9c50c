import { readMarkup } from '../../read-markup.ts'

/* Strict stand-ins for messenger servers: they parse requests as the vendors document it (CHANNELS.md §2.1) and throw on what a vendor would refuse. For tests only. */

interface Request {
  method: string
  body: Record<string, unknown>
}

function check(condition: boolean, why: string): void {
  if (!condition) throw new Error(why)
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

function checkUrl(url: string): void {
  const { protocol, hostname } = new URL(url)
  check(protocol === 'https:' || protocol === 'http:', `button to ${protocol}`)
  check(hostname !== '', 'button without host')
}

const telegramTags = { b: [], i: [], u: [], s: [], a: ['href'], code: ['class'], pre: [], blockquote: ['expandable'] }

/** sendMessage with HTML; returns the text that a reader sees. */
export function acceptTelegram({ method, body }: Request): string {
  check(method === 'sendMessage' && body.parse_mode === 'HTML', 'method')
  const { text, tags } = readMarkup(body.text as string, telegramTags)
  check(text.trim() !== '', 'message text is empty')
  check(text.length <= 4096, `text of ${text.length} UTF-16 units`)
  check(tags.length <= 100, `${tags.length} entities`)
  for (const { name, parents, attributes } of tags) {
    if (name === 'blockquote') check(!parents.includes('blockquote'), 'blockquote in blockquote')
    if (parents.includes('pre')) check(name === 'code' && /^language-[\w+#.-]+$/.test(attributes.class ?? ''), `${name} in pre`)
    else check(!parents.includes('code'), `${name} in code`)
    if (name === 'code' && !parents.includes('pre'))
      check(
        parents.every(parent => parent === 'blockquote'),
        `code in ${parents}`,
      )
    if (name === 'a') {
      check(!parents.includes('a'), 'a in a')
      checkUrl(attributes.href ?? '')
    }
  }
  checkKeyboard(body.reply_markup as Keyboard | undefined)
  return text
}

interface Keyboard {
  inline_keyboard: { text: string; url?: string; callback_data?: string }[][]
}

function checkKeyboard(markup: Keyboard | undefined): void {
  for (const button of markup?.inline_keyboard.flat() ?? []) {
    check(button.text.trim() !== '', 'button without label')
    check((button.url === undefined) !== (button.callback_data === undefined), 'button does nothing or two things')
    if (button.url !== undefined) checkUrl(button.url)
    else check(bytes(button.callback_data ?? '') >= 1 && bytes(button.callback_data ?? '') <= 64, 'callback_data')
  }
}

const richTags: Record<string, readonly string[]> = {
  ...{
    p: [],
    h2: [],
    h3: [],
    h4: [],
    ul: [],
    ol: ['start'],
    li: [],
    table: [],
    tr: [],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  ...{ blockquote: [], pre: [], code: ['class'], details: [], summary: [], figure: [], figcaption: [], img: ['src'], br: [] },
  ...{ b: [], i: [], u: [], s: [], a: ['href'] },
}
const inlineTags = new Set(['b', 'i', 'u', 's', 'a', 'code', 'br', 'img'])

/** sendRichMessage. */
export function acceptTelegramRich({ method, body }: Request): string {
  check(method === 'sendRichMessage', 'method')
  const { html } = body.rich_message as { html: string }
  const { text, tags } = readMarkup(html, richTags, ['br', 'img'])
  check(text.length <= 32_768, `text of ${text.length}`)
  check(tags.filter(({ name }) => !inlineTags.has(name)).length <= 500, 'blocks')
  check(tags.filter(({ name }) => name === 'img').length <= 50, 'media')
  for (const { name, parents, attributes } of tags) {
    check(parents.filter(parent => !inlineTags.has(parent) && parent !== 'tr').length <= 16, 'nesting')
    if (name === 'a') checkUrl(attributes.href ?? '')
  }
  checkKeyboard(body.reply_markup as Keyboard | undefined)
  return text
}

/** MAX POST /messages; returns the visible text. */
export function acceptMax({ body }: Request): string {
  check((body.text as string).length <= 4000, 'text')
  const { text } = readMarkup(body.text as string, { b: [], i: [], u: [], s: [], a: ['href'], code: [], pre: [] })
  check(text.trim() !== '', 'empty')
  const attachments = (body.attachments ?? []) as {
    payload: { buttons: { type: string; text: string; url?: string; payload?: string }[][] }
  }[]
  const rows = attachments.flatMap(attachment => attachment.payload.buttons)
  check(rows.length <= 30, 'rows')
  for (const row of rows) {
    check(row.length <= 3, 'buttons in a row')
    for (const button of row) {
      check(button.text.length >= 1 && button.text.length <= 128, 'label')
      if (button.type === 'link') check((button.url ?? '').length <= 2048, 'url')
      else check((button.payload ?? '').length <= 1024, 'payload')
    }
  }
  return text
}

/** VK messages.send; returns the text. */
export function acceptVk({ body }: Request): string {
  const text = body.message as string
  check(text.trim() !== '' && text.length <= 4096, 'text')
  check(!/\[(?:id|club|public|https?:)[^[\]\n|]*\|/.test(text), 'mention markup')
  const keyboard =
    body.keyboard === undefined
      ? { buttons: [] }
      : (JSON.parse(body.keyboard as string) as { buttons: { action: Record<string, string> }[][] })
  check(keyboard.buttons.length <= 6 && keyboard.buttons.flat().length <= 10, 'keys')
  for (const { action } of keyboard.buttons.flat()) {
    check((action.label ?? '').length >= 1 && (action.label ?? '').length <= 40, 'label')
    if (action.type === 'text') check((action.payload ?? '').length <= 255 && JSON.parse(action.payload ?? '') !== null, 'payload')
    else checkUrl(action.link ?? '')
  }
  return text
}

/** WhatsApp Cloud API; returns the text. */
export function acceptWhatsapp({ body }: Request): string {
  if (body.type === 'text') {
    const text = (body.text as { body: string }).body
    check(text.trim() !== '' && text.length <= 4096, 'text')
    return text
  }
  const list = body.interactive as { type: string; body: { text: string }; action: WhatsappList }
  if (list.type === 'list') return acceptWhatsappList(list)
  const interactive = body.interactive as { body: { text: string }; action: { buttons: { reply: { id: string; title: string } }[] } }
  check(interactive.body.text.trim() !== '' && interactive.body.text.length <= 1024, 'interactive text')
  const replies = interactive.action.buttons.map(button => button.reply)
  check(replies.length >= 1 && replies.length <= 3, 'buttons')
  check(new Set(replies.map(reply => reply.title)).size === replies.length, 'titles are not unique')
  for (const { id, title } of replies) check(title.length >= 1 && title.length <= 20 && id.length >= 1 && id.length <= 256, 'reply')
  return interactive.body.text
}

interface WhatsappList {
  button: string
  sections: { rows: { id: string; title: string; description?: string }[] }[]
}

function acceptWhatsappList({ body, action }: { body: { text: string }; action: WhatsappList }): string {
  check(body.text.trim() !== '' && body.text.length <= 1024, 'list text')
  check(action.button.length >= 1 && action.button.length <= 20, 'list button')
  const rows = action.sections.flatMap(section => section.rows)
  check(rows.length >= 1 && rows.length <= 10, 'rows')
  check(new Set(rows.map(row => row.id)).size === rows.length, 'row ids are not unique')
  for (const { id, title, description = '-' } of rows) {
    check(id.length >= 1 && id.length <= 200 && title.length >= 1 && title.length <= 24, 'row')
    check(description.length >= 1 && description.length <= 72, 'row description')
  }
  return body.text
}
