import type { Element } from 'hast'
import type { Block, Mark } from '#lib/document/types.ts'
import { blockOf, imageOf, isBlock } from './block-elements.ts'
import { marksInside, meaningful } from './html-marks.ts'
import { attribute, classesOf, type HtmlNode, isElement, isSilent, textOf } from './html-nodes.ts'
import { InlineRun } from './inline-run.ts'
import { type FlatItem, isWordMarker, nestItems, webItem, wordItem } from './list-items.ts'
import { note, type ReadContext } from './read-context.ts'

/** Elements inside elements that are looked into; what stands deeper gives its text only. */
const deepest = 120

/** The blocks of a piece of a page. */
export function readBlocks(nodes: readonly HtmlNode[], context: ReadContext): Block[] {
  return new FlowReader(context).read(nodes)
}

/** Walks through nodes and cuts them into blocks: inline content collects until a block comes, list paragraphs of Word until another block comes. */
class FlowReader {
  private readonly context: ReadContext
  private readonly blocks: Block[] = []
  private run = new InlineRun()
  private items: FlatItem[] = []

  constructor(context: ReadContext) {
    this.context = context
  }

  read(nodes: readonly HtmlNode[]): Block[] {
    this.walk(nodes, [], 0)
    this.endRun()
    this.endItems()
    return this.blocks
  }

  private walk(nodes: readonly HtmlNode[], marks: readonly Mark[], depth: number): void {
    for (const node of nodes) {
      if (node.type === 'text') this.addText(node.value, marks)
      else if (isElement(node) && !isSilent(node) && !isWordMarker(node)) this.enter(node, marks, depth)
      else if (isElement(node)) this.noteEmbedded(node)
    }
  }

  private enter(element: Element, marks: readonly Mark[], depth: number): void {
    if (depth + this.context.depth > deepest) {
      note(this.context, 'depth', element.tagName)
      this.addText(textOf(element), marks)
    } else if (element.tagName === 'br') {
      if (!/\bApple-interchange-newline\b/.test(classesOf(element))) this.run.addBreak()
    } else if (element.tagName === 'img') {
      this.addImage(element)
    } else if (this.addItem(element)) {
      return
    } else if (isBlock(element)) {
      this.endRun()
      const own = blockOf(element, { ...this.context, depth: this.context.depth + depth + 1 })
      if (own) this.add(own)
      else this.walkBox(element, marks, depth)
    } else if (/\bApple-converted-space\b/.test(classesOf(element))) {
      this.addText(' ', marks)
    } else {
      this.walk(element.children, marksInside(element, marks, this.context), depth + 1)
    }
  }

  /** A box without a meaning of its own: what it holds stands between what is before and after it. */
  private walkBox(element: Element, marks: readonly Mark[], depth: number): void {
    this.walk(element.children, marksInside(element, marks, this.context), depth + 1)
    this.endRun()
  }

  private addItem(element: Element): boolean {
    const item = wordItem(element) ?? webItem(element)
    if (!item) return false
    this.endRun()
    this.items.push(item)
    return true
  }

  private noteEmbedded(element: Element): void {
    const address = attribute(element, 'src') || attribute(element, 'data')
    if (/^(iframe|video|audio|embed|object)$/.test(element.tagName) && address !== '') note(this.context, 'embed', address)
  }

  /** A picture that is left out does not cut its paragraph in two. */
  private addImage(element: Element): void {
    if (/\b(emoticon|emoji|wp-smiley)\b/.test(classesOf(element))) {
      const sign = attribute(element, 'alt')
      if (/^\p{Extended_Pictographic}\S{0,10}$/u.test(sign)) this.addText(sign, [])
      return
    }
    const image = imageOf(element, this.context)
    if (!image) return
    this.endRun()
    this.add([image])
  }

  private addText(text: string, marks: readonly Mark[]): void {
    this.run.addText(text, meaningful(marks))
  }

  private endRun(): void {
    const paragraphs = this.run.paragraphs()
    this.run = new InlineRun()
    for (const content of paragraphs) this.add([{ type: 'paragraph', content }])
  }

  private add(blocks: readonly Block[]): void {
    if (blocks.length === 0) return
    this.endItems()
    this.blocks.push(...blocks)
  }

  private endItems(): void {
    if (this.items.length === 0) return
    const { items } = this
    this.items = []
    this.blocks.push(...nestItems(items, nodes => readBlocks(nodes, { ...this.context, depth: this.context.depth + 1 })))
  }
}
