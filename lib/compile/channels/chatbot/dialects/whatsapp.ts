import { chatLimits } from '../../../limits.ts'
import { joinLines, prefixQuotes, spellOutLinks } from '../adapt-lines.ts'
import { answerPayload, type LineDialect } from '../dialect.ts'
import { whatsappLine } from './whatsapp-runs.ts'

const limits = chatLimits.whatsapp
const envelope = { messaging_product: 'whatsapp', recipient_type: 'individual' }

/** Cloud API messages; who sends adds `to`. Reply buttons need an interactive message, whose text is shorter than a plain one. */
export const whatsapp: LineDialect = {
  maxText: limits.text.max,
  maxTextWithButtons: limits.interactiveText.max,
  adapt: (lines, context) => prefixQuotes(spellOutLinks(lines, context)),
  cost: line => whatsappLine(line).length,
  write: lines => joinLines(lines, whatsappLine),
  buttons: { kinds: ['answer'], max: limits.buttons.max, maxLabel: limits.label.max, maxPayload: limits.buttonId.max, unique: true },
  request: (text, buttons) => {
    if (buttons.length === 0) return { method: 'messages', body: { ...envelope, type: 'text', text: { preview_url: false, body: text } } }
    const replies = buttons.map(button => ({ type: 'reply', reply: { id: answerPayload(button), title: button.label } }))
    return {
      method: 'messages',
      body: { ...envelope, type: 'interactive', interactive: { type: 'button', body: { text }, action: { buttons: replies } } },
    }
  },
}
