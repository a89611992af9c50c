import { canonicalDocument } from '#lib/document/canonical-document.ts'
import type { Block, Document, Inline, ListItem, Only, Step, TableCell } from '#lib/document/types.ts'
import { channels } from './channels.ts'
import type { ChannelKind, Source } from './types.ts'

type Written = Pick<Source, 'shortAnswer' | 'document'>

/**
 * What a channel makes of an article, as a document to go on writing from: what it may not see is gone, its conditions are resolved, and what it cannot show
 * is said in words. Facts and snippets stay what they are, so a wording that begins like this says the same values. `isShort`: the channel says the short answer only.
 */
export function deriveVariation({ shortAnswer, document }: Written, channel: ChannelKind, isShort = false): Document {
  const lead: Block[] = shortAnswer.length > 0 ? [{ type: 'paragraph', content: shortAnswer }] : []
  const visible = document.content.flatMap(block => visibleBlocks(block, channel))
  const body =
    isShort && lead.length > 0
      ? []
      : channel === 'ivr' || channel === 'chatbot'
        ? visible.flatMap(block => plainBlocks(block, channel))
        : visible
  return canonicalDocument({ type: 'doc', content: [...lead, ...body] })
}

function visibleBlocks(block: Block, channel: ChannelKind): Block[] {
  if (block.type === 'only') return isFor(block, channel) ? block.content.flatMap(inner => visibleBlocks(inner, channel)) : []
  if (!('content' in block) || block.content === undefined) return [block]
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
    case 'steps':
    case 'callout':
    case 'quote':
    case 'details':
      return [withVisible(block, channel)]
    default:
      return [block]
  }
}

/** The same container around what the channel may see. */
function withVisible<T extends Block>(block: T, channel: ChannelKind): T {
  const { content } = block as unknown as { content: (Block | Part)[] }
  const kept = content.flatMap((part): (Block | Part)[] =>
    isPart(part) ? [{ ...part, content: part.content.flatMap(inner => visibleBlocks(inner, channel)) }] : visibleBlocks(part, channel),
  )
  return { ...block, content: kept } as unknown as T
}

type Part = ListItem | Step

function isPart(part: Block | Part): part is Part {
  return part.type === 'listItem' || part.type === 'step'
}

function isFor({ attrs }: Only, channel: ChannelKind): boolean {
  return attrs.audience === 'internal' ? channels[channel].audience === 'internal' : (attrs.channels ?? []).includes(channel)
}

/** Blocks that a chat or a voice can say. */
function plainBlocks(block: Block, channel: ChannelKind): Block[] {
  const inside = (blocks: readonly Block[]) => blocks.flatMap(inner => plainBlocks(inner, channel))
  switch (block.type) {
    case 'heading':
      return [{ type: 'paragraph', content: (block.content ?? []).map(bold) }]
    case 'table':
      return [
        { type: 'bulletList', content: block.content.slice(1).map(row => ({ type: 'listItem', content: [rowAsParagraph(row.content)] })) },
      ]
    case 'steps':
      return [{ type: 'orderedList', content: block.content.map(step => ({ type: 'listItem', content: inside(step.content) })) }]
    case 'details':
      return channel === 'ivr'
        ? []
        : [{ type: 'paragraph', content: [bold({ type: 'text', text: block.attrs.summary })] }, ...inside(block.content)]
    case 'callout':
    case 'quote':
      return inside(block.content)
    case 'image':
      return channel === 'ivr' || block.attrs.alt === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: block.attrs.alt }] }]
    case 'codeBlock':
    case 'divider':
      return block.type === 'codeBlock' && channel !== 'ivr' ? [block] : []
    default:
      return [block]
  }
}

function rowAsParagraph(cells: readonly TableCell[]): Block {
  const texts = cells.map(({ content }) => content.flatMap(block => (block.type === 'paragraph' ? (block.content ?? []) : [])))
  const content = texts
    .filter(inlines => inlines.length > 0)
    .flatMap((inlines, index): Inline[] => {
      if (index === 0) return inlines
      return [{ type: 'text', text: index === 1 ? ': ' : ', ' }, ...inlines]
    })
  return { type: 'paragraph', content }
}

function bold(inline: Inline): Inline {
  if (inline.type === 'hardBreak') return inline
  const others = (inline.marks ?? []).filter(({ type }) => type !== 'bold' && type !== 'code')
  return { ...inline, marks: [...others, { type: 'bold' }] }
}
