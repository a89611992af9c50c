import { type html, raw } from 'hono/html'

/** Escaped HTML. Whatever is interpolated into an `html` template is escaped unless it is Markup itself. */
export type Markup = ReturnType<typeof html>

export const nothing: Markup = raw('')

/** The bytes of a finished template. Throws an Error when somebody put a promise into it: templates are pure. */
export function toBuffer(markup: Markup): Buffer {
  if (markup instanceof Promise) throw new Error('A page template must not wait for anything')
  return Buffer.from(markup.toString(), 'utf8')
}

/** Data for a script element that is not run. `<` is written as \u003c, so that no text can close the element. */
export function jsonForScript(value: unknown): Markup {
  return raw(JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'))
}
