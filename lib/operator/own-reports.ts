import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import { report } from '#db/schema/desk.ts'
import { head } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { readSaid } from '#lib/delivery/read-said.ts'
import type { Istok } from '../istok.ts'
import { requireOperator } from './require-operator.ts'

/** What became of a report, for whoever made it. Times in milliseconds since the epoch. */
export interface SettledReport {
  id: string
  /** Of the answer; null: the panel does not say it now. */
  slug: string | null
  locale: string
  title: string
  kind: 'outdated' | 'wrong'
  reportedAt: number
  resolvedAt: number
  resolvedBy: string
  resolution: string
}

/** Settled reports that one reply tells. */
const mostSettled = 50

/** The actor's own reports that were settled after `since` (milliseconds), the latest first. Throws unauthenticated, forbidden. */
export async function listSettledReports(istok: Istok, actor: Actor, { since }: { since: number }): Promise<SettledReport[]> {
  requireOperator(actor)
  const rows = await istok.database.reader.orm
    .select({ report, slug: head.slug })
    .from(report)
    .leftJoin(head, and(eq(head.articleId, report.articleId), eq(head.locale, report.locale), eq(head.channel, 'operator')))
    .where(and(eq(report.reportedBy, actor.id), gt(report.resolvedAt, since)))
    .orderBy(desc(report.resolvedAt), desc(report.id))
    .limit(mostSettled)
  return Promise.all(rows.map(({ report: row, slug }) => settledOf(istok, row, slug)))
}

/** The title is that of the answer that was reported, as the panel said it: a draft's is nobody's business there. */
async function settledOf(istok: Istok, row: typeof report.$inferSelect, slug: string | null): Promise<SettledReport> {
  const { id, articleId, locale, release, kind, reportedAt, resolvedAt, resolvedBy, resolution } = row
  const [said] = await readSaid(istok, { articleId, locale, release, channels: ['operator'] })
  const title = String(said?.reply.title ?? slug ?? '')
  return {
    id,
    slug,
    locale,
    title,
    kind,
    reportedAt,
    resolvedAt: resolvedAt ?? 0,
    resolvedBy: resolvedBy ?? '',
    resolution: resolution ?? '',
  }
}

/** What is said against an answer: open reports by kind, whoever made them, and the actor's own of the last thirty days, the latest first. */
export interface AnswerReports {
  open: { outdated: number; wrong: number }
  own: {
    id: string
    kind: 'outdated' | 'wrong'
    reportedAt: number
    resolvedAt: number | null
    resolvedBy: string | null
    resolution: string | null
  }[]
}

/** Milliseconds for which somebody still wants to see what became of a report. */
const remembered = 30 * 24 * 60 * 60_000

/** The open reports about an answer and what became of the actor's own. `at`: now, in milliseconds. Throws unauthenticated, forbidden. */
export async function readAnswerReports(
  istok: Istok,
  actor: Actor,
  { articleId, locale, at }: { articleId: string; locale: string; at: number },
): Promise<AnswerReports> {
  requireOperator(actor)
  const rows = await istok.database.reader.orm
    .select()
    .from(report)
    .where(
      and(
        eq(report.articleId, articleId),
        eq(report.locale, locale),
        or(isNull(report.resolvedAt), gt(report.reportedAt, at - remembered)),
      ),
    )
    .orderBy(desc(report.reportedAt), desc(report.id))
    .limit(200)
  const open = (kind: 'outdated' | 'wrong') => rows.filter(row => row.resolvedAt === null && row.kind === kind).length
  const own = rows.filter(row => row.reportedBy === actor.id)
  return {
    open: { outdated: open('outdated'), wrong: open('wrong') },
    own: own.map(({ id, kind, reportedAt, resolvedAt, resolvedBy, resolution }) => ({
      ...{ id, kind, reportedAt, resolvedAt, resolvedBy, resolution },
    })),
  }
}
