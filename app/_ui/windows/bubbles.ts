import type { ChatbotContent } from '#lib/compile/types.ts'

/** A message as a reader sees it. `html` has only the tags that the messenger knows, written by the compiler. */
export interface Bubble {
  text: string
  isHtml: boolean
  buttons: string[]
}

/** The neutral messages of an answer. */
export function neutralBubbles({ messages }: ChatbotContent): Bubble[] {
  return messages.map(({ text, buttons }) => ({ text, isHtml: false, buttons: buttons.map(({ label }) => label) }))
}

/** The messages of a vendor dialect, read back from the requests that would be sent. */
export function dialectBubbles(profile: string, dialect: unknown): Bubble[] {
  const { messages = [] } = dialect as { messages?: { body: Record<string, unknown> }[] }
  return messages.map(({ body }) => ({
    text: textOf(body),
    isHtml: profile.endsWith('.html') || profile.endsWith('.rich'),
    buttons: labelsOf(body),
  }))
}

function textOf(body: Record<string, unknown>): string {
  return [
    at(body, 'rich_message', 'html'),
    at(body, 'interactive', 'body', 'text'),
    at(body, 'text', 'body'),
    body.text,
    body.message,
  ].find(value => typeof value === 'string') as string
}

function at(value: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined), value)
}

/** Every messenger nests its keyboard in another way; a button is what has a label, a title or a text beside an action. */
function labelsOf(body: Record<string, unknown>): string[] {
  const keyboard = typeof body.keyboard === 'string' ? (JSON.parse(body.keyboard) as unknown) : undefined
  const labels: string[] = []
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const { label, title, text } = value as Record<string, unknown>
    const own = [label, title, text].find(one => typeof one === 'string')
    if (typeof own === 'string') labels.push(own)
    else Object.values(value).forEach(visit)
  }
  for (const part of [keyboard, body.reply_markup, body.attachments, at(body, 'interactive', 'action'), body.buttons]) visit(part)
  return labels
}
