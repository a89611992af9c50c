import type { OperatorContent } from '#lib/compile/types.ts'

export const ownForms = ['short', 'plain', 'html'] as const
/** Messengers, by the profile of the chatbot's rendition whose words are copied. */
export const messengers = { telegram: 'telegram.html', max: 'max.html', vk: 'vk.plain', whatsapp: 'whatsapp' } as const
export type Messenger = keyof typeof messengers
export type Form = (typeof ownForms)[number] | Messenger
/** The texts of the messages that the bot would send, in the messenger's own markup. They come with the page: a copy needs no network, and is of the words on the screen. */
export type MessengerTexts = Record<Messenger, string[]>

/** What goes to the clipboard: text, and HTML for fields that take it. */
export interface Copied {
  text: string
  html: string | null
}

/** The answer in a form; null when it has none. A messenger's form is the stored rendition of the bot, word for word. */
export function formOf(form: Form, copy: OperatorContent['copy'], sent: MessengerTexts | null): Copied | null {
  if (form === 'short' || form === 'plain') return copy[form] === '' ? null : { text: copy[form], html: null }
  if (form === 'html') return copy.html === '' ? null : { text: copy.plain, html: copy.html }
  const texts = sent?.[form] ?? []
  if (texts.length === 0) return null
  const joined = texts.join('\n\n')
  if (form === 'vk' || form === 'whatsapp') return { text: joined, html: null }
  return { text: texts.map(visibleText).join('\n\n'), html: joined.replaceAll('\n', '<br>') }
}

/** The text of a messenger's request, see lib/compile/channels/chatbot/dialects. */
export function textOfRequest(body: Record<string, unknown>): string {
  const { text, message, interactive } = body as {
    text?: string | { body: string }
    message?: string
    interactive?: { body: { text: string } }
  }
  return message ?? interactive?.body.text ?? (typeof text === 'string' ? text : (text?.body ?? ''))
}

/** What a reader sees of a messenger's HTML; the address of a link stands behind its words, as text alone would lose it. */
function visibleText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const link of body.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? ''
    if (link.textContent?.replace(/\/$/, '') !== href.replace(/\/$/, '')) link.append(` (${href})`)
  }
  return body.textContent ?? ''
}

/** Puts it on the clipboard; false when the browser does not let us. */
export async function writeClipboard(copied: Copied): Promise<boolean> {
  const { text, html } = copied
  try {
    if (html === null) await navigator.clipboard.writeText(text)
    else {
      const parts = { 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) }
      await navigator.clipboard.write([new ClipboardItem(parts)])
    }
    return true
  } catch {
    return copyByEvent(copied)
  }
}

/** The older way, which also works without HTTPS and in a frame whose host page grants no clipboard. */
function copyByEvent({ text, html }: Copied): boolean {
  let isDone = false
  const fill = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    if (html !== null) event.clipboardData?.setData('text/html', html)
    isDone = event.clipboardData !== null
  }
  document.addEventListener('copy', fill, { capture: true })
  try {
    return document.execCommand('copy') && isDone
  } finally {
    document.removeEventListener('copy', fill, { capture: true })
  }
}
