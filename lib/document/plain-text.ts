import type { Block, Document, FactReference, Inline } from './types.ts'

/** How facts and snippets are written out; without them a fact is nothing but its key in brackets and a snippet is left out. */
export interface PlainTextOptions {
  fact?: (fact: FactReference) => string
  snippet?: (key: string) => Document | null
}

/** The words of a document: one line per block (a table row is one line, cells separated by a tab), without Markdown or HTML. */
export function plainText(document: Document, options: PlainTextOptions = {}): string {
  const lines: string[] = []
  collectLines(document.content, lines, options)
  return lines.join('\n')
}

/** The words of inline content; a hard break is a line end. */
export function plainInlineText(inlines: readonly Inline[], options: PlainTextOptions = {}): string {
  let text = ''
  for (const inline of inlines) {
    if (inline.type === 'text') text += inline.text
    else if (inline.type === 'hardBreak') text += '\n'
    else text += options.fact?.(inline) ?? `[${inline.attrs.key}]`
  }
  return text
}

function collectLines(blocks: readonly Block[], lines: string[], options: PlainTextOptions): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'codeBlock':
        if (block.content !== undefined) lines.push(plainInlineText(block.content, options))
        break
      case 'bulletList':
      case 'orderedList':
      case 'steps':
        for (const item of block.content) collectLines(item.content, lines, options)
        break
      case 'table':
        if (block.attrs?.caption !== undefined) lines.push(block.attrs.caption)
        for (const row of block.content) lines.push(row.content.map(cell => cellText(cell.content, options)).join('\t'))
        break
      case 'details':
        if (block.attrs.summary !== '') lines.push(block.attrs.summary)
        collectLines(block.content, lines, options)
        break
      case 'callout':
      case 'quote':
      case 'only':
        collectLines(block.content, lines, options)
        break
      case 'image':
        if (block.attrs.alt !== '') lines.push(block.attrs.alt)
        break
      case 'snippet':
        collectLines(options.snippet?.(block.attrs.key)?.content ?? [], lines, { ...options, snippet: undefined })
        break
      case 'script':
        for (const { attrs, content } of block.content) {
          if (attrs.title !== '') lines.push(attrs.title)
          collectLines(content ?? [], lines, options)
          for (const { label } of attrs.options ?? []) if (label !== '') lines.push(label)
        }
        break
      case 'divider':
        break
    }
  }
}

function cellText(blocks: readonly Block[], options: PlainTextOptions): string {
  const lines: string[] = []
  collectLines(blocks, lines, options)
  return lines.join(' ').replaceAll('\n', ' ')
}
