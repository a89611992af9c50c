import { chatLimits } from '../../../limits.ts'
import type { Composition } from '../compose.ts'
import { fitButtons } from '../fit-buttons.ts'
import { withReadInFull } from '../send-lines.ts'
import { telegramHtml } from './telegram-html.ts'
import { type RichBlock, richBlocks, writeLinesRich } from './telegram-rich-blocks.ts'

const limits = chatLimits['telegram.rich']
const counterRoom = '<p>(3/3)</p>'.length

/** sendRichMessage with real HTML. `shortened`: the answer does not fit three messages or nests too deep, so the short answer is sent. */
export function telegramRich(answer: Composition): { messages: object[]; shortened: boolean } {
  const parts = packParts(richOf(answer))
  const shortened = parts === null
  const texts = parts ?? [writeLinesRich(answer.shortLines.length > 0 ? answer.shortLines : answer.lines.slice(0, 1), limits.text.max)]
  if (texts.length === 0) texts.push(writeLinesRich(answer.lines, limits.text.max))
  const rules = { ...telegramHtml.buttons, max: limits.buttons.max, maxLabel: limits.label.max, maxPayload: limits.callbackData.max }
  const { shown } = fitButtons(shortened ? withReadInFull(answer) : answer.buttons, rules)
  const messages = texts.map((html, index) => {
    const last = index === texts.length - 1
    const counted = texts.length > 1 ? `${html}<p>(${index + 1}/${texts.length})</p>` : html
    return {
      method: 'sendRichMessage',
      body: { rich_message: { html: counted }, ...(last ? markupOf(shown, answer.view.source.articleId) : {}) },
    }
  })
  return { messages, shortened }
}

function richOf({ view, blocks }: Composition): RichBlock[] {
  return richBlocks(blocks, { locale: view.locale, publicUrl: view.resolution.publicUrl })
}

/** The same keyboard as in a usual message. */
function markupOf(buttons: Parameters<typeof telegramHtml.request>[1], articleId: string): { reply_markup?: unknown } {
  const { body } = telegramHtml.request('', buttons, articleId) as { body: { reply_markup?: unknown } }
  return body.reply_markup ? { reply_markup: body.reply_markup } : {}
}

/** Whole blocks packed into messages; null when three do not hold them or one block is too long, too deep or too wide. */
function packParts(blocks: readonly RichBlock[]): string[] | null {
  const parts: string[] = []
  let html = ''
  let count = 0
  let media = 0
  for (const block of blocks) {
    if (block.html.length + counterRoom > limits.text.max || block.count > limits.blocks.max - 1) return null
    if (block.depth > limits.nesting.max || block.columns > limits.tableColumns.max || block.media > limits.media.max) return null
    const full =
      html.length + block.html.length + counterRoom > limits.text.max ||
      count + block.count > limits.blocks.max - 1 ||
      media + block.media > limits.media.max
    if (full) {
      parts.push(html)
      html = ''
      count = 0
      media = 0
    }
    html += block.html
    count += block.count
    media += block.media
  }
  if (html !== '') parts.push(html)
  return parts.length > limits.parts.max ? null : parts
}
