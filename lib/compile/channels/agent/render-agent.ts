import { textRun } from '../../lines/flatten-state.ts'
import { linesText } from '../../lines/line.ts'
import type { RenditionOf } from '../../types.ts'
import { linesOf, saidFacts, type View, withLead } from '../../view.ts'
import { wordsFor } from '../../words.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { markdownRuns } from './markdown-runs.ts'

/** An article as clean Markdown for language models: title, short answer, body, canonical address at the end. */
export function renderAgent(view: View): RenditionOf<'agent'> {
  const { locale, resolution, canonicalUrl } = view
  const context = { locale, publicUrl: resolution.publicUrl }
  const blocks = withLead(view)
  const title = markdownRuns([textRun(view.title)], context, 'heading')
  const body = markdownBlocks(blocks, context)
  const source = `${wordsFor(locale).source}: <${canonicalUrl}>`
  const text = linesText(linesOf(view))
  return {
    channel: 'agent',
    content: { markdown: `${[`# ${title}`, body, source].filter(part => part !== '').join('\n\n')}\n` },
    profiles: {},
    facts: saidFacts(view, view.hasLead),
    plainText: text,
    shortAnswer: view.shortText,
    size: { characters: text.length },
  }
}
