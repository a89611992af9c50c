import { html } from 'hono/html'
import type { TocEntry } from '#lib/compile/types.ts'
import { type Markup, nothing } from './markup.ts'
import type { Frame } from './views.ts'

/** Fewer headings than this need no list of them. */
const fewest = 2

/** Beside the text, where it stays in view. */
export function wideContents(frame: Frame, toc: TocEntry[]): Markup {
  if (toc.length < fewest) return nothing
  return html`<nav class="toc wide" aria-labelledby="toc"><p id="toc" class="label">${frame.t('article.contents')}</p>
${entries(toc)}</nav>`
}

/** Above the text, folded; the style sheet shows either this or the other. */
export function narrowContents(frame: Frame, toc: TocEntry[]): Markup {
  if (toc.length < fewest) return nothing
  return html`<details class="toc narrow"><summary>${frame.t('article.contents')}</summary>
${entries(toc)}</details>`
}

function entries(toc: TocEntry[]): Markup {
  return html`<ol>${toc.filter(({ level }) => level < 4).map(({ id, level, text }) => html`<li class="level-${level}"><a href="#${id}">${text}</a></li>\n`)}</ol>`
}
