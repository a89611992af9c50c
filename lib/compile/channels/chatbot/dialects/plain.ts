import { chatLimits } from '../../../limits.ts'
import { joinLines, prefixQuotes, spellOutLinks } from '../adapt-lines.ts'
import type { LineDialect } from '../dialect.ts'

const limits = chatLimits.plain

/** Text and buttons for any other messenger. */
export const plain: LineDialect = {
  maxText: limits.text.max,
  adapt: (lines, context) => prefixQuotes(spellOutLinks(lines, context)),
  cost: line => line.text.length,
  write: lines => joinLines(lines, line => line.text),
  buttons: {
    kinds: ['answer', 'step', 'handoff', 'url', 'phone', 'email'],
    max: limits.buttons.max,
    maxLabel: limits.label.max,
    maxPayload: 64,
  },
  request: (text, buttons) => ({ method: 'message', body: { text, buttons: buttons.map(button => ({ ...button })) } }),
}
