import { apiKey, session, user } from '#db/schema/access.ts'
import { article } from '#db/schema/content.ts'
import { report } from '#db/schema/desk.ts'
import { gap, hearing, wording } from '#db/schema/learning.ts'
import { importJob } from '#db/schema/workflow.ts'
import { type Transaction, write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import type { Istok } from '#lib/istok.ts'
import { newId } from '#lib/new-id.ts'

const people = 500
const questions = 5000
const records = 20_000

/** What else a house has that is as old: people and their sessions, keys, questions without an answer, reports of operators, imports, an audit log. */
export async function fillSurroundings({ database }: Istok): Promise<void> {
  await write(database, async tx => {
    await putPeople(tx)
    await putQuestions(tx)
    for (let index = 0; index < people; index++) {
      const at = { createdAt: tx.now - index * 60_000, createdBy: 'user:bench' }
      await tx.orm.insert(apiKey).values({
        ...{ id: `key${index}`, name: `Бот ${index}`, hash: `${index}`, scopes: ['read'], channel: null },
        ...{ expiresAt: null, lastUsedAt: null, revokedAt: null, ...at },
      })
      const importReport = { created: 10, updated: 2, skipped: 3, failed: 0, release: null, warnings: [] } as never
      await tx.orm
        .insert(importJob)
        .values({ ...{ id: newId(), state: 'done', dryRun: false, publish: false, report: importReport, finishedAt: tx.now }, ...at })
    }
    for (let index = 0; index < records; index++)
      await recordAudit(tx, system, index % 3 === 0 ? 'article.updated' : 'fact.saved', `fact:fee.number-${index}`, { version: index })
  })
}

async function putPeople(tx: Transaction): Promise<void> {
  for (let index = 0; index < people; index++) {
    const id = newId()
    const at = { createdAt: tx.now, updatedAt: tx.now }
    await tx.orm.insert(user).values({
      ...{ id, email: `person-${index}@bench.example`, name: `Имя Фамилия ${index}`, passwordHash: null, roles: ['author'] },
      ...{ locale: 'ru', sessionVersion: 1, disabledAt: null, ...at },
    })
    for (let started = 0; started < 4; started++)
      await tx.orm
        .insert(session)
        .values({ id: newId(), userId: id, agent: 'Firefox/150.0', address: '10.0.0.1', startedAt: tx.now, seenAt: tx.now, endedAt: null })
  }
}

/** Each was heard from four people. */
async function putQuestions(tx: Transaction): Promise<void> {
  for (let index = 0; index < questions; index++) {
    const [gapId, id] = [newId(), newId()]
    const text = `вопрос ${index} о том, чего ещё нет`
    await tx.orm.insert(gap).values({ id: gapId, locale: 'ru', state: 'open', createdAt: tx.now })
    await tx.orm.insert(wording).values({
      ...{ id, locale: 'ru', key: text, text, private: false, state: 'open', gapId, firstAt: tx.now, lastAt: tx.now },
    })
    for (let person = 0; person < 4; person++) {
      await tx.orm.insert(hearing).values({
        ...{ wordingId: id, at: tx.now - person * 86_400_000, release: 1, channel: 'website', source: 'ask', outcome: 'unanswered' },
        ...{ person: `p${person}`, times: 1 },
      })
    }
    if (index % 10 === 0) await putReport(tx, index)
  }
}

async function putReport(tx: Transaction, index: number): Promise<void> {
  const one = tx.orm.select({ id: article.id }).from(article).limit(1).offset(index).get()
  await tx.orm.insert(report).values({
    ...{ id: newId(), articleId: one?.id ?? '', locale: 'ru', release: 1, kind: 'wrong', note: 'Тариф другой' },
    ...{ reportedAt: tx.now, reportedBy: 'user:bench', reporter: 'Ольга', resolvedAt: null, resolvedBy: null, resolution: null },
  })
}
