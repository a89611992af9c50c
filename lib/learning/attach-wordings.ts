import { inArray } from 'drizzle-orm'
import { wording } from '#db/schema/learning.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import { contentLimits } from '#lib/authoring/content.ts'
import { readArticle } from '#lib/authoring/read-article.ts'
import { readTranslation } from '#lib/authoring/read-translation.ts'
import { saveTranslation } from '#lib/authoring/save-translation.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

/** What was attached where. */
export interface Attached {
  articleId: string
  locale: string
  /** Questions that are new in the draft. */
  added: string[]
  /** The version of the draft that has them. */
  version: number
  /** The release that published them at once; null: customers see them only after a release. */
  release: number | null
}

interface Attachment {
  articleId: string
  locale: string
  wordings: { id: string; text: string }[]
  /** Publish at once; only for an article whose draft has no other changes. */
  publish: boolean
}

/**
 * Makes wordings questions of an article's draft, and publishes it where that is asked for. Throws forbidden (needs write, and publish to publish), not_found,
 * invalid (too long, too many), conflict: 409 when the draft has other changes that would be published with them, 412 when somebody saved meanwhile.
 */
export async function attachWordings(istok: Istok, actor: Actor, { articleId, locale, wordings, publish }: Attachment): Promise<Attached> {
  requireArticle(istok.database.reader.orm, actor, 'write', articleId)
  if (publish) {
    requireArticle(istok.database.reader.orm, actor, 'publish', articleId)
    await requireUnchanged(istok, actor, articleId)
  }
  const draft = await readTranslation(istok, actor, { articleId, locale })
  const { title, shortAnswer, questions, document, variations } = draft
  const added = [...new Set(wordings.map(({ text }) => text))].filter(text => !questions.includes(text))
  refuseFaults(added, questions.length)
  const content = { title, shortAnswer, questions: [...questions, ...added], document, variations }
  const { version } = await saveTranslation(istok, actor, { articleId, locale, expectedVersion: draft.version, content })
  await write(istok.database, tx => noteAttached(tx, istok, actor, { articleId, ids: wordings.map(({ id }) => id) }))
  if (!publish || added.length === 0) return { articleId, locale, added, version, release: null }
  const note = locale.startsWith('ru') ? `Новые вопросы к статье «${title}»` : `New questions of “${title}”`
  const made = await publishRelease(istok, actor, { note, articles: [articleId], facts: [], snippets: [], withdraw: [] })
  return { articleId, locale, added, version, release: 'number' in made ? made.number : null }
}

async function requireUnchanged(istok: Istok, actor: Actor, articleId: string): Promise<void> {
  const { status } = await readArticle(istok, actor, { id: articleId })
  if (status === 'published') return
  throw new IstokError('conflict', 'The article’s draft has other changes: attach, then publish them together in a release', {
    reason: 'other-changes',
    errors: [
      { pointer: '/publish', message: `needs an article whose draft is what is live; this one is "${status}"`, reason: 'other-changes' },
    ],
  })
}

function refuseFaults(added: string[], before: number): void {
  const { question, questions } = contentLimits
  const long = added.find(text => text.length > question)
  if (long !== undefined)
    throw new IstokError('invalid', `A question has at most ${question} characters`, {
      errors: [{ pointer: '/text', message: `has at most ${question} characters`, reason: 'too-long', arguments: { maximum: question } }],
    })
  if (before + added.length <= questions) return
  throw new IstokError('invalid', `An article has at most ${questions} questions in a language`, {
    errors: [
      {
        pointer: '/articleId',
        message: `has ${before} questions of at most ${questions}`,
        reason: 'too-many',
        arguments: { maximum: questions },
      },
    ],
  })
}

/** Notes that wordings belong to an article now. */
export async function noteAttached(
  tx: Transaction,
  istok: Istok,
  actor: Actor,
  { articleId, ids }: { articleId: string; ids: string[] },
): Promise<void> {
  memoryOf(istok).fresh()
  const sinceRelease = memoryOf(istok).release
  await tx.orm
    .update(wording)
    .set({ state: 'attached', articleId, sinceRelease, decidedAt: tx.now, decidedBy: actor.id })
    .where(inArray(wording.id, ids))
  await recordAudit(tx, actor, 'wording.attached', `article:${articleId}`, { wordings: ids })
}
