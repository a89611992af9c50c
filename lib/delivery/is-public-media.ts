import { sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { storedOrganisation } from '#lib/organisation/stored-organisation.ts'
import type { Istok } from '../istok.ts'
import { memoryOf } from './memory.ts'

const known = new WeakMap<Istok, LRUCache<string, { epoch: number; isPublic: boolean }>>()

/**
 * Whether a current answer of a public channel shows this picture, or every public page as the logo. What only internal blocks, internal articles or drafts show is not public, although the same
 * article may be. Remembered until the next release.
 */
export function isPublicMedia(istok: Istok, id: string): boolean {
  const epoch = memoryOf(istok).fresh()
  const cache = known.get(istok) ?? new LRUCache({ max: 5000 })
  known.set(istok, cache)
  const seen = cache.get(id)
  if (seen?.epoch === epoch) return seen.isPublic
  const isPublic = isShown(istok, id)
  cache.set(id, { epoch, isPublic })
  return isPublic
}

/** The articles that name it are few; whether their public bytes hold it is looked up in the bytes themselves. */
function isShown({ database }: Istok, id: string): boolean {
  if (storedOrganisation(database.reader.orm).logo === id) return true
  const address = Buffer.from(`/media/${id}.`)
  const row = database.reader.orm.get<{ found: number } | undefined>(sql`
    SELECT 1 AS found FROM head JOIN rendition ON rendition.id = head.rendition_id
    WHERE head.channel IN ('website', 'chatbot', 'ivr', 'agent') AND head.article_id IN (
      SELECT article_id FROM reference WHERE state = 'live' AND kind = 'media' AND key = ${id}
      UNION SELECT reference.article_id FROM snippet_reference JOIN reference
        ON reference.state = 'live' AND reference.kind = 'snippet' AND reference.key = snippet_reference.snippet
        WHERE snippet_reference.state = 'live' AND snippet_reference.kind = 'media' AND snippet_reference.key = ${id}
    ) AND instr(rendition.body, ${address}) > 0 LIMIT 1`)
  return row !== undefined
}
