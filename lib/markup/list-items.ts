import type { Element } from 'hast'
import type { Block, ListItem } from '#lib/document/types.ts'
import { attribute, classesOf, findElements, type HtmlNode, isElement, stylesOf, textOf } from './html-nodes.ts'

/** An item of a list that is written without nesting: Word's list paragraphs, the one-item lists of Word in the browser. */
export interface FlatItem {
  /** From 1. */
  level: number
  /** Number of an ordered item; null: a bullet. */
  number: number | null
  /** Nodes of its text, without the marker. */
  nodes: HtmlNode[]
}

/** The paragraph as an item of a list, when it is one of Word's: `mso-list:l0 level2 lfo1`, its marker in a span of its own. */
export function wordItem(element: Element): FlatItem | null {
  const list = stylesOf(element).get('mso-list')
  const level = list && /level(\d)/.exec(list)
  if (level) {
    const markers = findElements([element], one => stylesOf(one).get('mso-list') === 'ignore')
    const marker = markers.map(textOf).join('').trim()
    return { level: Number(level[1]), number: numberOf(marker), nodes: element.children }
  }
  return element.tagName === 'p' ? filteredItem(element) : null
}

/** Word's "filtered" pages know no levels: an item is a paragraph that begins with its marker and a span of tiny spaces, indented by half an inch a level. */
function filteredItem(element: Element): FlatItem | null {
  const spacer = findElements(element.children, isSpacer)[0]
  if (!spacer) return null
  const nodes = after(element.children, spacer) ?? []
  const all = textOf(element)
  const marker = all.slice(0, all.length - nodes.map(textOf).join('').length).trim()
  if (!/^([^\p{L}\p{N}\s]|[o§ü]|(\d+\.)*\d+[.)]?|[\p{L}][.)]|[ivxlc]+[.)])$/iu.test(marker)) return null
  const [, amount = '', unit = 'pt'] = /^(-?[\d.]+)(pt|cm|in|mm)/.exec(stylesOf(element).get('margin-left') ?? '36pt') ?? []
  const points = Number(amount) * ({ pt: 1, cm: 28.35, in: 72, mm: 2.835 }[unit] ?? 1)
  return { level: Math.max(1, Math.round(points / 36)), number: numberOf(marker), nodes }
}

function isSpacer(element: Element): boolean {
  return /^7\.0pt "times new roman"/.test(stylesOf(element).get('font') ?? '') && textOf(element).trim() === ''
}

/** What stands behind an element, in the same boxes; null: it is not among these nodes. */
function after(nodes: readonly HtmlNode[], element: Element): HtmlNode[] | null {
  for (const [index, node] of nodes.entries()) {
    const rest = nodes.slice(index + 1)
    if (node === element) return rest
    const inner = isElement(node) ? after(node.children, element) : null
    if (isElement(node) && inner !== null) return inner.length > 0 ? [{ ...node, children: inner as Element['children'] }, ...rest] : rest
  }
  return null
}

/** Whether this is the marker that Word writes in front of an item for programs that know no lists. */
export function isWordMarker(element: Element): boolean {
  return stylesOf(element).get('mso-list') === 'ignore'
}

/** The item in a box of Word in the browser: every item is a list of its own there. */
export function webItem(element: Element): FlatItem | null {
  if (!/\bListContainerWrapper\b/.test(classesOf(element))) return null
  const list = element.children.find(child => isElement(child) && /^[uo]l$/.test(child.tagName)) as Element | undefined
  const item = list?.children.find(child => isElement(child) && child.tagName === 'li') as Element | undefined
  if (!list || !item) return null
  const level = Number(attribute(item, 'dataAriaLevel') || attribute(item, 'ariaLevel') || 1)
  const number = list.tagName === 'ol' ? Number(attribute(list, 'start') || 1) : null
  return { level: Math.max(1, level || 1), number, nodes: item.children }
}

/** "3." → 3, "b)" → 2, "iv." → 4, "·" → null. */
function numberOf(marker: string): number | null {
  const [, text = ''] = /^\(?([0-9]+|[ivxlc]+|[a-zа-я])(?:[.)]|$)/iu.exec(marker.replace(/^(\d+\.)+(?=\d)/, '')) ?? []
  if (/^\d+$/.test(text)) return Number(text)
  if (/^[ivxlc]+$/i.test(text)) return romanNumber(text.toLowerCase())
  // "o" is the second bullet of Word's own lists.
  if (text === '' || text === 'o') return null
  return Math.max(1, 'abcdefghijklmnopqrstuvwxyz'.indexOf(text.toLowerCase()) + 1)
}

function romanNumber(text: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  return [...text].reduce((sum, letter, index, all) => {
    const value = values[letter] ?? 0
    return sum + (value < (values[all[index + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}

/** Items with levels as lists in lists. A level that jumps goes down by one only; a change of kind begins another list. */
export function nestItems(items: readonly FlatItem[], read: (nodes: readonly HtmlNode[]) => Block[]): Block[] {
  const root: Block[] = []
  const stack: { level: number; into: Block[]; item: ListItem | null }[] = [{ level: 0, into: root, item: null }]
  for (const { level, number, nodes } of items) {
    while (stack.length > 1 && (stack.at(-1)?.level ?? 0) > level) stack.pop()
    let top = stack.at(-1)!
    if (top.level < level) {
      top = { level, into: top.item?.content ?? root, item: null }
      stack.push(top)
    }
    const item: ListItem = { type: 'listItem', content: filled(read(nodes)) }
    top.item = item
    const last = top.into.at(-1)
    const type = number === null ? 'bulletList' : 'orderedList'
    if (last?.type === type && 'content' in last) (last.content as ListItem[]).push(item)
    else if (number === null) top.into.push({ type: 'bulletList', content: [item] })
    else top.into.push({ type: 'orderedList', ...(number > 1 && { attrs: { start: number } }), content: [item] })
  }
  return root
}

/** Containers must not be empty. */
export function filled(blocks: Block[]): Block[] {
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
}
