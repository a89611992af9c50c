import { html, raw } from 'hono/html'
import type { Markup } from './markup.ts'

/** Own drawings on a 24 × 24 grid, strokes only, so that they take the colour of the text. */
const drawings = {
  cards: '<rect x="2.75" y="5.25" width="18.5" height="13.5" rx="2.5"/><path d="M2.75 9.75h18.5M6.5 15h4"/>',
  transfers: '<path d="M3.5 8.25h16M15.75 4.5l3.75 3.75L15.75 12M20.5 15.75h-16M8.25 12 4.5 15.75l3.75 3.75"/>',
  payments: '<path d="M5.75 3.25h12.5v17.5l-2.1-1.5-2.05 1.5-2.1-1.5-2.1 1.5-2.05-1.5-2.1 1.5zM9 8.25h6M9 12.25h6"/>',
  deposits:
    '<rect x="3.25" y="3.75" width="17.5" height="15" rx="2.5"/><circle cx="12" cy="11.25" r="3.75"/><path d="M12 7.5v2M12 13v2M8.25 11.25h2M13.75 11.25h2M6.75 18.75v2M17.25 18.75v2"/>',
  loans: '<path d="M3.5 11.25 12 4.25l8.5 7M5.75 9.5v10.25h12.5V9.5M10 19.75v-5.5h4v5.5"/>',
  app: '<rect x="6.75" y="2.25" width="10.5" height="19.5" rx="2.5"/><path d="M10.75 18.5h2.5"/>',
  security: '<path d="M12 2.75 19.5 5.5v5.75c0 4.6-3.1 8-7.5 10-4.4-2-7.5-5.4-7.5-10V5.5zM8.5 11.75l2.5 2.5 4.5-4.75"/>',
  support:
    '<path d="M4.25 14v-2a7.75 7.75 0 0 1 15.5 0v2M19.75 18.5c0 1.75-1.75 2.75-4.25 2.75h-2"/><rect x="3" y="13" width="4" height="5.75" rx="1.75"/><rect x="17" y="13" width="4" height="5.75" rx="1.75"/>',
  topic: '<path d="M6 2.75h8.5l4 4v14.5H6zM14.25 3v4h4M9 12h6.5M9 16h6.5"/>',
  theme: '<circle cx="12" cy="12" r="8.25"/><path d="M12 3.75v16.5A8.25 8.25 0 0 0 12 3.75z" fill="currentColor"/>',
  language:
    '<circle cx="12" cy="12" r="8.75"/><path d="M3.25 12h17.5M12 3.25c2.6 2.4 3.9 5.3 3.9 8.75s-1.3 6.35-3.9 8.75c-2.6-2.4-3.9-5.3-3.9-8.75S9.4 5.65 12 3.25z"/>',
  share: '<path d="M12 14.5V3.75M8 7.25l4-4 4 4M5 12.25v7.5h14v-7.5"/>',
  print: '<path d="M7 8.25v-5h10v5M7 16.75H3.75v-8.5h16.5v8.5H17M7 14h10v6.75H7z"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.75"/><path d="M15.5 15.5l5 5"/>',
  yes: '<path d="M4.75 12.5 10 17.75 19.5 7"/>',
  no: '<path d="M6.25 6.25l11.5 11.5M17.75 6.25 6.25 17.75"/>',
} as const

export type IconName = keyof typeof drawings

/** A picture beside words that say the same; hidden from screen readers. */
export function icon(name: IconName): Markup {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${raw(drawings[name])}</svg>`
}

const topics = new Set(['cards', 'transfers', 'payments', 'deposits', 'loans', 'app', 'security', 'support'])

/** The picture of a category: drawn for the topics a bank has, a sheet of paper for any other. */
export function categoryIcon(slug: string): Markup {
  return icon(topics.has(slug) ? (slug as IconName) : 'topic')
}
