import { and, count, desc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { article, translation } from '#db/schema/content.ts'
import { report } from '#db/schema/desk.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import type { Istok } from '../istok.ts'

/** A report with the article it is about. Times in milliseconds since the epoch. */
export interface ReportEntry {
  id: string
  articleId: string
  slug: string
  locale: string
  /** Of the draft: what the studio calls it. */
  title: string
  owner: string | null
  kind: 'outdated' | 'wrong'
  note: string
  release: number
  reportedAt: number
  reporter: string
  resolvedAt: number | null
  resolvedBy: string | null
  resolution: string | null
}

export interface ReportFilter extends PageInput {
  state?: 'open' | 'resolved'
  owner?: string
}

/** Reports, the latest first; open ones unless told. Throws unauthenticated, forbidden (needs write), invalid (cursor). */
export async function listReports(istok: Istok, actor: Actor, filter: ReportFilter = {}): Promise<Page<ReportEntry>> {
  requireSomewhere(actor, 'write')
  const limit = limitOf(filter)
  const [at, id] = (readCursor(filter.cursor, ['number', 'string']) ?? []) as [number?, string?]
  const rows = await istok.database.reader.orm
    .select({ report, slug: article.slug, owner: article.owner, title: translation.title })
    .from(report)
    .innerJoin(article, eq(article.id, report.articleId))
    .leftJoin(translation, and(eq(translation.articleId, report.articleId), eq(translation.locale, report.locale)))
    .where(
      and(
        filter.state === 'resolved' ? isNotNull(report.resolvedAt) : isNull(report.resolvedAt),
        filter.owner === undefined ? undefined : eq(article.owner, filter.owner),
        at === undefined || id === undefined ? undefined : or(lt(report.reportedAt, at), and(eq(report.reportedAt, at), lt(report.id, id))),
      ),
    )
    .orderBy(desc(report.reportedAt), desc(report.id))
    .limit(limit + 1)
  const entries = rows.map(
    ({ report: { reportedBy: _, ...entry }, slug, owner, title }): ReportEntry => ({ ...entry, slug, owner, title: title ?? slug }),
  )
  return pageOf(entries, limit, entry => [entry.reportedAt, entry.id])
}

/** How many reports are open. Throws unauthenticated, forbidden (needs write). */
export async function countOpenReports(istok: Istok, actor: Actor): Promise<number> {
  requireSomewhere(actor, 'write')
  const row = await istok.database.reader.orm.select({ open: count() }).from(report).where(isNull(report.resolvedAt)).get()
  return row?.open ?? 0
}
