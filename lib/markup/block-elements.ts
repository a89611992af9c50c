import type { Element } from 'hast'
import { lengthLimits } from '#lib/document/limits.ts'
import type { Block, Callout, Heading, Image, Inline } from '#lib/document/types.ts'
import { readDefinitions, readList } from './html-list.ts'
import { attribute, classesOf, findElements, type HtmlNode, isElement, textOf } from './html-nodes.ts'
import { readTable } from './html-table.ts'
import { filled } from './list-items.ts'
import { note, type ReadContext } from './read-context.ts'

const blockTags = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Whether an element begins and ends a block. */
export function isBlock(element: Element): boolean {
  return blockTags.has(element.tagName)
}

/** The blocks that an element stands for by itself; null: it is a box around others. */
export function blockOf(element: Element, context: ReadContext): Block[] | null {
  const level = headingLevel(element)
  if (level !== null) return readHeading(element, level, context)
  const kind = calloutKind(element)
  if (kind) return boxed(element, context, content => ({ type: 'callout', attrs: { kind }, content }))
  switch (element.tagName) {
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return readList(element, context)
    case 'dl':
      return readDefinitions(element, context)
    case 'table':
      return readTable(element, context)
    case 'blockquote':
      return boxed(element, context, content => ({ type: 'quote', content }))
    case 'pre':
      return readCode(element)
    case 'hr':
      return [{ type: 'divider' }]
    case 'details':
      return readDetails(element, context)
    case 'figure':
      return readFigure(element, context)
  }
  if (/\bexpand-container\b/.test(classesOf(element))) return readExpand(element, context)
  const code = highlighted(element)
  if (code) return code
  if (/\bMso(Intense)?Quote/.test(classesOf(element))) return boxed(element, context, content => ({ type: 'quote', content }))
  return null
}

/** 1 to 6; null: no heading. */
export function headingLevel(element: Element): number | null {
  const [, digit] = /^h([1-6])$/.exec(element.tagName) ?? []
  if (digit) return Number(digit)
  if (/\bMsoTitle\b/.test(classesOf(element))) return 1
  return attribute(element, 'role') === 'heading' ? Math.min(6, Math.max(1, Number(attribute(element, 'ariaLevel')) || 2)) : null
}

function readHeading(element: Element, level: number, context: ReadContext): Block[] {
  const inlines: Inline[] = []
  const others: Block[] = []
  for (const block of context.blocks(element.children, context)) {
    if (block.type !== 'paragraph' && block.type !== 'heading') {
      others.push(block)
      continue
    }
    if (inlines.length > 0) inlines.push({ type: 'text', text: ' ' })
    inlines.push(...(block.content ?? []).map(withoutBold))
  }
  const shifted = Math.min(4, Math.max(2, level + context.headingShift)) as Heading['attrs']['level']
  return [...(inlines.length > 0 ? [{ type: 'heading' as const, attrs: { level: shifted }, content: inlines }] : []), ...others]
}

/** A heading is bold by itself, and one line. */
function withoutBold(inline: Inline): Inline {
  if (inline.type === 'hardBreak') return { type: 'text', text: ' ' }
  return inline.marks ? ({ ...inline, marks: inline.marks.filter(mark => mark.type !== 'bold') } as Inline) : inline
}

/** Boxes that Confluence, Zendesk, Notion and GitHub draw attention with. */
function calloutKind(element: Element): Callout['attrs']['kind'] | null {
  const classes = classesOf(element)
  const [, macro] = /\bconfluence-information-macro-(information|tip|note|warning)\b/.exec(classes) ?? []
  if (macro) return macro === 'information' ? 'info' : macro === 'tip' ? 'tip' : 'warning'
  const panel = attribute(element, 'dataPanelType')
  if (panel) return panel === 'success' ? 'tip' : panel === 'info' ? 'info' : 'warning'
  const [, alert] = /\bmarkdown-alert-(note|tip|important|warning|caution)\b/.exec(classes) ?? []
  if (alert) return alert === 'tip' ? 'tip' : alert === 'note' ? 'info' : 'warning'
  if (!/\bcallout/.test(classes) && element.tagName !== 'aside') return null
  if (/callout[-_]+(warning|danger|caution|important)/.test(classes)) return 'warning'
  return /callout[-_]+(tip|success)/.test(classes) ? 'tip' : 'info'
}

