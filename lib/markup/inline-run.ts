import type { Inline, Mark } from '#lib/document/types.ts'

/** Collects the inline content of one paragraph: white space collapses as in a browser, over the edges of elements, too. */
export class InlineRun {
  readonly inlines: Inline[] = []
  private endsInSpace = true

  addText(text: string, marks: readonly Mark[]): void {
    // Non-breaking spaces stay: "1 500 ₽".
    let collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
    if (this.endsInSpace) collapsed = collapsed.replace(/^ /, '')
    if (collapsed === '') return
    this.endsInSpace = collapsed.endsWith(' ')
    this.inlines.push({ type: 'text', text: collapsed, ...(marks.length > 0 && { marks: [...marks] }) })
  }

  addBreak(): void {
    this.inlines.push({ type: 'hardBreak' })
    this.endsInSpace = true
  }

  /** The paragraphs of the run: two line breaks in a row begin another one. */
  paragraphs(): Inline[][] {
    const paragraphs: Inline[][] = [[]]
    for (const [index, inline] of this.inlines.entries()) {
      const isDouble = inline.type === 'hardBreak' && this.inlines[index + 1]?.type === 'hardBreak'
      if (isDouble) paragraphs.push([])
      else if (inline.type !== 'hardBreak' || (paragraphs.at(-1)?.length ?? 0) > 0) paragraphs.at(-1)?.push(inline)
    }
    for (const inlines of paragraphs) trimEdges(inlines)
    return paragraphs.filter(inlines => inlines.some(inline => inline.type === 'text' && /[^\s\u00A0]/u.test(inline.text)))
  }
}

/** Office programs fill empty places with non-breaking spaces; at the edges of a paragraph they mean nothing. */
function trimEdges(inlines: Inline[]): void {
  const [first] = inlines
  if (first?.type === 'text') first.text = first.text.replace(/^[ \u00A0]+/, '')
  const last = inlines.at(-1)
  if (last?.type === 'text') last.text = last.text.replace(/[ \u00A0]+$/, '')
  for (let index = inlines.length - 1; index >= 0; index--) {
    const inline = inlines[index]
    if (inline?.type === 'text' && inline.text === '') inlines.splice(index, 1)
  }
}
