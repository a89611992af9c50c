import { shortenLabel } from '../../text/cut-text.ts'
import { utf8Length } from '../../text/measure.ts'
import type { ChatButton } from '../../types.ts'
import { type ButtonRules, payloadOf } from './dialect.ts'

/** The buttons that a messenger can show, labels shortened; `dropped` are those of a known kind that did not fit. */
export function fitButtons(buttons: readonly ChatButton[], rules: ButtonRules): { shown: ChatButton[]; dropped: ChatButton[] } {
  const shown: ChatButton[] = []
  const dropped: ChatButton[] = []
  for (const button of buttons) {
    if (!rules.kinds.includes(button.kind)) continue
    const label = shortenLabel(button.label, rules.maxLabel)
    const taken = rules.unique && shown.some(each => each.label === label)
    if (shown.length >= rules.max || taken || !fitsTarget(button, rules)) dropped.push(button)
    else shown.push(label === button.label ? button : { ...button, label })
  }
  return { shown, dropped }
}

function fitsTarget(button: ChatButton, rules: ButtonRules): boolean {
  if (button.kind === 'answer') return utf8Length(payloadOf(button, '')) <= rules.maxPayload
  return button.target.length <= (rules.maxUrl ?? Number.POSITIVE_INFINITY)
}
