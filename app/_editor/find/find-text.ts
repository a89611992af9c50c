import type { Node } from '@tiptap/pm/model'

export interface FindOptions {
  text: string
  matchCase: boolean
  wholeWord: boolean
}
export interface Found {
  from: number
  to: number
}

/** Every place of a text in the document, in reading order; a match never reaches over a block, a fact or a line break. */
export function findText(doc: Node, options: FindOptions): Found[] {
  if (options.text === '') return []
  const pattern = patternOf(options)
  const found: Found[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, '\uFFFC')
    for (const match of text.matchAll(pattern)) {
      const from = position + 1 + match.index
      found.push({ from, to: from + match[0].length })
    }
    return false
  })
  return found
}

/** A space of the search finds a non-breaking one, ё finds е, as readers expect of Russian. */
function patternOf({ text, matchCase, wholeWord }: FindOptions): RegExp {
  const escaped = text
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/[\s\u00A0]/g, '[\\s\\u00A0]')
    .replace(/[её]/g, '[её]')
    .replace(/[ЕЁ]/g, '[ЕЁ]')
  const edge = '[\\p{L}\\p{N}_]'
  return new RegExp(wholeWord ? `(?<!${edge})${escaped}(?!${edge})` : escaped, matchCase ? 'gu' : 'giu')
}
