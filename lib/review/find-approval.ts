import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { contribution, review } from '#db/schema/workflow.ts'
import { type ApprovalRule, isApprovalEnough } from '#lib/access/can-approve.ts'

type Orm = BetterSQLite3Database
interface Place {
  articleId: string
  locale: string
}

/** True when somebody who may has approved exactly this hash. */
export function isApproved(orm: Orm, place: Place, hash: string, rule: ApprovalRule): boolean {
  return prepared(orm, approvalsOfHash)
    .all({ ...place, hash })
    .some(({ decidedBy, authors }) => isApprovalEnough(rule, decidedBy, authors))
}

/** Whether anything of this translation was ever approved: it was then changed since. */
export function wasApproved(orm: Orm, place: Place): boolean {
  return prepared(orm, lastApproval).get({ ...place }) !== undefined
}

/** Ids of those who changed the translation, or the article's published metadata, since it was last approved. */
export function authorsSinceApproval(orm: Orm, { articleId, locale }: Place): { authors: string[]; last: number } {
  const rows = orm
    .select({ actor: contribution.actor, id: contribution.id })
    .from(contribution)
    .where(
      and(
        eq(contribution.articleId, articleId),
        inArray(contribution.locale, ['', locale]),
        gt(contribution.id, lastSeen(orm, { articleId, locale })),
      ),
    )
    .all()
  return { authors: [...new Set(rows.map(({ actor }) => actor))], last: Math.max(0, ...rows.map(({ id }) => id)) }
}

function lastSeen(orm: Orm, place: Place): number {
  return prepared(orm, lastApproval).get({ ...place })?.contribution ?? 0
}

const ofPlace = and(eq(review.articleId, sql.placeholder('articleId')), eq(review.locale, sql.placeholder('locale')))
const approvalsOfHash = (orm: Orm) =>
  orm
    .select({ decidedBy: review.decidedBy, authors: review.authors })
    .from(review)
    .where(and(ofPlace, eq(review.state, 'approved'), eq(review.hash, sql.placeholder('hash'))))
    .prepare()
const lastApproval = (orm: Orm) =>
  orm
    .select({ contribution: review.contribution })
    .from(review)
    .where(and(ofPlace, eq(review.state, 'approved')))
    .orderBy(desc(review.contribution))
    .limit(1)
    .prepare()
