import { and, eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { head } from '#db/schema/releases.ts'
import { IstokError } from '../errors.ts'

/** What the operator channel holds under a slug now: article and release. Throws not_found. */
export function readOperatorHead(orm: BetterSQLite3Database, { slug, locale }: { slug: string; locale?: string }) {
  const place = and(eq(head.channel, 'operator'), eq(head.slug, slug), locale === undefined ? undefined : eq(head.locale, locale))
  const found = orm.select({ articleId: head.articleId, release: head.release }).from(head).where(place).get()
  if (!found) throw new IstokError('not_found', 'There is no such answer')
  return found
}
