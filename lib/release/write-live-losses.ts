import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { liveLoss } from '#db/schema/releases.ts'
import type { Transaction } from '#db/write.ts'
import type { CompiledTranslation } from './compile-change.ts'

type Orm = BetterSQLite3Database

/** Notes what the translation loses in each channel from this release on, in place of what was noted before. A recompilation of everything rebuilds the whole table. */
export async function writeLiveLosses(tx: Transaction, { articleId, locale, warnings }: CompiledTranslation): Promise<void> {
  await prepared(tx.orm, removeLosses).execute({ articleId, locale })
  for (const { channel, path, reason, message } of warnings) {
    await prepared(tx.orm, insertLoss).execute({ articleId, locale, channel, path, reason, message })
  }
}

const removeLosses = (orm: Orm) =>
  orm
    .delete(liveLoss)
    .where(and(eq(liveLoss.articleId, sql.placeholder('articleId')), eq(liveLoss.locale, sql.placeholder('locale'))))
    .prepare()

const insertLoss = (orm: Orm) =>
  orm
    .insert(liveLoss)
    .values({
      articleId: sql.placeholder('articleId'),
      locale: sql.placeholder('locale'),
      channel: sql.placeholder('channel'),
      path: sql.placeholder('path'),
      reason: sql.placeholder('reason'),
      message: sql.placeholder('message'),
    })
    .prepare()
