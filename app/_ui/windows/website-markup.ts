import type { WebsiteContent } from '#lib/compile/types.ts'
import type { SaidView } from './channel-view.ts'
import { withoutLandmarks } from './without-landmarks.ts'

const opening = /^(<div class="answer"[^>]*>)<p class="short-answer">(.*?)<\/p>/s

/** The article as the site lays it out. `html` comes from the compiler, which escapes all text. */
export function websiteMarkup({ title }: SaidView, { html }: WebsiteContent): string {
  const short = opening.exec(html)?.[2]
  const lead = short === undefined ? '' : `<div class="short"><p>${short}</p></div>`
  const heading = title === '' ? '' : `<h1 aria-level="2">${escapeText(title)}</h1>`
  return `<div class="site"><article>${heading}${lead}<div class="prose">${withoutLandmarks(html.replace(opening, '$1'))}</div></article></div>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
