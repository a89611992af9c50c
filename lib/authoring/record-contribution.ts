import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { contribution } from '#db/schema/workflow.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'

type Orm = BetterSQLite3Database

/** Notes who changed what would be published: a translation, or with locale '' the article's metadata. The newest change of all has the highest number. */
export async function recordContribution(tx: Transaction, actor: Actor, place: { articleId: string; locale: string }): Promise<void> {
  const row = { ...place, actor: actor.id, at: tx.now }
  await prepared(tx.orm, forget).execute(row)
  await prepared(tx.orm, insert).execute(row)
}

const forget = (orm: Orm) =>
  orm
    .delete(contribution)
    .where(
      and(
        eq(contribution.articleId, sql.placeholder('articleId')),
        eq(contribution.locale, sql.placeholder('locale')),
        eq(contribution.actor, sql.placeholder('actor')),
      ),
    )
    .prepare()
const insert = (orm: Orm) =>
  orm
    .insert(contribution)
    .values({
      articleId: sql.placeholder('articleId'),
      locale: sql.placeholder('locale'),
      actor: sql.placeholder('actor'),
      at: sql.placeholder('at'),
    })
    .prepare()
