import { cleanAttribute, cleanLine, cleanText } from './clean-text.ts'
import { normaliseHref } from './link.ts'
import type { Block, CodeBlock, Document, Inline, ListItem, Mark, Only, ScriptStep, Step, Table, TableCell, Text } from './types.ts'

/** Marks from the outermost to the innermost. */
const markOrder: Mark['type'][] = ['link', 'bold', 'italic', 'strike', 'underline', 'code']

/**
 * The one spelling of a document, so that equal documents have equal JSON: keys and marks in one order, neighbouring text with equal marks
 * joined, attributes with default values, empty paragraphs and empty headings dropped, spaces and breaks at the edges of a line dropped,
 * tabs and line ends inside text turned into spaces, characters outside XML removed. The input has passed documentSchema.
 */
export function canonicalDocument(document: Document): Document {
  return { type: 'doc', content: document.content.flatMap(canonicalBlock) }
}

/** The canonical form of inline content; see canonicalDocument. */
export function canonicalInlines(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') {
      trimEnd(result)
      if (result.length > 0) result.push({ type: 'hardBreak' })
    } else if (inline.type === 'fact') {
      result.push(canonicalFact(inline))
    } else {
      pushText(result, cleanLine(inline.text), canonicalMarks(inline.marks))
    }
  }
  for (;;) {
    trimEnd(result)
    if (result.at(-1)?.type !== 'hardBreak') return result
    result.pop()
  }
}

function pushText(result: Inline[], text: string, marks: Mark[]): void {
  const previous = result.at(-1)
  const shown = previous === undefined || previous.type === 'hardBreak' ? text.replace(/^ +/, '') : text
  if (shown === '') return
  if (previous?.type === 'text' && equalMarks(previous.marks, marks)) previous.text += shown
  else result.push(marks.length > 0 ? { type: 'text', text: shown, marks } : { type: 'text', text: shown })
}

function trimEnd(result: Inline[]): void {
  for (let last = result.at(-1); last?.type === 'text' && last.text.endsWith(' '); last = result.at(-1)) {
    last.text = last.text.replace(/ +$/, '')
    if (last.text !== '') return
    result.pop()
  }
}

function canonicalFact({ attrs, marks }: Extract<Inline, { type: 'fact' }>): Inline {
  const kept = canonicalMarks(marks).filter(mark => mark.type !== 'code')
  return {
    type: 'fact',
    attrs: { key: attrs.key, ...(attrs.case != null && { case: attrs.case }), ...(attrs.form != null && { form: attrs.form }) },
    ...(kept.length > 0 && { marks: kept }),
  }
}

function canonicalMarks(marks: readonly Mark[] | null | undefined): Mark[] {
  if (marks == null || marks.length === 0) return []
  return marks
    .map(
      (mark): Mark =>
        mark.type === 'link' ? { type: 'link', attrs: { href: normaliseHref(mark.attrs.href) ?? mark.attrs.href } } : { type: mark.type },
    )
    .sort((left, right) => markOrder.indexOf(left.type) - markOrder.indexOf(right.type))
}

function equalMarks(left: readonly Mark[] = [], right: readonly Mark[] = []): boolean {
  return left.length === right.length && left.every((mark, index) => sameMark(mark, right[index] as Mark))
}

/** Whether two marks are of one type and, for links, point to one place. */
export function sameMark(left: Mark, right: Mark): boolean {
  return left.type === right.type && (left.type !== 'link' || right.type !== 'link' || left.attrs.href === right.attrs.href)
}

