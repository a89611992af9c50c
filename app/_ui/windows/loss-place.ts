import type { Document } from '#lib/document/types.ts'
import { blockText } from './block-text.ts'
import type { LossPlace } from './channel-view.ts'

interface Parts {
  document: Document
  variations: Record<string, Document>
}

/** Puts the path of a loss into words that an editor can look up. */
export function placeOf(path: string, { document, variations }: Parts): LossPlace {
  const [, first, second, third, fourth] = path.split('/')
  if (first === 'title') return { kind: 'title' }
  if (first === 'shortAnswer') return { kind: 'shortAnswer' }
  if (first === 'variations' && second) {
    const place: LossPlace = { kind: 'variation', channel: second }
    return third === 'content' ? { ...place, ...blockAt(variations[second], fourth) } : place
  }
  return first === 'content' ? { kind: 'block', ...blockAt(document, second) } : { kind: 'article' }
}

function blockAt(document: Document | undefined, index: string | undefined): { number?: number; excerpt?: string } {
  const number = Number(index)
  const block = document?.content[number]
  return block && Number.isInteger(number) ? { number: number + 1, excerpt: blockText(block) } : {}
}
