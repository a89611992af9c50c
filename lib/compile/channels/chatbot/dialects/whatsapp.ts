import { chatLimits } from '../../../limits.ts'
import { shortenLabel } from '../../../text/cut-text.ts'
import type { ChatButton } from '../../../types.ts'
import { joinLines, prefixQuotes, spellOutLinks } from '../adapt-lines.ts'
import { type LineDialect, payloadOf } from '../dialect.ts'
import { whatsappLine } from './whatsapp-runs.ts'

const limits = chatLimits.whatsapp
/** On the button that opens the list; the same in every language. */
const listSign = '☰'
const envelope = { messaging_product: 'whatsapp', recipient_type: 'individual' }

/** Cloud API messages; who sends adds `to`. Reply buttons need an interactive message, whose text is shorter than a plain one. */
export const whatsapp: LineDialect = {
  maxText: limits.text.max,
  maxTextWithButtons: limits.interactiveText.max,
  adapt: (lines, context) => prefixQuotes(spellOutLinks(lines, context)),
  cost: line => whatsappLine(line).length,
  write: lines => joinLines(lines, whatsappLine),
  buttons: {
    kinds: ['answer', 'step', 'handoff'],
    max: limits.buttons.max,
    maxLabel: limits.label.max,
    maxPayload: limits.buttonId.max,
    unique: true,
  },
  request: (text, buttons, articleId) => {
    if (buttons.length === 0) return { method: 'messages', body: { ...envelope, type: 'text', text: { preview_url: false, body: text } } }
    const ids = differentPayloads(buttons, articleId)
    const replies = buttons.map((button, index) => ({ type: 'reply', reply: { id: ids[index], title: button.label } }))
    return {
      method: 'messages',
      body: { ...envelope, type: 'interactive', interactive: { type: 'button', body: { text }, action: { buttons: replies } } },
    }
  },
}

/** The same with a list message, for the options of a script that reply buttons cannot show: up to ten rows, long labels in their description. */
export const whatsappList: LineDialect = {
  ...whatsapp,
  buttons: {
    ...whatsapp.buttons,
    max: limits.listRows.max,
    maxLabel: limits.rowDescription.max,
    maxPayload: limits.rowId.max,
    unique: false,
  },
  request: (text, buttons, articleId) => {
    if (buttons.length === 0) return whatsapp.request(text, buttons, articleId)
    const ids = differentPayloads(buttons, articleId)
    const rows = buttons.map((button, index) => ({ id: ids[index], ...rowOf(button.label, index) }))
    const action = { button: listSign, sections: [{ rows }] }
    return { method: 'messages', body: { ...envelope, type: 'interactive', interactive: { type: 'list', body: { text }, action } } }
  },
}

/** WhatsApp wants different ids: where two options lead to one step, the second has `:2` at its end. */
function differentPayloads(buttons: readonly ChatButton[], articleId: string): string[] {
  const payloads = buttons.map(button => payloadOf(button, articleId))
  return payloads.map((payload, index) => {
    const before = payloads.slice(0, index).filter(other => other === payload).length
    return before === 0 ? payload : `${payload}:${before + 1}`
  })
}

/** A row is known by its title; a long label gets a number and stands in full below. */
function rowOf(label: string, index: number): { title: string; description?: string } {
  if (label.length <= limits.rowTitle.max) return { title: label }
  const number = `${index + 1}. `
  return { title: number + shortenLabel(label, limits.rowTitle.max - number.length), description: label }
}

/** Whether reply buttons cannot show all of these as they are written. */
export function needsList(buttons: readonly ChatButton[]): boolean {
  const steps = buttons.filter(button => button.kind !== 'url' && button.kind !== 'phone' && button.kind !== 'email')
  return steps.length > limits.buttons.max || steps.some(({ label }) => label.length > limits.label.max)
}