function canonicalBlock(block: Block): Block[] {
  switch (block.type) {
    case 'paragraph': {
      const content = canonicalInlines(block.content ?? [])
      return content.length > 0 ? [{ type: 'paragraph', content }] : []
    }
    case 'heading': {
      const content = canonicalInlines(block.content ?? [])
      return content.length > 0 ? [{ type: 'heading', attrs: { level: block.attrs.level }, content }] : []
    }
    case 'bulletList':
      return [{ type: 'bulletList', content: block.content.map(canonicalItem) }]
    case 'orderedList': {
      const start = block.attrs?.start ?? 1
      return [{ type: 'orderedList', ...(start !== 1 && { attrs: { start } }), content: block.content.map(canonicalItem) }]
    }
    case 'steps':
      return [{ type: 'steps', content: block.content.map((step): Step => ({ type: 'step', content: canonicalBlocks(step.content) })) }]
    case 'table':
      return [canonicalTable(block)]
    case 'codeBlock':
      return [canonicalCode(block)]
    case 'quote':
      return [{ type: 'quote', content: canonicalBlocks(block.content) }]
    case 'callout':
      return [{ type: 'callout', attrs: { kind: block.attrs.kind }, content: canonicalBlocks(block.content) }]
    case 'details':
      return [{ type: 'details', attrs: { summary: cleanAttribute(block.attrs.summary) }, content: canonicalBlocks(block.content) }]
    case 'only':
      return [{ type: 'only', attrs: canonicalCondition(block), content: canonicalBlocks(block.content) }]
    case 'image': {
      const { src, alt, width, height } = block.attrs
      return [
        { type: 'image', attrs: { src, alt: cleanAttribute(alt), ...(width != null && { width }), ...(height != null && { height }) } },
      ]
    }
    case 'snippet':
      return [{ type: 'snippet', attrs: { key: block.attrs.key } }]
    case 'script':
      return [{ type: 'script', content: block.content.map(canonicalScriptStep) }]
    case 'divider':
      return [{ type: 'divider' }]
  }
}

/** What does not belong to the kind of the step is dropped, and so is what is empty. */
function canonicalScriptStep({ attrs, content }: ScriptStep): ScriptStep {
  const { id, kind, next, href } = attrs
  const options = (attrs.options ?? []).map(option => ({ label: cleanAttribute(option.label), next: option.next }))
  const goesOn = kind === 'instruction' || kind === 'answer' || kind === 'action'
  const leads = kind === 'answer' || kind === 'action'
  const blocks = (content ?? []).flatMap(canonicalBlock)
  return {
    type: 'scriptStep',
    attrs: {
      id,
      kind,
      title: cleanAttribute(attrs.title),
      ...(goesOn && next && { next }),
      ...(leads && href && { href: normaliseHref(href) ?? href }),
      ...(kind === 'question' && options.length > 0 && { options }),
    },
    ...(blocks.length > 0 && { content: blocks }),
  }
}

/** The blocks of a container, which must not be empty. */
function canonicalBlocks(blocks: readonly Block[]): Block[] {
  const content = blocks.flatMap(canonicalBlock)
  return content.length > 0 ? content : [{ type: 'paragraph' }]
}

function canonicalItem(item: ListItem): ListItem {
  return { type: 'listItem', content: canonicalBlocks(item.content) }
}

function canonicalTable(table: Table): Table {
  const caption = cleanAttribute(table.attrs?.caption ?? '')
  const content = table.content.map(row => ({ type: 'tableRow' as const, content: row.content.map(canonicalCell) }))
  return { type: 'table', ...(caption !== '' && { attrs: { caption } }), content }
}

function canonicalCell(cell: TableCell): TableCell {
  const colspan = cell.attrs?.colspan ?? 1
  const rowspan = cell.attrs?.rowspan ?? 1
  const attrs = { ...(colspan !== 1 && { colspan }), ...(rowspan !== 1 && { rowspan }) }
  return { type: cell.type, ...((colspan !== 1 || rowspan !== 1) && { attrs }), content: canonicalBlocks(cell.content) }
}

function canonicalCode(block: CodeBlock): CodeBlock {
  const language = block.attrs?.language ?? ''
  const text = cleanText((block.content ?? []).map(node => node.text).join(''))
  const content: Text[] = [{ type: 'text', text }]
  return { type: 'codeBlock', ...(language !== '' && { attrs: { language } }), ...(text !== '' && { content }) }
}

function canonicalCondition({ attrs }: Only): Only['attrs'] {
  return attrs.channels != null ? { channels: [...new Set(attrs.channels)].sort() } : { audience: 'internal' }
}
