import type { OperatorContent } from '#lib/compile/types.ts'
import type { CallPanel } from '../panel-api.ts'

export const ownForms = ['short', 'plain', 'html'] as const
/** Messengers, by the profile of the chatbot's rendition whose words are copied. */
export const messengers = { telegram: 'telegram.html', max: 'max.html', vk: 'vk.plain', whatsapp: 'whatsapp' } as const
export type Messenger = keyof typeof messengers
export type Form = (typeof ownForms)[number] | Messenger

/** What goes to the clipboard: text, and HTML for fields that take it. */
export interface Copied {
  text: string
  html: string | null
}

interface Request {
  body: Record<string, unknown>
}

/** The answer in a form; null when it cannot be had. A messenger's form is the stored rendition of the bot, word for word. */
export async function formOf(
  form: Form,
  copy: OperatorContent['copy'],
  { call, slug, locale }: { call: CallPanel; slug: string; locale: string },
): Promise<Copied | null> {
  if (form === 'short' || form === 'plain') return copy[form] === '' ? null : { text: copy[form], html: null }
  if (form === 'html') return copy.html === '' ? null : { text: copy.plain, html: copy.html }
  const path = `/channels/chatbot/answers/${slug}?locale=${locale}&profile=${messengers[form]}`
  const reply = await call<{ content: { messages: Request[] } }>('GET', path)
  if (!reply.ok) return null
  const texts = reply.body.content.messages.map(({ body }) => textOf(body))
  const joined = texts.join('\n\n')
  if (form === 'vk' || form === 'whatsapp') return { text: joined, html: null }
  return { text: texts.map(visibleText).join('\n\n'), html: joined.replaceAll('\n', '<br>') }
}

function textOf(body: Request['body']): string {
  const { text, message, interactive } = body as {
    text?: string | { body: string }
    message?: string
    interactive?: { body: { text: string } }
  }
  return message ?? interactive?.body.text ?? (typeof text === 'string' ? text : (text?.body ?? ''))
}

/** What a reader sees of a messenger's HTML. */
function visibleText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
}

/** Puts it on the clipboard; false when the browser does not let us. */
export async function writeClipboard({ text, html }: Copied): Promise<boolean> {
  try {
    if (html === null) await navigator.clipboard.writeText(text)
    else {
      const parts = { 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) }
      await navigator.clipboard.write([new ClipboardItem(parts)])
    }
    return true
  } catch {
    return false
  }
}
