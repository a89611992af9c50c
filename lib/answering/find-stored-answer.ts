import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'

/** A rendition as delivery serves it (API.md), as far as it is looked into here. */
export interface StoredAnswer {
  slug: string
  articleId: string
  title: string
  release: number
  hash: string
  content: unknown
}

/** An answer to look into, and the bytes in which it is stored. */
export interface FoundStored {
  answer: StoredAnswer
  body: Buffer
}

/** The current rendition of an article in a channel, word for word; null: the channel does not say it (any more). */
export async function findStoredAnswer(
  istok: Istok,
  { channel, locale, articleId }: { channel: string; locale: string; articleId: string },
): Promise<FoundStored | null> {
  const place = await readRendition(istok, { channel, locale, slug: articleId, profile: null })
  const answer = place.kind === 'moved' ? await readRendition(istok, { channel, locale, slug: place.slug, profile: null }) : place
  if (answer.kind !== 'found') return null
  const { body } = answer.reply
  return { answer: JSON.parse(body.toString()) as StoredAnswer, body }
}
