import { html } from 'hono/html'
import type { Markup } from './markup.ts'

/** Seven digits and more with the spaces and hyphens that people put between them. */
const phone = /(\+?\d[\d\u00a0 ()-]{5,18}\d)/

/** Plain text in which telephone numbers stay on one line. */
export function unbroken(text: string): Markup {
  const pieces = text.split(phone)
  if (pieces.length === 1) return html`${text}`
  return html`${pieces.map((piece, index) => (index % 2 === 1 && piece.includes('-') ? html`<span class="unbroken">${piece}</span>` : piece))}`
}
