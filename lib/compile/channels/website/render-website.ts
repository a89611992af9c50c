import { htmlBlocks } from '../../html/html-blocks.ts'
import type { HtmlContext } from '../../html/html-context.ts'
import { htmlRuns } from '../../html/html-runs.ts'
import { linesText } from '../../lines/line.ts'
import type { RenditionOf } from '../../types.ts'
import { linesOf, saidFacts, type View } from '../../view.ts'
import { jsonLdOf } from './json-ld.ts'
import { readHeadings } from './read-headings.ts'
import { rootAttributes } from './root-attributes.ts'

/** An article as a piece of a page: HTML without the title, plain text, table of contents, JSON-LD. The short answer opens it. */
export function renderWebsite(view: View): RenditionOf<'website'> {
  const { locale, resolution } = view
  const context: HtmlContext = { surface: 'site', locale, publicUrl: resolution.publicUrl }
  const lead = view.hasLead ? `<p class="short-answer">${htmlRuns(view.short, context)}</p>` : ''
  const html = `<div class="answer"${rootAttributes(locale)}>${lead}${htmlBlocks(view.blocks, context)}</div>`
  const text = linesText(linesOf(view))
  return {
    channel: 'website',
    content: { html, text, toc: readHeadings(view.blocks, view.losses), jsonLd: jsonLdOf(view) },
    profiles: {},
    facts: saidFacts(view, view.hasLead),
    plainText: text,
    shortAnswer: view.shortText,
    size: { characters: text.length },
  }
}
