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

/** The current rendition of an article in a channel, word for word; null: the channel does not say it (any more). */
export async function findStoredAnswer(
  istok: Istok,
  { channel, locale, articleId }: { channel: string; locale: string; articleId: string },
): Promise<StoredAnswer | null> {
  const place = await readRendition(istok, { channel, locale, slug: articleId, profile: null })
  const answer = place.kind === 'moved' ? await readRendition(istok, { channel, locale, slug: place.slug, profile: null }) : place
  return answer.kind === 'found' ? (JSON.parse(answer.reply.body.toString()) as StoredAnswer) : null
}
