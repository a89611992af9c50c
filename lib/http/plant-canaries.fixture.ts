import type { Block, Document, Inline, Mark, Table } from '#lib/document/types.ts'
import { text } from '../release/draft.fixture.ts'
import type { Canaries } from './canaries.fixture.ts'

/** For tests: puts words that may not be read into the hidden places of a document. */

/** What exists, to be named by hidden blocks only. */
export interface Hidden {
  fact: string
  snippet: string
  article: string
  media: string
}

interface Garden {
  canaries: Canaries
  hidden: Hidden
  /** Counts the lists of blocks, so that some of them get a hidden block more. */
  lists: number
}

const everywhere = null

/**
 * The document with words in every block that is not for everybody, at any depth, and with internal blocks in places where there were none: in list items,
 * steps, cells, quotes, details. What stood in hidden blocks as a reference refers to what is internal.
 */
export function plantCanaries(document: Document, canaries: Canaries, hidden: Hidden): Document {
  const garden = { canaries, hidden, lists: 0 }
  return { ...document, content: blocksIn(document.content, everywhere, garden, true) }
}

/** `readers`: channels that may read; null: all; empty: nobody outside. */
function blocksIn(blocks: Block[], readers: string[] | null, garden: Garden, isTop = false): Block[] {
  const planted = blocks.map(block => blockIn(block, readers, garden))
  if (readers !== null) return planted
  garden.lists += 1
  if (!isTop && garden.lists % 3 !== 1) return planted
  const at = garden.lists % (planted.length + 1)
  const hasRoom = isTop && !planted.some(block => block.type === 'script')
  return [...planted.slice(0, at), internalBlock(garden, hasRoom), ...planted.slice(at)]
}

function wordFor(readers: string[], { canaries }: Garden, where: string): string {
  return readers.length === 0 ? canaries.secret(where) : canaries.only(readers)
}

function blockIn(block: Block, readers: string[] | null, garden: Garden): Block {
  const say = (where: string) => (readers === null ? '' : ` ${wordFor(readers, garden, where)} `)
  switch (block.type) {
    case 'only': {
      const inside = block.attrs.audience === 'internal' ? [] : (block.attrs.channels ?? []).filter(channel => channel !== 'operator')
      return { ...block, content: blocksIn(block.content, inside, garden) }
    }
    case 'paragraph':
    case 'heading':
      return { ...block, content: inlinesIn(block.content ?? [], readers, garden) } as Block
    case 'codeBlock': {
      const code = (block.content ?? []).map(node => node.text).join('') + say('code')
      return { ...block, content: code === '' ? [] : [{ type: 'text', text: code }] }
    }
    case 'image': {
      if (readers === null) return block
      const src = readers.length === 0 ? `media:${garden.hidden.media}` : block.attrs.src
      return { ...block, attrs: { ...block.attrs, src, alt: `${say('alt')}` } }
    }
    case 'snippet':
      return readers?.length === 0 ? { ...block, attrs: { key: garden.hidden.snippet } } : block
    case 'details':
      return {
        ...block,
        attrs: { ...block.attrs, summary: block.attrs.summary + say('summary') },
        content: blocksIn(block.content, readers, garden),
      }
    case 'callout':
    case 'quote':
      return { ...block, content: blocksIn(block.content, readers, garden) } as Block
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map(item => ({ ...item, content: blocksIn(item.content, readers, garden) })) }
    case 'steps':
      return { ...block, content: block.content.map(step => ({ ...step, content: blocksIn(step.content, readers, garden) })) }
    case 'script':
      return { ...block, content: block.content.map(step => ({ ...step, content: blocksIn(step.content ?? [], readers, garden) })) }
    case 'table':
      return tableIn(block, readers, garden, say('caption'))
    default:
      return block
  }
}

function tableIn(table: Table, readers: string[] | null, garden: Garden, caption: string): Table {
  const content = table.content.map(row => ({
    ...row,
    content: row.content.map(cell => ({ ...cell, content: blocksIn(cell.content, readers, garden) })),
  }))
  return { ...table, attrs: { ...table.attrs, caption: (table.attrs?.caption ?? '') + caption }, content }
}

function inlinesIn(inlines: Inline[], readers: string[] | null, garden: Garden): Inline[] {
  if (readers === null) return inlines
  const planted = inlines.map((node): Inline => {
    if (node.type === 'text')
      return { ...node, ...marksIn(node, readers, garden), text: `${node.text} ${wordFor(readers, garden, 'text')} ` }
    if (node.type === 'fact' && readers.length === 0) return { ...node, attrs: { ...node.attrs, key: garden.hidden.fact } }
    return node
  })
  return [...planted, text(` ${wordFor(readers, garden, 'text')}`)]
}

function marksIn(node: { marks?: Mark[] }, readers: string[], { hidden }: Garden): { marks?: Mark[] } {
  if (!node.marks || readers.length > 0) return {}
  return {
    marks: node.marks.map(mark => (mark.type === 'link' ? { type: 'link', attrs: { href: `article:${hidden.article}` } } : mark)),
  }
}

/** One of everything, for staff only; a script only where the document has none yet, at its top. */
function internalBlock({ canaries, hidden }: Garden, isTop: boolean): Block {
  const word = (where: string) => text(` ${canaries.secret(`internal block, ${where}`)} `)
  const paragraph = (where: string): Block => ({ type: 'paragraph', content: [word(where)] })
  const link: Inline = { ...word('link'), marks: [{ type: 'link', attrs: { href: `article:${hidden.article}` } }] } as Inline
  const content: Block[] = [
    { type: 'heading', attrs: { level: 2 }, content: [word('heading')] },
    { type: 'paragraph', content: [word('paragraph'), { type: 'fact', attrs: { key: hidden.fact } }, link] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('list')] }] },
    { type: 'steps', content: [{ type: 'step', content: [paragraph('step')] }] },
    { type: 'details', attrs: { summary: canaries.secret('internal block, summary') }, content: [paragraph('details')] },
    { type: 'callout', attrs: { kind: 'warning' }, content: [paragraph('callout')] },
    { type: 'image', attrs: { src: `media:${hidden.media}`, alt: canaries.secret('internal block, alt') } },
    { type: 'snippet', attrs: { key: hidden.snippet } },
    {
      type: 'table',
      attrs: { caption: canaries.secret('internal block, caption') },
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph('header')] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('cell')] }] },
      ],
    },
    { type: 'codeBlock', attrs: { language: '' }, content: [{ type: 'text', text: canaries.secret('internal block, code') }] },
  ]
  return {
    type: 'only',
    attrs: { audience: 'internal' },
    content: isTop ? [...content, internalScript(canaries, paragraph('script'))] : content,
  }
}

function internalScript(canaries: Canaries, text: Block): Block {
  return {
    type: 'script',
    content: [
      {
        type: 'scriptStep',
        attrs: {
          id: 'start',
          kind: 'question',
          title: canaries.secret('internal block, step of a script'),
          options: [
            { label: canaries.secret('internal block, option of a script'), next: 'end' },
            { label: 'No', next: 'end' },
          ],
        },
        content: [text],
      },
      { type: 'scriptStep', attrs: { id: 'end', kind: 'end', title: 'End' } },
    ],
  }
}