function boxed(element: Element, context: ReadContext, make: (content: Block[]) => Block): Block[] {
  const content = context.blocks(element.children, context)
  return content.length > 0 ? [make(content)] : []
}

/** GitHub names the language of code on a box around it. */
function highlighted(element: Element): Block[] | null {
  const pre = /\bhighlight-source-/.test(classesOf(element)) && element.children.filter(isElement)
  return pre && pre.length === 1 && pre[0]?.tagName === 'pre' ? readCode(element) : null
}

function readCode(element: Element): Block[] {
  const text = textOf(element)
    .replace(/\r\n?/g, '\n')
    .replace(/^\n|\n+$/g, '')
  if (text === '') return []
  const classes = findElements([element], () => true)
    .map(one => `${classesOf(one)} ${attribute(one, 'dataLanguage')}`)
    .join(' ')
  const [, language] = /\b(?:language|lang|highlight-source)-([A-Za-z0-9+#._-]{1,40})/.exec(classes) ?? []
  return [{ type: 'codeBlock', ...(language && { attrs: { language } }), content: [{ type: 'text', text }] }]
}

function readDetails(element: Element, context: ReadContext): Block[] {
  const isSummary = (node: HtmlNode) => isElement(node) && node.tagName === 'summary'
  const found = element.children.find(isSummary)
  const summary = found ? textOf(found).replace(/\s+/g, ' ').trim().slice(0, lengthLimits.summary) : ''
  const content = context.blocks(
    element.children.filter(node => node !== found),
    context,
  )
  return [{ type: 'details', attrs: { summary }, content: filled(content) }]
}

/** Confluence writes what opens as boxes: one to click at, one with the content. */
function readExpand(element: Element, context: ReadContext): Block[] {
  const part = (name: string) => findElements(element.children, one => classesOf(one).split(' ').includes(name))[0]
  const [control, inside] = [part('expand-control-text') ?? part('expand-control'), part('expand-content')]
  if (!inside) return context.blocks(element.children, context)
  const summary = control ? textOf(control).replace(/\s+/g, ' ').trim().slice(0, lengthLimits.summary) : ''
  return [{ type: 'details', attrs: { summary }, content: filled(context.blocks(inside.children, context)) }]
}

/** A picture or a table with what is written under it; the caption describes a picture that has no description. */
function readFigure(element: Element, context: ReadContext): Block[] | null {
  const caption = findElements(element.children, one => one.tagName === 'figcaption')[0]
  const pictures = findElements(element.children, one => one.tagName === 'img')
  if (!caption) return null
  if (pictures.length === 0) return readCaptioned(element, caption, context)
  const blocks = context.blocks(element.children, context)
  const text = textOf(caption).replace(/\s+/g, ' ').trim()
  for (const block of blocks) if (block.type === 'image' && block.attrs.alt === '') block.attrs.alt = text.slice(0, lengthLimits.alt)
  return blocks
}

/** WordPress writes the caption of a table beside it. null: there is not one table only. */
function readCaptioned(element: Element, caption: Element, context: ReadContext): Block[] | null {
  const others = element.children.filter(child => child !== caption)
  const blocks = others.length < element.children.length ? context.blocks(others, context) : []
  const [table] = blocks
  if (blocks.length !== 1 || table?.type !== 'table' || table.attrs?.caption !== undefined) return null
  return [{ ...table, attrs: { caption: textOf(caption).replace(/\s+/g, ' ').trim().slice(0, 300) } }]
}

/** A picture as the house has it; null: left out. */
export function imageOf(element: Element, context: ReadContext): Image | null {
  const address = attribute(element, 'src')
  const alt = attribute(element, 'alt').replace(/\s+/g, ' ').trim().slice(0, lengthLimits.alt)
  // A picture of one pixel counts readers.
  if (address === '' || attribute(element, 'width') === '1') return null
  const src = context.options.picture?.(address, alt) ?? null
  if (src === null) {
    note(context, 'picture', address.startsWith('data:') ? 'data:' : address)
    return null
  }
  return { type: 'image', attrs: { src, alt } }
}
