import { isInChannel } from '../resolve/resolve-link.ts'
import { type Run, styles } from '../resolve/resolved.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { HtmlContext } from './html-context.ts'
import { type RunWriter, tagsByStyle, writeRuns } from './write-runs.ts'

const isoDate = /^\d{4}-\d{2}-\d{2}$/
const { bold, italic, underline, strike, code } = styles

const writer: RunWriter<HtmlContext> = {
  ...tagsByStyle([
    [bold, 'strong'],
    [italic, 'em'],
    [underline, 'u'],
    [strike, 's'],
    [code, 'code'],
  ]),
  inline: {
    text: run => escapeHtml(run.text),
    hardBreak: () => '<br>',
    fact: (run, { surface }) => {
      const text = escapeHtml(run.text)
      if (surface === 'paste') return text
      const key = escapeHtml(run.fact.key)
      if (run.fact.type === 'date' && isoDate.test(run.value))
        return `<time class="fact" datetime="${run.value}" data-key="${key}">${text}</time>`
      return `<data class="fact" value="${escapeHtml(run.value)}" data-key="${key}">${text}</data>`
    },
  },
  link: (link, { surface, publicUrl }) => {
    if (surface === 'paste' && link.article && !isInChannel(link.article, 'website')) return null
    const href = link.kind === 'article' && surface === 'paste' ? publicUrl + link.href : link.href
    const slug = link.article && surface === 'operator' ? ` data-article="${escapeHtml(link.article.slug)}"` : ''
    return [`<a href="${escapeHtml(href)}"${link.kind === 'url' ? ' rel="noopener"' : ''}${slug}>`, '</a>']
  },
}

/** Inline content as HTML without style attributes or scripts. */
export function htmlRuns(runs: readonly Run[], context: HtmlContext): string {
  return writeRuns(runs, writer, context)
}
