import { chatLimits } from '../../../limits.ts'
import type { Line } from '../../../lines/line.ts'
import { capitaliseHeadings, joinLines, prefixQuotes, spellOutLinks } from '../adapt-lines.ts'
import { comesBack, type LineDialect, payloadOf } from '../dialect.ts'

const limits = chatLimits['vk.plain']
const wordJoiner = '\u2060'
const mention = /\[(?=[^[\]\n|]{1,100}\|)|[@*](?=(?:all|everyone|online|here|все|id\d|club\d|public\d)(?![\p{L}\p{N}_]*[.@]))/giu

/** VK reads `[id1|…]` and `@all` as mentions: an invisible word joiner takes their meaning away. */
function writeLine(line: Line): string {
  return line.text.replace(mention, `$&${wordJoiner}`)
}

/** messages.send with plain text; who sends adds `peer_id` and `random_id`. `keyboard` is JSON in a string, as VK wants it. */
export const vkPlain: LineDialect = {
  maxText: limits.text.max,
  adapt: (lines, context) => capitaliseHeadings(prefixQuotes(spellOutLinks(lines, context)), context.locale),
  cost: line => writeLine(line).length,
  write: lines => joinLines(lines, writeLine),
  buttons: {
    kinds: ['answer', 'step', 'handoff', 'url'],
    max: limits.buttonRows.max,
    maxLabel: limits.label.max,
    maxPayload: limits.buttonPayload.max - '{"a":""}'.length,
  },
  request: (text, buttons, articleId) => {
    const rows = buttons.map(button => [
      comesBack(button)
        ? { action: { type: 'text', label: button.label, payload: JSON.stringify({ a: payloadOf(button, articleId) }) } }
        : { action: { type: 'open_link', label: button.label, link: button.target } },
    ])
    const keyboard = rows.length > 0 ? { keyboard: JSON.stringify({ inline: true, buttons: rows }) } : {}
    return { method: 'messages.send', body: { message: text, dont_parse_links: 1, ...keyboard } }
  },
}
