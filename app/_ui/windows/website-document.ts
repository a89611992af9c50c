import type { WebsiteContent } from '#lib/compile/types.ts'
import type { SaidView } from './channel-view.ts'

const lead = /^(<div class="answer"[^>]*>)<p class="short-answer">(.*?)<\/p>/s

/** The article as a whole document for a sandboxed frame, styled by the public site. `html` comes from the compiler, which escapes all text. */
export function websiteDocument({ title, locale }: SaidView, { html }: WebsiteContent, scheme: string): string {
  const [, , short] = lead.exec(html) ?? []
  const body = html.replace(lead, '$1')
  const opening = short === undefined ? '' : `<div class="short"><p>${short}</p></div>`
  return `<!doctype html><html lang="${escapeText(locale)}" data-theme="${scheme}"><head><meta charset="utf-8"><title>${escapeText(title)}</title><link rel="stylesheet" href="/assets/studio/site.css"></head><body><main><article><h1>${escapeText(title)}</h1>${opening}<div class="prose">${body}</div></article></main></body></html>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
