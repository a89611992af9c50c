import { and, eq } from 'drizzle-orm'
import { head, oldAddress } from '#db/schema/releases.ts'
import { plainPath } from '#lib/document/plain-path.ts'
import type { Istok } from '../istok.ts'

/**
 * The article that an address of a former site means, when it is live on the website: in the language that the old page had, else in any. null: no such address, or
 * nothing live; the two cannot be told apart.
 */
export function findOldAddress({ database }: Istok, pathname: string): { locale: string; slug: string } | null {
  const path = plainPath(pathname)
  if (path === null) return null
  const { orm } = database.reader
  const live = orm
    .select({ locale: head.locale, slug: head.slug, wanted: oldAddress.locale })
    .from(oldAddress)
    .innerJoin(head, and(eq(head.articleId, oldAddress.articleId), eq(head.channel, 'website')))
    .where(eq(oldAddress.path, path))
    .all()
  const found = live.find(({ locale, wanted }) => locale === wanted) ?? live[0]
  return found ? { locale: found.locale, slug: found.slug } : null
}
