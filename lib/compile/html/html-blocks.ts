import { linkBlocks, scriptList } from '../lines/script-list.ts'
import { type BlockHandlers, handleBlock, type Resolved, type ResolvedBlock } from '../resolve/resolved.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { wordsFor } from '../words.ts'
import type { HtmlContext } from './html-context.ts'
import { htmlRuns } from './html-runs.ts'
import { htmlTable } from './html-table.ts'

/** Blocks as semantic HTML: headings h2–h4, no style attributes, no scripts. */
export function htmlBlocks(blocks: readonly ResolvedBlock[], context: HtmlContext): string {
  let out = ''
  for (const block of blocks) out += handleBlock(handlers, block, context)
  return out
}

const handlers = {
  paragraph: (node, context) => `<p>${htmlRuns(node.runs, context)}</p>`,
  heading: (node, context) => {
    const id = context.surface === 'paste' ? '' : ` id="${escapeHtml(node.id)}"`
    return `<h${node.level}${id}>${htmlRuns(node.runs, context)}</h${node.level}>`
  },
  bulletList: (node, context) => `<ul>${items(node.items, context)}</ul>`,
  orderedList: (node, context) => `<ol${node.start === 1 ? '' : ` start="${node.start}"`}>${items(node.items, context)}</ol>`,
  steps: (node, context) => `<ol${classed('steps', context)}>${items(node.items, context)}</ol>`,
  table: (node, context) => htmlTable(node, context, cell => loose(cell.blocks, context)),
  image: (node, context) => htmlImage(node, context),
  callout: (node, context) => {
    const word = wordsFor(context.locale).callout[node.kind]
    const body = htmlBlocks(node.blocks, context)
    if (context.surface === 'paste') return `<p><strong>${word}</strong></p>${body}`
    return `<aside class="callout callout-${node.kind}" role="note"><p class="callout-word"><strong>${word}</strong></p>${body}</aside>`
  },
  codeBlock: node =>
    `<pre><code${node.language ? ` class="language-${escapeHtml(node.language)}"` : ''}>${escapeHtml(node.text)}</code></pre>`,
  quote: (node, context) => `<blockquote>${htmlBlocks(node.blocks, context)}</blockquote>`,
  details: (node, context) => {
    const body = htmlBlocks(node.blocks, context)
    if (context.surface === 'paste') return `<p><strong>${escapeHtml(node.summary)}</strong></p>${body}`
    return `<details><summary>${escapeHtml(node.summary)}</summary>${body}</details>`
  },
  script: (node, context) => (context.surface === 'paste' ? htmlBlocks([scriptList(node)], context) : htmlScript(node, context)),
  divider: () => '<hr>',
  only: (node, context) => {
    if (context.surface !== 'operator') return ''
    const word = wordsFor(context.locale).internal
    return `<section class="internal" aria-label="${word}"><p class="internal-word"><strong>${word}</strong></p>${htmlBlocks(node.blocks, context)}</section>`
  },
} satisfies BlockHandlers<HtmlContext, string>

function classed(name: string, context: HtmlContext): string {
  return context.surface === 'paste' ? '' : ` class="${name}"`
}

function items(all: (Resolved<'listItem'> | Resolved<'step'>)[], context: HtmlContext): string {
  let out = ''
  for (const item of all) out += `<li>${loose(item.blocks, context)}</li>`
  return out
}

/** A single paragraph of an item or a cell stands without `p`, also when only lists follow it. */
function loose(blocks: readonly ResolvedBlock[], context: HtmlContext): string {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph' || !rest.every(isList)) return htmlBlocks(blocks, context)
  return htmlRuns(first.runs, context) + htmlBlocks(rest, context)
}

function isList(block: ResolvedBlock): boolean {
  return block.type === 'bulletList' || block.type === 'orderedList'
}

function htmlImage(node: Resolved<'image'>, context: HtmlContext): string {
  if (!node.media) return node.alt ? `<p>${escapeHtml(node.alt)}</p>` : ''
  const size = node.width && node.height ? ` width="${node.width}" height="${node.height}"` : ''
  const src = (context.surface === 'paste' ? context.publicUrl : '') + mediaPath(node.media)
  const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(node.alt)}"${size}`
  return context.surface === 'paste' ? `<p>${image}></p>` : `<figure>${image} loading="lazy"></figure>`
}

/** Steps with anchors that no heading can have, options as links to them: it can be walked without a script, and read and printed from top to bottom. */
function htmlScript(node: Resolved<'script'>, context: HtmlContext): string {
  const titles = new Map(node.items.map((step, index) => [step.id, `${index + 1}. ${step.title}`]))
  const to = (id: string, label: string) => `<a href="#step_${escapeHtml(id)}">${escapeHtml(label)}</a>`
  const steps = node.items.map((step, index) => {
    const options = step.options.map(({ label, next }) => `<li>${titles.has(next) ? to(next, label) : escapeHtml(label)}</li>`)
    const follows = node.items[index + 1]?.id === step.next
    const next = step.next !== null && !follows && titles.has(step.next) ? `<p>${to(step.next, `→ ${titles.get(step.next)}`)}</p>` : ''
    const body = htmlBlocks([...step.blocks, ...linkBlocks(step)], context)
    const list = options.length > 0 ? `<ul class="script-options">${options.join('')}</ul>` : ''
    return `<li id="step_${escapeHtml(step.id)}"><p class="script-title"><strong>${escapeHtml(step.title)}</strong></p>${body}${list}${next}</li>`
  })
  return `<ol class="script">${steps.join('')}</ol>`
}

/** The path of a stored picture on the public site. */
export function mediaPath(media: { id: string; extension: string }): string {
  return `/media/${encodeURIComponent(media.id)}.${encodeURIComponent(media.extension)}`
}
