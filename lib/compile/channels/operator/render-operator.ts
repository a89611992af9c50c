import { htmlBlocks } from '../../html/html-blocks.ts'
import type { HtmlContext } from '../../html/html-context.ts'
import { htmlRuns } from '../../html/html-runs.ts'
import { flattenBlocks } from '../../lines/flatten.ts'
import { linesText } from '../../lines/line.ts'
import type { RenditionOf } from '../../types.ts'
import { linesOf, saidFacts, type View } from '../../view.ts'
import { rootAttributes } from '../website/root-attributes.ts'
import { operatorSteps } from './operator-steps.ts'

/** What an operator reads, internal blocks marked, and what is pasted to a customer, internal blocks left out. */
export function renderOperator(view: View): RenditionOf<'operator'> {
  const { locale, resolution, shortText } = view
  const { publicUrl } = resolution
  const html = `<div class="answer"${rootAttributes(locale)}>${htmlBlocks(view.blocks, { surface: 'operator', locale, publicUrl })}</div>`
  const text = linesText(flattenBlocks(view.blocks, { locale, publicUrl, markInternal: true }))
  return {
    channel: 'operator',
    content: { html, text, shortAnswer: shortText, copy: copyOf(view), internal: true, ...operatorSteps(view) },
    profiles: {},
    facts: saidFacts(view, true),
    plainText: view.hasLead ? `${shortText}\n\n${text}` : text,
    shortAnswer: shortText,
    size: { characters: text.length },
  }
}

function copyOf(view: View): { plain: string; html: string; short: string } {
  const { locale, resolution, shortText } = view
  if (view.source.audience === 'internal') return { plain: '', html: '', short: '' }
  const context: HtmlContext = { surface: 'paste', locale, publicUrl: resolution.publicUrl }
  const plain = linesText(linesOf(view))
  const lead = view.hasLead ? `<p>${htmlRuns(view.short, context)}</p>` : ''
  return { plain, html: lead + htmlBlocks(view.blocks, context), short: shortText }
}
