import type { Node } from '@tiptap/pm/model'

/**
 * Words read in a minute. English: 238 silently, non-fiction (Brysbaert 2019, doi.org/10.1016/j.jml.2019.104047), taken as 200 for texts that are read
 * to act on them. Russian has longer words: 184 on average over the 17 languages of IReST, Russian among them, read aloud (Trauzettel-Klosinski & Dietz
 * 2012, doi.org/10.1167/iovs.11-8284), taken as 180.
 */
const wordsPerMinute = { ru: 180, other: 200 }

const word = /[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*/gu

/** Words of a text: "по-русски", "1,5" and "don't" are one each. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0
}

/** Words of blocks that have been counted; ProseMirror never changes a node. */
const counted = new WeakMap<Node, number>()

/** Words of a document; a fact counts as one, because its value stands there. */
export function countDocumentWords(doc: Node): number {
  let words = 0
  doc.forEach(block => {
    const known = counted.get(block) ?? countBlockWords(block)
    counted.set(block, known)
    words += known
  })
  return words
}

function countBlockWords(block: Node): number {
  if (block.isTextblock)
    return countWords(block.textBetween(0, block.content.size, undefined, leaf => (leaf.type.name === 'fact' ? '1' : ' ')))
  let words = 0
  block.forEach(child => {
    words += countBlockWords(child)
  })
  return words
}

/** Minutes to read so many words, at least one. */
export function readingMinutes(words: number, locale: string): number {
  return Math.max(1, Math.round(words / (locale.startsWith('ru') ? wordsPerMinute.ru : wordsPerMinute.other)))
}
