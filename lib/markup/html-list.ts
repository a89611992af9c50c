import type { Element } from 'hast'
import type { Block, ListItem } from '#lib/document/types.ts'
import { attribute, classesOf, type HtmlNode, isElement } from './html-nodes.ts'
import { filled } from './list-items.ts'
import type { ReadContext } from './read-context.ts'

/** A list; lists that stand between items instead of inside them (Google Docs) belong to the item above. */
export function readList(list: Element, context: ReadContext): Block[] {
  const items: ListItem[] = []
  let stray: HtmlNode[] = []
  const endStray = () => {
    const blocks = stray.some(node => node.type !== 'text' || node.value.trim() !== '') ? context.blocks(stray, context) : []
    stray = []
    if (blocks.length === 0) return
    const last = items.at(-1)
    if (last) last.content.push(...blocks)
    else items.push({ type: 'listItem', content: blocks })
  }
  for (const child of list.children) {
    if (isElement(child) && child.tagName === 'li') {
      endStray()
      items.push({ type: 'listItem', content: filled(context.blocks(child.children, context)) })
    } else stray.push(child)
  }
  endStray()
  if (items.length === 0) return []
  if (list.tagName === 'ul' || /\btoggle\b/.test(classesOf(list))) return unwrapToggle(items) ?? [{ type: 'bulletList', content: items }]
  const start = Number(attribute(list, 'start') || 1)
  return [
    {
      type: 'orderedList',
      ...(Number.isInteger(start) && start !== 1 && start >= 0 && start <= 1_000_000 && { attrs: { start } }),
      content: items,
    },
  ]
}

/** Notion writes a toggle as a list with one item that holds nothing but details. */
function unwrapToggle(items: ListItem[]): Block[] | null {
  const isToggle = items.every(({ content }) => content.length === 1 && content[0]?.type === 'details')
  return isToggle ? items.flatMap(({ content }) => content) : null
}

/** Terms in bold, what they mean below. */
export function readDefinitions(list: Element, context: ReadContext): Block[] {
  return list.children.flatMap((child): Block[] => {
    if (!isElement(child)) return []
    if (child.tagName === 'div') return readDefinitions(child, context)
    const blocks = context.blocks(child.children, context)
    if (child.tagName !== 'dt') return blocks
    return blocks.map(block =>
      block.type === 'paragraph'
        ? {
            ...block,
            content: (block.content ?? []).map(inline =>
              inline.type === 'text' && !inline.marks?.some(mark => mark.type === 'bold')
                ? { ...inline, marks: [...(inline.marks ?? []), { type: 'bold' as const }] }
                : inline,
            ),
          }
        : block,
    )
  })
}
